//! A data set: labelled colours, and who says what is right.

use rand::seq::SliceRandom;
use serde::{Deserialize, Serialize};

use super::{Own, Rgb, Sample, WORDS, drawn, largest_channel, named, vividness};
use crate::random::{Stream, generator};

/// Which colours a network learns from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Set {
    /// Random colours, labelled by their largest channel: the lecture's problem.
    Dominant,
    /// Colours labelled by the names that people give them.
    Named,
    /// Random colours, vivid or greyish: not linearly separable.
    Vivid,
    /// The learner's own.
    Own,
}

/// Labelled colours, those to learn from apart from those kept back to test with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dataset {
    set: Set,
    /// The names of the classes, in the order of the network's outputs.
    pub classes: Vec<String>,
    /// The colours to learn from.
    pub train: Vec<Sample>,
    /// The colours the network never learns from.
    pub test: Vec<Sample>,
    /// The names of the training, then of the test colours; empty where they have none.
    pub names: Vec<&'static str>,
}

/// Which class is right for a colour, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Teacher {
    /// The class.
    pub label: usize,
    /// Why it is right.
    pub why: Why,
}

/// Why a class is right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Why {
    /// The data set's rule says so.
    Rule,
    /// The rule has no answer; the first of the possible ones is taken.
    Tie,
    /// It is the label of the nearest colour of the set, the training colours before the test colours.
    Like {
        /// The place of that colour among the training, then the test colours.
        index: usize,
    },
    /// There is nobody to ask: the set is empty. The first class is taken.
    Nobody,
}

impl Dataset {
    /// The colours of a set. `train` and `test` say how many are drawn; of the 336 named ones that is how
    /// many there are at most, those to learn from first. All own colours are used: below
    /// [`Own::TESTED`] all of them to learn from, from there on a fifth to test with.
    pub fn new(set: Set, own: &Own, seed: u32, train: usize, test: usize) -> Self {
        let rule = |classes: &[&str], label: fn(Rgb) -> Option<usize>| {
            let classes = classes.iter().map(|&class| class.to_owned()).collect();
            Self::split(set, classes, drawn(seed, train + test, label), train)
        };
        match set {
            Set::Dominant => rule(&WORDS, largest_channel),
            Set::Vivid => rule(&["vivid", "grey"], |rgb| Some(vividness(rgb))),
            Set::Named => {
                let mut all = named(seed);
                all.truncate(train + test);
                let samples = all.iter().map(|one| one.sample).collect();
                let mut data = Self::split(set, WORDS.map(String::from).to_vec(), samples, train);
                data.names = all.iter().map(|one| one.name).collect();
                data
            }
            Set::Own => {
                let mut samples = own.samples.clone();
                let kept_back = own.kept_back();
                if kept_back > 0 {
                    samples.shuffle(&mut generator(seed, Stream::Data));
                }
                let train = samples.len() - kept_back;
                Self::split(set, own.classes.clone(), samples, train)
            }
        }
    }

    /// The first `train` samples to learn from, the rest to test with.
    fn split(set: Set, classes: Vec<String>, mut samples: Vec<Sample>, train: usize) -> Self {
        let test = samples.split_off(train.min(samples.len()));
        Dataset { set, classes, train: samples, test, names: Vec::new() }
    }

    /// The right class for any colour.
    pub fn teacher(&self, rgb: Rgb) -> Teacher {
        match self.set {
            Set::Dominant => match largest_channel(rgb) {
                Some(label) => Teacher { label, why: Why::Rule },
                None => {
                    let max = rgb.into_iter().max();
                    let first = rgb.iter().position(|&channel| Some(channel) == max);
                    Teacher { label: first.unwrap_or(0), why: Why::Tie }
                }
            },
            Set::Vivid => Teacher { label: vividness(rgb), why: Why::Rule },
            Set::Named | Set::Own => {
                let all = self.train.iter().chain(&self.test).enumerate();
                match all.min_by_key(|(_, sample)| distance(sample.rgb, rgb)) {
                    Some((index, sample)) => Teacher { label: sample.label, why: Why::Like { index } },
                    None => Teacher { label: 0, why: Why::Nobody },
                }
            }
        }
    }

    /// The share of the test colours that the rule "the largest channel" gets right, 0 to 1, where the
    /// classes are the channels; to compare a network with.
    pub fn rule_accuracy(&self) -> Option<f64> {
        if self.set != Set::Named || self.test.is_empty() {
            return None;
        }
        let right = self.test.iter().filter(|sample| largest_channel(sample.rgb) == Some(sample.label));
        Some(right.count() as f64 / self.test.len() as f64)
    }
}

/// The squared distance of two colours in RGB.
fn distance(a: Rgb, b: Rgb) -> u32 {
    a.iter().zip(b).map(|(&a, b)| u32::from(a.abs_diff(b)).pow(2)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn make(set: Set, own: &Own) -> Dataset {
        Dataset::new(set, own, 7, 240, 20)
    }

    #[test]
    fn drawn_sets_have_as_many_colours_as_were_asked_for() {
        for set in [Set::Dominant, Set::Vivid] {
            let data = make(set, &Own::default());
            assert_eq!((data.train.len(), data.test.len()), (240, 20));
            let all = data.train.iter().chain(&data.test);
            assert!(all.into_iter().all(|one| data.teacher(one.rgb).label == one.label));
        }
    }

    #[test]
    fn the_test_colours_are_the_last_ones_drawn() {
        let (less, more) =
            (make(Set::Dominant, &Own::default()), Dataset::new(Set::Dominant, &Own::default(), 7, 260, 0));
        assert_eq!([less.train, less.test].concat(), more.train);
    }

    #[test]
    fn named_colours_are_split_without_overlap() {
        let data = Dataset::new(Set::Named, &Own::default(), 7, 240, 96);
        assert_eq!((data.train.len(), data.test.len(), data.names.len()), (240, 96, 336));
        let mut names = data.names.clone();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), 336);
        let few = Dataset::new(Set::Named, &Own::default(), 7, 300, 96);
        assert_eq!((few.train.len(), few.test.len()), (300, 36));
    }

    #[test]
    fn a_named_colour_is_judged_by_its_nearest_neighbour() {
        let data = make(Set::Named, &Own::default());
        let one = data.train[3];
        assert_eq!(data.teacher(one.rgb), Teacher { label: one.label, why: Why::Like { index: 3 } });
    }

    #[test]
    fn few_own_colours_are_all_learned_from_and_a_fifth_of_many_is_kept_back() {
        let own = |n: usize| Own {
            samples: (0..n).map(|i| Sample { rgb: [i as u8; 3], label: i % 2 }).collect(),
            ..Own::default()
        };
        let few = make(Set::Own, &own(12));
        assert_eq!((few.train, few.test.len()), (own(12).samples, 0));
        let many = make(Set::Own, &own(100));
        assert_eq!((many.train.len(), many.test.len()), (80, 20));
    }

    #[test]
    fn without_colours_nobody_knows_what_is_right() {
        let data = make(Set::Own, &Own::default());
        assert_eq!(data.teacher([1, 2, 3]), Teacher { label: 0, why: Why::Nobody });
    }

    #[test]
    fn where_channels_share_the_largest_value_the_first_is_taken() {
        let data = make(Set::Dominant, &Own::default());
        assert_eq!(data.teacher([10, 200, 200]), Teacher { label: 1, why: Why::Tie });
    }

    #[test]
    fn whichever_channels_share_the_largest_value_the_first_is_taken() {
        let data = make(Set::Dominant, &Own::default());
        let labels = [[200, 200, 10], [200, 10, 200], [10, 200, 200], [99, 99, 99]]
            .map(|rgb| (data.teacher(rgb).label, data.teacher(rgb).why));
        assert_eq!(labels, [(0, Why::Tie), (0, Why::Tie), (1, Why::Tie), (0, Why::Tie)]);
    }

    /// A set of colours, each of a class of its own.
    fn set_of(train: &[Rgb], test: &[Rgb]) -> Dataset {
        let samples = |colours: &[Rgb], first: usize| {
            colours.iter().zip(first..).map(|(&rgb, label)| Sample { rgb, label }).collect()
        };
        Dataset {
            set: Set::Own,
            classes: (0..train.len() + test.len()).map(|i| i.to_string()).collect(),
            train: samples(train, 0),
            test: samples(test, train.len()),
            names: Vec::new(),
        }
    }

    #[test]
    fn nearest_is_what_has_the_least_sum_of_squared_differences() {
        let nearest = |asked: Rgb, colours: [Rgb; 2]| set_of(&colours, &[]).teacher(asked).label;
        let black = [0, 0, 0];
        assert_eq!(nearest(black, [[6, 6, 6], [10, 0, 0]]), 1, "not by the largest difference");
        assert_eq!(nearest(black, [[12, 0, 0], [6, 6, 6]]), 1, "not by the sum of the differences");
        assert_eq!(nearest([255; 3], [[249, 249, 249], [245, 255, 255]]), 1, "downwards, too");
        // No channel weighs more than another.
        for (far, near) in [(0, 1), (0, 2), (1, 0), (1, 2), (2, 0), (2, 1)] {
            let along = |channel: usize, level: u8| {
                let mut rgb = black;
                rgb[channel] = level;
                rgb
            };
            assert_eq!(nearest(black, [along(far, 41), along(near, 40)]), 1, "channel {near}");
        }
        // The largest distance there is does not overflow.
        assert_eq!(nearest(black, [[255; 3], [255, 255, 254]]), 1);
        assert_eq!(nearest(black, [[255, 0, 0], [200, 0, 0]]), 1);
    }

    #[test]
    fn of_equally_near_colours_the_first_is_asked_and_those_to_learn_from_before_the_others() {
        let like = |data: Dataset| data.teacher([50, 50, 50]);
        let (below, above, beside) = ([40, 50, 50], [60, 50, 50], [50, 50, 60]);
        let first = Teacher { label: 0, why: Why::Like { index: 0 } };
        assert_eq!(like(set_of(&[below, above, beside], &[])), first);
        assert_eq!(like(set_of(&[above], &[below])), first);
        assert_eq!(like(set_of(&[], &[beside, below])), first);
        let second = Teacher { label: 1, why: Why::Like { index: 1 } };
        assert_eq!(like(set_of(&[above], &[[50, 50, 50]])), second, "a nearer one wins wherever it is");
    }
}
