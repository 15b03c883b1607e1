//! A training step of the lecture's network, beside the limit and beside other programs that do the same.

use irozuku_tools::bench::figures::{Quartiles, duration, median, quartiles, ratios, spread};
use irozuku_tools::bench::table::Table;
use irozuku_tools::workspace;
use serde_json::{Value, json};

use crate::contender::{Contender, InPage, ROUNDS, rounds};
use crate::numpy::NumPy;
use crate::place::Place;

/// The sizes of a batch, and after how many updates of that size the losses are compared.
const BATCHES: [(usize, usize); 3] = [(240, 120), (20, 120), (1, 240)];
/// The kinds of contenders in the page (see bench/page.js). The first is the one that the others must agree with, the
/// second the one that all are compared with.
const IN_PAGE: [&str; 5] = ["ours", "limit", "tfjs-wasm", "tfjs-cpu", "convnet"];
pub const OURS: usize = 0;
pub const LIMIT: usize = 1;
/// How far a loss may be from ours, as a share of it: sums in another order round in another way.
pub const TOLERANCE: f64 = 1e-3;

/// What was measured with batches of one size, of each contender.
pub struct Measured {
    /// With the first weights, and after the updates; none of the limit.
    pub losses: Vec<Option<[f64; 2]>>,
    /// Of an update in each round, ms.
    pub times: Vec<Vec<f64>>,
}

impl Measured {
    /// How many times as long as the limit a contender takes.
    pub fn against_limit(&self, i: usize) -> Quartiles {
        quartiles(&ratios(&self.times[i], &self.times[LIMIT]))
    }
}

/// Measures, and says it in tables.
pub fn measure() -> String {
    let place = Place::open();
    let mut numpy: Vec<NumPy> = [true, false].into_iter().filter_map(NumPy::start).collect();
    let names = names(numpy.first().map(|numpy| numpy.version.as_str()));
    let measured = BATCHES.map(|(size, updates)| with_batches(&place, &mut numpy, size, updates));
    for ((size, _), measured) in BATCHES.iter().zip(&measured) {
        compare(&format!("batch {size}"), &names, &measured.losses);
    }
    let absent = if numpy.is_empty() { " NumPy is not here: there is no `python3` that has it." } else { "" };
    format!(
        "One update of 3-50-100-50-3 in f32 (ConvNetJS: f64) on the lecture's colours, standardised, with the same first \
         weights, the same learning rate and the same batches in the same order. Medians of {ROUNDS} interleaved rounds, \
         each turn from the first weights on; in one page of Chromium and one thread, NumPy beside it. × limit: how many \
         times as long as the limit of the same round, with the quartiles. The limit does a step's multiplications and \
         additions in vector registers, and nothing else.{absent}\n\n{}\nAll of them learn the same: the loss over all \
         {} colours, each by its own arithmetic, differs from ours by less than {} %.\n\n{}",
        times(&names, &measured),
        BATCHES[0].0,
        TOLERANCE * 100.0,
        losses(&names, &measured),
    )
}

/// What the contenders are called, in their order.
pub fn names(numpy: Option<&str>) -> Vec<String> {
    let version = |package: &str| {
        let file = workspace::bench().join("node_modules").join(package).join("package.json");
        let text = std::fs::read_to_string(file).expect("the contenders are installed");
        let read: Value = serde_json::from_str(&text).expect("npm writes JSON");
        read["version"].as_str().unwrap_or_default().to_owned()
    };
    let tensorflow = version("@tensorflow/tfjs");
    let mut names = vec![
        "**this project**".to_owned(),
        "limit".to_owned(),
        format!("TensorFlow.js {tensorflow}, wasm"),
        format!("TensorFlow.js {tensorflow}, cpu"),
        format!("ConvNetJS {}", version("convnetjs")),
    ];
    if let Some(version) = numpy {
        names.push(format!("NumPy {version}, native, one thread"));
        names.push(format!("NumPy {version}, native"));
    }
    names
}

/// Measures all contenders with batches of one size.
fn with_batches(place: &Place, numpy: &mut [NumPy], size: usize, updates: usize) -> Measured {
    let problem = format!("batch {size}");
    let laid = place.call("lay", &[json!(problem), json!(size), json!(updates)]);
    let mut contenders: Vec<Box<dyn Contender + '_>> = Vec::new();
    for kind in IN_PAGE {
        let name = format!("{kind}, {problem}");
        place.call("enter", &[json!(name), json!(kind), json!(problem)]);
        contenders.push(Box::new(InPage::new(place, name)));
    }
    for numpy in numpy {
        numpy.lay(&laid);
        contenders.push(Box::new(numpy));
    }
    measured(&mut contenders, updates)
}

/// The losses of contenders, and their times.
pub fn measured(contenders: &mut [Box<dyn Contender + '_>], updates: usize) -> Measured {
    let losses = contenders
        .iter_mut()
        .enumerate()
        .map(|(i, contender)| (i != LIMIT).then(|| contender.losses(updates)))
        .collect();
    Measured { losses, times: rounds(contenders) }
}

/// Nobody may compute less than the others: breaks off where a loss is not ours, or has hardly fallen.
pub fn compare(what: &str, names: &[String], losses: &[Option<[f64; 2]>]) {
    let ours = losses[OURS].expect("ours is measured");
    assert!(ours[1] < ours[0] / 2.0, "{what}: the network has learned nothing: {ours:?}");
    for (name, losses) in names.iter().zip(losses) {
        for (loss, ours) in losses.iter().flatten().zip(ours) {
            assert!(
                (loss - ours).abs() < TOLERANCE * ours,
                "{what}: {name} has a loss of {loss}, ours is {ours}"
            );
        }
    }
}

fn times(names: &[String], measured: &[Measured]) -> Table {
    let columns = BATCHES.iter().flat_map(|(size, _)| [format!("batch {size}"), "× limit".to_owned()]);
    let mut table = Table::new([String::new()].into_iter().chain(columns));
    for (i, name) in names.iter().enumerate() {
        let cells = measured.iter().flat_map(|measured| {
            let ratio = if i == LIMIT { "1".to_owned() } else { spread(measured.against_limit(i)) };
            [duration(median(&measured.times[i])), ratio]
        });
        table.row([name.clone()].into_iter().chain(cells));
    }
    table
}

fn losses(names: &[String], measured: &[Measured]) -> Table {
    let columns = BATCHES.iter().map(|(size, updates)| format!("{updates} updates of {size}"));
    let mut table = Table::new(["", "first"].map(str::to_owned).into_iter().chain(columns));
    for (i, name) in names.iter().enumerate().filter(|(i, _)| *i != LIMIT) {
        let of = |measured: &Measured, k: usize| measured.losses[i].map_or(f64::NAN, |losses| losses[k]);
        let after = measured.iter().map(|measured| format!("{:.6}", of(measured, 1)));
        table.row([name.clone(), format!("{:.6}", of(&measured[0], 0))].into_iter().chain(after));
    }
    table
}
