//! Whatever is begun anew, opened or followed: what the learner made is still to be had.

use serde_json::{Value, json};

use crate::visit::{Visit, open};

/// One's own colours, as `r,g,b,label` each.
fn own(page: &Visit) -> Value {
    page.js("const { own } = demo.state; return [own.classes, own.colours.match(/.{7}/g)?.length ?? 0]", &[])
}

/// Follows a link on the open page.
fn follow(page: &Visit, hash: &str) {
    page.js(
        "const followed = new Promise((done) => addEventListener('hashchange', done, { once: true }));
        location.hash = args[0];
        await followed",
        &[json!(hash)],
    );
    page.wait("the way has been made", "!root.querySelector('.message progress').checkVisibility()");
}

/// Sets so many colours in two classes.
fn colours(page: &Visit, n: u64, classes: [&str; 2]) {
    page.js(
        "demo.data = Array.from({ length: args[0] }, (_, i) => ({ r: i, g: 2 * i, b: 100, label: args[1][i % 2] }))",
        &[json!(n), json!(classes)],
    );
}

#[test]
fn a_link_leaves_the_colours_that_are_kept_in_the_browser_alone() {
    let page = open("en");
    colours(&page, 10, ["warm", "cold"]);
    let mine = own(&page);
    for hash in ["lang=en&seed=7", "lang=en&data=own&own=a.b~AAAAB"] {
        follow(&page, hash);
        page.js("demo.state = { settings: { ...demo.state.settings, data: 'dominant' } }", &[]);
        page.js("history.replaceState(null, '', location.pathname)", &[]);
        page.reload();
        page.js("await demo.ready", &[]);
        assert_eq!(own(&page), mine, "after {hash}");
    }
}

#[test]
fn colours_from_a_link_that_the_learner_changes_are_kept_beside_their_own() {
    let page = open("en");
    colours(&page, 10, ["warm", "cold"]);
    let mine = own(&page);
    follow(&page, "lang=en&room=colours&data=own&own=a.b~AAAAB");
    assert_eq!(own(&page), json!([["a", "b"], 1]));
    page.keys("2");
    assert_eq!(own(&page), json!([["a", "b"], 2]));
    page.js("history.replaceState(null, '', location.pathname)", &[]);
    page.reload();
    page.js("await demo.ready", &[]);
    assert_eq!(own(&page), json!([["a", "b"], 2]));
    page.click(".own .undo");
    assert_eq!(own(&page), mine);
}

#[test]
fn a_class_key_gives_the_class_to_the_colour_that_is_shown() {
    let page = open("en");
    colours(&page, 6, ["warm", "cold"]);
    page.js("demo.state = { room: 'colours', scope: 'batch', row: 4, color: [255, 255, 255] }", &[]);
    page.keys("2");
    assert_eq!(page.js("return demo.data[4]", &[]), json!({ "r": 4, "g": 8, "b": 100, "label": "cold" }));
    assert_eq!(page.js("return demo.data.length", &[]), 6);
}

#[test]
fn colours_survive_links_edits_and_reloads_in_any_order() {
    let page = open("en");
    colours(&page, 10, ["warm", "cold"]);
    let mine = own(&page);
    follow(&page, "lang=en&room=colours&data=own&own=a.b~AAAAB");
    page.keys("2");
    // The link is still in the address.
    page.reload();
    page.js("await demo.ready", &[]);
    page.js("demo.state = { color: [9, 9, 9] }", &[]);
    page.keys("1");
    page.js("history.replaceState(null, '', location.pathname)", &[]);
    page.reload();
    page.js("await demo.ready", &[]);
    let mut found = Vec::new();
    while !page.disabled(".own .undo") {
        page.click(".own .undo");
        found.push(own(&page));
    }
    assert!(found.contains(&mine), "{found:?}");
}
