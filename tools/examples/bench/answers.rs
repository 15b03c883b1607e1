//! How soon the page answers while it trains at *fastest*: every control that can be seen is used by hand, and the time until
//! its answer is drawn is what the browser itself reports (Event Timing, of which INP is made), in steps of 8 ms. The same on a
//! processor a quarter as fast.

use irozuku_tools::bench::figures::median;
use irozuku_tools::bench::table::Table;
use serde_json::json;

use crate::browser::Page;
use crate::browser::controls::{Control, Use};

/// How often each control is used; the median counts, because a machine that does something else meanwhile answers late.
const TIMES: usize = 3;
/// How long an answer is waited for after the next frame, ms.
const AFTER: u32 = 150;
/// What an answer takes at most that the browser does not report, ms.
const UNREPORTED: f64 = 16.0;
/// How many of the slowest are named.
const NAMED: usize = 12;
/// At most so many alike are used, as cells.
const ALIKE: usize = 3;

/// Where the controls are, and the change of the state that leads there.
const PLACES: [(&str, &str); 5] = [
    ("network", "{}"),
    ("colours", "{ room: 'colours' }"),
    ("experiments", "{ room: 'experiments' }"),
    ("lesson", "{ lesson: 'forward.softmax' }"),
    ("pictures", "{ settings: { data: 'patterns' } }"),
];
/// Keys that lead on in the network's room.
const KEYS: [&str; 8] = ["Space", "Shift+Space", "m", "b", "c", "l", "PageDown", "ArrowRight"];

/// Notes what the browser reports of each use, and the first state.
const WATCH: &str = "
    const answers = (window.answers = { first: demo.state, longest: 0 });
    const note = (list) => {
        for (const { interactionId, duration } of list) if (interactionId) answers.longest = Math.max(answers.longest, duration);
    };
    answers.observer = new PerformanceObserver((list) => note(list.getEntries()));
    answers.observer.observe({ type: 'event', durationThreshold: 16 });
    answers.take = () => {
        note(answers.observer.takeRecords());
        const { longest } = answers;
        answers.longest = 0;
        return longest;
    };
    window.print = () => {};
    const { ALL, fetchParts } = await import('/view/parts.js');
    for (const language of ['ja', 'en']) await fetchParts(ALL, language);";

/// Goes back to where the controls are, and says whether the page trains.
const LAY: &str = "
    for (const open of root.querySelectorAll('dialog[open]')) open.close();
    root.activeElement?.blur();
    const { step, moves, own, drawn, ...first } = answers.first;
    demo.state = { ...first, speed: 'fast', ...CHANGE };
    const before = demo.step;
    for (let i = 0; i < 3; i += 1) await new Promise((done) => requestAnimationFrame(done));
    return demo.step > before";

/// One control or key at a place, and how long its answer took, ms.
struct Answer {
    place: &'static str,
    name: String,
    time: f64,
}

/// Measures, and says it in tables.
pub fn measure() -> String {
    let speeds = [1, 4].map(measure_at);
    let mut table = Table::new([
        "until the answer is drawn, ms",
        "controls",
        "median",
        "95 of 100",
        "slowest",
        "4× slower: median",
        "95 of 100",
        "slowest",
    ]);
    for (place, _) in PLACES {
        let of = |answers: &[Answer]| -> Vec<f64> {
            let mut times: Vec<f64> =
                answers.iter().filter(|one| one.place == place).map(|one| one.time).collect();
            times.sort_by(f64::total_cmp);
            times
        };
        let [quick, slow] = [of(&speeds[0]), of(&speeds[1])];
        let mut cells = vec![place.to_owned(), quick.len().to_string()];
        for times in [quick, slow] {
            let at = |share: f64| times[((times.len() - 1) as f64 * share).ceil() as usize];
            cells.extend([median(&times), at(0.95), at(1.0)].map(|time| format!("{time:.0}")));
        }
        table.row(cells);
    }
    table.row(["target", "", "", "", "50", "", "", "100"]);
    let mut slowest = Table::new(["the slowest", "ms", "4× slower, ms"]);
    let [quick, mut slow] = speeds;
    slow.sort_by(|a, b| b.time.total_cmp(&a.time));
    for one in slow.iter().take(NAMED) {
        let same = quick.iter().find(|other| other.place == one.place && other.name == one.name);
        slowest.row([
            format!("{}: {}", one.place, one.name.replace('|', "/")),
            same.map_or_else(String::new, |other| format!("{:.0}", other.time)),
            format!("{:.0}", one.time),
        ]);
    }
    format!(
        "Training at fastest, 1280×720; of each control the median of {TIMES} uses, with {UNREPORTED} for what is not reported.\n\n{table}\n{slowest}"
    )
}

/// Measures on a processor that is so many times slower.
fn measure_at(slower: u32) -> Vec<Answer> {
    let page = Page::open_unpacked("en");
    page.devtools("Emulation.setFocusEmulationEnabled", json!({ "enabled": true }));
    page.devtools("Page.setInterceptFileChooserDialog", json!({ "enabled": true }));
    page.devtools("Browser.setDownloadBehavior", json!({ "behavior": "deny" }));
    page.js(WATCH, &[]);
    page.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": slower }));
    let mut answers = Vec::new();
    for (place, change) in PLACES {
        lay(&page, change);
        let mut names: Vec<String> = Vec::new();
        for Control { name, takes, .. } in page.controls() {
            let kind = |name: &str| name.split(' ').next().map(str::to_owned);
            let alike = names.iter().filter(|other| kind(other) == kind(&name)).count();
            if takes != Use::Choose && alike < ALIKE && !names.contains(&name) {
                names.push(name);
            }
        }
        for name in names {
            let time = repeated(&page, change, || {
                let found = page.controls().into_iter().find(|one| one.name == name)?;
                hand(&page, &found);
                Some(())
            });
            answers.extend(time.map(|time| Answer { place, name, time }));
        }
        if place == "network" {
            for key in KEYS {
                let time = repeated(&page, change, || {
                    page.keys(key);
                    Some(())
                });
                answers.extend(time.map(|time| Answer { place, name: format!("key {key}"), time }));
            }
        }
    }
    answers
}

/// Does something a few times, each from the same beginning, and gives the median of how long the answers took, ms. None where it
/// can't be done.
fn repeated(page: &Page, change: &str, act: impl Fn() -> Option<()>) -> Option<f64> {
    let mut times = Vec::new();
    for _ in 0..TIMES {
        lay(page, change);
        page.js("answers.take()", &[]);
        if act().is_none() {
            continue;
        }
        let longest = page.js(
            "await new Promise((done) => requestAnimationFrame(() => setTimeout(done, args[0]))); return answers.take()",
            &[json!(AFTER)],
        );
        times.push(longest.as_f64().unwrap_or_default().max(UNREPORTED));
    }
    (!times.is_empty()).then(|| median(&times))
}

/// Goes back to where the controls are, and sees to it that the page trains.
fn lay(page: &Page, change: &str) {
    if page.js(&LAY.replace("CHANGE", change), &[]) == json!(false) {
        page.js("root.activeElement?.blur()", &[]);
        page.keys("t");
    }
}

/// Uses a control as a hand would.
fn hand(page: &Page, control: &Control) {
    match control.takes {
        Use::Slide => {
            page.drag_along(&[control.place(0.3, 0.5), control.place(0.5, 0.5), control.place(0.7, 0.5)]);
            page.keys("ArrowLeft");
        }
        Use::Draw => page.drag_along(&[control.place(0.4, 0.4), control.place(0.6, 0.6)]),
        Use::Write => {
            page.drag_along(&[control.place(0.5, 0.5)]);
            page.keys("1");
        }
        Use::Press | Use::Choose => page.drag_along(&[control.place(0.5, 0.5)]),
    }
}
