//! What comes from outside, made up: settings, addresses, the file of the digits, colours, first weights. Whatever it is, it is used or refused
//! with a problem; nothing panics. `FUZZ_MINUTES` (`cargo run -- fuzz`) looks for so long; without it each rule is tried a few times.

use std::env;
use std::time::{Duration, Instant};

use irozuku::address::Address;
use irozuku::data::{CustomSet, Sample};
use irozuku::lab::Lab;
use irozuku::scope::Scope;
use irozuku::settings::Settings;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseResult, TestRng, TestRunner};
use serde_json::{Value, json};

/// How many rules there are, so that each gets its part of the time.
const RULES: u32 = 5;

/// Tries a rule on made-up things.
fn always<S: Strategy>(things: &S, rule: impl Fn(S::Value) -> TestCaseResult) {
    let minutes: f64 = env::var("FUZZ_MINUTES").ok().and_then(|text| text.parse().ok()).unwrap_or(0.0);
    let time = Duration::from_secs_f64(minutes * 60.0 / f64::from(RULES));
    let config = Config { cases: 100, failure_persistence: None, ..Config::default() };
    let mut runner = if time.is_zero() {
        TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha))
    } else {
        TestRunner::new(config)
    };
    let start = Instant::now();
    loop {
        if let Err(problem) = runner.run(things, &rule) {
            panic!("{problem}");
        }
        if start.elapsed() >= time {
            return;
        }
    }
}

/// Any value of a setting: mostly one that may be meant.
fn value() -> impl Strategy<Value = Value> {
    let layer = prop_oneof![
        Just(json!({ "kind": "relu" })),
        Just(json!({ "kind": "pool" })),
        (0_usize..300).prop_map(|nodes| json!({ "kind": "affine", "nodes": nodes })),
        (0_usize..40).prop_map(|channels| json!({ "kind": "conv", "nodes": channels })),
    ];
    prop_oneof![
        any::<f64>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (0_usize..40).prop_map(Value::from),
        ".{0,8}".prop_map(Value::from),
        prop::sample::select(vec![
            "full",
            "raw",
            "scaled",
            "standardised",
            "dominant",
            "named",
            "vivid",
            "own",
            "patterns",
            "digits"
        ])
        .prop_map(Value::from),
        prop::collection::vec(0_usize..300, 0..8).prop_map(Value::from),
        prop::collection::vec(layer, 0..14).prop_map(Value::from),
        prop::sample::select(vec!["zeros", "he", "gaussian", "x"])
            .prop_flat_map(|kind| any::<f64>().prop_map(move |std| json!({ "kind": kind, "std": std }))),
        Just(Value::Null),
    ]
}

fn settings() -> impl Strategy<Value = Value> {
    let names = vec![
        "hidden",
        "layers",
        "learningRate",
        "batch",
        "init",
        "input",
        "seed",
        "data",
        "train",
        "test",
        "other",
    ];
    prop::collection::hash_map(prop::sample::select(names), value(), 0..6).prop_map(|given| {
        // Few samples, where nothing else is given: a case is to take milliseconds.
        let mut given: serde_json::Map<String, Value> =
            given.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        for (name, few) in [("train", 12), ("test", 3)] {
            given.entry(name).or_insert(few.into());
        }
        Value::Object(given)
    })
}

fn address() -> impl Strategy<Value = String> {
    let layer = prop::sample::select(vec![
        "data", "affine1", "affine2", "relu1", "conv1", "pool1", "softmax", "loss", "x",
    ]);
    let tensor =
        prop::sample::select(vec!["x", "w", "b", "out", "dout", "dx", "dw", "db", "mask", "t", "place", "y"]);
    let index = prop::collection::vec(prop_oneof![4 => 0_usize..12, 1 => any::<usize>()], 0..6);
    prop_oneof![
        3 => (layer, tensor, index).prop_map(|(layer, tensor, index)| format!("{layer}.{tensor}{index:?}").replace("[]", "")),
        1 => ".{0,40}",
    ]
}

#[test]
fn any_settings_are_used_or_refused_and_training_on_them_stays_finite_or_stops() {
    always(&settings(), |given| {
        let Ok(settings) = serde_json::from_value::<Settings>(given) else { return Ok(()) };
        let Ok(mut lab) = Lab::new(settings, CustomSet::default()) else { return Ok(()) };
        if lab.data().train.len() > 200 {
            return Ok(());
        }
        let steps = lab.train(3, || true);
        prop_assert!(steps <= 3);
        prop_assert!(lab.trainer().network().is_finite());
        lab.goto(0).map_err(|problem| TestCaseError::fail(problem.to_string()))?;
        prop_assert_eq!(lab.step(), 0);
        lab.diagnose();
        Ok(())
    });
}

#[test]
fn any_address_is_explained_as_its_value_or_refused() {
    let labs = [
        json!({ "hidden": [4], "train": 5, "test": 2 }),
        json!({ "data": "patterns", "train": 3, "test": 1, "input": "scaled",
            "layers": [{ "kind": "conv", "nodes": 2 }, { "kind": "relu" }, { "kind": "pool" }] }),
    ]
    .map(|settings| {
        let settings = serde_json::from_value(settings).expect("these are settings");
        let mut lab = Lab::new(settings, CustomSet::default()).expect("they are allowed");
        lab.make_pass(Scope::Batch).expect("there are samples");
        lab
    });
    always(&address(), |text| {
        let Ok(address) = text.parse::<Address>() else { return Ok(()) };
        prop_assert_eq!(address.to_string().parse::<Address>().ok(), Some(address.clone()));
        for lab in &labs {
            let pass = lab.pass().map_err(|problem| TestCaseError::fail(problem.to_string()))?;
            let (Ok(value), Ok(explained)) = (pass.value(&address), pass.explain(&address)) else { continue };
            if let Some(result) = explained.evaluate() {
                let near = f64::from(value);
                prop_assert!(
                    (result - near).abs() <= 1e-3 * near.abs().max(1.0),
                    "{text}: {result} and {near}"
                );
            }
        }
        Ok(())
    });
}

#[test]
fn any_bytes_are_no_file_of_digits_or_one() {
    let file = std::fs::read("www/data/digits.bin").expect("the digits are there");
    let settings = || Settings {
        data: serde_json::from_value(json!("digits")).expect("it is a set"),
        train: 10,
        test: 5,
        layers: Vec::new(),
        ..Settings::default()
    };
    prop_assert_works(&settings(), &file);
    let broken = prop_oneof![
        prop::collection::vec(any::<u8>(), 0..200),
        (0..file.len()).prop_map({
            let file = file.clone();
            move |length| file[..length].to_vec()
        }),
        prop::collection::vec(any::<u8>(), file.len()),
    ];
    always(&broken, |bytes| {
        // Only whether it panics is asked.
        let _ = Lab::with_file(settings(), CustomSet::default(), &bytes);
        Ok(())
    });
}

/// The whole file is one.
fn prop_assert_works(settings: &Settings, file: &[u8]) {
    assert!(Lab::with_file(settings.clone(), CustomSet::default(), file).is_ok());
}

#[test]
fn any_own_colours_are_used_or_refused() {
    let sample = (any::<[u8; 3]>(), 0_usize..14, prop::bool::weighted(0.1))
        .prop_map(|([r, g, b], label, short)| json!({ "rgb": if short { vec![r] } else { vec![r, g, b] }, "label": label }))
        .prop_map(|sample| serde_json::from_value::<Sample>(sample).expect("it has the form of a sample"));
    let own = (
        prop::collection::vec(".{0,4}", 0..14),
        prop::collection::vec(sample.clone(), 0..20),
        prop::collection::vec(sample, 0..3),
    )
        .prop_map(|(classes, samples, pictures)| CustomSet { classes, samples, pictures });
    always(&own, |own| {
        let settings = Settings {
            data: serde_json::from_value(json!("own")).expect("it is a set"),
            hidden: vec![4],
            ..Settings::default()
        };
        if let Ok(mut lab) = Lab::new(settings, own) {
            lab.train(2, || true);
            lab.answers();
        }
        Ok(())
    });
}

#[test]
fn any_first_weights_are_begun_with_bit_for_bit_or_refused() {
    let settings = Settings { hidden: vec![2], train: 12, test: 3, ..Settings::default() };
    let size = 3 * 2 + 2 + 2 * 3 + 3;
    let number = prop_oneof![9 => -2.0_f32..2.0, 1 => any::<f32>()];
    let weights = prop_oneof![3 => prop::collection::vec(number.clone(), size), 1 => prop::collection::vec(number, 0..40)];
    always(&weights, |weights| {
        let lab = Lab::with_weights(settings.clone(), CustomSet::default(), &[], &weights);
        let fits = weights.len() == size && weights.iter().all(|weight| weight.is_finite());
        prop_assert_eq!(lab.is_ok(), fits || weights.is_empty());
        let Ok(mut lab) = lab else { return Ok(()) };
        lab.train(3, || true);
        prop_assert!(lab.trainer().network().is_finite());
        lab.goto(0).map_err(|problem| TestCaseError::fail(problem.to_string()))?;
        let mut now = Vec::new();
        lab.trainer().network().save(&mut now);
        prop_assert!(
            weights.is_empty() || now.iter().map(|x| x.to_bits()).eq(weights.iter().map(|x| x.to_bits()))
        );
        Ok(())
    });
}
