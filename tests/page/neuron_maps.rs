//! What each node sees: the map of the colours that make it fire, in its cell where the learner wants it, enlarged where it
//! is pointed at.

use serde_json::{Value, json};

use crate::cells::{PIXELS, WALK};
use crate::visit::{Visit, open, open_sized};

/// The columns in whose cells there are maps. A map fills its cell to the corners, and has colours; ink has neither.
const SEEING: &str = "
    const seeing = (columns) => {
        const pixels = pixelsOf('ink');
        return columns.filter((column) => {
            const boxes = walk(column, (cell) => cell.getBoundingClientRect());
            const filled = boxes.every(({ left, top, right, bottom }) => {
                const data = pixels({ left: left + 1, top: top + 1, right: right - 1, bottom: bottom - 1 });
                return data.every((part, i) => i % 4 !== 3 || part === 255);
            });
            const coloured = boxes.some((box) => {
                const data = pixels(box);
                return data.some((_, i) => i % 4 === 0 && Math.max(...data.slice(i, i + 3)) - Math.min(...data.slice(i, i + 3)) > 60);
            });
            if (filled !== coloured) throw new Error(`${column} is ${filled ? '' : 'not '}filled and ${coloured ? '' : 'not '}coloured`);
            return filled;
        });
    };";

const RELUS: [&str; 3] = ["relu1", "relu2", "relu3"];

/// Which of the layers of ReLU that are in sight show maps.
#[track_caller]
fn seeing(page: &Visit) -> Value {
    page.wait("nothing moves any more", STILL);
    let visible = "args[0].filter((name) => root.querySelector(`[data-column=${name}]`).checkVisibility())";
    page.js(&format!("{WALK} {PIXELS} {SEEING} return seeing({visible})"), &[json!(RELUS)])
}

/// Whether the ink is the same two frames later.
const STILL: &str = "(async () => {
    const ink = root.querySelector('.picture > .ink');
    const before = ink.toDataURL();
    for (const frame of [1, 2]) await new Promise(requestAnimationFrame);
    return ink.toDataURL() === before;
})()";

#[test]
fn maps_stand_in_the_cells_where_they_are_wanted_and_computed_and_nowhere_else() {
    let page = open("en");
    assert_eq!(seeing(&page), json!([]), "not before anyone has asked for them");
    page.keys("m");
    assert_eq!(seeing(&page), json!(RELUS), "at the opening all is computed");
    page.keys("Space Space");
    assert_eq!(seeing(&page), json!(["relu1"]), "a layer that is not computed sees nothing yet");
    page.keys("Space Space");
    assert_eq!(seeing(&page), json!(["relu1", "relu2"]));
    // The box under the stage does the same as the key.
    assert_eq!(page.js("return root.querySelector('.foot input').checked", &[]), true);
    page.click(".foot .toggle");
    assert_eq!(seeing(&page), json!([]));
    // Training shows numbers, too, unless maps are wanted.
    page.train(5);
    assert_eq!(seeing(&page), json!([]));
    page.click(".foot .toggle");
    assert_eq!(seeing(&page), json!(RELUS));
}

#[test]
fn the_maps_change_while_the_network_learns() {
    let page = open("en");
    page.keys("m");
    let drawn = |page: &Visit| {
        page.js(
            &format!(
                "{PIXELS} const pixels = pixelsOf('ink');
                return args[0].map((name) => [...pixels(root.querySelector(`[data-column=${{name}}] .cells`).getBoundingClientRect())].join())"
            ),
            &[json!(RELUS)],
        )
    };
    let before = drawn(&page);
    page.train(10);
    let after = drawn(&page);
    for (i, name) in RELUS.iter().enumerate() {
        assert!(before[i] != after[i], "the maps of {name} have stood still");
    }
}

#[test]
fn the_map_of_an_output_shows_the_colours_it_is_likely_for() {
    let page = open("en");
    page.train(300);
    // The middles of the map's colours whose neighbours agree, against the pixels of the enlarged map; the ring around the
    // picked colour covers a few.
    for node in 0..3 {
        page.hover_cell("softmax", node);
        let found = page.js(
            "const colour = (h, l) => [0, 8, 4].map((n) => {
                const k = (n + h * 12) % 12;
                return Math.round((l - Math.min(l, 1 - l) * Math.max(-1, Math.min(k - 3, 9 - k, 1))) * 255);
            });
            const grid = Array.from({ length: 24 * 16 }, (_, i) => colour(((i % 24) + 0.5) / 24, 1 - (Math.floor(i / 24) + 0.5) / 16));
            const answers = await demo.predict(grid);
            const canvas = root.querySelector('.loupe canvas');
            const copy = new OffscreenCanvas(canvas.width, canvas.height);
            const context = copy.getContext('2d', { willReadFrequently: true });
            context.drawImage(canvas, 0, 0);
            const [checked, wrong] = [[0, 0], []];
            for (let j = 1; j < 15; j += 1) for (let i = 1; i < 23; i += 1) {
                const around = [-1, 0, 1].flatMap((dy) => [-1, 0, 1].map((dx) => answers[(j + dy) * 24 + i + dx].probabilities[args[0]]));
                const [sure, never] = [Math.min(...around) > 0.99, Math.max(...around) < 0.01];
                if (!sure && !never) continue;
                checked[sure ? 0 : 1] += 1;
                const at = [((i + 0.5) / 24) * canvas.width, ((j + 0.5) / 16) * canvas.height].map(Math.floor);
                const pixel = [...context.getImageData(at[0], at[1], 1, 1).data.slice(0, 3)];
                const wanted = sure ? grid[j * 24 + i] : [205, 203, 196];
                if (pixel.some((level, c) => Math.abs(level - wanted[c]) > 45)) wrong.push([i, j, pixel, wanted]);
            }
            return [checked, wrong]",
            &[json!(node)],
        );
        assert!(found[0][0].as_u64() > Some(25) && found[0][1].as_u64() > Some(80), "{node}: {found}");
        assert!(found[1].as_array().is_some_and(|wrong| wrong.len() <= 4), "{node}: {found}");
    }
}

#[test]
fn a_node_that_is_pointed_at_is_enlarged_and_told_in_words() {
    let page = open("en");
    page.hover_cell("relu2", 33);
    assert_eq!(page.text(".loupe p"), "ReLU2 node 33 fires for these colours, not for grey.");
    assert_eq!(page.js("return root.querySelector('.loupe').checkVisibility()", &[]), true);
    page.focus_cell("softmax", 1);
    assert_eq!(page.text(".loupe p"), "Likely “green”; where it is grey, unlikely.");
    page.point_at_nothing();
    assert_eq!(page.js("return root.querySelector('.loupe').checkVisibility()", &[]), false);
}

#[test]
fn the_maps_fill_their_cells_at_every_width() {
    for (width, height) in [(1280, 720), (1920, 1080), (960, 540)] {
        let page = open_sized(width, height, "en", false);
        page.train(20);
        page.js("demo.state = { maps: true }", &[]);
        assert_eq!(seeing(&page), json!(RELUS), "{width}×{height}");
    }
    // Where there is room for one gap, on both sides of it.
    for (width, height) in [(768, 1024), (390, 844)] {
        let page = open_sized(width, height, "en", false);
        page.js("demo.state = { maps: true }", &[]);
        for (at, relu) in
            [("forward:relu1", "relu1"), ("forward:affine3", "relu2"), ("backward:relu3", "relu3")]
        {
            page.js("demo.state = { at: args[0] }", &[json!(at)]);
            assert_eq!(seeing(&page), json!([relu]), "{width}×{height}");
        }
    }
}
