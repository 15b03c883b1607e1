//! The lecture's problem: which channel of a colour is the largest?

use rand::{Rng, RngExt};

use super::{Dataset, Rgb, Sample};
use crate::random::{Stream, generator};

/// The class of a colour: 0 red, 1 green, 2 blue, by its largest channel; `None` where the largest
/// is shared, as in grey.
pub fn largest_channel(rgb: Rgb) -> Option<usize> {
    let max = rgb.into_iter().max()?;
    let mut largest = (0..3).filter(|&channel| rgb[channel] == max);
    let first = largest.next();
    if largest.next().is_some() { None } else { first }
}

/// `train + test` colours drawn uniformly, labelled by their largest channel; ties are drawn again.
/// The test colours are the last ones drawn.
pub fn dominant(seed: u32, train: usize, test: usize) -> Dataset {
    let mut random = generator(seed, Stream::Data);
    let mut samples: Vec<Sample> = (0..train + test).map(|_| draw(&mut random)).collect();
    let test = samples.split_off(train);
    Dataset { classes: ["red", "green", "blue"].map(String::from).to_vec(), train: samples, test }
}

/// One colour with a single largest channel.
fn draw(random: &mut impl Rng) -> Sample {
    loop {
        let rgb: Rgb = random.random();
        if let Some(label) = largest_channel(rgb) {
            return Sample { rgb, label };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lectures_examples_have_the_lectures_labels() {
        let labels = [[255, 0, 0], [0, 255, 0], [0, 0, 255], [233, 63, 127]].map(largest_channel);
        assert_eq!(labels, [Some(0), Some(1), Some(2), Some(0)]);
    }

    #[test]
    fn a_colour_without_a_single_largest_channel_has_no_label() {
        assert_eq!(largest_channel([9, 9, 9]), None);
        assert_eq!(largest_channel([200, 200, 0]), None);
    }

    #[test]
    fn the_same_seed_gives_the_same_colours_and_another_seed_others() {
        let data = dominant(7, 240, 20);
        assert_eq!((data.train.len(), data.test.len()), (240, 20));
        assert_eq!(data, dominant(7, 240, 20));
        assert_ne!(data, dominant(8, 240, 20));
    }

    #[test]
    fn a_longer_data_set_begins_with_the_shorter_one() {
        assert_eq!(dominant(7, 260, 0).train[..240], dominant(7, 240, 20).train);
    }
}
