//! How a colour becomes the input of the network.

use serde::{Deserialize, Serialize};

use super::{Rgb, Sample};
use crate::explain::Ingredient::Constant;
use crate::explain::Recipe;
use crate::scalar::Scalar;
use crate::source::Source;

/// What is done to the channels before they enter the network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Input {
    /// As they are, 0 to 255: the lecture's way.
    Raw,
    /// Divided by 255: 0 to 1.
    Scaled,
    /// Less the training colours' mean, divided by their standard deviation, for each channel.
    Standardised,
}

/// The rule for each channel: `x = (channel − offset) / divisor`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scaling {
    offset: [f64; 3],
    divisor: [f64; 3],
}

impl Scaling {
    /// The rule for a kind of input. Only `Standardised` looks at the training colours; where these
    /// are none, or a channel never changes, that channel is divided by 1.
    pub fn new(input: Input, train: &[Sample]) -> Self {
        match input {
            Input::Raw => Scaling { offset: [0.0; 3], divisor: [1.0; 3] },
            Input::Scaled => Scaling { offset: [0.0; 3], divisor: [255.0; 3] },
            Input::Standardised => {
                let offset = [0, 1, 2].map(|channel| mean(train, |rgb| f64::from(rgb[channel])));
                let divisor = [0, 1, 2].map(|channel| {
                    let variance = mean(train, |rgb| (f64::from(rgb[channel]) - offset[channel]).powi(2));
                    if variance > 0.0 { variance.sqrt() } else { 1.0 }
                });
                Scaling { offset, divisor }
            }
        }
    }

    /// The input for a colour.
    pub fn apply<F: Scalar>(&self, rgb: Rgb) -> [F; 3] {
        [0, 1, 2].map(|i| F::of((f64::from(rgb[i]) - self.offset[i]) / self.divisor[i])) // sets x
    }

    /// How one channel of the input is made.
    pub fn explain(&self, rgb: Rgb, i: usize) -> Recipe {
        let divisor = Constant("1/divisor", 1.0 / self.divisor[i]);
        let channel = vec![Constant("channel", f64::from(rgb[i])), divisor.clone()];
        let offset = vec![Constant("-offset", -self.offset[i]), divisor];
        if self.offset[i] == 0.0 { Recipe::sum([channel]) } else { Recipe::sum([channel, offset]) }
    }
}

/// The input in NumPy.
pub const NUMPY: &str = "x = (rgb - offset) / divisor";
/// This file.
pub const SOURCE: Source = Source("src/data/scaling.rs");

/// The mean of a function of the colours; 0 without colours.
fn mean(samples: &[Sample], of: impl Fn(Rgb) -> f64) -> f64 {
    if samples.is_empty() {
        return 0.0;
    }
    samples.iter().map(|sample| of(sample.rgb)).sum::<f64>() / samples.len() as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn raw_leaves_the_channels_and_scaled_brings_them_to_one() {
        let (raw, scaled) = (Scaling::new(Input::Raw, &[]), Scaling::new(Input::Scaled, &[]));
        assert_eq!(raw.apply::<f32>([0, 122, 255]), [0.0, 122.0, 255.0]);
        assert_eq!(scaled.apply::<f32>([0, 51, 255]), [0.0, 0.2, 1.0]);
    }

    #[test]
    fn standardised_inputs_have_mean_0_and_deviation_1() {
        let train = [[0, 5, 9], [100, 5, 11]].map(|rgb| Sample { rgb, label: 0 });
        let scaling = Scaling::new(Input::Standardised, &train);
        assert_eq!(scaling.apply::<f64>([0, 5, 9]), [-1.0, 0.0, -1.0]);
        assert_eq!(scaling.apply::<f64>([100, 5, 11]), [1.0, 0.0, 1.0]);
    }
}
