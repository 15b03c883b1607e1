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

/// Holds backward and update of a single row against the plain loops, bit for bit.
fn compare_learning(inputs: usize, outputs: usize, all: bool) {
    let seed = (inputs * 1009 + outputs) as u32;
    let (x, dout) = (numbers(inputs, seed), numbers(outputs, seed + 1));
    let (w, b) = (numbers(inputs * outputs, seed + 2), numbers(outputs, seed + 3));
    let unwritten = vec![f32::NAN; inputs];
    let sizes = format!("{inputs} inputs, {outputs} outputs, all: {all}");

    let [mut got, mut expected] = [(w.clone(), b.clone(), unwritten.clone()), (w, b, unwritten)];
    assert!(f32::learn(&x, &dout, &mut got.0, &mut got.1, &mut got.2, all, 0.1), "{sizes}");
    assert!(plain::learn(&x, &dout, &mut expected.0, &mut expected.1, &mut expected.2, 0.1), "{sizes}");
    let asked = |dx: Vec<f32>| -> Vec<f32> {
        x.iter().zip(dx).map(|(&x, dx)| if all || x != 0.0 { dx } else { 0.0 }).collect()
    };
    assert_eq!(bits(&got.0), bits(&expected.0), "w, {sizes}");
    assert_eq!(bits(&got.1), bits(&expected.1), "b, {sizes}");
    assert_eq!(bits(&asked(got.2)), bits(&asked(expected.2)), "dx, {sizes}");
}

#[test]
fn a_single_row_of_any_size_is_learned_from_with_the_bits_of_the_plain_loops() {
    let near = [BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK + 5];
    let long = near.into_iter().flat_map(|n| [(n, 7), (7, n), (1, n), (n, 1)]);
    for (inputs, outputs) in (0..=33).flat_map(|i| (0..=33).map(move |o| (i, o))).chain(long) {
        compare_learning(inputs, outputs, true);
        compare_learning(inputs, outputs, false);
    }
}

#[test]
fn a_single_row_that_leads_to_a_number_that_is_not_finite_says_so_and_a_large_sum_does_not() {
    let learn = |x: [f32; 5], dout: [f32; 5], mut w: [f32; 25], mut b: [f32; 5]| {
        f32::learn(&x, &dout, &mut w, &mut b, &mut [0.0; 5], false, 1.0)
    };
    let large = [f32::MAX / 2.0; 25];
    assert!(learn([1.0; 5], [1.0; 5], large, [1.0; 5]), "the sum of the weights is infinite, no weight is");
    for at in 0..5 {
        let mut x = [1.0; 5];
        x[at] = f32::MAX;
        assert!(!learn(x, [2.0; 5], [0.0; 25], [0.0; 5]), "row {at}");
        let mut dout = [1.0; 5];
        dout[at] = f32::NAN;
        assert!(!learn([1.0; 5], dout, [0.0; 25], [0.0; 5]), "column {at}");
        dout[at] = f32::INFINITY;
        assert!(!learn([0.0; 5], dout, [0.0; 25], [0.0; 5]), "0 times infinity, column {at}");
        let mut b = [0.0; 5];
        (b[at], dout[at]) = (f32::MAX, -f32::MAX);
        assert!(!learn([0.0; 5], dout, [0.0; 25], b), "bias {at}");
    }
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
fn rows_become_columns_at_any_pitch_and_nothing_beside_them_is_touched() {
    for (m, n) in (0..=13).flat_map(|m| (1..=13).map(move |n| (m, n))) {
        for pitch in [m, m + 1, m + 3] {
            let rows = numbers(m * n, (m * 100 + n) as u32);
            let (mut got, mut expected) = (vec![7.0; n * pitch], vec![7.0; n * pitch]);
            f32::transpose(n, &rows, pitch, &mut got);
            plain::transpose(n, &rows, pitch, &mut expected);
            assert_eq!(bits(&got), bits(&expected), "{m} rows of {n}, {pitch} apart");
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
