//! The innermost loop: a tile of sums that stays in registers while its products are added up.

#![allow(unsafe_code)]

use super::lanes::{LANES, Lanes};

/// The sums over `k` of `a[k, row] · b[k, column]` for `ROWS` rows and `GROUPS` groups of four columns, added up from 0 in
/// the order of `k`. `a[k, 0]` lies `a_step` behind `a[k − 1, 0]`, and the rows of one `k` lie side by side; likewise `b`.
///
/// Of the 16 registers 4 × 8 sums take 8 and leave enough for the factors. Panics where a factor would lie outside its
/// slice, and where `k` is 0.
#[inline(always)]
pub fn tile<const ROWS: usize, const GROUPS: usize>(
    k: usize,
    (a, a_step): (&[f32], usize),
    (b, b_step): (&[f32], usize),
) -> [[Lanes; GROUPS]; ROWS] {
    let mut sums = [[Lanes::splat(0.0); GROUPS]; ROWS];
    assert!(k > 0 && (k - 1) * a_step + ROWS <= a.len() && (k - 1) * b_step + GROUPS * LANES <= b.len());
    let (mut a, mut b) = (a.as_ptr(), b.as_ptr());
    // In bytes, so that they are not made of the steps anew each time.
    let (a_step, b_step) = (a_step * size_of::<f32>(), b_step * size_of::<f32>());
    for _ in 0..k {
        // SAFETY: at step `k` the pointers stand `k` steps behind the slices' beginnings, and the assertion above says
        // that what is read from the last of these places still lies in the slices.
        let columns: [Lanes; GROUPS] = std::array::from_fn(|group| {
            Lanes::load(unsafe { &*b.add(group * LANES).cast::<[f32; LANES]>() })
        });
        for (row, sums) in sums.iter_mut().enumerate() {
            // SAFETY: as above.
            let factor = Lanes::splat(unsafe { *a.add(row) });
            for (sum, &column) in sums.iter_mut().zip(&columns) {
                *sum = sum.plus(factor.times(column));
            }
        }
        (a, b) = (a.wrapping_byte_add(a_step), b.wrapping_byte_add(b_step));
    }
    sums
}

/// The sums over `k` of `a[k] · rows[row, k]` for `GROUPS` groups of four rows that lie `step` apart, added up from 0 in the
/// order of `k`. Four rows at a time are turned into columns in registers; more than one group keeps the processor busy
/// while it waits for a sum. Panics where a row would lie outside its slice.
#[inline(always)]
pub fn dots<const GROUPS: usize>(a: &[f32], (rows, step): (&[f32], usize)) -> [Lanes; GROUPS] {
    let k = a.len();
    assert!(k <= step && (GROUPS * LANES - 1) * step + k <= rows.len());
    let rows: [[*const f32; LANES]; GROUPS] = std::array::from_fn(|group| {
        std::array::from_fn(|row| rows.as_ptr().wrapping_add((group * LANES + row) * step))
    });
    let mut sums = [Lanes::splat(0.0); GROUPS];
    let (fours, rest) = a.as_chunks::<LANES>();
    for (at, four) in fours.iter().enumerate() {
        for (sum, rows) in sums.iter_mut().zip(&rows) {
            // SAFETY: each row has `k` numbers in its slice, as the assertion says, and `at` counts fours of them.
            let rows = rows.map(|row| Lanes::load(unsafe { &*row.add(at * LANES).cast::<[f32; LANES]>() }));
            for (&factor, column) in four.iter().zip(Lanes::transposed(rows)) {
                *sum = sum.plus(Lanes::splat(factor).times(column));
            }
        }
    }
    for (at, &factor) in (k - rest.len()..).zip(rest) {
        for (sum, rows) in sums.iter_mut().zip(&rows) {
            // SAFETY: as above, and `at` is less than `k`.
            let column = rows.map(|row| unsafe { *row.add(at) });
            *sum = sum.plus(Lanes::splat(factor).times(Lanes::load(&column)));
        }
    }
    sums
}
