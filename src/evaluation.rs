//! How well a network does on labelled rows.

use crate::name::Name;
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{Input, Sample, Scaling};
    use crate::network::Network;

    #[test]
    fn of_equal_values_the_first_is_the_largest() {
        assert_eq!(largest(&[0.4_f32, 0.4, 0.2]), 0);
        assert_eq!(largest(&[0.2_f32, 0.4, 0.4]), 1);
        assert_eq!(largest(&[0.5_f64; 6]), 0);
        assert_eq!(largest(&[f32::NAN; 3]), 0, "nothing is larger than a NaN");
    }

    #[test]
    fn a_row_with_equal_probabilities_is_given_the_first_class() {
        let network: Network = Network::dense(&[3, 3]);
        let mut tape = network.tape(4);
        let samples = [0, 0, 0, 2].map(|label| Sample::colour([9, 99, 199], label));
        tape.fill(&samples, &Scaling::new(Input::Raw, &[]));
        network.forward(&mut tape);
        assert_eq!(answers(&tape).collect::<Vec<_>>(), [0; 4]);
        assert_eq!(Evaluation::of(&tape).accuracy, 0.75);
    }
}
