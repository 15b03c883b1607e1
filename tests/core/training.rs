//! Training: the road back, divergence, seeds, first weights, and what is measured on the way.

use crate::common::{bits, lab, seeded, train, weights};
use irozuku::batch::Batch;
use irozuku::data::{Input, Sample};
use irozuku::history::Feed;
use irozuku::init::Init;
use irozuku::lab::Lab;
use irozuku::layer::Spec;
use irozuku::network::Network;
use irozuku::problem::Problem;
use irozuku::random::{Stream, generator};
use irozuku::scope::Scope;
use irozuku::settings::Settings;
use irozuku::stretch::Stretch;

/// The bits of every parameter of the lab's network.
fn weight_bits(lab: &Lab) -> Vec<u32> {
    bits(&weights(lab))
}

/// Makes one update from one colour.
fn learn_colour(lab: &mut Lab, sample: Sample) {
    lab.make_pass(Scope::Colour(sample)).unwrap();
    lab.update().unwrap().expect("the update is finite");
}

#[test]
fn from_an_earlier_step_training_goes_the_same_way_again() {
    for batch in [Batch::FULL, Batch::Size(20), Batch::Size(7)] {
        let mut lab = lab(Settings { batch, ..Settings::default() });
        let first = weight_bits(&lab);
        train(&mut lab, 123);
        let then = weight_bits(&lab);
        train(&mut lab, 377);
        let (last, curve, summary) = (weight_bits(&lab), lab.curve().to_vec(), lab.summary());
        assert!(last != then && then != first);

        lab.goto(123).unwrap();
        assert_eq!((lab.trainer().step(), lab.furthest()), (123, 500));
        assert_eq!(lab.curve(), curve, "what lies ahead stays on the curve");
        assert!(weight_bits(&lab) == then, "{batch:?}: the weights at step 123");
        train(&mut lab, 377);
        assert!(weight_bits(&lab) == last, "{batch:?}: the weights at step 500");
        assert_eq!(lab.summary(), summary, "{batch:?}");
        assert_eq!(lab.curve(), curve, "{batch:?}");
        lab.goto(0).unwrap();
        assert!(weight_bits(&lab) == first, "{batch:?}: the first weights");
    }
}

#[test]
fn a_list_of_layers_that_says_what_hidden_says_gives_the_same_bits() {
    for hidden in [vec![50, 100, 50], vec![16]] {
        let listed = Settings { layers: Spec::hidden(&hidden), hidden: vec![1], ..Settings::default() };
        let (mut short, mut listed) = (lab(Settings { hidden, ..Settings::default() }), lab(listed));
        assert!(weight_bits(&short) == weight_bits(&listed), "the first weights");
        train(&mut short, 20);
        train(&mut listed, 20);
        assert!(weight_bits(&short) == weight_bits(&listed), "after 20 steps");
        let columns = |lab: &mut Lab| lab.make_pass(Scope::Batch).unwrap().columns();
        assert_eq!(columns(&mut short), columns(&mut listed));
    }
}

#[test]
fn a_list_of_layers_is_the_network_before_the_last_affine_and_the_softmax() {
    let [affine, relu] = &Spec::hidden(&[4])[..] else { panic!("an Affine and a ReLU") };
    let layers = [relu, affine, affine, relu, relu].map(Clone::clone).to_vec();
    let mut lab = lab(Settings { layers, input: Input::Scaled, init: Init::He, ..Settings::default() });
    let names: Vec<&str> = lab.trainer().network().layers().iter().map(|named| named.name.as_str()).collect();
    assert_eq!(names, ["relu1", "affine1", "affine2", "relu2", "relu3", "affine3", "softmax"]);
    train(&mut lab, 5);
    assert_eq!(lab.make_pass(Scope::Batch).unwrap().columns().len(), 9);
}

#[test]
fn from_step_5000_back_to_1234_and_on_to_5000_every_bit_is_the_same() {
    let mut lab = lab(Settings { init: Init::He, input: Input::Scaled, train: 60, ..Settings::default() });
    train(&mut lab, 1234);
    let then = weight_bits(&lab);
    train(&mut lab, 5000 - 1234);
    let last = weight_bits(&lab);
    lab.goto(1234).unwrap();
    assert!(weight_bits(&lab) == then);
    lab.goto(5000).unwrap();
    assert!(weight_bits(&lab) == last, "by going there");
    lab.goto(1234).unwrap();
    train(&mut lab, 5000 - 1234);
    assert!(weight_bits(&lab) == last, "by learning it again");
}

#[test]
fn after_50000_steps_of_the_lectures_network_the_history_is_within_its_memory() {
    let mut lab =
        lab(Settings { init: Init::He, input: Input::Scaled, train: 4, test: 0, ..Settings::default() });
    let mut most = 0;
    for _ in 0..500 {
        train(&mut lab, 100);
        most = most.max(lab.trainer().history().bytes());
    }
    assert!(most > 16 << 20 && most <= 32 << 20, "{most}");
    let last = weight_bits(&lab);
    lab.goto(49_999).unwrap();
    train(&mut lab, 1);
    assert!(weight_bits(&lab) == last);
}

#[test]
fn another_way_drops_the_curve_that_lay_ahead_and_the_same_way_keeps_it() {
    let mut lab = lab(seeded(5));
    train(&mut lab, 100);
    lab.goto(40).unwrap();
    assert!(!lab.forks(false));
    train(&mut lab, 1);
    assert_eq!((lab.furthest(), lab.curve().last().unwrap().step), (100, 100));
    lab.tune(0.02, Batch::FULL).unwrap();
    assert!(lab.forks(false));
    train(&mut lab, 1);
    assert_eq!((lab.furthest(), lab.curve().last().unwrap().step), (42, 42));
}

#[test]
fn training_stops_where_it_would_fork_from_the_recorded_run_and_the_next_call_forks() {
    let mut lab = lab(seeded(5));
    train(&mut lab, 10);
    lab.tune(0.01, Batch::Size(20)).unwrap();
    train(&mut lab, 5);
    lab.goto(4).unwrap();
    lab.tune(0.01, Batch::FULL).unwrap();
    assert_eq!(lab.train(100, || true), 6, "as far as the way is the same");
    assert_eq!((lab.step(), lab.furthest()), (10, 15), "what lies ahead is still there");
    assert!(lab.forks(false));
    assert_eq!(lab.train(100, || true), 100);
    assert_eq!((lab.step(), lab.furthest()), (110, 110));
}

#[test]
fn whether_the_way_is_left_is_asked_of_the_pass_on_display_or_of_the_batch() {
    let mut lab = lab(seeded(5));
    let colour = Sample::colour([122, 66, 94], 0);
    learn_colour(&mut lab, colour.clone());
    train(&mut lab, 1);
    for (step, by_pass, by_batch) in [(0, false, true), (1, true, false), (2, false, false)] {
        lab.goto(step).unwrap();
        lab.make_pass(Scope::Colour(colour.clone())).unwrap();
        assert_eq!(lab.forks(true), by_pass, "step {step}, the colour");
        assert_eq!(lab.forks(false), by_batch, "step {step}, all colours");
    }
    lab.goto(0).unwrap();
    lab.make_pass(Scope::Colour(Sample { label: 1, ..colour.clone() })).unwrap();
    assert!(lab.forks(true), "another class");
    lab.tune(0.02, Batch::FULL).unwrap();
    lab.make_pass(Scope::Colour(colour.clone())).unwrap();
    assert!(lab.forks(true), "another learning rate");
}

#[test]
fn a_run_that_is_left_where_another_move_began_has_no_stretch_of_no_steps() {
    let mut lab = lab(seeded(5));
    train(&mut lab, 4);
    lab.tune(0.02, Batch::FULL).unwrap();
    train(&mut lab, 3);
    for step in [4, 0] {
        lab.goto(step).unwrap();
        lab.tune(0.003, Batch::Size(20)).unwrap();
        train(&mut lab, 2);
        let moves = lab.moves();
        assert!(moves.iter().all(|stretch| stretch.steps > 0), "{moves:?}");
        assert_eq!(moves.iter().map(|stretch| stretch.steps).sum::<usize>(), step + 2);
    }
}

#[test]
fn a_run_made_again_by_its_moves_has_the_same_bits() {
    let mut first = lab(seeded(5));
    let mut stations = Vec::new();
    wander(&mut first, &[0.01, 0.003, 0.001], &mut stations);
    let mut second = lab(seeded(5));
    for Stretch { steps, feed, learning_rate } in first.moves() {
        match feed {
            Feed::Batch(batch) => {
                second.tune(learning_rate, batch).unwrap();
                train(&mut second, steps);
            }
            Feed::Colour(sample) => {
                second.tune(learning_rate, Batch::FULL).unwrap();
                (0..steps).for_each(|_| learn_colour(&mut second, sample.clone()));
            }
        }
    }
    assert!(Some(&weight_bits(&second)) == stations.last());
    assert_eq!(first.moves(), second.moves());
    assert_eq!(first.moves()[0].learning_rate, 0.01, "it is written as it was chosen");
}

/// For each learning rate: eleven steps with one of three batch sizes in turn, then one step from a single
/// colour. The weights after each step go onto `stations`.
fn wander(lab: &mut Lab, rates: &[f64], stations: &mut Vec<Vec<u32>>) {
    for (k, &rate) in rates.iter().enumerate() {
        lab.tune(rate, [Batch::Size(20), Batch::FULL, Batch::Size(1)][k % 3]).unwrap();
        for _ in 0..11 {
            train(lab, 1);
            stations.push(weight_bits(lab));
        }
        learn_colour(lab, Sample::colour([40, 200, k as u8], k % 3));
        stations.push(weight_bits(lab));
    }
}

#[test]
fn every_step_of_a_run_of_mixed_moves_can_be_had_again() {
    let mut lab = lab(seeded(5));
    let mut stations = vec![weight_bits(&lab)];
    wander(&mut lab, &[0.01, 0.003, 0.001, 0.02, 0.0005, 0.002], &mut stations);
    // From its middle, past a snapshot, the run takes another road.
    lab.goto(50).unwrap();
    stations.truncate(51);
    wander(&mut lab, &[0.004, 0.006, 0.001, 0.01], &mut stations);

    assert_eq!(lab.trainer().step() + 1, stations.len());
    assert!(stations.windows(2).all(|pair| pair[0] != pair[1]), "every step moves the weights");
    for (step, station) in stations.iter().enumerate().rev() {
        lab.goto(step).unwrap();
        assert!(weight_bits(&lab) == *station, "step {step}");
    }
}

#[test]
fn what_lies_ahead_of_an_earlier_step_is_kept_until_another_way_is_taken() {
    let mut lab = lab(Settings { batch: Batch::Size(20), ..Settings::default() });
    train(&mut lab, 100);
    let last = weight_bits(&lab);
    lab.goto(40).unwrap();
    lab.goto(100).unwrap();
    assert!(weight_bits(&lab) == last);

    lab.goto(40).unwrap();
    lab.tune(0.02, Batch::Size(20)).unwrap();
    train(&mut lab, 1);
    assert_eq!(lab.goto(42), Err(Problem::NoSuchStep { furthest: 41 }));
    train(&mut lab, 59);
    assert!(weight_bits(&lab) != last, "another way leads elsewhere");
}

#[test]
fn a_step_that_was_not_reached_is_refused_and_changes_nothing() {
    let mut lab = lab(Settings::default());
    train(&mut lab, 20);
    let then = weight_bits(&lab);
    assert_eq!(lab.goto(21), Err(Problem::NoSuchStep { furthest: 20 }));
    assert_eq!(lab.goto(20), Ok(()));
    assert!(weight_bits(&lab) == then);
    assert_eq!(lab.summary().step, 20);
}

/// The largest network the settings allow has 1.3 MB of weights: after some 800 steps the 32 MiB that
/// src/trainer.rs allows are full. Tiny data keeps the steps fast.
#[test]
fn snapshots_stay_within_their_memory_and_every_step_stays_within_reach() {
    let mut lab = lab(Settings {
        hidden: vec![Settings::NODES; Settings::LAYERS],
        init: Init::He,
        input: Input::Scaled,
        learning_rate: 0.001,
        train: 2,
        test: 0,
        ..Settings::default()
    });
    let size = weights(&lab).len() * size_of::<f32>();
    let mut middle = Vec::new();
    let (mut most, mut thinned) = (0, false);
    for step in 0..1200 {
        if step == 1000 {
            middle = weight_bits(&lab);
        }
        train(&mut lab, 1);
        let bytes = lab.trainer().history().bytes();
        thinned |= bytes < most;
        most = most.max(bytes);
    }
    assert!(most <= 32 << 20, "{most}");
    assert!(most + size > 32 << 20 && thinned, "the memory was never full: {most}");
    lab.goto(1000).unwrap();
    assert!(weight_bits(&lab) == middle);
}

/// Learning rates that throw the weights out of bounds, for batches of all sizes.
const TOO_FAST: [(f64, Batch); 4] =
    [(1e6, Batch::FULL), (1e3, Batch::FULL), (1e6, Batch::Size(20)), (1e3, Batch::Size(1))];

#[test]
fn divergence_stops_training_keeps_the_last_good_weights_and_is_told() {
    for (rate, batch) in TOO_FAST {
        let mut lab = lab(Settings::default());
        train(&mut lab, 40);
        lab.tune(rate, batch).unwrap();
        let made = lab.train(100, || true);
        assert!(made < 100, "{rate} {batch:?} did not diverge");
        let summary = lab.summary();
        assert_eq!(summary.diverged, Some(summary.step), "{rate} {batch:?}");
        assert_eq!(summary.step, 40 + made, "{rate} {batch:?}: every step that counts was finite");
        assert!(lab.trainer().network().is_finite(), "{rate} {batch:?}");
        assert!(
            summary.train_loss.is_finite() && summary.test_loss.is_some_and(f64::is_finite),
            "{rate} {batch:?}"
        );
        assert_eq!(lab.curve().last().unwrap().step, summary.step, "{rate} {batch:?}");
        let kept = weight_bits(&lab);

        assert_eq!(lab.train(100, || true), 0, "{rate} {batch:?}: it stays stopped");
        assert!(weight_bits(&lab) == kept, "{rate} {batch:?}");
        assert_eq!(lab.summary(), summary, "{rate} {batch:?}");
    }
}

#[test]
fn made_one_at_a_time_no_step_leaves_a_loss_that_is_not_finite() {
    let too_fast =
        TOO_FAST.map(|(learning_rate, batch)| Settings { learning_rate, batch, ..Settings::default() });
    // One colour at a time from He weights, where other colours than the one at hand may overflow first;
    // a few seeds never diverge.
    let too_large = (1..=12).map(|seed| Settings { batch: Batch::Size(1), init: Init::He, ..seeded(seed) });
    for settings in too_fast.into_iter().chain(too_large) {
        let mut lab = lab(settings.clone());
        let diverged = (0..100).any(|_| {
            let made = lab.train(1, || true);
            let summary = lab.summary();
            assert!(summary.train_loss.is_finite(), "{settings:?} step {}", summary.step);
            assert_eq!(summary.diverged.is_some(), made == 0, "{settings:?}");
            made == 0
        });
        assert!(diverged || settings.init == Init::He, "{settings:?} did not diverge");
        assert!(lab.curve().iter().all(|point| point.train_loss.is_finite()), "{settings:?}");
    }
}

#[test]
fn training_that_is_measured_late_goes_the_same_way_and_has_the_same_curve() {
    for batch in [Batch::FULL, Batch::Size(20)] {
        let [mut early, mut late] = [(); 2].map(|()| lab(Settings { batch, ..Settings::default() }));
        for stop in [20, 250, 230] {
            train(&mut early, stop);
            late.advance(stop, || true);
        }
        assert!(weight_bits(&late) == weight_bits(&early), "{batch:?}");
        late.stand();
        assert_eq!((late.summary(), late.curve()), (early.summary(), early.curve()), "{batch:?}");
    }
}

#[test]
fn divergence_that_is_measured_late_leads_back_to_the_same_step() {
    for (rate, batch) in TOO_FAST {
        let [mut early, mut late] = [(); 2].map(|()| {
            let mut lab = lab(Settings::default());
            train(&mut lab, 40);
            lab.tune(rate, batch).unwrap();
            lab
        });
        early.train(100, || true);
        for _ in 0..100 {
            late.advance(1, || true);
        }
        late.stand();
        assert_eq!(late.summary(), early.summary(), "{rate} {batch:?}");
        assert!(weight_bits(&late) == weight_bits(&early), "{rate} {batch:?}");
    }
}

#[test]
fn an_update_by_hand_that_diverges_is_not_made() {
    // One colour alone would be learned at a stroke and never diverge: its label changes at each step.
    let colour = |step: usize| Scope::Colour(Sample::colour([233, 63, 127], step % 2));
    for scope_at in [colour, |_| Scope::Batch] {
        let mut lab = lab(Settings { learning_rate: 1e6, ..Settings::default() });
        let refused = (0..10).find_map(|step| {
            lab.make_pass(scope_at(step)).unwrap();
            let before = (weight_bits(&lab), lab.summary().step);
            match lab.update().unwrap() {
                Some(effect) => {
                    assert!(effect.after.is_finite());
                    None
                }
                None => Some(before),
            }
        });
        let (weights, step) = refused.expect("a learning rate of a million diverges");
        assert!(weight_bits(&lab) == weights, "the weights before it stay");
        assert_eq!((lab.summary().step, lab.summary().diverged), (step, Some(step)));
    }
}

#[test]
fn after_divergence_a_rewind_or_another_learning_rate_lets_training_go_on() {
    let diverged = || {
        let mut lab = lab(Settings::default());
        train(&mut lab, 40);
        lab.tune(1e6, Batch::FULL).unwrap();
        lab.train(100, || true);
        assert!(lab.summary().diverged.is_some());
        lab
    };
    let mut calm = lab(Settings::default());
    train(&mut calm, 60);

    let mut lab = diverged();
    lab.tune(0.01, Batch::FULL).unwrap();
    assert_eq!(lab.summary().diverged, None);

    let mut lab = diverged();
    lab.goto(40).unwrap();
    assert_eq!(lab.summary().diverged, None);
    lab.tune(0.01, Batch::FULL).unwrap();
    train(&mut lab, 20);
    assert_eq!(lab.summary().diverged, None);
    assert!(weight_bits(&lab) == weight_bits(&calm), "as though nothing had happened");
}

#[test]
fn the_same_seed_gives_the_same_weights_and_another_seed_others() {
    for batch in [Batch::FULL, Batch::Size(20)] {
        let run = |seed: u32| {
            let mut lab = lab(Settings { batch, ..seeded(seed) });
            let first = weight_bits(&lab);
            train(&mut lab, 50);
            (first, weight_bits(&lab), lab.data().train.clone())
        };
        let (one, again, other) = (run(1), run(1), run(2));
        assert!(one == again, "{batch:?}");
        assert!(one.0 != other.0 && one.1 != other.1 && one.2 != other.2, "{batch:?}");
    }
}

#[test]
fn another_way_to_draw_the_weights_leaves_the_colours_and_their_order() {
    let settings = Settings { batch: Batch::Size(20), ..Settings::default() };
    let (mut gaussian, mut he) = (lab(settings.clone()), lab(Settings { init: Init::He, ..settings }));
    assert_eq!(gaussian.data(), he.data());
    assert!(weight_bits(&gaussian) != weight_bits(&he));
    let order = |lab: &mut Lab| lab.make_pass(Scope::Batch).unwrap().samples().to_vec();
    assert_eq!(order(&mut gaussian), order(&mut he));
}

#[test]
fn the_first_weights_share_no_random_numbers_with_the_colours_or_an_epoch() {
    let weights = weight_bits(&lab(seeded(5)));
    let drawn = |stream: Stream| {
        let mut network: Network = Network::dense(&[3, 50, 100, 50, 3]);
        Settings::default().init.fill(&mut network, &mut generator(5, stream));
        let mut flat = Vec::new();
        network.save(&mut flat);
        bits(&flat)
    };
    assert!(weights == drawn(Stream::Weights));
    for stream in [Stream::Data, Stream::Epoch(0), Stream::Epoch(1)] {
        assert!(weights != drawn(stream), "{stream:?}");
    }
}

#[test]
fn where_all_probabilities_are_equal_the_first_class_is_the_answer() {
    let mut lab = lab(Settings { init: Init::Zeros, ..Settings::default() });
    assert!(lab.answers().iter().all(|&answer| answer == 0));
    let reds = |samples: &[Sample]| {
        samples.iter().filter(|sample| sample.label == 0).count() as f64 / samples.len() as f64
    };
    let (train, test) = (reds(&lab.data().train), reds(&lab.data().test));
    let summary = lab.summary();
    assert_eq!((summary.train_accuracy, summary.test_accuracy), (train, Some(test)));
}

#[test]
fn from_weights_of_zero_all_nodes_of_a_hidden_layer_stay_equal() {
    let mut lab = lab(Settings { init: Init::Zeros, input: Input::Scaled, ..Settings::default() });
    assert!(weights(&lab).iter().all(|&weight| weight == 0.0));
    let first = lab.summary().train_loss;
    train(&mut lab, 50);
    let pass = lab.make_pass(Scope::Batch).unwrap();
    let at = |address: &str| pass.read(&address.parse().unwrap()).unwrap().to_owned();
    for layer in ["affine1", "affine2", "affine3"] {
        let (w, out) = (at(&format!("{layer}.w")), at(&format!("{layer}.out")));
        for row in w.outer_iter().chain(out.outer_iter()) {
            assert!(row.iter().all(|&value| value == row[[0]]), "{layer}");
        }
    }
    // Only the last biases learn: the share of each class, the same for every colour.
    assert!(at("affine4.b").iter().all(|&bias| bias != 0.0));
    assert!(lab.summary().train_loss < first);
}

/// Of n numbers drawn with deviation σ, the mean errs by σ/√n and the measured deviation by σ/√(2n):
/// five times that happens to one right program in a million. The smallest tensor has n = 150, where five
/// times is 29 %; the largest 10,000 for two seeds, 3.5 %.
#[test]
fn the_first_weights_have_mean_0_and_the_deviation_that_was_asked_for_and_biases_are_0() {
    for init in
        [Init::Gaussian { std: 0.1 }, Init::Gaussian { std: 0.01 }, Init::Gaussian { std: 2.0 }, Init::He]
    {
        for layer in 0..4 {
            let mut drawn: Vec<f64> = Vec::new();
            let mut inputs = 0;
            for seed in [1, 2] {
                let lab = lab(Settings { init, ..seeded(seed) });
                let network = lab.trainer().network();
                let affine =
                    network.layers().iter().filter(|named| named.layer.kind().name == "affine").nth(layer);
                for param in affine.unwrap().layer.params() {
                    if param.name.as_str() == "w" {
                        inputs = param.tensor.shape()[0];
                        drawn.extend(param.tensor.iter().map(|&weight| f64::from(weight)));
                    } else {
                        assert!(param.tensor.iter().all(|&bias| bias == 0.0));
                    }
                }
            }
            let asked = match init {
                Init::Gaussian { std } => std,
                _ => (2.0 / inputs as f64).sqrt(),
            };
            let n = drawn.len() as f64;
            let mean = drawn.iter().sum::<f64>() / n;
            let std = (drawn.iter().map(|weight| (weight - mean).powi(2)).sum::<f64>() / (n - 1.0)).sqrt();
            assert!(mean.abs() <= 5.0 * asked / n.sqrt(), "{init:?} layer {layer}: mean {mean}");
            assert!(
                (std - asked).abs() <= 5.0 * asked / (2.0 * n).sqrt(),
                "{init:?} layer {layer}: {std} for {asked}"
            );
            // A Gaussian has a tail: of 300 numbers and more some lie beyond 2 σ, none beyond 6 σ.
            let widest = drawn.iter().fold(0.0_f64, |most, weight| most.max(weight.abs())) / asked;
            assert!((2.0..6.0).contains(&widest), "{init:?} layer {layer}: {widest}");
        }
    }
}

#[test]
fn the_curve_has_a_point_for_every_step_and_its_last_is_the_summary() {
    for batch in [Batch::FULL, Batch::Size(20)] {
        let mut lab = lab(Settings { batch, ..Settings::default() });
        for more in [0, 1, 30] {
            train(&mut lab, more);
            let (summary, last) = (lab.summary(), *lab.curve().last().unwrap());
            assert_eq!((last.step, last.train_loss), (summary.step, summary.train_loss));
            assert_eq!(last.train_accuracy, summary.train_accuracy);
            assert_eq!(Some(last.test_loss), summary.test_loss);
            assert_eq!(Some(last.test_accuracy), summary.test_accuracy);
        }
        let steps: Vec<usize> = lab.curve().iter().map(|point| point.step).collect();
        assert_eq!(steps, (0..=31).collect::<Vec<_>>());
    }
}

#[test]
fn a_run_that_is_made_again_without_its_stops_has_the_same_curve() {
    for batch in [Batch::FULL, Batch::Size(20), Batch::Size(1)] {
        let settings = Settings { batch, learning_rate: 0.001, ..Settings::default() };
        let (mut halting, mut straight) = (lab(settings.clone()), lab(settings));
        for steps in [7, 60, 131, 2, 100, 400] {
            train(&mut halting, steps);
            let (summary, last) = (halting.summary(), *halting.curve().last().unwrap());
            assert_eq!((last.step, last.train_loss), (summary.step, summary.train_loss), "where it stands");
        }
        train(&mut straight, 700);
        assert_eq!(halting.curve(), straight.curve(), "{batch:?}");
        halting.goto(300).unwrap();
        assert_eq!(halting.curve(), straight.curve(), "{batch:?}: looking back changes nothing");
    }
}

#[test]
fn accuracy_is_the_share_of_colours_whose_answer_is_their_label() {
    let mut lab = lab(Settings::default());
    for more in [0, 3, 100] {
        train(&mut lab, more);
        let (answers, summary) = (lab.answers(), lab.summary());
        let data = lab.data();
        let share = |answers: &[usize], samples: &[Sample]| {
            assert_eq!(answers.len(), samples.len());
            let right = answers.iter().zip(samples).filter(|(answer, sample)| **answer == sample.label);
            right.count() as f64 / samples.len() as f64
        };
        let (train, test) = answers.split_at(data.train.len());
        assert_eq!(summary.train_accuracy, share(train, &data.train));
        assert_eq!(summary.test_accuracy, Some(share(test, &data.test)));
        for accuracy in [Some(summary.train_accuracy), summary.test_accuracy] {
            assert!(accuracy.is_some_and(|accuracy| (0.0..=1.0).contains(&accuracy)), "{accuracy:?}");
        }
        // The answer is the class with the highest of the probabilities, which add up to 1.
        let colours: Vec<[u8; 3]> = data.train.iter().chain(&data.test).filter_map(Sample::rgb).collect();
        for (row, &answer) in lab.predict(&colours.concat()).chunks(3).zip(&answers) {
            assert!(row.iter().all(|&probability| probability <= row[answer]));
            assert!((row.iter().sum::<f32>() - 1.0).abs() < 1e-6, "three roundings of 6e-8");
        }
    }
    assert!(lab.summary().train_accuracy > 0.8, "{:?}", lab.summary());
}

#[test]
fn a_lab_without_test_colours_trains_and_measures_nothing_on_them() {
    let mut lab = lab(Settings { test: 0, ..Settings::default() });
    train(&mut lab, 10);
    let summary = lab.summary();
    assert_eq!((summary.test_loss, summary.test_accuracy), (None, None));
    assert!(summary.train_loss > 0.0);
}

#[test]
fn training_stops_when_told_but_makes_at_least_one_step() {
    let mut lab = lab(Settings::default());
    assert_eq!(lab.train(10, || false), 1);
    let mut left = 3;
    let go_on = || {
        left -= 1;
        left > 0
    };
    assert_eq!(lab.train(10, go_on), 3);
    assert_eq!(lab.train(0, || true), 0);
    assert_eq!(lab.trainer().step(), 4);
}
