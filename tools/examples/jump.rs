//! Measures how long the page takes to stand at any step of a run of 10,000 updates, at the lecture's size:
//! `cargo run -p irozuku-tools --example jump`.
//!
//! Each jump is timed twice: to the weights of that step alone, and to the whole page drawn with them. Speed
//! belongs to a machine: read the figures of one run against one another.

#[path = "../../tests/page/browser/mod.rs"]
mod browser;

use browser::Page;
use serde_json::{Value, json};

/// The length of the run, and how many jumps are made in it.
const STEPS: u32 = 10_000;
const JUMPS: u32 = 200;

fn main() {
    let page = Page::open(1280, 720, "en", false);
    page.with_motion();
    let trained = page.js(
        "const start = performance.now(); await demo.train(args[0]); return performance.now() - start",
        &[json!(STEPS)],
    );
    let times = page.js(
        "const { Lab } = await import('/wasm/irozuku.js');
        const { goto } = Lab.prototype;
        let core = 0;
        Lab.prototype.goto = function (step) {
            const start = performance.now();
            goto.call(this, step);
            core += performance.now() - start;
        };
        const times = { weights: [], page: [] };
        // Steps all over the run, in an order without order.
        for (let i = 1; i <= args[1]; i += 1) {
            core = 0;
            const start = performance.now();
            demo.state = { step: (i * 7919) % (args[0] + 1) };
            times.page.push(performance.now() - start);
            times.weights.push(core);
            await new Promise((done) => setTimeout(done));
        }
        return times",
        &[json!(STEPS), json!(JUMPS)],
    );
    println!("{STEPS} updates, with the page drawn meanwhile: {:.1} s", number(&trained) / 1000.0);
    println!("{JUMPS} jumps            median       most");
    for (what, key) in [("to the weights", "weights"), ("to the whole page", "page")] {
        let mut sorted: Vec<f64> = times[key].as_array().expect("it is a list").iter().map(number).collect();
        sorted.sort_by(f64::total_cmp);
        println!("{what:<18} {:>7.1} ms {:>7.1} ms", sorted[sorted.len() / 2], sorted[sorted.len() - 1]);
    }
}

/// A figure of the page.
fn number(value: &Value) -> f64 {
    value.as_f64().expect("it is a number")
}
