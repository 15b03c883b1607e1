//! Scenes on paper: which stop is printed, and that it is light. In decks see reveal.rs.

use serde_json::{Value, json};

use crate::visit::{Visit, open_sized};

/// Prints the page, and says how its scene stood on paper: stop, place, step, theme, whether anything moved or was blank.
#[track_caller]
fn printed(page: &Visit, address: &str) -> Value {
    page.visit(address);
    page.js(
        "addEventListener('beforeprint', () => {
            const canvas = root.querySelector('.plot canvas, .picture > canvas');
            const shown = canvas?.checkVisibility() ? [...canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data].some((part) => part > 0) : true;
            window.paper = [demo.stop, demo.at, demo.step, root.querySelector('.app').dataset.theme, root.getAnimations().length, shown];
        })",
        &[],
    );
    let file = page.devtools("Page.printToPDF", json!({ "printBackground": true }));
    assert!(file["data"].as_str().is_some_and(|data| data.len() > 10_000));
    page.js("return window.paper", &[])
}

#[test]
fn a_scene_that_nobody_has_led_is_printed_at_its_last_stop_and_light_and_stands_as_before_then() {
    let page = open_sized(1000, 560, "en", true);
    page.with_motion();
    for (scene, stands) in [
        ("forward", json!([9, "forward:loss", 0])),
        ("backward", json!([8, "backward:affine1", 0])),
        ("loss", json!([6, "forward:data", 1000])),
    ] {
        let found = printed(&page, &format!("#lang=en&scene={scene}&controls=step"));
        assert_eq!([&found[0], &found[1], &found[2]], [&stands[0], &stands[1], &stands[2]], "{scene}");
        assert_eq!([&found[3], &found[4], &found[5]], [&json!("light"), &json!(0), &json!(true)], "{scene}");
        let after = page.js("return [demo.stop, demo.step, root.querySelector('.app').dataset.theme]", &[]);
        assert_eq!(after, json!([0, 0, "auto"]), "{scene}");
        page.visit("?between");
    }
}

#[test]
fn what_was_asked_for_or_led_to_is_what_is_printed() {
    let page = open_sized(1000, 560, "en", true);
    let asked = printed(&page, "#lang=en&scene=backward&controls=step&at=backward:relu3&theme=dark");
    assert_eq!([&asked[1], &asked[3]], [&json!("backward:relu3"), &json!("light")]);
    page.visit("?between");
    let step = printed(&page, "#lang=en&scene=loss&controls=none&step=0");
    assert_eq!([&step[0], &step[2]], [&json!(0), &json!(0)]);
    page.visit("?between");
    page.visit("#lang=en&scene=forward&controls=step");
    page.keys("PageDown PageDown");
    page.js("addEventListener('beforeprint', () => (window.paper = demo.at))", &[]);
    page.devtools("Page.printToPDF", json!({}));
    assert_eq!(page.js("return window.paper", &[]), "forward:relu1");
    // The whole page is printed as it is.
    page.visit("?between");
    let whole = printed(&page, "#lang=en");
    assert_eq!([&whole[0], &whole[1], &whole[3]], [&json!(0), &json!("forward:data"), &json!("light")]);
}
