//! Which training colours take part in a step.

use std::fmt;

use rand::seq::SliceRandom;
use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use crate::random::{Stream, generator};

/// How many training colours one update looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Batch {
    /// That many at a time, in an order shuffled anew each epoch.
    Size(usize),
    /// All of them, in their own order.
    Full(Full),
}

/// The word `"full"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Full {
    /// All training colours.
    Full,
}

impl Batch {
    /// All training colours at once.
    pub const FULL: Batch = Batch::Full(Full::Full);

    /// Whether a batch out of `n` colours is all of them.
    pub fn is_full(self, n: usize) -> bool {
        match self {
            Batch::Full(_) => true,
            Batch::Size(size) => size >= n,
        }
    }
}

/// A whole number or `"full"`. Derived, it would first keep a copy of anything it may be, at the cost of much code.
impl<'de> Deserialize<'de> for Batch {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let read = deserializer.deserialize_any(BatchVisitor);
        read.map_err(|_| D::Error::custom("data did not match any variant of untagged enum Batch"))
    }
}

struct BatchVisitor;

impl Visitor<'_> for BatchVisitor {
    type Value = Batch;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number or \"full\"")
    }

    fn visit_u64<E: Error>(self, size: u64) -> Result<Batch, E> {
        let size = usize::try_from(size);
        size.map(Batch::Size).map_err(|_| E::custom("too large"))
    }

    fn visit_i64<E: Error>(self, size: i64) -> Result<Batch, E> {
        let size = usize::try_from(size);
        size.map(Batch::Size).map_err(|_| E::custom("below 0"))
    }

    fn visit_str<E: Error>(self, word: &str) -> Result<Batch, E> {
        if word == "full" { Ok(Batch::FULL) } else { Err(E::custom("another word")) }
    }
}

/// The order of the training colours, a pure function of seed and step, so that any step can be
/// replayed. Keeps the shuffled order of the last epoch asked for, and the colours' own order.
#[derive(Clone, Debug)]
pub struct Order {
    seed: u32,
    n: usize,
    epoch: usize,
    shuffled: Vec<usize>,
    own: Vec<usize>,
}

impl Order {
    /// The order of `n` colours under a seed.
    pub fn new(seed: u32, n: usize) -> Self {
        Order { seed, n, epoch: usize::MAX, shuffled: Vec::new(), own: (0..n).collect() }
    }

    /// The rows of the batch at `step` (from 0). The last batch of an epoch is smaller where the size
    /// does not divide `n`. Without colours it is empty.
    pub fn rows(&mut self, batch: Batch, step: usize) -> &[usize] {
        let size = match batch {
            Batch::Size(size) if !batch.is_full(self.n) => size.max(1),
            _ => return &self.own,
        };
        let batches = self.n.div_ceil(size);
        let (epoch, k) = (step / batches, step % batches);
        if self.epoch != epoch || self.shuffled.is_empty() {
            self.shuffled.clone_from(&self.own);
            self.shuffled.shuffle(&mut generator(self.seed, Stream::Epoch(epoch)));
            self.epoch = epoch;
        }
        &self.shuffled[k * size..self.n.min((k + 1) * size)]
    }
}

/// The rows of the batches of `steps` updates from step `first` on, each batch's after those of the one before; see
/// [`Order::rows`].
pub fn rows_of(seed: u32, n: usize, size: usize, first: usize, steps: usize) -> Vec<usize> {
    let mut order = Order::new(seed, n);
    (first..first + steps).flat_map(|step| order.rows(Batch::Size(size), step).to_vec()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_batch_is_read_as_it_is_written() {
        for (text, batch) in [("20", Batch::Size(20)), ("0", Batch::Size(0)), (r#""full""#, Batch::FULL)] {
            assert_eq!(serde_json::from_str::<Batch>(text).unwrap(), batch);
            assert_eq!(serde_json::to_string(&batch).unwrap(), text);
        }
        for text in ["-1", "1.5", r#""half""#, "null", "[]", "{}"] {
            let problem = serde_json::from_str::<Batch>(text).unwrap_err().to_string();
            assert!(
                problem.contains("did not match any variant of untagged enum Batch"),
                "{text}: {problem}"
            );
        }
    }

    #[test]
    fn every_epoch_shows_every_colour_once_in_another_order() {
        let mut order = Order::new(1, 240);
        let mut epoch = |first: usize| -> Vec<usize> {
            (first..first + 12).flat_map(|step| order.rows(Batch::Size(20), step).to_vec()).collect()
        };
        let (one, two) = (epoch(0), epoch(12));
        assert_ne!(one, two);
        let mut sorted = one.clone();
        sorted.sort_unstable();
        assert_eq!(sorted, (0..240).collect::<Vec<_>>());
        assert_eq!(epoch(0), one, "the order of a step is the same when it is asked for again");
    }

    #[test]
    fn a_full_batch_is_all_colours_in_their_own_order() {
        let mut order = Order::new(1, 5);
        assert_eq!(order.rows(Batch::FULL, 7), [0, 1, 2, 3, 4]);
        assert_eq!(order.rows(Batch::Size(9), 7), [0, 1, 2, 3, 4]);
    }

    #[test]
    fn the_rows_of_many_batches_are_those_of_each_one_after_another() {
        let mut order = Order::new(3, 5);
        let each: Vec<usize> = (4..9).flat_map(|step| order.rows(Batch::Size(2), step).to_vec()).collect();
        assert_eq!(rows_of(3, 5, 2, 4, 5), each);
    }

    #[test]
    fn the_last_batch_of_an_epoch_holds_what_is_left() {
        assert_eq!(Order::new(1, 5).rows(Batch::Size(2), 2).len(), 1);
        assert!(Order::new(1, 0).rows(Batch::FULL, 0).is_empty());
    }

    #[test]
    fn no_epoch_is_in_an_order_that_the_colours_or_the_weights_are_drawn_by() {
        let mut order = Order::new(7, 40);
        let mut epoch =
            |k: usize| (0..8).flat_map(|i| order.rows(Batch::Size(5), 8 * k + i).to_vec()).collect();
        let epochs: [Vec<usize>; 2] = [epoch(0), epoch(1)];
        for stream in [Stream::Data, Stream::Weights] {
            let mut other: Vec<usize> = (0..40).collect();
            other.shuffle(&mut generator(7, stream));
            assert!(!epochs.contains(&other), "{stream:?}");
        }
    }
}
