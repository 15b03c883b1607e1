//! The limit: the fastest that a WebAssembly module with simd128 does the multiplications and additions of a training
//! step, if it had nothing else to do. `cargo run -- bench` compiles this file by itself.
//!
//! A tile of 4×8 sums stays in vector registers (8 of them; V8 has about 15 to give) while the products of two packed
//! panels, which stay in the nearest cache, are added to it. Multiplication and addition are separate instructions, as in
//! the core: fused ones are other bits on other processors.

use core::arch::wasm32::{f32x4_add, f32x4_mul, f32x4_splat, v128, v128_load, v128_load32_splat, v128_store};
use core::hint::black_box;

/// The tile's sums down and across, and how many products are added to each.
const ROWS: usize = 4;
const COLUMNS: usize = 8;
const DEPTH: usize = 64;
/// The floating-point operations of a tile: a multiplication and an addition for each product.
const OPERATIONS: f64 = (2 * ROWS * COLUMNS * DEPTH) as f64;

/// What a tile reads and writes: `ROWS` numbers of the left panel and `COLUMNS` of the right one for each product.
#[repr(C, align(16))]
struct Panels {
    left: [f32; ROWS * DEPTH],
    right: [f32; COLUMNS * DEPTH],
    sums: [f32; ROWS * COLUMNS],
}

/// Does `steps` times as many tiles as have at least `operations` floating-point operations. Returns one of the sums.
#[unsafe(no_mangle)]
pub extern "C" fn train(steps: u32, operations: f64) -> f32 {
    let tiles = (operations / OPERATIONS).ceil() as u32;
    let mut panels =
        Panels { left: [0.5; ROWS * DEPTH], right: [0.25; COLUMNS * DEPTH], sums: [0.0; ROWS * COLUMNS] };
    for _ in 0..steps {
        for _ in 0..tiles {
            // Each tile could be another one, as far as the compiler knows.
            tile(black_box(&mut panels));
        }
    }
    panels.sums[0]
}

#[inline(never)]
fn tile(panels: &mut Panels) {
    let mut sums: [[v128; 2]; ROWS] = [[f32x4_splat(0.0); 2]; ROWS];
    let (mut left, mut right) = (panels.left.as_ptr(), panels.right.as_ptr());
    for _ in 0..DEPTH {
        // SAFETY: each pointer moves over its own array, which has this many numbers for each of `DEPTH` rounds.
        unsafe {
            let low = v128_load(right.cast());
            let high = v128_load(right.add(4).cast());
            for (row, [a, b]) in sums.iter_mut().enumerate() {
                let x = v128_load32_splat(left.add(row).cast());
                *a = f32x4_add(*a, f32x4_mul(x, low));
                *b = f32x4_add(*b, f32x4_mul(x, high));
            }
            left = left.add(ROWS);
            right = right.add(COLUMNS);
        }
    }
    for (row, [a, b]) in sums.into_iter().enumerate() {
        let out = panels.sums[row * COLUMNS..(row + 1) * COLUMNS].as_mut_ptr();
        // SAFETY: the slice has eight numbers.
        unsafe {
            v128_store(out.cast(), a);
            v128_store(out.add(4).cast(), b);
        }
    }
}
