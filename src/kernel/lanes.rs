//! Four numbers side by side: one register of simd128 in WebAssembly, an array anywhere else.

#![allow(unsafe_code)]

#[cfg(target_arch = "wasm32")]
use core::arch::wasm32::{
    f32x4, f32x4_add, f32x4_eq, f32x4_gt, f32x4_mul, f32x4_splat, i32x4_shuffle, v128, v128_bitselect,
    v128_load, v128_store,
};

/// How many numbers stand side by side.
pub const LANES: usize = 4;

/// The four numbers of a slice from `at` on.
#[inline(always)]
pub fn four(numbers: &[f32], at: usize) -> &[f32; LANES] {
    numbers[at..at + LANES].try_into().expect("four numbers")
}

/// The same, to be written.
#[inline(always)]
pub fn four_mut(numbers: &mut [f32], at: usize) -> &mut [f32; LANES] {
    (&mut numbers[at..at + LANES]).try_into().expect("four numbers")
}

/// Four numbers.
#[cfg(target_arch = "wasm32")]
#[derive(Clone, Copy)]
pub struct Lanes(v128);

#[cfg(target_arch = "wasm32")]
impl Lanes {
    /// The same number four times.
    #[inline(always)]
    pub fn splat(value: f32) -> Self {
        Lanes(f32x4_splat(value))
    }

    /// Four numbers that do not lie in a row.
    #[inline(always)]
    pub fn new([a, b, c, d]: [f32; LANES]) -> Self {
        Lanes(f32x4(a, b, c, d))
    }

    /// Four numbers in a row.
    #[inline(always)]
    pub fn load(from: &[f32; LANES]) -> Self {
        // SAFETY: the four numbers can be read, and the load asks for no alignment.
        Lanes(unsafe { v128_load(from.as_ptr().cast()) })
    }

    /// Writes the numbers.
    #[inline(always)]
    pub fn store(self, to: &mut [f32; LANES]) {
        // SAFETY: the four numbers can be written, and the store asks for no alignment.
        unsafe { v128_store(to.as_mut_ptr().cast(), self.0) }
    }

    /// The numbers as an array.
    #[inline(always)]
    pub fn array(self) -> [f32; LANES] {
        use core::arch::wasm32::f32x4_extract_lane as lane;
        [lane::<0>(self.0), lane::<1>(self.0), lane::<2>(self.0), lane::<3>(self.0)]
    }

    /// `self + other`.
    #[inline(always)]
    pub fn plus(self, other: Self) -> Self {
        Lanes(f32x4_add(self.0, other.0))
    }

    /// `self · other`.
    #[inline(always)]
    pub fn times(self, other: Self) -> Self {
        Lanes(f32x4_mul(self.0, other.0))
    }

    /// Four rows of four as columns.
    #[inline(always)]
    pub fn transposed([a, b, c, d]: [Self; LANES]) -> [Self; LANES] {
        let (ab, cd) = (i32x4_shuffle::<0, 4, 1, 5>(a.0, b.0), i32x4_shuffle::<0, 4, 1, 5>(c.0, d.0));
        let (ab2, cd2) = (i32x4_shuffle::<2, 6, 3, 7>(a.0, b.0), i32x4_shuffle::<2, 6, 3, 7>(c.0, d.0));
        [
            Lanes(i32x4_shuffle::<0, 1, 4, 5>(ab, cd)),
            Lanes(i32x4_shuffle::<2, 3, 6, 7>(ab, cd)),
            Lanes(i32x4_shuffle::<0, 1, 4, 5>(ab2, cd2)),
            Lanes(i32x4_shuffle::<2, 3, 6, 7>(ab2, cd2)),
        ]
    }

    /// The first, the third, … of eight numbers in a row, and the others.
    #[inline(always)]
    pub fn apart([a, b]: [Self; 2]) -> [Self; 2] {
        [Lanes(i32x4_shuffle::<0, 2, 4, 6>(a.0, b.0)), Lanes(i32x4_shuffle::<1, 3, 5, 7>(a.0, b.0))]
    }

    /// Eight numbers in a row, in turns from the one and the other.
    #[inline(always)]
    pub fn in_turns([a, b]: [Self; 2]) -> [Self; 2] {
        [Lanes(i32x4_shuffle::<0, 4, 1, 5>(a.0, b.0)), Lanes(i32x4_shuffle::<2, 6, 3, 7>(a.0, b.0))]
    }

    /// `yes` where `self > other`, else `no`.
    #[inline(always)]
    pub fn where_larger(self, other: Self, yes: Self, no: Self) -> Self {
        Lanes(v128_bitselect(yes.0, no.0, f32x4_gt(self.0, other.0)))
    }

    /// `yes` where `self == other`, else `no`.
    #[inline(always)]
    pub fn where_equal(self, other: Self, yes: Self, no: Self) -> Self {
        Lanes(v128_bitselect(yes.0, no.0, f32x4_eq(self.0, other.0)))
    }
}

/// Four numbers.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Clone, Copy)]
pub struct Lanes([f32; LANES]);

#[cfg(not(target_arch = "wasm32"))]
impl Lanes {
    /// The same number four times.
    #[inline(always)]
    pub fn splat(value: f32) -> Self {
        Lanes([value; LANES])
    }

    /// Four numbers that do not lie in a row.
    #[inline(always)]
    pub fn new(numbers: [f32; LANES]) -> Self {
        Lanes(numbers)
    }

    /// Four numbers in a row.
    #[inline(always)]
    pub fn load(from: &[f32; LANES]) -> Self {
        Lanes(*from)
    }

    /// Writes the numbers.
    #[inline(always)]
    pub fn store(self, to: &mut [f32; LANES]) {
        *to = self.0;
    }

    /// The numbers as an array.
    #[inline(always)]
    pub fn array(self) -> [f32; LANES] {
        self.0
    }

    /// `self + other`.
    #[inline(always)]
    pub fn plus(self, other: Self) -> Self {
        Lanes(std::array::from_fn(|i| self.0[i] + other.0[i]))
    }

    /// `self · other`.
    #[inline(always)]
    pub fn times(self, other: Self) -> Self {
        Lanes(std::array::from_fn(|i| self.0[i] * other.0[i]))
    }

    /// Four rows of four as columns.
    #[inline(always)]
    pub fn transposed(rows: [Self; LANES]) -> [Self; LANES] {
        std::array::from_fn(|column| Lanes(std::array::from_fn(|row| rows[row].0[column])))
    }

    /// The first, the third, … of eight numbers in a row, and the others.
    #[inline(always)]
    pub fn apart([Lanes(a), Lanes(b)]: [Self; 2]) -> [Self; 2] {
        [Lanes([a[0], a[2], b[0], b[2]]), Lanes([a[1], a[3], b[1], b[3]])]
    }

    /// Eight numbers in a row, in turns from the one and the other.
    #[inline(always)]
    pub fn in_turns([Lanes(a), Lanes(b)]: [Self; 2]) -> [Self; 2] {
        [Lanes([a[0], b[0], a[1], b[1]]), Lanes([a[2], b[2], a[3], b[3]])]
    }

    /// `yes` where `self > other`, else `no`.
    #[inline(always)]
    pub fn where_larger(self, other: Self, yes: Self, no: Self) -> Self {
        Lanes(std::array::from_fn(|i| if self.0[i] > other.0[i] { yes.0[i] } else { no.0[i] }))
    }

    /// `yes` where `self == other`, else `no`.
    #[inline(always)]
    pub fn where_equal(self, other: Self, yes: Self, no: Self) -> Self {
        Lanes(std::array::from_fn(|i| if self.0[i] == other.0[i] { yes.0[i] } else { no.0[i] }))
    }
}
