//! The three products of a layer with weights: `out = x·w + b`, `dx = dout·wᵀ`, `dw = xᵀ·dout`.
//!
//! Nearly all the time of training goes into them. [`plain`] says by short loops what they are, in any number type;
//! `many` and `single` make the same sums in `f32` several at a time. `windows` does what max pooling does, four windows at a time. A sum is always made in the same order, whatever
//! computes it: blocks of [`BLOCK`] products, each block added up from 0 in the order of its index, and then the blocks.
//! So every way and every machine gives the same bits. Nothing is fused: a product is rounded before it is added.
//!
//! This is the only place of the library with unsafe code: the innermost loops read through pointers, in `tile`, after
//! the slices' lengths have been checked, and `lanes` reads and writes four numbers at once.

mod lanes;
mod many;
mod picked;
pub mod plain;
mod single;
#[cfg(test)]
mod tests;
mod tile;
mod windows;

pub use picked::Picks;

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

    /// Rows of `n` numbers, at least 1, as columns: `transposed[j, i] = rows[i, j]`, whose rows lie `pitch` behind one another.
    fn transpose(n: usize, rows: &[Self], pitch: usize, transposed: &mut [Self]);

    /// `out[r, n] += Σ a[aₖ + r] · b[bₖ + n]` over the picks, for the `rows` and `columns` in `size`; see [`picked::plain`]. The
    /// columns are fours.
    fn picked(
        picks: &Picks,
        factors: (&[Self], &[Self]),
        size: (usize, usize),
        stride: usize,
        out: &mut [Self],
    );

    /// Max pooling of a row of windows of two by two, whose pixels are in two rows: the largest of each and its place in it. It
    /// does the first windows, as many as are quicker done side by side, and returns their number.
    fn largest(_upper: &[Self], _lower: &[Self], _out: &mut [Self], _place: &mut [Self]) -> usize {
        0
    }

    /// The same for its way back: `dout` at the place of the largest, 0 at the others.
    fn give_back(_dout: &[Self], _place: &[Self], _upper: &mut [Self], _lower: &mut [Self]) -> usize {
        0
    }

    /// Backward and update of a single row at once; see [`plain::learn`]. `w` and `rate` are finite. `all` says whether `dx` is
    /// asked for where `x` is 0, too.
    fn learn(
        x: &[Self],
        dout: &[Self],
        w: &mut [Self],
        b: &mut [Self],
        dx: &mut [Self],
        all: bool,
        rate: Self,
    ) -> bool;
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
        let Sizes { inputs, outputs, .. } = sizes;
        if inputs == 0 || outputs == 0 {
            dx.fill(0.0);
        } else {
            tile::transpose(outputs, w, inputs, work);
            many::by_rows(outputs, inputs, dout, work, None, dx);
        }
    }

    fn dw(sizes: Sizes, x: &[f32], dout: &[f32], dw: &mut [f32]) {
        sizes.check(x, dw, dout);
        let Sizes { rows, inputs, outputs } = sizes;
        if rows == 0 || inputs == 0 || outputs == 0 {
            dw.fill(0.0);
        } else {
            many::over_rows(inputs, outputs, x, dout, dw);
        }
    }

    fn transpose(n: usize, rows: &[f32], pitch: usize, transposed: &mut [f32]) {
        tile::transpose(n, rows, pitch, transposed);
    }

    fn picked(
        picks: &Picks,
        factors: (&[f32], &[f32]),
        size: (usize, usize),
        stride: usize,
        out: &mut [f32],
    ) {
        picked::picked(picks, factors, size, stride, out);
    }

    fn largest(upper: &[f32], lower: &[f32], out: &mut [f32], place: &mut [f32]) -> usize {
        windows::largest(upper, lower, out, place)
    }

    fn give_back(dout: &[f32], place: &[f32], upper: &mut [f32], lower: &mut [f32]) -> usize {
        windows::give_back(dout, place, upper, lower)
    }

    fn learn(
        x: &[f32],
        dout: &[f32],
        w: &mut [f32],
        b: &mut [f32],
        dx: &mut [f32],
        all: bool,
        rate: f32,
    ) -> bool {
        Sizes { rows: 1, inputs: x.len(), outputs: dout.len() }.check(x, w, dout);
        assert_eq!((b.len(), dx.len()), (dout.len(), x.len()), "b and dx have the lengths of dout and x");
        single::learn(x, dout, w, b, dx, all, rate)
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

    fn transpose(n: usize, rows: &[f64], pitch: usize, transposed: &mut [f64]) {
        plain::transpose(n, rows, pitch, transposed);
    }

    fn picked(
        picks: &Picks,
        factors: (&[f64], &[f64]),
        size: (usize, usize),
        stride: usize,
        out: &mut [f64],
    ) {
        picked::plain(picks, factors, size, stride, out);
    }

    fn learn(
        x: &[f64],
        dout: &[f64],
        w: &mut [f64],
        b: &mut [f64],
        dx: &mut [f64],
        _all: bool,
        rate: f64,
    ) -> bool {
        plain::learn(x, dout, w, b, dx, rate)
    }
}
