//! The products for many rows, by tiles of 5 × 8 sums.
//!
//! A tile takes, for each product, 5 numbers of one factor and 8 of the other. The 5 are packed side by side where they
//! do not lie so already. What is left at the edges is a tile of 5 × 4, which may overlap the one before it: of it only what
//! is new is written.

use std::ops::Range;

use super::BLOCK;
use super::lanes::LANES;
use super::tile::{HEIGHT, Onto, Packed, UNWRITTEN, longer, pack, tile, write};

/// How many columns a tile has that is not at an edge.
const WIDTH: usize = 2 * LANES;

/// From how many rows on a sum over rows is worth packing: fewer stay in the nearest cache as they lie.
const MANY: usize = 64;

/// `out = a·b` with `a` `(rows, k)`, `b` `(k, n)` and `out` `(rows, n)`, and on each row `base`, where there is one. `k` and
/// `n` are not 0.
pub fn by_rows(k: usize, n: usize, a: &[f32], b: &[f32], base: Option<&[f32]>, out: &mut [f32]) {
    let (mut packed, mut copy): (Packed, Packed) = (UNWRITTEN, UNWRITTEN);
    for start in (0..k).step_by(BLOCK) {
        let size = BLOCK.min(k - start);
        let b = &b[start * n..(start + size) * n];
        let b = if n < LANES { longer(b, &mut copy) } else { b };
        let onto = match base {
            _ if start > 0 => Onto::Before,
            Some(base) => Onto::Row(base),
            None => Onto::Nothing,
        };
        for (a, out) in a.chunks(HEIGHT * k).zip(out.chunks_mut(HEIGHT * n)) {
            let a = (pack(a, k, start, size, &mut packed), HEIGHT);
            Strip { k: size, a, skip: 0, b: (b, n, 0), onto, n }.write(0..n, out);
        }
    }
}

/// `out = aᵀ·b` with `a` `(rows, m)`, `b` `(rows, n)` and `out` `(m, n)`: the sums go over the rows. None of the sizes is 0.
pub fn over_rows(m: usize, n: usize, a: &[f32], b: &[f32], out: &mut [f32]) {
    let (mut long_a, mut long_b): (Packed, Packed) = (UNWRITTEN, UNWRITTEN);
    let mut panel = [[0.0; WIDTH]; BLOCK];
    let blocks = a.chunks(BLOCK * m).zip(b.chunks(BLOCK * n));
    for (block, (a, b)) in blocks.enumerate() {
        let (k, onto) = (b.len() / n, if block == 0 { Onto::Nothing } else { Onto::Before });
        let a = if m < HEIGHT { longer(a, &mut long_a) } else { a };
        let mut strips = |b: (&[f32], usize, usize), columns: Range<usize>| {
            for (first, out) in (0..m).step_by(HEIGHT).zip(out.chunks_mut(HEIGHT * n)) {
                // The last five rows, where fewer are left.
                let from = first.min(m.saturating_sub(HEIGHT));
                let strip = Strip { k, a: (&a[from..], m), skip: first - from, b, onto, n };
                strip.write(columns.clone(), out);
            }
        };
        let mut done = 0;
        if k >= MANY {
            done = n - n % WIDTH;
            for first in (0..done).step_by(WIDTH) {
                for (b, to) in b.chunks_exact(n).zip(&mut panel) {
                    *to = b[first..first + WIDTH].try_into().expect("eight numbers");
                }
                strips((panel.as_flattened(), WIDTH, first), first..first + WIDTH);
            }
        }
        if done < n {
            let b = if n < LANES { longer(b, &mut long_b) } else { b };
            strips((b, n, 0), done..n);
        }
    }
}

/// Up to five rows of sums of `k` products.
struct Strip<'a> {
    k: usize,
    /// The factor with five numbers side by side for each product, and how far the next five are.
    a: (&'a [f32], usize),
    /// How many of the five have been written already.
    skip: usize,
    /// The factor with a number for each column, how far those of the next product are, and the column of its first one.
    b: (&'a [f32], usize, usize),
    onto: Onto<'a>,
    /// How many numbers a row has.
    n: usize,
}

impl Strip<'_> {
    /// Computes and writes some columns.
    ///
    /// It is a function of its own in the WebAssembly, too: in a short one the browser keeps all sums in registers.
    #[inline(never)]
    fn write(&self, columns: Range<usize>, out: &mut [f32]) {
        let Strip { k, a, b: (b, step, origin), onto, n, .. } = *self;
        let mut new = columns.start;
        while new + WIDTH <= columns.end && out.len() == HEIGHT * n {
            write(tile::<HEIGHT, 2>(k, a, (&b[new - origin..], step)), onto, new, n, out);
            new += WIDTH;
        }
        if new < columns.end {
            self.write_edge(new..columns.end, out);
        }
    }

    /// The same by tiles of four columns, for what no whole tile covers.
    #[inline(never)]
    fn write_edge(&self, columns: Range<usize>, out: &mut [f32]) {
        let Strip { k, a, skip, b: (b, step, origin), onto, n } = *self;
        for new in columns.step_by(LANES) {
            let first = new.min(n.saturating_sub(LANES));
            let sums = tile::<HEIGHT, 1>(k, a, (&b[first - origin..], step));
            // What a tile before has written may be written again, unless it was added to.
            if out.len() == HEIGHT * n && n >= LANES && (first == new || !matches!(onto, Onto::Before)) {
                write(sums, onto, first, n, out);
                continue;
            }
            let sums = sums.map(|[sums]| sums.array());
            for (row, sums) in sums[skip..].iter().take(out.len() / n).enumerate() {
                for (at, sum) in (first..n).zip(sums).skip(new - first) {
                    let out = &mut out[row * n + at];
                    *out = sum
                        + match onto {
                            Onto::Nothing => 0.0,
                            Onto::Row(base) => base[at],
                            Onto::Before => *out,
                        };
                }
            }
        }
    }
}
