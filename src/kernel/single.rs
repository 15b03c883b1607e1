//! The products for a single row: each weight is used once, so nothing is packed, and what has been read is updated at once.
//!
//! Weights are finite. So a number of `x` that is 0, half of them behind a ReLU, adds 0 to every sum and has gradients of 0:
//! its weights are not even read.

use std::mem::MaybeUninit;

use super::BLOCK;
use super::lanes::{LANES, Lanes, four_mut};
use super::tile::{Chosen, Numbers, Part, learn as learn_four};

/// Memory for the numbers of a block's rows.
const UNWRITTEN: Numbers = [MaybeUninit::uninit(); BLOCK];

/// `out = x·w + b` with `x` `(k)`, `w` `(k, n)`, `b` and `out` `(n)`.
pub fn forward(x: &[f32], w: &[f32], b: &[f32], out: &mut [f32]) {
    let (n, mut memory) = (out.len(), UNWRITTEN);
    out.copy_from_slice(b);
    for (x, w) in x.chunks(BLOCK).zip(w.chunks(BLOCK * n)) {
        let chosen = Chosen::new(x, false, &mut memory);
        if n < LANES {
            let mut sums = [0.0; LANES];
            for &row in chosen.rows() {
                let (x, w) = (x[row as usize], &w[row as usize * n..][..n]);
                sums.iter_mut().zip(w).for_each(|(sum, &w)| *sum += x * w);
            }
            out.iter_mut().zip(sums).for_each(|(out, sum)| *out += sum);
            continue;
        }
        // The groups of four columns are shared out evenly among tiles of at most eight: a tile of few would wait for its sums.
        let mut done = 0;
        while done < n {
            let groups = (n - done).div_ceil(LANES);
            let groups = groups.div_ceil(groups.div_ceil(8)).min(n / LANES);
            // Where the last group is not a whole one, its first columns are computed once more.
            let first = done.min(n - groups * LANES);
            let add = match groups {
                1 => add::<1>,
                2 => add::<2>,
                3 => add::<3>,
                4 => add::<4>,
                5 => add::<5>,
                6 => add::<6>,
                7 => add::<7>,
                _ => add::<8>,
            };
            add(&chosen, x, w, first, done, out);
            done = first + groups * LANES;
        }
    }
}

/// Adds the sums of `GROUPS · 4` columns from `first` on to those of them that are not before `new`.
fn add<const GROUPS: usize>(
    chosen: &Chosen,
    x: &[f32],
    w: &[f32],
    first: usize,
    new: usize,
    out: &mut [f32],
) {
    for (group, sum) in chosen.sums::<GROUPS>(x, w, out.len(), first).into_iter().enumerate() {
        let at = first + group * LANES;
        if at >= new {
            let out = four_mut(out, at);
            Lanes::load(out).plus(sum).store(out);
        } else {
            for (at, sum) in (at..).zip(sum.array()).filter(|(at, _)| *at >= new) {
                out[at] += sum;
            }
        }
    }
}

/// `dx = dout·wᵀ`, then the update by `dw = xᵀ·dout` and `db = dout`; see [`plain::learn`](super::plain::learn). Where a
/// number of `x` is 0, `dx` is 0, unless `all` are asked for.
pub fn learn(
    x: &[f32],
    dout: &[f32],
    w: &mut [f32],
    b: &mut [f32],
    dx: &mut [f32],
    all: bool,
    rate: f32,
) -> bool {
    let (n, mut memory) = (dout.len(), UNWRITTEN);
    // By so much at most a number moves. If it is not finite, 0 times what is in it need not be 0.
    let furthest = rate * largest(x).max(1.0) * largest(dout);
    let all = all || !furthest.is_finite();
    dx.fill(0.0);
    for (block, part) in dout.chunks(BLOCK).enumerate() {
        let part = Part::new(part);
        for (first, x) in (0..x.len()).step_by(BLOCK).zip(x.chunks(BLOCK)) {
            for rows in Chosen::new(x, all, &mut memory).rows().chunks(LANES) {
                // What is missing of four is the first one again, which moves by nothing and is written before.
                let row = |i: usize| *rows.get(i).unwrap_or(&rows[0]) as usize;
                let starts = std::array::from_fn(|i| (first + row(i)) * n + block * BLOCK);
                let factors = std::array::from_fn(|i| if i < rows.len() { x[row(i)] } else { 0.0 });
                let sums = learn_four(starts, factors, &part, w, -rate).array();
                rows.iter().zip(sums).for_each(|(&row, sum)| dx[first + row as usize] += sum);
            }
        }
    }
    b.iter_mut().zip(dout).for_each(|(b, &dout)| *b -= rate * (0.0 + dout));
    // A step of less than half the distance of the largest numbers makes no finite number infinite.
    furthest < 1e30 || w.iter().chain(b.iter()).all(|number| number.is_finite())
}

/// The largest magnitude of some numbers; no finite number where one is not.
fn largest(numbers: &[f32]) -> f32 {
    // In the order of their bits what is not finite is larger than what is.
    f32::from_bits(numbers.iter().map(|number| number.abs().to_bits()).max().unwrap_or(0))
}
