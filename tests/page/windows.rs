//! Numbers of pictures: walked to by keyboard, opened as grids of their windows, and followed to a weight of a kernel.

use serde_json::{Value, json};

use crate::axe;
use crate::visit::{Visit, open};

const HEADING: &str = ".heading";
const OPEN: &str = ".heading code";
/// The cell of the first Convolution that the keyboard moves.
const CELL: &str = ".column[data-column=conv1] .live";
/// More steps than there are from the loss to a weight.
const FAR: usize = 30;

/// The patterns, with forward made up to the first Convolution, or everything.
#[track_caller]
fn patterns(language: &str, at: &str) -> Visit {
    let page = open(language);
    page.js(
        "demo.state = { settings: { data: 'patterns' } }; demo.state = { at: args[0] }; await demo.ready",
        &[json!(at)],
    );
    page.wait("the pictures are there", "root.querySelector('.column[data-column=conv1]')");
    page
}

/// What the open number's grids show: the sums of the windows with the bias, how many cells, how many past the border, and the
/// channels' names.
#[track_caller]
fn grids(page: &Visit) -> Value {
    page.js(
        "const windows = [...root.querySelectorAll('.window')];
        const shown = windows.flatMap((one) => [...one.querySelectorAll('.pixel')]);
        const sum = (all) => all.reduce((sum, one) => sum + Number(one.dataset.part ?? 0), 0);
        const rest = root.querySelector('.windows > .term .part');
        const bias = root.querySelector('.sum > .operand')?.dataset.value ?? 0;
        const value = Number(root.querySelector('.result').dataset.value);
        const products = shown.filter((one) => one.querySelectorAll('[data-value]').length === 2).every((one) => {
            const [x, w] = [...one.querySelectorAll('[data-value]')].map((operand) => demo.value(operand.dataset.address));
            return Math.abs(x * w - Number(one.dataset.part)) < 1e-6;
        });
        return {
            right: Math.abs(sum(shown) + Number(rest?.dataset.part ?? 0) + Number(bias) - value) < 1e-4 && products,
            channels: windows.map((one) => one.querySelector('b').textContent),
            cells: shown.length,
            border: shown.filter((one) => one.classList.contains('border')).length,
            // A product's sign is seen without its colour: a frame is solid or dashed.
            signs: shown.every((one) => one.classList.contains('border') || (getComputedStyle(one).borderTopStyle === 'dashed') === Number(one.dataset.part) < 0),
        }",
        &[],
    )
}

#[test]
fn a_number_of_a_picture_is_opened_by_keyboard_and_its_window_is_walked() {
    let page = patterns("en", "forward:conv1");
    page.focus(CELL);
    page.keys("PageDown PageDown PageDown ArrowDown ArrowDown ArrowDown ArrowDown ArrowDown");
    page.keys("ArrowRight ArrowRight ArrowRight ArrowRight ArrowRight ArrowRight ArrowRight");
    let label = page.attribute(CELL, "aria-label");
    assert!(
        label.as_str().is_some_and(|label| label.starts_with("Conv1, channel 3, row 5, column 7: ")),
        "{label}"
    );
    page.keys("PageUp");
    assert_eq!(page.attribute(CELL, "data-address"), "conv1.out[0,2,5,7]");
    page.keys("PageDown Enter");
    assert_eq!(page.text(OPEN), "conv1.out[0,3,5,7]");
    assert_eq!(
        grids(&page),
        json!({ "right": true, "channels": ["R", "G", "B"], "cells": 27, "border": 0, "signs": true })
    );
    page.focus(HEADING);
    page.keys("ArrowRight ArrowRight ArrowRight ArrowRight ArrowRight");
    assert_eq!(page.text(OPEN), "conv1.out[0,3,5,11]", "the walk ends at the edge");
    assert_eq!(grids(&page)["border"], 9, "a column of each channel lies past the border");
    page.keys("ArrowUp PageDown");
    assert_eq!(page.text(OPEN), "conv1.out[0,4,4,11]");
    for (key, address) in [
        ("ArrowLeft", "conv1.out[0,4,4,10]"),
        ("ArrowDown", "conv1.out[0,4,5,10]"),
        ("ArrowRight", "conv1.out[0,4,5,11]"),
        ("ArrowUp", "conv1.out[0,4,4,11]"),
    ] {
        page.click(&format!("[data-walk={key}]"));
        assert_eq!(page.text(OPEN), address);
        assert_eq!(grids(&page)["right"], true, "{address}");
    }
    assert_eq!(
        page.js("return demo.state.at", &[]),
        "forward:conv1",
        "the keys of the window do not walk the layers"
    );
}

#[test]
fn of_many_channels_the_rest_is_folded_until_it_is_asked_for_also_backward() {
    let page = patterns("ja", "backward:conv1");
    for (address, all, border) in
        [("conv2.out[0,3,0,5]", 8, 5 * 8), ("conv2.dx[0,3,0,4]", 12, 3 * 12), ("conv1.dx[0,1,4,4]", 8, 0)]
    {
        page.js("demo.state = { selected: args[0] }", &[json!(address)]);
        assert_eq!(page.text(OPEN), address);
        let few = grids(&page);
        assert_eq!((&few["right"], &few["cells"]), (&json!(true), &json!(18)), "{address}: {few}");
        page.click(".windows .link");
        let many = grids(&page);
        assert_eq!(
            (&many["right"], &many["cells"], &many["border"]),
            (&json!(true), &json!(9 * all), &json!(border)),
            "{address}"
        );
    }
    page.js("demo.state = { selected: 'pool1.out[0,3,2,2]' }", &[]);
    let ringed = page.js("return root.querySelector('.pixel.largest [data-value]').dataset.value", &[]);
    let value = page.js("return String(demo.value('pool1.out[0,3,2,2]'))", &[]);
    assert_eq!((ringed, page.count(".pool .pixel")), (value, 4));
}

#[test]
fn blame_leads_from_the_loss_to_a_weight_of_a_kernel_and_back() {
    let page = patterns("en", "forward:loss");
    page.keys("b");
    let mut way = vec![page.text(OPEN)];
    assert_eq!(way[0], "loss.out");
    while !way.last().is_some_and(|address| address.starts_with("conv1.w[")) {
        assert!(way.len() < FAR, "it does not come to a kernel: {way:?}");
        page.keys("b");
        way.push(page.text(OPEN));
    }
    let through = |layer: &str| way.iter().any(|address| address.starts_with(&format!("{layer}.")));
    for layer in ["softmax", "affine1", "pool2", "conv2", "pool1", "conv1"] {
        assert!(through(layer), "the way leads through {layer}: {way:?}");
    }
    assert_eq!(
        page.text(".heading .meaning"),
        "a weight of a kernel: the same at every place of the picture"
    );
    for address in way.iter().rev().skip(1) {
        page.keys("Backspace");
        assert_eq!(page.text(OPEN), *address);
    }
}

#[test]
fn while_presenting_a_remotes_keys_walk_the_layers_and_not_the_channels() {
    let page = patterns("en", "forward:conv1");
    page.js("demo.state = { present: true, selected: 'conv1.out[0,3,5,7]' }", &[]);
    page.focus(HEADING);
    page.keys("PageDown");
    assert_eq!(
        page.js("return [demo.state.at, demo.state.selected]", &[]),
        json!(["forward:relu1", "conv1.out[0,3,5,7]"])
    );
}

#[test]
fn a_checker_of_accessibility_finds_nothing_wrong_with_the_windows() {
    let page = patterns("en", "backward:conv1");
    axe::load(&page);
    let mut found = Vec::new();
    for address in ["conv1.out[0,3,0,7]", "conv2.dx[0,3,0,4]", "pool1.out[0,3,2,2]", "conv1.dw[2,0,1,1]"] {
        page.js("demo.state = { selected: args[0] }", &[json!(address)]);
        found.extend(axe::complaints(&page, address, &["light", "dark"]));
    }
    assert_eq!(found, Vec::<String>::new());
}
