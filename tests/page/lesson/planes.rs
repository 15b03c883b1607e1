//! The plane of a perceptron and the six of a hidden layer: the sliders and the mouse move them, and the cube shows them.

use serde_json::json;

use super::{VERDICT, lesson, option, said};

/// How many colours the cube marks as wrong, and how many the line under the picture counts as wrong.
const WRONG: &str = "
    const cube = root.querySelector('.neuron .cube canvas').getAttribute('aria-label').match(/colours in the RGB cube, (\\d+)/);
    const [, right, of] = root.querySelector('.neuron .result-line').textContent.match(/(\\d+) of (\\d+)/);
    return [Number(cube[1]), of - right]";

#[test]
fn the_cube_marks_what_the_perceptron_gets_wrong_and_follows_its_sliders() {
    let page = lesson("limit.plane");
    let wrong = || page.js(WRONG, &[]);
    let before = wrong();
    assert_eq!(before[0], before[1]);
    page.focus("#neuron-3");
    page.keys("End");
    let after = wrong();
    assert_eq!(after[0], after[1]);
    assert_ne!(before, after);
    page.click(&option(0));
    assert_eq!(page.attribute(VERDICT, "data-mark"), "wrong");
    assert!(said(&page).starts_with("✕ Now it is"), "{}", said(&page));
}

#[test]
fn each_of_the_six_planes_is_connected_and_taken_away_by_a_press() {
    let page = lesson("limit.bend");
    let pressed = || {
        page.js(
            "return [...root.querySelectorAll('.plane-list button')].map((one) => one.ariaPressed === 'true')",
            &[],
        )
    };
    assert_eq!(pressed(), json!([true, false, false, false, false, false]));
    page.click(".plane-list button:nth-child(4)");
    page.click(".plane-list button:nth-child(1)");
    assert_eq!(pressed(), json!([false, false, false, true, false, false]));
    assert_eq!(page.attribute(VERDICT, "data-mark"), "");
    for neuron in [1, 2, 3, 5, 6] {
        page.click(&format!(".plane-list button:nth-child({neuron})"));
    }
    assert_eq!(page.attribute(VERDICT, "data-mark"), "right");
    assert!(page.text(".planes .result-line").starts_with("240 of 240"), "{}", page.text(".planes"));
}

#[test]
fn the_name_that_is_asked_for_is_hidden_until_it_is_answered() {
    let page = lesson("names.rule");
    let name = || page.js("return root.querySelector('.well .called').checkVisibility()", &[]);
    assert_eq!(name(), false);
    page.click(&option(2));
    assert_eq!(name(), true);
    assert_eq!(page.text(".well .called"), "tiffany blue");
}
