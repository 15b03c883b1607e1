//! The products as plain loops, in any number type: what [`kernel`](super) computes, with every sum in the same order.
//!
//! In `f32` these loops do not run: they say what does, and tests hold the two against each other bit for bit. In `f64`,
//! where gradients are checked, they do.

use ndarray::NdFloat;

use super::{BLOCK, Sizes};
use crate::source::Source;

/// This file, whose loops can be read, for those that run.
pub const SOURCE: Source = Source { file: "src/kernel/plain.rs", stands_for: Some("src/kernel/many.rs") };

/// `out = x·w + b`, with `x` `(rows, inputs)`, `w` `(inputs, outputs)`, `b` `(outputs)`, `out` `(rows, outputs)`.
pub fn forward<F: NdFloat>(sizes: Sizes, x: &[F], w: &[F], b: &[F], out: &mut [F]) {
    let Sizes { rows, inputs, outputs } = sizes;
    for n in 0..rows {
        for j in 0..outputs {
            let products = (0..inputs).map(|i| x[n * inputs + i] * w[i * outputs + j]);
            out[n * outputs + j] = sum(b[j], products); // sets out
        }
    }
}

/// `dx = dout·wᵀ`, with `dout` `(rows, outputs)`, `dx` `(rows, inputs)`.
pub fn dx<F: NdFloat>(sizes: Sizes, dout: &[F], w: &[F], dx: &mut [F]) {
    let Sizes { rows, inputs, outputs } = sizes;
    for n in 0..rows {
        for i in 0..inputs {
            let products = (0..outputs).map(|j| dout[n * outputs + j] * w[i * outputs + j]);
            dx[n * inputs + i] = sum(F::zero(), products); // sets dx
        }
    }
}

/// `dw = xᵀ·dout`, with `dw` `(inputs, outputs)`.
pub fn dw<F: NdFloat>(sizes: Sizes, x: &[F], dout: &[F], dw: &mut [F]) {
    let Sizes { rows, inputs, outputs } = sizes;
    for i in 0..inputs {
        for j in 0..outputs {
            let products = (0..rows).map(|n| x[n * inputs + i] * dout[n * outputs + j]);
            dw[i * outputs + j] = sum(F::zero(), products); // sets dw
        }
    }
}

/// Rows of `n` numbers as columns: `transposed[j, i] = rows[i, j]`, whose rows lie `pitch` behind one another.
pub fn transpose<F: NdFloat>(n: usize, rows: &[F], pitch: usize, transposed: &mut [F]) {
    for (i, row) in rows.chunks_exact(n).enumerate() {
        for (j, &number) in row.iter().enumerate() {
            transposed[j * pitch + i] = number;
        }
    }
}

/// Backward and update of a single row: `dx = dout·wᵀ`, then `w = w − rate · dw` with `dw = xᵀ·dout`, and `b = b − rate · db`
/// with `db = dout`; `x` and `dx` `(inputs)`, `dout` and `b` `(outputs)`, `w` `(inputs, outputs)`. Returns whether `w` and `b`
/// are finite then.
pub fn learn<F: NdFloat>(x: &[F], dout: &[F], w: &mut [F], b: &mut [F], dx: &mut [F], rate: F) -> bool {
    let sizes = Sizes { rows: 1, inputs: x.len(), outputs: dout.len() };
    self::dx(sizes, dout, w, dx);
    for (i, &x) in x.iter().enumerate() {
        for (j, &dout) in dout.iter().enumerate() {
            w[i * b.len() + j] -= rate * sum(F::zero(), std::iter::once(x * dout));
        }
    }
    b.iter_mut().zip(dout).for_each(|(b, &dout)| *b -= rate * (F::zero() + dout));
    w.iter().chain(b.iter()).all(|number| number.is_finite())
}

/// `first` and all products: each block of [`BLOCK`] is added up from 0, then added to those before it.
pub fn sum<F: NdFloat>(first: F, products: impl ExactSizeIterator<Item = F>) -> F {
    let (mut total, mut block, count) = (first, F::zero(), products.len());
    for (at, product) in products.enumerate() {
        block += product;
        if (at + 1) % BLOCK == 0 || at + 1 == count {
            total += block;
            block = F::zero();
        }
    }
    total
}
