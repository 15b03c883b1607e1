//! The history of a run: snapshots of the weights at some steps, and the update that made every step between.

use serde::Serialize;

use crate::batch::Batch;
use crate::data::Sample;

/// One update: what it is fed and its learning rate. Together with the weights before it, it gives the
/// weights after it, bit for bit.
#[derive(Clone, Debug, PartialEq)]
pub struct Move {
    /// The samples that it computes the gradients for.
    pub feed: Feed,
    /// The factor of the gradients.
    pub learning_rate: f32,
}

/// What one update is fed: the samples that it computes the gradients for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Feed {
    /// The training colours of the batch at the present step.
    Batch(Batch),
    /// One colour with its label.
    Colour(Sample),
}

/// Every step of a run can be had again: the nearest snapshot before it, and the moves from there.
///
/// A snapshot is taken at every `stride`-th step. When they outgrow their memory, every second one is
/// dropped and the stride doubles. Moves are kept as runs of equal ones.
#[derive(Clone, Debug)]
pub struct History {
    stride: usize,
    limit: usize,
    furthest: usize,
    snapshots: Vec<(usize, Vec<f32>)>,
    moves: Vec<(usize, Move)>,
}

impl History {
    /// The first stride: at most this many steps with all training colours less one are replayed to reach any step.
    pub const STRIDE: usize = 16;
    /// How many times as far apart snapshots may be where steps are quicker.
    pub const APART: usize = 16;

    /// A history that begins with the weights at step 0 and keeps at most `limit` bytes of snapshots
    /// (but always the first).
    pub fn new(first: Vec<f32>, limit: usize) -> Self {
        History { stride: Self::STRIDE, limit, furthest: 0, snapshots: vec![(0, first)], moves: Vec::new() }
    }

    /// The last step of the recorded run.
    pub fn furthest(&self) -> usize {
        self.furthest
    }

    /// Records that the step *from* `step` was made by `made`. Where it is not the recorded one, the run forks:
    /// the recorded steps after `step` are forgotten.
    pub fn made(&mut self, step: usize, made: &Move) {
        if step < self.furthest {
            if self.how(step) == Some(made) {
                return;
            }
            self.forget_after(step);
        }
        self.furthest = step + 1;
        if self.moves.last().is_none_or(|(_, last)| last != made) {
            self.moves.push((step, made.clone()));
        }
    }

    /// Whether the weights at `step` should be given to [`History::keep`]. `quick` says how many steps like those that lead
    /// there take about as long as one with all training colours.
    pub fn wants(&self, step: usize, quick: usize) -> bool {
        // Powers of two, so that the steps of a wider stride are among those of a narrower one.
        let quick = quick.clamp(1, Self::APART).next_power_of_two();
        step.is_multiple_of(self.stride.max(Self::STRIDE * quick))
            && self.snapshots.last().is_none_or(|(last, _)| *last < step)
    }

    /// Keeps the weights at `step`.
    pub fn keep(&mut self, step: usize, weights: Vec<f32>) {
        self.snapshots.push((step, weights));
        while self.bytes() > self.limit && self.snapshots.len() > 1 {
            self.stride *= 2;
            let stride = self.stride;
            self.snapshots.retain(|(step, _)| step.is_multiple_of(stride));
        }
    }

    /// The latest snapshot at or before `step`.
    pub fn before(&self, step: usize) -> (usize, &[f32]) {
        let after = self.snapshots.partition_point(|(at, _)| *at <= step);
        let (at, weights) = &self.snapshots[after.max(1) - 1];
        (*at, weights)
    }

    /// How the step from `step` was made; `None` where none was made from it.
    pub fn how(&self, step: usize) -> Option<&Move> {
        if step >= self.furthest {
            return None;
        }
        let after = self.moves.partition_point(|(at, _)| *at <= step);
        after.checked_sub(1).map(|i| &self.moves[i].1)
    }

    /// How the furthest step was reached: each move with how often it was made in a row.
    pub fn moves(&self) -> Vec<(usize, Move)> {
        let ends = self.moves.iter().skip(1).map(|(at, _)| *at).chain([self.furthest]);
        self.moves.iter().zip(ends).map(|((at, made), end)| (end - at, made.clone())).collect()
    }

    /// Forgets everything after the weights at `step`.
    pub fn forget_after(&mut self, step: usize) {
        self.snapshots.retain(|(at, _)| *at <= step);
        self.moves.retain(|(at, _)| *at < step);
        self.furthest = self.furthest.min(step);
    }

    /// The memory that the snapshots take, in bytes.
    pub fn bytes(&self) -> usize {
        self.snapshots.iter().map(|(_, weights)| weights.len() * size_of::<f32>()).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn snapshots_stay_within_their_memory_and_the_first_is_never_lost() {
        let mut history = History::new(vec![0.0; 100], 400 * 10);
        for step in 1..50_000 {
            if history.wants(step, 1) {
                history.keep(step, vec![step as f32; 100]);
            }
            assert!(history.bytes() <= 4000);
        }
        assert_eq!(history.before(5).0, 0);
        let (at, weights) = history.before(49_999);
        assert!(at > 30_000 && weights[0] == at as f32, "{at}");
    }

    #[test]
    fn snapshots_are_further_apart_where_steps_are_quicker() {
        let kept = |quick: usize| {
            let mut history = History::new(vec![0.0], usize::MAX);
            for step in 1..=1024 {
                if history.wants(step, quick) {
                    history.keep(step, vec![0.0]);
                }
            }
            history.bytes() / size_of::<f32>() - 1
        };
        assert_eq!([0, 1, 2, 12, 240].map(kept), [64, 64, 32, 4, 4]);
    }

    #[test]
    fn every_step_knows_how_it_was_made() {
        let slow = Move { feed: Feed::Batch(Batch::FULL), learning_rate: 0.01 };
        let fast = Move { learning_rate: 0.3, ..slow.clone() };
        let mut history = History::new(vec![], 0);
        assert_eq!(history.how(0), None);
        (0..10).for_each(|step| history.made(step, if step < 4 { &slow } else { &fast }));
        assert_eq!((history.how(3), history.how(4), history.how(9)), (Some(&slow), Some(&fast), Some(&fast)));
        assert_eq!(history.moves(), [(4, slow.clone()), (6, fast.clone())]);
        history.made(2, &fast);
        assert_eq!(history.moves(), [(2, slow), (1, fast)], "another way was taken");
    }

    #[test]
    fn a_way_left_where_another_move_began_holds_no_stretch_of_no_steps() {
        let slow = Move { feed: Feed::Batch(Batch::FULL), learning_rate: 0.01 };
        let (fast, other) = (
            Move { learning_rate: 0.3, ..slow.clone() },
            Move { feed: Feed::Batch(Batch::Size(20)), ..slow },
        );
        let made = || {
            let mut history = History::new(vec![], 0);
            (0..10).for_each(|step| history.made(step, if step < 4 { &slow } else { &fast }));
            history
        };
        let mut history = made();
        history.made(4, &other);
        assert_eq!(history.moves(), [(4, slow.clone()), (1, other.clone())]);
        let mut history = made();
        history.made(0, &other);
        assert_eq!(history.moves(), [(1, other)], "from the very beginning");
        let mut history = made();
        history.made(4, &slow);
        assert_eq!(history.moves(), [(5, slow.clone())], "the move before goes on");
        let mut history = made();
        history.forget_after(4);
        assert_eq!((history.moves(), history.how(4)), (vec![(4, slow)], None), "nothing is made instead");
    }

    #[test]
    fn the_weights_where_a_way_is_left_stay_and_those_after_it_go() {
        let mut history = History::new(vec![0.0], usize::MAX);
        let full = Move { feed: Feed::Batch(Batch::FULL), learning_rate: 0.01 };
        for step in 0..3 * History::STRIDE {
            history.made(step, &full);
            if history.wants(step + 1, 1) {
                history.keep(step + 1, vec![(step + 1) as f32]);
            }
        }
        history.forget_after(2 * History::STRIDE);
        assert_eq!(history.before(usize::MAX), (2 * History::STRIDE, &[32.0][..]));
        history.forget_after(0);
        assert_eq!(history.before(usize::MAX), (0, &[0.0][..]));
    }
}
