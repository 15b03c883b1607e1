//! Every number on display has an address, can be selected, and is the network's own.

use serde_json::json;

use crate::parts;
use crate::visit::{Visit, open};

#[test]
fn every_cell_with_a_number_carries_its_address_and_its_full_value() {
    let page = open("en");
    the_cells_are_true(&page, 3);
    page.keys("Space Space Space Space");
    the_cells_are_true(&page, 303);
    page.click(&parts::phase("loss"));
    the_cells_are_true(&page, 410);
    page.keys("Space Space Space Space Space");
    the_cells_are_true(&page, 410);
    page.click(&parts::phase("backward"));
    the_cells_are_true(&page, 410);
    page.keys("Space");
    the_cells_are_true(&page, 410);
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
    page.click(&parts::phase("loss"));
    for (column, node, address) in [
        ("affine1", 7, "affine1.out[0,7]"),
        ("softmax", 2, "softmax.out[0,2]"),
        ("loss", 0, "loss.out"),
        ("relu2", 99, "relu2.out[0,99]"),
    ] {
        page.click(&parts::cell(column, node));
        page.point_at_nothing();
        the_card_shows(&page, address);
        assert_eq!(page.js("return demo.state.selected", &[]), address);
    }
    // A number follows its place: the same address after a step of training has another value.
    page.click(&parts::cell("affine2", 40));
    page.point_at_nothing();
    let before = page.number();
    page.train(1);
    the_card_shows(&page, "affine2.out[0,40]");
    assert_ne!(page.number(), before);
}

#[test]
fn pointing_at_a_picture_shows_the_weight_under_the_pointer() {
    let page = open("en");
    for (column, rows, columns) in [("affine1", 3, 50), ("affine2", 50, 100), ("affine4", 50, 3)] {
        let canvas = parts::weights(column);
        let size = page.js(
            "const box = root.querySelector(args[0]).getBoundingClientRect(); return [box.width, box.height, box.x, box.y]",
            &[json!(canvas)],
        );
        let [width, height, x, y] = [0, 1, 2, 3].map(|i| size[i].as_f64().expect("it is a length"));
        for (row, node) in [(0, 0), (rows - 1, columns - 1), (rows / 2, columns / 3)] {
            // The pixel nearest to the middle, counted from the first whole one.
            let middle = |index: i32, count: i32, length: f64, from: f64| {
                (from + (f64::from(index) + 0.5) * length / f64::from(count)).round() as i64
                    - from.ceil() as i64
            };
            page.hover_at(&canvas, middle(node, columns, width, x), middle(row, rows, height, y));
            the_card_shows(&page, &format!("{column}.w[{row},{node}]"));
        }
    }
    page.hover_at(&parts::biases("affine3"), 1, 2);
    the_card_shows(&page, "affine3.b[0]");
    // A click keeps it, and marks it in the picture.
    page.click_at(&parts::weights("affine2"), 30, 20);
    page.point_at_nothing();
    let chosen = page.js("return demo.state.selected", &[]);
    let chosen = chosen.as_str().expect("one is selected");
    assert!(chosen.starts_with("affine2.w["));
    the_card_shows(&page, chosen);
    let marks = page.js(
        "return [...root.querySelectorAll('.mark')].filter((mark) => mark.checkVisibility()).length",
        &[],
    );
    assert_eq!(marks, 1);
}

#[test]
fn arrow_keys_move_among_cells_and_enter_selects() {
    let page = open("en");
    page.click(&parts::phase("loss"));
    page.focus(&parts::cell("affine1", 0));
    the_card_shows(&page, "affine1.out[0,0]");
    page.keys("ArrowRight");
    the_card_shows(&page, "affine1.out[0,1]");
    let across = page.js(
        "const tops = [...root.querySelectorAll('[data-column=affine1] .cell')].map((cell) => cell.offsetTop);
        return tops.filter((top) => top === tops[0]).length",
        &[],
    );
    page.keys("ArrowDown");
    let below = across.as_u64().unwrap_or_default() + 1;
    the_card_shows(&page, &format!("affine1.out[0,{below}]"));
    page.keys("End");
    the_card_shows(&page, "affine1.out[0,49]");
    page.keys("ArrowRight");
    the_card_shows(&page, "affine1.out[0,49]");
    page.keys("ArrowLeft Enter");
    page.point_at_nothing();
    the_card_shows(&page, "affine1.out[0,48]");
    // The space bar goes on walking.
    page.click(&parts::phase("forward"));
    page.focus(&parts::cell("affine1", 3));
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
    page.focus(&parts::cell("relu1", 0));
    page.keys("Tab");
    let next = page.js("return root.activeElement.closest('[data-column]').dataset.column", &[]);
    assert_eq!(next, "affine2");
}

/// As many cells show a number as are expected, and each is the one at its address.
#[track_caller]
fn the_cells_are_true(page: &Visit, count: usize) {
    let found = page.js(
        "const cells = [...root.querySelectorAll('.cell')].filter((cell) => cell.dataset.address || cell.dataset.value);
        const readable = (text) => Number(text.replace('−', '-').replace('≈', ''));
        return {
            count: new Set(cells.map((cell) => cell.dataset.address)).size,
            wrong: cells.filter((cell) => {
                const value = demo.value(cell.dataset.address);
                const shown = cell.textContent;
                const close = shown === '' || Math.abs(readable(shown) - value) <= Math.max(0.0051, Math.abs(value) * 0.051);
                return cell.dataset.value !== String(value) || !close;
            }).map((cell) => cell.outerHTML),
        }",
        &[],
    );
    assert_eq!(found, json!({ "count": count, "wrong": [] }), "at {}", page.text(parts::TITLE));
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
