//! The wheel: which class the network gives to every hue and saturation at one brightness.
//!
//! The disc is `(x, y)` with `x² + y² ≤ 1`, `x` to the right, `y` down. Saturation is the distance from the middle,
//! and hue the angle, clockwise from red at the bottom: `s = √(x² + y²)`, `h = atan2(−x, y) / 2π` turns. Brightness is
//! the value `v` of HSV.

use std::f64::consts::TAU;

use crate::data::{COLOUR, Rgb, Scaling};
use crate::network::Network;
use crate::scalar::{flat_mut, row_len, rows};
use crate::tape::Tape;

/// The class of a point that has none: outside the disc, or where no probability is a number.
pub const NONE: u8 = 255;
/// How many colours go through the network at once: so few that what it computes stays in the cache, so many that
/// they fill its kernels.
const CHUNK: usize = 64;
/// How many multiplications a drawing may take: while the network learns, and at rest.
const WORK: [usize; 2] = [17_000_000, 60_000_000];
/// The points along each edge of the square that holds the disc: the fewest, and the most while the network learns and
/// at rest. All are even, so that no point is the middle, which has no hue.
const SIDES: (usize, [usize; 2]) = (16, [44, 72]);

/// How finely the wheel is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grid {
    /// For every frame while the network learns: 40 points along an edge for the lecture's network, which takes
    /// about 2 ms.
    Coarse,
    /// For when it rests: 72.
    Fine,
}

/// The class at each point of a square grid over the disc, and the scores that decided it.
pub struct Wheel {
    side: usize,
    brightness: f64,
    /// Hue in turns and saturation of every point that is asked for, and its place in the grid.
    points: Vec<(usize, f64, f64)>,
    /// The network's input for each of them, in the same order.
    inputs: Vec<f32>,
    tape: Tape,
    classes: Vec<u8>,
    scores: Vec<f32>,
}

impl Wheel {
    /// A wheel for a network of this shape; nothing is drawn yet.
    pub fn new(network: &Network) -> Self {
        Wheel {
            side: 0,
            brightness: 1.0,
            points: Vec::new(),
            inputs: Vec::new(),
            tape: network.tape(CHUNK),
            classes: Vec::new(),
            scores: Vec::new(),
        }
    }

    /// Draws the wheel of one brightness, 0 to 1, with the network's present weights.
    ///
    /// At brightness 0 every point is black, and so all have one class. A brightness out of range is brought into it
    /// (no number: 1). With weights that are no numbers no point has a class. A network whose input is no colour has no
    /// wheel: then there are no points.
    pub fn draw(&mut self, network: &Network, scaling: &Scaling, brightness: f64, grid: Grid) {
        let brightness = if brightness.is_nan() { 1.0 } else { brightness.clamp(0.0, 1.0) };
        let side = if network.inputs() == COLOUR { side_for(network, grid) } else { 0 };
        if side != self.side || brightness != self.brightness {
            self.lay(side, brightness, scaling);
        }
        let classes = row_len(self.tape.probabilities());
        self.scores.resize(side * side * classes, 0.0);
        let last = self.tape.values.len() - 1;
        for (points, inputs) in self.points.chunks(CHUNK).zip(self.inputs.chunks(CHUNK * COLOUR[0])) {
            flat_mut(&mut self.tape.values[0])[..inputs.len()].copy_from_slice(inputs);
            network.forward(&mut self.tape);
            let (scores, probabilities) = (&self.tape.values[last - 1], &self.tape.values[last]);
            for ((&(place, ..), scores), probabilities) in
                points.iter().zip(rows(scores)).zip(rows(probabilities))
            {
                self.scores[place * classes..][..classes].copy_from_slice(scores);
                self.classes[place] = class_of(probabilities);
            }
        }
    }

    /// How many points the grid has along each edge. Point `(i, j)` is at `x = 2i / (side − 1) − 1`, `y` likewise: the
    /// first and the last of a row lie on the edges of the square.
    pub fn side(&self) -> usize {
        self.side
    }

    /// The class of each point, row after row; [`NONE`] outside the disc. A ring of one cell around the disc has
    /// classes, too (those of full saturation), so that borders can be drawn right to its edge.
    pub fn classes(&self) -> &[u8] {
        &self.classes
    }

    /// What went into the softmax at each point, class by class, row after row: where two classes have equal scores,
    /// their border lies. 0 outside.
    pub fn scores(&self) -> &[f32] {
        &self.scores
    }

    /// Fills the grid with another slice through the colours.
    fn lay(&mut self, side: usize, brightness: f64, scaling: &Scaling) {
        if side != self.side {
            self.points = points(side);
            self.scores.clear();
        }
        (self.side, self.brightness) = (side, brightness);
        self.classes.clear();
        self.classes.resize(side * side, NONE);
        let colours = self.points.iter().map(|&(_, hue, saturation)| rgb(hue, saturation, brightness));
        self.inputs = colours.flat_map(|colour| scaling.apply::<f32>(&colour)).collect();
    }
}

/// How many points along an edge a network can afford: what the lecture's takes 2 ms for.
fn side_for(network: &Network, grid: Grid) -> usize {
    let (fewest, most) = SIDES;
    let points = WORK[grid as usize] / network.work().max(1);
    let side = (points as f64).sqrt() as usize / 2 * 2;
    side.clamp(fewest, most[grid as usize])
}

/// The points of a grid that lie in the disc or in a cell that touches it: place, hue in turns and saturation.
fn points(side: usize) -> Vec<(usize, f64, f64)> {
    let cell = 2.0 / (side.max(2) - 1) as f64;
    let reach = 1.0 + cell * 2.0_f64.sqrt();
    let along = |i: usize| i as f64 * cell - 1.0;
    let all = (0..side * side).map(|place| (place, along(place % side), along(place / side)));
    let polar = all.map(|(place, x, y)| (place, (-x).atan2(y) / TAU, x.hypot(y)));
    polar
        .filter(|&(_, _, r)| r <= reach)
        .map(|(place, hue, r)| (place, hue.rem_euclid(1.0), r.min(1.0)))
        .collect()
}

/// The class with the highest probability, the first of equals; [`NONE`] where one is no number.
fn class_of(probabilities: &[f32]) -> u8 {
    let mut best = (NONE, f32::NEG_INFINITY);
    for (class, &probability) in (0..NONE).zip(probabilities) {
        if probability.is_nan() {
            return NONE;
        }
        if probability > best.1 {
            best = (class, probability);
        }
    }
    best.0
}

/// A colour by hue (in turns), saturation and value (0 to 1), each channel rounded: `v (1 − s m)` with
/// `m = min(k, 4 − k)` brought between 0 and 1, `k = n + 6h` in turns of 6, `n` = 5, 3, 1 for red, green, blue.
pub fn rgb(hue: f64, saturation: f64, value: f64) -> Rgb {
    [5.0, 3.0, 1.0].map(|n| {
        let k = (n + hue * 6.0) % 6.0;
        let missing = k.min(4.0 - k).clamp(0.0, 1.0);
        (value * (1.0 - saturation * missing) * 255.0).round() as u8
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::{Input, Sample};

    /// The largest channel wins: with no hidden layer, each score is its channel.
    fn channels() -> Network {
        let mut network = Network::dense(&[3, 3]);
        network.load(&[1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0]);
        network
    }

    fn drawn(network: &Network, brightness: f64, grid: Grid) -> Wheel {
        let mut wheel = Wheel::new(network);
        wheel.draw(network, &Scaling::new(Input::Scaled, &[]), brightness, grid);
        wheel
    }

    /// The class at a place of the disc, that of the nearest point.
    fn class_at(wheel: &Wheel, x: f64, y: f64) -> u8 {
        let index = |at: f64| ((at + 1.0) / 2.0 * (wheel.side() - 1) as f64).round() as usize;
        wheel.classes()[index(y) * wheel.side() + index(x)]
    }

    #[test]
    fn hue_saturation_and_value_are_told_as_everywhere() {
        assert_eq!(rgb(0.0, 1.0, 1.0), [255, 0, 0]);
        assert_eq!(rgb(1.0 / 6.0, 1.0, 1.0), [255, 255, 0]);
        assert_eq!(rgb(1.0 / 3.0, 1.0, 1.0), [0, 255, 0]);
        assert_eq!(rgb(2.0 / 3.0, 1.0, 0.5), [0, 0, 128]);
        // hsl(30 60% 40%) in CSS is rgb(163 102 41): value 0.64, saturation 0.75.
        assert_eq!(rgb(30.0 / 360.0, 0.75, 0.64), [163, 102, 41]);
        assert_eq!(rgb(0.7, 0.0, 0.2), [51, 51, 51]);
        assert_eq!(rgb(0.3, 0.9, 0.0), [0, 0, 0]);
        // The lecture's colour: hue 330°, saturation 56/122.
        assert_eq!(rgb(330.0 / 360.0, 56.0 / 122.0, 122.0 / 255.0), [122, 66, 94]);
    }

    #[test]
    fn red_is_at_the_bottom_and_the_hues_go_clockwise() {
        let wheel = drawn(&channels(), 0.8, Grid::Fine);
        let place = |degrees: f64| {
            let angle = degrees.to_radians();
            class_at(&wheel, -0.7 * angle.sin(), 0.7 * angle.cos())
        };
        let found: Vec<u8> = [0.0, 50.0, 70.0, 120.0, 170.0, 190.0, 240.0, 290.0, 310.0].map(place).to_vec();
        assert_eq!(found, [0, 0, 1, 1, 1, 2, 2, 2, 0]);
        assert_eq!(class_at(&wheel, -1.0, -1.0), NONE, "a corner is outside");
    }

    #[test]
    fn each_class_is_the_one_that_is_predicted_for_the_same_colour() {
        let mut network = Network::dense(&[3, 8, 4]);
        let weights: Vec<f32> = (0..network.size()).map(|i| ((i * 37 % 23) as f32 - 11.0) / 9.0).collect();
        network.load(&weights);
        let scaling = Scaling::new(Input::Scaled, &[]);
        let wheel = drawn(&network, 0.6, Grid::Coarse);
        let asked = points(wheel.side());
        let samples: Vec<Sample> = asked.iter().map(|&(_, h, s)| Sample::colour(rgb(h, s, 0.6), 0)).collect();
        let mut tape = network.tape(samples.len());
        tape.fill(&samples, &scaling);
        network.forward(&mut tape);
        let predicted: Vec<usize> = crate::evaluation::answers(&tape).collect();
        assert!(
            (0..4).filter(|class| predicted.contains(class)).count() > 1,
            "there is a border to get right"
        );
        for (&(place, ..), class) in asked.iter().zip(predicted) {
            assert_eq!(usize::from(wheel.classes()[place]), class);
        }
        let inside = wheel.classes().iter().filter(|&&class| class != NONE).count();
        assert_eq!(inside, asked.len());
    }

    #[test]
    fn the_scores_are_those_that_decide() {
        let wheel = drawn(&channels(), 1.0, Grid::Coarse);
        for (class, scores) in wheel.classes().iter().zip(wheel.scores().chunks(3)) {
            let most = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
            assert!(*class == NONE && most == 0.0 || scores[usize::from(*class)] == most);
        }
    }

    #[test]
    fn without_brightness_all_is_black_and_one_class() {
        for brightness in [0.0, -1.0] {
            let mut network = channels();
            network.load(&[1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.5, 0.0]);
            let wheel = drawn(&network, brightness, Grid::Coarse);
            assert!(wheel.classes().iter().all(|&class| class == 1 || class == NONE));
        }
        assert_eq!(
            drawn(&channels(), f64::NAN, Grid::Fine).classes(),
            drawn(&channels(), 1.0, Grid::Fine).classes()
        );
    }

    #[test]
    fn weights_that_are_no_numbers_give_no_class() {
        let mut network = channels();
        network.load(&[f32::NAN; 12]);
        assert!(drawn(&network, 1.0, Grid::Fine).classes().iter().all(|&class| class == NONE));
    }

    #[test]
    fn another_brightness_or_grid_leaves_nothing_of_the_one_before() {
        let (network, scaling) = (channels(), Scaling::new(Input::Scaled, &[]));
        let mut wheel = drawn(&network, 0.0, Grid::Fine);
        wheel.draw(&network, &scaling, 0.7, Grid::Coarse);
        assert_eq!(wheel.classes(), drawn(&network, 0.7, Grid::Coarse).classes());
        assert_eq!(wheel.scores(), drawn(&network, 0.7, Grid::Coarse).scores());
    }

    #[test]
    fn a_larger_network_gets_a_coarser_grid() {
        let side = |widths: &[usize], grid| side_for(&Network::dense(widths), grid);
        assert_eq!(side(&[3, 50, 100, 50, 3], Grid::Coarse), 40);
        assert_eq!(side(&[3, 50, 100, 50, 3], Grid::Fine), 72);
        assert_eq!(side(&[3, 3], Grid::Coarse), 44);
        assert_eq!(side(&[3, 256, 256, 256, 256, 256, 256, 3], Grid::Coarse), 16);
    }

    #[test]
    fn a_network_whose_input_is_no_colour_has_no_wheel() {
        let network = Network::dense(&[5, 2]);
        let wheel = drawn(&network, 1.0, Grid::Fine);
        assert_eq!((wheel.side(), wheel.classes().len(), wheel.scores().len()), (0, 0, 0));
    }
}
