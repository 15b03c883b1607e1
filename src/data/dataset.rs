//! The labelled colours of a lab, split into those to learn from and those to test with.

use super::{COLOUR, CustomSet, Labelled, Request, Sample, Set, Teacher, Why};
use crate::problem::Problem;

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
    /// How many of the training samples, the last ones, the learner has drawn.
    drawn: usize,
}

impl Dataset {
    /// The colours of a set that has no file. `train` and `test` say how many are drawn; of the 336 named ones that is how
    /// many there are at most, those to learn from first. All own colours are used: below
    /// [`CustomSet::TESTED`] all of them to learn from, from there on a fifth to test with.
    pub fn new(set: Set, own: &CustomSet, seed: u32, train: usize, test: usize) -> Self {
        Self::of(set, &Request { own, file: &[], seed, train, test })
    }

    /// What a set gives to a request, whose file has been checked.
    pub fn of(set: Set, request: &Request) -> Self {
        Self::split(set, set.get().make(request))
    }

    /// The first `train` samples to learn from, the rest to test with.
    pub(super) fn split(set: Set, Labelled { classes, mut samples, train, names }: Labelled) -> Self {
        let test = samples.split_off(train.min(samples.len()));
        Dataset { set, classes, train: samples, test, names, drawn: 0 }
    }

    /// The same with drawings behind the training samples; a set of colours stays as it is. A drawing has the shape of the set
    /// and one of its classes.
    pub fn joined(mut self, drawings: &[Sample]) -> Result<Self, Problem> {
        if self.shape() == COLOUR {
            return Ok(self);
        }
        if drawings.iter().any(|drawing| drawing.input.len() != self.width()) {
            let allowed = format!("drawings of {:?} bytes", self.shape());
            return Err(Problem::Setting { field: "pictures".to_owned(), allowed });
        }
        if drawings.iter().any(|drawing| drawing.label >= self.classes.len()) {
            return Err(Problem::NoSuchClass { classes: self.classes.len() });
        }
        self.train.extend_from_slice(drawings);
        self.drawn = drawings.len();
        Ok(self)
    }

    /// The shape of an input: of a colour `(3,)`.
    pub fn shape(&self) -> &'static [usize] {
        self.set.get().shape()
    }

    /// How many numbers an input has.
    pub fn width(&self) -> usize {
        self.shape().iter().product()
    }

    /// The right class for any input: of a drawing what the learner has said, else what the set says. For one of another
    /// shape nobody knows it.
    pub fn teacher(&self, input: &[u8]) -> Teacher {
        if input.len() != self.width() {
            return Teacher::NOBODY;
        }
        let first = self.train.len() - self.drawn;
        match self.train[first..].iter().position(|drawing| &*drawing.input == input) {
            Some(at) => Teacher { label: self.train[first + at].label, why: Why::Like { index: first + at } },
            None => self.set.get().teacher(input, self),
        }
    }

    /// The share of the test colours that the rule "the largest channel" gets right, 0 to 1, where the
    /// classes are the channels; to compare a network with.
    pub fn rule_accuracy(&self) -> Option<f64> {
        self.set.get().rule_accuracy(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{Bytes, dominant, named, own, patterns, vivid};

    fn make(set: Set, own: &CustomSet) -> Dataset {
        Dataset::new(set, own, 7, 240, 20)
    }

    #[test]
    fn drawn_sets_have_as_many_colours_as_were_asked_for() {
        for set in [dominant::SET, vivid::SET] {
            let data = make(set, &CustomSet::default());
            assert_eq!((data.train.len(), data.test.len()), (240, 20));
            let all = data.train.iter().chain(&data.test);
            assert!(all.into_iter().all(|one| data.teacher(&one.input).label == one.label));
        }
    }

    #[test]
    fn the_test_colours_are_the_last_ones_drawn() {
        let (less, more) = (
            make(dominant::SET, &CustomSet::default()),
            Dataset::new(dominant::SET, &CustomSet::default(), 7, 260, 0),
        );
        assert_eq!([less.train, less.test].concat(), more.train);
    }

    #[test]
    fn named_colours_are_split_without_overlap() {
        let data = Dataset::new(named::SET, &CustomSet::default(), 7, 240, 96);
        assert_eq!((data.train.len(), data.test.len(), data.names.len()), (240, 96, 336));
        let mut names = data.names.clone();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), 336);
        let few = Dataset::new(named::SET, &CustomSet::default(), 7, 300, 96);
        assert_eq!((few.train.len(), few.test.len()), (300, 36));
    }

    #[test]
    fn a_named_colour_is_judged_by_its_nearest_neighbour() {
        let data = make(named::SET, &CustomSet::default());
        let one = &data.train[3];
        assert_eq!(data.teacher(&one.input), Teacher { label: one.label, why: Why::Like { index: 3 } });
    }

    #[test]
    fn few_own_colours_are_all_learned_from_and_a_fifth_of_many_is_kept_back() {
        let own = |n: usize| CustomSet {
            samples: (0..n).map(|i| Sample::colour([i as u8; 3], i % 2)).collect(),
            ..CustomSet::default()
        };
        let few = make(own::SET, &own(12));
        assert_eq!((few.train, few.test.len()), (own(12).samples, 0));
        let many = make(own::SET, &own(100));
        assert_eq!((many.train.len(), many.test.len()), (80, 20));
    }

    #[test]
    fn without_colours_nobody_knows_what_is_right() {
        let data = make(own::SET, &CustomSet::default());
        assert_eq!(data.teacher(&[1, 2, 3]), Teacher { label: 0, why: Why::Nobody });
    }

    #[test]
    fn of_an_input_of_another_shape_nobody_knows_what_is_right() {
        let data = make(dominant::SET, &CustomSet::default());
        assert_eq!(data.teacher(&[0, 200]), Teacher::NOBODY);
        assert_eq!(data.teacher(&[0; 432]), Teacher::NOBODY);
    }

    #[test]
    fn where_channels_share_the_largest_value_the_first_is_taken() {
        let data = make(dominant::SET, &CustomSet::default());
        assert_eq!(data.teacher(&[10, 200, 200]), Teacher { label: 1, why: Why::Tie });
    }

    #[test]
    fn whichever_channels_share_the_largest_value_the_first_is_taken() {
        let data = make(dominant::SET, &CustomSet::default());
        let labels = [[200, 200, 10], [200, 10, 200], [10, 200, 200], [99, 99, 99]]
            .map(|rgb| (data.teacher(&rgb).label, data.teacher(&rgb).why));
        assert_eq!(labels, [(0, Why::Tie), (0, Why::Tie), (1, Why::Tie), (0, Why::Tie)]);
    }

    /// A picture of one colour.
    fn drawing(byte: u8, size: usize, label: usize) -> Sample {
        let input: Bytes = (0..size).map(|_| byte).collect();
        Sample { input, label }
    }

    #[test]
    fn drawings_join_the_training_pictures_as_the_learner_labels_them() {
        let set = || Dataset::new(patterns::SET, &CustomSet::default(), 7, 12, 4);
        let drawings = [drawing(0, 432, 3), drawing(9, 432, 0)];
        let data = set().joined(&drawings).unwrap();
        assert_eq!(data.train, [set().train, drawings.to_vec()].concat());
        assert_eq!(data.test, set().test);
        // The rule has no answer for a picture of one colour.
        let said = Teacher { label: 3, why: Why::Like { index: 12 } };
        assert_eq!(data.teacher(&drawings[0].input), said);
        // What the learner says counts more than the rule.
        let striped = set().train[0].clone();
        let label = (striped.label + 1) % 4;
        let other = [Sample { label, ..striped.clone() }];
        assert_eq!(set().joined(&other).unwrap().teacher(&striped.input).label, label);
    }

    #[test]
    fn a_drawing_of_another_shape_or_class_is_refused_and_a_set_of_colours_takes_none() {
        let set = || Dataset::new(patterns::SET, &CustomSet::default(), 7, 12, 4);
        assert!(matches!(set().joined(&[drawing(0, 64, 0)]), Err(Problem::Setting { .. })));
        assert_eq!(set().joined(&[drawing(0, 432, 4)]), Err(Problem::NoSuchClass { classes: 4 }));
        let colours = make(dominant::SET, &CustomSet::default());
        assert_eq!(colours.clone().joined(&[drawing(0, 432, 0)]), Ok(colours));
    }
}
