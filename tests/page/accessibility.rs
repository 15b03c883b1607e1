//! What a checker of accessibility finds on the page: nothing.

use crate::axe;
use crate::parts;
use crate::visit::open;

#[test]
fn axe_finds_nothing_in_japanese() {
    nothing_is_wrong("ja");
}

#[test]
fn axe_finds_nothing_in_english() {
    nothing_is_wrong("en");
}

/// Looks at the opening, in the middle of backward, at the list of keys, after training, and in the
/// other rooms; in the light and in the dark.
#[track_caller]
fn nothing_is_wrong(language: &str) {
    let page = open(language);
    axe::load(&page);
    let mut found = Vec::new();
    let mut look = |moment: &str| found.extend(axe::complaints(&page, moment, &["light", "dark"]));
    look("at the opening");
    page.click(&parts::phase("loss"));
    page.keys("Space Space Space Space");
    page.click_cell("relu3", 5);
    look("in the middle of backward");
    page.keys("Escape");
    page.click(parts::BATCH);
    page.keys("?");
    look("at the list of keys");
    page.keys("Escape");
    page.train(200);
    page.js("demo.state = { color: [9, 9, 9], nonsense: 1 }", &[]);
    look("after training, with a message");
    page.click("[data-room=colours]");
    page.click("[data-set=named]");
    look("in the room of colours");
    page.js("demo.data = [[255, 0, 0, 'warm'], [0, 0, 255, 'cool'], [0, 90, 200, 'cool']].map(([r, g, b, label]) => ({ r, g, b, label }))", &[]);
    look("with colours of one's own");
    page.click(".own .table");
    look("at the table that is read");
    page.keys("Escape");
    page.click("[data-room=experiments]");
    page.click("[data-setting=init] button[value=zeros]");
    look("in the room of experiments");
    page.click(parts::LINK);
    look("at the link");
    assert!(found.is_empty(), "{}", found.join("\n"));
}
