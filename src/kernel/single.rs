//! The products for a single row: each weight is used once, so nothing is packed.

use super::BLOCK;
use super::lanes::{LANES, Lanes, four, four_mut};
use super::tile::tile;

/// `out = x·w + b` with `x` `(k)`, `w` `(k, n)`, `b` and `out` `(n)`.
pub fn forward(x: &[f32], w: &[f32], b: &[f32], out: &mut [f32]) {
    let n = out.len();
    for (block, (x, w)) in x.chunks(BLOCK).zip(w.chunks(BLOCK * n)).enumerate() {
        let base = (block == 0).then_some(b);
        let mut done = 0;
        while done < n {
            done += match n - done {
                32.. => add::<8>((x, w), done, base, out),
                16.. => add::<4>((x, w), done, base, out),
                8.. => add::<2>((x, w), done, base, out),
                4.. => add::<1>((x, w), done, base, out),
                _ => add_few((x, w), done, base, out),
            };
        }
    }
}

/// Adds `x·w` to the base, or to what is there already, in the `GROUPS · 4` columns from `first` on. Returns how many they
/// are.
#[inline(always)]
fn add<const GROUPS: usize>(
    (x, w): (&[f32], &[f32]),
    first: usize,
    base: Option<&[f32]>,
    out: &mut [f32],
) -> usize {
    let [sums] = tile::<1, GROUPS>(x.len(), (x, 1), (&w[first..], out.len()));
    for (group, sum) in sums.into_iter().enumerate() {
        let at = first + group * LANES;
        let before = Lanes::load(four(base.unwrap_or(out), at));
        before.plus(sum).store(four_mut(out, at));
    }
    GROUPS * LANES
}

/// The same in the columns from `first` to the end, fewer than four.
fn add_few((x, w): (&[f32], &[f32]), first: usize, base: Option<&[f32]>, out: &mut [f32]) -> usize {
    let mut sums = [0.0; LANES];
    for (&x, w) in x.iter().zip(w.chunks_exact(out.len())) {
        sums.iter_mut().zip(&w[first..]).for_each(|(sum, &w)| *sum += x * w);
    }
    for (at, sum) in (first..out.len()).zip(sums) {
        out[at] = base.unwrap_or(out)[at] + sum;
    }
    out.len() - first
}

/// `dx = dout·wᵀ` with `dout` `(k)`, `w` `(n, k)` and `dx` `(n)`; `k` is not 0.
pub fn dx(k: usize, dout: &[f32], w: &[f32], dx: &mut [f32]) {
    dx.fill(0.0);
    for (block, dout) in dout.chunks(BLOCK).enumerate() {
        let from = block * BLOCK;
        let (mut eights, mut w) = (dx.chunks_exact_mut(2 * LANES), w);
        for dx in &mut eights {
            add_rows::<2>((dout, from), (w, k), dx);
            w = &w[2 * LANES * k..];
        }
        let mut fours = eights.into_remainder().chunks_exact_mut(LANES);
        for dx in &mut fours {
            add_rows::<1>((dout, from), (w, k), dx);
            w = &w[LANES * k..];
        }
        for (dx, w) in fours.into_remainder().iter_mut().zip(w.chunks_exact(k)) {
            *dx += w[from..].iter().zip(dout).fold(0.0, |sum, (&w, &dout)| sum + dout * w);
        }
    }
}

/// Adds to each of `GROUPS · 4` numbers the sum of `dout · row` of its row of `w`, from the column `from` on. Four rows at a
/// time are turned into columns in registers; more than one group keeps the processor busy while it waits for a sum.
#[inline(always)]
fn add_rows<const GROUPS: usize>((dout, from): (&[f32], usize), (w, k): (&[f32], usize), dx: &mut [f32]) {
    let rows: [[&[f32]; LANES]; GROUPS] = std::array::from_fn(|group| {
        std::array::from_fn(|row| &w[(group * LANES + row) * k + from..][..dout.len()])
    });
    let mut sums = [Lanes::splat(0.0); GROUPS];
    let mut at = 0;
    while at + LANES <= dout.len() {
        for (sum, rows) in sums.iter_mut().zip(&rows) {
            let columns = Lanes::transposed(rows.map(|row| Lanes::load(four(row, at))));
            for (&dout, column) in four(dout, at).iter().zip(columns) {
                *sum = sum.plus(Lanes::splat(dout).times(column));
            }
        }
        at += LANES;
    }
    for at in at..dout.len() {
        for (sum, rows) in sums.iter_mut().zip(&rows) {
            *sum = sum.plus(Lanes::splat(dout[at]).times(Lanes::load(&rows.map(|row| row[at]))));
        }
    }
    for (group, sum) in sums.into_iter().enumerate() {
        let dx = four_mut(dx, group * LANES);
        Lanes::load(dx).plus(sum).store(dx);
    }
}

/// `dw = xᵀ·dout` with `x` `(m)`, `dout` `(n)` and `dw` `(m, n)`; `n` is not 0. The sum of the one product is 0 plus it.
pub fn dw(x: &[f32], dout: &[f32], dw: &mut [f32]) {
    for (dw, &x) in dw.chunks_exact_mut(dout.len()).zip(x) {
        dw.iter_mut().zip(dout).for_each(|(dw, &dout)| *dw = 0.0 + x * dout);
    }
}
