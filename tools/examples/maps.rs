//! Measures what the pictures of what the nodes see cost a frame of training, at the lecture's size and at
//! 1280×720: `cargo run -p irozuku-tools --example maps`.
//!
//! The same training is played with the pictures and without them, and the browser's own account of its time
//! is divided by the frames. Speed belongs to a machine: read the figures of one run against one another.

#[path = "../../tests/page/browser/mod.rs"]
mod browser;

use browser::Page;
use serde_json::{Value, json};

/// How long each training is watched, ms.
const WATCHED: u32 = 6000;
/// How often each is played; the best of them counts, for what else the machine does only adds to it.
const TIMES: usize = 3;

/// What a training cost for each time that the page was drawn anew, ms.
#[derive(Clone, Copy)]
struct Cost {
    /// Script alone.
    script: f64,
    /// All of the main thread: script, style, layout, painting.
    thread: f64,
    /// The forward over the grid and the pixels, in the core.
    core: f64,
}

fn main() {
    let best = |drawn: bool| {
        let runs: Vec<Cost> = (0..TIMES).map(|_| played(drawn)).collect();
        let least = |of: fn(&Cost) -> f64| runs.iter().map(of).fold(f64::INFINITY, f64::min);
        Cost { script: least(|c| c.script), thread: least(|c| c.thread), core: least(|c| c.core) }
    };
    let (with, without) = (best(true), best(false));
    println!("for each frame that is drawn anew   with pictures   without   the pictures");
    let line =
        |what: &str, a: f64, b: f64| println!("{what:<35} {a:>10.2} ms {b:>6.2} ms {:>11.2} ms", a - b);
    line("script", with.script, without.script);
    line("main thread (script, style, paint)", with.thread, without.thread);
    println!("of the script: forward over the grid and pixels in the core {:.2} ms", with.core);
}

/// Plays a training with the pictures or without them.
fn played(drawn: bool) -> Cost {
    let page = Page::open(1280, 720, "en", false);
    page.with_motion();
    page.devtools("Performance.enable", json!({}));
    page.js(
        "const { Lab } = await import('/wasm/irozuku.js');
        const { look, curve } = Lab.prototype;
        window.spent = { frames: 0, time: 0 };
        // The curve is read once for each drawing of the page.
        Lab.prototype.curve = function () {
            spent.frames += 1;
            return curve.call(this);
        };
        Lab.prototype.look = args[0]
            ? function (...given) {
                const start = performance.now();
                const changed = look.apply(this, given);
                spent.time += performance.now() - start;
                return changed;
            }
            : () => false;
        // They are drawn in the cells where they are wanted.
        demo.state = { maps: args[0] };",
        &[json!(drawn)],
    );
    page.keys("t");
    page.js(
        "await new Promise((done) => setTimeout(done, 500)); Object.assign(spent, { frames: 0, time: 0 })",
        &[],
    );
    let before = metrics(&page);
    page.js("await new Promise((done) => setTimeout(done, args[0]))", &[json!(WATCHED)]);
    let after = metrics(&page);
    let spent = page.js("return [spent.frames, spent.time]", &[]);
    let (frames, core) = (number(&spent[0]), number(&spent[1]));
    let each = |i: usize| (after[i] - before[i]) * 1000.0 / frames;
    Cost { script: each(0), thread: each(1), core: core / frames }
}

/// The seconds that the browser has spent on script, and on its main thread.
fn metrics(page: &Page) -> [f64; 2] {
    let found = page.devtools("Performance.getMetrics", json!({}));
    let all = found["metrics"].as_array().cloned().unwrap_or_default();
    ["ScriptDuration", "ThreadTime"].map(|name| {
        let metric = all.iter().find(|metric| metric["name"] == name);
        number(&metric.expect("the browser keeps this account")["value"])
    })
}

fn number(value: &Value) -> f64 {
    value.as_f64().expect("it is a number")
}
