//! For eyes that see fewer colours or none: labels, marks and numbers are told apart by light and dark alone.

use serde_json::json;

use crate::cells::WALK;
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
fn a_positive_number_and_a_negative_one_are_told_apart_by_light_and_dark_and_so_are_two_wishes() {
    for dark in [false, true] {
        let page = open_sized(1280, 720, "en", dark);
        for (at, column) in
            [("forward:affine1", "affine1"), ("forward:affine3", "affine3"), ("backward:relu2", "relu2")]
        {
            page.js("demo.state = { at: args[0] }", &[json!(at)]);
            // The larger ones, and whether they are to look positive: a wish goes against its gradient. Behind a wish stands
            // the value as a ghost, so that only those of zeros are measured.
            let cells = page.js(
                &format!(
                    "{WALK} const back = args[0].startsWith('backward');
                    const cells = walk(args[1], (cell) => [Number(cell.dataset.value) * (back ? -1 : 1), cell.getBoundingClientRect().toJSON()]);
                    const most = Math.max(...cells.map(([value]) => Math.abs(value)));
                    const ghosts = demo.tensor(`${{args[1]}}.out[0]`).data;
                    return cells.filter(([value], node) => Math.abs(value) > most / 4 && !(back && ghosts[node] !== 0)).map(([value, box]) => [value > 0, box])"
                ),
                &[json!(at), json!(column)],
            );
            // In the middle of a solid square there is ink, in that of a hollow one paper; a triangle has more of itself at its foot.
            let (tells, never) = if at.starts_with("backward") {
                ("lower > 0.2", "lower < -0.2")
            } else {
                ("solid", "hollow && !solid")
            };
            for eye in EYES {
                let found = seen_by(
                    &page,
                    eye,
                    &format!(
                        "const mean = (all) => all.reduce((sum, light) => sum + light, 0) / all.length;
                        const paper = mean(lights({{ ...root.querySelector('.picture').getBoundingClientRect().toJSON(), width: 4, height: 4 }}));
                        // How far below a cell's middle the middle of its ink is, px.
                        const below = (box) => {{
                            // Inside its place's frame.
                            const [x, y, width, height] = [box.x + 2, box.y + 2, box.width - 4, box.height - 4];
                            const [wide, top] = [Math.round(width * fine), Math.round(y * fine)];
                            const ink = lights({{ x, y, width, height }}).map((light) => Math.abs(light - paper));
                            const all = ink.reduce((sum, one) => sum + one, 0);
                            const at = ink.reduce((sum, one, i) => sum + one * (Math.floor(i / wide) + 0.5), 0) / all;
                            return (top + at) / fine - (y + height / 2);
                        }};
                        // What is said of one number lies over others.
                        const pill = root.querySelector('output.pill').getBoundingClientRect();
                        const free = ({{ x, y, width, height }}) => x > pill.right || x + width < pill.left || y > pill.bottom || y + height < pill.top;
                        const told = {cells}.filter(([, box]) => free(box));
                        const wrong = told.filter(([positive, box]) => {{
                            const middle = (side) => lights({{ x: box.x + (box.width - side) / 2, y: box.y + (box.height - side) / 2, width: side, height: side }});
                            const against = (light) => (Math.max(light, paper) + 0.05) / (Math.min(light, paper) + 0.05);
                            const [solid, hollow] = [Math.min(...middle(2).map(against)) > 3, Math.min(...middle(4).map(against)) < 1.3];
                            const lower = below(box);
                            return contrast(lights(box)) < 3 || !(positive ? {tells} : {never});
                        }});
                        return {{ positive: told.filter(([positive]) => positive).length, all: told.length, wrong }}"
                    ),
                );
                let count = |of: &str| found[of].as_u64().unwrap_or_default();
                assert!(count("positive") > 2 && count("all") > count("positive") + 2, "{at}: {found}");
                assert_eq!(found["wrong"], json!([]), "{eye}, dark: {dark}, {at}");
            }
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
