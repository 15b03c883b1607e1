//! The three products of a layer with weights: `out = x·w + b`, `dx = dout·wᵀ`, `dw = xᵀ·dout`.
//!
//! Nearly all the time of training goes into them. [`plain`] says by short loops what they are, in any number type;
//! `many` and `single` make the same sums in `f32` several at a time. A sum is always made in the same order, whatever
//! computes it: blocks of [`BLOCK`] products, each block added up from 0 in the order of its index, and then the blocks.
//! So every way and every machine gives the same bits. Nothing is fused: a product is rounded before it is added.
//!
//! This is the only place of the library with unsafe code: the innermost loops read through pointers, in `tile`, after
//! the slices' lengths have been checked.

mod lanes;
mod many;
pub mod plain;
mod single;
mod tile;

/// How many products are added up before their sum is added to those before it.
pub const BLOCK: usize = 256;

/// The sizes of the products: `x` `(rows, inputs)`, `w` `(inputs, outputs)`, `out` `(rows, outputs)`. Any may be 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sizes {
    /// How many samples.
    pub rows: usize,
    /// How many numbers each sample has.
    pub inputs: usize,
    /// How many nodes there are.
    pub outputs: usize,
}

impl Sizes {
    /// Panics where a slice holds another number of numbers than its shape says.
    fn check<F>(self, x: &[F], w: &[F], out: &[F]) {
        let Sizes { rows, inputs, outputs } = self;
        assert_eq!(
            (x.len(), w.len(), out.len()),
            (rows * inputs, inputs * outputs, rows * outputs),
            "x, w and out have the shapes of {self:?}"
        );
    }
}

/// The products in a number type.
pub trait Products: Sized {
    /// `out = x·w + b`; see [`plain::forward`].
    fn forward(sizes: Sizes, x: &[Self], w: &[Self], b: &[Self], out: &mut [Self]);

    /// `dx = dout·wᵀ`; see [`plain::dx`]. `work` is memory for as many numbers as `w` has.
    fn dx(sizes: Sizes, dout: &[Self], w: &[Self], dx: &mut [Self], work: &mut [Self]);

    /// `dw = xᵀ·dout`; see [`plain::dw`].
    fn dw(sizes: Sizes, x: &[Self], dout: &[Self], dw: &mut [Self]);
}

impl Products for f32 {
    fn forward(sizes: Sizes, x: &[f32], w: &[f32], b: &[f32], out: &mut [f32]) {
        sizes.check(x, w, out);
        let Sizes { rows, inputs, outputs } = sizes;
        assert_eq!(b.len(), outputs, "b has the length of a row of out");
        if inputs == 0 || outputs == 0 {
            out.chunks_exact_mut(outputs.max(1)).for_each(|out| out.copy_from_slice(b));
        } else if rows == 1 {
            single::forward(x, w, b, out);
        } else {
            many::by_rows(inputs, outputs, x, w, Some(b), out);
        }
    }

    fn dx(sizes: Sizes, dout: &[f32], w: &[f32], dx: &mut [f32], work: &mut [f32]) {
        sizes.check(dx, w, dout);
        let Sizes { rows, inputs, outputs } = sizes;
        if inputs == 0 || outputs == 0 {
            dx.fill(0.0);
        } else if rows == 1 {
            single::dx(outputs, dout, w, dx);
        } else {
            many::transpose(outputs, w, work);
            many::by_rows(outputs, inputs, dout, work, None, dx);
        }
    }

    fn dw(sizes: Sizes, x: &[f32], dout: &[f32], dw: &mut [f32]) {
        sizes.check(x, dw, dout);
        let Sizes { rows, inputs, outputs } = sizes;
        if rows == 0 || inputs == 0 || outputs == 0 {
            dw.fill(0.0);
        } else if rows == 1 {
            single::dw(x, dout, dw);
        } else {
            many::over_rows(inputs, outputs, x, dout, dw);
        }
    }
}

impl Products for f64 {
    fn forward(sizes: Sizes, x: &[f64], w: &[f64], b: &[f64], out: &mut [f64]) {
        plain::forward(sizes, x, w, b, out);
    }

    fn dx(sizes: Sizes, dout: &[f64], w: &[f64], dx: &mut [f64], _work: &mut [f64]) {
        plain::dx(sizes, dout, w, dx);
    }

    fn dw(sizes: Sizes, x: &[f64], dout: &[f64], dw: &mut [f64]) {
        plain::dw(sizes, x, dout, dw);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers of both signs and many sizes, with zeros of both signs among them, the same for the same seed.
    fn numbers(count: usize, seed: u32) -> Vec<f32> {
        let mut state = seed.wrapping_mul(2_654_435_761).wrapping_add(1);
        let mut next = || {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            state
        };
        let mut number = || match next() % 8 {
            0 => 0.0,
            1 => -0.0,
            size => (next() as f32 / u32::MAX as f32 - 0.5) * 10_f32.powi(size as i32 - 4),
        };
        (0..count).map(|_| number()).collect()
    }

    fn bits(numbers: &[f32]) -> Vec<u32> {
        numbers.iter().map(|number| number.to_bits()).collect()
    }

    /// Holds all three products against the plain loops, bit for bit.
    fn compare(rows: usize, inputs: usize, outputs: usize) {
        let sizes = Sizes { rows, inputs, outputs };
        let seed = (rows * 1_000_003 + inputs * 1009 + outputs) as u32;
        let (x, w) = (numbers(rows * inputs, seed), numbers(inputs * outputs, seed + 1));
        let (b, dout) = (numbers(outputs, seed + 2), numbers(rows * outputs, seed + 3));
        let unwritten = |count: usize| (vec![f32::NAN; count], vec![f32::NAN; count]);

        let (mut out, mut expected) = unwritten(rows * outputs);
        f32::forward(sizes, &x, &w, &b, &mut out);
        plain::forward(sizes, &x, &w, &b, &mut expected);
        assert_eq!(bits(&out), bits(&expected), "out of {sizes:?}");

        let (mut dx, mut expected) = unwritten(rows * inputs);
        f32::dx(sizes, &dout, &w, &mut dx, &mut vec![f32::NAN; w.len()]);
        plain::dx(sizes, &dout, &w, &mut expected);
        assert_eq!(bits(&dx), bits(&expected), "dx of {sizes:?}");

        let (mut dw, mut expected) = unwritten(inputs * outputs);
        f32::dw(sizes, &x, &dout, &mut dw);
        plain::dw(sizes, &x, &dout, &mut expected);
        assert_eq!(bits(&dw), bits(&expected), "dw of {sizes:?}");
    }

    #[test]
    fn every_product_of_every_small_shape_has_the_bits_of_the_plain_loops() {
        for rows in 0..=33 {
            for inputs in 0..=33 {
                for outputs in 0..=33 {
                    compare(rows, inputs, outputs);
                }
            }
        }
    }

    #[test]
    fn sums_of_more_products_than_a_block_have_the_bits_of_the_plain_loops() {
        let near = [BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK, 2 * BLOCK + 5];
        for (long, (one, other)) in near.into_iter().flat_map(|n| [(n, (1, 7)), (n, (6, 10)), (n, (13, 3))]) {
            compare(long, one, other);
            compare(one, long, other);
            compare(one, other, long);
        }
    }
}
