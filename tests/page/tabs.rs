//! Several tabs of one browser: nothing solved, written or coloured in one is lost by another.

use serde_json::{Value, json};

use crate::visit::{Visit, open};

/// One's own colours, as `r,g,b label` each, in any order.
#[track_caller]
fn colours(page: &Visit) -> Value {
    page.js(
        "const { own } = demo.state;
        return (own.colours.match(/.{7}/g) ?? []).map((one) => `${one.slice(0, 6)} ${own.classes[one[6]]}`).sort()",
        &[],
    )
}

/// Puts colours into the first class, as a learner does: picked, then the key 1.
#[track_caller]
fn colour(page: &Visit, levels: &[u8]) {
    page.js("demo.state = { room: 'colours' }", &[]);
    page.wait("the room is open", "root.querySelector('[data-set=own]').checkVisibility()");
    if page.js("return demo.state.settings.data", &[]) != "own" {
        page.click("[data-set=own]");
    }
    for level in levels {
        page.js("demo.state = { color: [args[0], 0, 0] }", &[json!(level)]);
        page.keys("1");
    }
}

/// What is kept of the lesson, by key.
#[track_caller]
fn lesson(page: &Visit) -> Value {
    page.js(
        "return Object.fromEntries(Object.entries(localStorage).filter(([key]) => /lesson.(code|solved|steps)/.test(key)).map(([key, value]) => [key.replace('irozuku.lesson/', ''), value]))",
        &[],
    )
}

#[test]
fn two_colours_in_the_second_tab_stay_beside_the_three_of_the_first() {
    let page = open("en");
    let first = page.open_tab("");
    let second = page.switch_tab(first);
    colour(&page, &[1, 2, 3]);
    let names = page.js("return demo.state.own.classes", &[]);
    let first = page.switch_tab(second);
    colour(&page, &[4, 5]);
    let name = names[0].as_str().expect("a class has a name");
    let all: Vec<String> = (1..=5).map(|level| format!("{level:02x}0000 {name}")).collect();
    page.wait("the second tab shows all", "demo.state.own.colours.length === 5 * 7");
    assert_eq!(colours(&page), json!(all));
    page.switch_tab(first);
    page.wait("the first tab shows all", "demo.state.own.colours.length === 5 * 7");
    assert_eq!(colours(&page), json!(all));
    page.reload();
    assert_eq!(colours(&page), json!(all), "and after a reload");
}

#[test]
fn one_key_in_the_second_tab_leaves_the_exercises_of_the_first() {
    let page = open("en");
    page.visit("#lang=en&lesson=forward.relu");
    let first = page.open_tab("#lang=en&lesson=forward.affine");
    let second = page.switch_tab(first);
    let relu = "return x.map((value) => Math.max(0, value));";
    page.write(".written textarea", relu);
    page.click(".run");
    page.wait("it is solved", "localStorage.getItem('irozuku.lesson/solved/relu') !== null");
    page.switch_tab(second);
    page.focus(".written textarea");
    page.keys("x");
    page.wait("it is kept", "localStorage.getItem('irozuku.lesson/code/affine') !== null");
    let kept = lesson(&page);
    assert_eq!((&kept["code/relu"], &kept["solved/relu"]), (&json!(relu), &json!(relu)));
    assert_eq!(kept["steps/forward.relu"], "right");
    assert!(kept["code/affine"].as_str().expect("it is written").contains('x'));
    // What was solved in the first tab computes in the second, too.
    page.js("demo.state = { at: 'forward:loss' }", &[]);
    page.wait(
        "the learner's ReLU computes",
        "root.querySelector('[data-column=relu1]').textContent.includes('✎')",
    );
}

#[test]
fn undoing_an_edit_leaves_what_another_tab_has_coloured() {
    let page = open("en");
    let first = page.open_tab("");
    colour(&page, &[1]);
    let second = page.switch_tab(first);
    page.wait("it is heard", "demo.state.own.colours.length === 7");
    colour(&page, &[2]);
    page.switch_tab(second);
    page.wait("it is heard", "demo.state.own.colours.length === 14");
    page.click(".own .undo");
    let left = colours(&page);
    assert!(left.as_array().is_some_and(|left| left.len() == 1), "{left}");
    assert!(left[0].as_str().is_some_and(|one| one.starts_with("020000")), "{left}");
}

#[test]
fn colours_of_another_tab_do_not_end_what_is_learned_here() {
    let page = open("en");
    colour(&page, &[1, 2]);
    page.train(30);
    let first = page.open_tab("");
    colour(&page, &[3]);
    let second = page.switch_tab(first);
    page.js("await new Promise((done) => { addEventListener('storage', done, { once: true }); setTimeout(done, 300); })", &[]);
    assert_eq!(page.js("return [demo.step, demo.data.length]", &[]), json!([30, 2]));
    // The next change brings them.
    colour(&page, &[4]);
    assert_eq!(page.js("return demo.data.length", &[]), 4);
    page.close_tab(second);
    page.wait("the other tab has them, too", "demo.data.length === 4");
}
