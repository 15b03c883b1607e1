//! The windows of a picture as the columns of a matrix, and the memory for the products with it.

use super::picture::grid;
use super::{PADDING, Picture, SIDE, WORK};
use crate::layer::Kept;
use crate::scalar::{Scalar, flat_mut};

/// The channels of a picture's `out` or `dout`.
pub fn channels<F>(picture: Picture, out: &[F]) -> impl Iterator<Item = &[F]> {
    out.chunks_exact(picture.pixels().max(1))
}

/// The same, to be written.
pub fn channels_mut<F>(picture: Picture, out: &mut [F]) -> impl Iterator<Item = &mut [F]> {
    out.chunks_exact_mut(picture.pixels().max(1))
}

/// Memory for one picture's products, the same for forward and backward so that it is made once.
pub struct Work<'a, F> {
    /// The windows as columns, `(C · 3 · 3, H · W)`, or their gradients.
    pub windows: &'a mut [F],
    /// Zeros, one for each place.
    pub zeros: &'a [F],
    /// Memory for a product to turn the windows in; as large as they are.
    pub spare: &'a mut [F],
    /// `dw` of one picture, and of all of them.
    pub one: &'a mut [F],
    pub dw: &'a mut [F],
}

impl<'a, F: Scalar> Work<'a, F> {
    /// The windows' numbers, and the weights'.
    fn sizes(picture: Picture) -> (usize, usize) {
        (picture.weights() * picture.pixels(), picture.outputs * picture.weights())
    }

    /// How many numbers it holds.
    pub fn len(picture: Picture) -> usize {
        let (windows, weights) = Self::sizes(picture);
        picture.pixels() + 2 * windows + 2 * weights
    }

    /// The memory that a layer keeps.
    pub fn of(picture: Picture, kept: &'a mut Kept<F>) -> Self {
        let (size, weights) = Self::sizes(picture);
        let work = flat_mut(kept.slot(WORK, &[Self::len(picture)]));
        let (zeros, work) = work.split_at_mut(picture.pixels());
        let (windows, work) = work.split_at_mut(size);
        let (spare, work) = work.split_at_mut(size);
        let (one, dw) = work.split_at_mut(weights);
        Work { windows, zeros, spare, one, dw }
    }

    /// `dw` of all pictures.
    pub fn dw(picture: Picture, work: &[F]) -> &[F] {
        &work[work.len() - Self::sizes(picture).1..]
    }
}

/// Writes the windows of a picture as columns, `(C · 3 · 3, H · W)`: NumPy teaching code calls it `im2col`.
pub fn gather<F: Scalar>(picture: Picture, x: &[F], windows: &mut [F]) {
    each_run(picture, |row, run| {
        let windows = &mut windows[row..][..picture.width];
        windows.fill(F::zero());
        if let Some((at, from, len)) = run {
            windows[at..][..len].copy_from_slice(&x[from..][..len]);
        }
    });
}

/// Adds the gradient of every window to the pixels that it has seen: `col2im`.
pub fn scatter<F: Scalar>(picture: Picture, windows: &[F], dx: &mut [F]) {
    dx.fill(F::zero());
    each_run(picture, |row, run| {
        if let Some((at, from, len)) = run {
            dx[from..][..len]
                .iter_mut()
                .zip(&windows[row + at..][..len])
                .for_each(|(dx, &window)| *dx += window);
        }
    });
}

/// Calls `f` for each row of places of each weight: where that row begins in the windows, and which of it lies inside the
/// picture: from which place on, from which pixel on, and how many. `None` where all of it lies beyond the border.
fn each_run(picture: Picture, mut f: impl FnMut(usize, Option<(usize, usize, usize)>)) {
    let Picture { channels, height, width, .. } = picture;
    let mut row = 0;
    for c in 0..channels {
        for (k, l) in grid(SIDE, SIDE) {
            let (first, end) = (PADDING.saturating_sub(l), (width + PADDING).saturating_sub(l).min(width));
            for i in 0..height {
                let pixel = picture.pixel((i, first), (k, l)).filter(|_| first < end);
                f(row, pixel.map(|(y, x)| (first, (c * height + y) * width + x, end - first)));
                row += width;
            }
        }
    }
}
