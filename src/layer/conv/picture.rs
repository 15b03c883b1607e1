//! The sizes of pictures, and which pixel a window has where.

use super::{PADDING, SIDE};

/// How many weights a window has for each channel.
const WINDOW: usize = SIDE * SIDE;

/// A picture's sizes, and those of what a Convolution makes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The channels of `x`.
    pub channels: usize,
    /// The channels of `out`.
    pub outputs: usize,
    /// The rows of pixels.
    pub height: usize,
    /// The pixels of a row.
    pub width: usize,
}

impl Picture {
    /// How many pixels a channel has.
    pub fn pixels(self) -> usize {
        self.height * self.width
    }

    /// How many weights a channel of `out` has.
    pub fn weights(self) -> usize {
        self.channels * WINDOW
    }

    /// The pixel that the window at `(i, j)` has at its place `(k, l)`; `None` beyond the border.
    pub fn pixel(self, (i, j): (usize, usize), (k, l): (usize, usize)) -> Option<(usize, usize)> {
        let pixel = ((i + k).checked_sub(PADDING)?, (j + l).checked_sub(PADDING)?);
        (pixel.0 < self.height && pixel.1 < self.width).then_some(pixel)
    }

    /// The window in which `pixel` has the place `(k, l)`; `None` where there is none.
    pub fn window(self, pixel: (usize, usize), (k, l): (usize, usize)) -> Option<(usize, usize)> {
        // The same step the other way.
        self.pixel(pixel, (2 * PADDING - k, 2 * PADDING - l))
    }
}

/// All places of a grid, row by row.
pub fn grid(height: usize, width: usize) -> impl Iterator<Item = (usize, usize)> + Clone {
    (0..height).flat_map(move |i| (0..width).map(move |j| (i, j)))
}
