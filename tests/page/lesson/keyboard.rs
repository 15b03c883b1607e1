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

/// Whether an element that matches has the focus. While it has not, the next presses are the page's own; once it has, the
/// rest of them are kept from the page, so that several can be sent at once: a command for each would have the browser draw
/// a frame for each.
const FOCUSED: &str = "
    const focused = () => root.activeElement?.matches(args[0]) ?? false;
    removeEventListener('keydown', window.halt, true);
    window.halt = (event) => {
        if (!focused()) return;
        event.preventDefault();
        event.stopImmediatePropagation();
    };
    if (focused()) return true;
    addEventListener('keydown', window.halt, true);
    return false";

/// How many presses are sent at once.
const AT_ONCE: usize = 8;

#[track_caller]
fn press_until_focused(page: &Visit, key: &str, css: &str) {
    let (mut pressed, mut next) = (0, 1);
    while page.js(FOCUSED, &[json!(css)]) != true {
        assert!(pressed < STOPS, "{key} never leads to {css}");
        page.keys(&[key].repeat(next).join(" "));
        pressed += next;
        // What is near is reached by few.
        next = AT_ONCE.min(next * 2);
    }
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
