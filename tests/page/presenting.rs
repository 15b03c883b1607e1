//! Before a room, with a remote: what its keys do, and what they leave alone.

use serde_json::json;

use crate::visit::{Visit, open};

const BLACK: &str = "return root.querySelector('.black').matches(':popover-open')";

#[track_caller]
fn presents(page: &Visit) -> bool {
    page.js("return demo.state.present && root.querySelector('.app').classList.contains('enlarged')", &[])
        == true
}

#[test]
fn the_black_screen_keys_of_a_remote_hide_everything_until_the_next_key_or_click() {
    let page = open("en");
    page.click(".present-button");
    for key in ["b", "."] {
        page.keys(key);
        assert_eq!(page.js(BLACK, &[]), true, "{key}");
        let covered = page.js(
            "const { width, height } = root.querySelector('.black').getBoundingClientRect();
            return width >= innerWidth && height >= innerHeight && getComputedStyle(root.querySelector('.black')).backgroundColor === 'rgb(0, 0, 0)'",
            &[],
        );
        assert_eq!(covered, true);
        assert_eq!(page.js("return demo.state.selected", &[]), json!(null), "no number is opened");
        page.keys(key);
        assert_eq!(page.js(BLACK, &[]), false, "{key} again");
    }
    // Any other key brings the picture back, and does nothing else.
    page.keys("b PageDown");
    assert_eq!(page.js("return [demo.state.at, demo.state.present]", &[]), json!(["forward:data", true]));
    assert_eq!(page.js(BLACK, &[]), false);
    page.keys("b");
    page.click_in_window(600, 300);
    assert_eq!(page.js(BLACK, &[]), false);
    assert!(presents(&page));
    page.keys("PageDown PageDown PageUp");
    assert_eq!(page.js("return demo.state.at", &[]), "forward:affine1");
}

#[test]
fn elsewhere_b_follows_the_blame_and_a_point_does_nothing() {
    let page = open("en");
    page.keys("PageDown .");
    assert_eq!(page.js("return demo.state.selected", &[]), json!(null));
    page.keys("b");
    assert_eq!(page.js("return demo.state.selected", &[]), "loss.out");
    assert_eq!(page.js(BLACK, &[]), false);
}

#[test]
fn presenting_survives_f5_and_a_reload_and_ends_with_escape() {
    let page = open("en");
    page.visit("#at=forward:relu1&seed=7");
    page.click(".present-button");
    page.js("window.loaded = 'once'", &[]);
    page.keys("F5 PageDown");
    assert_eq!(page.js("return [window.loaded, demo.state.at]", &[]), json!(["once", "forward:affine2"]));
    assert!(presents(&page));
    // The browser's own button.
    page.reload();
    assert_eq!(page.js("return window.loaded ?? null", &[]), json!(null), "it has been loaded anew");
    assert!(presents(&page));
    page.keys("Escape");
    assert!(!presents(&page));
    page.reload();
    assert!(!presents(&page), "it was ended");
    // A new visit by that link does not begin so.
    page.keys("F5");
    page.click(".present-button");
    page.visit("?again#at=forward:relu1&seed=7");
    assert!(!presents(&page));
}

#[test]
fn escape_ends_presenting_in_the_lesson_too() {
    let page = open("en");
    page.visit("#lesson=neuron.sum");
    page.click(".present");
    page.keys("b");
    assert_eq!(page.js(BLACK, &[]), true);
    page.keys("b Escape");
    assert_eq!(page.js("return [demo.state.present, demo.state.lesson]", &[]), json!([false, "neuron.sum"]));
}
