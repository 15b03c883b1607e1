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
    page.click_cell("relu3", 8);
    page.click(parts::MENU);
    page.click(parts::LOG);
    page.keys("Escape");
    page.point_at_nothing();
    let state = page.js("return JSON.stringify(demo.state)", &[]);
    let (moment, parameters) = (page.moment(), page.parameters());
    let selected = page.number();
    assert_eq!(selected[0], "relu3.dout[0,8]");
    assert_eq!((moment.step.as_str(), moment.phase.as_str()), ("12", "backward"));
    page.keys("r");
    page.click(parts::MENU);
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
    for (language, words, link) in [("en", "not understood", "Link"), ("ja", "わからない", "リンク")]
    {
        // The words of another language come when it is wanted.
        page.js("demo.state = { lang: args[0] }", &[json!(language)]);
        page.wait(
            "its words have come",
            &format!("root.querySelector('{}').textContent === '{link}'", parts::LINK),
        );
        let found = told(&page, language, &RUBBISH);
        for ((rubbish, message), column) in RUBBISH.iter().zip(strings(&found[0])).zip(strings(&found[1])) {
            assert!(message.contains(words), "{rubbish}: {message}");
            assert_eq!(column, "affine1", "after {rubbish} the page goes on");
        }
    }
    assert_eq!(page.js("return {}.lang === undefined", &[]), true);
}

/// What can't be a state, one of each kind; tests/unit/states.test.js has the rest.
const RUBBISH: [&str; 7] = [
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

#[test]
fn not_even_what_json_can_not_write_throws() {
    let page = open("en");
    let rubbish = [
        "{ settings: { ...demo.state.settings, seed: 5n } }",
        "{ color: Object.assign([1, 2, 3], { 0: 5n }) }",
        "(() => { const settings = { ...demo.state.settings }; settings.self = settings; return { settings }; })()",
        "(() => { const state = {}; state.settings = state; return state; })()",
        "{ at: Symbol('at') }",
        "{ log: () => true }",
        "{ lesson: Object.create(null) }",
        "{ lesson: { toString() { throw new Error('told') } } }",
        "{ lesson: 'forward', settings: null }",
        "{ get color() { throw new Error('told') } }",
        "new Proxy({}, { ownKeys() { throw new Error('told') } })",
        "(() => { const { proxy, revoke } = Proxy.revocable([], {}); revoke(); return { color: proxy }; })()",
        "(() => { const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return proxy; })()",
        "{ settings: { hidden: new Array(2 ** 32 - 1) } }",
        "{ own: { classes: ['a', Object.create(null), 'b'], colours: '' } }",
        "{ chapters: Symbol('chapters') }",
    ];
    for (rubbish, message) in rubbish.iter().zip(strings(&told(&page, "en", &rubbish)[0])) {
        assert!(message.contains("not understood"), "{rubbish}: {message}");
    }
}

#[test]
fn colours_that_are_none_never_throw_out_of_the_setter_and_are_told() {
    let page = open("en");
    for (rubbish, words) in [
        ("null", "they are not a list"),
        ("Symbol('data')", "they are not a list"),
        (
            "(() => { const { proxy, revoke } = Proxy.revocable([], {}); revoke(); return proxy; })()",
            "they are not a list",
        ),
        ("[{ r: 1, g: 2, b: 3, label: NaN }]", "number 1"),
        ("[{ r: 1, g: 2, b: 3, label: Object.create(null) }]", "number 1"),
        ("[{ r: 1, g: 2, b: 3, label: Symbol('a') }]", "number 1"),
        ("[{ r: 1n, g: 2, b: 3, label: 'a' }]", "number 1"),
        ("[{ r: 1, g: 2, b: 3, get label() { throw new Error('told') } }]", "number 1"),
        ("new Array(2 ** 32 - 1)", "more than 100,000"),
        ("new Array(50_000)", "the list has gaps"),
        ("[, { r: 1, g: 2, b: 3, label: 'a' }]", "1"),
    ] {
        page.js(&format!("demo.data = {rubbish}"), &[]);
        let message = page.text(parts::MESSAGE);
        assert!(message.contains(words), "{rubbish}: {message}");
    }
    assert_eq!(page.js("return demo.data", &[]), json!([{ "r": 1, "g": 2, "b": 3, "label": "a" }]));
}

#[test]
fn a_call_with_what_it_can_not_use_fails_with_a_sentence() {
    let page = open("en");
    let answers = page.js(
        "const calls = [
            () => demo.link({ settings: null }),
            () => demo.link(null),
            () => demo.link({ lesson: 'nowhere' }),
            () => demo.link({ lesson: Object.create(null) }),
            () => demo.link({ get at() { throw 1 } }),
            () => demo.predict([, [1, 2, 3]]),
            () => demo.predict([[1, 2, Symbol('b')]]),
            () => demo.predict([[1, 2, 3n]]),
            () => demo.predict(new Proxy([[1, 2, 3]], { get() { throw 1 } })),
            () => demo.train(5n),
            () => demo.train(Object.create(null)),
            () => demo.goto(Symbol('step')),
            () => demo.value(Symbol('address')),
            () => demo.value(Object.create(null)),
            () => demo.tensor(null),
            () => demo.explain({}),
        ];
        const answers = [];
        for (const call of calls) {
            try {
                await call();
                answers.push(`nothing was said by ${call}`);
            } catch (problem) {
                if (typeof problem?.code !== 'string' || !problem.message.includes(' ')) answers.push(`${call}: ${problem}`);
            }
        }
        const moved = new URL(demo.link({ settings: { seed: 7 }, at: 'forward:loss' })).hash;
        return [answers, moved.includes('seed=7'), moved.includes('at=forward:loss')]",
        &[],
    );
    assert_eq!(answers, json!([[], true, true]));
}
