//! Which training colours take part in a step.

use rand::seq::SliceRandom;
use serde::{Deserialize, Serialize};

use crate::random::{Stream, generator};

/// How many training colours one update looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Batch {
    /// That many at a time, in an order shuffled anew each epoch.
    Size(usize),
    /// All of them, in their own order.
    Full(Full),
}

/// The word `"full"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

/// The order of the training colours, a pure function of seed and step, so that any step can be
/// replayed. Keeps the shuffled order of the last epoch asked for.
#[derive(Clone, Debug)]
pub struct Order {
    seed: u32,
    n: usize,
    epoch: usize,
    shuffled: Vec<usize>,
}

impl Order {
    /// The order of `n` colours under a seed.
    pub fn new(seed: u32, n: usize) -> Self {
        Order { seed, n, epoch: usize::MAX, shuffled: Vec::new() }
    }

    /// The rows of the batch at `step` (from 0). The last batch of an epoch is smaller where the size
    /// does not divide `n`. Without colours it is empty.
    pub fn rows(&mut self, batch: Batch, step: usize) -> Vec<usize> {
        let size = match batch {
            Batch::Size(size) if !batch.is_full(self.n) => size.max(1),
            _ => return (0..self.n).collect(),
        };
        let batches = self.n.div_ceil(size);
        let (epoch, k) = (step / batches, step % batches);
        if self.epoch != epoch || self.shuffled.is_empty() {
            self.shuffled = (0..self.n).collect();
            self.shuffled.shuffle(&mut generator(self.seed, Stream::Epoch(epoch)));
            self.epoch = epoch;
        }
        self.shuffled[k * size..self.n.min((k + 1) * size)].to_vec()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_epoch_shows_every_colour_once_in_another_order() {
        let mut order = Order::new(1, 240);
        let mut epoch = |first: usize| -> Vec<usize> {
            (first..first + 12).flat_map(|step| order.rows(Batch::Size(20), step)).collect()
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
    fn the_last_batch_of_an_epoch_holds_what_is_left() {
        assert_eq!(Order::new(1, 5).rows(Batch::Size(2), 2).len(), 1);
        assert!(Order::new(1, 0).rows(Batch::FULL, 0).is_empty());
    }
}
