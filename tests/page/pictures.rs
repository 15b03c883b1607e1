//! What one takes along: the scene as a picture.

use serde_json::json;

use crate::parts;
use crate::saving::catch;
use crate::visit::open;

#[test]
fn the_scene_is_saved_as_svg_with_everything_in_it() {
    let page = open("en");
    page.train(100);
    page.keys("Space Space Space Space");
    let stage = page.js(
        "const stage = root.querySelector('.stage');
        const seen = [...stage.querySelectorAll('*')].filter((one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }));
        const own = (one) => [...one.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE).map(({ data }) => data).join('');
        return {
            words: seen.filter((one) => one instanceof HTMLElement && own(one).trim() && !one.closest('.toggle')).map(own),
            canvases: seen.filter((one) => one.localName === 'canvas' && one.width > 0).map((canvas) => canvas.toDataURL()),
        }",
        &[],
    );
    page.click(parts::LINK);
    catch(&page);
    page.click(".sharing button[value=svg]");
    let found = page.js(
            "const { blob, name } = await window.caught;
            const text = await blob.text();
            const picture = new DOMParser().parseFromString(text, 'image/svg+xml');
            const words = [...picture.querySelectorAll('text')].map((one) => one.textContent);
            return {
                name,
                type: blob.type,
                broken: picture.querySelector('parsererror') !== null,
                outside: /href=\"(?!data:)/.test(text),
                // Programs for slides know no colour but these.
                colours: text.match(/(fill|stroke)=\"(?!none|#[0-9a-f]{6}\")[^\"]*/) ?? [],
                boxes: picture.querySelectorAll('rect').length,
                words: [...args[0].words, 'Data', 'Affine2', 'Softmax', '122', 'red'].filter((word) => !words.includes(word)),
                // The ink, what lies under it, and the strips of the weights are pictures in the picture.
                pictures: args[0].canvases.filter((canvas) => ![...picture.querySelectorAll('image')].some((image) => image.getAttribute('href') === canvas)).length,
            }",
        std::slice::from_ref(&stage),
    );
    assert_eq!((&found["name"], &found["type"]), (&json!("irozuku.svg"), &json!("image/svg+xml")));
    assert_eq!(
        (&found["broken"], &found["outside"], &found["colours"], &found["words"], &found["pictures"]),
        (&json!(false), &json!(false), &json!([]), &json!([]), &json!(0))
    );
    let [words, canvases] = ["words", "canvases"].map(|of| stage[of].as_array().map_or(0, Vec::len));
    assert!(
        canvases >= 6 && words > 15 && found["boxes"].as_u64() > Some(10),
        "{canvases}, {words}, {found}"
    );
}

#[test]
fn the_scene_is_saved_as_png_also_from_another_room() {
    let page = open("ja");
    page.keys("c");
    page.click(parts::LINK);
    catch(&page);
    page.click(".sharing button[value=png]");
    let found = page.js(
        "const { blob, name } = await window.caught;
            const picture = await createImageBitmap(blob);
            const canvas = new OffscreenCanvas(picture.width, picture.height);
            const context = canvas.getContext('2d');
            context.drawImage(picture, 0, 0);
            const { data } = context.getImageData(0, 0, picture.width, picture.height);
            const colours = new Set(new Uint32Array(data.buffer));
            return [name, blob.type, picture.width > 1200 && picture.height > 600, colours.size]",
        &[],
    );
    assert_eq!(found[0], "irozuku.png");
    assert_eq!((&found[1], &found[2]), (&json!("image/png"), &json!(true)));
    assert!(found[3].as_u64() > Some(1000), "it is a picture with many colours: {found}");
    assert!(page.js("return demo.state.room", &[]) == "colours", "the learner is where they were");
}

#[test]
fn a_picture_saved_from_a_room_shows_all_that_the_scene_shows() {
    let pictures = |hash: &str| {
        let page = open("en");
        page.js("location.hash = args[0]", &[json!(hash)]);
        page.reload();
        page.js("await demo.ready", &[]);
        page.click(parts::LINK);
        catch(&page);
        page.click(".sharing button[value=svg]");
        page.js(
            "const picture = new DOMParser().parseFromString(await (await window.caught).blob.text(), 'image/svg+xml');
            return ['image', 'rect', 'text'].map((name) => picture.querySelectorAll(name).length)",
            &[],
        )
    };
    assert_eq!(pictures("lang=en&room=colours&step=20"), pictures("lang=en&step=20"));
}
