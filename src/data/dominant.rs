//! The lecture's problem: which channel of a colour is the largest?

use super::{CHANNELS, DataSet, Dataset, Labelled, Request, Rgb, Set, Teacher, Why};

/// Random colours, labelled by their largest channel: the lecture's problem.
pub const SET: Set = Set(&DominantSet);

struct DominantSet;

impl DataSet for DominantSet {
    fn name(&self) -> &'static str {
        "dominant"
    }

    fn make(&self, request: &Request) -> Labelled {
        Labelled::drawn(request, &CHANNELS, largest_channel)
    }

    fn teacher(&self, input: &[u8], _data: &Dataset) -> Teacher {
        let Ok(rgb) = Rgb::try_from(input) else { return Teacher::NOBODY };
        match largest_channel(rgb) {
            Some(label) => Teacher { label, why: Why::Rule },
            None => {
                let max = rgb.into_iter().max();
                let first = rgb.iter().position(|&channel| Some(channel) == max);
                Teacher { label: first.unwrap_or(0), why: Why::Tie }
            }
        }
    }
}

/// The class of a colour: 0 red, 1 green, 2 blue, by its largest channel; `None` where the largest
/// is shared, as in grey.
pub fn largest_channel(rgb: Rgb) -> Option<usize> {
    let max = rgb.into_iter().max()?;
    let mut largest = (0..3).filter(|&channel| rgb[channel] == max);
    let first = largest.next();
    if largest.next().is_some() { None } else { first }
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
}
