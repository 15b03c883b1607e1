//! The keyboard alone: finding a control with Tab, a number with the arrows, writing key by key.

use serde_json::json;

use crate::parts;
use crate::visit::Visit;

/// More stops than the page has.
const STOPS: usize = 120;

/// Presses Tab until an element that matches has the focus.
#[track_caller]
pub fn tab_to(page: &Visit, css: &str) {
    press_until_focused(page, "Tab", css);
}

/// Presses Shift+Tab until an element that matches has the focus.
#[track_caller]
pub fn tab_back_to(page: &Visit, css: &str) {
    press_until_focused(page, "Shift+Tab", css);
}

#[track_caller]
fn press_until_focused(page: &Visit, key: &str, css: &str) {
    for _ in 0..STOPS {
        if page.js("return root.activeElement?.matches(args[0]) ?? false", &[json!(css)]) == true {
            return;
        }
        page.keys(key);
    }
    panic!("{key} never leads to {css}");
}

/// Writes a text, key by key, into what has the focus.
#[track_caller]
pub fn write(page: &Visit, text: &str) {
    let keys: Vec<String> =
        text.chars().map(|c| if c == ' ' { "Space".to_owned() } else { c.to_string() }).collect();
    page.keys(&keys.join(" "));
}

/// Selects a node of a column with Tab, the arrows and Enter.
#[track_caller]
pub fn select(page: &Visit, column: &str, node: usize) {
    tab_to(page, &parts::first_cell(column));
    let keys = ["Home"].into_iter().chain(std::iter::repeat_n("ArrowRight", node)).chain(["Enter"]);
    page.keys(&keys.collect::<Vec<_>>().join(" "));
}
