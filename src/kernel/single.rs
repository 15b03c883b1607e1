//! The products for a single row: each weight is used once, so nothing is packed, and what has been read is updated at once.

use super::BLOCK;
use super::lanes::{LANES, Lanes, four, four_mut};
use super::tile::{self, tile};

/// `out = x·w + b` with `x` `(k)`, `w` `(k, n)`, `b` and `out` `(n)`.
///
/// The groups of four columns are shared out evenly among tiles of at most eight: a tile of few would wait for its sums.
pub fn forward(x: &[f32], w: &[f32], b: &[f32], out: &mut [f32]) {
    let n = out.len();
    let mut done = 0;
    while n >= LANES && done < n {
        let groups = (n - done).div_ceil(LANES);
        let groups = groups.div_ceil(groups.div_ceil(8)).min(n / LANES);
        // Where the last group is not a whole one, its first columns are computed once more.
        let first = done.min(n - groups * LANES);
        match groups {
            1 => sums::<1>(x, w, b, first, out),
            2 => sums::<2>(x, w, b, first, out),
            3 => sums::<3>(x, w, b, first, out),
            4 => sums::<4>(x, w, b, first, out),
            5 => sums::<5>(x, w, b, first, out),
            6 => sums::<6>(x, w, b, first, out),
            7 => sums::<7>(x, w, b, first, out),
            _ => sums::<8>(x, w, b, first, out),
        }
        done = first + groups * LANES;
    }
    if n < LANES {
        few(x, w, b, out);
    }
}

/// Computes `GROUPS · 4` columns from `first` on.
#[inline(always)]
fn sums<const GROUPS: usize>(x: &[f32], w: &[f32], b: &[f32], first: usize, out: &mut [f32]) {
    let (n, at) = (out.len(), |group| first + group * LANES);
    let mut total: [Lanes; GROUPS] = std::array::from_fn(|group| Lanes::load(four(b, at(group))));
    for (x, w) in x.chunks(BLOCK).zip(w.chunks(BLOCK * n)) {
        let [sums] = tile::<1, GROUPS>(x.len(), (x, 1), (&w[first..], n));
        total.iter_mut().zip(sums).for_each(|(total, sum)| *total = total.plus(sum));
    }
    total.into_iter().enumerate().for_each(|(group, total)| total.store(four_mut(out, at(group))));
}

/// Computes all columns, fewer than four.
fn few(x: &[f32], w: &[f32], b: &[f32], out: &mut [f32]) {
    out.copy_from_slice(b);
    for (x, w) in x.chunks(BLOCK).zip(w.chunks(BLOCK * out.len())) {
        let mut sums = [0.0; LANES];
        for (&x, w) in x.iter().zip(w.chunks_exact(out.len())) {
            sums.iter_mut().zip(w).for_each(|(sum, &w)| *sum += x * w);
        }
        out.iter_mut().zip(sums).for_each(|(out, sum)| *out += sum);
    }
}

/// `dx = dout·wᵀ`, then the update by `dw = xᵀ·dout` and `db = dout`; see [`plain::learn`](super::plain::learn).
///
/// Where a number of `x` is 0 its weights stay as they are: half of them behind a ReLU. Then `dx` of it is 0, unless `all`
/// are asked for.
pub fn learn(
    x: &[f32],
    dout: &[f32],
    w: &mut [f32],
    b: &mut [f32],
    dx: &mut [f32],
    all: bool,
    rate: f32,
) -> bool {
    // 0 times a number that is not finite is no 0.
    let all = all || !finite(dout);
    let mut are_finite = Lanes::splat(0.0);
    let (mut chosen, mut factors, mut count) = ([0; LANES], [0.0; LANES], 0);
    dx.fill(0.0);
    for i in 0..x.len() {
        if all || x[i] != 0.0 {
            (chosen[count], factors[count]) = (i, x[i]);
            count += 1;
        }
        if count == LANES || (count > 0 && i + 1 == x.len()) {
            // What is missing of four is the first one again, which moves by nothing and is written before.
            let first = chosen[0];
            chosen[count..].fill(first);
            factors[count..].fill(0.0);
            for (block, part) in dout.chunks(BLOCK).enumerate() {
                let starts = chosen.map(|row| row * dout.len() + block * BLOCK);
                let [sums, moved] = tile::learn(starts, &factors, part, w, -rate);
                chosen.iter().zip(sums.array()).take(count).for_each(|(&row, sum)| dx[row] += sum);
                are_finite = are_finite.plus(moved);
            }
            count = 0;
        }
    }
    b.iter_mut().zip(dout).for_each(|(b, &dout)| *b -= rate * (0.0 + dout));
    // Finite numbers may have a sum that is not.
    finite(b) && (finite(&are_finite.array()) || finite(w))
}

/// Whether all numbers are finite. Every one is asked, also after one that is not: so several can be at a time.
fn finite(numbers: &[f32]) -> bool {
    numbers.iter().fold(true, |finite, number| finite & number.is_finite())
}
