//! Handwritten digits of 8 × 8 pixels: a part of a set that others have collected, read from a file.

use rand::seq::SliceRandom;

use super::{DataSet, Labelled, Request, Sample, Set};
use crate::problem::Problem;
use crate::random::{Stream, generator};

/// The digits 0 to 9 in grey, of many hands: 800 of E. Alpaydin and C. Kaynak's "Optical Recognition of Handwritten Digits"
/// in the UCI Machine Learning Repository, <https://doi.org/10.24432/C50P49>, under CC BY 4.0.
pub const SET: Set = Set(&DigitSet);

/// The classes, in the order of the network's outputs.
pub const CLASSES: [&str; 10] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];

/// The side of a picture, in pixels.
pub const SIDE: usize = 8;

/// The name of the file. It has a record for each picture: a byte for its class, and one for each pixel, 0 to [`INK`], row by
/// row.
pub const FILE: &str = "digits.bin";

/// The darkest pixel in the file; of the picture it is 255.
pub const INK: u8 = 16;

/// The bytes of a record.
const RECORD: usize = 1 + SIDE * SIDE;

struct DigitSet;

impl DataSet for DigitSet {
    fn name(&self) -> &'static str {
        "digits"
    }

    fn shape(&self) -> &'static [usize] {
        &[1, SIDE, SIDE]
    }

    fn file(&self) -> Option<&'static str> {
        Some(FILE)
    }

    fn check(&self, file: &[u8]) -> Result<(), Problem> {
        let is_record = |record: &[u8]| {
            usize::from(record[0]) < CLASSES.len() && record[1..].iter().all(|&pixel| pixel <= INK)
        };
        let whole = !file.is_empty() && file.len().is_multiple_of(RECORD);
        let right = whole && file.chunks_exact(RECORD).all(is_record);
        right.then_some(()).ok_or_else(|| Problem::DataFile { file: FILE.to_owned(), bytes: file.len() })
    }

    /// The file's pictures in an order of the seed's: the first to learn from, and those after them to test with, as far as they
    /// go.
    fn make(&self, request: &Request) -> Labelled {
        let mut samples: Vec<Sample> = request.file.chunks_exact(RECORD).map(read).collect();
        samples.shuffle(&mut generator(request.seed, Stream::Data));
        samples.truncate(request.train + request.test);
        Labelled {
            classes: CLASSES.map(str::to_owned).to_vec(),
            train: request.train.min(samples.len()),
            samples,
            names: Vec::new(),
        }
    }
}

/// The picture of a record.
fn read(record: &[u8]) -> Sample {
    let grey = |&pixel: &u8| (f64::from(pixel) * 255.0 / f64::from(INK)).round() as u8;
    Sample { input: record[1..].iter().map(grey).collect(), label: usize::from(record[0]) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{CustomSet, Dataset};

    const BYTES: &[u8] = include_bytes!("../../www/data/digits.bin");

    fn make(seed: u32, train: usize, test: usize) -> Dataset {
        Dataset::of(SET, &Request { own: &CustomSet::default(), file: BYTES, seed, train, test })
    }

    #[test]
    fn the_file_has_eighty_pictures_of_each_digit() {
        assert_eq!(SET.get().check(BYTES), Ok(()));
        let all = make(7, 800, 0).train;
        assert_eq!(all.len(), 800);
        for class in 0..CLASSES.len() {
            assert_eq!(all.iter().filter(|sample| sample.label == class).count(), 80, "{class}");
        }
        let darkest = |sample: &Sample| sample.input.iter().copied().max();
        assert!(all.iter().all(|sample| sample.input.len() == 64 && darkest(sample) > Some(200)));
        assert_eq!(all.iter().filter_map(darkest).max(), Some(255));
    }

    #[test]
    fn the_seed_says_which_pictures_are_kept_back() {
        let one = make(7, 600, 200);
        assert_eq!((one.train.len(), one.test.len(), one.width()), (600, 200, 64));
        assert_eq!(one, make(7, 600, 200));
        assert_ne!(one.test, make(8, 600, 200).test);
        assert!(one.test.iter().all(|sample| !one.train.contains(sample)), "no picture is on both sides");
    }

    #[test]
    fn where_more_are_asked_for_than_there_are_fewer_come() {
        let size = |train, test| {
            let data = make(7, train, test);
            (data.train.len(), data.test.len())
        };
        assert_eq!([size(20, 5), size(700, 200), size(900, 200)], [(20, 5), (700, 100), (800, 0)]);
    }

    #[test]
    fn a_file_that_is_another_one_is_refused() {
        let mut class = BYTES.to_vec();
        class[0] = 10;
        let mut pixel = BYTES.to_vec();
        pixel[1] = 17;
        for file in [&[], &BYTES[1..], &class, &pixel] {
            assert_eq!(
                SET.get().check(file),
                Err(Problem::DataFile { file: "digits.bin".to_owned(), bytes: file.len() })
            );
        }
    }
}
