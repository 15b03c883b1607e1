//! How the time of a step grows with the batch and with the network.

use irozuku_tools::bench::figures::{duration, median, quartiles, ratios, spread, three};
use irozuku_tools::bench::table::Table;
use serde_json::json;

use crate::contender::{Contender, InPage, ROUNDS, number, rounds};
use crate::place::Place;

/// The lecture's hidden widths, and by how much they are multiplied.
const HIDDEN: [usize; 3] = [50, 100, 50];
const TIMES: [usize; 3] = [1, 2, 4];
/// The channels of the CNN on the patterns: VGG in miniature.
const CHANNELS: [usize; 2] = [8, 12];
/// How many samples a step learns from.
const BATCHES: [usize; 3] = [20, 240, 2400];

/// Measures, and says it in a table.
pub fn measure() -> String {
    let place = Place::open();
    let mut table = Table::new(["hidden", "batch", "MFLOP", "step", "GFLOP/s", "limit, GFLOP/s", "× limit"]);
    for times in TIMES {
        for rows in BATCHES {
            let hidden = HIDDEN.map(|width| width * times);
            table.row(line(&place, "grow", &hidden, rows));
        }
    }
    for rows in BATCHES {
        table.row(line(&place, "growCnn", &CHANNELS, rows));
    }
    format!(
        "One update of the core's trainer with all its samples, without the measuring of the curve; medians of {ROUNDS} \
         interleaved rounds. It grows as the work does where × limit (with the quartiles) stays the same. The last lines are those of \
         the CNN on pictures of patterns.\n\n{table}"
    )
}

/// The line of a network that the page lays out by `grow`.
fn line(place: &Place, grow: &str, hidden: &[usize], rows: usize) -> [String; 7] {
    let widths = hidden.iter().map(usize::to_string).collect::<Vec<_>>().join("-");
    let widths = if grow == "growCnn" { format!("CNN {widths}") } else { widths };
    let (ours, limit) = (format!("{widths}, {rows} colours"), format!("{widths}, {rows} colours, limit"));
    let operations = number(&place.call(grow, &[json!(ours), json!(limit), json!(hidden), json!(rows)]));
    let mut contenders: Vec<Box<dyn Contender + '_>> =
        vec![Box::new(InPage::new(place, ours)), Box::new(InPage::new(place, limit))];
    let [before, after] = contenders[0].losses(2);
    assert!(after < before, "{widths}, {rows} colours: the network learns nothing, {before} → {after}");
    let times = rounds(&mut contenders);
    // Operations in a millisecond are a million times as many in a thousand seconds.
    let speed = |times: &[f64]| three(operations / median(times) / 1e6);
    [
        widths,
        rows.to_string(),
        three(operations / 1e6),
        duration(median(&times[0])),
        speed(&times[0]),
        speed(&times[1]),
        spread(quartiles(&ratios(&times[0], &times[1]))),
    ]
}
