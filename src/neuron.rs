//! One neuron set by hand: an Affine layer of a single node, and the ReLU after it.

use ndarray::IxDyn;

use crate::data::Rgb;
use crate::layer::{Affine, Kept, Layer, Relu};
use crate::scalar::{Tensor, flat, flat_mut, rows};

/// What the neuron makes of one colour.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fired {
    /// Each channel times its weight: red, green, blue.
    pub parts: [f32; 3],
    /// What Affine puts out: the parts and the bias added up.
    pub sum: f32,
    /// What ReLU lets through of it.
    pub out: f32,
}

impl Fired {
    /// The three parts, the sum, the output.
    pub fn numbers(&self) -> [f32; 5] {
        let [r, g, b] = self.parts;
        [r, g, b, self.sum, self.out]
    }
}

/// `sum = x·w + b` and `out = max(0, sum)` for every colour, its channels taken as they are, 0 to 255.
/// Without colours there is nothing. Weights that are no numbers give what is no number.
pub fn fire(w: [f32; 3], b: f32, colours: &[Rgb]) -> Vec<Fired> {
    let mut affine = Affine::<f32>::new(3, 1);
    let values = [&w[..], &[b]];
    for (param, values) in affine.params_mut().into_iter().zip(values) {
        flat_mut(param.tensor).copy_from_slice(values);
    }
    let channels = colours.iter().flatten().map(|&channel| f32::from(channel)).collect();
    let x = Tensor::from_shape_vec(IxDyn(&[colours.len(), 3]), channels).expect("three channels a colour");
    let (mut sum, mut out) =
        (Tensor::zeros(IxDyn(&[colours.len(), 1])), Tensor::zeros(IxDyn(&[colours.len(), 1])));
    affine.forward(&x, &mut sum, &mut Kept::default());
    Relu.forward(&sum, &mut out, &mut Kept::default());
    let rows = rows(&x).zip(flat(&sum).iter().zip(flat(&out)));
    rows.map(|(x, (&sum, &out))| Fired { parts: [x[0] * w[0], x[1] * w[1], x[2] * w[2]], sum, out }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lectures_example_gives_what_the_lecture_says() {
        let [fired] = fire([0.1, 0.2, 0.3], 0.5, &[[122, 66, 94]])[..] else {
            panic!("one colour, one answer")
        };
        assert!((fired.sum - 54.1).abs() < 1e-5, "slide 18: {fired:?}");
        assert_eq!(fired.out, fired.sum, "slide 19: ReLU lets it through");
        let whole: f32 = fired.parts.iter().sum();
        assert!((whole + 0.5 - fired.sum).abs() < 1e-5, "the parts and the bias add up");
    }

    #[test]
    fn a_sum_of_zero_or_less_is_stopped() {
        let fired = fire([1.0, -1.0, 0.0], 0.0, &[[9, 9, 255], [1, 3, 0], [3, 1, 0]]);
        assert_eq!(
            fired.iter().map(|one| (one.sum, one.out)).collect::<Vec<_>>(),
            [(0.0, 0.0), (-2.0, 0.0), (2.0, 2.0)]
        );
    }

    #[test]
    fn without_colours_there_is_nothing() {
        assert!(fire([1.0; 3], 1.0, &[]).is_empty());
    }
}
