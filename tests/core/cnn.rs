//! A CNN: beside an independent NumPy program's, and what it is there to show.

use std::thread;

use crate::common::{deviation, wide};
use irozuku::batch::Batch;
use irozuku::data::{CustomSet, digits, patterns};
use irozuku::init::Init;
use irozuku::lab::Lab;
use irozuku::layer::{Spec, conv, pool};
use irozuku::network::Network;
use irozuku::scalar::Scalar;
use irozuku::settings::Settings;
use irozuku::sgd;
use serde::Deserialize;

/// How near every parameter has to come in `f32`, as [`deviation`] measures it.
const NEAR: f64 = 1e-4;

/// How near in `f64`, where the reference's nine digits set the bound.
const F64_NEAR: f64 = 1e-8;

/// Conv, ReLU and MaxPool for each number of channels: with 8 and 12, VGG in miniature.
fn stages(channels: &[usize]) -> Vec<Spec> {
    let stage = |&n: &usize| {
        [Spec::sized(&conv::KIND, n), Spec { kind: "relu".to_owned(), nodes: None }, Spec::of(&pool::KIND)]
    };
    channels.iter().flat_map(stage).collect()
}

/// What `tests/numpy/cnn_reference.py` wrote. Tensors lie in it in the order of memory.
#[derive(Deserialize)]
struct Reference {
    channels: Vec<usize>,
    classes: usize,
    learning_rate: f64,
    pictures: Vec<Vec<u8>>,
    labels: Vec<usize>,
    first: Vec<Vec<f64>>,
    rows: Vec<Vec<usize>>,
    loss: Vec<f64>,
    last: Vec<Vec<f64>>,
}

impl Reference {
    fn read() -> Self {
        serde_json::from_str(include_str!("../numpy/cnn_reference.json")).expect("the reference can be read")
    }

    /// The largest deviation of our own run from the reference, of the losses and of every parameter.
    fn furthest<F: Scalar>(&self) -> f64 {
        let specs = Spec::classifier(stages(&self.channels[1..]), self.classes);
        let inputs = [self.channels[0], patterns::SIDE, patterns::SIDE];
        let mut network = Network::<F>::build(&inputs, &specs).expect("all kinds are registered");
        let first: Vec<F> = self.first.iter().flatten().map(|&value| F::of(value)).collect();
        assert_eq!(first.len(), network.size());
        network.load(&first);
        let mut tape = network.tape(self.rows[0].len());
        let mut losses = Vec::new();
        for rows in &self.rows {
            for (n, &row) in rows.iter().enumerate() {
                let x: Vec<F> =
                    self.pictures[row].iter().map(|&byte| F::of(f64::from(byte) / 255.0)).collect();
                tape.load(n, &x, self.labels[row]);
            }
            network.forward(&mut tape);
            losses.push(tape.loss().wide());
            network.backward(&mut tape);
            sgd::descend(&mut network, &tape, F::of(self.learning_rate));
        }
        assert_eq!(self.last.len(), network.params().count());
        let params = network.params().zip(&self.last).map(|(got, want)| deviation(&wide(got), want));
        params.chain([deviation(&losses, &self.loss)]).fold(0.0, f64::max)
    }
}

#[test]
fn the_work_of_a_forward_counts_a_kernel_at_every_place() {
    let specs = Spec::classifier(stages(&[8, 12]), 4);
    let network = Network::<f32>::build(&[3, 12, 12], &specs).expect("all kinds are registered");
    assert_eq!(network.work(), 144 * 8 * (27 + 1) + 36 * 12 * (72 + 1) + 4 * (108 + 1));
    assert_eq!(network.size(), 8 * (27 + 1) + 12 * (72 + 1) + 4 * (108 + 1));
    let dense = Network::<f32>::dense(&[3, 50, 100, 50, 3]);
    assert_eq!(dense.work(), dense.size());
}

#[test]
fn two_hundred_steps_of_the_miniature_of_vgg_end_where_numpy_ends() {
    let off = Reference::read().furthest::<f32>();
    assert!(off <= NEAR, "off by {off}");
}

#[test]
fn in_f64_they_agree_with_numpy_to_the_last_digit_written() {
    let off = Reference::read().furthest::<f64>();
    assert!(off <= F64_NEAR, "off by {off}");
}

/// The share of 200 new pictures that a network names after so many updates of 20 out of the `train` pictures of a set.
fn named(settings: Settings, file: &[u8], updates: usize) -> f64 {
    let settings = Settings {
        test: 200,
        batch: Batch::Size(20),
        init: Init::He,
        input: irozuku::data::Input::Scaled,
        ..settings
    };
    let mut lab = Lab::with_file(settings, CustomSet::default(), file).expect("the settings are allowed");
    assert_eq!(lab.data().test.len(), 200);
    lab.train(updates, || true);
    lab.summary().test_accuracy.expect("there are test pictures")
}

/// That of patterns, after 960 updates out of 480.
fn patterns_named(layers: Vec<Spec>, learning_rate: f64, seed: u32) -> f64 {
    let data = patterns::SET;
    named(Settings { data, train: 480, layers, learning_rate, seed, ..Settings::default() }, &[], 960)
}

#[test]
fn a_cnn_names_new_patterns_that_a_dense_network_does_not() {
    // The seeds are independent, so all processors share them.
    thread::scope(|scope| {
        for seed in 1..=5 {
            scope.spawn(move || {
                let cnn = patterns_named(stages(&[8, 12]), 0.1, seed);
                // At 0.1 the dense network is worse still; these suit it.
                let dense = [0.02, 0.05].map(|rate| patterns_named(Spec::hidden(&[50, 100, 50]), rate, seed));
                let best = dense[0].max(dense[1]);
                assert!(cnn >= 0.88 && cnn >= best + 0.12, "seed {seed}: CNN {cnn}, dense {dense:?}");
            });
        }
    });
}

#[test]
fn a_cnn_names_new_digits() {
    let file = include_bytes!("../../www/data/digits.bin");
    thread::scope(|scope| {
        for seed in 1..=5 {
            scope.spawn(move || {
                let (data, layers) = (digits::SET, stages(&[8, 16]));
                let settings =
                    Settings { data, train: 600, layers, learning_rate: 0.2, seed, ..Settings::default() };
                let share = named(settings, file, 1200);
                assert!(share >= 0.94, "seed {seed}: {share}");
            });
        }
    });
}
