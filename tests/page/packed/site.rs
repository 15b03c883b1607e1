//! The site: in a folder of some server, without a network, and when there is a new release of it.

use std::fs;
use std::path::{Path, PathBuf};

use irozuku_tools::pack::digest;
use irozuku_tools::pack::single::FILE;
use serde_json::json;

use super::server::Server;
use super::{folder, packed, url};
use crate::browser::Page;
use crate::parts;

const PATH: &str = "/some/sub/path";
/// A sign of the new release.
const TITLE: &str = "色づく Irozuku 2";

/// A copy of the site as it would be packed after a change of the page.
fn next_release() -> PathBuf {
    let (old, new) = (packed().join("irozuku"), folder("next-release"));
    let _ = fs::remove_dir_all(&new);
    fs::create_dir_all(&new).expect("the folder of the tests can be written to");
    for entry in fs::read_dir(&old).expect("it has been packed").flatten() {
        fs::copy(entry.path(), new.join(entry.file_name())).expect("it can be copied");
    }
    let change = |name: &str, from: &str, to: &str| {
        let text = fs::read_to_string(new.join(name)).expect("it is there");
        assert_eq!(text.matches(from).count(), 1, "{from} in {name}");
        fs::write(new.join(name), text.replace(from, to)).expect("it can be written");
    };
    change("index.html", "<title>色づく Irozuku</title>", &format!("<title>{TITLE}</title>"));
    let read = |folder: &Path, name: &str| fs::read_to_string(folder.join(name)).expect("it is there");
    let worker = read(&new, "sw.js");
    let version = worker.split('"').nth(1).expect("its first string is the version");
    change("sw.js", version, "0123456789ab");
    let fingerprint = |folder: &Path| digest::integrity(read(folder, "index.html").as_bytes());
    change("sw.js", &fingerprint(&old), &fingerprint(&new));
    new
}

/// The names of the browser's caches.
const CACHES: &str = "(await caches.keys()).map((name) => name.replace(/-[^-]*$/, ''))";

#[test]
fn the_site_works_in_a_folder_goes_on_without_a_network_and_tells_of_a_new_release() {
    let site = packed().join("irozuku");
    let mut server = Server::start(&site, PATH);
    let home = format!("{}{PATH}/", server.origin());
    let page = Page::open_url(&home, "en");
    page.devtools("Emulation.setFocusEmulationEnabled", json!({ "enabled": true }));
    page.keys("Space");
    assert_eq!(page.js("return demo.state.at", &[]), "forward:affine1");
    page.wait("it is kept", "navigator.serviceWorker.controller !== null");
    assert_eq!(page.count(".message:not([hidden])"), 0, "the first release is no news");
    // Another site of the same server keeps its own.
    page.js(
        "await caches.open('irozuku-/some/sub/path/other/-111111111111'); await caches.open('elsewhere')",
        &[],
    );
    let found = page.devtools("Page.getAppManifest", json!({}));
    assert!(found["url"].as_str().is_some_and(|url| url == format!("{home}manifest.webmanifest")), "{found}");
    assert_eq!(found["errors"], json!([]));
    assert_eq!(page.console_problems(), Vec::<String>::new());

    server.stop();
    page.reload();
    // It stands where it was left.
    page.keys("Space");
    assert_eq!(page.js("return demo.state.at", &[]), "forward:relu1");
    assert!(page.js("return await demo.train(3)", &[])["trainLoss"].is_f64());
    page.visit("index.html?from=home#lesson=forward");
    assert_eq!(page.js("return document.title", &[]), "色づく Irozuku");
    page.js("demo.state = { lesson: '', color: [20, 200, 90] }; await demo.goto(5)", &[]);

    // While a release is put up, its worker may be there before its page: then nothing is kept of it.
    let (release, half) = (next_release(), folder("half-a-release"));
    let _ = fs::remove_dir_all(&half);
    fs::create_dir_all(&half).expect("the folder of the tests can be written to");
    for entry in fs::read_dir(&release).expect("it is there").flatten() {
        let of = if entry.file_name() == "index.html" { &site } else { &release };
        fs::copy(of.join(entry.file_name()), half.join(entry.file_name())).expect("it can be copied");
    }
    server.start_again(&half, PATH);
    let refused = page.js(
        "const registration = await navigator.serviceWorker.ready;
        const gone = new Promise((done) => registration.addEventListener('updatefound', () => {
            const { installing } = registration;
            installing.addEventListener('statechange', () => done(installing.state));
        }));
        await registration.update();
        return await gone",
        &[],
    );
    assert_eq!(refused, "redundant");
    page.forgive();

    server.stop();
    server.start_again(&release, PATH);
    let look = "document.dispatchEvent(new Event('visibilitychange'))";
    page.js(look, &[]);
    page.wait(
        "it is told",
        "root.querySelector('.message:not([hidden]) p')?.textContent.includes('new version')",
    );
    assert_eq!(page.js("return document.title", &[]), "色づく Irozuku", "nothing happens by itself");
    // It may be declined, and is told again next time.
    page.click(parts::DISMISS);
    assert_eq!(page.count(".message:not([hidden])"), 0);
    page.reload();
    page.click(parts::JAPANESE);
    page.wait(
        "it is told again",
        "root.querySelector('.message:not([hidden]) p')?.textContent.includes('新しい版')",
    );
    page.js("await demo.train(7); demo.forward()", &[]);
    let before = page.js("return [demo.state.step, demo.state.color, demo.state.at]", &[]);
    page.click(parts::UNDO);
    page.wait(
        "the new release is there",
        &format!("document.title === '{TITLE}' && (await demo.ready, true)"),
    );
    let after = page.js("return [demo.state.step, demo.state.color, demo.state.at]", &[]);
    assert_eq!(after, before, "what was on the screen stays");
    page.wait("it is news no more", "root.querySelector('.message').hidden");
    assert_eq!(page.foreign_requests(), Vec::<String>::new());
    let kept = page.js(&format!("return {CACHES}"), &[]);
    assert_eq!(kept, json!(["irozuku-/some/sub/path/other/", "elsewhere", "irozuku-/some/sub/path/"]));

    server.stop();
    page.reload();
    assert_eq!(page.js("return document.title", &[]), TITLE);
}

#[test]
fn a_site_whose_files_do_not_come_says_what_to_do_and_speaks_of_no_project() {
    let site = packed().join("irozuku");
    let server = Server::start(&site, PATH);
    let page = Page::open_url(&format!("{}{PATH}/", server.origin()), "en");
    page.devtools("Network.enable", json!({}));
    page.devtools("Network.setBypassServiceWorker", json!({ "bypass": true }));
    page.devtools("Network.setBlockedURLs", json!({ "urls": ["*.wasm"] }));
    page.devtools("Page.reload", json!({}));
    page.wait("it is told", "root.querySelector('[role=alert]').textContent.includes('could not be loaded')");
    let words = page.text("[role=alert]");
    assert!(words.contains("Load the page again") && !words.contains("cargo run"), "{words}");
    page.forgive();

    // Opened by a double click, where a browser loads no module.
    let page = Page::open_url(&url(&packed().join(FILE)), "en");
    page.go(&url(&site.join("index.html")));
    page.wait(
        "the page's own words are seen",
        "document.querySelector('.unopened').checkVisibility({ visibilityProperty: true })",
    );
    let words = page.js("return document.body.innerText", &[]);
    let words = words.as_str().unwrap_or_default();
    assert!(
        words.contains("open irozuku.html instead") && words.contains("かわりに irozuku.html"),
        "{words}"
    );
    assert!(!words.contains("cargo run"), "{words}");
}
