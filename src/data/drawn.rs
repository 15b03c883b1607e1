//! Colours drawn at random and labelled by a rule.

use rand::{Rng, RngExt};

use super::{Labelled, Request, Rgb, Sample};
use crate::random::{Stream, generator};

impl Labelled {
    /// As many colours as a data set is asked for, [`drawn`] and labelled by `rule` into `classes`.
    pub fn drawn(request: &Request, classes: &[&str], rule: impl Fn(Rgb) -> Option<usize>) -> Self {
        Labelled {
            classes: classes.iter().map(|&class| class.to_owned()).collect(),
            samples: drawn(request.seed, request.train + request.test, rule),
            train: request.train,
            names: Vec::new(),
        }
    }
}

/// `count` colours drawn uniformly and labelled by `rule`; those for which it has no label are drawn again.
/// A rule has to have a label for some colours at least.
pub fn drawn(seed: u32, count: usize, rule: impl Fn(Rgb) -> Option<usize>) -> Vec<Sample> {
    let mut random = generator(seed, Stream::Data);
    (0..count).map(|_| draw(&mut random, &rule)).collect()
}

/// One colour that the rule has a label for.
fn draw(random: &mut impl Rng, rule: impl Fn(Rgb) -> Option<usize>) -> Sample {
    loop {
        let rgb: Rgb = random.random();
        if let Some(label) = rule(rgb) {
            return Sample::colour(rgb, label);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::largest_channel;

    #[test]
    fn the_same_seed_gives_the_same_colours_and_another_seed_others() {
        let colours = drawn(7, 260, largest_channel);
        assert_eq!(colours.len(), 260);
        assert_eq!(colours, drawn(7, 260, largest_channel));
        assert_ne!(colours, drawn(8, 260, largest_channel));
    }

    #[test]
    fn more_colours_begin_with_the_fewer() {
        assert_eq!(drawn(7, 260, largest_channel)[..240], drawn(7, 240, largest_channel));
    }
}
