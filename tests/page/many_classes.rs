//! As many classes as there can be: all of them named, all in their places, and the label told without a colour.

use serde_json::json;

use crate::visit::{Visit, open_sized, strings};

/// The classes and a colour in the middle of each.
const CLASSES: [(&str, [u8; 3]); 12] = [
    ("red", [230, 20, 20]),
    ("orange", [240, 140, 20]),
    ("yellow", [240, 230, 30]),
    ("green", [30, 160, 40]),
    ("light blue", [120, 210, 240]),
    ("blue", [20, 50, 220]),
    ("purple", [130, 30, 160]),
    ("pink", [250, 150, 190]),
    ("brown", [110, 60, 20]),
    ("white", [250, 250, 250]),
    ("grey", [128, 128, 128]),
    ("black", [8, 8, 8]),
];

/// The page with two colours of each class.
#[track_caller]
fn twelve(width: u32, height: u32) -> Visit {
    let page = open_sized(width, height, "en", false);
    let near = |c: u8| if c > 128 { c - 6 } else { c + 6 };
    let data: Vec<_> = CLASSES
        .iter()
        .flat_map(|(label, rgb)| {
            [*rgb, rgb.map(near)].map(|[r, g, b]| json!({ "r": r, "g": g, "b": b, "label": label }))
        })
        .collect();
    page.js("demo.data = args[0]; demo.state = { color: [128, 128, 128] }", &[json!(data)]);
    page
}

#[test]
fn each_of_twelve_bars_has_its_name_and_share_in_its_place_and_the_label_is_framed() {
    for (width, height) in [(1280, 720), (390, 844)] {
        let page = twelve(width, height);
        for at in ["forward:softmax", "forward:loss", "backward:softmax", "update"] {
            page.js("demo.state = { at: args[0] }", &[json!(at)]);
            page.wait_until_still();
            let found = page.js(
                "const cells = [...root.querySelectorAll('[data-role=output] .cell')];
                const boxes = cells.map((cell) => cell.getBoundingClientRect());
                const out = cells.flatMap((cell, i) => [...cell.querySelectorAll('.names b, .share, .track')].flatMap((part) => {
                    const { left, right, top, bottom } = part.getBoundingClientRect();
                    const box = boxes[i];
                    const inside = left >= box.left - 1 && right <= box.right + 1 && top >= box.top - 1 && bottom <= box.bottom + 1;
                    return inside && parseFloat(getComputedStyle(part).fontSize) >= 12 ? [] : [`${i} ${part.className || 'name'}`];
                }));
                const over = boxes.slice(1).flatMap((box, i) => (box.top < boxes[i].bottom ? [i] : []));
                const framed = cells.flatMap((cell) => (getComputedStyle(cell.querySelector('.names b')).outlineStyle === 'solid' ? [cell.dataset.class] : []));
                return { count: cells.length, out, over, framed }",
                &[],
            );
            // On a phone the answer is not in sight at the update.
            if width < 500 && at == "update" {
                continue;
            }
            assert_eq!(
                found,
                json!({ "count": 12, "out": [], "over": [], "framed": ["grey"] }),
                "{at} at {width}×{height}"
            );
        }
    }
}

#[test]
fn the_table_of_twelve_answers_is_as_wide_as_its_place() {
    for (width, height) in [(1280, 720), (390, 844)] {
        let page = twelve(width, height);
        page.js("demo.state = { room: 'colours' }", &[]);
        let found = page.js(
            "const section = root.querySelector('.confusion');
            const small = [...section.querySelectorAll('td button')].map((cell) => cell.getBoundingClientRect()).filter(({ width, height }) => width < 24 || height < 24);
            return [section.querySelectorAll('td button').length, section.scrollWidth - section.clientWidth, small.length]",
            &[],
        );
        assert_eq!(found, json!([144, 0, 0]), "at {width}×{height}");
    }
}

#[test]
fn twelve_classes_are_named_wherever_they_are_shown_and_each_has_its_key() {
    let page = twelve(1280, 720);
    page.js("demo.state = { room: 'colours' }", &[]);
    let names: Vec<&str> = CLASSES.iter().map(|(name, _)| *name).collect();
    for css in [
        ".confusion th[scope=row]",
        ".confusion th[scope=col]",
        ".bars li span:first-child",
        ".answer .segments button",
    ] {
        assert_eq!(page.texts(css), names, "{css}");
    }
    let fields = page.js("return [...root.querySelectorAll('.class input')].map(({ value }) => value)", &[]);
    assert_eq!(strings(&fields), names);
    assert_eq!(page.texts(".class kbd"), "1 2 3 4 5 6 7 8 9 0 - =".split(' ').collect::<Vec<_>>());
    for (key, name) in [("0", "white"), ("-", "grey"), ("=", "black"), ("9", "brown")] {
        page.js("root.activeElement?.blur(); demo.state = { color: [1, 2, 3] }", &[]);
        page.keys(key);
        let label =
            page.js("return demo.data.find(({ r, g, b }) => r === 1 && g === 2 && b === 3)?.label", &[]);
        assert_eq!(label, name, "the key {key}");
    }
}
