//! Every explanation, evaluated from its own terms, gives the number it explains; and the code it shows ran.

use std::fs;
use std::path::Path;

use irozuku::address::{Address, Name};
use irozuku::batch::Batch;
use irozuku::data::{CustomSet, Input, Sample, patterns};
use irozuku::explain::{Explanation, Mean, Operation};
use irozuku::history::Feed;
use irozuku::init::Init;
use irozuku::lab::Lab;
use irozuku::layer::{Spec, conv, pool};
use irozuku::pass::Pass;
use irozuku::random::{Stream, generator};
use irozuku::scope::Scope;
use irozuku::settings::Settings;
use rand::RngExt;

fn colour() -> Scope {
    Scope::Colour(Sample::colour([122, 66, 94], 0))
}

/// How far a stored `f32` may be from its terms added up in `f64`, against the sizes of what was added:
/// 240 terms rounded one after another stay within 240 half steps of 2⁻²⁴, about 7e-6; ten times less is
/// what really happens, because the errors point both ways.
const TOLERANCE: f64 = 2e-6;

fn lab(hidden: &[usize], train: usize) -> Lab {
    Lab::new(Settings { hidden: hidden.to_vec(), train, ..Settings::default() }, CustomSet::default())
        .unwrap()
}

/// All addresses of a tensor's shape.
fn indices(shape: &[usize]) -> Vec<Vec<usize>> {
    shape.iter().fold(vec![vec![]], |all, &n| {
        all.iter().flat_map(|start| (0..n).map(|i| [start.as_slice(), &[i]].concat())).collect()
    })
}

/// Every address of a pass.
fn addresses(pass: &Pass) -> Vec<Address> {
    let columns = pass.columns().into_iter();
    let tensors = columns.flat_map(|column| {
        column.tensors.into_iter().map(move |(name, shape)| (column.name.clone(), name, shape))
    });
    let all = tensors.flat_map(|(layer, tensor, shape)| {
        indices(&shape).into_iter().map(move |index| Address { layer: layer.clone(), tensor, index })
    });
    all.collect()
}

/// Whether the terms, with the values that the pass has at their addresses, give the number.
fn agrees(explanation: &Explanation, pass: &Pass) -> Result<(), String> {
    let address = &explanation.address;
    for term in &explanation.terms {
        for factor in &term.factors {
            if let Some(operand) = &factor.address
                && f64::from(pass.value(operand).unwrap()) != factor.value
            {
                return Err(format!("{address}: {operand} is not {}", factor.value));
            }
        }
    }
    let parts = explanation.terms.iter().map(|term| term.part);
    // A sum of large terms that cancel is as exact as the large terms are.
    let size: f64 = parts.map(f64::abs).sum::<f64>().max(f64::from(explanation.value.abs()));
    match explanation.evaluate() {
        None if explanation.operation == Operation::Given => Ok(()),
        None => Err(format!("{address}: a term is missing")),
        Some(value) if (value - f64::from(explanation.value)).abs() <= TOLERANCE * size.max(1e-30) => Ok(()),
        Some(value) => Err(format!("{address} is {}, its terms give {value}", explanation.value)),
    }
}

#[test]
fn every_number_of_a_small_network_is_what_its_terms_make_of_it() {
    for scope in [colour(), Scope::Batch] {
        let mut lab = lab(&[5, 4], 7);
        lab.train(3, || true);
        let pass = lab.make_pass(scope).unwrap();
        let all = addresses(pass);
        assert!(all.len() > 250, "{}", all.len());
        for address in all {
            agrees(&pass.explain(&address).unwrap(), pass).unwrap();
        }
    }
}

#[test]
fn so_are_5000_numbers_of_the_lectures_network_from_all_tensors() {
    let cases = [(Init::Gaussian { std: 0.1 }, Input::Raw, 0), (Init::He, Input::Standardised, 300)];
    for (init, input, steps) in cases {
        let mut lab =
            Lab::new(Settings { init, input, ..Settings::default() }, CustomSet::default()).unwrap();
        lab.train(steps, || true);
        let among = Scope::Colour(lab.data().train[17].clone());
        for (scope, by_batch) in [(colour(), false), (Scope::Batch, false), (among, true)] {
            lab.make_pass(scope).unwrap();
            if by_batch {
                lab.learn_from_batch().unwrap();
            }
            let pass = lab.pass().unwrap();
            let mut random = generator(1, Stream::Data);
            let columns = pass.columns();
            let tensors: Vec<_> = columns
                .iter()
                .flat_map(|c| c.tensors.iter().map(|(name, shape)| (&c.name, *name, shape)))
                .collect();
            for i in 0..5000 {
                let (layer, tensor, shape) = tensors[i % tensors.len()];
                let index = shape.iter().map(|&n| random.random_range(0..n)).collect();
                let address = Address { layer: layer.clone(), tensor, index };
                agrees(&pass.explain(&address).unwrap(), pass).unwrap();
            }
        }
    }
}

/// A CNN on pictures of patterns, trained a little: Conv, ReLU and MaxPool as often as there are channels, then Affine.
fn cnn(channels: &[usize], train: usize) -> Lab {
    let layers = channels.iter().flat_map(|&n| {
        [Spec::sized(&conv::KIND, n), Spec { kind: "relu".to_owned(), nodes: None }, Spec::of(&pool::KIND)]
    });
    let settings = Settings {
        layers: layers.collect(),
        data: patterns::SET,
        train,
        batch: Batch::Size(5),
        init: Init::He,
        input: Input::Scaled,
        learning_rate: 0.1,
        ..Settings::default()
    };
    let mut lab = Lab::new(settings, CustomSet::default()).unwrap();
    lab.train(3, || true);
    lab
}

#[test]
fn every_number_of_a_small_cnn_is_what_its_terms_make_of_it() {
    let mut lab = cnn(&[2], 3);
    let one = lab.data().train[1].clone();
    for scope in [Scope::Colour(one), Scope::Batch] {
        let pass = lab.make_pass(scope).unwrap();
        let all = addresses(pass);
        assert!(all.len() > 4000, "{}", all.len());
        for address in all {
            agrees(&pass.explain(&address).unwrap(), pass).unwrap();
        }
    }
}

#[test]
fn so_are_5000_numbers_of_the_miniature_of_vgg_from_all_tensors() {
    let mut lab = cnn(&[8, 12], 20);
    let one = lab.data().train[4].clone();
    lab.make_pass(Scope::Colour(one)).unwrap();
    lab.learn_from_batch().unwrap();
    let pass = lab.pass().unwrap();
    let mut random = generator(1, Stream::Data);
    let columns = pass.columns();
    let tensors: Vec<_> =
        columns.iter().flat_map(|c| c.tensors.iter().map(|(name, shape)| (&c.name, *name, shape))).collect();
    for i in 0..5000 {
        let (layer, tensor, shape) = tensors[i % tensors.len()];
        let index = shape.iter().map(|&n| random.random_range(0..n)).collect();
        let address = Address { layer: layer.clone(), tensor, index };
        agrees(&pass.explain(&address).unwrap(), pass).unwrap();
    }
}

#[test]
fn a_window_over_the_border_says_which_of_its_numbers_are_padding() {
    let mut lab = cnn(&[2], 3);
    let one = lab.data().train[0].clone();
    let pass = lab.make_pass(Scope::Colour(one)).unwrap();
    let padding = |text: &str| {
        let told = pass.explain(&text.parse().unwrap()).unwrap();
        let terms =
            told.terms.iter().filter(|term| term.factors.iter().any(|factor| factor.name == "padding"));
        (terms.count(), told.terms.len())
    };
    assert_eq!(padding("conv1.out[0,1,0,0]"), (3 * 5, 28), "a corner");
    assert_eq!(padding("conv1.out[0,1,11,4]"), (3 * 3, 28), "an edge");
    assert_eq!(padding("conv1.out[0,1,5,5]"), (0, 28), "inside");
}

#[test]
fn a_number_that_is_taken_over_is_explained_as_the_one_that_it_was_taken_from() {
    for scope in [colour(), Scope::Batch] {
        let mut lab = lab(&[5, 4], 7);
        lab.train(3, || true);
        let pass = lab.make_pass(scope).unwrap();
        let mut looked_through = 0;
        for address in addresses(pass) {
            let told = pass.explain(&address).unwrap();
            assert_eq!(told.address, address, "the number that was asked for stays the one that is named");
            assert_ne!(told.operation, Operation::Copy, "{address} is a dead end");
            let mean_of_one = address.to_string() == "loss.out" && pass.samples().len() == 1;
            let taken = mean_of_one || ["x", "dout"].contains(&address.tensor.as_str());
            assert_eq!(told.from.is_some(), taken, "{address}");
            let Some(from) = told.from else { continue };
            looked_through += 1;
            assert_eq!(pass.value(&from).unwrap().to_bits(), told.value.to_bits(), "{address} from {from}");
            let source = pass.explain(&from).unwrap();
            assert_eq!((source.from, source.terms, source.rust), (None, told.terms, told.rust), "{address}");
        }
        assert!(looked_through > 50, "{looked_through}");
    }
}

#[test]
fn with_an_update_of_the_batch_a_gradient_is_the_mean_of_what_each_colour_gives() {
    for steps in [0, 3] {
        let mut lab = lab(&[5, 4], 7);
        lab.train(steps, || true);
        let batch = lab.make_pass(Scope::Batch).unwrap();
        let wanted: Vec<_> = addresses(batch)
            .into_iter()
            .filter(|address| ["dw", "db", "w_new", "b_new"].contains(&address.tensor.as_str()))
            .map(|address| (batch.value(&address).unwrap(), address))
            .collect();
        let among = lab.data().train[4].clone();
        for (own, sample) in [(Some(4), among), (None, Sample::colour([122, 66, 94], 0))] {
            let alone = lab.make_pass(Scope::Colour(sample.clone())).unwrap();
            let values: Vec<_> = addresses(alone)
                .into_iter()
                .map(|address| (alone.value(&address).unwrap(), address))
                .collect();
            lab.learn_from_batch().unwrap();
            let pass = lab.pass().unwrap();
            assert_eq!((pass.samples(), pass.learned_from().len()), (&[sample][..], 7));
            for (value, address) in &wanted {
                assert_eq!(
                    pass.value(address).unwrap().to_bits(),
                    value.to_bits(),
                    "{address} is the batch's"
                );
            }
            for (value, address) in values {
                let told = pass.explain(&address).unwrap();
                agrees(&told, pass).unwrap();
                let of_batch = wanted.iter().any(|(_, other)| *other == address);
                assert!(of_batch || told.value.to_bits() == value.to_bits(), "{address} stays the colour's");
                let gradient = ["dw", "db"].contains(&address.tensor.as_str());
                assert_eq!(told.mean, gradient.then_some(Mean { rows: 7, own }), "{address}");
                if !gradient {
                    continue;
                }
                assert_eq!(told.terms.len(), 7);
                let share = |n: usize| told.terms[n].factors.last().unwrap().value;
                assert!((0..7).all(|n| share(n) == 1.0 / 7.0));
                if let Some(own) = own {
                    // What the colour alone gives is what the walk has shown as its gradient.
                    let gives = told.terms[own].part * 7.0;
                    assert!(
                        (gives - f64::from(value)).abs() <= 1e-5 * f64::from(value).abs().max(1e-6),
                        "{address}"
                    );
                    assert!(told.terms[own].factors[0].address.is_some());
                }
            }
            let checked =
                lab.pass().unwrap().check_gradient(&"affine3.db[1]".parse().unwrap(), 1e-4).unwrap();
            assert!(checked.difference < 1e-2, "{checked:?}");
            let effect = lab.update().unwrap().expect("it does not diverge");
            assert!(effect.train_before != effect.train_after && effect.before != effect.after);
            assert_eq!(lab.moves().last().unwrap().feed, Feed::Batch(Batch::FULL));
            lab.goto(steps).unwrap();
        }
    }
}

#[test]
fn a_wrong_explanation_is_found_out() {
    let mut lab = lab(&[5, 4], 7);
    let pass = lab.make_pass(Scope::Batch).unwrap();
    for text in [
        "affine2.out[3,1]",
        "affine1.dw[2,4]",
        "affine3.db[0]",
        "softmax.dx[6,2]",
        "loss.out",
        "affine2.w_new[1,1]",
    ] {
        let right = pass.explain(&text.parse().unwrap()).unwrap();
        agrees(&right, pass).unwrap();
        let mut without_a_term = right.clone();
        let largest = |e: &Explanation| {
            let sizes = e.terms.iter().map(|term| term.part.abs()).enumerate();
            sizes.max_by(|a, b| a.1.total_cmp(&b.1)).unwrap().0
        };
        without_a_term.terms.remove(largest(&right));
        assert!(agrees(&without_a_term, pass).is_err(), "{text} without its largest term");
        let mut wrong_value = right.clone();
        wrong_value.terms[0].factors[0].value += 1.0;
        assert!(agrees(&wrong_value, pass).is_err(), "{text} with an operand that is not in the pass");
    }
}

#[test]
fn the_rust_that_is_shown_stands_in_the_source_at_its_line() {
    let mut lab = lab(&[5, 4], 7);
    let pass = lab.make_pass(Scope::Batch).unwrap();
    for address in addresses(pass) {
        let shown = pass.explain(&address).unwrap();
        assert!(!shown.numpy.is_empty(), "{address} has no line of NumPy");
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(shown.rust.file)).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        let (line, first) = (shown.rust.line, shown.rust.first);
        assert!(line > 0, "{address} has no statement");
        let product = shown.rust.file.ends_with("plain.rs");
        assert_eq!(shown.rust.stands_for.is_some(), product, "{address} tells whether it ran itself");
        assert!(!shown.rust.text.is_empty() && lines[line - 1].contains(shown.rust.text), "{address}");
        for (i, words) in shown.rust.function.iter().enumerate() {
            assert!(lines[first - 1 + i].contains(words.trim()), "{address}: {words}");
        }
    }
}

#[test]
fn a_gradient_agrees_with_a_nudge_of_a_hundredth_unless_it_carries_a_relu_over_its_kink() {
    // One colour, inputs 0 to 1: there a hundredth is a small step. Looked at is every weight whose gradient
    // is at least a tenth of its layer's largest.
    let mut lab = Lab::new(
        Settings { input: Input::Scaled, init: Init::He, ..Settings::default() },
        CustomSet::default(),
    )
    .unwrap();
    let pass = lab.make_pass(colour()).unwrap();
    let (mut agreed, mut bent) = (0, 0);
    for layer in ["affine1", "affine2", "affine3", "affine4"] {
        let whole = pass.read(&format!("{layer}.dw").parse().unwrap()).unwrap();
        let largest = whole.iter().fold(0.0_f32, |most, value| most.max(value.abs()));
        for index in indices(whole.shape()).into_iter().step_by(13) {
            let address = Address { layer: layer.to_owned(), tensor: Name::new("dw"), index };
            if pass.value(&address).unwrap().abs() < 0.1 * largest {
                continue;
            }
            if pass.check_gradient(&address, 1e-2).unwrap().difference < 1e-2 {
                agreed += 1;
                continue;
            }
            // The loss has a bend that near: a nudge that does not reach it agrees far better.
            let check = pass.check_gradient(&address, 1e-6).unwrap();
            assert!(check.difference < 1e-4, "{address}: {check:?}");
            bent += 1;
        }
    }
    assert!(agreed > 50 && bent * 10 < agreed, "{agreed} agreed, {bent} bent");
}

#[test]
fn gradients_of_every_kind_can_be_checked_and_other_numbers_cannot() {
    let mut lab = Lab::new(
        Settings { input: Input::Scaled, init: Init::He, ..Settings::default() },
        CustomSet::default(),
    )
    .unwrap();
    let pass = lab.make_pass(colour()).unwrap();
    for text in [
        "data.dout[0,0]",
        "affine1.dx[0,1]",
        "relu2.dout[0,3]",
        "affine3.dout[0,5]",
        "affine4.db[1]",
        "softmax.dx[0,2]",
    ] {
        let check = pass.check_gradient(&text.parse().unwrap(), 1e-4).unwrap();
        assert!(check.difference < 1e-3, "{text}: {check:?}");
    }
    for text in ["loss.out", "affine1.w[0,0]", "relu1.mask[0,0]", "affine2.w_new[0,0]"] {
        assert!(pass.check_gradient(&text.parse().unwrap(), 1e-4).is_err(), "{text}");
    }
    assert!(pass.check_gradient(&"affine1.dw[0,0]".parse().unwrap(), f64::NAN).is_err());
}

#[test]
fn a_weight_that_was_given_shows_the_statement_that_has_set_it() {
    let drawn = lab(&[4], 5);
    let mut given = Vec::new();
    drawn.trainer().network().save(&mut given);
    let mut lab =
        Lab::with_weights(drawn.settings().clone(), CustomSet::default(), &[], &given).expect("they fit");
    lab.make_pass(colour()).unwrap();
    let explained = lab.pass().unwrap().explain(&"affine2.w[1,0]".parse().unwrap()).unwrap();
    assert_eq!(explained.numpy, "w = weights[\"affine2.w\"]");
    assert_eq!(explained.rust.file, "src/network.rs");
    assert!(explained.rust.text.contains("*to = from"), "{}", explained.rust.text);
}
