//! Small pictures of stripes and checks. Where a pattern lies and which two colours it has must not matter.

use rand::{Rng, RngExt};

use super::{DataSet, Dataset, Labelled, Request, Rgb, Sample, Set, Teacher, Why};
use crate::random::{Stream, generator};

/// Pictures of 12 × 12 pixels in two colours: horizontal, vertical and diagonal stripes, and checks.
pub const SET: Set = Set(&PatternSet);

/// The classes, in the order of the network's outputs.
pub const CLASSES: [&str; 4] = ["horizontal", "vertical", "diagonal", "checks"];

/// The side of a picture, in pixels.
pub const SIDE: usize = 12;

/// How far the two colours lie apart at least: the sum of the differences of their channels.
const APART: u32 = 150;

/// Up to this share of the largest change a direction counts as even: a drawing may have a few pixels that are wrong.
const CALM: f64 = 0.4;

struct PatternSet;

impl DataSet for PatternSet {
    fn name(&self) -> &'static str {
        "patterns"
    }

    fn shape(&self) -> &'static [usize] {
        &[3, SIDE, SIDE]
    }

    /// By a rule; where it has no answer, by the nearest picture.
    fn teacher(&self, input: &[u8], data: &Dataset) -> Teacher {
        let rule = |label| Teacher { label, why: Why::Rule };
        class_of(input).map_or_else(|| Teacher::nearest(input, data), rule)
    }

    /// Every picture is drawn anew: its class, its two colours, its width, where it begins and, of a diagonal, which way it
    /// runs.
    fn make(&self, request: &Request) -> Labelled {
        let mut random = generator(request.seed, Stream::Data);
        Labelled {
            classes: CLASSES.map(str::to_owned).to_vec(),
            samples: (0..request.train + request.test).map(|_| draw(&mut random)).collect(),
            train: request.train,
            names: Vec::new(),
        }
    }
}

/// How much a picture changes from each pixel to the next, as a share of how much two pixels of it differ at most: along the
/// rows, along the columns, and along the two diagonals. All 0 for a picture of one colour.
fn changes(input: &[u8]) -> [f64; 4] {
    let pixel = |i: usize, j: usize| [0, 1, 2].map(|c| input[(c * SIDE + i) * SIDE + j]);
    let apart = |a: Rgb, b: Rgb| -> f64 { a.iter().zip(b).map(|(&a, b)| f64::from(a.abs_diff(b))).sum() };
    [(0, 1), (1, 0), (1, 1), (1, -1)].map(|(down, right): (usize, isize)| {
        let (mut sum, mut count) = (0.0, 0);
        for (i, j) in (0..SIDE - down).flat_map(|i| (0..SIDE).map(move |j| (i, j))) {
            if let Some(beside) = j.checked_add_signed(right).filter(|&beside| beside < SIDE) {
                sum += apart(pixel(i, j), pixel(i + down, beside));
                count += 1;
            }
        }
        sum / f64::from(count)
    })
}

/// The class of a picture: the direction in which it changes least; checks where it changes in all of them, and where both
/// diagonals change alike and less than rows and columns (the finest checks). `None` where no direction is half as even as the
/// next, as in a picture of one colour.
fn class_of(input: &[u8]) -> Option<usize> {
    let [along, down, falling, rising] = changes(input);
    let most = along.max(down).max(falling).max(rising);
    if most == 0.0 {
        return None;
    }
    let even = |change: f64| change < CALM * most;
    match [even(along), even(down), even(falling), even(rising)] {
        [true, false, ..] => Some(0),
        [false, true, ..] => Some(1),
        [false, false, true, false] | [false, false, false, true] => Some(2),
        [false, false, ..] => Some(3),
        [true, true, ..] => None,
    }
}

/// One picture.
fn draw(random: &mut impl Rng) -> Sample {
    let label = random.random_range(0..CLASSES.len());
    let colours = apart(random);
    // A diagonal one pixel wide would be the finest checks.
    let width = random.random_range(if label == 2 { 2 } else { 1 }..=3);
    let [down, right] = [(); 2].map(|()| random.random_range(0..2 * width));
    let rising = random.random();
    let second = |i: usize, j: usize| {
        let along = if rising { i + j } else { i + SIDE - j };
        let stripes = match label {
            0 => (i + down) / width,
            1 => (j + right) / width,
            2 => (along + down) / width,
            _ => (i + down) / width + (j + right) / width,
        };
        stripes % 2
    };
    let channel = |c: usize| (0..SIDE * SIDE).map(move |at| colours[second(at / SIDE, at % SIDE)][c]);
    Sample { input: (0..3).flat_map(channel).collect(), label }
}

/// Two colours that are told apart.
fn apart(random: &mut impl Rng) -> [Rgb; 2] {
    loop {
        let [one, other]: [Rgb; 2] = random.random();
        let differences = one.iter().zip(other).map(|(&a, b)| u32::from(a.abs_diff(b)));
        if differences.sum::<u32>() >= APART {
            return [one, other];
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{CustomSet, Dataset};

    fn make(seed: u32) -> Dataset {
        Dataset::new(SET, &CustomSet::default(), seed, 200, 50)
    }

    /// One channel of a picture, as rows of whether a pixel differs from the first.
    fn bits(sample: &Sample) -> Vec<Vec<bool>> {
        let pixel = |at: usize| [0, 1, 2].map(|c| sample.input[c * SIDE * SIDE + at]);
        let rows = (0..SIDE).map(|i| (0..SIDE).map(|j| pixel(i * SIDE + j) != pixel(0)).collect());
        rows.collect()
    }

    #[test]
    fn the_same_seed_gives_the_same_pictures_and_another_seed_others() {
        let one = make(7);
        assert_eq!((one.train.len(), one.test.len(), one.width()), (200, 50, 432));
        assert_eq!(one, make(7));
        assert_ne!(one.train, make(8).train);
    }

    #[test]
    fn a_picture_is_what_its_class_says() {
        for sample in make(7).train {
            let rows = bits(&sample);
            let same_rows = rows.iter().all(|row| row == &rows[0]);
            let same_columns = rows.iter().all(|row| row.iter().all(|&bit| bit == row[0]));
            let shifted = (1..SIDE).all(|i| rows[i][1..] == rows[i - 1][..SIDE - 1])
                || (1..SIDE).all(|i| rows[i][..SIDE - 1] == rows[i - 1][1..]);
            // Rows of checks are the first or its opposite.
            let opposite = |row: &Vec<bool>| row.iter().zip(&rows[0]).all(|(a, b)| a != b);
            let checks =
                !same_rows && !same_columns && rows.iter().all(|row| row == &rows[0] || opposite(row));
            let is = [same_columns, same_rows, shifted && !checks, checks];
            let want = [0, 1, 2, 3].map(|class| class == sample.label);
            assert_eq!(is, want, "{rows:?}");
        }
    }

    #[test]
    fn the_rule_names_every_picture_as_it_was_drawn_and_with_some_pixels_wrong() {
        for seed in 1..=20 {
            let data = make(seed);
            for Sample { input, label } in data.train.iter().chain(&data.test) {
                let said = data.teacher(input);
                assert_eq!(said, Teacher { label: *label, why: Why::Rule }, "{:?}", changes(input));
                // A drawing by hand: one pixel of the first row has got the colour of another one.
                let mut drawn = input.to_vec();
                for c in 0..3 {
                    drawn[c * SIDE * SIDE + 5] = input[c * SIDE * SIDE + 77];
                }
                assert_eq!(data.teacher(&drawn).label, *label, "{:?}", changes(&drawn));
            }
        }
    }

    #[test]
    fn a_picture_of_one_colour_is_judged_by_the_nearest_picture() {
        assert!(matches!(make(7).teacher(&[90; 3 * SIDE * SIDE]).why, Why::Like { .. }));
    }

    #[test]
    fn every_class_and_every_kind_of_colour_comes_up() {
        let all = make(7).train;
        for class in 0..CLASSES.len() {
            assert!(all.iter().filter(|sample| sample.label == class).count() > 30, "class {class}");
        }
        let mean =
            all.iter().flat_map(|sample| sample.input.iter()).map(|&byte| f64::from(byte)).sum::<f64>()
                / (200.0 * 432.0);
        assert!((115.0..140.0).contains(&mean), "{mean}");
    }
}
