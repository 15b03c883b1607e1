//! The products for a single row: each weight is used once, so nothing is packed.

use super::BLOCK;
use super::lanes::{LANES, Lanes, four, four_mut};
use super::tile::{dots, tile};

/// `out = x·w + b` with `x` `(k)`, `w` `(k, n)`, `b` and `out` `(n)`.
///
/// The groups of four columns are shared out evenly among tiles of at most eight: a tile of few would wait for its sums.
pub fn forward(x: &[f32], w: &[f32], b: &[f32], out: &mut [f32]) {
    let n = out.len();
    for (block, (x, w)) in x.chunks(BLOCK).zip(w.chunks(BLOCK * n)).enumerate() {
        let base = (block == 0).then_some(b);
        let whole = n - n % LANES;
        let mut done = 0;
        while done < whole {
            let groups = (whole - done) / LANES;
            done += match groups.div_ceil(groups.div_ceil(8)) {
                1 => add::<1>((x, w), done, base, out),
                2 => add::<2>((x, w), done, base, out),
                3 => add::<3>((x, w), done, base, out),
                4 => add::<4>((x, w), done, base, out),
                5 => add::<5>((x, w), done, base, out),
                6 => add::<6>((x, w), done, base, out),
                7 => add::<7>((x, w), done, base, out),
                _ => add::<8>((x, w), done, base, out),
            };
        }
        if whole < n {
            add_few((x, w), whole, base, out);
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
fn add_few((x, w): (&[f32], &[f32]), first: usize, base: Option<&[f32]>, out: &mut [f32]) {
    let mut sums = [0.0; LANES];
    for (&x, w) in x.iter().zip(w.chunks_exact(out.len())) {
        sums.iter_mut().zip(&w[first..]).for_each(|(sum, &w)| *sum += x * w);
    }
    for (at, sum) in (first..out.len()).zip(sums) {
        out[at] = base.unwrap_or(out)[at] + sum;
    }
}

/// `dx = dout·wᵀ` with `dout` `(k)`, `w` `(n, k)` and `dx` `(n)`; `k` is not 0.
pub fn dx(k: usize, dout: &[f32], w: &[f32], dx: &mut [f32]) {
    dx.fill(0.0);
    for (block, dout) in dout.chunks(BLOCK).enumerate() {
        let from = block * BLOCK;
        let (mut sixteens, mut w) = (dx.chunks_exact_mut(4 * LANES), w);
        for dx in &mut sixteens {
            add_rows::<4>((dout, from), (w, k), dx);
            w = &w[4 * LANES * k..];
        }
        let mut fours = sixteens.into_remainder().chunks_exact_mut(LANES);
        for dx in &mut fours {
            add_rows::<1>((dout, from), (w, k), dx);
            w = &w[LANES * k..];
        }
        for (dx, w) in fours.into_remainder().iter_mut().zip(w.chunks_exact(k)) {
            *dx += w[from..].iter().zip(dout).fold(0.0, |sum, (&w, &dout)| sum + dout * w);
        }
    }
}

/// Adds to each of `GROUPS · 4` numbers the sum of `dout · row` of its row of `w`, from the column `from` on.
#[inline(always)]
fn add_rows<const GROUPS: usize>((dout, from): (&[f32], usize), (w, k): (&[f32], usize), dx: &mut [f32]) {
    for (group, sum) in dots::<GROUPS>(dout, (&w[from..], k)).into_iter().enumerate() {
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
