//! The stage: nothing before it is computed, everything where it says that it is, and one live cell a column for those who
//! do not see.

use serde_json::{Value, json};

use crate::cells::{PIXELS, WALK};
use crate::equation::list;
use crate::lines::ringed;
use crate::parts;
use crate::visit::{Visit, open, open_sized};

/// The columns that are drawn in ink.
const INKED: [&str; 6] = ["affine1", "relu1", "affine2", "relu2", "affine3", "relu3"];

/// What a column tells before its numbers are computed, and what is drawn of it.
#[track_caller]
fn told(page: &Visit, column: &str) -> Value {
    page.js(
        &format!(
            "{PIXELS} const column = root.querySelector(`[data-column=${{args[0]}}]`);
            const cells = column.querySelector('.cells');
            const box = cells.getBoundingClientRect();
            const [points, values] = [[], new Set(root.querySelectorAll(`[data-column=${{args[0]}}] .cells [data-value]`))];
            for (let y = box.top + 1; y < box.bottom; y += 4) for (let x = box.left + 1; x < box.right; x += 4) points.push(demo.addressAt(x, y));
            return {{
                lit: column.dataset.lit ?? null,
                addresses: new Set(points.filter((address) => address?.startsWith(`${{args[0]}}.`))).size,
                values: values.size,
                ink: pixelsOf('ink')(box).some((part) => part > 0),
                words: [...cells.querySelectorAll('.digits, .share')].map((one) => one.textContent),
            }}"
        ),
        &[json!(column)],
    )
}

#[test]
fn nothing_is_shown_before_it_is_computed() {
    let page = open("en");
    page.keys("Space Space Space");
    for column in ["affine3", "relu3"] {
        let nothing = json!({ "lit": null, "addresses": 0, "values": 0, "ink": false, "words": [] });
        assert_eq!(told(&page, column), nothing, "{column}");
    }
    for (column, count) in [("affine4", 3), ("softmax", 3), ("loss", 1)] {
        let nothing =
            json!({ "lit": null, "addresses": 0, "values": 0, "ink": false, "words": vec!["?"; count] });
        assert_eq!(told(&page, column), nothing, "{column}");
    }
    let affine2 = told(&page, "affine2");
    assert_eq!(
        [&affine2["lit"], &affine2["addresses"], &affine2["ink"]],
        [&json!("forward"), &json!(100), &json!(true)]
    );
    // Not a word of the answer stands on the stage, nor in what a screen reader hears of it.
    let heard = page.js(
        "const stage = root.querySelector('.stage');
        return [stage.textContent, ...[...stage.querySelectorAll('[aria-label]')].map((one) => one.ariaLabel)].join(' ')",
        &[],
    );
    let heard = heard.as_str().expect("it is a text");
    assert!(heard.contains("green") && !heard.contains("54.6%"), "{heard}");
    assert_eq!(page.numbers_of("softmax")[1], [Value::Null, Value::Null, json!("green ?")]);
    // A number that is not there can't be opened, by hand or by key.
    page.focus(&parts::first_cell("affine3"));
    page.keys("ArrowRight Enter");
    let place = page.js("const { x, y } = root.querySelector('[data-column=affine3] .live').getBoundingClientRect(); return [Math.round(x + 3), Math.round(y + 3)]", &[]);
    page.click_in_window(place[0].as_i64().unwrap_or_default(), place[1].as_i64().unwrap_or_default());
    page.click("[data-column=softmax] .cell");
    assert_eq!(page.js("return demo.state.selected", &[]), Value::Null);
}

#[test]
fn the_ink_of_a_cell_is_its_number_solid_or_hollow_the_larger_the_more() {
    let page = open("en");
    for at in ["forward:affine1", "forward:affine2", "forward:affine3"] {
        page.js("demo.state = { at: args[0] }", &[json!(at)]);
        page.point_at_nothing();
        let column = &at["forward:".len()..];
        let cells = page.js(
            &format!(
                "{WALK} {PIXELS} const pixels = pixelsOf('ink');
                return walk(args[0], (cell) => {{
                    const {{ left, top, right, bottom }} = cell.getBoundingClientRect();
                    const data = pixels({{ left, top, right, bottom }});
                    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
                    const middle = pixels({{ left: x - 0.5, top: y - 0.5, right: x + 0.5, bottom: y + 0.5 }});
                    return [Number(cell.dataset.value), data.filter((part, i) => i % 4 === 3).reduce((sum, part) => sum + part, 0) / 255, middle[3] / 255];
                }})"
            ),
            &[json!(column)],
        );
        let mut positive: Vec<[f64; 2]> = Vec::new();
        let read = |one: &Value, i: usize| one[i].as_f64().expect("it is a number");
        for one in list(&cells) {
            let (value, ink, middle) = (read(one, 0), read(one, 1), read(one, 2));
            assert!(ink > 0.0, "{column}: {value} is drawn");
            if value > 0.0 {
                assert!(middle > 0.9, "{column}: {value} is solid, but {middle} in the middle");
                positive.push([value, ink]);
            } else {
                assert!(middle < 0.5, "{column}: {value} is hollow, but {middle} in the middle");
            }
        }
        assert!((5..95).contains(&positive.len()), "{column} has both kinds");
        positive.sort_by(|a, b| a[0].total_cmp(&b[0]));
        for pair in positive.windows(2) {
            assert!(pair[0][1] <= pair[1][1] + 1.5, "{column}: {pair:?}");
        }
        // The area is the number: where it is large enough to be measured, within a tenth.
        let [most, area] = positive[positive.len() - 1];
        for [value, ink] in positive.iter().filter(|one| one[0] > most / 3.0) {
            let share = (ink / area) / (value / most);
            assert!((0.88..1.12).contains(&share), "{column}: {value} of {most} has {share} of its ink");
        }
    }
}

#[test]
fn address_at_says_which_number_is_at_a_point_of_the_window_or_that_there_is_none() {
    let page = open("en");
    page.click(&parts::phase("backward"));
    for (column, node, address) in [
        ("data", 1, "data.out[0,1]"),
        ("relu1", 0, "relu1.dout[0,0]"),
        ("relu1", 49, "relu1.dout[0,49]"),
        ("relu2", 73, "relu2.dout[0,73]"),
        ("affine4", 2, "affine4.dout[0,2]"),
        ("softmax", 1, "softmax.dx[0,1]"),
        ("loss", 0, "loss.out"),
    ] {
        let (x, y) = page.place_of_cell(column, node);
        assert_eq!(page.js("return demo.addressAt(...args)", &[json!(x), json!(y)]), address);
    }
    // Every point of the stage says the number of a cell that it lies in, or none; all numbers in sight are there.
    let found = page.js(
        "const { left, top, right, bottom } = root.querySelector('.picture').getBoundingClientRect();
        const [found, outside] = [new Set(), []];
        const boxes = new Map([...root.querySelectorAll('[data-column] > .cells')].map((cells) => [cells.parentElement.dataset.column, cells.getBoundingClientRect()]));
        for (let y = top; y < bottom; y += 4) for (let x = left; x < right; x += 4) {
            const address = demo.addressAt(x, y);
            if (address === null) continue;
            found.add(address);
            const box = boxes.get(address.split('.')[0]);
            if (x < box.left - 2 || x > box.right + 2 || y < box.top - 2 || y > box.bottom + 2) outside.push([address, x, y]);
        }
        for (const address of found) demo.value(address);
        const nowhere = [[-5, -5], [0, 0], [NaN, NaN], [left + 2, top + 2], [1e9, 1e9], [undefined, 3]];
        return { count: found.size, outside, nowhere: nowhere.map(([x, y]) => demo.addressAt(x, y)) }",
        &[],
    );
    assert_eq!(
        [&found["outside"], &found["nowhere"]],
        [&json!([]), &json!([null, null, null, null, null, null])]
    );
    // Where a layer shares its place with its activation, the activation's are in sight.
    let shared = page.count(".column.shared");
    let hidden = [0, 200][usize::from(shared > 0)];
    assert_eq!(found["count"], 410 - hidden);
    // Before the element is on a page there is nothing to point at.
    assert_eq!(
        page.js("return document.createElement('irozuku-demo').addressAt(100, 100)", &[]),
        Value::Null
    );
}

#[test]
fn a_number_under_the_pointer_is_ringed_and_said() {
    let page = open("en");
    page.click(&parts::phase("loss"));
    for (column, node) in [("relu1", 12), ("relu2", 0), ("relu2", 99), ("relu3", 40), ("affine4", 1)] {
        page.hover_cell(column, node);
        let address = format!("{column}.out[0,{node}]");
        assert_eq!(ringed(&page, "pointed"), address.as_str());
        assert_eq!(page.number()[0], address);
        let pill = page.js(
            "const pill = root.querySelector('output.pill'); return pill.checkVisibility() ? [pill.dataset.address, Number(pill.dataset.value) === demo.value(pill.dataset.address)] : null",
            &[],
        );
        // A box has its number in it.
        assert_eq!(pill, if column == "affine4" { Value::Null } else { json!([address, true]) });
    }
    page.point_at_nothing();
    assert_eq!(ringed(&page, "pointed"), Value::Null);
}

#[test]
fn a_screen_reader_meets_a_named_grid_with_one_live_cell_in_every_column_of_ink() {
    let page = open("en");
    page.click(&parts::phase("loss"));
    let met = page.js(
        "return args[0].map((name) => {
            const grid = root.querySelector(`[data-column=${name}] [role=grid]`);
            const cells = [...grid.querySelectorAll('[role=row] > [role=gridcell]')];
            const { dataset, ariaLabel, tabIndex } = cells[0];
            return [name, grid.ariaLabel, Number(grid.ariaRowCount) * Number(grid.ariaColCount) >= demo.tensor(`${name}.out[0]`).data.length,
                cells.length, tabIndex, dataset.address, ariaLabel.startsWith(`${grid.ariaLabel.split('.')[0]} node 0: `)];
        })",
        &[json!(INKED)],
    );
    let titles = ["Affine1", "ReLU1", "Affine2", "ReLU2", "Affine3", "ReLU3"];
    let wanted: Vec<Value> = INKED
        .iter()
        .zip(titles)
        .map(|(name, title)| {
            json!([name, format!("{title}.out"), true, 1, 0, format!("{name}.out[0,0]"), true])
        })
        .collect();
    assert_eq!(met, json!(wanted));
    // It stays where it was led when the numbers change, and says the new one.
    page.focus_cell("relu1", 17);
    let before = page.number();
    page.js("demo.state = { color: [10, 200, 30] }", &[]);
    let after = page.number();
    assert_eq!([&before[0], &after[0]], ["relu1.out[0,17]", "relu1.out[0,17]"]);
    assert_ne!(before[1], after[1]);
    let live = page.js("const { node, value } = root.activeElement.dataset; return [node, Number(value) === demo.value('relu1.out[0,17]'), root.activeElement.ariaRowIndex ?? root.activeElement.parentElement.ariaRowIndex]", &[]);
    assert_eq!([&live[0], &live[1]], [&json!("17"), &json!(true)]);
    // A click leads it there, too.
    page.click_cell("relu2", 27);
    assert_eq!(page.attribute("[data-column=relu2] .live", "data-node"), "27");
}

#[test]
fn arrow_keys_move_through_a_column_of_ink_and_stop_at_its_edges() {
    let page = open("en");
    page.click(&parts::phase("loss"));
    page.focus(&parts::first_cell("relu2"));
    let across = page.attribute("[data-column=relu2] [role=grid]", "aria-colcount");
    let across: usize = across.as_str().and_then(|count| count.parse().ok()).expect("it is a number");
    let node = |page: &Visit| page.attribute("[data-column=relu2] .live", "data-node");
    for (keys, at) in [
        ("ArrowLeft ArrowUp", 0),
        ("ArrowRight ArrowRight", 2),
        ("ArrowDown ArrowDown", 2 + 2 * across),
        ("ArrowUp", 2 + across),
        ("End", 99),
        ("ArrowRight ArrowDown", 99),
        ("ArrowUp", 99 - across),
        ("Home", 0),
    ] {
        page.keys(keys);
        assert_eq!(node(&page), at.to_string(), "{keys}");
        // The focus is drawn around the cell, which lies where its number does.
        let drawn = page.js(
            "const live = root.activeElement;
            const { x, y, width, height } = live.getBoundingClientRect();
            return [getComputedStyle(live).outlineStyle, demo.addressAt(x + width / 2, y + height / 2) === live.dataset.address]",
            &[],
        );
        assert_eq!(drawn, json!(["solid", true]), "{keys}");
    }
    assert_eq!(page.js("return demo.stop ?? null, demo.state.at", &[]), "forward:loss", "no key has stepped");
}

#[test]
fn a_step_is_seen_to_move_and_comes_to_rest_and_not_for_those_who_want_no_motion() {
    let page = open("en");
    page.with_motion();
    let count = "const ink = () => pixelsOf('ink')(root.querySelector('.picture').getBoundingClientRect()).reduce((sum, part, i) => sum + (i % 4 === 3 ? part : 0), 0);";
    let steps = |page: &Visit| {
        page.js(
            &format!(
                "{PIXELS} {count} const seen = [];
                for (const at of ['forward:affine1', 'forward:relu1', 'forward:affine2']) {{
                    const begun = (demo.state = {{ at }}, ink());
                    await new Promise((done) => setTimeout(done, 1500));
                    const rested = ink();
                    for (const frame of [1, 2]) await new Promise(requestAnimationFrame);
                    seen.push([begun === rested, ink() === rested]);
                }}
                demo.state = {{ at: 'forward:data' }};
                return seen"
            ),
            &[],
        )
    };
    page.keys("Space Shift+Space");
    // Where a layer and its activation share a place, nothing slides from one to the other.
    let shared = page.count(".column.shared") > 0;
    assert_eq!(steps(&page), json!([[false, true], [shared, true], [false, true]]));
    page.without_motion();
    assert_eq!(steps(&page), json!([[true, true], [true, true], [true, true]]));
}

#[test]
fn on_the_way_back_a_number_shows_its_wish_and_behind_it_the_value_that_it_has() {
    let page = open("en");
    page.click(&parts::phase("loss"));
    page.keys("Space Space Space");
    assert_eq!(page.js("return demo.state.at", &[]), "backward:relu3");
    page.point_at_nothing();
    // Crimson is backward's alone.
    let crimson = page.js(
        &format!(
            "{PIXELS} const crimson = (name) => {{
                const data = pixelsOf('ink')(root.querySelector(`[data-column=${{name}}] .cells`).getBoundingClientRect());
                let count = 0;
                for (let i = 0; i < data.length; i += 4) count += data[i + 3] > 128 && data[i] > data[i + 1] + 80 && data[i] > data[i + 2] + 30;
                return count;
            }};
            return args[0].map((name) => crimson(name) > 0)"
        ),
        &[json!(["relu1", "relu2", "relu3"])],
    );
    assert_eq!(crimson, json!([false, false, true]));
    // In the boxes: the value, and a triangle up where the number should be larger.
    let boxes = page.js(
        "return [...root.querySelectorAll('[data-column=affine4] .cell')].map((cell, node) => {
            const gradient = demo.value(`affine4.dout[0,${node}]`);
            const wish = cell.querySelector('.wish');
            return [Number(cell.dataset.value) === gradient, wish.dataset.up === String(gradient < 0), cell.querySelector('.digits').textContent !== '?',
                Math.abs(Number(cell.querySelector('.digits').textContent.replace('−', '-')) - demo.value(`affine4.out[0,${node}]`)) < 0.006];
        })",
        &[],
    );
    assert_eq!(boxes, json!([[true, true, true, true], [true, true, true, true], [true, true, true, true]]));
}

#[test]
fn the_answer_has_a_bar_for_each_class_the_label_drops_on_it_at_the_loss_and_what_is_missing_on_the_way_back()
{
    let page = open("en");
    let bars = |page: &Visit| {
        page.js(
            "const length = (one) => (one.hidden ? null : Math.round(parseFloat(one.style.width)));
            return [...root.querySelectorAll('[data-column=softmax] .cell')].map((cell) => ['.fill', '.wanted', '.miss'].map((css) => length(cell.querySelector(css))))",
            &[],
        )
    };
    page.keys("Space");
    assert_eq!(bars(&page), json!([[0, null, null], [0, null, null], [0, null, null]]));
    page.js("demo.state = { at: 'forward:softmax' }", &[]);
    assert_eq!(bars(&page), json!([[39, null, null], [55, null, null], [6, null, null]]));
    page.js("demo.state = { at: 'forward:loss' }", &[]);
    assert_eq!(bars(&page), json!([[39, 100, null], [55, 0, null], [6, 0, null]]));
    page.js("demo.state = { at: 'backward:softmax' }", &[]);
    assert_eq!(bars(&page), json!([[39, 100, 61], [55, 0, 55], [6, 0, 6]]));
    // The loss is a ruler: its bar ends at −ln of the share, beside the share's mark.
    let ruler = page.js(
        "const track = root.querySelector('.ruler .track').getBoundingClientRect();
        const end = root.querySelector('.ruler .fill').getBoundingClientRect().bottom;
        return [(end - track.top) / track.height * 5, demo.value('loss.out')]",
        &[],
    );
    let [drawn, value] = [0, 1].map(|i| ruler[i].as_f64().expect("it is a number"));
    assert!((drawn - value).abs() < 0.05, "{drawn} for {value}");
}

#[test]
fn on_a_phone_one_gap_is_on_the_stage_and_every_number_in_it_is_there_for_a_finger() {
    let page = open_sized(390, 844, "en", false);
    for (at, shown, tapped) in [
        ("forward:affine1", ["data", "affine1"], [("affine1", 0), ("affine1", 49), ("data", 1)]),
        ("forward:relu2", ["affine2", "relu2"], [("relu2", 99), ("relu2", 5), ("affine2", 40)]),
        ("backward:affine3", ["affine3", "relu3"], [("relu3", 17), ("affine3", 0), ("affine3", 49)]),
        ("forward:softmax", ["affine4", "softmax"], [("affine4", 2), ("softmax", 0), ("softmax", 2)]),
        ("forward:loss", ["softmax", "loss"], [("softmax", 1), ("loss", 0), ("softmax", 0)]),
    ] {
        for (column, node) in tapped {
            page.js("demo.state = { at: args[0], selected: null }", &[json!(at)]);
            let columns = page.js("return [...root.querySelectorAll('[data-column]')].filter((one) => one.checkVisibility()).map((one) => one.dataset.column)", &[]);
            assert_eq!(columns, json!(shown), "{at}");
            let (x, y) = page.place_of_cell(column, node);
            let address = page.js("return demo.addressAt(...args)", &[json!(x), json!(y)]);
            let wanted = page.js("return root.querySelector(`[data-column=${args[0]}] .cells [data-address]`).dataset.address.replace(/\\d+]$/, `${args[1]}]`)", &[json!(column), json!(node)]);
            assert_eq!(address, wanted, "{at}");
            page.tap(x, y);
            assert_eq!(page.js("return demo.state.selected", &[]), wanted, "{at}");
        }
    }
    // What a finger is to meet is large enough for it.
    page.js("demo.state = { at: 'forward:affine2', selected: null }", &[]);
    let pitch = page.js(
        &format!("{WALK} const [first, second] = walk('affine2', (cell) => cell.getBoundingClientRect().x); return second - first"),
        &[],
    );
    assert!(pitch.as_f64() >= Some(34.0), "{pitch}");
}
