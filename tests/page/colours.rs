//! Picking a colour, in every way there is: the network's answer follows at once.

use serde_json::json;

use crate::parts;
use crate::visit::{Visit, open};

const RED: [u8; 3] = [255, 0, 0];

#[test]
fn a_swatch_picks_its_colour_and_the_answer_follows() {
    let page = open("en");
    for (rgb, hex) in
        [(RED, "#ff0000"), ([0, 255, 0], "#00ff00"), ([0, 0, 255], "#0000ff"), ([233, 63, 127], "#e93f7f")]
    {
        let before = page.texts(parts::SHARES);
        page.click(&parts::swatch(rgb));
        assert_eq!(page.text(parts::HEX), hex);
        assert_eq!(page.attribute(&parts::swatch(rgb), "aria-pressed"), "true");
        assert_eq!(levels(&page), rgb);
        assert_ne!(page.texts(parts::SHARES), before);
        the_answer_is_the_networks(&page);
    }
    assert_eq!(page.count(".swatches [aria-pressed=true]"), 1);
}

#[test]
fn arrow_keys_move_a_slider_by_one() {
    let page = open("en");
    page.click(parts::LEVELS);
    page.focus(parts::SLIDERS[0]);
    page.keys("ArrowRight ArrowRight ArrowRight ArrowLeft");
    assert_eq!(levels(&page), [124, 66, 94]);
    page.keys("End ArrowRight");
    assert_eq!(levels(&page), [255, 66, 94]);
    page.focus(parts::SLIDERS[2]);
    page.keys("Home ArrowLeft");
    assert_eq!(levels(&page), [255, 66, 0]);
    assert_eq!(page.text(parts::HEX), "#ff4200");
    the_answer_is_the_networks(&page);
}

#[test]
fn a_typed_number_is_used_at_once_and_kept_inside_its_range() {
    let page = open("en");
    page.click(parts::LEVELS);
    for (typed, used, left) in [("200", 200, "200"), ("999", 255, "255"), ("-5", 0, "0"), ("7.4", 7, "7")] {
        page.write(parts::NUMBERS[1], typed);
        assert_eq!(page.text(parts::HEX), format!("#7a{used:02x}5e"), "while {typed} is in the field");
        the_answer_is_the_networks(&page);
        page.focus(parts::SLIDERS[0]);
        let shown = page.js("return root.querySelector(args[0]).value", &[json!(parts::NUMBERS[1])]);
        assert_eq!(shown, left, "after {typed}");
    }
}

#[test]
fn an_emptied_field_changes_nothing_and_fills_itself_again() {
    let page = open("en");
    page.click(parts::LEVELS);
    page.focus(parts::NUMBERS[0]);
    page.keys("Control+a Delete");
    assert_eq!(page.text(parts::HEX), "#7a425e");
    page.keys("Tab");
    assert_eq!(levels(&page), [122, 66, 94]);
    let shown = page.js("return root.querySelector(args[0]).value", &[json!(parts::NUMBERS[0])]);
    assert_eq!(shown, "122");
    // Letters that are shortcuts elsewhere are not, in a field.
    page.focus(parts::NUMBERS[0]);
    page.keys("Space t r");
    assert_eq!(page.moment().column, None, "no step was made");
    assert_eq!(page.attribute(parts::PLAY, "aria-pressed"), "false");
}

#[test]
fn the_browsers_own_picker_picks_a_colour() {
    let page = open("en");
    page.js(
        "const picker = root.querySelector(args[0]);
        picker.value = '#1080f0';
        picker.dispatchEvent(new Event('input', { bubbles: true }))",
        &[json!(parts::NATIVE)],
    );
    assert_eq!(page.text(parts::HEX), "#1080f0");
    assert_eq!(levels(&page), [16, 128, 240]);
    the_answer_is_the_networks(&page);
}

#[test]
fn the_teachers_word_changes_the_loss() {
    let page = open("en");
    page.click(parts::LEVELS);
    page.click(&parts::phase("loss"));
    let mut losses = Vec::new();
    for (i, label) in parts::LABELS.iter().enumerate() {
        page.click(label);
        assert_eq!(page.attribute(label, "aria-pressed"), "true");
        let moment = page.moment();
        assert_eq!(moment.column.as_deref(), Some("loss"), "one stays where one is");
        let loss = moment.loss().expect("the loss is shown");
        let share = moment.tensor("softmax.out")[i];
        assert!((loss + share.ln()).abs() < 1e-4, "{loss} is −ln {share}");
        losses.push(loss);
    }
    assert!(losses[0] != losses[1] && losses[1] != losses[2]);
    // Another colour asks its own teacher again.
    page.click(&parts::swatch([0, 0, 255]));
    assert_eq!(page.attribute(parts::LABELS[2], "aria-pressed"), "true");
}

#[test]
fn a_colour_without_a_largest_channel_asks_for_the_right_answer() {
    let page = open("en");
    page.click(parts::LEVELS);
    let tie = |page: &Visit| page.text(parts::TIE).contains("share the largest value");
    assert!(!tie(&page));
    for channel in parts::NUMBERS {
        page.write(channel, "128");
    }
    assert!(tie(&page));
    page.click(parts::LABELS[1]);
    assert!(!tie(&page), "now there is an answer");
    page.click(&parts::phase("loss"));
    let loss = page.moment();
    assert!((loss.loss().unwrap_or_default() + loss.tensor("softmax.out")[1].ln()).abs() < 1e-4);
    page.click(&parts::swatch(RED));
    assert!(!tie(&page));
}

#[test]
fn a_dot_of_the_data_picks_its_colour() {
    let page = open("en");
    page.focus(parts::TILE);
    for (keys, by_mouse) in
        [("Home", false), ("ArrowDown ArrowRight", true), ("End", false), ("ArrowLeft ArrowUp", true)]
    {
        page.keys(keys);
        let rgb = dot(&page);
        // By the keyboard, and by the mouse where the dot is drawn.
        if by_mouse {
            let place = page.js(
                "const [dot, all] = args.map((css) => root.querySelector(css).getBoundingClientRect());
                return [dot.x + dot.width / 2 - all.x, dot.y + dot.height / 2 - all.y].map(Math.floor)",
                &[json!(parts::TILE), json!(parts::TILES)],
            );
            let [x, y] = [0, 1].map(|i| place[i].as_i64().expect("a place is a number"));
            page.click_at(parts::TILES, x, y);
        } else {
            page.keys("Enter");
        }
        assert_eq!(levels(&page), rgb[..], "{keys}");
        the_answer_is_the_networks(&page);
        page.focus(parts::TILE);
    }
}

/// The colour of the dot in focus, as its name says it: `RGB(1, 2, 3)` and the rest.
#[track_caller]
fn dot(page: &Visit) -> Vec<u8> {
    let label = page.attribute(parts::TILE, "aria-label");
    let label = label.as_str().expect("a dot has a name");
    let inner = label.split(['(', ')']).nth(1).expect("a dot tells its colour");
    inner.split(", ").filter_map(|level| level.parse().ok()).collect()
}

#[test]
fn picking_a_colour_leaves_the_batch() {
    let page = open("en");
    page.keys("Space");
    page.click(parts::BATCH);
    assert!(page.disabled(parts::LABELS[0]), "the teacher has spoken for every colour of the data");
    page.click(&parts::swatch(RED));
    assert_eq!(page.attribute(parts::ONE_COLOUR, "aria-pressed"), "true");
    assert_eq!(levels(&page), RED);
}

/// Where the sliders stand.
#[track_caller]
fn levels(page: &Visit) -> [u8; 3] {
    let levels = page
        .js("return args[0].map((css) => Number(root.querySelector(css).value))", &[json!(parts::SLIDERS)]);
    [0, 1, 2]
        .map(|i| levels[i].as_u64().and_then(|level| level.try_into().ok()).expect("a level from 0 to 255"))
}

/// The bars show what comes out of Softmax when the colour is walked there, and make 100 %.
#[track_caller]
fn the_answer_is_the_networks(page: &Visit) {
    let precise = page.js(
        "return [...root.querySelectorAll(args[0])].map((bar) => Number(bar.dataset.value))",
        &[json!(parts::SHARES)],
    );
    let shown = page.moment().percentages();
    page.js("demo.state = { at: 'forward:softmax' }", &[]);
    let computed = page.js("return [...demo.tensor('softmax.out').data]", &[]);
    assert_eq!(precise, computed);
    for (shown, computed) in shown.iter().zip(computed.as_array().into_iter().flatten()) {
        assert!((shown - computed.as_f64().unwrap_or(9.0) * 100.0).abs() < 0.0501, "{shown} for {computed}");
    }
    let input = page.js("return [...demo.tensor('data.out').data]", &[]);
    assert_eq!(input, json!(levels(page)));
    let sum: f64 = shown.iter().sum();
    assert!((sum - 100.0).abs() < 0.11, "{shown:?}");
}
