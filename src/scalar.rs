//! The number type of the network: `f32` on the page, `f64` where a check needs more digits.

use ndarray::{ArrayD, NdFloat};

/// A tensor of any number of dimensions; rows (samples) come first.
pub type Tensor<F = f32> = ArrayD<F>;

/// A floating-point number that a network can be made of.
pub trait Scalar: NdFloat + std::iter::Sum {
    /// The nearest value to `value`.
    fn of(value: f64) -> Self;

    /// The smallest probability whose logarithm is taken in the loss.
    ///
    /// In `f32` 1e-7, as NumPy teaching code has it: a row's loss is at most −ln 1e-7 ≈ 16.1. In `f64`,
    /// where gradients are checked, the smallest normal number: the loss whose gradient backward computes.
    const FLOOR: Self;

    /// The value as `f64`, without loss.
    fn wide(self) -> f64;
}

impl Scalar for f32 {
    const FLOOR: f32 = 1e-7;

    fn of(value: f64) -> Self {
        value as f32
    }

    fn wide(self) -> f64 {
        f64::from(self)
    }
}

impl Scalar for f64 {
    const FLOOR: f64 = f64::MIN_POSITIVE;

    fn of(value: f64) -> Self {
        value
    }

    fn wide(self) -> f64 {
        self
    }
}
