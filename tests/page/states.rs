//! The state as a plain object: taken, given back, and given wrongly.

use serde_json::{Value, json};

use crate::parts;
use crate::visit::{Visit, open, strings};

#[test]
fn a_state_leads_back_to_where_it_was_taken() {
    let page = open("en");
    page.train(12);
    page.click(&parts::swatch([233, 63, 127]));
    page.click(&parts::phase("loss"));
    page.keys("Space Space Space Space");
    page.click(&parts::cell("relu3", 8));
    page.click(parts::LOG);
    page.point_at_nothing();
    let state = page.js("return JSON.stringify(demo.state)", &[]);
    let (moment, parameters) = (page.moment(), page.parameters());
    let selected = page.number();
    assert_eq!(selected[0], "relu3.dout[0,8]");
    assert_eq!((moment.step.as_str(), moment.phase.as_str()), ("12", "backward"));
    page.keys("r");
    page.click(parts::NEW_SEED);
    page.click(&parts::swatch([0, 255, 0]));
    page.js("demo.state = JSON.parse(args[0])", std::slice::from_ref(&state));
    page.wait("the way has been made", "demo.step === 12");
    assert_eq!(page.moment(), moment);
    assert!(page.parameters() == parameters);
    assert_eq!(page.number(), selected);
    assert_eq!(page.js("return JSON.stringify(demo.state)", &[]), state);
    assert_eq!(page.js("return root.querySelector('.message').checkVisibility()", &[]), false);
}

#[test]
fn a_change_of_the_state_is_told_to_whoever_listens() {
    let page = open("en");
    let heard = page.js(
        "let heard = null;
        demo.addEventListener('statechange', (event) => { heard = event.detail; });
        demo.forward();
        return [heard.at, demo.state.at, heard === demo.state]",
        &[],
    );
    assert_eq!(heard, json!(["forward:affine1", "forward:affine1", false]));
    // What is read is a copy.
    page.js("demo.state.color[0] = 9; demo.state.settings.hidden.push(1)", &[]);
    assert_eq!(
        page.js("return [demo.state.color, demo.state.settings.hidden]", &[]),
        json!([[122, 66, 94], [50, 100, 50]])
    );
}

#[test]
fn rubbish_in_the_state_is_told_on_the_page() {
    let page = open("en");
    for (language, words) in [("en", "not understood"), ("ja", "わからない")] {
        let found = told(&page, language, &RUBBISH);
        for ((rubbish, message), column) in RUBBISH.iter().zip(strings(&found[0])).zip(strings(&found[1])) {
            assert!(message.contains(words), "{rubbish}: {message}");
            assert_eq!(column, "affine1", "after {rubbish} the page goes on");
        }
    }
    assert_eq!(page.js("return {}.lang === undefined", &[]), true);
}

/// What can't be a state, one of each kind; tests/unit/states.test.js has the rest.
const RUBBISH: [&str; 8] = [
    "null",
    "'state'",
    "{ nonsense: 1 }",
    "{ color: [300, -1, 2] }",
    "{ color: [1n, 2n, 3n] }",
    "{ at: Symbol('at') }",
    "{ settings: { ...demo.state.settings, hidden: [0, -5, 3.2] } }",
    "(() => { const state = {}; state.settings = state; return state; })()",
];

/// Gives the page one state after another: the message that is seen, and the column it then steps to.
#[track_caller]
fn told(page: &Visit, language: &str, states: &[&str]) -> Value {
    let states: Vec<_> = states.iter().map(|state| format!("() => ({state})")).collect();
    page.js(
        &format!(
            "const found = [{}].map((make) => {{
                demo.reset();
                demo.state = {{ lang: args[0], at: 'forward:data' }};
                demo.state = make();
                const message = root.querySelector(args[1]);
                const shown = message.checkVisibility() ? message.textContent : 'nothing';
                demo.forward();
                return [shown, root.querySelector('[data-current]')?.dataset.column ?? 'none'];
            }});
            return [0, 1].map((i) => found.map((one) => one[i]))",
            states.join(", ")
        ),
        &[json!(language), json!(parts::MESSAGE)],
    )
}
