//! How well a network does on labelled rows.

use crate::address::Name;
use crate::scalar::{Scalar, rows};
use crate::tape::Tape;

/// Loss and accuracy over some rows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Evaluation {
    /// The mean cross-entropy.
    pub loss: f64,
    /// The share of rows named right, 0 to 1.
    pub accuracy: f64,
}

impl Evaluation {
    /// Reads a tape after its forward. Without rows both are 0.
    pub fn of<F: Scalar>(tape: &Tape<F>) -> Self {
        let labels = tape.kept.last().and_then(|kept| kept.get(Name::T));
        let right = labels.map_or(0, |t| {
            let labels = rows(t).map(largest);
            answers(tape).zip(labels).filter(|(answer, label)| answer == label).count()
        });
        Evaluation { loss: tape.loss().wide(), accuracy: right as f64 / tape.rows().max(1) as f64 }
    }
}

/// The class each row of a tape is given: the one with the highest probability, the first of equals.
pub fn answers<F: Scalar>(tape: &Tape<F>) -> impl Iterator<Item = usize> + '_ {
    rows(tape.probabilities()).map(largest)
}

/// The index of the largest value, the first of equals; 0 where nothing is larger than a NaN.
fn largest<F: Scalar>(values: &[F]) -> usize {
    let mut best = (0, F::neg_infinity());
    for (i, &value) in values.iter().enumerate() {
        if value > best.1 {
            best = (i, value);
        }
    }
    best.0
}
