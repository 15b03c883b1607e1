//! The pad: a picture is drawn, the network names it, and it joins the data.

use serde_json::{Value, json};

use crate::axe;
use crate::visit::{Visit, open, open_sized};

const CLEAR: &str = ".pad .tools button:nth-child(3)";
const UNDO: &str = ".pad .tools button:nth-child(1)";
const JOIN: &str = ".pad .join";

/// The pictures of patterns, on a blank pad.
#[track_caller]
fn patterns(page: &Visit) {
    page.js("demo.state = { settings: { data: 'patterns' } }", &[]);
}

/// Where in the window a pixel of the pad is; rows and columns can lie between pixels.
#[track_caller]
fn pixel(page: &Visit, row: f64, column: f64) -> Value {
    page.js(
        "const canvas = root.querySelector('.surface canvas');
        const box = canvas.getBoundingClientRect();
        const [x, y] = [(args[1] + 0.5) / canvas.width, (args[0] + 0.5) / canvas.height];
        return [box.x + x * box.width, box.y + y * box.height]",
        &[json!(row), json!(column)],
    )
}

/// Draws a line with the mouse, from end to end in one movement.
#[track_caller]
fn line(page: &Visit, from: (f64, f64), to: (f64, f64)) {
    page.mouse("mousePressed", &pixel(page, from.0, from.1));
    page.mouse("mouseMoved", &pixel(page, to.0, to.1));
    page.mouse("mouseReleased", &pixel(page, to.0, to.1));
}

/// Draws a line through places with the mouse, in one stroke.
#[track_caller]
fn curve(page: &Visit, places: &[(f64, f64)]) {
    let pixels: Vec<Value> = places.iter().map(|&(row, column)| pixel(page, row, column)).collect();
    page.mouse("mousePressed", &pixels[0]);
    pixels.iter().for_each(|pixel| page.mouse("mouseMoved", pixel));
    page.mouse("mouseReleased", &pixels[pixels.len() - 1]);
}

/// The red bytes of the picture on the pad, row after row.
#[track_caller]
fn rows(page: &Visit) -> Vec<Vec<u64>> {
    let bytes = page.js(
        "const copy = new OffscreenCanvas(12, 12).getContext('2d', { willReadFrequently: true });
        copy.drawImage(root.querySelector('.surface canvas'), 0, 0);
        const { data } = copy.getImageData(0, 0, 12, 12);
        return Array.from({ length: 12 }, (_, row) => Array.from({ length: 12 }, (_, column) => data[(row * 12 + column) * 4]))",
        &[],
    );
    serde_json::from_value(bytes).expect("bytes")
}

/// The class that the stage gives the picture.
#[track_caller]
fn answer(page: &Visit) -> String {
    page.text("[data-column=softmax] .best b")
}

#[test]
fn stripes_that_are_drawn_with_the_mouse_get_their_name() {
    let page = open("en");
    patterns(&page);
    page.train(400);
    page.click(CLEAR);
    for column in [0.0, 1.0, 4.0, 5.0, 8.0, 9.0] {
        line(&page, (0.0, column), (11.0, column));
    }
    let drawn = rows(&page);
    assert!(drawn.iter().all(|row| *row == drawn[0]), "{drawn:?}");
    let dark: Vec<usize> = (0..12).filter(|&column| drawn[0][column] < 128).collect();
    assert_eq!(dark, [0, 1, 4, 5, 8, 9]);
    page.wait("the answer is there", "root.querySelector('[data-column=softmax] .best b') !== null");
    assert_eq!(answer(&page), "vertical");
    assert_eq!(page.js("return demo.state.label", &[]), Value::Null, "the rule knows it, too");
    page.click(CLEAR);
    for row in [2.0, 3.0, 6.0, 7.0, 10.0, 11.0] {
        line(&page, (row, 0.0), (row, 11.0));
    }
    assert_eq!(answer(&page), "horizontal");
}

#[test]
fn digits_that_are_drawn_with_the_mouse_get_their_names() {
    let page = open("en");
    page.js("demo.state = { settings: { data: 'digits' } }", &[]);
    page.wait("the digits have come", "demo.state.settings.data === 'digits' && demo.data.length === 800");
    page.train(1200);
    let drawn = |strokes: &[&[(f64, f64)]]| {
        page.click(CLEAR);
        strokes.iter().for_each(|stroke| curve(&page, stroke));
        answer(&page)
    };
    let zero = [
        (0.5, 3.5),
        (1.5, 1.8),
        (3.5, 1.2),
        (5.5, 1.8),
        (6.8, 3.5),
        (5.5, 5.4),
        (3.5, 5.8),
        (1.5, 5.2),
        (0.5, 3.5),
    ];
    assert_eq!(drawn(&[&zero]), "0");
    let seven = [(0.5, 1.5), (0.5, 5.5), (3.0, 4.3), (6.8, 2.8)];
    assert_eq!(drawn(&[&seven, &[(3.6, 2.2), (3.6, 5.8)]]), "7");
    assert_eq!(page.js("return demo.state.label", &[]), Value::Null, "nobody has told it the class");
}

#[test]
fn a_picture_is_drawn_and_taken_back_by_keyboard() {
    let page = open("en");
    patterns(&page);
    page.click(CLEAR);
    assert!(rows(&page).concat().iter().all(|&byte| byte == 255), "the paper is white");
    page.focus(".surface .pen");
    page.keys("ArrowRight ArrowDown ArrowDown Space Shift+ArrowRight Shift+ArrowRight");
    let dark = |page: &Visit| -> Vec<(usize, usize)> {
        let rows = rows(page);
        let places = (0..12).flat_map(|row| (0..12).map(move |column| (row, column)));
        places.filter(|&(row, column)| rows[row][column] < 128).collect()
    };
    assert_eq!(dark(&page), [(2, 1), (2, 2), (2, 3)]);
    let label = page.attribute(".surface .pen", "aria-label");
    assert_eq!(label, "row 3, column 4: #1c1e24");
    assert_eq!(page.js("return demo.state.at", &[]), "forward:data", "Space does not walk on");
    page.click(UNDO);
    assert_eq!(dark(&page), [(2, 1), (2, 2)]);
    page.click(UNDO);
    page.click(UNDO);
    assert_eq!(dark(&page), []);
}

#[test]
fn a_drawing_joins_the_data_stays_over_a_reload_and_can_be_removed() {
    let page = open("en");
    patterns(&page);
    page.train(5);
    page.click(CLEAR);
    line(&page, (0.0, 0.0), (11.0, 11.0));
    page.click(".pad summary");
    page.click(".pad .segments button:nth-child(4)");
    let picture = page.js("return demo.state.picture", &[]);
    page.click(JOIN);
    let kept = page.js("return demo.state.drawn.patterns", &[]);
    assert_eq!(kept, format!("3{}", picture.as_str().expect("a text")));
    assert_eq!(page.js("return [demo.step, demo.data.length]", &[]), json!([0, 681]), "learning starts over");
    page.reload();
    page.wait("the drawing is in the list", "root.querySelectorAll('.drawn li').length === 1");
    assert_eq!(page.js("return demo.state.drawn.patterns", &[]), kept);
    assert_eq!(page.js("return demo.data.length", &[]), 681);
    // Another device that has only the link has it, too.
    let link = page.js("return demo.link()", &[]);
    page.js("localStorage.clear(); sessionStorage.clear()", &[]);
    page.go(link.as_str().expect("an address"));
    page.reload();
    page.wait("the drawing came with the link", "root.querySelectorAll('.drawn li').length === 1");
    page.js("root.querySelector('.pad details').open = true", &[]);
    page.click(".drawn .remove");
    assert_eq!(page.js("return [demo.state.drawn.patterns, demo.data.length]", &[]), json!(["", 680]));
    page.click(".collection .link");
    assert_eq!(page.js("return [demo.state.drawn.patterns, demo.data.length]", &[]), json!([kept, 681]));
}

#[test]
fn what_is_pressed_on_the_pad_is_large_enough_and_its_words_can_be_read() {
    for (width, height, least) in [(1280, 720, 24.0), (960, 540, 24.0), (390, 844, 44.0)] {
        for language in ["en", "ja"] {
            let page = open_sized(width, height, language, width == 960);
            patterns(&page);
            page.js("root.querySelector('.pad details').open = true", &[]);
            let found = page.js(
                "const seen = (css) => [...root.querySelectorAll(css)].filter((one) => one.checkVisibility());
                const pressed = seen('.pad :is(button, input)').map((one) => [one.title || one.textContent, one.getBoundingClientRect()]);
                const words = seen('.pad :is(button, summary, h2, output, p)').filter((one) => !one.matches('.silent'));
                return {
                    small: pressed.filter(([, { width, height }]) => Math.min(width, height) < args[0] - 0.1).map(([name, box]) => [name, box.width, box.height]),
                    count: pressed.length,
                    fine: words.filter((one) => parseFloat(getComputedStyle(one).fontSize) < 12).map((one) => one.textContent),
                    cut: words.filter((one) => one.matches('.tools *') && one.scrollWidth > one.clientWidth + 1).map((one) => one.textContent),
                }",
                &[json!(least)],
            );
            assert!(found["count"].as_u64() >= Some(14), "{found}");
            let lists = ["small", "fine", "cut"].map(|list| &found[list]);
            assert_eq!(lists, [&json!([]); 3], "{language} {width}×{height}");
        }
    }
}

#[test]
fn a_checker_of_accessibility_finds_nothing_wrong_with_the_pad() {
    let page = open("ja");
    patterns(&page);
    page.click(CLEAR);
    line(&page, (0.0, 0.0), (11.0, 11.0));
    page.js("root.querySelector('.pad details').open = true", &[]);
    page.click(JOIN);
    axe::load(&page);
    page.js("root.querySelector('.pad details').open = true", &[]);
    let found = axe::complaints(&page, "a drawing", &["light", "dark"]);
    assert_eq!(page.count(".drawn li"), 1);
    assert_eq!(found, Vec::<String>::new());
}
