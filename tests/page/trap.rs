//! A trap of the core, made by an export of its instance that throws: the page says so, and goes on from where it was.

use serde_json::json;

use crate::parts;
use crate::visit::{Visit, open};

/// Lets the exports of the WebAssembly trap whose names `window.trap` holds.
const HOOK: &str = "
    const hooked = (instance) => {
        const exports = Object.fromEntries(Object.entries(instance.exports).map(([name, one]) =>
            [name, typeof one !== 'function' ? one : (...given) => {
                if (window.trap?.includes(name)) throw new WebAssembly.RuntimeError('unreachable');
                return one(...given);
            }]));
        return new Proxy(instance, { get: (_, key) => (key === 'exports' ? exports : Reflect.get(instance, key)) });
    };
    const { instantiate, instantiateStreaming } = WebAssembly;
    const both = (result) => (result instanceof WebAssembly.Instance ? hooked(result) : { module: result.module, instance: hooked(result.instance) });
    WebAssembly.instantiate = async (...given) => both(await instantiate(...given));
    WebAssembly.instantiateStreaming = async (...given) => both(await instantiateStreaming(...given));
    WebAssembly.Instance = new Proxy(WebAssembly.Instance, { construct: (Instance, given) => hooked(new Instance(...given)) });";

const RESTART: &str = ".message button:first-of-type";

/// The page, whose core can be made to trap.
#[track_caller]
fn fragile(language: &str) -> Visit {
    let page = open(language);
    page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": HOOK }));
    page.reload();
    page
}

#[track_caller]
fn says(page: &Visit, words: &str) {
    page.wait("it is said", &format!("root.querySelector('.message').textContent.includes('{words}')"));
    assert_eq!(page.attribute(".message", "role"), "alert");
}

#[test]
fn a_trap_in_the_middle_of_a_training_is_said_and_a_press_goes_on_from_there() {
    for (language, words) in
        [("en", "The computing part has stopped (unreachable)"), ("ja", "計算の部分が止まりました")]
    {
        let page = fragile(language);
        page.train(20);
        page.js("demo.state = { color: [9, 200, 30], settings: { batch: 20 } }", &[]);
        page.train(10);
        page.click(parts::LINK);
        page.wait("the dialog is open", "root.querySelector('.sharing')?.open");
        page.js("void demo.train(1e6).catch(() => {}); window.trap = ['lab_train', 'lab_summary']", &[]);
        says(&page, words);
        // No dialog hides it, and nothing else is done until it is restarted.
        assert_eq!(page.js("return root.querySelector('dialog[open]')", &[]), json!(null));
        let step = page.js("return demo.step", &[]);
        page.keys("t");
        page.keys("r");
        says(&page, words);
        assert_eq!(page.js("return demo.step", &[]), step);
        page.js("window.trap = null", &[]);
        page.focus(RESTART);
        page.keys("Enter");
        page.wait(
            "it is there again",
            &format!("root.querySelector('.message').hidden && demo.step === {step}"),
        );
        let moves = page.js("return demo.state.moves", &[]);
        assert!(
            moves.as_str().is_some_and(|moves| moves.starts_with("20*full@0.01_")),
            "the run is the same: {moves}"
        );
        assert_eq!(page.js("return demo.state.color", &[]), json!([9, 200, 30]));
        // It is the same run as without a trap.
        let after = page.parameters();
        page.visit(&format!("#lang={language}&batch=20&step={step}&moves={}", moves.as_str().unwrap_or("")));
        assert_eq!(page.parameters(), after);
    }
}

#[test]
fn a_trap_while_the_page_is_drawn_or_pointed_at_is_said_too() {
    let page = fragile("en");
    page.train(3);
    page.click(&parts::phase("loss"));
    for (export, act) in
        [("lab_predict", "demo.state = { color: [1, 2, 3] }"), ("lab_tensor", "demo.forward()")]
    {
        page.js(&format!("window.trap = ['{export}']; {act}"), &[]);
        says(&page, "Press “Restart”");
        page.js("window.trap = null", &[]);
        page.click(RESTART);
        page.wait("it is there again", "root.querySelector('.message').hidden && demo.step === 3");
    }
    assert_eq!(page.js("return demo.predict([[1, 2, 3]]).then((one) => one.length)", &[]), 1);
}

#[test]
fn what_was_made_outlasts_a_trap_and_a_reload_in_its_place() {
    let page = fragile("en");
    page.js(
        "demo.data = [{ r: 1, g: 2, b: 3, label: 'a' }, { r: 200, g: 2, b: 3, label: 'b' }];
        await demo.train(6)",
        &[],
    );
    let before = page.parameters();
    page.js("window.trap = ['lab_train']; await demo.train(5).catch(() => {})", &[]);
    says(&page, "What you made is kept");
    page.reload();
    assert_eq!((page.parameters(), page.js("return demo.step", &[])), (before, json!(6)));
    assert_eq!(page.js("return demo.data.length", &[]), 2);
}
