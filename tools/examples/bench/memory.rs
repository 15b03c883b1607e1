//! What the page holds while it trains for minutes at *fastest* and is then led to a thousand earlier steps by its slider. It is
//! measured at rest, at the same step and after what is not needed any more was collected.

use std::time::{Duration, Instant};

use irozuku_tools::bench::figures::three;
use irozuku_tools::check::health::{self, Health};
use serde_json::json;

use crate::browser::Page;
use crate::browser::controls::Control;

/// How often is measured while it trains, and while it is led.
const MEASURES: usize = 5;
/// To how many steps it is led.
const SCRUBS: usize = 1000;
/// The step at which is measured.
const STEP: u32 = 100;

/// Measures for so many minutes of training, and says it in a table.
pub fn measure(minutes: f64) -> String {
    let page = Page::open_unpacked("en");
    page.devtools("Emulation.setFocusEmulationEnabled", json!({ "enabled": true }));
    page.js(
        "const { ALL, fetchParts } = await import('/view/parts.js');
        await fetchParts(ALL, 'en');
        demo.state = { speed: 'fast' };
        await demo.train(args[0])",
        &[json!(STEP)],
    );
    let start = Instant::now();
    let minute = || start.elapsed().as_secs_f64() / 60.0;
    let mut measured = vec![at_rest(&page, minute(), 0)];
    for _ in 0..MEASURES {
        page.keys("t");
        page.js("await new Promise((done) => setTimeout(done, args[0]))", &[json!(100)]);
        std::thread::sleep(Duration::from_secs_f64(minutes * 60.0 / MEASURES as f64));
        page.keys("t");
        measured.push(at_rest(&page, minute(), 0));
    }
    let trained = measured[measured.len() - 1];
    for round in 1..=MEASURES {
        let slider = scrubber(&page);
        // Back and forth, a step at each end and many between.
        let way: Vec<_> =
            (0..SCRUBS / MEASURES).map(|i| slider.place(0.5 + 0.45 * (i as f64 * 2.4).sin(), 0.5)).collect();
        page.drag_along(&way);
        measured.push(at_rest(&page, minute(), round * SCRUBS / MEASURES));
    }
    let [first, last] = [measured[1], measured[measured.len() - 1]];
    let over = |one: Health, other: Health| {
        format!(
            "heap × {}, nodes × {}",
            three(one.heap / other.heap),
            three(one.nodes as f64 / other.nodes as f64)
        )
    };
    format!(
        "Training at fastest for {minutes} minutes, the lecture's network, and then {SCRUBS} places of the slider (actions).\n\n{}\n\
        Training, from its first fifth to its end: {}. The slider: {}.\n",
        health::table(&measured),
        over(trained, first),
        over(last, trained),
    )
}

/// The slider of the steps.
fn scrubber(page: &Page) -> Control {
    let seen = page.controls().into_iter().find(|one| one.name.starts_with("input.scrubber"));
    seen.expect("the slider of the steps can be seen")
}

/// Measures at the step, once it is drawn.
fn at_rest(page: &Page, minute: f64, scrubs: usize) -> Health {
    page.js(
        "demo.rest();
        await demo.goto(args[0]);
        root.activeElement?.blur();
        for (let i = 0; i < 3; i += 1) await new Promise((done) => requestAnimationFrame(done))",
        &[json!(STEP)],
    );
    page.health(minute, scrubs)
}
