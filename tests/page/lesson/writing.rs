//! Writing it oneself: the code is run against the core's own values, told what is wrong, and then runs the layer.

use serde_json::json;

use super::{CODE, RUN, SKIP, VERDICT, enter, kept, lesson, said, wait_until_settled, wait_until_wrong};
use crate::parts;
use crate::visit::Visit;

/// Writes a function's body and has it checked.
#[track_caller]
fn check(page: &Visit, code: &str) {
    page.js("const area = root.querySelector(args[0]); area.value = args[1]; area.dispatchEvent(new Event('input'))", &[json!(CODE), json!(code)]);
    page.click(RUN);
    page.wait(
        "it is told",
        "root.querySelector('.verdicts').dataset.mark !== '' && !root.querySelector('.run').disabled",
    );
}

/// The columns whose numbers the learner's code has computed.
#[track_caller]
fn mine(page: &Visit) -> serde_json::Value {
    page.js("return [...root.querySelectorAll('[data-column]')].filter((one) => one.querySelector('.mine').textContent).map((one) => one.dataset.column)", &[])
}

/// Counts the workers that the learner's code runs in.
#[track_caller]
fn count_workers(page: &Visit) {
    page.js(
        "window.workers = { begun: 0, ended: 0 };
        globalThis.Worker = class extends Worker {
            constructor(source) {
                super(source);
                workers.begun += 1;
            }
            terminate() {
                super.terminate();
                workers.ended += 1;
            }
        }",
        &[],
    );
}

/// Does something that has the learner's code compute another pass, and waits until it has.
#[track_caller]
fn compute_again(page: &Visit, state: &str) {
    page.js(&format!("window.before = workers.ended; demo.state = {state}"), &[]);
    page.wait("their code has run", "workers.ended > before && workers.begun === workers.ended");
}

/// Waits until the learner's code has computed a column.
#[track_caller]
fn wait_until_mine(page: &Visit, column: &str) {
    let marked = format!("root.querySelector('[data-column={column}] .mine').textContent === '✎'");
    page.wait("their code has computed it", &marked);
}

const AFFINE: &str = "return b.map((bias, j) => x.reduce((sum, value, i) => sum + value * w[i][j], bias));";

#[test]
fn what_is_wrong_with_a_function_is_told_with_the_case_that_shows_it() {
    let page = lesson("forward.affine");
    for (step, code, told) in [
        (
            "forward.affine",
            "return b.map((_, j) => x.reduce((s, v, i) => s + v * w[i][j], 0));",
            "bias b[j] is not added",
        ),
        ("forward.affine", "return 54.1;", "a list of numbers"),
        ("forward.affine", "return [1, 2, 3];", "number of numbers"),
        ("forward.affine", "return [[54.1]];", "list within the list"),
        ("forward.affine", "return [54.2];", "it should be [54.1]"),
        ("forward.affine", "", "Nothing is returned"),
        ("forward.affine", "return 'many';", "is not a number"),
        ("forward.affine", "return [x[0] * q];", "line 1"),
        ("forward.affine", "const a = 1;\nreturn [", "can’t be read"),
        ("forward.affine", "while (true) {}", "within a second"),
        ("forward.affine", "return fetch('/');", "fetch can’t be used"),
        ("forward.affine", "return document.title;", "document can’t be used"),
        ("forward.affine", "importScripts('/core.js')", "importScripts can’t be used"),
        ("forward.affine", "return new Array(2 ** 27).fill(0);", "too much memory"),
        ("forward.affine", "Array.prototype.map = null; return b;", "can’t be changed"),
        ("forward.relu", "return x.map((v) => v);", "goes through unchanged"),
        (
            "forward.softmax",
            "const e = x.map(Math.exp); const s = e.reduce((a, b) => a + b); return e.map((v) => v / s);",
            "Subtract the largest",
        ),
        ("forward.softmax", "return x.map(() => 1);", "add up to 1"),
        ("loss.write", "return Math.log(y[t.indexOf(1)]);", "minus is missing"),
        ("backward.relu", "return dout;", "Every gradient passes"),
        ("backward.relu", "return dout.map((d, i) => (x[i] < 0 ? 0 : d));", "exactly 0"),
    ] {
        enter(&page, step);
        check(&page, code);
        assert_eq!(page.attribute(VERDICT, "data-mark"), "wrong", "{code}");
        assert!(said(&page).contains(told), "{code}\n{}", said(&page));
    }
    assert_eq!(page.js("return Array.prototype.map === [].map && typeof [].map", &[]), "function");
    page.js("demo.state = { lesson: '' }", &[]);
    assert_eq!(mine(&page), json!([]));
}

#[test]
fn a_function_that_is_right_computes_its_layers_in_the_scene() {
    let page = lesson("forward.affine");
    check(&page, AFFINE);
    assert_eq!(page.attribute(VERDICT, "data-mark"), "right", "{}", said(&page));
    wait_until_mine(&page, "affine1");
    page.js("demo.state = { lesson: '', at: 'forward:loss' }", &[]);
    wait_until_mine(&page, "affine4");
    assert_eq!(mine(&page), json!(["affine1", "affine2", "affine3", "affine4"]));
    let apart = page.js(
        "const core = [...demo.tensor('affine2.out[0]')?.data];
        return Math.max(...args[0].map(([, value], i) => Math.abs(Number(value) - core[i])))",
        &[json!(page.numbers_of("affine2"))],
    );
    assert!(apart.as_f64() < Some(1e-3), "{apart}");
    // Another colour is another pass.
    page.click(&parts::swatch([255, 0, 0]));
    wait_until_mine(&page, "affine1");
    // The microscope shows whose number it is.
    page.js("demo.state = { selected: 'affine1.out[0,0]' }", &[]);
    assert!(page.text(".written-by").contains("x.reduce"), "{}", page.text(".written-by"));
}

#[test]
fn the_scene_really_shows_what_the_learners_code_has_computed() {
    let page = lesson("forward.relu");
    // Right within the tolerance, and to be told from the core's own numbers.
    check(&page, "return x.map((v) => (v > 0 ? v * 1.00005 : 0));");
    assert_eq!(page.attribute(VERDICT, "data-mark"), "right", "{}", said(&page));
    wait_until_mine(&page, "relu1");
    let shares = page.js(
        "return [...demo.tensor('relu1.out[0]').data].flatMap((value, i) => (value > 0 ? [Number(args[0][i][1]) / value] : []))",
        &[json!(page.numbers_of("relu1"))],
    );
    for share in shares.as_array().expect("a list") {
        assert!((share.as_f64().expect("a number") - 1.00005).abs() < 1e-6, "{share}");
    }
}

#[test]
fn code_that_fails_where_it_was_not_examined_is_told_and_the_core_computes_again() {
    let page = lesson("forward.affine");
    check(&page, &format!("if (b.length > 60) return b; {AFFINE}"));
    assert_eq!(page.attribute(VERDICT, "data-mark"), "right");
    page.wait("it is told", "root.querySelector('.message p').textContent.includes('affine')");
    assert_eq!(mine(&page), json!([]));
    // It is told once.
    page.click(parts::DISMISS);
    count_workers(&page);
    compute_again(&page, "{ color: [255, 0, 0] }");
    assert_eq!(page.text(parts::MESSAGE), "");
    assert_eq!(mine(&page), json!([]));
}

#[test]
fn what_was_written_is_kept_and_computes_after_a_reload() {
    let page = lesson("forward.affine");
    check(&page, AFFINE);
    page.reload();
    page.js("demo.state = { at: 'forward:affine1' }", &[]);
    wait_until_mine(&page, "affine1");
    enter(&page, "forward.affine");
    assert_eq!(page.js("return root.querySelector(args[0]).value", &[json!(CODE)]), AFFINE);
    // What is being changed is kept, too.
    page.js("const area = root.querySelector(args[0]); area.value = 'return b;'; area.dispatchEvent(new Event('input'))", &[json!(CODE)]);
    page.reload();
    page.js("demo.state = { at: 'forward:affine1' }", &[]);
    wait_until_mine(&page, "affine1");
    enter(&page, "forward.affine");
    assert_eq!(page.js("return root.querySelector(args[0]).value", &[json!(CODE)]), "return b;");
}

#[test]
fn an_answer_that_was_shown_is_not_marked_as_the_learners_until_they_run_it() {
    let page = lesson("forward.relu");
    page.click(SKIP);
    wait_until_settled(&page);
    assert!(said(&page).contains("Run and check"), "{}", said(&page));
    assert_eq!(mine(&page), json!([]));
    assert!(
        page.js("return root.querySelector(args[0]).value", &[json!(CODE)])
            .as_str()
            .expect("code")
            .contains("Math.max")
    );
    page.click(RUN);
    wait_until_mine(&page, "relu1");
    assert_eq!(kept(&page, "forward.relu"), "shown");
}

#[test]
fn lines_to_begin_with_lose_nothing_that_was_written() {
    let page = lesson("forward.affine");
    page.write(CODE, "my own start");
    page.click(".frame-in");
    let code = page.js("return root.querySelector(args[0]).value", &[json!(CODE)]);
    let code = code.as_str().expect("a text");
    assert!(code.starts_with("const out = [];") && code.contains("my own start"), "{code}");
    page.click(RUN);
    wait_until_wrong(&page);
}

#[test]
fn every_answer_that_can_be_shown_is_right() {
    let page = lesson("forward.affine");
    for step in ["forward.affine", "forward.relu", "forward.softmax", "loss.write", "backward.relu"] {
        enter(&page, step);
        page.click(SKIP);
        page.click(RUN);
        page.wait("it is checked", "!root.querySelector('.run').disabled");
        assert_ne!(page.attribute(VERDICT, "data-mark"), "wrong", "{step}: {}", said(&page));
    }
    let solved = page.js(
        "return Object.keys(localStorage).filter((key) => key.startsWith('irozuku.lesson/solved/')).length",
        &[],
    );
    assert_eq!(solved, 5);
}

#[test]
fn showing_the_answer_keeps_what_was_written_and_takes_no_mark_away() {
    let page = lesson("forward.relu");
    page.write(CODE, "// my idea");
    page.click(SKIP);
    let code = page.js("return root.querySelector(args[0]).value", &[json!(CODE)]);
    assert!(
        code.as_str().is_some_and(|code| code.contains("Math.max") && code.contains("my idea")),
        "{code}"
    );
    check(&page, "return x.map((v) => (v > 0 ? v : 0)); // mine");
    enter(&page, "forward.walk");
    enter(&page, "forward.relu");
    page.click(SKIP);
    wait_until_settled(&page);
    let code = page.js("return root.querySelector(args[0]).value", &[json!(CODE)]);
    assert_eq!(code, "return x.map((v) => (v > 0 ? v : 0)); // mine");
    assert_eq!(mine(&page), json!(["relu1"]));
}

#[test]
fn right_code_stays_right_where_numbers_are_at_their_limits() {
    let page = lesson("loss.write");
    check(&page, "return -Math.log(y[t.indexOf(1)]);");
    enter(&page, "forward.affine");
    check(&page, AFFINE);
    page.js("demo.state = { lesson: '' }", &[]);
    count_workers(&page);
    for settings in [
        "{ init: { kind: 'he' }, seed: 1 }",
        "{ init: { kind: 'gaussian', std: 5 } }",
        "{ init: { kind: 'he' }, learningRate: 0.05 }",
    ] {
        page.js(
            &format!("demo.state = {{ settings: {{ ...demo.state.settings, ...{settings} }}, step: 0 }}"),
            &[],
        );
        page.train(20);
        for color in [[122, 66, 94], [0, 0, 0], [255, 255, 255], [1, 2, 3], [254, 255, 253]] {
            compute_again(&page, &format!("{{ color: {color:?}, at: 'forward:loss' }}"));
            assert!(!page.text(parts::MESSAGE).contains("Your code"), "{settings} {color:?}");
        }
    }
    let solved = page.js(
        "return Object.keys(localStorage).filter((key) => key.startsWith('irozuku.lesson/solved/')).length",
        &[],
    );
    assert_eq!(solved, 2);
}
