//! The teacher: which class is right for an input, and why.

use serde::Serialize;

use super::Dataset;

/// Which class is right for an input, and why.
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
    /// It is the label of the nearest sample of the set, the training samples before the test samples.
    Like {
        /// The place of that sample among the training, then the test samples.
        index: usize,
    },
    /// There is nobody to ask: the set is empty. The first class is taken.
    Nobody,
}

impl Teacher {
    /// Where nobody knows the right class.
    pub const NOBODY: Teacher = Teacher { label: 0, why: Why::Nobody };

    /// By the nearest input of a data set (of a colour, in RGB); of equally near ones the first, the training samples
    /// before the test samples. Without samples nobody knows.
    pub fn nearest(input: &[u8], data: &Dataset) -> Self {
        let all = data.train.iter().chain(&data.test).enumerate();
        match all.min_by_key(|(_, sample)| distance(&sample.input, input)) {
            Some((index, sample)) => Teacher { label: sample.label, why: Why::Like { index } },
            None => Teacher::NOBODY,
        }
    }
}

/// The squared distance of two inputs of the same length.
fn distance(a: &[u8], b: &[u8]) -> u32 {
    a.iter().zip(b).map(|(&a, b)| u32::from(a.abs_diff(*b)).pow(2)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{Labelled, Rgb, Sample, own};

    /// A set of colours, each of a class of its own.
    fn set_of(train: &[Rgb], test: &[Rgb]) -> Dataset {
        let samples = |colours: &[Rgb], first: usize| -> Vec<Sample> {
            colours.iter().zip(first..).map(|(&rgb, label)| Sample::colour(rgb, label)).collect()
        };
        Dataset::split(
            own::SET,
            Labelled {
                classes: (0..train.len() + test.len()).map(|i| i.to_string()).collect(),
                samples: [samples(train, 0), samples(test, train.len())].concat(),
                train: train.len(),
                names: Vec::new(),
            },
        )
    }

    #[test]
    fn nearest_is_what_has_the_least_sum_of_squared_differences() {
        let nearest = |asked: Rgb, colours: [Rgb; 2]| set_of(&colours, &[]).teacher(&asked).label;
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
        let like = |data: Dataset| data.teacher(&[50, 50, 50]);
        let (below, above, beside) = ([40, 50, 50], [60, 50, 50], [50, 50, 60]);
        let first = Teacher { label: 0, why: Why::Like { index: 0 } };
        assert_eq!(like(set_of(&[below, above, beside], &[])), first);
        assert_eq!(like(set_of(&[above], &[below])), first);
        assert_eq!(like(set_of(&[], &[beside, below])), first);
        let second = Teacher { label: 1, why: Why::Like { index: 1 } };
        assert_eq!(like(set_of(&[above], &[[50, 50, 50]])), second, "a nearer one wins wherever it is");
    }
}
