//! What a data set is: one file of this folder, and one line of [`SETS`].

use std::fmt;

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{COLOUR, CustomSet, Dataset, SETS, Sample, Teacher};
use crate::problem::Problem;

/// A kind of data set: where its colours come from, and which class is right.
pub trait DataSet: Sync {
    /// Its name in the settings.
    fn name(&self) -> &'static str;

    /// The shape of its inputs; by default that of colours.
    fn shape(&self) -> &'static [usize] {
        &COLOUR
    }

    /// The name of the file that its inputs are read from, which the page brings; `None` where they are made.
    fn file(&self) -> Option<&'static str> {
        None
    }

    /// [`Problem::DataFile`] where these are not the bytes of its file.
    fn check(&self, _file: &[u8]) -> Result<(), Problem> {
        Ok(())
    }

    /// Its classes and labelled colours, the same for the same request. The request's file has been checked.
    fn make(&self, request: &Request) -> Labelled;

    /// The right class for any input of the set's shape; by default that of the nearest input of `data`.
    fn teacher(&self, input: &[u8], data: &Dataset) -> Teacher {
        Teacher::nearest(input, data)
    }

    /// The share of the test colours of `data` that a rule gets right, 0 to 1, to compare a network with; `None` where
    /// there is no such rule or no test colour.
    fn rule_accuracy(&self, _data: &Dataset) -> Option<f64> {
        None
    }
}

/// What a data set is asked for.
pub struct Request<'a> {
    /// The learner's own colours.
    pub own: &'a CustomSet,
    /// The bytes of the set's file; empty where it has none.
    pub file: &'a [u8],
    /// The seed of everything random.
    pub seed: u32,
    /// How many colours to learn from. A set that is not drawn may have fewer, or another number.
    pub train: usize,
    /// How many colours to test with; likewise.
    pub test: usize,
}

/// The classes and the colours of a data set, before they are split.
pub struct Labelled {
    /// The names of the classes, in the order of the network's outputs.
    pub classes: Vec<String>,
    /// The colours: those to learn from, then those to test with.
    pub samples: Vec<Sample>,
    /// How many of them are to learn from.
    pub train: usize,
    /// The names of the colours; empty where they have none.
    pub names: Vec<&'static str>,
}

/// One of [`SETS`]; in the settings its name.
#[derive(Clone, Copy)]
pub struct Set(pub(super) &'static dyn DataSet);

impl Set {
    /// The data set itself.
    pub fn get(self) -> &'static dyn DataSet {
        self.0
    }

    /// Its name in the settings.
    pub fn name(self) -> &'static str {
        self.0.name()
    }
}

impl PartialEq for Set {
    fn eq(&self, other: &Self) -> bool {
        self.name() == other.name()
    }
}

impl Eq for Set {}

impl fmt::Debug for Set {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Serialize for Set {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl<'de> Deserialize<'de> for Set {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(SetVisitor)
    }
}

struct SetVisitor;

impl Visitor<'_> for SetVisitor {
    type Value = Set;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a data set")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Set, E> {
        SETS.into_iter().find(|set| set.name() == name).ok_or_else(|| {
            let known = SETS.map(|set| format!("`{}`", set.name())).join(", ");
            E::custom(format_args!("unknown variant `{name}`, expected one of {known}"))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_set_is_read_by_the_name_that_it_is_written_by() {
        let names = SETS.map(Set::name);
        assert_eq!(names, ["dominant", "named", "vivid", "own", "patterns", "digits"]);
        for set in SETS {
            let text = format!("\"{}\"", set.name());
            assert_eq!(serde_json::to_string(&set).unwrap(), text);
            assert_eq!(serde_json::from_str::<Set>(&text).unwrap(), set);
        }
    }

    #[test]
    fn an_unknown_name_is_refused_with_the_known_ones() {
        let problem = serde_json::from_str::<Set>("\"random\"").unwrap_err().to_string();
        assert!(
            problem.starts_with(
                "unknown variant `random`, expected one of `dominant`, `named`, `vivid`, `own`, `patterns`, `digits`"
            ),
            "{problem}"
        );
        for text in ["3", "null", "[]", "\"Dominant\"", "\"\""] {
            assert!(serde_json::from_str::<Set>(text).is_err(), "{text}");
        }
    }
}
