//! How a colour becomes the input of the network.

use serde::{Deserialize, Serialize};

use super::{COLOUR, Sample};
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
    /// Less the training samples' mean, divided by their standard deviation, for each channel.
    Standardised,
}

/// The rule for each channel: `x = (channel − offset) / divisor`.
///
/// A channel is one index of the first dimension of an input's shape: of a colour a single number, of a picture
/// `(C, H, W)` as many numbers as it has pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct Scaling {
    offset: Vec<f64>,
    divisor: Vec<f64>,
}

impl Scaling {
    /// The rule for colours, as [`Scaling::of_shape`] makes it.
    pub fn new(input: Input, train: &[Sample]) -> Self {
        Self::of_shape(input, &COLOUR, train)
    }

    /// The rule for a kind of input and inputs of this shape. Only `Standardised` looks at the training samples, which
    /// have that shape; where these are none, or a channel never changes, that channel is divided by 1.
    pub fn of_shape(input: Input, shape: &[usize], train: &[Sample]) -> Self {
        let channels = shape.first().copied().unwrap_or(1);
        match input {
            Input::Raw => Scaling { offset: vec![0.0; channels], divisor: vec![1.0; channels] },
            Input::Scaled => Scaling { offset: vec![0.0; channels], divisor: vec![255.0; channels] },
            Input::Standardised => {
                let size = shape.iter().skip(1).product();
                let (offset, divisor) =
                    (0..channels).map(|c| mean_and_deviation(train, c * size, size)).unzip();
                Scaling { offset, divisor }
            }
        }
    }

    /// The network's input for a stored one of the shape.
    pub fn apply<F: Scalar>(&self, input: &[u8]) -> Vec<F> {
        let scaled = |(i, &value): (usize, &u8)| {
            let c = self.channel(i, input.len());
            F::of((f64::from(value) - self.offset[c]) / self.divisor[c]) // sets x
        };
        input.iter().enumerate().map(scaled).collect()
    }

    /// How number `i` of the input is made.
    pub fn explain(&self, input: &[u8], i: usize) -> Recipe {
        let c = self.channel(i, input.len());
        let divisor = Constant("1/divisor", 1.0 / self.divisor[c]);
        let channel = vec![Constant("channel", f64::from(input[i])), divisor.clone()];
        let offset = vec![Constant("-offset", -self.offset[c]), divisor];
        if self.offset[c] == 0.0 { Recipe::sum([channel]) } else { Recipe::sum([channel, offset]) }
    }

    /// The channel that number `i` of an input of `len` numbers lies in.
    fn channel(&self, i: usize, len: usize) -> usize {
        i * self.offset.len() / len
    }
}

/// The input in NumPy.
pub const NUMPY: &str = "x = (rgb - offset) / divisor";
/// This file.
pub const SOURCE: Source = Source::of("src/data/scaling.rs");

/// Mean and standard deviation of the `size` numbers from `first` on of all samples; 0 and 1 without samples, and the
/// deviation 1 where the numbers are all the same.
fn mean_and_deviation(samples: &[Sample], first: usize, size: usize) -> (f64, f64) {
    let numbers =
        || samples.iter().flat_map(|sample| &sample.input[first..first + size]).map(|&x| f64::from(x));
    let mean_of = |sum: f64| if samples.is_empty() { 0.0 } else { sum / (samples.len() * size) as f64 };
    let mean = mean_of(numbers().sum());
    let variance = mean_of(numbers().map(|x| (x - mean).powi(2)).sum());
    (mean, if variance > 0.0 { variance.sqrt() } else { 1.0 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn raw_leaves_the_channels_and_scaled_brings_them_to_one() {
        let (raw, scaled) = (Scaling::new(Input::Raw, &[]), Scaling::new(Input::Scaled, &[]));
        assert_eq!(raw.apply::<f32>(&[0, 122, 255]), [0.0, 122.0, 255.0]);
        assert_eq!(scaled.apply::<f32>(&[0, 51, 255]), [0.0, 0.2, 1.0]);
    }

    #[test]
    fn standardised_inputs_have_mean_0_and_deviation_1() {
        let train = [[0, 5, 9], [100, 5, 11]].map(|rgb| Sample::colour(rgb, 0));
        let scaling = Scaling::new(Input::Standardised, &train);
        assert_eq!(scaling.apply::<f64>(&[0, 5, 9]), [-1.0, 0.0, -1.0]);
        assert_eq!(scaling.apply::<f64>(&[100, 5, 11]), [1.0, 0.0, 1.0]);
    }

    #[test]
    fn a_picture_is_standardised_by_channel() {
        let picture = |bytes: &str| -> Sample {
            serde_json::from_str(&format!(r#"{{"rgb":{bytes},"label":0}}"#)).unwrap()
        };
        let train = [picture("[0,0,7,9]"), picture("[100,100,9,7]")];
        let scaling = Scaling::of_shape(Input::Standardised, &[2, 1, 2], &train);
        assert_eq!(scaling.apply::<f64>(&[0, 100, 7, 9]), [-1.0, 1.0, -1.0, 1.0]);
    }
}
