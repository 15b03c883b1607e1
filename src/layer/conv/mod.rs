//! Convolution: every node looks at a window of the picture and adds up its pixels, each times a weight, plus a bias. All
//! places of a picture share the weights of their channel.

mod explaining;
mod padded;
mod picture;
pub mod plain;

use ndarray::IxDyn;

use padded::{Padded, Work};
pub use picture::Picture;
use picture::grid;

use super::{Asked, Backward, Kept, Kind, Layer, Param, ParamKind, Role, Start, wide};
use crate::kernel::Picks;
use crate::name::Name;
use crate::recipe::Recipe;
use crate::scalar::{Scalar, Tensor, flat, flat_mut, rows, rows_mut};
use crate::source::Source;

/// Convolution layers.
pub const KIND: Kind = Kind {
    name: "conv",
    role: Role::Weighted,
    sized: true,
    pictures: true,
    map: None,
    dies: false,
    params: &[
        ParamKind { name: W, gradient: DW, updated: Name::new("w_new"), start: Start::Drawn },
        ParamKind { name: B, gradient: DB, updated: Name::new("b_new"), start: Start::Constant(0.0) },
    ],
    kept: &[],
};

/// The side of a window, in pixels.
pub const SIDE: usize = 3;
/// The zeros around a picture, so that `out` is as large as `x`.
pub const PADDING: usize = 1;

/// The kernels, `(out, in, 3, 3)`.
const W: Name = Name::new("w");
/// The biases, `(out)`.
const B: Name = Name::new("b");
/// The gradient of the loss with respect to `w`, same shape as `w`.
const DW: Name = Name::new("dw");
/// The gradient of the loss with respect to `b`, same shape as `b`.
const DB: Name = Name::new("db");
/// Memory for the products to be computed in.
const WORK: Name = Name::new("work");

/// A Convolution layer for pictures `(C, H, W)`, with so many channels out. A shape with fewer dimensions is that of a picture
/// of one pixel a row or one row.
pub fn build<F: Scalar>(x: &[usize], channels: usize) -> Box<dyn Layer<F>> {
    let side = |at| x.get(at).copied().unwrap_or(1);
    Box::new(Convolution::new(Picture {
        channels: side(0),
        outputs: channels,
        height: side(1),
        width: side(2),
    }))
}

/// `out[n,o,i,j] = Σ x[n,c,i+k−1,j+l−1] · w[o,c,k,l] + b[o]` over `c`, `k`, `l`, with `x` `(N, C, H, W)`, `w` `(O, C, 3, 3)`,
/// `b` `(O)`, `out` `(N, O, H, W)`. Beyond its border a picture is 0.
///
/// Without rows `out` is empty and `dw`, `db` are zero.
#[derive(Clone, Debug)]
pub struct Convolution<F = f32> {
    picture: Picture,
    w: Tensor<F>,
    b: Tensor<F>,
}

impl<F: Scalar> Convolution<F> {
    /// A Convolution of zeros.
    pub fn new(picture: Picture) -> Self {
        let Picture { channels, outputs, .. } = picture;
        let w = Tensor::zeros(IxDyn(&[outputs, channels, SIDE, SIDE]));
        Convolution { picture, w, b: Tensor::zeros(IxDyn(&[outputs])) }
    }

    /// The weights with the channels of `out` side by side, `(C, 3, 3, O)`.
    fn turn(&self, turned: &mut [F]) {
        let weights = self.picture.weights();
        for (o, w) in flat(&self.w).chunks_exact(weights.max(1)).enumerate() {
            w.iter().enumerate().for_each(|(k, &w)| turned[k * self.picture.outputs + o] = w);
        }
    }

    /// `dw`, the sum of each picture's, and `db = Σ dout` over rows and places.
    fn gradients(&self, x: &Tensor<F>, dout: &Tensor<F>, kept: &mut Kept<F>) {
        let picture = self.picture;
        let (padded, picks) = (Padded::new(picture), Padded::new(picture).pixels());
        let work = Work::of(picture, kept);
        work.dw.fill(F::zero());
        work.db.fill(F::zero());
        for (x, dout) in rows(x).zip(rows(dout)) {
            padded.pad(x, work.x);
            if picture.pixels() > 0 {
                F::transpose(picture.pixels(), dout, padded.outputs, work.turned);
            }
            // All channels at once: each of their sums would wait for itself.
            work.one.fill(F::zero());
            for pixel in work.turned.chunks_exact(padded.outputs.max(1)) {
                work.one.iter_mut().zip(pixel).for_each(|(sum, &dout)| *sum += dout);
            }
            work.db.iter_mut().zip(&*work.one).for_each(|(db, &one)| *db += one);
            // The three weights of a kernel's row see neighbours.
            for (at, dw) in work.dw.chunks_exact_mut((SIDE * padded.outputs).max(1)).enumerate() {
                let x = &work.x[at / SIDE * padded.channel + padded.behind(at % SIDE, 0)..];
                F::picked(&picks, (x, work.turned), (SIDE, padded.outputs), padded.outputs, dw);
            }
        }
        let (sums, bias) = (work.dw.to_vec(), work.db.to_vec());
        let dw = flat_mut(kept.slot(DW, self.w.shape()));
        for (o, dw) in dw.chunks_exact_mut(picture.weights().max(1)).enumerate() {
            dw.iter_mut().zip(sums[o..].iter().step_by(padded.outputs)).for_each(|(dw, &sum)| *dw = sum); // sets dw
        }
        let db = flat_mut(kept.slot(DB, self.b.shape()));
        db.iter_mut().zip(bias).for_each(|(db, sum)| *db = sum); // sets db
    }
}

impl<F: Scalar> Layer<F> for Convolution<F> {
    fn kind(&self) -> &'static Kind {
        &KIND
    }

    fn out_shape(&self, x: &[usize]) -> Vec<usize> {
        let mut shape = x.to_vec();
        shape[1] = self.picture.outputs;
        shape
    }

    /// Each picture as the product of all weights and all windows.
    fn forward(&self, x: &Tensor<F>, out: &mut Tensor<F>, kept: &mut Kept<F>) {
        let picture = self.picture;
        let Picture { channels, outputs, .. } = picture;
        let padded = Padded::new(picture);
        let window = |c| grid(SIDE, SIDE).map(move |(k, l)| c * padded.channel + padded.behind(k, l));
        let picks =
            Picks::new((0..channels).flat_map(window).enumerate().map(|(k, place)| (k * outputs, place)));
        let work = Work::of(picture, kept);
        self.turn(work.w);
        let sums = &mut work.sums[..outputs * padded.places];
        for (x, out) in rows(x).zip(rows_mut(out)) {
            padded.pad(x, work.x);
            sums.fill(F::zero());
            F::picked(&picks, (work.w, work.x), (outputs, padded.places), padded.places, sums);
            padded.unpad(sums, |o| flat(&self.b)[o], out);
        }
    }

    /// `dx` is the sum over the nine places of a window of the products of `w` and the `dout` that has seen the pixel there.
    fn backward(&self, io: Backward<'_, F>, kept: &mut Kept<F>) {
        self.gradients(io.x, io.dout, kept);
        let picture = self.picture;
        let Picture { channels, outputs, .. } = picture;
        let padded = Padded::new(picture);
        // A block for each place in a window: it is no longer than a usual one, see `Settings::NODES`.
        let seen = grid(SIDE, SIDE).map(|(k, l)| padded.behind(2 * PADDING - k, 2 * PADDING - l));
        let places = seen.flat_map(|place| (0..outputs).map(move |o| o * padded.channel + place));
        let picks =
            Picks::in_blocks(outputs.max(1), places.enumerate().map(|(at, place)| (at * channels, place)));
        let work = Work::of(picture, kept);
        // The channels of `x` side by side, for each place in a window and each channel of `out`.
        for (at, &w) in flat(&self.w).iter().enumerate() {
            let (c, kl) = (at / (SIDE * SIDE) % channels, at % (SIDE * SIDE));
            work.w[(kl * outputs + at / picture.weights()) * channels + c] = w;
        }
        let sums = &mut work.sums[..channels * padded.places];
        for (dout, dx) in rows(io.dout).zip(rows_mut(io.dx)) {
            padded.pad(dout, work.dout);
            sums.fill(F::zero());
            F::picked(&picks, (work.w, work.dout), (channels, padded.places), padded.places, sums);
            padded.unpad(sums, |_| F::zero(), dx);
        }
    }

    fn learn(&mut self, io: Backward<'_, F>, kept: &mut Kept<F>, asked: Asked, _rate: F) -> Option<bool> {
        if asked == Asked::Nothing {
            self.gradients(io.x, io.dout, kept);
        } else {
            self.backward(io, kept);
        }
        None
    }

    fn explain(&self, tensor: Name, at: &[usize], rows: usize) -> Option<Recipe> {
        explaining::explain(self.picture, tensor, at, rows)
    }

    fn numpy(&self, tensor: Name) -> &'static str {
        match tensor {
            Name::OUT => "out = (w.reshape(O, -1) @ im2col(x)).reshape(N, O, H, W) + b[:, None, None]",
            Name::DX => "dx = col2im(w.reshape(O, -1).T @ dout.reshape(N, O, -1))",
            DW => "dw = (dout.reshape(N, O, -1) @ im2col(x).swapaxes(1, 2)).sum(axis=0).reshape(w.shape)",
            DB => "db = dout.sum(axis=(0, 2, 3))",
            _ => "",
        }
    }

    fn source(&self, tensor: Name) -> Source {
        if tensor == DB { Source::of("src/layer/conv/mod.rs") } else { plain::SOURCE }
    }

    fn params(&self) -> Vec<Param<&Tensor<F>>> {
        KIND.with([&self.w, &self.b])
    }

    fn params_mut(&mut self) -> Vec<Param<&mut Tensor<F>>> {
        KIND.with([&mut self.w, &mut self.b])
    }

    fn fan_in(&self) -> usize {
        self.picture.weights()
    }

    fn wide(&self) -> Box<dyn Layer<f64>> {
        Box::new(Convolution { picture: self.picture, w: wide(&self.w), b: wide(&self.b) })
    }

    fn boxed_clone(&self) -> Box<dyn Layer<F>> {
        Box::new(self.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::BLOCK;
    use crate::random::{Stream, generator};
    use crate::settings::Settings;
    use ndarray::array;
    use rand::{Rng, RngExt};

    /// A layer and a picture of random numbers, and what arrives from behind.
    fn case(picture: Picture, rows: usize, random: &mut impl Rng) -> (Convolution, Tensor, Tensor) {
        let mut layer = Convolution::new(picture);
        let Picture { channels, outputs, height, width } = picture;
        let mut draw = |shape: &[usize]| {
            Tensor::from_shape_simple_fn(IxDyn(shape), || random.random_range(-1.0..1.0_f32))
        };
        layer.w = draw(&[outputs, channels, SIDE, SIDE]);
        layer.b = draw(&[outputs]);
        (layer, draw(&[rows, channels, height, width]), draw(&[rows, outputs, height, width]))
    }

    /// `out`, `dx` and what was kept.
    fn both(layer: &Convolution, x: &Tensor, dout: &Tensor) -> (Tensor, Tensor, Kept<f32>) {
        let (mut out, mut dx) = (Tensor::zeros(dout.raw_dim()), Tensor::ones(x.raw_dim()));
        let mut kept = Kept::default();
        layer.forward(x, &mut out, &mut kept);
        layer.backward(Backward { x, out: &out, dout, dx: &mut dx }, &mut kept);
        (out, dx, kept)
    }

    #[test]
    fn an_edge_is_found_by_a_kernel_set_by_hand() {
        let mut layer: Convolution =
            Convolution::new(Picture { channels: 1, outputs: 1, height: 3, width: 4 });
        layer.w = array![[[[-1.0, 0.0, 1.0], [-1.0, 0.0, 1.0], [-1.0, 0.0, 1.0]]]].into_dyn();
        layer.b.fill(0.5);
        let x = array![[[[0.0, 0.0, 9.0, 9.0], [0.0, 0.0, 9.0, 9.0], [0.0, 0.0, 9.0, 9.0]]]].into_dyn();
        let (out, ..) = both(&layer, &x, &Tensor::zeros(x.raw_dim()));
        let middle = [0.5, 27.5, 27.5, -26.5];
        assert_eq!(out.as_slice().unwrap()[4..8], middle, "the border is 0 all around");
        assert_eq!(out.as_slice().unwrap()[..4], [0.5, 18.5, 18.5, -17.5]);
    }

    #[test]
    fn the_loops_that_are_shown_give_the_same_bits() {
        let mut random = generator(3, Stream::Data);
        for (channels, outputs, height, width) in [
            (1, 1, 1, 1),
            (3, 8, 12, 12),
            (8, 12, 6, 6),
            (2, 5, 1, 7),
            (1, 3, 5, 1),
            (4, 2, 17, 16),
            (40, 3, 2, 3),
        ] {
            let picture = Picture { channels, outputs, height, width };
            let (layer, x, dout) = case(picture, 3, &mut random);
            let (out, dx, kept) = both(&layer, &x, &dout);
            let (w, b) = (flat(&layer.w), flat(&layer.b));
            let mut dw = vec![0.0; w.len()];
            let bits = |values: &[f32]| values.iter().map(|value| value.to_bits()).collect::<Vec<_>>();
            for (((x, dout), out), dx) in rows(&x).zip(rows(&dout)).zip(rows(&out)).zip(rows(&dx)) {
                let (mut plain_out, mut plain_dx) = (vec![0.0; out.len()], vec![0.0; dx.len()]);
                plain::forward(picture, x, w, b, &mut plain_out);
                plain::dx(picture, dout, w, &mut plain_dx);
                plain::dw(picture, x, dout, &mut dw);
                assert_eq!(bits(out), bits(&plain_out), "out of {picture:?}");
                assert_eq!(bits(dx), bits(&plain_dx), "dx of {picture:?}");
            }
            assert_eq!(bits(flat(kept.get(DW).unwrap())), bits(&dw), "dw of {picture:?}");
        }
    }

    #[test]
    fn the_channels_of_a_place_are_one_block_of_a_sum() {
        const { assert!(Settings::NODES <= BLOCK) };
    }

    #[test]
    fn without_rows_there_is_no_output_and_no_gradient() {
        let picture = Picture { channels: 2, outputs: 3, height: 4, width: 4 };
        let (layer, x, dout) = case(picture, 0, &mut generator(1, Stream::Data));
        let (.., kept) = both(&layer, &x, &dout);
        assert_eq!((kept.get(DW).unwrap().sum(), kept.get(DB).unwrap().sum()), (0.0, 0.0));
    }
}
