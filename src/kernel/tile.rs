//! The innermost loops: a tile of sums that stays in registers while its products are added up, and what brings numbers
//! into the order that a tile reads them in.

#![allow(unsafe_code)]

use std::mem::MaybeUninit;

use super::BLOCK;
use super::lanes::{LANES, Lanes, four};

/// How many rows a tile has where there are many: V8 has registers for 10 groups of sums, 2 of columns and a factor.
pub const HEIGHT: usize = 5;

/// What the sums of a tile are added to.
#[derive(Clone, Copy)]
pub enum Onto<'a> {
    /// Nothing. No sum is −0, because it begins at 0, and so 0 can be added to it.
    Nothing,
    /// A row, the same for all rows.
    Row(&'a [f32]),
    /// What was written there before.
    Before,
}

/// The sums over `k` of `a[k, row] · b[k, column]` for `ROWS` rows and `GROUPS` groups of four columns, added up from 0 in
/// the order of `k`. `a[k, 0]` lies `a_step` behind `a[k − 1, 0]`, and the rows of one `k` lie side by side; likewise `b`.
///
/// Panics where a factor would lie outside its slice, and where `k` is 0.
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

/// Memory for the numbers of a block's rows.
pub type Numbers = [MaybeUninit<u32>; BLOCK];

/// Some of the rows of a block, by their numbers.
pub struct Chosen<'a>(&'a [u32]);

impl<'a> Chosen<'a> {
    /// The rows whose number of `x` is not 0, or all of them. Panics where `x` is longer than a block.
    pub fn new(x: &[f32], all: bool, memory: &'a mut Numbers) -> Self {
        let mut count = 0;
        for (row, &x) in x.iter().enumerate() {
            // Written anew until it stays: whether to write is what a processor would guess wrong half of the time.
            memory[count].write(row as u32);
            count += usize::from(all || x != 0.0);
        }
        // SAFETY: all below `count` have been written.
        Chosen(unsafe { std::slice::from_raw_parts(memory.as_ptr().cast(), count) })
    }

    /// The numbers, one larger than the other.
    pub fn rows(&self) -> &'a [u32] {
        self.0
    }

    /// The sums of `x[row] · w[row, column]` over these rows for `GROUPS` groups of four columns, from `first` on, added up
    /// from 0 in the order of the rows. Panics where a row does not lie in `x` or `w`, whose rows have `n` numbers.
    #[inline(always)]
    pub fn sums<const GROUPS: usize>(&self, x: &[f32], w: &[f32], n: usize, first: usize) -> [Lanes; GROUPS] {
        let mut sums = [Lanes::splat(0.0); GROUPS];
        assert!(self.0.last().is_none_or(|&last| {
            let last = last as usize;
            last < x.len() && last * n + first + GROUPS * LANES <= w.len()
        }));
        for &row in self.0 {
            // SAFETY: no row comes behind the last one, of which the assertion says that it lies in `x`, and the columns in `w`.
            unsafe {
                let factor = Lanes::splat(*x.get_unchecked(row as usize));
                let columns = w.as_ptr().add(row as usize * n + first).cast::<[f32; LANES]>();
                for (group, sum) in sums.iter_mut().enumerate() {
                    *sum = sum.plus(factor.times(Lanes::load(&*columns.add(group))));
                }
            }
        }
        sums
    }
}

/// Some numbers of a `dout`, and the last four of them for where no four are left, 0 where they are done already.
pub struct Part<'a> {
    numbers: &'a [f32],
    last: [f32; LANES],
}

impl<'a> Part<'a> {
    /// A part.
    pub fn new(numbers: &'a [f32]) -> Self {
        let mut last = [0.0; LANES];
        if let Some(four) = numbers.last_chunk::<LANES>() {
            let done = LANES - numbers.len() % LANES;
            last[done..].copy_from_slice(&four[done..]);
        }
        Part { numbers, last }
    }
}

/// Moves four parts of `w`, each as long as `dout`, by `change · (0 + x · dout)`; `starts` says where they begin, and `x` has a
/// number for each. Gives the sums of `dout · part` with the parts as they were, added up from 0 in their order. A part that
/// comes more than once moves as it does the first time.
///
/// Four numbers of each are turned into columns in registers. Panics where a part does not lie in `w`.
#[inline(never)]
pub fn learn(starts: [usize; LANES], x: [f32; LANES], dout: &Part, w: &mut [f32], change: f32) -> Lanes {
    let k = dout.numbers.len();
    assert!(k <= w.len() && starts.iter().all(|&start| start <= w.len() - k));
    let parts = starts.map(|start| w.as_mut_ptr().wrapping_add(start));
    let (mut sums, change) = (Lanes::splat(0.0), Lanes::splat(change));
    let (fours, rest) = dout.numbers.as_chunks::<LANES>();
    for (at, four) in fours.iter().enumerate() {
        // SAFETY: the four numbers from here on lie in each part, and the parts in `w`, as the assertion says.
        sums = unsafe { move_four(sums, parts, at * LANES, &x, four, change) };
    }
    if k >= LANES && !rest.is_empty() {
        // What has been done moves by nothing this time, and adds 0 to a sum.
        // SAFETY: as above.
        return unsafe { move_four(sums, parts, k - LANES, &x, &dout.last, change) };
    }
    for (at, &dout) in rest.iter().enumerate() {
        // SAFETY: as above, for the one number at `at`.
        let now = Lanes::new(parts.map(|part| unsafe { *part.add(at) }));
        sums = sums.plus(Lanes::splat(dout).times(now));
        let moved = moved(now, Lanes::new(x), Lanes::splat(dout), change).array();
        for i in (0..LANES).rev() {
            // SAFETY: as above.
            unsafe { *parts[i].add(at) = moved[i] };
        }
    }
    sums
}

/// Moves four numbers of four parts, and adds to the sums of the parts. All are read before one is written, so that it does no
/// harm where two parts are the same.
///
/// # Safety
/// The four numbers from `at` on of each part can be read and written.
#[inline(always)]
unsafe fn move_four(
    mut sum: Lanes,
    parts: [*mut f32; LANES],
    at: usize,
    x: &[f32; LANES],
    dout: &[f32; LANES],
    change: Lanes,
) -> Lanes {
    let fours = parts.map(|part| part.wrapping_add(at).cast::<[f32; LANES]>());
    // SAFETY: the caller says so.
    let now = fours.map(|four| Lanes::load(unsafe { &*four }));
    let columns = Lanes::transposed(now);
    for i in 0..LANES {
        sum = sum.plus(Lanes::splat(dout[i]).times(columns[i]));
    }
    let dout = Lanes::load(dout);
    for i in (0..LANES).rev() {
        // SAFETY: as above.
        moved(now[i], Lanes::splat(x[i]), dout, change).store(unsafe { &mut *fours[i] });
    }
    sum
}

/// Numbers of `w` after their move.
#[inline(always)]
fn moved(now: Lanes, x: Lanes, dout: Lanes, change: Lanes) -> Lanes {
    now.plus(change.times(Lanes::splat(0.0).plus(x.times(dout))))
}

/// Writes a tile to the columns from `first` on of rows of `n` numbers. Panics where they are not in the slices.
#[inline(always)]
pub fn write<const ROWS: usize, const GROUPS: usize>(
    sums: [[Lanes; GROUPS]; ROWS],
    onto: Onto,
    first: usize,
    n: usize,
    out: &mut [f32],
) {
    assert!((ROWS - 1) * n + first + GROUPS * LANES <= out.len());
    let base: [Lanes; GROUPS] = match onto {
        Onto::Row(base) => std::array::from_fn(|group| Lanes::load(four(base, first + group * LANES))),
        _ => [Lanes::splat(0.0); GROUPS],
    };
    let before = matches!(onto, Onto::Before);
    for (row, sums) in sums.into_iter().enumerate() {
        for (group, sum) in sums.into_iter().enumerate() {
            let at = out.as_mut_ptr().wrapping_add(row * n + first + group * LANES);
            // SAFETY: these four numbers lie in the slice, as the assertion says.
            let out = unsafe { &mut *at.cast::<[f32; LANES]>() };
            let base = if before { Lanes::load(out) } else { base[group] };
            base.plus(sum).store(out);
        }
    }
}

/// Memory for five numbers for each product of a block. To set it to 0 first would take longer than some products.
pub type Packed = [MaybeUninit<f32>; HEIGHT * BLOCK];

/// Such memory.
pub const UNWRITTEN: Packed = [MaybeUninit::uninit(); HEIGHT * BLOCK];

/// The same numbers and five zeros after them, so that a tile can be read from the last row on, too. Panics where they are
/// more than four for each product of a block.
pub fn longer<'a>(numbers: &[f32], memory: &'a mut Packed) -> &'a [f32] {
    let count = numbers.len();
    assert!(count <= memory.len() - HEIGHT);
    memory[count..count + HEIGHT].fill(MaybeUninit::new(0.0));
    // SAFETY: the memory is another one, and as long as the assertion says; then all that is read has been written.
    unsafe {
        memory.as_mut_ptr().cast::<f32>().copy_from_nonoverlapping(numbers.as_ptr(), count);
        std::slice::from_raw_parts(memory.as_ptr().cast(), count + HEIGHT)
    }
}

/// The `count` numbers from `first` on of up to five rows of `k` numbers, the rows' numbers side by side; 0 for rows that
/// there are not. Panics where `count` is larger than a block, or the numbers are not in the rows.
pub fn pack<'a>(rows: &[f32], k: usize, first: usize, count: usize, packed: &'a mut Packed) -> &'a [f32] {
    assert!(count <= BLOCK && first + count <= k && rows.len() <= HEIGHT * k);
    let whole = if rows.len() == HEIGHT * k { count - count % LANES } else { 0 };
    let (from, to) = (rows.as_ptr().wrapping_add(first), packed.as_mut_ptr().cast::<f32>());
    for at in (0..whole).step_by(LANES) {
        // SAFETY: the five rows are whole, and `at` and the three behind it are less than `count`. So the assertion says that
        // they lie in each row, and five times as many numbers in `packed`.
        unsafe {
            let rows: [Lanes; LANES] =
                std::array::from_fn(|row| Lanes::load(&*from.add(row * k + at).cast::<[f32; LANES]>()));
            for (i, column) in Lanes::transposed(rows).into_iter().enumerate() {
                let to = to.add((at + i) * HEIGHT);
                column.store(&mut *to.cast::<[f32; LANES]>());
                *to.add(LANES) = *from.add(LANES * k + at + i);
            }
        }
    }
    for at in whole..count {
        for row in 0..HEIGHT {
            packed[at * HEIGHT + row].write(rows.get(row * k + first + at).copied().unwrap_or(0.0));
        }
    }
    // SAFETY: the loops have written five numbers for each below `count`.
    unsafe { std::slice::from_raw_parts(packed.as_ptr().cast(), HEIGHT * count) }
}

/// Rows of `n` numbers as columns: `transposed[j, i] = rows[i, j]`, whose rows lie `pitch` behind one another. Panics where
/// `pitch` is less than the number of rows, or `transposed` shorter than its last row ends.
pub fn transpose(n: usize, rows: &[f32], pitch: usize, transposed: &mut [f32]) {
    let m = rows.len() / n;
    assert!(m <= pitch && (n - 1) * pitch + m <= transposed.len());
    let whole = m - m % LANES;
    for i in (0..whole).step_by(LANES) {
        let mut j = 0;
        while j + LANES <= n {
            // SAFETY: the rows from `i` to `i + 3` are whole, and their numbers from `j` to `j + 3` are; so are those of
            // `transposed`, as the assertion says.
            unsafe {
                let (from, to) = (rows.as_ptr().add(i * n + j), transposed.as_mut_ptr());
                let rows: [Lanes; LANES] =
                    std::array::from_fn(|row| Lanes::load(&*from.add(row * n).cast::<[f32; LANES]>()));
                for (column, numbers) in Lanes::transposed(rows).into_iter().enumerate() {
                    numbers.store(&mut *to.add((j + column) * pitch + i).cast::<[f32; LANES]>());
                }
            }
            j += LANES;
        }
        for j in j..n {
            for i in i..i + LANES {
                transposed[j * pitch + i] = rows[i * n + j];
            }
        }
    }
    for (i, row) in rows.chunks_exact(n).enumerate().skip(whole) {
        for (j, &number) in row.iter().enumerate() {
            transposed[j * pitch + i] = number;
        }
    }
}
