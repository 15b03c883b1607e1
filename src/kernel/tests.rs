//! The products as they run against the plain loops, bit for bit.

use super::*;

/// Numbers of both signs and many sizes, with zeros of both signs among them, the same for the same seed.
fn numbers(count: usize, seed: u32) -> Vec<f32> {
    let mut state = seed.wrapping_mul(2_654_435_761).wrapping_add(1);
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        state
    };
    let mut number = || match next() % 8 {
        0 => 0.0,
        1 => -0.0,
        size => (next() as f32 / u32::MAX as f32 - 0.5) * 10_f32.powi(size as i32 - 4),
    };
    (0..count).map(|_| number()).collect()
}

fn bits(numbers: &[f32]) -> Vec<u32> {
    numbers.iter().map(|number| number.to_bits()).collect()
}

/// Holds all three products against the plain loops, bit for bit.
fn compare(rows: usize, inputs: usize, outputs: usize) {
    let sizes = Sizes { rows, inputs, outputs };
    let seed = (rows * 1_000_003 + inputs * 1009 + outputs) as u32;
    let (x, w) = (numbers(rows * inputs, seed), numbers(inputs * outputs, seed + 1));
    let (b, dout) = (numbers(outputs, seed + 2), numbers(rows * outputs, seed + 3));
    let unwritten = |count: usize| (vec![f32::NAN; count], vec![f32::NAN; count]);

    let (mut out, mut expected) = unwritten(rows * outputs);
    f32::forward(sizes, &x, &w, &b, &mut out);
    plain::forward(sizes, &x, &w, &b, &mut expected);
    assert_eq!(bits(&out), bits(&expected), "out of {sizes:?}");

    let (mut dx, mut expected) = unwritten(rows * inputs);
    f32::dx(sizes, &dout, &w, &mut dx, &mut vec![f32::NAN; w.len()]);
    plain::dx(sizes, &dout, &w, &mut expected);
    assert_eq!(bits(&dx), bits(&expected), "dx of {sizes:?}");

    let (mut dw, mut expected) = unwritten(inputs * outputs);
    f32::dw(sizes, &x, &dout, &mut dw);
    plain::dw(sizes, &x, &dout, &mut expected);
    assert_eq!(bits(&dw), bits(&expected), "dw of {sizes:?}");
}

#[test]
fn every_product_of_every_small_shape_has_the_bits_of_the_plain_loops() {
    for rows in 0..=33 {
        for inputs in 0..=33 {
            for outputs in 0..=33 {
                compare(rows, inputs, outputs);
            }
        }
    }
}

#[test]
fn sums_of_more_products_than_a_block_have_the_bits_of_the_plain_loops() {
    let near = [BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK, 2 * BLOCK + 5];
    for (long, (one, other)) in near.into_iter().flat_map(|n| [(n, (1, 7)), (n, (6, 10)), (n, (13, 3))]) {
        compare(long, one, other);
        compare(one, long, other);
        compare(one, other, long);
    }
}
