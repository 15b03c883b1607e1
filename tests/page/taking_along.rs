//! What is taken along where the page around or the server allows less: copying without a clipboard, saving in a sandbox.

use axum::Router;
use axum::response::Html;
use axum::routing::get;
use serde_json::json;

use crate::browser::server;
use crate::parts;
use crate::visit::{empty, open};

#[test]
fn over_plain_http_the_selected_address_is_copied() {
    let page = open("en");
    page.js(
        "Object.defineProperty(navigator, 'clipboard', { value: undefined });
        document.addEventListener('copy', () => (window.taken = root.activeElement.value?.slice(root.activeElement.selectionStart, root.activeElement.selectionEnd)))",
        &[],
    );
    page.click(parts::LINK);
    page.click(".sharing .primary");
    page.wait("it is told", "root.querySelector('.sharing [role=status]').textContent === 'Copied.'");
    assert_eq!(
        page.js(
            "return window.taken === root.querySelector('.sharing input').value && taken.length > 10",
            &[]
        ),
        true
    );
    // Where that can't be done either, it is said.
    page.js("document.execCommand = () => false", &[]);
    page.click(".sharing .primary");
    page.wait(
        "it is told",
        "root.querySelector('.sharing [role=status]').textContent.includes('copy it by hand')",
    );
}

#[test]
fn a_picture_saved_in_a_sandbox_that_may_forbid_downloads_says_so() {
    let page = empty("en");
    let host = server::also(Router::new().route(
        "/",
        get(async || Html("<!doctype html><link rel=icon href=data:,><style>iframe { width: 1200px; height: 680px }</style>")),
    ));
    page.visit_elsewhere(&format!("http://127.0.0.1:{host}"), "");
    // A frame of the page's own origin can look at its sandbox; this one is of another.
    page.js(
        "const frame = Object.assign(document.createElement('iframe'), { src: args[0], sandbox: 'allow-scripts allow-same-origin' });
        document.body.append(frame)",
        &[json!(format!("{}/#lang=en", server::origin()))],
    );
    let told = page.in_frame(|page| {
        page.wait_until_ready();
        page.click(parts::LINK);
        page.click(".sharing button[value=png]");
        page.wait("it is told", "root.querySelector('.sharing [role=status]').textContent !== ''");
        page.text(".sharing [role=status]")
    });
    assert!(told.contains("forbids downloads") && told.contains("allow-downloads"), "{told}");
    page.forgive();
    // By itself nothing needs to be said.
    page.visit("");
    page.click(parts::LINK);
    page.js("window.saved = new Promise((done) => { HTMLAnchorElement.prototype.click = function () { done(this.download); }; })", &[]);
    page.click(".sharing button[value=png]");
    assert_eq!(page.js("return await saved", &[]), "irozuku.png");
    assert_eq!(page.text(".sharing [role=status]"), "");
}

#[test]
fn the_network_of_this_moment_is_saved_for_numpy_in_four_forms() {
    let page = open("en");
    page.js("await demo.train(3)", &[]);
    page.click(parts::LINK);
    page.js(
        "window.saved = [];
        const make = URL.createObjectURL;
        URL.createObjectURL = (blob) => { saved.push(blob); return make.call(URL, blob) };
        HTMLAnchorElement.prototype.click = function () { saved.push(this.download) }",
        &[],
    );
    for kind in ["notebook", "script", "npz", "json"] {
        page.click(&format!(".take-home button[value={kind}]"));
    }
    let saved = page.js(
        "const [notebook, , script, , npz, , json] = saved;
        return [JSON.parse(await notebook.text()).nbformat, (await script.text()).includes('import numpy as np'),
            (await npz.slice(0, 2).text()), JSON.parse(await json.text()).step, ...saved.filter((one) => typeof one === 'string')]",
        &[],
    );
    assert_eq!(
        saved,
        json!([
            4,
            true,
            "PK",
            3,
            "irozuku-moment.ipynb",
            "irozuku.py",
            "irozuku.npz",
            "irozuku-weights.json"
        ])
    );
}
