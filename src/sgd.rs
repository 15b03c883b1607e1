//! The update: gradient descent, the same small step for every parameter.

use crate::layer::{Asked, Kept, Layer, ParamKind};
use crate::network::Network;
use crate::recipe::Ingredient::{Constant, Own};
use crate::recipe::Recipe;
use crate::scalar::{Scalar, flat, flat_mut};
use crate::source::Source;
use crate::tape::Tape;

/// The rule for one number: `w − learning_rate · dw`.
pub fn updated<F: Scalar>(w: F, dw: F, learning_rate: F) -> F {
    w - learning_rate * dw // sets updated
}

/// How an updated number is made: the number itself, and its gradient times minus the learning rate.
pub fn explain(param: &ParamKind, at: &[usize], learning_rate: f32) -> Recipe {
    let minus = Constant("-learningRate", -f64::from(learning_rate));
    Recipe::sum([vec![Own(param.name, at.to_vec())], vec![minus, Own(param.gradient, at.to_vec())]])
}

/// The update of a parameter in NumPy.
pub fn numpy(param: &ParamKind) -> String {
    format!("{} = {} - learning_rate * {}", param.updated, param.name, param.gradient)
}

/// The mark of the statement that updates a parameter.
pub const SETS: &str = "updated";
/// This file.
pub const SOURCE: Source = Source::of("src/sgd.rs");

/// Backward, and the update of every parameter. On the tape stand, after it, only the gradients that this has a use for.
/// Needs a forward before it. Returns whether every number that was changed is finite.
pub fn learn<F: Scalar>(network: &mut Network<F>, tape: &mut Tape<F>, learning_rate: F) -> bool {
    let mut finite = true;
    for i in (0..network.layers().len()).rev() {
        let asked = match i.checked_sub(1).map(|before| network.layers()[before].layer.kind()) {
            None => Asked::Nothing,
            Some(before) if before.dies => Asked::WhereNotZero,
            Some(_) => Asked::All,
        };
        let (io, kept) = tape.around(i);
        let layer = &mut *network.layers_mut()[i].layer;
        let updated = layer.learn(io, kept, asked, learning_rate);
        finite &= updated.unwrap_or_else(|| descend_layer(layer, kept, learning_rate));
    }
    finite
}

/// Applies [`updated`] to every parameter with the gradients on the tape, all of which a backward has made.
pub fn descend<F: Scalar>(network: &mut Network<F>, tape: &Tape<F>, learning_rate: F) {
    for (named, kept) in network.layers_mut().iter_mut().zip(&tape.kept) {
        descend_layer(&mut *named.layer, kept, learning_rate);
    }
}

/// The same for one layer. Parameters whose gradient was never computed stay as they are. Returns whether every number that
/// was changed is finite.
fn descend_layer<F: Scalar>(layer: &mut dyn Layer<F>, kept: &Kept<F>, learning_rate: F) -> bool {
    let mut finite = true;
    for param in layer.params_mut() {
        if let Some(gradient) = kept.get(param.gradient) {
            let pairs = flat_mut(param.tensor).iter_mut().zip(flat(gradient));
            // Every number is asked, also after one that is not finite: so several can be at a time.
            finite &= pairs.fold(true, |finite, (w, &dw)| {
                *w = updated(*w, dw, learning_rate);
                finite & w.is_finite()
            });
        }
    }
    finite
}
