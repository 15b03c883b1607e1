//! The wheel: picker, answer and reward; and the catches.

use serde_json::json;

use crate::parts;
use crate::visit::{Visit, open};

const WHEEL: &str = ".wheel";
const CATCHES: &str = ".caught button";

/// Places of the window all around the wheel, from red on.
const AROUND: &str = "
    const box = root.querySelector('.wheel').getBoundingClientRect();
    const rim = Array.from({ length: 24 }, (_, i) => {
        const angle = (i / 24) * 2 * Math.PI;
        return [-0.8 * Math.sin(angle), 0.8 * Math.cos(angle)].map((at) => (at + 1) / 2);
    });
    return rim.map(([x, y]) => [box.x + x * box.width, box.y + y * box.width])";

/// The answer: in the bars, and as the wheel says it.
#[track_caller]
fn answer(page: &Visit) -> String {
    let best = page.text("[data-column=softmax] .best b");
    let said = page.attribute(WHEEL, "aria-valuetext");
    assert!(
        said.as_str().is_some_and(|said| said.ends_with(&format!(": the network says {best}"))),
        "{said}"
    );
    best
}

#[test]
fn the_name_flips_where_the_colour_is_dragged_over_a_border() {
    let page = open("en");
    let rim = page.js(AROUND, &[]);
    let rim = rim.as_array().expect("places");
    page.mouse("mousePressed", &rim[0]);
    let mut found = vec![(answer(&page), page.text(parts::HEX))];
    for at in &rim[1..] {
        page.mouse("mouseMoved", at);
        page.js("await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))", &[]);
        found.push((answer(&page), page.text(parts::HEX)));
    }
    page.mouse("mouseReleased", &rim[23]);
    let flips = found.windows(2).filter(|pair| pair[0].0 != pair[1].0).count();
    assert!(flips >= 2, "{found:?}");
    // Red at the bottom, at the brightness of the lecture's colour, and every place another colour.
    assert_eq!(found[0].1, "#7a1818");
    let mut colours: Vec<&String> = found.iter().map(|(_, hex)| hex).collect();
    colours.sort();
    colours.dedup();
    assert_eq!(colours.len(), 24);
    assert_eq!(page.js("return demo.state.catches", &[]), json!([]), "it has learned nothing yet");
}

#[test]
fn nothing_of_the_answer_is_seen_before_it_is_computed() {
    let page = open("en");
    let ink = |page: &Visit| {
        page.js(
            "const canvas = root.querySelector('.wheel .ink');
            const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d', { willReadFrequently: true });
            copy.drawImage(canvas, 0, 0);
            return copy.getImageData(0, 0, canvas.width, canvas.height).data.some((value) => value > 0)",
            &[],
        )
    };
    assert_eq!(ink(&page), true, "the opening shows its borders");
    page.js("demo.state = { at: 'forward:affine2' }", &[]);
    assert_eq!(ink(&page), false);
    assert_eq!(page.texts(parts::SHARES), ["?", "?", "?"]);
    assert_eq!((page.count(".bars .best"), page.text(".verdict")), (0, String::new()));
    let said = page.attribute(WHEEL, "aria-valuetext");
    assert_eq!(said, "#7a425e, hue 330°, saturation 46%, brightness 48%");
    page.js("demo.state = { at: 'forward:softmax' }", &[]);
    assert_eq!(ink(&page), true);
    answer(&page);
}

#[test]
fn the_keys_pick_hue_saturation_and_brightness() {
    let page = open("en");
    let color = |page: &Visit| page.js("return demo.state.color", &[]);
    page.focus(WHEEL);
    page.keys("ArrowRight ArrowLeft ArrowUp ArrowDown");
    assert_eq!(color(&page), json!([122, 66, 94]), "there and back");
    page.keys("Home");
    assert_eq!(color(&page), json!([122, 122, 122]));
    page.keys("End");
    assert_eq!(color(&page), json!([122, 0, 61]), "the grey kept its hue");
    page.keys("Shift+ArrowRight");
    assert_eq!(color(&page), json!([122, 0, 0]));
    page.focus(".brightness");
    page.keys("Home");
    assert_eq!(color(&page), json!([0, 0, 0]));
    page.keys("End");
    assert_eq!(color(&page), json!([255, 0, 0]), "black kept its hue and saturation");
    assert_eq!(
        (page.moment().column, page.js("return demo.state.at", &[])),
        (None, json!("forward:data")),
        "no key has stepped"
    );
}

#[test]
fn catches_are_kept_shown_and_travel_in_a_link() {
    let page = open("en");
    assert_eq!(page.count(".catches:not([hidden])"), 0);
    page.train(12);
    assert_eq!(page.count(".catches:not([hidden])"), 1);
    // Keys pick until a colour fools it; each is let go.
    page.focus(WHEEL);
    page.keys("End");
    for _ in 0..120 {
        if page.count(CATCHES) > 0 {
            break;
        }
        page.keys("ArrowRight");
    }
    let caught = page.js("return demo.state.catches", &[]);
    assert_eq!(caught.as_array().map(Vec::len), Some(1));
    let name = page.attribute(CATCHES, "aria-label");
    assert!(
        name.as_str().is_some_and(|name| name.contains("it says") && name.contains("should be")),
        "{name}"
    );
    let link = page.js("return demo.link()", &[]);
    page.js("demo.state = { catches: [], color: [1, 2, 3] }", &[]);
    assert_eq!(page.count(CATCHES), 0);
    page.js("location.hash = new URL(args[0]).hash", &[link]);
    page.wait("the link is followed", "demo.state.catches.length === 1");
    assert_eq!(page.js("return demo.state.catches", &[]), caught);
    page.js("demo.state = { color: [1, 2, 3] }", &[]);
    page.click(CATCHES);
    assert_eq!(page.js("return demo.state.color", &[]), caught[0]);
    page.click(".catches .link");
    assert_eq!(page.js("return demo.state.catches", &[]), json!([]));
}
