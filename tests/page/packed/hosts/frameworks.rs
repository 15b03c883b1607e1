//! React 19 and 18, Vue 3 and Svelte 5, built by Vite and webpack.

use std::path::Path;

use irozuku_tools::{npm, workspace};
use serde_json::json;

use super::super::server::Server;
use super::{install, run, run_package};
use crate::browser::Page;
use crate::visit::open_url;

/// Looks whether a page of a framework gives the element what it should have, again and again, and hears of it.
#[track_caller]
fn look(folder: &Path, path: &str, version: &str) {
    let server = Server::start(folder, "");
    let page = open_url(&format!("{}/{path}", server.origin()), "ja");
    let told = page.js("return window.version ?? ''", &[]);
    assert!(told.as_str().is_some_and(|told| told.starts_with(version)), "{told}");
    page.wait("it is where it was asked to be", "demo.step === 3");
    let stands = |page: &Page| {
        page.js("return [demo.scene, demo.controls, demo.seed, demo.color, demo.lang, root.querySelectorAll('.message:not([hidden])').length]", &[])
    };
    assert_eq!(stands(&page), json!(["backward", "step", 7, "#e93f7f", "en", 0]));
    page.js("give({ scene: 'forward', controls: 'none', seed: 8, step: 10, color: 'rgb', lang: 'ja' })", &[]);
    page.wait("it follows", "demo.step === 10 && demo.scene === 'forward' && demo.lang === 'ja'");
    // A wrong value is told, and the app lives on.
    assert_eq!(page.js("return [root.querySelector('.message p').textContent.includes('color'), document.querySelector('main') !== null]", &[]), json!([true, true]));
    page.wait("the app is told", "document.querySelector('output').textContent === '10'");
    // Values that are taken away.
    page.js("give({ scene: 'loss', color: [0, 255, 0], controls: 'step', lang: 'en', seed: 8 })", &[]);
    page.wait("it follows", "demo.scene === 'loss' && demo.color === '#00ff00'");
    page.js("demo.dispatchEvent(new Event('x')); demo.forward()", &[]);
    page.wait("it can be led", "demo.stop >= 1");
}

#[test]
#[ignore = "--hosts"]
fn react_19_vue_3_and_svelte_5_set_every_property_in_pages_that_vite_has_built() {
    install();
    let hosts = workspace::hosts();
    run_package("vite", &["build", "--logLevel", "warn"], &hosts);
    for (page, version) in [("react.html", "19."), ("vue.html", "3."), ("svelte.html", "5")] {
        look(&hosts.join("built"), page, version);
    }
}

#[test]
#[ignore = "--hosts"]
fn react_18_sets_every_attribute_in_a_page_that_webpack_has_built() {
    install();
    let older = workspace::hosts().join("older");
    run_package("webpack", &["--config", "webpack.config.js"], &older);
    look(&older, "react.html", "18.");
}

#[test]
#[ignore = "--hosts"]
fn the_types_hold_in_react_19_and_18_and_in_templates_of_vue_and_svelte() {
    install();
    let hosts = workspace::hosts();
    let check = |folder: &Path, file: &str, types: &str| {
        let checker = npm::type_checker().display().to_string();
        let arguments = [
            &checker,
            "--strict",
            "--noEmit",
            "--jsx",
            "react-jsx",
            "--target",
            "es2022",
            "--module",
            "es2022",
            "--moduleResolution",
            "bundler",
            "--lib",
            "es2022,dom,dom.iterable",
            "--types",
            types,
            file,
        ];
        run(Path::new("node"), &arguments, folder);
    };
    check(&hosts, "app.tsx", "react");
    check(&hosts.join("older"), "app.tsx", "react");
    check(&hosts, "templates.ts", "");
}

#[test]
#[ignore = "--hosts"]
fn the_installed_package_is_imported_by_its_name_on_a_server() {
    install();
    let script = "import('irozuku').then(({ IrozukuDemo }) => console.log(typeof IrozukuDemo, 'customElements' in globalThis))";
    let said = run(Path::new("node"), &["-e", script], &workspace::hosts());
    assert_eq!(said.trim(), "function false");
}
