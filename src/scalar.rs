//! The number type of the network: `f32` on the page, `f64` where a check needs more digits.

use ndarray::{ArrayD, NdFloat};

use crate::kernel::Products;

/// A tensor of any number of dimensions; rows (samples) come first.
pub type Tensor<F = f32> = ArrayD<F>;

/// The numbers of a tensor, row after row. Every tensor of a network lies in memory in this order.
///
/// Loops over these slices are far smaller than those of ndarray over any number of dimensions, and faster.
pub fn flat<F>(tensor: &Tensor<F>) -> &[F] {
    tensor.as_slice().expect("a tensor lies in row order")
}

/// The same, to be written.
pub fn flat_mut<F>(tensor: &mut Tensor<F>) -> &mut [F] {
    tensor.as_slice_mut().expect("a tensor lies in row order")
}

/// The rows of a tensor, each read flat; none where a row holds nothing.
pub fn rows<F>(tensor: &Tensor<F>) -> impl Iterator<Item = &[F]> {
    flat(tensor).chunks_exact(row_len(tensor).max(1))
}

/// The same, to be written.
pub fn rows_mut<F>(tensor: &mut Tensor<F>) -> impl Iterator<Item = &mut [F]> {
    let len = row_len(tensor).max(1);
    flat_mut(tensor).chunks_exact_mut(len)
}

/// How many numbers a row holds: the product of all dimensions but the first.
pub fn row_len<F>(tensor: &Tensor<F>) -> usize {
    tensor.shape()[1..].iter().product()
}

/// Where the number at an index lies in memory, counted from the first of a shape.
pub fn flat_index(shape: &[usize], index: &[usize]) -> usize {
    index.iter().zip(shape).fold(0, |at, (&i, &size)| at * size + i)
}

/// The index of the number at a place in memory. A shape without numbers has none: its index is 0 everywhere.
pub fn unflat(shape: &[usize], mut at: usize) -> Vec<usize> {
    let mut index = vec![0; shape.len()];
    for (i, &size) in index.iter_mut().zip(shape).rev() {
        (*i, at) = (at.checked_rem(size).unwrap_or(0), at.checked_div(size).unwrap_or(0));
    }
    index
}

/// A floating-point number that a network can be made of.
pub trait Scalar: NdFloat + std::iter::Sum + Products {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_index_and_its_place_in_memory_say_the_same() {
        let shape = [3, 4, 5];
        for at in 0..60 {
            assert_eq!(flat_index(&shape, &unflat(&shape, at)), at);
        }
        assert_eq!(unflat(&shape, 33), [1, 2, 3]);
        assert_eq!(unflat(&[0, 2], 1), [0, 1]);
    }
}
