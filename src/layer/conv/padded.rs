//! Pictures with zeros around them, in which every window lies as a whole, and the memory for what is made of them.

use super::{PADDING, Picture, WORK};
use crate::kernel::Picks;
use crate::layer::Kept;
use crate::scalar::{Scalar, flat_mut};

/// Sums are made in fours, and best in twice as many.
const FOUR: usize = 4;
const EIGHT: usize = 2 * FOUR;

/// Where the numbers of padded pictures lie. The places of a window are counted along the padded rows, so that they follow one
/// another; those that stand for no pixel, at the end of each row, are computed and left out.
#[derive(Clone, Copy)]
pub struct Padded {
    picture: Picture,
    /// From a row of a channel to the next.
    pub pitch: usize,
    /// From a channel to the next.
    pub channel: usize,
    /// How many places there are, and some more.
    pub places: usize,
    /// How many channels `out` has, and some more.
    pub outputs: usize,
}

impl Padded {
    /// The padded pictures of a Convolution.
    pub fn new(picture: Picture) -> Self {
        let Picture { outputs, height, width, .. } = picture;
        let pitch = width + 2 * PADDING;
        Padded {
            picture,
            pitch,
            channel: (height + 2 * PADDING) * pitch,
            places: (height * pitch).next_multiple_of(EIGHT),
            outputs: outputs.next_multiple_of(FOUR),
        }
    }

    /// Where a window's place `(k, l)` lies behind its first one.
    pub fn behind(self, k: usize, l: usize) -> usize {
        k * self.pitch + l
    }

    /// For each pixel its place, and its row of `out` with the channels side by side.
    pub fn pixels(self) -> Picks {
        let Picture { height, width, .. } = self.picture;
        let places = (0..height).flat_map(|i| (0..width).map(move |j| i * self.pitch + j));
        Picks::new(places.enumerate().map(|(pixel, place)| (place, pixel * self.outputs)))
    }

    /// Writes the channels of a picture into the middle of zeros.
    pub fn pad<F: Scalar>(self, x: &[F], padded: &mut [F]) {
        let Picture { height, width, .. } = self.picture;
        if width == 0 || height == 0 {
            return;
        }
        let channels = x.chunks_exact(height * width).zip(padded.chunks_exact_mut(self.channel));
        for (x, padded) in channels {
            let rows = padded[self.behind(PADDING, PADDING)..].chunks_mut(self.pitch);
            for (x, row) in x.chunks_exact(width).zip(rows) {
                each(x, &mut row[..width], |x| x);
            }
        }
    }

    /// Writes the sums at all places, plus `add` of the channel, as the channels of a picture.
    pub fn unpad<F: Scalar>(self, sums: &[F], add: impl Fn(usize) -> F, out: &mut [F]) {
        let Picture { height, width, .. } = self.picture;
        if width == 0 || height == 0 {
            return;
        }
        let channels = out.chunks_exact_mut(height * width).zip(sums.chunks_exact(self.places));
        for (channel, (out, sums)) in channels.enumerate() {
            let add = add(channel);
            for (out, sums) in out.chunks_exact_mut(width).zip(sums.chunks(self.pitch)) {
                each(&sums[..width], out, |sum| sum + add);
            }
        }
    }
}

/// `to = change(from)`, number for number of two slices of one length. Four are made at a time, the last four perhaps a second time:
/// a row of a picture is short, and single ones behind the fours would take as long as these.
#[inline(always)]
fn each<F: Scalar>(from: &[F], to: &mut [F], change: impl Fn(F) -> F) {
    let (fours, last) = (from.as_chunks::<FOUR>().0, from.last_chunk::<FOUR>());
    let (Some(last), true) = (last, from.len() == to.len()) else {
        to.iter_mut().zip(from).for_each(|(to, &from)| *to = change(from));
        return;
    };
    to.as_chunks_mut::<FOUR>().0.iter_mut().zip(fours).for_each(|(to, from)| *to = from.map(&change));
    if let Some(to) = to.last_chunk_mut::<FOUR>() {
        *to = last.map(&change);
    }
}

/// Memory for one picture, the same for forward and backward so that it is made once. It begins as zeros, and those around a
/// picture are never written.
pub struct Work<'a, F> {
    /// `x`, padded.
    pub x: &'a mut [F],
    /// `dout`, padded.
    pub dout: &'a mut [F],
    /// Sums at all places, for each channel of `x` or `out`.
    pub sums: &'a mut [F],
    /// The weights in another order.
    pub w: &'a mut [F],
    /// `dout` of a picture with the channels of a pixel side by side.
    pub turned: &'a mut [F],
    /// `dw` of all pictures, `(C · 3 · 3, O)`.
    pub dw: &'a mut [F],
    /// `db` of one picture, and of all of them.
    pub one: &'a mut [F],
    pub db: &'a mut [F],
}

impl<'a, F: Scalar> Work<'a, F> {
    /// The memory that a layer keeps.
    pub fn of(picture: Picture, kept: &'a mut Kept<F>) -> Self {
        let padded = Padded::new(picture);
        let Picture { channels, outputs, .. } = picture;
        // Beyond the last window more places are read, of which nothing is kept.
        let sizes = [
            channels * padded.channel + 2 * EIGHT,
            outputs * padded.channel + 2 * EIGHT,
            channels.max(outputs) * padded.places,
            outputs * picture.weights(),
            picture.pixels() * padded.outputs,
            picture.weights() * padded.outputs,
            padded.outputs,
            padded.outputs,
        ];
        let mut work = flat_mut(kept.slot(WORK, &[sizes.iter().sum()]));
        let [x, dout, sums, w, turned, dw, one, db] =
            sizes.map(|size| work.split_off_mut(..size).expect("the memory is as large as its parts"));
        Work { x, dout, sums, w, turned, dw, one, db }
    }
}
