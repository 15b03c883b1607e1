//! Colours that people have named: is it a red, a green or a blue to them?

use rand::seq::SliceRandom;

use super::{CHANNELS, DataSet, Dataset, Labelled, Request, Sample, Set, largest_channel};
use crate::random::{Stream, generator};

/// Colours labelled by the names that people give them.
pub const SET: Set = Set(&NamedSet);

struct NamedSet;

impl DataSet for NamedSet {
    fn name(&self) -> &'static str {
        "named"
    }

    fn make(&self, request: &Request) -> Labelled {
        let mut all = named(request.seed);
        all.truncate(request.train + request.test);
        Labelled {
            classes: CHANNELS.map(String::from).to_vec(),
            samples: all.iter().map(|one| one.sample.clone()).collect(),
            train: request.train,
            names: all.iter().map(|one| one.name).collect(),
        }
    }

    /// By the rule "the largest channel".
    fn rule_accuracy(&self, data: &Dataset) -> Option<f64> {
        if data.test.is_empty() {
            return None;
        }
        let right =
            data.test.iter().filter(|sample| sample.rgb().and_then(largest_channel) == Some(sample.label));
        Some(right.count() as f64 / data.test.len() as f64)
    }
}

/// The 336 names with exactly one of the words, out of the 949 of the xkcd colour name survey (2010, CC0,
/// <https://xkcd.com/color/rgb/>). The tests hold the whole survey against it.
const TABLE: &str = include_str!("named.csv");

/// A colour with its popular name, and the class that the name holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The name, in lower case.
    pub name: &'static str,
    /// The colour and its class.
    pub sample: Sample,
}

/// All named colours in an order that the seed decides.
pub fn named(seed: u32) -> Vec<Named> {
    let mut all: Vec<Named> = TABLE.lines().skip(1).filter_map(row).collect();
    all.shuffle(&mut generator(seed, Stream::Data));
    all
}

/// The class that a name holds: the one of [`CHANNELS`] among its words, split at spaces and slashes. `None`
/// where it holds none of them, or more than one.
pub fn word(name: &str) -> Option<usize> {
    let mut found =
        (0..CHANNELS.len()).filter(|&class| name.split([' ', '/']).any(|word| word == CHANNELS[class]));
    let first = found.next();
    if found.next().is_some() { None } else { first }
}

/// A line of the table: `name,r,g,b`.
fn row(line: &'static str) -> Option<Named> {
    let mut cells = line.split(',');
    let name = cells.next()?;
    let mut channel = || cells.next()?.parse().ok();
    let rgb = [channel()?, channel()?, channel()?];
    Some(Named { name, sample: Sample::colour(rgb, word(name)?) })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The whole survey.
    const SURVEY: &str = include_str!("../../tests/data/xkcd-colors.csv");

    #[test]
    fn the_table_is_every_name_of_the_survey_with_exactly_one_of_the_words() {
        let survey = SURVEY.lines().skip(1).filter(|line| row(line).is_some());
        assert!(TABLE.lines().skip(1).eq(survey));
        assert_eq!(named(1).len(), 336);
    }

    #[test]
    fn a_name_with_two_of_the_words_has_no_class() {
        let classes = ["tiffany blue", "green/blue", "bluegreen", "red"].map(word);
        assert_eq!(classes, [Some(2), None, None, Some(0)]);
    }

    #[test]
    fn the_largest_channel_gets_320_of_the_336_right() {
        let right = |one: &Named| one.sample.rgb().and_then(largest_channel) == Some(one.sample.label);
        assert_eq!(named(1).iter().filter(|one| right(one)).count(), 320);
        let fooled: Vec<&str> = named(1).iter().filter(|one| !right(one)).map(|one| one.name).collect();
        assert!(["tiffany blue", "seafoam blue", "browny green"].iter().all(|name| fooled.contains(name)));
    }

    #[test]
    fn the_seed_decides_the_order_and_nothing_else() {
        assert_eq!(named(7), named(7));
        assert_ne!(named(7), named(8));
        let sorted = |seed| {
            let mut names: Vec<&str> = named(seed).iter().map(|one| one.name).collect();
            names.sort_unstable();
            names
        };
        assert_eq!(sorted(7), sorted(8));
    }
}
