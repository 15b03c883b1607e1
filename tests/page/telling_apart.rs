//! For eyes that see fewer colours or none: labels, marks and pictures are told apart by light and dark alone.

use serde_json::json;

use crate::visit::{Visit, open_sized};

/// What an eye without one of its kinds of cones sees, and one that sees no colour.
const EYES: [&str; 2] = ["deuteranopia", "achromatopsia"];

/// Looks at the page as such an eye does, and measures light (0 to 1, WCAG 2.2) in parts of it.
const LOOK: &str = "
    const bytes = Uint8Array.from(atob(args[0]), (sign) => sign.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes]));
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    context.drawImage(picture, 0, 0);
    const fine = picture.width / innerWidth;
    const linear = (x) => (x <= 10 ? x / 3294.6 : ((x / 255 + 0.055) / 1.055) ** 2.4);
    const lights = ({ x, y, width, height }) => {
        const { data } = context.getImageData(Math.round(x * fine), Math.round(y * fine), Math.max(1, Math.round(width * fine)), Math.max(1, Math.round(height * fine)));
        return Array.from({ length: data.length / 4 }, (_, i) => 0.2126 * linear(data[i * 4]) + 0.7152 * linear(data[i * 4 + 1]) + 0.0722 * linear(data[i * 4 + 2]));
    };
    const inner = (element, by) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return { x: x + width * by, y: y + height * by, width: width * (1 - 2 * by), height: height * (1 - 2 * by) };
    };
    const contrast = (all) => (Math.max(...all) + 0.05) / (Math.min(...all) + 0.05);";

/// What such an eye makes of the page: the value of the JavaScript, which has the tools of [`LOOK`].
#[track_caller]
fn seen_by(page: &Visit, eye: &str, body: &str) -> serde_json::Value {
    page.point_at_nothing();
    page.wait_until_still();
    page.devtools("Emulation.setEmulatedVisionDeficiency", json!({ "type": eye }));
    let shot = page.devtools("Page.captureScreenshot", json!({ "format": "png" }));
    page.devtools("Emulation.setEmulatedVisionDeficiency", json!({ "type": "none" }));
    page.js(&format!("{LOOK} {body}"), &[shot["data"].clone()])
}

/// The page in the room of colours, with some answers wrong, in the light and in the dark.
#[track_caller]
fn colours(dark: bool) -> Visit {
    let page = open_sized(1280, 720, "en", dark);
    page.train(25);
    page.js("demo.state = { room: 'colours', color: [1, 1, 1] }", &[]);
    page
}

#[test]
fn a_cross_is_seen_on_every_swatch_that_is_named_wrong_and_on_no_other() {
    for dark in [false, true] {
        let page = colours(dark);
        for eye in EYES {
            let found = seen_by(
                &page,
                eye,
                "const box = root.querySelector('.groups').getBoundingClientRect();
                const tiles = [...root.querySelectorAll('.swatch-list .tile')].filter((tile) => tile.getBoundingClientRect().bottom < box.bottom);
                const crossed = (tile) => tile.classList.contains('miss');
                const faint = tiles.filter((tile) => crossed(tile) ? contrast(lights(inner(tile, 0.22))) < 3 : contrast(lights(inner(tile, 0.22))) > 1.1);
                return [tiles.filter(crossed).length, tiles.length, faint.map((tile) => tile.title)]",
            );
            assert!(found[0].as_u64() > Some(5) && found[1].as_u64() > Some(100), "{found}");
            assert_eq!(found[2], json!([]), "{eye}");
        }
    }
}

#[test]
fn the_line_between_the_classes_and_their_names_are_seen_on_the_decision() {
    for dark in [false, true] {
        let page = colours(dark);
        page.train(300);
        for eye in EYES {
            // Wherever the answer changes along a row of the picture, dark stands beside light.
            let found = seen_by(
                &page,
                eye,
                "const { x, y, width, height } = root.querySelector('.decision canvas').getBoundingClientRect();
                const colour = (h, l) => [0, 8, 4].map((n) => {
                    const k = (n + h * 12) % 12;
                    return Math.round((l - Math.min(l, 1 - l) * Math.max(-1, Math.min(k - 3, 9 - k, 1))) * 255);
                });
                const [changes, missed] = [[], []];
                for (const share of [0.2, 0.35, 0.5, 0.65, 0.8]) {
                    const places = Array.from({ length: Math.floor(width) }, (_, i) => i);
                    const answers = await demo.predict(places.map((i) => colour((i + 0.5) / width, 1 - share)));
                    places.slice(8, -8).filter((i) => answers[i].label !== answers[i + 1].label).forEach((i) => {
                        const near = lights({ x: x + i - 7, y: y + height * share - 7, width: 15, height: 15 });
                        changes.push(i);
                        if (Math.min(...near) > 0.03 || Math.max(...near) < 0.6) missed.push([i, share]);
                    });
                }
                return [changes.length, missed]",
            );
            assert!(found[0].as_u64() >= Some(15), "{found}");
            assert_eq!(found[1], json!([]), "{eye}");
        }
    }
}

#[test]
fn the_pictures_of_the_outputs_differ_in_light_and_dark() {
    for dark in [false, true] {
        let page = open_sized(1280, 720, "en", dark);
        page.train(300);
        for eye in EYES {
            let found = seen_by(
                &page,
                eye,
                "const cells = [...root.querySelectorAll('[data-column=softmax] .cell')].map((cell) => lights(inner(cell, 0.1)));
                const apart = (a, b) => a.reduce((sum, light, i) => sum + Math.abs(light - (b[i] ?? light)), 0) / a.length;
                return [apart(cells[0], cells[1]), apart(cells[1], cells[2]), apart(cells[0], cells[2])]",
            );
            let apart: Vec<f64> =
                found.as_array().expect("three").iter().filter_map(serde_json::Value::as_f64).collect();
            let least = if dark { 0.03 } else { 0.1 };
            assert!(apart.len() == 3 && apart.iter().all(|&light| light > least), "{eye}: {apart:?}");
        }
    }
}

#[test]
fn every_class_is_named_wherever_it_is_shown() {
    let page = colours(false);
    for (what, css, count) in [
        ("the groups", ".groups h2", 3),
        ("the rows of the matrix", ".confusion th[scope=row]", 3),
        ("the columns of the matrix", ".confusion th[scope=col]", 3),
        ("the answers", ".bars li span:first-child", 3),
        ("the right answers", ".answer .segments button", 3),
    ] {
        let texts = page.texts(css);
        assert_eq!(texts.len(), count, "{what}");
        for (text, name) in texts.iter().zip(["red", "green", "blue"]) {
            assert!(text.contains(name), "{what}: {text}");
        }
    }
}
