//! A training step of the CNN on pictures of patterns, beside the limit and beside other programs that do the same.

use irozuku_tools::bench::figures::{duration, median, quartiles, ratios, spread};
use irozuku_tools::bench::table::Table;
use serde_json::json;

use crate::contender::{Contender, InPage, ROUNDS};
use crate::place::Place;
use crate::step::{LIMIT, Measured, OURS, TOLERANCE, compare, measured, names};

/// The channels of its Convolutions, of how many pictures it learns at each update, and after how many updates the losses are
/// compared.
const CHANNELS: [usize; 2] = [8, 12];
const PICTURES: usize = 20;
const UPDATES: usize = 120;
/// The kinds that can train a CNN, with their places in [`names`]: TensorFlow.js' wasm backend has no gradient of a kernel.
const IN_PAGE: [(&str, usize); 4] = [("ours", OURS), ("limit", LIMIT), ("tfjs-cpu", 3), ("convnet", 4)];

/// Measures, and says it in a table.
pub fn measure() -> String {
    let place = Place::open();
    let all = names(None);
    let names = IN_PAGE.map(|(_, at)| all[at].clone());
    let measured = in_page(&place);
    compare("CNN", &names, &measured.losses);
    let [first, second] = CHANNELS;
    format!(
        "One update of the CNN on pictures of patterns (12×12×3; Convolutions of {first} and {second} channels, each with ReLU and \
         max pooling; Affine and Softmax) in f32 (ConvNetJS: f64), which learns from all of {PICTURES} pictures, with the same \
         first weights and the same learning rate. Of this project it is the core's trainer, without the measuring of the curve. \
         Medians of {ROUNDS} interleaved rounds in one page of Chromium and one thread, with the quartiles. TensorFlow.js' wasm \
         backend can't train a Convolution. The losses, each by its own arithmetic, are over these pictures, with the first weights \
         and after {UPDATES} updates; none differs from ours by {} % or more.\n\n{}",
        TOLERANCE * 100.0,
        table(&names, &measured),
    )
}

/// Measures all of them.
fn in_page(place: &Place) -> Measured {
    let name = |kind: &str| format!("{kind}, CNN");
    place.call("layCnn", &[json!("CNN"), json!(name("ours")), json!(CHANNELS), json!(PICTURES)]);
    let mut contenders: Vec<Box<dyn Contender + '_>> = Vec::new();
    for (kind, at) in IN_PAGE {
        // Ours was laid out with the problem.
        if at != OURS {
            place.call("enter", &[json!(name(kind)), json!(kind), json!("CNN")]);
        }
        contenders.push(Box::new(InPage::new(place, name(kind))));
    }
    measured(&mut contenders, UPDATES)
}

fn table(names: &[String], measured: &Measured) -> Table {
    let mut table = Table::new(["", "step", "× limit", "× this project", "first loss", "last loss"]);
    for (i, name) in names.iter().enumerate() {
        let ratio = |to: usize| match i == to {
            true => "1".to_owned(),
            false => spread(quartiles(&ratios(&measured.times[i], &measured.times[to]))),
        };
        let loss =
            |at: usize| measured.losses[i].map_or(String::new(), |losses| format!("{:.6}", losses[at]));
        let time = duration(median(&measured.times[i]));
        table.row([name.clone(), time, ratio(LIMIT), ratio(OURS), loss(0), loss(1)]);
    }
    table
}
