//! The figures of a run: where training stands, and what an update did to the loss.

use serde::Serialize;

/// Where training stands.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Summary {
    /// How many updates have been made.
    pub step: usize,
    /// Mean loss over the training colours, or over the sample of them that is measured.
    pub train_loss: f64,
    /// Mean loss over the test colours, where there are any.
    pub test_loss: Option<f64>,
    /// Share of the training colours named right.
    pub train_accuracy: f64,
    /// Share of the test colours named right, where there are any.
    pub test_accuracy: Option<f64>,
    /// How many training and how many test colours are measured, where not all are.
    pub sampled: Option<[usize; 2]>,
    /// The step at which training met a number that is not finite, if it did.
    pub diverged: Option<usize>,
}

/// What an update did to the loss.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Effect {
    /// The loss of the pass, before.
    pub before: f64,
    /// The loss of the same rows, after.
    pub after: f64,
    /// The loss over all training colours, before; over their sample, where not all are measured.
    pub train_before: f64,
    /// The same, after.
    pub train_after: f64,
}
