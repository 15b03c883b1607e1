//! The custom set: colours that the learner has labelled.

use rand::seq::SliceRandom;
use serde::{Deserialize, Serialize};

use super::{DataSet, Labelled, Request, Sample, Set};
use crate::problem::Problem;
use crate::random::{Stream, generator};
use crate::settings::Settings;

/// The learner's own colours. All of them are used, however many the settings ask for.
pub const SET: Set = Set(&OwnSet);

struct OwnSet;

impl DataSet for OwnSet {
    fn name(&self) -> &'static str {
        "own"
    }

    fn make(&self, request: &Request) -> Labelled {
        let own = request.own;
        let mut samples = own.samples.clone();
        let kept_back = own.kept_back();
        if kept_back > 0 {
            samples.shuffle(&mut generator(request.seed, Stream::Data));
        }
        let train = samples.len() - kept_back;
        Labelled { classes: own.classes.clone(), samples, train, names: Vec::new() }
    }
}

/// What the learner has made: the classes and the colours of a custom set, and drawings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CustomSet {
    /// The names of the classes, [`CustomSet::FEWEST`] to [`CustomSet::MOST`].
    pub classes: Vec<String>,
    /// The colours, in the order in which they came.
    pub samples: Vec<Sample>,
    /// Drawings that join the training samples of the set in use, where that is one of pictures; see
    /// [`Dataset::joined`](super::Dataset::joined).
    pub pictures: Vec<Sample>,
}

/// Two classes and no colour yet.
impl Default for CustomSet {
    fn default() -> Self {
        CustomSet {
            classes: ["1", "2"].map(String::from).to_vec(),
            samples: Vec::new(),
            pictures: Vec::new(),
        }
    }
}

impl CustomSet {
    /// The fewest classes: with one there is nothing to tell apart.
    pub const FEWEST: usize = 2;
    /// The most classes.
    pub const MOST: usize = 12;
    /// From this many colours on, a part of them is kept back to test with.
    pub const TESTED: usize = 100;
    /// The most drawings.
    pub const PICTURES: usize = 200;

    /// The same, if it is within the limits.
    pub fn checked(self) -> Result<Self, Problem> {
        let wrong = |field: &str, allowed: String| Err(Problem::Setting { field: field.to_owned(), allowed });
        if !(Self::FEWEST..=Self::MOST).contains(&self.classes.len()) {
            return wrong("classes", format!("{} to {} names", Self::FEWEST, Self::MOST));
        }
        if self.samples.len() > Settings::COLOURS {
            return wrong("own", format!("at most {} colours", Settings::COLOURS));
        }
        if self.samples.iter().any(|sample| sample.rgb().is_none()) {
            return wrong("own", "colours of three channels".to_owned());
        }
        if self.samples.iter().any(|sample| sample.label >= self.classes.len()) {
            return Err(Problem::NoSuchClass { classes: self.classes.len() });
        }
        if self.pictures.len() > Self::PICTURES {
            return wrong("pictures", format!("at most {} drawings", Self::PICTURES));
        }
        Ok(self)
    }

    /// How many of the colours are kept back to test with: none of few, a fifth of many.
    pub fn kept_back(&self) -> usize {
        if self.samples.len() < Self::TESTED { 0 } else { self.samples.len() / 5 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_out_of_the_limits_is_refused() {
        let black = |label| Sample::colour([0; 3], label);
        let own = |classes: usize, samples: Vec<Sample>| CustomSet {
            classes: (0..classes).map(|i| i.to_string()).collect(),
            samples,
            ..CustomSet::default()
        };
        assert!(own(2, vec![]).checked().is_ok());
        assert!(own(12, vec![black(11); 10_000]).checked().is_ok());
        assert!(matches!(own(1, vec![]).checked(), Err(Problem::Setting { .. })));
        assert!(matches!(own(13, vec![]).checked(), Err(Problem::Setting { .. })));
        assert!(matches!(own(2, vec![black(0); 10_001]).checked(), Err(Problem::Setting { .. })));
        assert_eq!(own(2, vec![black(2)]).checked(), Err(Problem::NoSuchClass { classes: 2 }));
        let drawn = |count: usize| CustomSet { pictures: vec![black(0); count], ..CustomSet::default() };
        assert!(drawn(200).checked().is_ok());
        assert!(matches!(drawn(201).checked(), Err(Problem::Setting { .. })));
    }
}
