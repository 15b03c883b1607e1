//! What each node sees: a small picture of the colours that make it fire.
//!
//! One forward over a grid of colours, hue across and lightness down, serves every node of the network.

use crate::data::{COLOUR, Rgb, Sample, Scaling};
use crate::layer::MapScale;
use crate::network::Network;
use crate::scalar::{flat, row_len, rows};
use crate::tape::Tape;

/// Hues side by side, red at the left, once around.
pub const WIDTH: usize = 24;
/// Lightnesses under one another, the lightest on top.
pub const HEIGHT: usize = 16;

/// The pictures of the nodes of a network, for the layers whose kind has maps (ReLU, softmax).
pub struct Maps {
    /// The grid's colours as they were asked for: the saturation, 0 to 1.
    saturation: f64,
    colours: Vec<Rgb>,
    tape: Tape,
    /// For each layer its nodes' pictures under one another, RGBA; empty for a layer that has none.
    pixels: Vec<Vec<u8>>,
}

impl Maps {
    /// Pictures for a network of this shape; nothing is drawn yet.
    pub fn new(network: &Network, scaling: &Scaling) -> Self {
        let mut maps = Maps {
            saturation: 1.0,
            colours: Vec::new(),
            tape: network.tape(if network.inputs() == COLOUR { WIDTH * HEIGHT } else { 0 }),
            pixels: vec![Vec::new(); network.layers().len()],
        };
        if network.inputs() == COLOUR {
            maps.slice(1.0, scaling);
        }
        maps
    }

    /// Draws all pictures with the network's present weights.
    ///
    /// A colour is seen as strongly as the node fires for it, by the [`MapScale`] of the layer's kind: of a ReLU
    /// the square root of its share of the node's largest output on the grid, of the Softmax the probability.
    /// Where a node does not fire there is `backdrop`. The saturation is brought between 0 and 1. A network whose input
    /// is no colour has no pictures.
    pub fn draw(&mut self, network: &Network, scaling: &Scaling, saturation: f64, backdrop: Rgb) {
        if network.inputs() != COLOUR {
            return;
        }
        let saturation = if saturation.is_nan() { 1.0 } else { saturation.clamp(0.0, 1.0) };
        if saturation != self.saturation {
            self.slice(saturation, scaling);
        }
        network.forward(&mut self.tape);
        for (i, named) in network.layers().iter().enumerate() {
            let Some(scale) = named.layer.kind().map else { continue };
            let relative = scale == MapScale::Relative;
            let out = &self.tape.values[i + 1];
            let (nodes, size) = (row_len(out), self.colours.len());
            let mut most = vec![1.0_f32; nodes];
            if relative {
                most.fill(0.0);
                for row in rows(out) {
                    most.iter_mut().zip(row).for_each(|(most, &value)| *most = most.max(value));
                }
            }
            let pixels = &mut self.pixels[i];
            pixels.resize(nodes * size * 4, 255);
            for (place, (row, colour)) in rows(out).zip(&self.colours).enumerate() {
                for (node, (&value, &most)) in row.iter().zip(&most).enumerate() {
                    let share = if value > 0.0 && most > 0.0 { (value / most).min(1.0) } else { 0.0 };
                    let share = if relative { share.sqrt() } else { share };
                    let at = (node * size + place) * 4;
                    for channel in 0..3 {
                        let (from, to) = (f32::from(backdrop[channel]), f32::from(colour[channel]));
                        pixels[at + channel] = (from + (to - from) * share + 0.5) as u8;
                    }
                }
            }
        }
    }

    /// The pictures of one layer's nodes under one another, RGBA, each [`WIDTH`] × [`HEIGHT`]; empty for a
    /// layer that has none, and before they were drawn.
    pub fn pixels(&self, layer: usize) -> &[u8] {
        self.pixels.get(layer).map_or(&[], Vec::as_slice)
    }

    /// The probability of each class for every colour of the grid, row after row, as last drawn.
    pub fn probabilities(&self) -> &[f32] {
        flat(self.tape.probabilities())
    }

    /// Fills the grid with another slice through the colours.
    fn slice(&mut self, saturation: f64, scaling: &Scaling) {
        self.saturation = saturation;
        self.colours = colours(saturation);
        let samples: Vec<Sample> = self.colours.iter().map(|&rgb| Sample::colour(rgb, 0)).collect();
        self.tape.fill(&samples, scaling);
    }
}

/// The colours of the grid in one saturation, 0 to 1, row after row: the middles of [`WIDTH`] hues and of
/// [`HEIGHT`] lightnesses.
pub fn colours(saturation: f64) -> Vec<Rgb> {
    let grid = (0..HEIGHT).flat_map(|y| (0..WIDTH).map(move |x| (x, y)));
    let middle = |i: usize, n: usize| (i as f64 + 0.5) / n as f64;
    grid.map(|(x, y)| rgb(middle(x, WIDTH), saturation, 1.0 - middle(y, HEIGHT))).collect()
}

/// A colour by hue (in turns), saturation and lightness (0 to 1), as CSS has it.
fn rgb(hue: f64, saturation: f64, lightness: f64) -> Rgb {
    let reach = saturation * lightness.min(1.0 - lightness);
    [0.0, 8.0, 4.0].map(|offset| {
        let k = (offset + hue * 12.0) % 12.0;
        let level = lightness - reach * (k - 3.0).min(9.0 - k).clamp(-1.0, 1.0);
        (level * 255.0).round() as u8
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Input;

    /// One ReLU node that fires for red, one that never does, and a softmax over two classes.
    fn network() -> Network {
        let mut network = Network::dense(&[3, 2, 2]);
        // w (3, 2), b (2), w (2, 2), b (2)
        network.load(&[1.0, -1.0, 0.0, 0.0, 0.0, 0.0, -0.5, 0.0, 40.0, 0.0, 0.0, 0.0, 0.0, 4.0]);
        network
    }

    fn drawn(saturation: f64) -> (Maps, Scaling) {
        let scaling = Scaling::new(Input::Scaled, &[]);
        let mut maps = Maps::new(&network(), &scaling);
        maps.draw(&network(), &scaling, saturation, [200, 201, 202]);
        (maps, scaling)
    }

    #[test]
    fn hue_is_told_as_css_tells_it() {
        assert_eq!(rgb(0.0, 1.0, 0.5), [255, 0, 0]);
        assert_eq!(rgb(1.0 / 3.0, 1.0, 0.5), [0, 255, 0]);
        assert_eq!(rgb(2.0 / 3.0, 1.0, 0.25), [0, 0, 128]);
        assert_eq!(rgb(0.1, 0.0, 0.2), [51, 51, 51]);
        assert_eq!(rgb(0.5, 0.5, 0.75), [159, 223, 223]);
    }

    #[test]
    fn a_node_shows_the_colours_it_fires_for_and_the_backdrop_elsewhere() {
        let (maps, _) = drawn(1.0);
        let (grid, picture) = (colours(1.0), maps.pixels(1));
        let pixel = |node: usize, place: usize| {
            let at = (node * grid.len() + place) * 4;
            [picture[at], picture[at + 1], picture[at + 2]]
        };
        for (place, colour) in grid.iter().enumerate() {
            let fires = colour[0] > 127;
            assert_eq!(pixel(0, place) != [200, 201, 202], fires, "{colour:?}");
            assert_eq!(pixel(1, place), [200, 201, 202], "a dead node shows nothing");
        }
        let strongest = grid.iter().position(|colour| colour[0] == 255).expect("there is a full red");
        assert_eq!(pixel(0, strongest), grid[strongest]);
        assert!(picture.chunks(4).all(|pixel| pixel[3] == 255));
    }

    #[test]
    fn an_affine_layer_has_no_picture() {
        assert!(drawn(1.0).0.pixels(0).is_empty());
        assert!(drawn(1.0).0.pixels(99).is_empty());
    }

    #[test]
    fn the_slice_decides_which_colours_are_shown() {
        let (maps, scaling) = drawn(0.25);
        let asked: Vec<Sample> = colours(0.25).into_iter().map(|rgb| Sample::colour(rgb, 0)).collect();
        let mut tape = network().tape(asked.len());
        tape.fill(&asked, &scaling);
        network().forward(&mut tape);
        assert_eq!(maps.probabilities(), tape.probabilities().as_slice().unwrap());
    }

    #[test]
    fn a_slice_out_of_range_is_brought_into_it() {
        for (given, used) in [(-3.0, 0.0), (7.0, 1.0), (f64::NAN, 1.0)] {
            assert_eq!(drawn(given).0.probabilities(), drawn(used).0.probabilities());
        }
    }

    #[test]
    fn weights_that_are_not_finite_leave_the_backdrop() {
        let scaling = Scaling::new(Input::Raw, &[]);
        let mut broken = network();
        broken.load(&[f32::NAN; 14]);
        let mut maps = Maps::new(&broken, &scaling);
        maps.draw(&broken, &scaling, 1.0, [9, 9, 9]);
        assert!(maps.pixels(1).chunks(4).all(|pixel| pixel == [9, 9, 9, 255]));
    }

    /// The share of the way from a black backdrop to each colour of the grid, as a node's picture shows it,
    /// in the channel that goes the furthest.
    fn shares(maps: &Maps, layer: usize, node: usize) -> Vec<f32> {
        let grid = colours(1.0);
        let picture = &maps.pixels(layer)[node * grid.len() * 4..];
        let share = |(colour, pixel): (&Rgb, &[u8])| {
            let channel = (0..3).max_by_key(|&channel| colour[channel]).expect("there are three");
            f32::from(pixel[channel]) / f32::from(colour[channel])
        };
        grid.iter().zip(picture.chunks(4)).map(share).collect()
    }

    /// A level of a pixel is rounded to a whole number; the darkest colour of the grid has 16 for its largest.
    const ROUNDED: f32 = 0.5 / 16.0 + 1e-5;

    #[test]
    fn a_node_is_as_strong_as_the_square_root_of_its_share_of_its_own_largest_output() {
        // The first node puts out red, the second a thousandth of red: they see the same.
        let mut network = Network::dense(&[3, 2, 2]);
        network.load(&[1.0, 0.001, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);
        let scaling = Scaling::new(Input::Scaled, &[]);
        let mut maps = Maps::new(&network, &scaling);
        maps.draw(&network, &scaling, 1.0, [0; 3]);
        let grid = colours(1.0);
        let most = grid.iter().map(|rgb| f32::from(rgb[0])).fold(0.0, f32::max);
        for node in 0..2 {
            for (colour, share) in grid.iter().zip(shares(&maps, 1, node)) {
                let wanted = (f32::from(colour[0]) / most).sqrt();
                assert!((share - wanted).abs() <= ROUNDED, "node {node}, {colour:?}: {share} for {wanted}");
            }
        }
    }

    #[test]
    fn an_answer_is_as_strong_as_its_probability() {
        let mut network = Network::dense(&[3, 2]);
        // The scores are 2·red and 0: no probability is above 0.9, and none below 0.1.
        network.load(&[2.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]);
        let scaling = Scaling::new(Input::Scaled, &[]);
        let mut maps = Maps::new(&network, &scaling);
        maps.draw(&network, &scaling, 1.0, [0; 3]);
        for class in 0..2 {
            let wanted = maps.probabilities().chunks(2).map(|row| row[class]);
            for (share, wanted) in shares(&maps, 1, class).into_iter().zip(wanted) {
                assert!((share - wanted).abs() <= ROUNDED, "class {class}: {share} for {wanted}");
            }
        }
    }
}
