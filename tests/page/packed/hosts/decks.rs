//! Decks of reveal.js 4, 5 and 6, and of Marp.

use std::fs;
use std::path::Path;

use irozuku_tools::check::hosts::python_in_hosts;
use irozuku_tools::pack::{element, single};
use irozuku_tools::workspace;
use serde_json::{Value, json};

use super::super::{folder, packed, server::Server};
use super::{run, run_package};
use crate::browser::Page;
use crate::visit::{Visit, open};

/// Opens a page that is none of ours around the packed one.
#[track_caller]
fn open_deck(server: &Server, path: &str) -> Visit {
    let page = open("en");
    page.visit_elsewhere(&server.origin(), path);
    page
}

/// Gives the keys to the frame on the slide, by a click into it.
#[track_caller]
fn click_into(page: &Page, css: &str) {
    let place = page.js(
        "const { x, y, width, height } = document.querySelector(args[0]).getBoundingClientRect();
        return [Math.round(x + width / 2), Math.round(y + height * 0.92)]",
        &[json!(css)],
    );
    page.click_in_window(place[0].as_i64().unwrap_or_default(), place[1].as_i64().unwrap_or_default());
    page.wait("it has the keys", "document.activeElement.matches('iframe')");
}

/// What is written on each page of a PDF file, and how light it is, 0 to 255.
#[track_caller]
fn pages(file: &Path) -> Vec<(String, f64)> {
    let script = "import json, sys, pypdfium2
def page(one):
    pixels = bytes(one.render(scale=0.5).buffer)
    return [one.get_textpage().get_text_range(), sum(pixels) / len(pixels)]
print(json.dumps([page(one) for one in pypdfium2.PdfDocument(sys.argv[1])]))";
    let said = run(&python_in_hosts(), &["-c", script, &file.display().to_string()], &workspace::hosts());
    let found: Value = serde_json::from_str(&said).expect("it is JSON");
    let found = found.as_array().expect("it is a list");
    found
        .iter()
        .map(|one| (one[0].as_str().unwrap_or_default().to_owned(), one[1].as_f64().unwrap_or_default()))
        .collect()
}

/// Puts a page into a folder of its own, beside the packed files that it needs.
fn beside(name: &str, files: &[&str]) -> std::path::PathBuf {
    let folder = folder(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("the folder can be made");
    for file in files {
        fs::copy(packed().join(file), folder.join(file)).expect("it has been packed");
    }
    folder
}

const DECK: &str = "<!doctype html><html lang=en><meta charset=utf-8><title>deck</title><link rel=icon href=data:,>
<link rel=stylesheet href=reveal.css><style>irozuku-demo { display: block; height: 500px; text-align: left }</style>
<div class=reveal><div class=slides>
<section id=first><h2>first</h2></section>
<section id=element><irozuku-demo scene=backward controls=none lang=en></irozuku-demo></section>
<section id=framed><iframe title=framed src='irozuku.html#lang=en&scene=forward&controls=step' width=900 height=500></iframe></section>
<section id=loss><irozuku-demo scene=loss controls=none lang=en step=30 theme=dark></irozuku-demo></section>
<section id=end><h2>end</h2></section>
</div></div>
<script src=reveal.js></script><script src=irozuku-slides.js></script>
<script>
addEventListener('message', ({ data }) => { if (data?.state) window.stop = data.stop; });
Reveal.initialize({ width: 960, height: 700, transition: 'none', hash: true, plugins: [IrozukuReveal] }).then(() => (window.deck = Reveal));
</script>";

#[test]
#[ignore = "--hosts"]
fn reveal_js_4_5_and_6_lead_scenes_go_on_from_a_clicked_frame_and_print_what_is_asked() {
    for version in ["4", "5", "6"] {
        let place = beside(&format!("reveal-{version}"), &[single::FILE, element::SLIDES]);
        let reveal = workspace::hosts().join(format!("node_modules/reveal.js-{version}/dist"));
        for name in ["reveal.js", "reveal.css"] {
            fs::copy(reveal.join(name), place.join(name)).expect("it is installed");
        }
        fs::write(place.join("deck.html"), DECK).expect("it can be written");
        let server = Server::start(&place, "");
        let page = open_deck(&server, "deck.html#/element");
        page.wait("the deck is ready", "window.deck?.isReady() && (await demo.ready, true)");
        assert!(page.js("return Reveal.VERSION", &[]).as_str().is_some_and(|told| told.starts_with(version)));
        for stop in 1..9 {
            page.keys("ArrowRight");
            page.wait("the scene is led", &format!("demo.stop === {stop}"));
        }
        page.keys("ArrowRight");
        page.wait("the deck goes on", "deck.getCurrentSlide().id === 'framed'");
        page.wait("the frame is ready", "window.stop === 0");
        click_into(&page, "#framed iframe");
        for stop in 1..10 {
            page.keys("PageDown");
            page.wait("the frame is led", &format!("window.stop === {stop}"));
        }
        page.keys("PageDown");
        page.wait("the deck goes on", "deck.getCurrentSlide().id === 'loss'");

        page.visit_elsewhere(
            &server.origin(),
            if version == "4" { "deck.html?print-pdf" } else { "deck.html?view=print" },
        );
        page.wait("it is laid out", "window.deck?.isReady() && document.querySelector('.pdf-page')");
        let stands = page.js("return [...document.querySelectorAll('.pdf-page irozuku-demo')].map((one) => [one.stop, one.step, one.theme])", &[]);
        assert_eq!(stands, json!([[8, 0, "light"], [3, 30, "light"]]), "reveal.js {version}");
    }
}

#[test]
#[ignore = "--hosts"]
fn marp_goes_on_from_a_clicked_frame_and_prints_no_empty_stop_and_nothing_dark() {
    let place = beside("marp", &[single::FILE]);
    let hosts = workspace::hosts();
    fs::copy(hosts.join("slides.md"), place.join("slides.md")).expect("it is there");
    let file = |name: &str| place.join(name).display().to_string();
    run_package("marp", &["--no-stdin", "--html", &file("slides.md"), "-o", &file("slides.html")], &hosts);
    let server = Server::start(&place, "");
    let page = open_deck(&server, "slides.html#2");
    let active = "document.querySelector('svg.bespoke-marp-active')";
    page.wait("the slide is there", &format!("{active}?.querySelector('#frame-forward')"));
    page.js(
        "addEventListener('message', ({ data }) => { if (data?.state) window.stop = data.stop; });
        document.querySelector('#frame-forward').contentWindow.postMessage({ irozuku: 1, command: 'state' }, '*')",
        &[],
    );
    page.wait("the frame is ready", "window.stop === 0");
    click_into(&page, "#frame-forward");
    for stop in 1..10 {
        page.keys("PageDown");
        page.wait("the frame is led", &format!("window.stop === {stop}"));
    }
    assert_eq!(page.js(&format!("return {active}.querySelector('#frame-forward') !== null"), &[]), true);
    page.keys("PageDown");
    page.wait("the slides go on", &format!("{active}.querySelector('#frame-asked')"));
    // Marp asks for a lock that keeps the screen awake, and is refused here.
    page.forgive();

    let printing = [
        "--no-stdin",
        "--html",
        "--allow-local-files",
        "--pdf",
        &file("slides.md"),
        "-o",
        &file("slides.pdf"),
    ];
    run_package("marp", &printing, &hosts);
    let pages = pages(&place.join("slides.pdf"));
    assert_eq!(pages.len(), 5);
    for (page, words) in [(1, "The loss is"), (2, "ReLU3"), (3, "After 1,000 updates")] {
        assert!(pages[page].0.contains(words), "{words}: {}", pages[page].0);
    }
    for (text, light) in pages {
        assert!(light > 200.0, "{light}: {text}");
    }
}
