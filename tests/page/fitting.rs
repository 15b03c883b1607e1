//! Everything fits: nothing is cut off, covered or pushed out of the window.

use std::fs;
use std::path::Path;

use serde_json::json;

use crate::cells::WALK;
use crate::moment::COLUMNS;
use crate::parts;
use crate::visit::{Visit, open, open_sized, strings};

/// All nodes of 3-50-100-50-3, most of them twice, and the loss.
const CELLS: usize = 3 + 50 + 50 + 100 + 100 + 50 + 50 + 3 + 3 + 1;

/// A projector first, then a large screen and a slide.
const SIZES: [(u32, u32); 3] = [(1280, 720), (1920, 1080), (960, 540)];

#[test]
fn everything_is_in_sight_in_japanese() {
    everything_is_in_sight("ja");
}

#[test]
fn everything_is_in_sight_in_english() {
    everything_is_in_sight("en");
}

#[test]
fn cells_are_large_enough_to_be_seen_from_afar() {
    let page = open("ja");
    for (width, height, present, least) in
        [(1280, 720, false, 15), (1920, 1080, false, 20), (1920, 1080, true, 26)]
    {
        resize(&page, width, height);
        page.js("demo.state = { present: args[0], at: 'forward:loss' }", &[json!(present)]);
        page.wait("it has got its room", "root.querySelector('.live').clientWidth > 0");
        let sides =
            page.js("return [...root.querySelectorAll('.live')].map((cell) => cell.clientWidth)", &[]);
        let sides = sides.as_array().expect("they are lengths");
        assert!(sides.iter().all(|side| side.as_u64() >= Some(least)), "{sides:?} at {width}×{height}");
        assert_eq!(page.count(".column.shared"), 0);
    }
}

#[test]
fn no_sentence_of_the_walk_is_too_long_for_its_place() {
    let page = open("ja");
    let body = format!(
        "{MISFITS}
        const found = new Map();
        demo.state = {{ lang: args[0] }};
        for (const scope of ['one', 'batch']) {{
            demo.state = {{ scope, step: 0, at: 'forward:data' }};
            for (let i = 0; i < 19; i += 1) {{
                demo.forward();
                for (const what of misfits()) found.set(what, `${{what}}, last at ${{demo.state.at}}, ${{scope}}`);
            }}
        }}
        return [...found.values()]"
    );
    for (width, height) in SIZES {
        resize(&page, width, height);
        for language in ["ja", "en"] {
            let found = strings(&page.js(&body, &[json!(language)]));
            assert!(found.is_empty(), "{language} at {width}×{height}:\n{}", found.join("\n"));
        }
    }
}

/// A finger needs 44 px. Ten stops share the width of a phone; the colours of a data set are a picture of it; and the
/// cells have their places by geometry.
#[test]
fn on_a_phone_every_control_is_as_large_as_a_finger_needs_and_none_is_covered() {
    let page = open_sized(390, 844, "ja", false);
    page.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": true, "maxTouchPoints": 1 }));
    page.wait("it is a finger", "matchMedia('(pointer: coarse)').matches");
    let body = "
        demo.state = args[0];
        const least = 43.5;
        const controls = 'button, select, summary, input:not([type=checkbox], [type=radio])';
        const seen = [...root.querySelectorAll(controls)].filter((one) => one.checkVisibility() && !one.matches('.tile'));
        const small = seen.filter((one) => {
            const { width, height } = one.getBoundingClientRect();
            return height > 0 && (height < least || (width < least && !one.closest('.stops')));
        });
        const covered = [...root.querySelectorAll('.run-card button')].filter((one) => {
            const { left, top, width, height } = one.getBoundingClientRect();
            if (!one.checkVisibility() || one.disabled || demo.state.room !== 'network') return false;
            const there = root.elementFromPoint(left + width / 2, top + height - 2);
            return !(there && (one.contains(there) || there.contains(one)));
        });
        return [...small, ...covered].map((one) => one.outerHTML.slice(0, 120));";
    for state in [
        json!({ "at": "forward:data" }),
        json!({ "at": "forward:affine2" }),
        json!({ "at": "forward:loss", "scope": "batch" }),
        json!({ "at": "backward:relu2", "scope": "one" }),
        json!({ "at": "backward:affine1" }),
        json!({ "at": "forward:affine2", "selected": "affine2.out[0,27]" }),
        json!({ "selected": null, "room": "colours" }),
        json!({ "room": "experiments" }),
    ] {
        let found = strings(&page.js(body, std::slice::from_ref(&state)));
        assert!(found.is_empty(), "{state}:\n{}", found.join("\n"));
    }
    page.js("demo.state = { room: 'network' }; demo.forward()", &[]);
    let found = strings(&page.js(body, &[json!({})]));
    assert!(found.is_empty(), "at the update:\n{}", found.join("\n"));
    page.js("return demo.train(20)", &[]);
    page.wait("it has learned", "root.querySelector('.story').textContent.includes('20')");
    let found = strings(&page.js(body, &[json!({})]));
    assert!(found.is_empty(), "after training:\n{}", found.join("\n"));
}

#[test]
fn on_a_phone_the_names_of_the_rooms_stay_in_their_buttons_under_a_finger() {
    let page = open_sized(390, 844, "ja", false);
    page.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": true, "maxTouchPoints": 1 }));
    page.wait("it is a finger", "matchMedia('(pointer: coarse)').matches");
    for (language, room) in [("ja", "実験"), ("en", "Experiments")] {
        page.js("demo.state = { lang: args[0] }", &[json!(language)]);
        page.wait(
            "its words have come",
            &format!("root.querySelector('.rooms button:last-child').textContent === '{room}'"),
        );
        let wide = page.js("return [...root.querySelectorAll('.rooms button')].filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent)", &[]);
        assert_eq!(wide, json!([]), "{language}");
    }
}

#[test]
fn on_a_phone_nothing_is_pushed_out() {
    let page = open_sized(390, 844, "ja", false);
    for place in ["forward:data", "backward:affine3"] {
        for language in ["ja", "en"] {
            page.js("demo.state = { lang: args[0], at: args[1] }", &[json!(language), json!(place)]);
            let found = page.js(
                "const { scrollWidth, clientWidth, scrollHeight } = document.documentElement;
                const outside = [...root.querySelectorAll('.app *')].filter((element) => {
                    const { left, right, width } = element.getBoundingClientRect();
                    const seen = element.checkVisibility() && width > 0 && !element.closest('.silent');
                    return seen && (left < -1 || right > clientWidth + 1);
                });
                return {
                    wide: scrollWidth > clientWidth,
                    tall: scrollHeight > innerHeight,
                    outside: outside.map((element) => element.outerHTML.slice(0, 120)),
                }",
                &[],
            );
            assert_eq!(found, json!({ "wide": false, "tall": false, "outside": [] }), "{language}, {place}");
        }
    }
    let all: usize = COLUMNS.iter().map(|column| page.numbers_of(column).len()).sum();
    assert_eq!(all, CELLS);
}

/// At the opening, in the middle of backward, and after training.
#[track_caller]
fn everything_is_in_sight(language: &str) {
    let page = open(language);
    for (width, height) in SIZES {
        resize(&page, width, height);
        page.js(
            "demo.reset();
            root.querySelector(args[0]).click();
            demo.state = { scope: 'one', color: [122, 66, 94] }",
            &[json!(parts::DISMISS)],
        );
        look(&page, CELLS);
        the_pictures_open_for_the_pointer(&page);
        keep_picture(&page, &format!("{language}-opening-{height}.png"));
        page.js("demo.state = { at: 'forward:affine2' }", &[]);
        look(&page, 3 + 50 + 50 + 100);
        page.js("demo.state = { at: 'backward:affine3' }", &[]);
        look(&page, CELLS);
        keep_picture(&page, &format!("{language}-backward-{height}.png"));
        page.train(100);
        page.js("demo.state = { color: [233, 63, 127] }", &[]);
        look(&page, CELLS);
        page.js("demo.state = { scope: 'batch' }", &[]);
        look(&page, CELLS);
        keep_picture(&page, &format!("{language}-trained-{height}.png"));
    }
}

/// Gives the window another size, and waits until the page is drawn in it.
#[track_caller]
fn resize(page: &Visit, width: u32, height: u32) {
    page.resize(width, height);
    let frame = "new Promise(requestAnimationFrame)";
    page.wait("it is drawn anew", &format!("{frame}.then(() => {frame}).then(() => innerWidth === {width})"));
}

/// So that people can look, too.
#[track_caller]
fn keep_picture(page: &Visit, name: &str) {
    // target/tmp is cargo's own place for what tests leave.
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("screenshots");
    fs::create_dir_all(&folder).expect("the target folder can be written to");
    page.screenshot(&folder.join(name));
}

#[track_caller]
fn look(page: &Visit, lit: usize) {
    the_document_does_not_scroll(page);
    every_cell_is_in_sight(page, lit);
    the_pictures_open_for_the_keyboard(page);
    the_columns_stand_apart(page);
    the_words_fit(page);
}

#[track_caller]
fn the_document_does_not_scroll(page: &Visit) {
    let room = page.js(
        "const { scrollWidth, scrollHeight } = document.documentElement;
        return [scrollWidth - innerWidth, scrollHeight - innerHeight]",
        &[],
    );
    assert_eq!(room, json!([0, 0]), "the document is larger than the window");
    let inside = page.js(
        "return [...root.querySelectorAll('.app, .app *')]
            .filter((element) => {
                const { overflowX, overflowY } = getComputedStyle(element);
                const [more, longer] = [element.scrollWidth - element.clientWidth, element.scrollHeight - element.clientHeight];
                const cut = (overflow, by) => overflow !== 'visible' && by > 2;
                // In the card of the run, figures that have no room are left out as a whole.
                const seen = element.checkVisibility({ visibilityProperty: true }) && !element.matches('.run-card :is(.legend, .counts)');
                return seen && element.clientWidth > 1 && (cut(overflowX, more) || cut(overflowY, longer));
            })
            .map((element) => `${element.className} ${element.textContent.slice(0, 80)} ${element.scrollWidth}×${element.scrollHeight} in ${element.clientWidth}×${element.clientHeight}`)",
        &[],
    );
    assert_eq!(strings(&inside), Vec::<String>::new(), "these hold more than they show");
}

/// Every cell, lit or not, is in the window, and what a finger in its middle would touch is its column; where its number is
/// computed, the page says that it is there.
#[track_caller]
fn every_cell_is_in_sight(page: &Visit, lit: usize) {
    let found = page.js(
        &format!(
            "{WALK} const found = {{ cells: 0, lit: 0, hidden: [], least: Infinity }};
            const names = [...root.querySelectorAll('[data-column]')].map((column) => column.dataset.column);
            const covered = new Set(names.filter((name, i) => root.querySelector(`[data-column=${{names[i + 1]}}]`)?.classList.contains('shared')));
            const boxOf = (cell) => cell.getBoundingClientRect().toJSON();
            // The page is drawn anew at each cell of a walk. A grid that stands where it stood has its cells where they were,
            // and their addresses are those of one tensor.
            const walked = (window.walked ??= new Map());
            const cellsOf = (name) => {{
                const grid = root.querySelector(`[data-column=${{name}}] .cells`);
                const live = grid.querySelector('.live');
                if (!live) return walk(name, (cell) => ({{ box: boxOf(cell), address: cell.dataset.address }}));
                const place = JSON.stringify([innerWidth, innerHeight, boxOf(grid), boxOf(live), live.dataset.node, grid.ariaRowCount, grid.ariaColCount]);
                const {{ address }} = live.dataset;
                if (walked.get(name)?.place !== place) {{
                    const cells = walk(name, (cell) => ({{ box: boxOf(cell), address: cell.dataset.address }}));
                    walked.set(name, {{ place, boxes: cells.map(({{ box }}) => box) }});
                    return cells;
                }}
                return walked.get(name).boxes.map((box, node) => ({{ box, address: address?.replace(/,[^,]*$/, `,${{node}}]`) }}));
            }};
            for (const name of names) for (const {{ box, address }} of cellsOf(name)) {{
                const {{ left, top, right, bottom, width, height }} = box;
                const middle = [(left + right) / 2, (top + bottom) / 2];
                const outside = left < -0.5 || top < -0.5 || right > innerWidth + 0.5 || bottom > innerHeight + 0.5;
                const touched = root.elementFromPoint(...middle)?.closest('[data-column]');
                // Where a layer and its activation share a place, it is one of the two that is in sight there.
                const said = demo.addressAt(...middle);
                const shared = covered.has(name) ? root.querySelector(`[data-column=${{name}}]`).nextElementSibling : null;
                const there = touched?.dataset.column === name || (shared !== null && touched === shared);
                const truly = said === (address ?? null) || (shared !== null && said?.startsWith(`${{shared.dataset.column}}.`)) || (address === undefined && said !== null && covered.has(names[names.indexOf(name) - 1]));
                if (outside || !there || !truly || width < 4 || height < 4) found.hidden.push([name, box, address ?? null, said, touched?.dataset.column ?? null, root.elementFromPoint(...middle)?.outerHTML.slice(0, 80), innerWidth]);
                found.cells += 1;
                found.lit += address === undefined ? 0 : 1;
            }}
            return found"
        ),
        &[],
    );
    assert_eq!([&found["cells"], &found["lit"], &found["hidden"]], [&json!(CELLS), &json!(lit), &json!([])]);
}

/// Whether the picture of a column's weights is open, in the window, and covered by nothing.
const OPEN: &str = "
    const open = (column) => ['canvas:nth-of-type(1)', 'canvas:nth-of-type(2)'].every((part) => {
        const canvas = root.querySelector(`[data-column=${column}] .frame ${part}`);
        const { left, top, right, bottom } = canvas.getBoundingClientRect();
        const corners = [[left + 1, top + 1], [right - 1, bottom - 1]];
        const inside = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
        return inside && corners.every(([x, y]) => root.elementFromPoint(x, y) === canvas);
    });";

const PICTURES: [&str; 4] = ["affine1", "affine2", "affine3", "affine4"];

/// The strips of the weights are in sight, and each opens to a picture that is, for the pointer.
#[track_caller]
fn the_pictures_open_for_the_pointer(page: &Visit) {
    for column in PICTURES {
        page.hover_weight(column, 0, 0);
        let open = page.js(&format!("{OPEN} return open(args[0])"), &[json!(column)]);
        assert_eq!(open, true, "the picture of {column}'s weights");
        page.point_at_nothing();
    }
}

/// The same for the keyboard, in a single command to the browser.
#[track_caller]
fn the_pictures_open_for_the_keyboard(page: &Visit) {
    let shut = page.js(
        &format!(
            "{OPEN} return args[0].filter((column) => {{
                const frame = root.querySelector(`[data-column=${{column}}] .frame`);
                frame.focus();
                const seen = open(column);
                frame.blur();
                return !seen;
            }})"
        ),
        &[json!(PICTURES)],
    );
    assert_eq!(shut, json!([]), "the pictures of these weights");
}

#[track_caller]
fn the_columns_stand_apart(page: &Visit) {
    let gaps = page.js(
        "const seen = [...root.querySelectorAll('[data-column]:not(.shared) .cells')].map((cells) => cells.getBoundingClientRect());
        return seen.slice(1).map(({ left }, i) => left - seen[i].right)",
        &[],
    );
    let gaps = gaps.as_array().expect("they are gaps");
    assert!(gaps.iter().all(|gap| gap.as_f64() > Some(8.0)), "{gaps:?}");
    let crossing = page.js(
        "const boxes = [...root.querySelectorAll('[data-column] .frame, [data-column]:not(.shared) .cells')].map((element) => [element, element.getBoundingClientRect()]);
        const crosses = (a, b) => a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5;
        const strips = boxes.filter(([element]) => element.matches('.frame'));
        return strips.flatMap(([strip, box]) => boxes.filter(([other, second]) => other !== strip && crosses(box, second)).map(([other]) => other.className))",
        &[],
    );
    assert_eq!(crossing, json!([]), "the strips of the weights lie on something");
}

/// Finds the lines of text that run out of the window, out of what clips them, or into another line.
const MISFITS: &str = "
    const misfits = () => {
        const lines = [];
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
            const parent = walker.currentNode.parentElement;
            if (!walker.currentNode.data.trim() || !parent?.checkVisibility() || parent.closest('.silent, option, pre, dialog:not([open])')) continue;
            // What only a screen reader is to hear, and figures that have no room in the card of the run.
            if (getComputedStyle(parent).clipPath === 'inset(50%)' || parent.closest('.run-card :is(.legend, .counts)')) continue;
            const range = document.createRange();
            range.selectNodeContents(walker.currentNode);
            for (const box of range.getClientRects()) if (box.width > 0) lines.push({ parent, text: walker.currentNode.data.trim(), box });
        }
        const told = ({ text, box }) => `\u{201c}${text.slice(0, 60)}\u{201d} at ${Math.round(box.left)},${Math.round(box.top)}`;
        const outside = (box, frame) => box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 2 || box.bottom > frame.bottom + 2;
        const page = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
        const cutBy = ({ parent, box }) => {
            if (outside(box, page)) return 'the window';
            for (let frame = parent; frame; frame = frame.parentElement) {
                if (getComputedStyle(frame).display === 'contents') continue;
                // A stop has no edge that its name could run over.
                if (parent.matches('.title') && frame.matches('button')) continue;
                const boxed = getComputedStyle(frame).overflow !== 'visible' || frame.matches('button, h2, dd, dt, .name, .story, section');
                // The shares of the loss stand beside its ruler, a stop's name where it has room.
                const beside = frame.matches('button') && parent.matches('.notch, .stops .title');
                if (boxed && !beside && frame.namespaceURI.endsWith('xhtml') && outside(box, frame.getBoundingClientRect())) return frame.className || frame.localName;
            }
            return null;
        };
        // The middle of a line, without the air above and under its letters.
        const core = ({ box }) => ({ left: box.left + 1, right: box.right - 1, top: box.top + box.height * 0.25, bottom: box.bottom - box.height * 0.25 });
        const crossing = lines.flatMap((line, i) => lines.slice(i + 1).filter((other) => {
            const [a, b] = [core(line), core(other)];
            return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
        }).map((other) => `${told(line)} and ${told(other)} lie on each other`));
        const cut = lines.filter(cutBy).map((line) => `${told(line)} is cut by ${cutBy(line)}`);
        return [...cut, ...crossing];
    };";

#[track_caller]
fn the_words_fit(page: &Visit) {
    let found = page.js(&format!("{MISFITS} return misfits()"), &[]);
    assert_eq!(strings(&found), Vec::<String>::new());
}
