//! The pages that show how to embed the packed ones, opened by a double click: from files, without a server.

use serde_json::json;

use super::{packed, url};
use crate::visit::open_url;

#[test]
fn the_examples_open_from_files_and_lead_their_scenes() {
    let folder = packed().join("examples");
    let page = open_url(&url(&folder.join("deck.html")), "en");
    page.wait("the deck is ready", "window.Reveal?.isReady()");
    assert_eq!(page.js("return document.documentElement.lang", &[]), "en");
    page.keys("ArrowRight ArrowRight ArrowRight ArrowRight");
    let here = "const scene = Reveal.getCurrentSlide().querySelector('irozuku-demo');
        return [Reveal.getIndices().h, scene.getAttribute('scene'), scene.stop, scene.getAttribute('lang')]";
    assert_eq!(page.js(here, &[]), json!([2, "forward", 2, "en"]));
    page.keys("e ArrowLeft");
    assert_eq!(page.js(here, &[]), json!([2, "forward", 1, "ja"]));

    // The packed page lies one folder up.
    let outside = url(packed());
    page.visit_elsewhere(&outside, "examples/frame.html");
    page.wait("the frame is ready", "document.querySelector('#told').textContent.includes('ready')");
    page.js("document.querySelectorAll('button')[1].click()", &[]);
    page.wait("it is one on", "document.querySelector('output').textContent === '2 / 10'");

    page.visit_elsewhere(&outside, "examples/slides.html");
    page.keys("ArrowRight");
    page.wait("the frame is ready", "document.querySelector('footer').textContent === '2 / 4 · 1 / 10'");
    page.keys("ArrowRight");
    assert_eq!(page.js("return document.querySelector('footer').textContent", &[]), "2 / 4 · 2 / 10");
    page.keys("ArrowLeft ArrowLeft");
    assert_eq!(page.js("return document.querySelector('footer').textContent", &[]), "1 / 4");

    let notebook = std::fs::read_to_string(folder.join("notebook.ipynb")).expect("it is there");
    let notebook: serde_json::Value = serde_json::from_str(&notebook).expect("a notebook is JSON");
    assert_eq!([&notebook["nbformat"], &notebook["nbformat_minor"]], [4, 5]);
}
