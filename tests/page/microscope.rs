//! An open number stays right whatever happens to the network.

use serde_json::{Value, json};

use crate::equation::*;
use crate::parts;
use crate::visit::open;

#[test]
fn another_colour_changes_the_open_equation_at_once() {
    let page = open("en");
    select(&page, "affine1.out[0,7]");
    let before = the_arithmetic_is_right(&page);
    page.click(parts::LEVELS);
    page.focus(parts::SLIDERS[1]);
    page.keys("ArrowRight");
    let after = the_arithmetic_is_right(&page);
    assert_ne!(after.equation, before.equation);
    assert!(after.equation.contains("67 × "), "{}", after.equation);
    page.js("demo.state = { color: [0, 255, 17] }", &[]);
    let green = the_arithmetic_is_right(&page);
    assert!(green.equation.contains("255 × ") && green.equation.contains("17 × "), "{}", green.equation);
    // The backward numbers and the update are of the new colour, too.
    for address in ["softmax.dx[0,1]", "affine4.db[1]", "affine4.b_new[1]"] {
        select(&page, address);
        let before = the_arithmetic_is_right(&page);
        page.js("demo.state = { color: [250, 10, 60] }", &[]);
        assert_ne!(the_arithmetic_is_right(&page).equation, before.equation, "{address}");
        page.js("demo.state = { color: [0, 255, 17] }", &[]);
        assert_eq!(the_arithmetic_is_right(&page).equation, before.equation, "{address}");
    }
    // And another row of a batch is another number, which the open one does not become.
    page.js("demo.state = { scope: 'batch' }", &[]);
    select(&page, "affine1.out[17,7]");
    the_arithmetic_is_right(&page);
    page.js("demo.state = { row: 18 }", &[]);
    assert_eq!(the_arithmetic_is_right(&page).address, "affine1.out[17,7]");
}

#[test]
fn an_open_number_stays_right_while_the_network_learns() {
    let page = open("en");
    // At higher speeds words are written a few times a second only.
    page.js("demo.state = { speed: 'slow' }", &[]);
    for address in ["affine3.out[0,5]", "loss.out", "affine4.db[1]", "affine4.b_new[1]"] {
        select(&page, address);
        let before = the_arithmetic_is_right(&page);
        let step = page.js("return demo.state.step", &[]).as_u64().unwrap_or_default();
        page.keys("t");
        page.wait("some steps are made", &format!("demo.state.step > {}", step + 1));
        for _ in 0..3 {
            // An update is made after a frame, and the next frame shows it.
            page.js(
                "await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))",
                &[],
            );
            assert_eq!(the_arithmetic_is_right(&page).address, address);
        }
        page.keys("t");
        page.js("await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))", &[]);
        let after = the_arithmetic_is_right(&page);
        assert_eq!(after.address, address);
        assert_ne!(after.equation, before.equation);
    }
    // Walking with a number open shows it on through the pass and the update.
    page.keys("Space Space PageDown");
    the_arithmetic_is_right(&page);
    page.js("demo.state = { at: 'update' }", &[]);
    the_arithmetic_is_right(&page);
    page.keys("Shift+Space");
    the_arithmetic_is_right(&page);
}

#[test]
fn a_number_that_is_no_longer_there_closes_quietly() {
    let page = open("en");
    for (address, change) in [
        ("affine4.w[0,0]", "{ settings: { hidden: [] } }"),
        ("affine1.out[0,40]", "{ settings: { hidden: [4, 4] } }"),
        ("relu2.out[0,3]", "{ settings: { hidden: [4] } }"),
    ] {
        page.js("demo.state = { settings: { hidden: [50, 100, 50] } }", &[]);
        select(&page, address);
        the_arithmetic_is_right(&page);
        page.js(&format!("demo.state = {change}"), &[]);
        assert_eq!(in_sight(&page), [false, true], "{address} after {change}");
        no_message(&page);
        assert_eq!(page.count(".stage.focused, .ring.selected:not([hidden])"), 0);
        // The way on begins at the loss again.
        page.keys("b");
        no_message(&page);
        assert_eq!(the_arithmetic_is_right(&page).address, "loss.out", "{address} after {change}");
        page.keys("Escape");
        nothing_is_open(&page);
    }
    // A row of the batch is gone when a single colour goes through.
    page.js("demo.state = { settings: { hidden: [50, 100, 50] }, scope: 'batch' }", &[]);
    select(&page, "affine1.out[200,7]");
    the_arithmetic_is_right(&page);
    page.js("demo.state = { scope: 'one' }", &[]);
    assert_eq!(in_sight(&page), [false, true]);
    no_message(&page);
    page.keys("b");
    no_message(&page);
    assert_eq!(the_arithmetic_is_right(&page).address, "loss.out");
}

#[test]
fn numbers_that_are_none_open_without_an_error() {
    let page = open("en");
    let large = json!({ "hidden": [50, 50, 50, 50, 50, 50], "init": { "kind": "gaussian", "std": 1e6 } });
    page.js("demo.state = { settings: args[0] }", &[large]);
    let finite = page.js("return Number.isFinite(demo.value('affine7.out[0,0]'))", &[]);
    assert_eq!(finite, false, "the numbers are too large");
    let told = page.text(parts::MESSAGE);
    for address in [
        "loss.out",
        "softmax.out[0,0]",
        "affine7.out[0,0]",
        "affine6.out[0,3]",
        "affine2.dw[1,2]",
        "relu6.out[0,1]",
    ] {
        select(&page, address);
        let read = page.js(READ, &[]);
        assert_eq!((&read["address"], &read["message"]), (&json!(address), &json!(told)));
        assert_ne!(read["result"], "");
        page.keys("b b");
    }
}

#[test]
fn opening_a_number_is_measured_at_the_lectures_size() {
    let page = open("en");
    page.click(&parts::phase("backward"));
    for scope in ["one", "batch"] {
        page.js("demo.state = { scope: args[0], selected: 'loss.out' }", &[json!(scope)]);
        page.wait_until_still();
        let times = page.js(
            "const kinds = ['affine1.out[0,#]', 'affine2.out[0,#]', 'affine3.out[0,#]', 'affine2.dx[0,#]', 'affine3.dx[0,#]',
                'affine2.dw[#,#]', 'affine3.db[#]', 'relu1.out[0,#]', 'affine2.w_new[#,#]', 'affine2.w[#,#]'];
            const addresses = [...Array(50).keys()].map((i) => kinds[i % kinds.length].replaceAll('#', String((i * 7) % 50)));
            const times = [];
            for (const selected of addresses) {
                const start = performance.now();
                demo.state = { selected };
                root.querySelector('.stage').getBoundingClientRect();
                times.push(performance.now() - start);
                if (root.querySelector('.microscope .heading code').textContent !== selected) throw new Error(selected);
                await new Promise(requestAnimationFrame);
            }
            return times.sort((a, b) => a - b)",
            &[],
        );
        let times: Vec<f64> = list(&times).iter().filter_map(Value::as_f64).collect();
        assert_eq!(times.len(), 50);
        println!("opening a number ({scope}): median {:.1} ms, slowest {:.1} ms", times[25], times[49]);
    }
}
