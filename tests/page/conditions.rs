//! The browser is what a test asks for, so that what it sees can be trusted.

use std::fs;

use irozuku_tools::{build, workspace};
use serde_json::json;

use crate::browser::Page;

#[test]
fn the_browser_has_the_size_language_and_colours_that_were_asked_for() {
    for (width, height, language, dark) in [(1280, 720, "ja", false), (390, 844, "en", true)] {
        let page = Page::open(width, height, language, dark);
        let found = page.js(
            "return [
                innerWidth, innerHeight, devicePixelRatio,
                navigator.language, matchMedia('(prefers-color-scheme: dark)').matches,
            ]",
            &[],
        );
        assert_eq!(found, json!([width, height, 1, language, dark]));
    }
}

#[test]
fn a_warning_and_an_error_in_the_console_are_noticed() {
    let page = Page::open(1280, 720, "en", false);
    page.js("console.warn('beware'); console.log('nothing')", &[]);
    page.js("setTimeout(() => { throw new Error('broken') })", &[]);
    page.wait("the timer has run", "await new Promise((done) => setTimeout(done, 50, true))");
    let problems = page.console_problems();
    assert_eq!(problems.len(), 2, "{problems:?}");
    assert!(problems[0].contains("beware"));
    assert!(problems[1].contains("broken"));
}

#[test]
fn the_page_can_not_load_anything_from_another_server() {
    let page = Page::open(1280, 720, "en", false);
    let refused = page.try_js("await fetch('http://127.0.0.2:1/elsewhere')", &[]);
    assert!(refused.is_err());
    let problems = page.console_problems();
    assert!(problems[0].contains("Content Security Policy"), "{problems:?}");
}

#[test]
fn what_is_served_tells_nothing_of_the_computer_it_was_built_on() {
    // The tests run after the build, so the file is there.
    let wasm = fs::read(workspace::bindings().join("irozuku_bg.wasm")).expect("the page is built");
    for folder in [build::cargo_home(), workspace::root()] {
        let path = folder.display().to_string();
        let told = wasm.windows(path.len()).any(|part| part == path.as_bytes());
        assert!(!told, "the WebAssembly holds {path}");
    }
}
