//! The update: gradient descent, the same small step for every parameter.

use ndarray::Zip;

use crate::network::Network;
use crate::scalar::Scalar;
use crate::tape::Tape;

/// The rule for one number: `w − learning_rate · dw`.
pub fn updated<F: Scalar>(w: F, dw: F, learning_rate: F) -> F {
    w - learning_rate * dw
}

/// Applies [`updated`] to every parameter with the gradients on the tape. Layers whose gradient was
/// never computed stay as they are.
pub fn descend<F: Scalar>(network: &mut Network<F>, tape: &Tape<F>, learning_rate: F) {
    for (named, kept) in network.layers_mut().iter_mut().zip(&tape.kept) {
        for param in named.layer.params_mut() {
            if let Some(gradient) = kept.get(param.gradient) {
                Zip::from(param.tensor).and(gradient).for_each(|w, &dw| *w = updated(*w, dw, learning_rate));
            }
        }
    }
}
