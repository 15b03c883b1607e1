//! Every number on display has an address, can be selected, and is the network's own.

use serde_json::json;

use crate::moment;
use crate::parts;
use crate::visit::{Visit, open};

#[test]
fn every_cell_with_a_number_carries_its_address_and_its_full_value() {
    let page = open("en");
    // At the opening the whole answer is there; from the first step on, only what was computed.
    the_cells_are_true(&page, 410);
    page.keys("Space");
    the_cells_are_true(&page, 53);
    page.keys("Space Space Space");
    the_cells_are_true(&page, 303);
    page.click(&parts::phase("loss"));
    page.keys("Space Space Space Space Space");
    the_cells_are_true(&page, 410);
    page.click(&parts::phase("backward"));
    page.keys("Space");
    the_cells_are_true(&page, 410);
    page.click(&parts::phase("backward"));
    page.click(parts::BATCH);
    page.click(&parts::phase("backward"));
    page.js("demo.state = { row: 239 }", &[]);
    the_cells_are_true(&page, 410);
    assert!(page.moment().numbers.iter().any(|(address, _)| address == "relu1.dout[239,49]"));
    page.train(7);
    the_cells_are_true(&page, 410);
}

#[test]
fn clicking_a_cell_shows_its_address_and_its_value() {
    let page = open("en");
    for (at, column, node, address) in [
        ("forward:affine1", "affine1", 7, "affine1.out[0,7]"),
        ("forward:affine2", "affine2", 27, "affine2.out[0,27]"),
        ("forward:loss", "softmax", 2, "softmax.out[0,2]"),
        ("forward:loss", "loss", 0, "loss.out"),
        ("forward:loss", "relu2", 99, "relu2.out[0,99]"),
        ("backward:relu2", "relu2", 0, "relu2.dout[0,0]"),
    ] {
        page.js("demo.state = { at: args[0] }", &[json!(at)]);
        page.click_cell(column, node);
        page.point_at_nothing();
        the_card_shows(&page, address);
        assert_eq!(page.js("return demo.state.selected", &[]), address);
    }
    // A number follows its place: the same address after a step of training has another value.
    page.click_cell("relu3", 40);
    page.point_at_nothing();
    page.js("demo.state = { selected: 'affine2.out[0,40]' }", &[]);
    let before = page.number();
    page.train(1);
    the_card_shows(&page, "affine2.out[0,40]");
    assert_ne!(page.number(), before);
}

#[test]
fn pointing_at_a_picture_shows_the_weight_under_the_pointer() {
    let page = open("en");
    for (column, rows, columns) in [("affine1", 3, 50), ("affine2", 50, 100), ("affine4", 50, 3)] {
        for (row, node) in [(0, 0), (rows - 1, columns - 1), (rows / 2, columns / 3)] {
            page.hover_weight(column, row, node);
            the_card_shows(&page, &format!("{column}.w[{row},{node}]"));
        }
        page.point_at_nothing();
    }
    page.hover_weight("affine3", -1, 0);
    the_card_shows(&page, "affine3.b[0]");
    page.point_at_nothing();
    // A click keeps it, and marks it in the picture.
    page.click_weight("affine2", 20, 30);
    assert_eq!(page.js("return demo.state.selected", &[]), "affine2.w[20,30]");
    let marks = page.js(
        "return [...root.querySelectorAll('.mark')].filter((mark) => mark.checkVisibility()).length",
        &[],
    );
    assert_eq!(marks, 1);
    page.point_at_nothing();
    the_card_shows(&page, "affine2.w[20,30]");
}

#[test]
fn arrow_keys_move_among_cells_and_enter_selects() {
    let page = open("en");
    page.click(&parts::phase("loss"));
    page.focus(&parts::first_cell("affine1"));
    the_card_shows(&page, "affine1.out[0,0]");
    page.keys("ArrowRight");
    the_card_shows(&page, "affine1.out[0,1]");
    let across = page.attribute("[data-column=affine1] [role=grid]", "aria-colcount");
    let across: usize = across.as_str().and_then(|count| count.parse().ok()).expect("it is a number");
    assert!((2..50).contains(&across), "{across} side by side");
    page.keys("ArrowDown");
    let below = across + 1;
    the_card_shows(&page, &format!("affine1.out[0,{below}]"));
    page.keys("End");
    the_card_shows(&page, "affine1.out[0,49]");
    page.keys("ArrowRight");
    the_card_shows(&page, "affine1.out[0,49]");
    page.keys("ArrowLeft Enter");
    page.point_at_nothing();
    the_card_shows(&page, "affine1.out[0,48]");
    // The space bar goes on walking.
    page.keys("Escape");
    page.click(&parts::phase("forward"));
    page.focus_cell("affine1", 3);
    the_card_shows(&page, "affine1.out[0,3]");
    page.keys("Space");
    assert_eq!(page.moment().column.as_deref(), Some("loss"));
}

#[test]
fn arrow_keys_move_in_a_picture_of_weights_and_enter_selects() {
    let page = open("en");
    page.focus(&parts::picture("affine1"));
    the_card_shows(&page, "affine1.w[0,0]");
    page.keys("ArrowRight ArrowRight ArrowDown ArrowLeft");
    the_card_shows(&page, "affine1.w[1,1]");
    page.keys("End ArrowRight");
    the_card_shows(&page, "affine1.w[1,49]");
    // Under the last row are the biases.
    page.keys("ArrowDown ArrowDown ArrowDown");
    the_card_shows(&page, "affine1.b[49]");
    page.keys("ArrowUp Enter");
    page.point_at_nothing();
    the_card_shows(&page, "affine1.w[2,49]");
}

#[test]
fn the_tab_key_stops_once_in_a_column() {
    let page = open("en");
    page.click(&parts::phase("loss"));
    page.focus_cell("relu1", 7);
    page.keys("Tab");
    let next = page.js("return root.activeElement.closest('[data-column]').dataset.column", &[]);
    assert_eq!(next, "affine2");
}

/// As many numbers are there as are expected; each is the one at its address, and is called by its value.
#[track_caller]
fn the_cells_are_true(page: &Visit, count: usize) {
    let mut found = Vec::new();
    for column in moment::COLUMNS {
        for [address, value, name] in page.numbers_of(column) {
            assert_eq!(address.is_null(), value.is_null(), "{column}: {name}");
            if !address.is_null() {
                found.push([address, value, name]);
            }
        }
    }
    let wrong = page.js(
        "const readable = (text) => Number(text.replace('−', '-').replace('≈', ''));
        return args[0].filter(([address, value, name]) => {
            const wanted = demo.value(address);
            // A name that has a colon has the number behind it; the others end with it.
            const said = name.includes(': ') ? name.split(': ')[1].split(/, | → /)[0] : name.split(' ').at(-1).replace('%', '');
            const close = name.endsWith('%') ? Math.abs(readable(said) - wanted * 100) <= 0.051 : Math.abs(readable(said) - wanted) <= Math.max(0.0051, Math.abs(wanted) * 0.051);
            return value !== String(wanted) || !close;
        })",
        &[json!(found)],
    );
    assert_eq!(wrong, json!([]), "at {}", page.text(parts::TITLE));
    let distinct: std::collections::HashSet<_> = found.iter().map(|one| one[0].as_str()).collect();
    assert_eq!(distinct.len(), count, "at {}", page.text(parts::TITLE));
}

/// The card shows this address, and the value at it.
#[track_caller]
fn the_card_shows(page: &Visit, address: &str) {
    let [shown, precise, short] = page.number();
    assert_eq!(shown, address);
    let value =
        page.js("const value = demo.value(args[0]); return [String(value), value]", &[json!(address)]);
    assert_eq!(precise, value[0]);
    let (short, value) = (
        short.replace('−', "-").parse::<f64>().expect("it is a number"),
        value[1].as_f64().unwrap_or_default(),
    );
    assert!((short - value).abs() <= value.abs() * 0.006, "{short} for {value}");
}
