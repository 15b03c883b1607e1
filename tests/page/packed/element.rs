//! The element as one file, in a page of somebody else whose policy allows it scripts, and no styles.

use std::fs;

use irozuku_tools::pack::element::{MODULE, SLIDES};
use serde_json::json;

use super::server::Server;
use super::{folder, packed, url};
use crate::visit::open_url;

/// A page with one element, whose script it allows by this source.
fn host(source: &str, script: &str) -> String {
    format!(
        "<!doctype html><meta charset=utf-8><link rel=icon href='data:,'>\
         <meta http-equiv=Content-Security-Policy content=\"default-src 'none'; script-src {source} 'wasm-unsafe-eval'; img-src data:\">\
         {script}<irozuku-demo></irozuku-demo>"
    )
}

/// Whether the element has its style, and how many numbers there are; then it is used.
const USED: &str = "const before = getComputedStyle(root.querySelector('.app')).display;
    demo.forward();
    const { at } = demo.state;
    const { step } = await demo.train(2);
    return [before, [...root.querySelectorAll('[role=grid]')].reduce((sum, { ariaRowCount, ariaColCount }) => sum + ariaRowCount * ariaColCount, 0) >= 400, at, step]";

#[test]
fn the_element_lives_in_one_file_and_needs_no_style_of_the_page_around_it() {
    let folder = folder("host");
    fs::create_dir_all(&folder).expect("the folder of the tests can be written to");
    let put = |name: &str, text: String| fs::write(folder.join(name), text).expect("it can be written");
    fs::copy(packed().join(MODULE), folder.join(MODULE)).expect("it has been packed");
    put("module.html", host("'self'", &format!("<script type=module src={MODULE}></script>")));
    let server = Server::start(&folder, "");
    let page = open_url(&format!("{}/module.html", server.origin()), "en");
    assert_eq!(page.js(USED, &[]), json!(["grid", true, "forward:affine1", 2]));
    let found = page
        .js("const { IrozukuDemo } = await import('/irozuku.js'); return demo instanceof IrozukuDemo", &[]);
    assert_eq!(found, true);
    let mut asked = page.requests();
    asked.retain(|request| !request.starts_with("data:") && !request.starts_with("blob:"));
    assert_eq!(asked.len(), 2, "the page and the element: {asked:?}");
    drop(page);

    // The plain script, which also brings the plugin for slides, opens from a file.
    fs::copy(packed().join(SLIDES), folder.join(SLIDES)).expect("it has been packed");
    put("script.html", host("file:", &format!("<script src={SLIDES}></script>")));
    let page = open_url(&url(&folder.join("script.html")), "en");
    assert_eq!(page.js(USED, &[]), json!(["grid", true, "forward:affine1", 2]));
    assert_eq!(page.js("return IrozukuReveal().id", &[]), "irozuku");
}
