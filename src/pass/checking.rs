//! The gradient check: nudge one number up and down, and see whether the loss answers as its gradient says.

use ndarray::IxDyn;
use serde::Serialize;

use super::Pass;
use crate::address::Address;
use crate::name::Name;
use crate::network::Network;
use crate::problem::Problem;
use crate::tape::Tape;

/// What a nudge of one number does to the loss.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Check {
    /// The gradient as backward computed it.
    pub gradient: f64,
    /// The loss with the number `h` larger.
    pub plus: f64,
    /// The loss with the number `h` smaller.
    pub minus: f64,
    /// `(plus − minus) / 2h`.
    pub quotient: f64,
    /// `|quotient − gradient|` against the larger of the two; 0 where both are 0.
    pub difference: f64,
}

impl Pass {
    /// Checks the gradient at an address by a central difference of step `h`.
    ///
    /// The losses are computed by the same layers in `f64`, so that rounding does not drown a small
    /// difference; the gradient is the one that `f32` gave. Where the nudge carries a ReLU across 0, or `h`
    /// is large, the two really differ. Errors where the address is no gradient, or `h` is not a positive
    /// number.
    pub fn check_gradient(&self, address: &Address, h: f64) -> Result<Check, Problem> {
        if let Some(batch) = self.batch_of(&address.layer, address.tensor) {
            return batch.check_gradient(address, h);
        }
        let gradient = f64::from(self.value(address)?);
        if !(h.is_finite() && h > 0.0) {
            let allowed = "a number larger than 0".to_owned();
            return Err(Problem::Setting { field: "h".to_owned(), allowed });
        }
        let layers = self.network.layers();
        let i = layers.iter().position(|named| named.name == address.layer);
        let [plus, minus] = [h, -h].map(|nudge| match (address.tensor, i) {
            (Name::DX, Some(i)) => Some(self.loss_with_value(i, address, nudge)),
            (Name::DOUT, Some(i)) => Some(self.loss_with_value(i + 1, address, nudge)),
            (Name::DOUT, None) => Some(self.loss_with_value(0, address, nudge)),
            (tensor, Some(i))
                if layers[i].layer.kind().params.iter().any(|param| param.gradient == tensor) =>
            {
                Some(self.loss_with_param(i, address, nudge))
            }
            _ => None,
        });
        let (Some(plus), Some(minus)) = (plus, minus) else {
            return Err(Problem::NotAGradient { address: address.to_string() });
        };
        let quotient = (plus - minus) / (2.0 * h);
        let size = quotient.abs().max(gradient.abs());
        let difference = if size == 0.0 { 0.0 } else { (quotient - gradient).abs() / size };
        Ok(Check { gradient, plus, minus, quotient, difference })
    }

    /// The loss with one parameter of layer `i` nudged.
    fn loss_with_param(&self, i: usize, address: &Address, nudge: f64) -> f64 {
        let mut network = self.network.wide();
        for param in network.layers_mut()[i].layer.params_mut() {
            if param.gradient == address.tensor {
                param.tensor[IxDyn(&address.index)] += nudge;
            }
        }
        let mut tape = self.tape_for(&network);
        network.forward(&mut tape);
        tape.loss()
    }

    /// The loss with one number that enters layer `i` nudged.
    fn loss_with_value(&self, i: usize, address: &Address, nudge: f64) -> f64 {
        let network = self.network.wide();
        let mut tape = self.tape_for(&network);
        network.forward(&mut tape);
        tape.values[i][IxDyn(&address.index)] += nudge;
        network.forward_from(i, &mut tape);
        tape.loss()
    }

    /// The same samples, ready for a forward in `f64`.
    fn tape_for(&self, network: &Network<f64>) -> Tape<f64> {
        let mut tape = network.tape(self.samples.len());
        tape.fill(&self.samples, &self.scaling);
        tape
    }
}
