//! How a run was made, in short: equal updates in a row are one stretch.

use serde::Serialize;

use crate::decimal::shortest;
use crate::history::{Feed, Move};

/// Equal updates in a row.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Stretch {
    /// How many updates.
    pub steps: usize,
    /// What each was fed.
    pub feed: Feed,
    /// The learning rate, with no more digits than it takes to read the same `f32` again.
    pub learning_rate: f64,
}

impl Stretch {
    /// `steps` updates by the same move.
    pub fn new(steps: usize, Move { feed, learning_rate }: Move) -> Self {
        Stretch { steps, feed, learning_rate: shortest(learning_rate) }
    }
}
