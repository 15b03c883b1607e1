//! A whole training run beside an independent NumPy program's: see `tests/numpy/reference.py`, which wrote
//! `tests/numpy/reference.json`.

use crate::common::deviation;
use irozuku::data::{Input, Rgb, Scaling};
use irozuku::network::Network;
use irozuku::scalar::Scalar;
use irozuku::sgd;
use serde::Deserialize;

/// How near every parameter has to come in `f32`, as [`deviation`] measures it. NumPy's own `f32` run
/// comes to within 6e-6 of its `f64` run, and so did this one.
const NEAR: f64 = 1e-4;

/// How near in `f64`, where only the reference's nine digits set a bound: half a unit of the ninth is
/// at most 5e-9 of a number. It tells a right gradient from a nearly right one, for 200 steps move the
/// parameters by only 2 to 30 % of their size.
const F64_NEAR: f64 = 1e-8;

/// What the NumPy program wrote.
#[derive(Deserialize)]
struct Reference {
    widths: Vec<usize>,
    steps: usize,
    learning_rate: f64,
    colours: Vec<Rgb>,
    labels: Vec<usize>,
    first: Vec<Affine>,
    runs: Vec<Run>,
}

/// The parameters of one Affine layer.
#[derive(Deserialize)]
struct Affine {
    w: Vec<Vec<f64>>,
    b: Vec<f64>,
}

/// One training run.
#[derive(Deserialize)]
struct Run {
    batch: usize,
    /// The rows of each step; where there are fewer than steps, they come again and again.
    rows: Vec<Vec<usize>>,
    /// The loss of each step's rows before its update.
    loss: Vec<f64>,
    last: Vec<Affine>,
}

impl Reference {
    fn read() -> Self {
        serde_json::from_str(include_str!("../numpy/reference.json")).expect("the reference can be read")
    }

    /// The losses and the last parameters of a run through our own network, tape and update.
    fn train<F: Scalar>(&self, run: &Run) -> (Vec<f64>, Network<F>) {
        let mut network = Network::<F>::dense(&self.widths);
        let first: Vec<F> = self.first.iter().flat_map(Affine::tensors).flatten().map(F::of).collect();
        assert_eq!(first.len(), network.size());
        network.load(&first);
        let scaling = Scaling::new(Input::Scaled, &[]);
        let mut tape = network.tape(run.batch);
        let mut losses = Vec::new();
        for rows in run.rows.iter().cycle().take(self.steps) {
            assert_eq!(rows.len(), run.batch);
            for (n, &row) in rows.iter().enumerate() {
                tape.load(n, &scaling.apply::<F>(&self.colours[row]), self.labels[row]);
            }
            network.forward(&mut tape);
            losses.push(tape.loss().wide());
            network.backward(&mut tape);
            sgd::descend(&mut network, &tape, F::of(self.learning_rate));
        }
        (losses, network)
    }

    /// The largest deviation of a run from the reference, with what deviates.
    fn furthest<F: Scalar>(&self, run: &Run) -> (f64, String) {
        let (losses, network) = self.train::<F>(run);
        let mut all = vec![(deviation(&losses, &run.loss), "the losses".to_owned())];
        let layers = network.layers().iter().filter(|named| !named.layer.params().is_empty());
        for (named, want) in layers.zip(&run.last) {
            for (param, want) in named.layer.params().into_iter().zip(want.tensors()) {
                all.push((
                    deviation(&crate::common::wide(param.tensor), &want),
                    format!("{}.{}", named.name, param.name),
                ));
            }
        }
        assert_eq!(all.len(), 1 + 2 * (self.widths.len() - 1), "the losses, and w and b of every layer");
        all.into_iter().max_by(|a, b| a.0.total_cmp(&b.0)).unwrap()
    }

    /// Asserts that the run with this batch size ends as near as that.
    fn agrees<F: Scalar>(&self, batch: usize, near: f64) {
        let run = self.runs.iter().find(|run| run.batch == batch).expect("the reference has this batch size");
        assert_eq!(run.loss.len(), self.steps);
        let (off, what) = self.furthest::<F>(run);
        assert!(off <= near, "batch {batch}: {what} is off by {off}");
    }
}

impl Affine {
    /// `w` in the order of memory, then `b`.
    fn tensors(&self) -> [Vec<f64>; 2] {
        [self.w.concat(), self.b.clone()]
    }
}

#[test]
fn two_hundred_steps_of_one_colour_end_where_numpy_ends() {
    Reference::read().agrees::<f32>(1, NEAR);
}

#[test]
fn two_hundred_steps_of_twenty_colours_end_where_numpy_ends() {
    Reference::read().agrees::<f32>(20, NEAR);
}

#[test]
fn two_hundred_steps_of_all_colours_end_where_numpy_ends() {
    Reference::read().agrees::<f32>(240, NEAR);
}

#[test]
fn in_f64_the_runs_agree_with_numpy_to_the_last_digit_written() {
    for batch in [1, 20, 240] {
        Reference::read().agrees::<f64>(batch, F64_NEAR);
    }
}
