//! What each node sees: pictures of the colours that make it fire.

use serde_json::json;

use crate::visit::{Visit, open, open_sized};

/// Which columns show pictures.
#[track_caller]
fn seeing(page: &Visit) -> serde_json::Value {
    page.js("return [...root.querySelectorAll('[data-column][data-seeing]')].map((column) => column.dataset.column)", &[])
}

#[test]
fn a_column_shows_pictures_until_its_numbers_come_and_again_after_training() {
    let page = open("en");
    assert_eq!(seeing(&page), json!(["relu1", "relu2", "relu3", "softmax"]));
    page.keys("Space Space");
    assert_eq!(seeing(&page), json!(["relu2", "relu3", "softmax"]));
    page.keys("m");
    assert_eq!(seeing(&page), json!(["relu1", "relu2", "relu3", "softmax"]));
    page.keys("m");
    page.train(5);
    assert_eq!(seeing(&page), json!(["relu1", "relu2", "relu3", "softmax"]));
}

#[test]
fn the_pictures_change_while_the_network_learns() {
    let page = open("en");
    let drawn = |page: &Visit| {
        page.js("return ['relu1', 'relu2', 'relu3', 'softmax'].map((name) => root.querySelector(`[data-column=${name}] .seen`).toDataURL())", &[])
    };
    let before = drawn(&page);
    page.train(10);
    let after = drawn(&page);
    for i in 0..4 {
        assert_ne!(before[i], after[i]);
    }
}

#[test]
fn a_picture_of_an_output_shows_the_colours_it_is_likely_for() {
    let page = open("en");
    page.train(300);
    // The middles of the grid's colours whose neighbours agree, against the pixels under the cells.
    let found = page.js(
        "const colour = (h, l) => [0, 8, 4].map((n) => {
            const k = (n + h * 12) % 12;
            return Math.round((l - Math.min(l, 1 - l) * Math.max(-1, Math.min(k - 3, 9 - k, 1))) * 255);
        });
        const grid = Array.from({ length: 24 * 16 }, (_, i) => colour(((i % 24) + 0.5) / 24, 1 - (Math.floor(i / 24) + 0.5) / 16));
        const answers = await demo.predict(grid);
        const column = root.querySelector('[data-column=softmax]');
        const canvas = column.querySelector('.seen');
        const copy = new OffscreenCanvas(canvas.width, canvas.height);
        const context = copy.getContext('2d', { willReadFrequently: true });
        context.drawImage(canvas, 0, 0);
        const box = canvas.getBoundingClientRect();
        const fine = canvas.width / box.width;
        const [checked, wrong] = [[0, 0], []];
        [...column.querySelectorAll('.cell')].forEach((cell, node) => {
            const { x, y, width } = cell.getBoundingClientRect();
            for (let j = 1; j < 15; j += 1) for (let i = 1; i < 23; i += 1) {
                const around = [-1, 0, 1].flatMap((dy) => [-1, 0, 1].map((dx) => answers[(j + dy) * 24 + i + dx].probabilities[node]));
                const [sure, never] = [Math.min(...around) > 0.99, Math.max(...around) < 0.01];
                if (!sure && !never) continue;
                checked[sure ? 0 : 1] += 1;
                const at = [(x - box.x + ((i + 0.5) / 24) * width) * fine, (y - box.y + ((j + 0.5) / 16) * width) * fine].map(Math.floor);
                const pixel = [...context.getImageData(at[0], at[1], 1, 1).data.slice(0, 3)];
                const wanted = sure ? grid[j * 24 + i] : [205, 203, 196];
                if (pixel.some((level, c) => Math.abs(level - wanted[c]) > 45)) wrong.push([node, i, j, pixel, wanted]);
            }
        });
        return [checked, wrong.slice(0, 5)]",
        &[],
    );
    assert!(found[0][0].as_u64() > Some(100) && found[0][1].as_u64() > Some(300), "{found}");
    assert_eq!(found[1], json!([]));
}

#[test]
fn a_node_that_is_pointed_at_is_enlarged_and_told_in_words() {
    let page = open("en");
    page.hover_at("[data-column=relu2] .cell:nth-child(34)", 5, 5);
    assert_eq!(page.text(".loupe p"), "ReLU2 node 33 fires for these colours, not for grey.");
    assert_eq!(page.js("return root.querySelector('.loupe').checkVisibility()", &[]), true);
    page.focus("[data-column=softmax] .cell:nth-child(2)");
    assert_eq!(page.text(".loupe p"), "Likely “green”; where it is grey, unlikely.");
    page.point_at_nothing();
    assert_eq!(page.js("return root.querySelector('.loupe').checkVisibility()", &[]), false);
}

/// Whether each cell over a picture lies inside it, and has been painted in its middle.
const EVERY_CELL_IS_PAINTED: &str = "(() => {
    const inside = (a, b) => a.left >= b.left - 1 && a.right <= b.right + 1 && a.top >= b.top - 1 && a.bottom <= b.bottom + 1;
    return [...root.querySelectorAll('.seen.visible')].every((canvas) => {
        const place = canvas.getBoundingClientRect();
        const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
        const fine = canvas.width / place.width;
        return [...canvas.parentElement.querySelectorAll('.cell')].every((cell) => {
            const rect = cell.getBoundingClientRect();
            const [x, y] = [(rect.left + rect.width / 2 - place.left) * fine, (rect.top + rect.height / 2 - place.top) * fine];
            return inside(rect, place) && data[(Math.floor(y) * canvas.width + Math.floor(x)) * 4 + 3] === 255;
        });
    });
})()";

#[test]
fn the_pictures_lie_under_their_cells_at_every_width() {
    for (width, height) in [(1280, 720), (768, 1024), (390, 844)] {
        let page = open_sized(width, height, "en", false);
        page.train(20);
        page.wait("each cell lies in its picture, which is painted", EVERY_CELL_IS_PAINTED);
        assert_eq!(page.count(".seen.visible"), 4, "three layers of ReLU and the softmax");
    }
}
