//! Sums of products whose factors lie where a list says. So a Convolution reads the windows of its pictures where they are,
//! and nobody has to write them down as the columns of a matrix first.

#![allow(unsafe_code)]

use ndarray::NdFloat;

use super::BLOCK;
use super::lanes::{LANES, Lanes};

/// How many bytes a number has.
const BYTES: usize = size_of::<f32>();

/// Where the two factors of each product lie: the number of the first row of `a`, and of the first column of `b`.
pub struct Picks {
    /// In bytes of `f32`, so that they need not be multiplied each time.
    places: Vec<(u32, u32)>,
    /// The largest of each.
    furthest: (usize, usize),
    /// How many products are added up before their sum is added to those before it.
    block: usize,
}

impl Picks {
    /// A list of places. Panics where one does not fit into 32 bits.
    pub fn new(places: impl Iterator<Item = (usize, usize)>) -> Self {
        Self::in_blocks(BLOCK, places)
    }

    /// The same for sums that are made in blocks of another length, at least 1.
    pub fn in_blocks(block: usize, places: impl Iterator<Item = (usize, usize)>) -> Self {
        let mut furthest = (0, 0);
        let narrow = |at: usize| {
            let bytes = at.checked_mul(BYTES).and_then(|bytes| u32::try_from(bytes).ok());
            bytes.expect("a tensor has fewer bytes than 32 bits can count")
        };
        let places = places
            .inspect(|&(a, b)| furthest = (furthest.0.max(a), furthest.1.max(b)))
            .map(|(a, b)| (narrow(a), narrow(b)))
            .collect();
        Picks { places, furthest, block }
    }
}

/// `out[r, n] += Σ a[aₖ + r] · b[bₖ + n]` for `rows` and `columns` of `out`, whose rows lie `stride` behind one another: blocks
/// of products, each added up from 0, then the blocks, and their sum is added to `out`. What [`picked`] computes.
pub fn plain<F: NdFloat>(
    picks: &Picks,
    (a, b): (&[F], &[F]),
    (rows, columns): (usize, usize),
    stride: usize,
    out: &mut [F],
) {
    for r in 0..rows {
        for n in 0..columns {
            let mut total = F::zero();
            for block in picks.places.chunks(picks.block) {
                let products =
                    block.iter().map(|&(i, j)| a[i as usize / BYTES + r] * b[j as usize / BYTES + n]);
                total += products.fold(F::zero(), |sum, product| sum + product);
            }
            out[r * stride + n] += total; // sets out
        }
    }
}

/// The same in `f32`, several sums at a time. Panics where `columns` are no fours, and where a number lies outside its slice.
pub fn picked(
    picks: &Picks,
    (a, b): (&[f32], &[f32]),
    (rows, columns): (usize, usize),
    stride: usize,
    out: &mut [f32],
) {
    assert!(columns.is_multiple_of(LANES), "sums are made in fours");
    if picks.places.is_empty() {
        return;
    }
    for first in (0..rows).step_by(HEIGHT) {
        let (a, out) = (&a[first..], &mut out[first * stride..]);
        match rows - first {
            1 => strip::<1>(picks, a, b, columns, stride, out),
            2 => strip::<2>(picks, a, b, columns, stride, out),
            3 => strip::<3>(picks, a, b, columns, stride, out),
            _ => strip::<HEIGHT>(picks, a, b, columns, stride, out),
        }
    }
}

/// How many rows a tile has at most, beside 8 columns: most Convolutions have a multiple of it.
const HEIGHT: usize = 4;

/// All columns of some rows.
#[inline(never)]
fn strip<const ROWS: usize>(
    picks: &Picks,
    a: &[f32],
    b: &[f32],
    columns: usize,
    stride: usize,
    out: &mut [f32],
) {
    let mut new = 0;
    while new < columns {
        let left = (columns - new) / LANES;
        // Three groups of four for up to three rows: a tile of few sums would wait for them.
        let groups = if left == 3 && ROWS < HEIGHT { 3 } else { left.min(2) };
        let add = match groups {
            3 => add::<ROWS, 3>,
            2 => add::<ROWS, 2>,
            _ => add::<ROWS, 1>,
        };
        add(picks, a, &b[new..], stride, &mut out[new..]);
        new += groups * LANES;
    }
}

/// Adds the sums of a tile to the beginnings of the rows of `out`.
#[inline(never)]
fn add<const ROWS: usize, const GROUPS: usize>(
    picks: &Picks,
    a: &[f32],
    b: &[f32],
    stride: usize,
    out: &mut [f32],
) {
    let Picks { places, furthest, block } = picks;
    assert!(furthest.0 + ROWS <= a.len() && furthest.1 + GROUPS * LANES <= b.len());
    assert!((ROWS - 1) * stride + GROUPS * LANES <= out.len());
    let mut blocks = places.chunks(*block);
    let mut total = tile::<ROWS, GROUPS>(blocks.next().unwrap_or_default(), a, b);
    for block in blocks {
        let sums = tile::<ROWS, GROUPS>(block, a, b);
        for (total, sum) in total.as_flattened_mut().iter_mut().zip(sums.as_flattened()) {
            *total = total.plus(*sum);
        }
    }
    for (row, total) in total.into_iter().enumerate() {
        for (group, total) in total.into_iter().enumerate() {
            let at = out.as_mut_ptr().wrapping_add(row * stride + group * LANES);
            // SAFETY: these four numbers lie in the slice, as the assertion says.
            let out = unsafe { &mut *at.cast::<[f32; LANES]>() };
            Lanes::load(out).plus(total).store(out);
        }
    }
}

/// The sums of a block for `ROWS` rows and `GROUPS` groups of four columns. `ROWS` numbers from each place of `a` on, and
/// `GROUPS · 4` from each place of `b` on, lie in the slices: [`add`] has asserted it.
#[inline(always)]
fn tile<const ROWS: usize, const GROUPS: usize>(
    block: &[(u32, u32)],
    a: &[f32],
    b: &[f32],
) -> [[Lanes; GROUPS]; ROWS] {
    let mut sums = [[Lanes::splat(0.0); GROUPS]; ROWS];
    for &(at_a, at_b) in block {
        // SAFETY: the caller says that all of these numbers lie in the slices.
        unsafe {
            let (rows, columns) = (a.as_ptr().byte_add(at_a as usize), b.as_ptr().byte_add(at_b as usize));
            let columns = columns.cast::<[f32; LANES]>();
            let columns: [Lanes; GROUPS] = std::array::from_fn(|group| Lanes::load(&*columns.add(group)));
            for (row, sums) in sums.iter_mut().enumerate() {
                let factor = Lanes::splat(*rows.add(row));
                for (sum, &column) in sums.iter_mut().zip(&columns) {
                    *sum = sum.plus(factor.times(column));
                }
            }
        }
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::{Stream, generator};
    use rand::RngExt;

    #[test]
    fn tiles_give_the_same_bits_as_plain_loops() {
        let mut random = generator(5, Stream::Data);
        let mut draw = |n: usize| (0..n).map(|_| random.random_range(-1.0..1.0_f32)).collect::<Vec<_>>();
        let (a, b) = (draw(900), draw(900));
        for rows in 1..=9 {
            for columns in [0, 4, 8, 12, 20] {
                for (count, block) in [(0, 9), (1, 1), (27, 256), (108, 12), (256, 256), (600, 256)] {
                    let places = (0..count).map(|k| (k * 7 % 890, k * 11 % 880));
                    let picks = Picks::in_blocks(block, places);
                    let (mut fast, mut slow) = (a[..9 * 24].to_vec(), a[..9 * 24].to_vec());
                    picked(&picks, (&a, &b), (rows, columns), 24, &mut fast);
                    plain(&picks, (&a, &b), (rows, columns), 24, &mut slow);
                    let bits = |numbers: &[f32]| numbers.iter().map(|n| n.to_bits()).collect::<Vec<_>>();
                    assert_eq!(bits(&fast), bits(&slow), "{rows}×{columns}, {count} products");
                }
            }
        }
    }
}
