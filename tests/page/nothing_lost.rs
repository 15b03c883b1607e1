//! Whatever is begun anew, opened or followed: what the learner made is still to be had.

use serde_json::{Value, json};

use crate::parts;
use crate::visit::{Visit, open};

/// The runs that are kept, as the steps they ended at.
fn kept(page: &Visit) -> Vec<String> {
    page.js("demo.state = { room: 'experiments' }", &[]);
    let rows = page.texts(".runs tbody tr td.figure:nth-child(3)");
    rows.into_iter().skip(1).collect()
}

/// One's own colours, as `r,g,b,label` each.
fn own(page: &Visit) -> Value {
    page.js("const { own } = demo.state; return [own.classes, own.colours.match(/.{7}/g)?.length ?? 0]", &[])
}

/// Follows a link on the open page.
fn follow(page: &Visit, hash: &str) {
    page.js("location.hash = args[0]", &[json!(hash)]);
    page.wait("the way has been made", "!root.querySelector('.message progress').checkVisibility()");
    page.js("await new Promise((done) => setTimeout(done, 100))", &[]);
}

/// Sets so many colours in two classes.
fn colours(page: &Visit, n: u64, classes: [&str; 2]) {
    page.js(
        "demo.data = Array.from({ length: args[0] }, (_, i) => ({ r: i, g: 2 * i, b: 100, label: args[1][i % 2] }))",
        &[json!(n), json!(classes)],
    );
}

#[test]
fn back_shows_an_update_as_it_was_made_whatever_the_settings_are_by_now() {
    let page = open("en");
    page.train(19);
    let before = page.parameters();
    page.train(1);
    let after = page.parameters();
    page.js(
        "const { settings } = demo.state; demo.state = { settings: { ...settings, learningRate: 0.1, batch: 20 } }",
        &[],
    );
    let on_the_update = || {
        assert_eq!(
            page.js("return [demo.step, demo.state.at, demo.state.moves]", &[]),
            json!([20, "update", "20*full@0.01"])
        );
        assert!(page.parameters() == before, "the pass that it was made from");
    };
    page.keys("Shift+Space");
    on_the_update();
    // Back before it and on again is the same update; only the next is made with the new settings.
    page.keys("Shift+Space Space");
    on_the_update();
    page.keys("Space");
    assert!(page.parameters() == after, "and what it led to");
    page.train(1);
    assert_eq!(page.js("return demo.state.moves", &[]), "20*full@0.01_1*20@0.1");
}

#[test]
fn a_run_that_was_scrubbed_back_to_its_start_is_kept_by_a_new_beginning() {
    let page = open("en");
    page.train(50);
    let weights = page.parameters();
    page.js("await demo.goto(0)", &[]);
    page.click(parts::NEW_SEED);
    assert!(page.text(parts::MESSAGE).contains("50 steps"), "{}", page.text(parts::MESSAGE));
    page.click(".message button");
    page.js("await demo.goto(50)", &[]);
    assert!(page.parameters() == weights, "taken back");
    page.js("await demo.goto(0)", &[]);
    page.click(parts::NEW_SEED);
    assert_eq!(kept(&page), ["50"]);
}

#[test]
fn what_is_learned_after_a_new_beginning_is_kept_when_it_is_taken_back() {
    let page = open("en");
    page.train(40);
    page.keys("r");
    page.train(30);
    page.click(".message button");
    assert_eq!(page.text(parts::STEP), "40");
    assert_eq!(kept(&page), ["30"]);
}

#[test]
fn a_link_keeps_the_run_that_it_takes_the_place_of() {
    let page = open("en");
    page.train(50);
    for (hash, step) in [
        ("lang=en&seed=7&step=50&moves=50*full@0.01", "50"),
        ("lang=en&seed=7&step=9&moves=9*20@0.01", "9"),
        ("lang=en&hidden=16", "0"),
    ] {
        follow(&page, hash);
        assert_eq!(page.text(parts::STEP), step, "{hash}");
        assert!(page.text(parts::MESSAGE).is_empty(), "{}", page.text(parts::MESSAGE));
    }
    assert_eq!(kept(&page), ["9", "50", "50"]);
}

#[test]
fn a_link_that_tells_of_no_moves_means_the_settings_alone() {
    let page = open("en");
    page.js("demo.state = { settings: { ...demo.state.settings, learningRate: 0.1 } }", &[]);
    page.train(10);
    page.js("demo.state = { settings: { ...demo.state.settings, learningRate: 0.01 } }", &[]);
    page.train(10);
    follow(&page, "lang=en&step=15");
    assert_eq!(page.js("return [demo.step, demo.state.moves]", &[]), json!([15, "15*full@0.01"]));
    let words = page.text(".card");
    assert!(!words.contains("learned nothing"), "{words}");
}

#[test]
fn a_run_whose_opening_is_broken_off_stays_on_the_list() {
    let page = open("en");
    page.train(4000);
    page.keys("r");
    page.js("demo.state = { room: 'experiments' }", &[]);
    page.click(".runs tbody tr:nth-child(2) .acts button:first-child");
    page.js("demo.forward()", &[]);
    page.wait("it has ended", "!root.querySelector('.message progress').checkVisibility()");
    assert!(page.js("return demo.step", &[]).as_u64() < Some(4000));
    assert!(kept(&page).contains(&"4,000".to_owned()));
}

#[test]
fn a_link_leaves_the_colours_that_are_kept_in_the_browser_alone() {
    let page = open("en");
    colours(&page, 10, ["warm", "cold"]);
    let mine = own(&page);
    for hash in ["lang=en&seed=7", "lang=en&data=own&own=a.b~AAAAB"] {
        follow(&page, hash);
        page.js("demo.state = { settings: { ...demo.state.settings, data: 'dominant' } }", &[]);
        page.js("history.replaceState(null, '', location.pathname)", &[]);
        page.reload();
        page.js("await demo.ready", &[]);
        assert_eq!(own(&page), mine, "after {hash}");
    }
}

#[test]
fn colours_from_a_link_that_the_learner_changes_are_kept_beside_their_own() {
    let page = open("en");
    colours(&page, 10, ["warm", "cold"]);
    let mine = own(&page);
    follow(&page, "lang=en&room=colours&data=own&own=a.b~AAAAB");
    assert_eq!(own(&page), json!([["a", "b"], 1]));
    page.keys("2");
    assert_eq!(own(&page), json!([["a", "b"], 2]));
    page.js("history.replaceState(null, '', location.pathname)", &[]);
    page.reload();
    page.js("await demo.ready", &[]);
    assert_eq!(own(&page), json!([["a", "b"], 2]));
    page.click(".own .undo");
    assert_eq!(own(&page), mine);
}

#[test]
fn opening_a_run_of_earlier_colours_keeps_the_present_ones_for_an_undo() {
    let page = open("en");
    colours(&page, 10, ["warm", "cold"]);
    page.train(20);
    colours(&page, 15, ["warm", "cold"]);
    page.js("demo.state = { room: 'experiments' }", &[]);
    page.click(".runs tbody tr:nth-child(2) .acts button:first-child");
    page.wait("it is there", "demo.step === 20");
    assert_eq!(own(&page)[1], 10);
    page.click("[data-room=colours]");
    page.click(".own .undo");
    assert_eq!(own(&page)[1], 15);
}

#[test]
fn a_class_key_gives_the_class_to_the_colour_that_is_shown() {
    let page = open("en");
    colours(&page, 6, ["warm", "cold"]);
    page.js("demo.state = { room: 'colours', scope: 'batch', row: 4, color: [255, 255, 255] }", &[]);
    page.keys("2");
    assert_eq!(page.js("return demo.data[4]", &[]), json!({ "r": 4, "g": 8, "b": 100, "label": "cold" }));
    assert_eq!(page.js("return demo.data.length", &[]), 6);
}

#[test]
fn training_on_from_an_earlier_step_keeps_the_other_way_where_the_two_part() {
    let page = open("en");
    page.train(30);
    page.js("demo.state = { settings: { ...demo.state.settings, learningRate: 0.02 } }", &[]);
    page.train(30);
    page.js("demo.state = { settings: { ...demo.state.settings, learningRate: 0.01 } }", &[]);
    page.js("await demo.goto(27)", &[]);
    page.train(40);
    assert_eq!(page.js("return demo.state.moves", &[]), "67*full@0.01");
    assert_eq!(kept(&page), ["60"]);
}

#[test]
fn a_run_is_kept_to_its_last_step_wherever_the_learner_stands_in_it() {
    let page = open("en");
    page.train(5001);
    let weights = page.parameters();
    page.js("await demo.goto(10)", &[]);
    page.click(parts::NEW_SEED);
    assert_eq!(kept(&page), ["5,001"]);
    page.click(".runs tbody tr:nth-child(2) .acts button:first-child");
    page.wait("it is there", "demo.step === 5001");
    assert!(page.parameters() == weights);
}

#[test]
fn colours_survive_links_edits_and_reloads_in_any_order() {
    let page = open("en");
    colours(&page, 10, ["warm", "cold"]);
    let mine = own(&page);
    follow(&page, "lang=en&room=colours&data=own&own=a.b~AAAAB");
    page.keys("2");
    // The link is still in the address.
    page.reload();
    page.js("await demo.ready", &[]);
    page.js("demo.state = { color: [9, 9, 9] }", &[]);
    page.keys("1");
    page.js("history.replaceState(null, '', location.pathname)", &[]);
    page.reload();
    page.js("await demo.ready", &[]);
    let mut found = Vec::new();
    while !page.disabled(".own .undo") {
        page.click(".own .undo");
        found.push(own(&page));
    }
    assert!(found.contains(&mine), "{found:?}");
}

#[test]
fn a_name_given_to_a_run_stays_when_its_end_is_taken_back() {
    let page = open("en");
    page.train(40);
    page.keys("r");
    page.js("demo.state = { room: 'experiments' }", &[]);
    page.focus(".runs tbody tr:nth-child(2) input[type=text]");
    page.keys("Control+a m i n e Enter");
    page.click(".message button");
    assert_eq!(page.js("return root.querySelector('.runs tbody tr input[type=text]').value", &[]), "mine");
}
