//! The lecture's figures, and its table of what really happens when the network is trained.
//!
//! A run under another processor differs in the last digits of its sums, and some of these runs are
//! chaotic: so a bound lies well away from what was seen, and where the outcome hangs on the seed, the
//! test is on a share of seeds.

use crate::common::{lab, seeded, train};
use irozuku::address::Address;
use irozuku::batch::Batch;
use irozuku::data::Input;
use irozuku::init::Init;
use irozuku::lab::Lab;
use irozuku::layer::{Affine, Kept, Layer, Relu, softmax_rows};
use irozuku::scalar::{Scalar, Tensor};
use irozuku::scope::Scope;
use irozuku::settings::Settings;
use ndarray::{IxDyn, array};

/// The lecture's colours and the class of each: red, green, blue, red.
const COLOURS: [([u8; 3], usize); 4] =
    [([255, 0, 0], 0), ([0, 255, 0], 1), ([0, 0, 255], 2), ([233, 63, 127], 0)];

/// A few seeds for what every seed does; the default is among them.
fn some_seeds() -> [u32; 3] {
    [Settings::default().seed, 1, 2]
}

/// A loss this high is that of a network which has learned next to nothing: giving each class a third
/// costs ln 3 = 1.0986, and giving each its share among the training colours hardly less (1.087 under
/// the least even of the seeds used here).
const CLUELESS: f64 = 1.05;

/// The loss over the training colours.
fn loss(lab: &mut Lab) -> f64 {
    lab.summary().train_loss
}

/// The least loss over the training colours so far.
fn least(lab: &Lab) -> f64 {
    lab.curve().iter().map(|point| point.train_loss).fold(f64::INFINITY, f64::min)
}

/// Settings of one row of the table: the default with other weights and input.
fn row(seed: u32, input: Input, init: Init) -> Settings {
    Settings { input, init, ..seeded(seed) }
}

/// The class to which a network gives the most, for each of the lecture's colours.
fn answers(lab: &Lab) -> Vec<usize> {
    let probabilities = lab.predict(&COLOURS.map(|(rgb, _)| rgb).concat());
    let largest = |row: &[f32]| (0..3).max_by(|&a, &b| row[a].total_cmp(&row[b])).unwrap();
    probabilities.chunks(3).map(largest).collect()
}

#[test]
fn the_sum_by_hand_of_slide_18_is_54_1_and_relu_leaves_it() {
    let mut affine = Affine::<f32>::new(3, 1);
    for param in affine.params_mut() {
        match param.name.as_str() {
            "w" => param.tensor.assign(&array![[0.1], [0.2], [0.3]]),
            _ => param.tensor.fill(0.5),
        }
    }
    let x = array![[122.0, 66.0, 94.0]].into_dyn();
    let (mut out, mut kept) = (Tensor::zeros(IxDyn(&[1, 1])), Kept::default());
    affine.forward(&x, &mut out, &mut kept);
    // Single precision has seven digits: 54.1 to 1e-5.
    assert!((out[[0, 0]] - 54.1).abs() < 1e-5, "{out}");

    let mut after = Tensor::zeros(IxDyn(&[1, 1]));
    Relu.forward(&out, &mut after, &mut kept);
    assert_eq!(after, out);
}

#[test]
fn the_scores_of_slide_20_become_its_probabilities() {
    fn probabilities<F: Scalar>() -> Vec<f64> {
        let mut x = array![[0.0, 0.1, 5.3]].mapv(F::of).into_dyn();
        softmax_rows(&mut x);
        crate::common::wide(&x)
    }
    let want = [0.00493969, 0.0054592, 0.98960111];
    // The slide prints eight places after the point, so half a unit of the eighth may be missing; single
    // precision ends at the seventh.
    for (got, tolerance) in [(probabilities::<f64>(), 0.5e-8), (probabilities::<f32>(), 1e-7)] {
        for (got, want) in got.iter().zip(want) {
            assert!((got - want).abs() <= tolerance, "{got} for {want}");
        }
    }
}

#[test]
fn trained_from_the_defaults_it_names_the_lectures_four_colours() {
    let mut lab = lab(Settings::default());
    for steps in [500, 1500] {
        train(&mut lab, steps);
        assert_eq!(answers(&lab), COLOURS.map(|(_, label)| label), "after {steps} more steps");
    }
}

#[test]
fn raw_input_with_deviation_0_1_learns_within_ten_steps_and_names_the_test_colours() {
    let seeds = some_seeds();
    let mut accuracies = Vec::new();
    for seed in seeds {
        let mut lab = lab(row(seed, Input::Raw, Init::Gaussian { std: 0.1 }));
        let first = loss(&mut lab);
        train(&mut lab, 10);
        let early = loss(&mut lab);
        assert!(early < 0.6 && early < first / 3.0, "seed {seed}: {first} to {early} in ten steps");
        train(&mut lab, 490);
        assert!(loss(&mut lab) < 0.1, "seed {seed}: {:?}", lab.summary());
        train(&mut lab, 1500);
        assert!(loss(&mut lab) < 0.03, "seed {seed}: {:?}", lab.summary());
        assert_eq!(answers(&lab), COLOURS.map(|(_, label)| label), "seed {seed}");
        accuracies.push(lab.summary().test_accuracy.unwrap());
    }
    assert!(accuracies.iter().all(|&accuracy| accuracy >= 0.95), "{accuracies:?}");
}

#[test]
fn raw_input_with_deviation_0_01_seems_still_for_hundreds_of_steps_and_then_falls() {
    for &seed in &some_seeds()[..2] {
        let mut lab = lab(row(seed, Input::Raw, Init::Gaussian { std: 0.01 }));
        train(&mut lab, 300);
        assert!(loss(&mut lab) > CLUELESS, "seed {seed}: {:?}", lab.summary());
        train(&mut lab, 1200);
        assert!(loss(&mut lab) < 0.1, "seed {seed}: {:?}", lab.summary());
    }
}

/// The share of the training colours that one of the ReLU layers blocks altogether: nothing of such a
/// colour reaches the answer, and no gradient comes back.
fn blocked(lab: &mut Lab) -> f64 {
    let pass = lab.make_pass(Scope::Batch).unwrap();
    let relus = ["relu1.mask", "relu2.mask", "relu3.mask"].map(|at| at.parse::<Address>().unwrap());
    let masks = relus.map(|mask| pass.read(&mask).unwrap());
    let n = pass.samples().len();
    let count = (0..n)
        .filter(|&n| masks.iter().any(|mask| mask.outer_iter().nth(n).unwrap().iter().all(|&m| m == 1.0)));
    count.count() as f64 / n as f64
}

/// Not under every seed: of seeds 0 to 23, 13 ended dead after 500 steps, 10 kept some living ReLUs
/// and learned on, more or less, and one diverged. A NumPy program of the same network, its seeds its
/// own, had 22 still at ln 3 and 5 diverged of 40. Of the twelve seeds here 9 were dead; half is asked for.
#[test]
fn raw_input_with_he_weights_jumps_and_under_most_seeds_dies_at_ln_3() {
    let ln_3 = 3_f64.ln();
    let seeds = 1..=12;
    let half = seeds.clone().count() / 2;
    let mut dead = 0;
    for seed in seeds {
        let mut lab = lab(row(seed, Input::Raw, Init::He));
        lab.train(50, || true);
        let highest = lab.curve()[1..].iter().map(|point| point.train_loss).fold(0.0, f64::max);
        assert!(highest > 3.0, "seed {seed} did not jump: {highest}");
        lab.train(50, || true);
        let at_100 = loss(&mut lab);
        lab.train(400, || true);
        let at_500 = loss(&mut lab);
        if blocked(&mut lab) > 0.95 {
            // Only the last biases still move, on their way to the classes' shares.
            assert!((at_500 - ln_3).abs() < ln_3 - CLUELESS, "seed {seed}: dead, but not at ln 3: {at_500}");
            assert!((at_500 - at_100).abs() < 0.02, "seed {seed}: dead, but moved: {at_100} to {at_500}");
            dead += 1;
        }
    }
    assert!(dead >= half, "only {dead} died");
}

/// Not under every seed: of seeds 0 to 19, 17 were seen to diverge, each within 30 steps; the others
/// stopped at ln 3 or near it. Half is asked for.
#[test]
fn raw_input_with_he_weights_one_colour_at_a_time_diverges_and_is_told() {
    let seeds = 0..20;
    let half = seeds.clone().count() / 2;
    let mut diverged = 0;
    for seed in seeds {
        let mut lab = lab(Settings { batch: Batch::Size(1), ..row(seed, Input::Raw, Init::He) });
        let made = lab.train(300, || true);
        let summary = lab.summary();
        assert_eq!(
            summary.diverged.is_some(),
            made < 300,
            "seed {seed}: stops where and only where it diverges"
        );
        if made < 300 {
            assert_eq!(summary.diverged, Some(summary.step), "seed {seed}");
            assert!(lab.trainer().network().is_finite() && summary.train_loss.is_finite(), "seed {seed}");
            assert_eq!(lab.train(1, || true), 0, "seed {seed}: it stays stopped");
            diverged += 1;
        }
    }
    assert!(diverged >= half, "only {diverged} diverged");
}

#[test]
fn scaled_input_with_deviation_0_01_never_learns() {
    for seed in some_seeds() {
        let mut lab = lab(row(seed, Input::Scaled, Init::Gaussian { std: 0.01 }));
        train(&mut lab, 2000);
        assert!(least(&lab) > CLUELESS, "seed {seed}: {}", least(&lab));
    }
}

#[test]
fn scaled_input_with_deviation_0_1_learns_slowly() {
    for &seed in &some_seeds()[..2] {
        let mut lab = lab(row(seed, Input::Scaled, Init::Gaussian { std: 0.1 }));
        train(&mut lab, 500);
        assert!(loss(&mut lab) > 0.8, "seed {seed}: {:?}", lab.summary());
        train(&mut lab, 1500);
        let end = loss(&mut lab);
        assert!((0.1..0.5).contains(&end), "seed {seed}: {end}");
    }
}

/// The bound on the test colours is over the seeds together: of 20 colours one or two can lie on a
/// border (seed 8 was seen to name 18).
#[test]
fn scaled_input_with_he_weights_learns_steadily_and_names_the_test_colours() {
    let seeds = some_seeds();
    let mut right = 0.0;
    for seed in seeds {
        let mut lab = lab(row(seed, Input::Scaled, Init::He));
        let mut losses = vec![loss(&mut lab)];
        for more in [50, 450, 1500] {
            train(&mut lab, more);
            losses.push(loss(&mut lab));
        }
        assert!(losses.is_sorted_by(|before, after| before > after), "seed {seed}: {losses:?}");
        assert!(losses[2] < 0.3 && losses[3] < 0.1, "seed {seed}: {losses:?}");
        right += lab.summary().test_accuracy.unwrap();
    }
    assert!(right / seeds.len() as f64 >= 0.95, "{}", right / seeds.len() as f64);
}

/// The least loss on the way counts: at this rate the loss leaps up now and then, and recovers.
#[test]
fn scaled_input_with_he_weights_and_learning_rate_0_3_learns_fast() {
    for seed in some_seeds() {
        let mut lab = lab(Settings { learning_rate: 0.3, ..row(seed, Input::Scaled, Init::He) });
        train(&mut lab, 500);
        assert!(least(&lab) < 0.05, "seed {seed}: {}", least(&lab));
    }
}
