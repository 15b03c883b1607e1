//! What the page costs while it trains at *fastest*, at 1280×720 with the lecture's network: how long frames take, what all
//! work outside the core costs a frame, how many updates are made a second beside what the core alone makes, the same on a
//! processor a quarter as fast, and whether a page at rest draws anything. How long frames take with the CNN, too, on each set
//! of pictures.

use irozuku_tools::bench::table::Table;
use serde_json::json;

use crate::browser::Page;
use crate::contender::number;

/// How long the page trains before it is watched, and while it is, ms.
const WARM: u32 = 1500;
const WATCHED: u32 = 6000;
/// How long the core trains alone, before the page does and after it, ms.
const ALONE: u32 = 1000;
/// How long the page is watched at rest, ms.
const REST: u32 = 2000;

/// Wraps every call of the core in a clock, and notes when frames come. The frames that it asks for itself are asked for
/// by the page, too, while it trains.
const WATCH: &str = "
    const { Lab } = (await import('/core/wasm.js')).loaded;
    const bench = (window.bench = { Lab, train: Lab.prototype.train, core: 0, updates: 0, times: [], asked: 0, watching: false });
    for (const name of Object.getOwnPropertyNames(Lab.prototype)) {
        const method = Lab.prototype[name];
        if (typeof method !== 'function' || ['constructor', 'free', '__destroy_into_raw'].includes(name)) continue;
        Lab.prototype[name] = function (...given) {
            const start = performance.now();
            try {
                return method.apply(this, given);
            } finally {
                const spent = performance.now() - start;
                bench.core += spent;
                if (name === 'advance') bench.updates += spent;
            }
        };
    }
    const ask = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (draw) => ask((now) => {
        bench.asked += 1;
        draw(now);
    });
    const tick = (now) => {
        if (!bench.watching) return;
        bench.times.push(now);
        ask(tick);
    };
    bench.begin = () => {
        Object.assign(bench, { core: 0, updates: 0, times: [], watching: true });
        ask(tick);
        return demo.step;
    };
    bench.end = () => {
        bench.watching = false;
        return demo.step;
    };";

/// Trains a network like the page's by itself, and says how many updates it has made a second.
const TRAIN_ALONE: &str = "
    const lab = new bench.Lab(demo.state.settings, undefined);
    bench.train.call(lab, 1e6, 100);
    const [start, before] = [performance.now(), lab.step()];
    bench.train.call(lab, 1e6, args[0]);
    const rate = (lab.step() - before) / (performance.now() - start) * 1000;
    lab.free();
    return rate";

/// What the browser has spent since the page was loaded, s; and the same in counts.
const METRICS: [&str; 6] = [
    "TaskDuration",
    "ScriptDuration",
    "RecalcStyleDuration",
    "LayoutDuration",
    "ThreadTime",
    "RecalcStyleCount",
];

/// A line of a table: what it says, the figure, and what is aimed at.
type Line = (&'static str, fn(&Figures) -> f64, &'static str);

/// Lays out the network of a set of pictures, whose file may have to be fetched first.
const LAY_OUT: &str = "
    demo.state = { settings: { data: args[0] } };
    while (demo.state.settings.data !== args[0]) await new Promise((done) => setTimeout(done, 10));";

/// The sets of pictures.
const PICTURES: [&str; 2] = ["patterns", "digits"];

/// What was measured at one speed of the processor. Times are ms.
struct Figures {
    /// The time from frame to frame: the median, and what 95 of 100 are not above.
    median: f64,
    late: f64,
    /// For each frame: the browser's main thread, script, style, layout, and the processor's own time of the thread.
    each: [f64; 5],
    /// For each frame: all calls of the core, and of these the updates.
    core: f64,
    updates: f64,
    /// Updates a second: on the page, and by the core alone.
    made: f64,
    alone: f64,
    /// At rest: callbacks of frames, recalculations of style, running animations.
    rest: [f64; 3],
}

/// Measures, and says it in tables.
pub fn measure() -> String {
    let [quick, slow] = [1, 4].map(|slower| measure_at(slower, None));
    let table = |heading: &str, lines: &[Line]| {
        let mut table = Table::new([heading, "", "4× slower", "target"]);
        for (what, of, target) in lines {
            table.row([
                (*what).to_owned(),
                format!("{:.2}", of(&quick)),
                format!("{:.2}", of(&slow)),
                (*target).to_owned(),
            ]);
        }
        table
    };
    let frames = table(
        "for each frame, ms",
        &[
            ("from frame to frame, median", |f| f.median, ""),
            ("from frame to frame, 95 of 100 at most", |f| f.late, "20, 50"),
            ("main thread (TaskDuration)", |f| f.each[0], ""),
            ("of it script", |f| f.each[1], ""),
            ("of it style", |f| f.each[2], ""),
            ("of it layout", |f| f.each[3], ""),
            ("of it the processor's (ThreadTime)", |f| f.each[4], ""),
            ("core, all calls", |f| f.core, ""),
            ("core, updates alone", |f| f.updates, ""),
            ("outside the core", |f| f.each[0] - f.core, "6"),
            ("outside the updates", |f| f.each[0] - f.updates, ""),
        ],
    );
    let updates = table(
        "updates a second",
        &[
            ("on the page", |f| f.made, ""),
            ("by the core alone", |f| f.alone, ""),
            ("share of the core alone, %", |f| f.made / f.alone * 100.0, "50"),
        ],
    );
    let rest = table(
        &format!("at rest, in {} s", REST / 1000),
        &[
            ("callbacks of frames", |f| f.rest[0], "0"),
            ("recalculations of style", |f| f.rest[1], "0"),
            ("running animations", |f| f.rest[2], "0"),
        ],
    );
    let mut pictures = Table::new(["the CNN", "", "4× slower", "target"]);
    for set in PICTURES {
        let [quick, slow] = [1, 4].map(|slower| measure_at(slower, Some(set)));
        let lines: [Line; 3] = [
            ("from frame to frame, median", |f| f.median, ""),
            ("from frame to frame, 95 of 100 at most", |f| f.late, "20, 50"),
            ("updates a second", |f| f.made, ""),
        ];
        for (what, of, target) in lines {
            let of = |figures: &Figures| format!("{:.2}", of(figures));
            pictures.row([format!("{set}: {what}"), of(&quick), of(&slow), target.to_owned()]);
        }
    }
    format!(
        "Training at fastest, 1280×720, the lecture's network.\n\n{frames}\n{updates}\n{rest}\nThe same with the CNN.\n\n{pictures}"
    )
}

/// Measures on a processor that is so many times slower, with the lecture's network or that of a set of pictures.
fn measure_at(slower: u32, pictures: Option<&str>) -> Figures {
    let page = Page::open_unpacked("en");
    // Without it the window is in the background until the first click or key.
    page.devtools("Emulation.setFocusEmulationEnabled", json!({ "enabled": true }));
    page.devtools("Performance.enable", json!({}));
    page.js(WATCH, &[]);
    if let Some(set) = pictures {
        page.js(LAY_OUT, &[json!(set)]);
    }
    page.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": slower }));
    // With pictures it would need their file.
    let alone = || pictures.map_or_else(|| number(&page.js(TRAIN_ALONE, &[json!(ALONE)])), |_| f64::NAN);
    let before = alone();
    page.js("demo.state = { speed: 'fast' }", &[]);
    page.keys("t");
    wait(&page, WARM);
    let (start, from) = (metrics(&page), number(&page.js("return bench.begin()", &[])));
    wait(&page, WATCHED);
    let (to, end) = (number(&page.js("return bench.end()", &[])), metrics(&page));
    let spent = page.js("return [bench.core, bench.updates, ...bench.times]", &[]);
    page.keys("t");
    let after = alone();
    let spent: Vec<f64> = spent.as_array().expect("it is a list").iter().map(number).collect();
    let times = &spent[2..];
    let frames = (times.len() - 1) as f64;
    let mut gaps: Vec<f64> = times.windows(2).map(|pair| pair[1] - pair[0]).collect();
    gaps.sort_by(f64::total_cmp);
    let at = |share: f64| gaps[((gaps.len() - 1) as f64 * share).ceil() as usize];
    let seconds = (times[times.len() - 1] - times[0]) / 1000.0;
    Figures {
        median: at(0.5),
        late: at(0.95),
        each: [0, 1, 2, 3, 4].map(|i| (end[i] - start[i]) * 1000.0 / frames),
        core: spent[0] / frames,
        updates: spent[1] / frames,
        made: (to - from) / seconds,
        alone: f64::midpoint(before, after),
        rest: at_rest(&page),
    }
}

/// What a page draws on which nothing happens.
fn at_rest(page: &Page) -> [f64; 3] {
    wait(page, REST);
    page.js("bench.asked = 0", &[]);
    let before = metrics(page);
    wait(page, REST);
    let after = metrics(page);
    let found = page.js("return [bench.asked, root.getAnimations().length]", &[]);
    [number(&found[0]), after[5] - before[5], number(&found[1])]
}

fn wait(page: &Page, milliseconds: u32) {
    page.js("await new Promise((done) => setTimeout(done, args[0]))", &[json!(milliseconds)]);
}

/// The browser's own account.
fn metrics(page: &Page) -> [f64; 6] {
    let found = page.devtools("Performance.getMetrics", json!({}));
    let all = found["metrics"].as_array().cloned().unwrap_or_default();
    METRICS.map(|name| {
        let metric = all.iter().find(|metric| metric["name"] == name);
        number(&metric.expect("the browser keeps this account")["value"])
    })
}
