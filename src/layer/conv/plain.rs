//! A Convolution as plain loops: what the layer computes in tiles, with every sum in the same order.
//!
//! These loops do not run: they say what does, and a test holds the two against each other bit for bit.

use super::picture::grid;
use super::{PADDING, Picture, SIDE};
use crate::kernel::plain::sum;
use crate::scalar::Scalar;
use crate::source::Source;

/// This file, whose loops can be read, for what runs.
pub const SOURCE: Source =
    Source { file: "src/layer/conv/plain.rs", stands_for: Some("src/layer/conv/mod.rs") };

/// The number at a pixel of a channel; 0 beyond the border.
fn at<F: Scalar>(picture: Picture, x: &[F], c: usize, pixel: Option<(usize, usize)>) -> F {
    pixel.map_or(F::zero(), |(i, j)| x[(c * picture.height + i) * picture.width + j])
}

/// `out = Σ x · w + b` over the window of each place, for one picture.
pub fn forward<F: Scalar>(picture: Picture, x: &[F], w: &[F], b: &[F], out: &mut [F]) {
    let Picture { channels, outputs, height, width } = picture;
    for o in 0..outputs {
        for (p, place) in grid(height, width).enumerate() {
            let window = (0..channels).flat_map(|c| grid(SIDE, SIDE).map(move |kl| (c, kl)));
            let products: Vec<F> = window
                .zip(&w[o * picture.weights()..])
                .map(|((c, kl), &w)| w * at(picture, x, c, picture.pixel(place, kl)))
                .collect();
            out[o * picture.pixels() + p] = sum(F::zero(), products.into_iter()) + b[o]; // sets out
        }
    }
}

/// `dx = Σ dout · w` over the windows that have seen each pixel, for one picture.
pub fn dx<F: Scalar>(picture: Picture, dout: &[F], w: &[F], dx: &mut [F]) {
    let Picture { channels, outputs, height, width } = picture;
    for c in 0..channels {
        for (p, pixel) in grid(height, width).enumerate() {
            let mut total = F::zero();
            for (k, l) in grid(SIDE, SIDE) {
                let Some(window) = picture.window(pixel, (k, l)) else { continue };
                let products = (0..outputs).map(|o| {
                    w[((o * channels + c) * SIDE + k) * SIDE + l] * at(picture, dout, o, Some(window))
                });
                total += sum(F::zero(), products);
            }
            dx[c * picture.pixels() + p] = total; // sets dx
        }
    }
}

/// `dw = Σ x · dout` over the places of one picture; those of all pictures are added up.
pub fn dw<F: Scalar>(picture: Picture, x: &[F], dout: &[F], dw: &mut [F]) {
    let Picture { channels, outputs, height, width } = picture;
    for o in 0..outputs {
        for c in 0..channels {
            for (k, l) in grid(SIDE, SIDE) {
                let products: Vec<F> = grid(height, width)
                    .map(|place| {
                        at(picture, dout, o, Some(place)) * at(picture, x, c, picture.pixel(place, (k, l)))
                    })
                    .collect();
                dw[((o * channels + c) * SIDE + k) * SIDE + l] += sum(F::zero(), products.into_iter()); // sets dw
            }
        }
    }
}

/// The zeros around a picture keep `out` as large as it: a window's middle is its place.
const _: () = assert!(SIDE == 2 * PADDING + 1);
