//! Four numbers side by side: one register of simd128 in WebAssembly, an array anywhere else.

#![allow(unsafe_code)]

#[cfg(target_arch = "wasm32")]
use core::arch::wasm32::{
    f32x4, f32x4_add, f32x4_mul, f32x4_splat, i32x4_shuffle, v128, v128_load, v128_store,
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
}
