//! What the data sets are there to show: the limit of a flat cut, and why one learns from data.

use crate::common::{bits, lab, train};
use irozuku::batch::Batch;
use irozuku::data::{
    COLOUR, CustomSet, Dataset, Input, SETS, Sample, Scaling, Set, named, own, patterns, vivid,
};
use irozuku::init::Init;
use irozuku::lab::Lab;
use irozuku::maps;
use irozuku::problem::Problem;
use irozuku::scalar::flat;
use irozuku::scope::Scope;
use irozuku::settings::Settings;

const SEEDS: [u32; 5] = [1, 2, 3, 4, 5];

/// Scaled inputs and He weights.
fn modern(data: Set, hidden: &[usize], learning_rate: f64, seed: u32) -> Settings {
    Settings {
        data,
        hidden: hidden.to_vec(),
        learning_rate,
        init: Init::He,
        input: Input::Scaled,
        seed,
        ..Settings::default()
    }
}

/// The share of the training colours named right after 5,000 steps.
fn vivid_accuracy(hidden: &[usize], seed: u32) -> f64 {
    let mut lab = lab(modern(vivid::SET, hidden, 0.5, seed));
    train(&mut lab, 5000);
    lab.summary().train_accuracy
}

#[test]
fn without_a_hidden_layer_vivid_or_grey_cannot_be_learned() {
    let shares = SEEDS.map(|seed| vivid_accuracy(&[], seed));
    println!("no hidden layer: {shares:?}");
    assert!(shares.iter().all(|&share| share < 0.65), "{shares:?}");
}

#[test]
fn with_one_hidden_layer_of_16_vivid_or_grey_is_learned() {
    let shares = SEEDS.map(|seed| vivid_accuracy(&[16], seed));
    println!("16 hidden nodes: {shares:?}");
    assert!(shares.iter().all(|&share| share > 0.97), "{shares:?}");
}

#[test]
fn the_lectures_network_names_held_out_colours_better_than_the_largest_channel_does() {
    for seed in SEEDS {
        let settings = modern(named::SET, &[50, 100, 50], 0.3, seed);
        let mut lab = lab(Settings { train: 240, test: 96, ..settings });
        train(&mut lab, 2000);
        let network = lab.summary().test_accuracy.expect("there are test colours");
        let rule = lab.data().rule_accuracy().expect("the classes are the channels");
        println!("seed {seed}: network {network:.4}, largest channel {rule:.4}");
        assert!(network > 0.97 && network > rule, "seed {seed}: network {network}, rule {rule}");
    }
}

#[test]
fn without_colours_a_lab_stands_and_learns_nothing() {
    let settings = Settings { data: own::SET, ..Settings::default() };
    for batch in [Batch::FULL, Batch::Size(1)] {
        let mut lab =
            Lab::new(Settings { batch, ..settings.clone() }, CustomSet::default()).expect("it is allowed");
        assert_eq!(lab.train(10, || true), 0);
        assert_eq!(lab.make_pass(Scope::Batch).err(), Some(Problem::NoColours));
        assert!(lab.answers().is_empty() && lab.losses().is_empty());
        let summary = lab.summary();
        assert_eq!((summary.step, summary.train_loss, summary.test_loss), (0, 0.0, None));
        // A single colour can still be walked through, and learned from.
        let scope = Scope::Colour(Sample::colour([1, 2, 3], 1));
        lab.make_pass(scope).expect("one colour is enough");
        let effect = lab.update().expect("there is a pass").expect("it does not diverge");
        assert!(effect.after < effect.before);
    }
}

#[test]
fn own_colours_have_as_many_outputs_as_classes() {
    for classes in 2..=CustomSet::MOST {
        let own = CustomSet {
            classes: (0..classes).map(|i| format!("class {i}")).collect(),
            samples: (0..classes).map(|label| Sample::colour([20 * label as u8, 0, 0], label)).collect(),
            ..CustomSet::default()
        };
        let mut lab =
            Lab::new(Settings { data: own::SET, ..Settings::default() }, own).expect("it is allowed");
        assert_eq!(lab.predict(&[9, 9, 9]).len(), classes);
        train(&mut lab, 3);
    }
}

#[test]
fn losses_are_those_of_the_summary() {
    let mut lab = lab(Settings { seed: 3, ..Settings::default() });
    train(&mut lab, 7);
    let losses = lab.losses();
    let mean = |part: &[f32]| part.iter().map(|&loss| f64::from(loss)).sum::<f64>() / part.len() as f64;
    let summary = lab.summary();
    assert_eq!(losses.len(), 260);
    assert!((mean(&losses[..240]) - summary.train_loss).abs() < 1e-5);
    assert!((mean(&losses[240..]) - summary.test_loss.expect("there are test colours")).abs() < 1e-5);
}

#[test]
fn what_the_nodes_see_is_drawn_anew_only_when_something_has_changed() {
    let mut lab = lab(Settings::default());
    assert!(lab.look(1.0, [0; 3]));
    assert!(!lab.look(1.0, [0; 3]));
    assert!(lab.look(0.5, [0; 3]), "another slice");
    assert!(lab.look(0.5, [9; 3]), "another backdrop");
    let before = lab.maps().pixels(1).to_vec();
    train(&mut lab, 1);
    assert!(lab.look(0.5, [9; 3]), "other weights");
    assert_ne!(lab.maps().pixels(1), before);
    lab.goto(0).expect("it is on the way");
    assert!(lab.look(0.5, [9; 3]), "the first weights again");
    assert_eq!(lab.maps().pixels(1), before);
}

/// A lab of each data set of colours, with standardised inputs and colours to test with.
fn standardised() -> Vec<Lab> {
    let own = CustomSet {
        samples: (0..200).map(|i| Sample::colour([i as u8, (7 * i % 256) as u8, 90], i / 100)).collect(),
        ..CustomSet::default()
    };
    let sets = SETS.into_iter().filter(|set| set.get().shape() == COLOUR);
    let lab = |data| {
        let settings = Settings { data, input: Input::Standardised, test: 96, ..Settings::default() };
        Lab::new(settings, own.clone()).expect("the settings are allowed")
    };
    sets.map(lab).collect()
}

#[test]
fn inputs_are_standardised_by_the_colours_to_learn_from_alone() {
    for mut lab in standardised() {
        let data = lab.data().clone();
        assert!(!data.test.is_empty());
        let pass = lab.make_pass(Scope::Batch).expect("there are colours");
        let x = pass.read(&"data.out".parse().expect("it is an address")).expect("every pass has it");
        let x: Vec<f64> = x.iter().map(|&value| f64::from(value)).collect();
        let n = data.train.len() as f64;
        for channel in 0..3 {
            let values = || x.iter().skip(channel).step_by(3);
            let mean = values().sum::<f64>() / n;
            let variance = values().map(|value| (value - mean).powi(2)).sum::<f64>() / n;
            let same = data.train.iter().all(|one| one.input[channel] == data.train[0].input[channel]);
            // An input is rounded to seven digits.
            assert!(mean.abs() < 1e-6, "{mean}");
            assert!((variance - if same { 0.0 } else { 1.0 }).abs() < 1e-6, "{variance}");
        }
        let all = [data.train, data.test].concat();
        assert_ne!(*lab.trainer().scaling(), Scaling::new(Input::Standardised, &all));
    }
}

#[test]
fn every_colour_enters_the_network_by_the_rule_of_the_colours_to_learn_from() {
    for mut lab in standardised() {
        let data = lab.data().clone();
        let n = data.train.len();
        let losses = lab.losses();
        assert_eq!(bits(&losses[n..]), bits(lab.trainer().forward(&data.test).losses()), "to test with");
        assert_eq!(bits(&losses[..n]), bits(lab.trainer().forward(&data.train).losses()), "to learn from");
        let sample = &data.test[0];
        let pass = lab.make_pass(Scope::Colour(sample.clone())).expect("one colour is enough");
        let x = pass.read(&"data.out".parse().expect("it is an address")).expect("every pass has it");
        let x: Vec<f32> = x.iter().copied().collect();
        assert_eq!(x, Scaling::new(Input::Standardised, &data.train).apply::<f32>(&sample.input), "picked");
        lab.look(0.5, [0; 3]);
        let seen = lab.trainer().answer(&maps::colours(0.5).concat());
        assert_eq!(bits(lab.maps().probabilities()), bits(flat(seen.probabilities())), "in the pictures");
    }
}

#[test]
fn many_own_colours_are_shuffled_by_the_seed_before_a_part_is_kept_back() {
    // As one makes them: class after class.
    let colours = |n: usize| CustomSet {
        samples: (0..n).map(|i| Sample::colour([i as u8, 0, 0], 2 * i / n)).collect(),
        ..CustomSet::default()
    };
    let reds = |samples: &[Sample]| samples.iter().map(|one| one.input[0]).collect::<Vec<_>>();
    let split = |seed| Dataset::new(own::SET, &colours(200), seed, 240, 20);
    let data = split(7);
    for part in [&data.train, &data.test] {
        let ones = part.iter().filter(|one| one.label == 1).count();
        assert!(ones > part.len() / 4 && ones < part.len() * 3 / 4, "{ones} of {}", part.len());
    }
    let mut all = reds(&[data.train.clone(), data.test.clone()].concat());
    all.sort_unstable();
    assert_eq!(all, (0..200).collect::<Vec<u8>>(), "every colour once");
    assert_eq!(split(7), data);
    assert_ne!(reds(&split(8).test), reds(&data.test));
    let few = Dataset::new(own::SET, &colours(99), 7, 240, 20);
    assert_eq!(few.train, colours(99).samples, "few are left in the order in which they came");
}

#[test]
fn a_drawing_changes_what_a_network_learns() {
    let settings = || Settings {
        data: patterns::SET,
        batch: Batch::Size(4),
        train: 8,
        test: 4,
        hidden: vec![5],
        input: Input::Scaled,
        init: Init::He,
        ..Settings::default()
    };
    let drawing = Sample { input: (0..432).map(|i| (i % 251) as u8).collect(), label: 2 };
    let with = CustomSet { pictures: vec![drawing.clone()], ..CustomSet::default() };
    let mut labs = [CustomSet::default(), with].map(|own| Lab::new(settings(), own).unwrap());
    assert_eq!(labs[1].data().train.last(), Some(&drawing));
    assert_eq!(labs[1].data().train.len(), labs[0].data().train.len() + 1);
    let [without, with] = labs.each_mut().map(|lab| {
        train(lab, 3);
        bits(&lab.trainer().network().params().flatten().copied().collect::<Vec<f32>>())
    });
    assert_ne!(without, with);
}
