//! What the README gives to copy, as it is written there, beside the packed files.

use std::fs;

use serde_json::json;

use super::packed;
use super::server::Server;
use crate::visit::open_url;

/// The pieces of HTML in the README, in their order.
fn pieces() -> Vec<&'static str> {
    let readme = include_str!("../../../README.md");
    readme.split("```html\n").skip(1).filter_map(|rest| rest.split("```").next()).collect()
}

#[test]
fn what_the_readme_gives_to_copy_does_what_it_says() {
    let folder = super::folder("readme");
    let _ = fs::remove_dir_all(&folder);
    for name in [
        "irozuku.js",
        "irozuku.html",
        "irozuku-slides.js",
        "examples/reveal/reveal.js",
        "examples/reveal/reveal.css",
    ] {
        let to = folder.join(name);
        fs::create_dir_all(to.parent().expect("it lies in a folder")).expect("the folder can be made");
        fs::copy(packed().join(name), to).expect("it has been packed");
    }
    let pieces = pieces();
    assert_eq!(pieces.len(), 3, "an element, a frame, a deck");
    for (name, piece) in ["element", "frame", "deck"].iter().zip(&pieces) {
        let page = format!("<!doctype html><meta charset=utf-8><link rel=icon href='data:,'>{piece}");
        fs::write(folder.join(format!("{name}.html")), page).expect("it can be written");
    }
    let server = Server::start(&folder, "");
    let page = open_url(&format!("{}/element.html", server.origin()), "ja");
    let state = page.js(
        "const { scene, controls, color, settings, lang, at } = demo.state; return [scene, controls, color, settings.seed, lang, at]",
        &[],
    );
    assert_eq!(state, json!(["backward", "step", [233, 63, 127], 7, "en", "forward:loss"]));

    page.visit_elsewhere(&server.origin(), "frame.html");
    // The first step is asked for until the page in the frame has been loaded.
    page.wait("the frame answers", "(place.value || (on.click(), '')) !== ''");
    let place = page.js("return place.value", &[]);
    assert!(place.as_str().is_some_and(|place| place.starts_with("forward:")), "{place}");

    page.visit_elsewhere(&server.origin(), "deck.html");
    page.wait("the deck is there", "Reveal.isReady() && (await demo.ready, true)");
    // Beside a heading all of it is on the slide.
    let fits =
        page.js("return demo.getBoundingClientRect().bottom <= innerHeight && demo.offsetHeight > 300", &[]);
    assert_eq!(fits, true);
    page.keys("ArrowRight ArrowRight");
    page.wait("the deck's keys lead the scene", "demo.stop === 2 && Reveal.getIndices().h === 0");
    for _ in 2..10 {
        page.keys("ArrowRight");
    }
    page.wait("then the deck goes on", "Reveal.getIndices().h === 1");
    page.keys("ArrowLeft");
    page.wait("and back to the end of the scene", "Reveal.getIndices().h === 0 && demo.stop === 9");
}
