//! One's own colours: made, learned, kept, taken away and brought back.

use serde_json::{Value, json};

use crate::parts;
use crate::saving::{catch, caught};
use crate::visit::{Visit, open, strings};

const OWN: &str = "[data-set=own]";
const ADD_CLASS: &str = ".own .add";
const UNDO_EDIT: &str = ".own .undo";
const NAMES: &str = ".class input";

/// The room of colours with nothing of one's own in it.
#[track_caller]
fn own() -> Visit {
    let page = open("en");
    page.click("[data-room=colours]");
    page.click(OWN);
    page
}

/// Presses the Tab key until the focus is on such an element.
#[track_caller]
fn tab_to(page: &Visit, css: &str) {
    for _ in 0..120 {
        page.keys("Tab");
        if page.js("return root.activeElement?.matches(args[0]) === true", &[json!(css)]) == true {
            return;
        }
    }
    panic!("the Tab key does not lead to {css}");
}

/// Types a text where the focus is.
#[track_caller]
fn type_text(page: &Visit, text: &str) {
    let keys: Vec<String> = text.chars().map(String::from).collect();
    page.keys(&keys.join(" "));
}

/// Puts colours into the set as an embedder would.
#[track_caller]
fn give(page: &Visit, colours: &[([u8; 3], &str)]) {
    let data: Vec<Value> =
        colours.iter().map(|([r, g, b], label)| json!({ "r": r, "g": g, "b": b, "label": label })).collect();
    page.js("demo.data = args[0]; demo.state = { room: 'colours' }", &[json!(data)]);
}

#[track_caller]
fn data(page: &Visit) -> Value {
    page.js("return demo.data", &[])
}

/// Twelve colours in four classes.
const TWELVE: [([u8; 3], usize); 12] = [
    ([255, 112, 32], 0),
    ([240, 80, 16], 0),
    ([255, 150, 0], 0),
    ([64, 192, 255], 1),
    ([17, 80, 192], 1),
    ([18, 40, 240], 1),
    ([32, 160, 48], 2),
    ([48, 192, 64], 2),
    ([20, 110, 30], 2),
    ([32, 17, 16], 3),
    ([12, 14, 30], 3),
    ([40, 40, 40], 3),
];
const FOUR: [&str; 4] = ["sunset", "sea", "wood", "night"];

#[test]
fn twelve_colours_in_four_classes_are_made_learned_kept_and_read_back_by_keyboard() {
    let page = open("en");
    page.keys("c");
    tab_to(&page, OWN);
    page.keys("Enter");
    tab_to(&page, ADD_CLASS);
    page.keys("Enter Enter");
    tab_to(&page, NAMES);
    for (i, name) in FOUR.iter().enumerate() {
        let at = format!("[aria-label='Name of class {}']", i + 1);
        if page.js("return root.activeElement?.matches(args[0])", &[json!(at)]) != true {
            tab_to(&page, &at);
        }
        page.keys("Control+a");
        type_text(&page, name);
        page.keys("Tab");
    }
    tab_to(&page, parts::LEVELS);
    page.keys("Enter");
    for ([r, g, b], label) in TWELVE {
        tab_to(&page, parts::NUMBERS[0]);
        for level in [r, g, b] {
            page.keys("Control+a");
            type_text(&page, &level.to_string());
            page.keys("Tab Tab");
        }
        // A digit belongs to a field while one types in it, and to the classes everywhere else.
        tab_to(&page, OWN);
        page.keys(&(label + 1).to_string());
    }
    let wanted: Vec<Value> = TWELVE
        .iter()
        .map(|([r, g, b], label)| json!({ "r": r, "g": g, "b": b, "label": FOUR[*label] }))
        .collect();
    assert_eq!(data(&page), json!(wanted));

    page.keys("t");
    page.wait(
        "all are named right",
        "root.querySelectorAll('.swatch-list .tile.miss').length === 0 && demo.step > 50",
    );
    page.keys("t");
    let answers = page.js(
        "return (await demo.predict(demo.data.map(({ r, g, b }) => [r, g, b]))).map(({ label }) => label)",
        &[],
    );
    assert_eq!(strings(&answers), TWELVE.map(|(_, label)| FOUR[label]));

    page.reload();
    page.js("await demo.ready", &[]);
    assert_eq!(data(&page), json!(wanted), "after a reload");
    assert_eq!(page.js("return demo.state.room", &[]), "colours");

    let table = saved(&page);
    tab_to(&page, ".own .clear");
    page.keys("Enter");
    assert_eq!(data(&page), json!([]));
    tab_to(&page, ".own .table");
    page.keys("Enter");
    paste(&page, &table);
    tab_to(&page, ".importer .primary");
    page.keys("Enter");
    assert_eq!(data(&page), json!(wanted), "out of the table");
}

/// The table that the page saves, by keyboard.
#[track_caller]
fn saved(page: &Visit) -> String {
    catch(page);
    tab_to(page, ".own .save");
    page.keys("Enter");
    let (name, text) = caught(page);
    assert_eq!(name, "irozuku-colours.csv");
    text
}

/// Pastes a text where the focus is, in the table's field.
#[track_caller]
fn paste(page: &Visit, text: &str) {
    page.js("root.activeElement.value = args[0]; root.activeElement.dispatchEvent(new Event('input', { bubbles: true }))", &[json!(text)]);
}

#[test]
fn a_swatch_is_put_into_another_class_and_removed_by_a_key_and_the_focus_stays() {
    let page = own();
    give(&page, &[([255, 0, 0], "a"), ([250, 9, 0], "a"), ([245, 0, 9], "a"), ([0, 0, 255], "b")]);
    page.focus(".swatch-list .tile");
    let first = page.js("return root.activeElement.style.background", &[]);
    page.keys("2");
    assert_eq!(page.js("return demo.data.filter(({ label }) => label === 'b').length", &[]), 2);
    let focused =
        |page: &Visit| page.js("return root.activeElement?.matches('.swatch-list .tile') === true", &[]);
    assert_eq!(focused(&page), true);
    assert_ne!(page.js("return root.activeElement.style.background", &[]), first);
    page.keys("Delete");
    assert_eq!(page.js("return demo.data.length", &[]), 3);
    assert_eq!(focused(&page), true);
    page.click(UNDO_EDIT);
    assert_eq!(page.js("return demo.data.length", &[]), 4);
    page.click(UNDO_EDIT);
    assert_eq!(page.js("return demo.data.filter(({ label }) => label === 'b').length", &[]), 1);
}

#[test]
fn the_classes_are_the_outputs_of_the_network() {
    let page = own();
    give(&page, &[([255, 0, 0], "a"), ([0, 255, 0], "b"), ([0, 0, 255], "c")]);
    let outputs = |page: &Visit| {
        page.click("[data-room=network]");
        let count = page.count("[data-column=softmax] .cell");
        page.click("[data-room=colours]");
        count
    };
    assert_eq!(outputs(&page), 3);
    for classes in 4..=12 {
        page.click(ADD_CLASS);
        let told = page.text(parts::MESSAGE);
        assert!(told.contains(&format!("{classes} output nodes")), "{told}");
        assert_eq!(outputs(&page), classes);
    }
    assert!(page.disabled(ADD_CLASS), "twelve are the most");
    page.train(7);
    page.click(".class:nth-of-type(1) .drop");
    let told = page.text(parts::MESSAGE);
    assert!(told.contains("11 output nodes") && told.contains("7 steps"), "{told}");
    assert_eq!(outputs(&page), 11);
    assert_eq!(page.js("return demo.data.map(({ label }) => label)", &[]), json!(["b", "c"]));
    page.click(UNDO_EDIT);
    assert_eq!((outputs(&page), page.js("return demo.data.length", &[])), (12, json!(3)));
}

#[test]
fn a_built_in_set_is_mixed_in() {
    let page = own();
    give(&page, &[([1, 2, 3], "night"), ([200, 9, 9], "red")]);
    page.js(
        "const mix = root.querySelector('.own .mix');
        mix.value = 'named';
        mix.dispatchEvent(new Event('change', { bubbles: true }))",
        &[],
    );
    let labels =
        page.js("return [demo.data.length, [...new Set(demo.data.map(({ label }) => label))].sort()]", &[]);
    assert_eq!(labels, json!([338, ["blue", "green", "night", "red"]]));
    // Of more than a hundred a fifth is kept back.
    assert_eq!(page.count(".swatch-list .tile.test"), 67);
}

#[test]
fn a_browser_that_keeps_nothing_says_so_and_loses_nothing_now() {
    for (name, word) in [("QuotaExceededError", "full"), ("SecurityError", "doesn’t let")] {
        let page = own();
        page.js(
            "Storage.prototype.setItem = () => { throw new DOMException('no', args[0]); }",
            &[json!(name)],
        );
        page.keys("1");
        assert!(page.text(parts::MESSAGE).contains(word), "{}", page.text(parts::MESSAGE));
        assert_eq!(page.js("return demo.data.length", &[]), 1);
    }
}

#[test]
fn without_colours_the_page_says_what_to_do() {
    let page = own();
    assert!(page.text(".sets .about").contains("No colours yet"));
    page.keys("t");
    assert!(page.text(parts::MESSAGE).contains("no colour to learn from"), "{}", page.text(parts::MESSAGE));
    page.click("[data-room=network]");
    page.keys("Space");
    page.click(parts::BATCH);
    assert_eq!(page.js("return demo.state.scope", &[]), "one");
}

#[test]
fn an_embedder_sets_and_gets_the_colours_and_is_told_of_bad_ones() {
    let page = open("en");
    assert_eq!(page.js("return [demo.data.length, demo.data[0].label.length > 2]", &[]), json!([260, true]));
    page.js(
        "demo.data = [{ r: 1, g: 2, b: 3, label: 'x' }, { r: 256, g: 0, b: 0, label: 'x' }, { r: 5, g: 5, b: 5, label: 7 }, null, { r: 1, g: 1, b: 1 }]",
        &[],
    );
    assert_eq!(
        data(&page),
        json!([{ "r": 1, "g": 2, "b": 3, "label": "x" }, { "r": 5, "g": 5, "b": 5, "label": "7" }])
    );
    assert!(page.text(parts::MESSAGE).contains("2, 4, 5"), "{}", page.text(parts::MESSAGE));
    let before = data(&page);
    page.js("demo.data = 'nothing'", &[]);
    assert_eq!(data(&page), before);
    let answers = page.js("return await demo.predict([[1, 2, 3], [250, 0, 0]])", &[]);
    let sum: f64 =
        answers[0]["probabilities"].as_array().expect("a list").iter().filter_map(Value::as_f64).sum();
    assert!((sum - 1.0).abs() < 1e-5);
    assert!(["x", "7"].contains(&answers[1]["label"].as_str().expect("a name")));
    for wrong in ["[[1, 2]]", "[[1, 2, 300]]", "'x'", "[['1', 2, 3]]"] {
        let refused = page.try_js(&format!("await demo.predict({wrong})"), &[]);
        assert!(refused.is_err_and(|sentence| sentence.contains("whole numbers from 0 to 255")), "{wrong}");
    }
}
