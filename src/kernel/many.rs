//! The products for many rows, by tiles of 4 × 8 sums.
//!
//! A tile takes, for each product, 4 numbers of one factor and 8 of the other. The 4 are packed side by side where they
//! do not lie so already. What is left at the edges is a tile of 4 × 4 that overlaps the one before it, or one that is
//! filled up with zeros: of these only what is new is written.

use std::ops::Range;

use super::BLOCK;
use super::lanes::{LANES, Lanes, four, four_mut};
use super::tile::tile;

/// How many rows a tile has.
const HEIGHT: usize = 4;
/// How many columns a tile has that is not at an edge.
const WIDTH: usize = 2 * LANES;

/// What the sums of a product are added to: a parameter of functions, so that no tile has to ask.
type Onto = u8;
/// They are added to nothing.
const NOTHING: Onto = 0;
/// They are added to a row, the same for all.
const ROW: Onto = 1;
/// They are added to what was written there before.
const BEFORE: Onto = 2;

/// From how many rows on a sum over rows is worth packing: fewer stay in the nearest cache as they lie.
const MANY: usize = 64;

/// `out = a·b` with `a` `(rows, k)`, `b` `(k, n)` and `out` `(rows, n)`, and on each row `base`, where there is one. `k` and
/// `n` are not 0.
pub fn by_rows(k: usize, n: usize, a: &[f32], b: &[f32], base: Option<&[f32]>, out: &mut [f32]) {
    // Memory that is not needed is not even set to 0.
    let filled: &mut [f32] = if n < LANES { &mut [0.0; LANES * BLOCK] } else { &mut [] };
    let mut packed = [0.0; HEIGHT * BLOCK];
    for start in (0..k).step_by(BLOCK) {
        let size = BLOCK.min(k - start);
        let b = filled_up(&b[start * n..(start + size) * n], n, filled);
        for (a, out) in a.chunks(HEIGHT * k).zip(out.chunks_mut(HEIGHT * n)) {
            pack(a, k, start..start + size, &mut packed);
            let a = (&packed[..], HEIGHT);
            match base {
                _ if start > 0 => strip::<BEFORE>(size, a, b, &[], n, out),
                Some(base) => strip::<ROW>(size, a, b, base, n, out),
                None => strip::<NOTHING>(size, a, b, &[], n, out),
            }
        }
    }
}

/// `out = aᵀ·b` with `a` `(rows, m)`, `b` `(rows, n)` and `out` `(m, n)`: the sums go over the rows. None of the sizes is 0.
pub fn over_rows(m: usize, n: usize, a: &[f32], b: &[f32], out: &mut [f32]) {
    let filled: &mut [f32] = if n < LANES { &mut [0.0; LANES * BLOCK] } else { &mut [] };
    let mut last = [0.0; HEIGHT * BLOCK];
    let blocks = a.chunks(BLOCK * m).zip(b.chunks(BLOCK * n));
    for (block, (a, b)) in blocks.enumerate() {
        let size = b.len() / n;
        side_by_side((a, m), m - m % HEIGHT..m, &mut last);
        let mut done = 0;
        if size >= MANY {
            done = n - n % WIDTH;
            match block {
                0 => panels::<NOTHING>(size, (a, m), &last, (b, n), out),
                _ => panels::<BEFORE>(size, (a, m), &last, (b, n), out),
            }
        }
        let b = filled_up(b, n, filled);
        for (first, out) in (0..m).step_by(HEIGHT).zip(out.chunks_mut(HEIGHT * n)) {
            let four = if first + HEIGHT > m { (&last[..], HEIGHT) } else { (&a[first..], m) };
            match block {
                _ if done == n => break,
                0 if done > 0 => edge::<NOTHING>(size, four, (b.0, b.1, 0), &[], done..n, n, out),
                0 => strip::<NOTHING>(size, four, b, &[], n, out),
                _ if done > 0 => edge::<BEFORE>(size, four, (b.0, b.1, 0), &[], done..n, n, out),
                _ => strip::<BEFORE>(size, four, b, &[], n, out),
            }
        }
    }
}

/// The whole tiles of a sum over many rows: one panel of eight columns after the other, each packed side by side.
#[inline(never)]
fn panels<const ONTO: Onto>(
    k: usize,
    (a, m): (&[f32], usize),
    last: &[f32],
    (b, n): (&[f32], usize),
    out: &mut [f32],
) {
    let mut panel = [[0.0; WIDTH]; BLOCK];
    for first in (0..n - n % WIDTH).step_by(WIDTH) {
        for (b, to) in b.chunks_exact(n).zip(&mut panel) {
            *to = b[first..first + WIDTH].try_into().expect("eight numbers");
        }
        let b = panel.as_flattened();
        let mut rows = out.chunks_exact_mut(HEIGHT * n);
        for (row, out) in (0..).step_by(HEIGHT).zip(&mut rows) {
            write::<2, ONTO>(tile::<HEIGHT, 2>(k, (&a[row..], m), (b, WIDTH)), &[], first, n, out);
        }
        let rest = rows.into_remainder();
        if !rest.is_empty() {
            edge::<ONTO>(k, (last, HEIGHT), (b, WIDTH, first), &[], first..first + WIDTH, n, rest);
        }
    }
}

/// A row of tiles: up to four rows of `n` numbers.
///
/// It is a function of its own in the WebAssembly, too: in a short one the browser keeps all sums in registers.
#[inline(never)]
fn strip<const ONTO: Onto>(
    k: usize,
    a: (&[f32], usize),
    b: (&[f32], usize),
    base: &[f32],
    n: usize,
    out: &mut [f32],
) {
    let whole = if out.len() == HEIGHT * n { n - n % WIDTH } else { 0 };
    for first in (0..whole).step_by(WIDTH) {
        let sums = tile::<HEIGHT, 2>(k, a, (&b.0[first..], b.1));
        write::<2, ONTO>(sums, base, first, n, out);
    }
    if whole < n {
        edge::<ONTO>(k, a, (b.0, b.1, 0), base, whole..n, n, out);
    }
}

/// Writes a tile.
#[inline(always)]
fn write<const GROUPS: usize, const ONTO: Onto>(
    sums: [[Lanes; GROUPS]; HEIGHT],
    base: &[f32],
    first: usize,
    n: usize,
    out: &mut [f32],
) {
    let mut before = [Lanes::splat(0.0); GROUPS];
    if ONTO == ROW {
        let base = &base[first..][..GROUPS * LANES];
        before = std::array::from_fn(|group| Lanes::load(four(base, group * LANES)));
    }
    for (row, sums) in sums.into_iter().enumerate() {
        let out = &mut out[row * n + first..][..GROUPS * LANES];
        for (group, sum) in sums.into_iter().enumerate() {
            let out = four_mut(out, group * LANES);
            match ONTO {
                NOTHING => sum.store(out),
                ROW => before[group].plus(sum).store(out),
                _ => Lanes::load(out).plus(sum).store(out),
            }
        }
    }
}

/// The columns of a row of tiles that no whole tile covers. The first number of `b` is of the column `origin`.
#[inline(never)]
fn edge<const ONTO: Onto>(
    k: usize,
    a: (&[f32], usize),
    (b, step, origin): (&[f32], usize, usize),
    base: &[f32],
    columns: Range<usize>,
    n: usize,
    out: &mut [f32],
) {
    for new in columns.clone().step_by(LANES) {
        let first = new.min(n.saturating_sub(LANES));
        let sums = tile::<HEIGHT, 1>(k, a, (&b[first - origin..], step));
        // What a tile before has written may be written again, unless it was added to.
        if out.len() == HEIGHT * n && n >= LANES && (first == new || ONTO != BEFORE) {
            write::<1, ONTO>(sums, base, first, n, out);
            continue;
        }
        for (out, [sums]) in out.chunks_exact_mut(n).zip(sums) {
            for (at, sum) in (first..n).zip(sums.array()).skip(new - first) {
                out[at] = match ONTO {
                    NOTHING => sum,
                    ROW => base[at] + sum,
                    _ => out[at] + sum,
                };
            }
        }
    }
}

/// The part `range` of up to four rows of `k` numbers, the rows' numbers side by side; 0 for rows that there are not.
fn pack(rows: &[f32], k: usize, range: Range<usize>, packed: &mut [f32; HEIGHT * BLOCK]) {
    if rows.len() < HEIGHT * k {
        packed.fill(0.0);
        for (row, numbers) in rows.chunks_exact(k).enumerate() {
            let places = packed[row..].iter_mut().step_by(HEIGHT);
            places.zip(&numbers[range.clone()]).for_each(|(to, &from)| *to = from);
        }
        return;
    }
    let rows: [&[f32]; HEIGHT] = std::array::from_fn(|row| &rows[row * k..][range.clone()]);
    let (fours, _) = packed.as_chunks_mut::<HEIGHT>();
    for (at, to) in (0..range.len()).step_by(LANES).zip(fours.chunks_mut(LANES)) {
        if at + LANES <= range.len() {
            let rows = rows.map(|row| Lanes::load(four(row, at)));
            for (to, column) in to.iter_mut().zip(Lanes::transposed(rows)) {
                column.store(to);
            }
        } else {
            to.iter_mut().zip(at..range.len()).for_each(|(to, at)| *to = rows.map(|row| row[at]));
        }
    }
}

/// Rows of `n` numbers and their distance, filled up with zeros in `filled` where `n` is less than a tile takes.
fn filled_up<'a>(rows: &'a [f32], n: usize, filled: &'a mut [f32]) -> (&'a [f32], usize) {
    if n >= LANES {
        return (rows, n);
    }
    side_by_side((rows, n), 0..n, filled);
    (&filled[..rows.len() / n * LANES], LANES)
}

/// The columns `range`, fewer than four, of rows of `n` numbers, row after row, each filled up with zeros to four.
fn side_by_side((rows, n): (&[f32], usize), range: Range<usize>, packed: &mut [f32]) {
    let (fours, _) = packed.as_chunks_mut::<LANES>();
    for (row, four) in rows.chunks_exact(n).zip(fours) {
        for (to, at) in four.iter_mut().zip(range.start..) {
            *to = if at < range.end { row[at] } else { 0.0 };
        }
    }
}

/// Rows of `n` numbers as columns: `transposed[j, i] = rows[i, j]`.
pub fn transpose(n: usize, rows: &[f32], transposed: &mut [f32]) {
    let m = rows.len() / n;
    for (i, rows) in (0..m).step_by(LANES).zip(rows.chunks(LANES * n)) {
        let mut from = 0;
        if i + LANES <= m {
            from = n - n % LANES;
            for j in (0..from).step_by(LANES) {
                let rows = std::array::from_fn(|row| Lanes::load(four(rows, row * n + j)));
                for (j, column) in (j..).zip(Lanes::transposed(rows)) {
                    column.store(four_mut(transposed, j * m + i));
                }
            }
        }
        for (i, row) in (i..).zip(rows.chunks_exact(n)) {
            (from..n).for_each(|j| transposed[j * m + i] = row[j]);
        }
    }
}
