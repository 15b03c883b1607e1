//! The update: gradient descent, the same small step for every parameter.

use crate::address::Name;
use crate::explain::Ingredient::{Constant, Own};
use crate::explain::Recipe;
use crate::network::Network;
use crate::scalar::{Scalar, flat, flat_mut};
use crate::source::Source;
use crate::tape::Tape;

/// The rule for one number: `w − learning_rate · dw`.
pub fn updated<F: Scalar>(w: F, dw: F, learning_rate: F) -> F {
    w - learning_rate * dw // sets w_new
}

/// How an updated number is made: the number itself, and its gradient times minus the learning rate.
pub fn explain(name: Name, gradient: Name, at: &[usize], learning_rate: f32) -> Recipe {
    let minus = Constant("-learningRate", -f64::from(learning_rate));
    Recipe::sum([vec![Own(name, at.to_vec())], vec![minus, Own(gradient, at.to_vec())]])
}

/// The update in NumPy.
pub const NUMPY_W: &str = "w_new = w - learning_rate * dw";
/// The update of a bias in NumPy.
pub const NUMPY_B: &str = "b_new = b - learning_rate * db";
/// This file.
pub const SOURCE: Source = Source("src/sgd.rs");

/// Applies [`updated`] to every parameter with the gradients on the tape. Layers whose gradient was
/// never computed stay as they are.
pub fn descend<F: Scalar>(network: &mut Network<F>, tape: &Tape<F>, learning_rate: F) {
    for (named, kept) in network.layers_mut().iter_mut().zip(&tape.kept) {
        for param in named.layer.params_mut() {
            if let Some(gradient) = kept.get(param.gradient) {
                let pairs = flat_mut(param.tensor).iter_mut().zip(flat(gradient));
                pairs.for_each(|(w, &dw)| *w = updated(*w, dw, learning_rate));
            }
        }
    }
}
