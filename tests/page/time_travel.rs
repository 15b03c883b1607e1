//! Going to any step of a run, and on from there.

use serde_json::{Value, json};

use crate::parts;
use crate::visit::{Visit, open};

/// All weights and biases, bit for bit.
fn weights(page: &Visit) -> Value {
    page.parameters()
}

#[test]
fn the_arrow_keys_scrub_through_the_run_and_the_curve_stays() {
    let page = open("en");
    page.train(200);
    let (last, curve) = (weights(&page), curve(&page));
    page.focus(parts::SCRUBBER);
    page.keys("ArrowLeft ArrowLeft ArrowLeft");
    assert_eq!(page.text(parts::STEP), "197");
    assert_eq!(page.attribute(parts::SCRUBBER, "aria-valuetext"), "step 197 of 200");
    assert_ne!(self::curve(&page), curve, "the dot has gone back");
    assert_ne!(weights(&page), last);
    page.keys("ArrowRight ArrowRight ArrowRight ArrowRight");
    assert_eq!(page.text(parts::STEP), "200", "nobody has been further");
    assert_eq!(weights(&page), last);
    assert_eq!(self::curve(&page), curve, "what lay ahead is drawn as before");
    page.keys("Home");
    assert_eq!(page.text(parts::STEP), "0");
}

#[test]
fn a_number_that_is_open_is_shown_as_it_was_at_that_step() {
    let page = open("en");
    page.train(50);
    let address = "softmax.dx[0,1]";
    page.js("demo.state = { selected: args[0] }", &[json!(address)]);
    let then = page.number();
    page.train(70);
    assert_ne!(page.number(), then);
    page.js("return await demo.goto(50)", &[]);
    assert_eq!(page.number(), then);
}

#[test]
fn before_any_training_there_is_nowhere_to_go() {
    let page = open("en");
    assert!(page.disabled(parts::SCRUBBER));
    for step in ["-1", "1.5", "NaN", "'many'", "undefined"] {
        let refused = page.try_js(&format!("await demo.goto({step})"), &[]);
        assert!(refused.is_err_and(|sentence| sentence.contains("whole number")), "goto({step})");
    }
    page.js("return await demo.goto(0)", &[]);
    assert_eq!(page.text(parts::STEP), "0");
}

/// The curve of the loss as it is drawn.
fn curve(page: &Visit) -> Value {
    page.drawn(parts::LOSS_PLOT)
}
