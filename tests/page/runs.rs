//! The room of experiments: hyperparameters, and runs side by side.

use serde_json::{Value, json};

use crate::parts;
use crate::saving::{catch, caught};
use crate::visit::{Visit, open};

/// Opens the room of experiments.
#[track_caller]
fn experiments() -> Visit {
    let page = open("en");
    page.click("[data-room=experiments]");
    page
}

/// The choice of a value in the form.
fn choice(setting: &str, value: &str) -> String {
    format!("[data-setting={setting}] button[value='{value}']")
}

/// The number field of a setting.
fn field(setting: &str) -> String {
    format!("[data-setting={setting}] input[type=number]")
}

const BEGIN: &str = ".apply .begin";
const ROWS: &str = ".runs tbody tr";

/// Types a number and leaves the field.
#[track_caller]
fn put(page: &Visit, setting: &str, value: &str) {
    page.write(&field(setting), value);
    page.keys("Enter");
}

/// The texts of a row of the table of runs, the first being the present run.
#[track_caller]
fn row(page: &Visit, n: usize) -> Vec<String> {
    page.texts(&format!("{ROWS}:nth-child({}) td", n + 1))
}

#[test]
fn learning_rate_and_batch_change_without_a_new_beginning() {
    let page = experiments();
    page.train(30);
    put(&page, "learningRate", "0.003");
    page.click(&choice("batch", "20"));
    assert_eq!(page.text(parts::STEP), "30");
    let settings = page.js("return demo.state.settings", &[]);
    assert_eq!((&settings["learningRate"], &settings["batch"]), (&json!(0.003), &json!(20)));
    page.train(5);
    assert_eq!(page.js("return demo.state.moves", &[]), "30*full@0.01_5*20@0.003");
    assert_eq!(page.count(ROWS), 1, "it is still the same run");
    assert_eq!(
        page.js("return root.querySelector(args[0]).checkVisibility()", &[json!(BEGIN)]),
        false,
        "nothing waits"
    );
}

#[test]
fn what_cannot_be_used_gives_way_to_what_is_in_force() {
    let page = experiments();
    for (setting, wrong, kept) in [
        ("learningRate", "-1", "0.01"),
        ("batch", "0", "240"),
        ("seed", "1.5", "10616"),
        ("amount", "0", "240"),
    ] {
        put(&page, setting, wrong);
        page.focus("[data-trial=lecture]");
        let value = page.js("return root.querySelector(args[0]).value", &[json!(field(setting))]);
        assert_eq!(value, kept, "{setting}");
        let note = page.text(&format!("[data-setting={setting}] .note"));
        assert!(note.starts_with("Choose "), "{setting} says what is allowed: {note}");
    }
    assert_eq!(
        page.js("return demo.state.settings", &[]),
        page.js("return (await import('/core/facts.js')).SETTINGS", &[])
    );
}

#[test]
fn other_settings_wait_say_what_will_happen_and_begin_a_new_run() {
    let page = experiments();
    page.train(40);
    let before = page.parameters();
    page.click(&choice("init", "he"));
    page.click(&choice("input", "scaled"));
    put(&page, "seed", "7");
    assert_eq!(page.text(parts::STEP), "40", "nothing has happened yet");
    assert_eq!(page.parameters(), before);
    assert!(page.text(".apply .note").contains("this run (40 steps) is kept"));
    page.click(BEGIN);
    assert_eq!(page.text(parts::STEP), "0");
    let settings = page.js("return demo.state.settings", &[]);
    assert_eq!(
        (&settings["init"], &settings["input"], &settings["seed"]),
        (&json!({ "kind": "he" }), &json!("scaled"), &json!(7))
    );
    assert_eq!(page.count(ROWS), 2);
    assert!(row(&page, 1).contains(&"40".to_owned()));
    // The run that was left can be opened again, as far as it had gone.
    page.click(&format!("{ROWS}:nth-child(2) .acts button:first-child"));
    page.wait("it is there", "demo.step === 40");
    assert_eq!(page.parameters(), before);
}

#[test]
fn the_row_of_a_run_that_is_gone_is_let_go() {
    let page = experiments();
    let begin = "for (let seed = args[0]; seed < args[1]; seed += 1) {
            await demo.train(1);
            demo.state = { settings: { ...demo.state.settings, hidden: [3], seed } };
        }
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))";
    page.js(begin, &[json!(0), json!(20)]);
    page.js(
        "window.rows = [...root.querySelectorAll(args[0])].slice(1).map((row) => new WeakRef(row))",
        &[json!(ROWS)],
    );
    // Twenty are kept, so that ten of those go.
    page.js(begin, &[json!(20), json!(30)]);
    page.devtools("HeapProfiler.collectGarbage", json!({}));
    assert_eq!(page.count(ROWS), 21);
    let held = page.js("return rows.map((row) => row.deref()).filter(Boolean).length", &[]);
    assert_eq!(held, 10, "those that are still shown");
}

#[test]
fn layers_are_added_and_taken_away() {
    let page = experiments();
    for _ in 0..4 {
        page.click("[data-setting=hidden] [aria-label='One layer more']");
    }
    assert!(page.disabled("[data-setting=hidden] [aria-label='One layer more']"), "six are the most");
    for _ in 0..5 {
        page.click("[data-setting=hidden] [aria-label='Remove the last layer']");
    }
    put(&page, "hidden", "16");
    page.click(BEGIN);
    assert_eq!(page.js("return demo.state.settings.hidden", &[]), json!([16]));
    page.click("[data-room=network]");
    assert_eq!(page.count("[data-column]"), 6, "data, affine1, relu1, affine2, softmax, loss");
}

#[test]
fn three_runs_lie_over_one_another_and_are_read_back_from_their_table() {
    let page = experiments();
    let mut ends: Vec<Value> = Vec::new();
    for seed in ["1", "2", "3"] {
        put(&page, "seed", seed);
        page.click(BEGIN);
        ends.push(page.train(25));
    }
    page.click(&choice("input", "scaled"));
    page.click(BEGIN);
    page.train(10);
    let all = page.drawn(parts::LOSS_PLOT);
    page.click(&format!("{ROWS}:nth-child(3) input[type=checkbox]"));
    assert_ne!(page.drawn(parts::LOSS_PLOT), all, "one is hidden");
    page.click(&format!("{ROWS}:nth-child(3) input[type=checkbox]"));
    assert_eq!(page.drawn(parts::LOSS_PLOT), all);
    page.click(&format!("{ROWS}:nth-child(3) input[type=checkbox]"));
    assert_eq!(page.texts(".runs .differs")[1], "input 0–255");
    assert_eq!(page.texts(".runs .differs")[2], "input 0–255, seed 2");
    page.click(&format!("{ROWS}:nth-child(2) input[type=radio]"));
    assert_eq!(page.texts(".runs .differs")[2], "seed 2");
    page.focus(&format!("{ROWS}:nth-child(2) input[type=text]"));
    page.keys("Control+a t h e Space \" 3 r d \" ,");
    page.keys("Enter");

    catch(&page);
    page.focus(".save-runs");
    page.keys("Space");
    let (name, table) = caught(&page);
    assert_eq!(name, "irozuku-runs.csv");
    let lines: Vec<&str> = table.trim_end().split("\r\n").collect();
    assert_eq!(lines.len(), 5, "{table}");
    assert!(lines[0].starts_with("name,data,hidden,learningRate"));
    let first = "\"the \"\"3rd\"\",\",dominant,50·100·50,0.01,full,gaussian 0.1,raw,3,240,20,25,";
    assert!(lines[2].starts_with(first), "{table}");
    for (line, end) in lines[2..].iter().rev().zip(&ends) {
        let figures: Vec<f64> = line.rsplit(',').take(6).filter_map(|cell| cell.parse().ok()).collect();
        let number = |key: &str| end[key].as_f64().expect("it was measured");
        let told = ["testAccuracy", "trainAccuracy", "testLoss", "trainLoss", "step"].map(number);
        // The last digit of a number that JSON carries may be rounded.
        assert!(figures.iter().zip(told).all(|(a, b)| (a - b).abs() < 1e-12), "{figures:?} {told:?}");
        assert_eq!(figures.len(), told.len());
    }
    let first = page.attribute(&format!("{ROWS}:nth-child(2) input[type=text]"), "value");
    page.click(&format!("{ROWS}:nth-child(2) .acts .quiet"));
    assert_eq!(page.count(ROWS), 3);
    assert!(page.text(parts::MESSAGE).contains("is gone"), "{}", page.text(parts::MESSAGE));
    page.click(".message button");
    assert_eq!(page.count(ROWS), 4, "it can be had back");
    assert_eq!(page.attribute(&format!("{ROWS}:nth-child(2) input[type=text]"), "value"), first);
}
