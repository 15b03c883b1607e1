//! The one-file page, opened from `file://` as by a double click.

use std::fs;

use irozuku_tools::pack::single::{FILE, LIMIT};
use serde_json::json;

use super::{folder, packed, url};
use crate::browser::Page;
use crate::parts;
use crate::saving::catch;
use crate::visit::open_url;

#[test]
fn the_one_file_page_is_small_enough() {
    let size = fs::metadata(packed().join(FILE)).expect("it has been packed").len();
    assert!(size <= LIMIT as u64, "{FILE} has {size} bytes, which is {} too many", size - LIMIT as u64);
}

#[test]
fn the_one_file_page_can_do_all_that_the_page_can_and_asks_nothing_of_any_network() {
    let file = url(&packed().join(FILE));
    let page = open_url(&file, "en");
    // Forward, to the loss, backward, and the update.
    page.keys("Space Space");
    assert_eq!(page.js("return demo.state.at", &[]), "forward:relu1");
    page.click(&parts::phase("loss"));
    page.click(&parts::phase("backward"));
    page.keys("Shift+Space Space");
    assert!(page.js("return demo.state.at", &[]).as_str().is_some_and(|at| at.starts_with("backward:")));
    page.click_cell("relu1", 3);
    assert_eq!(page.number()[0], "relu1.dout[0,3]");
    page.keys("Escape");
    // Training.
    let early = page.train(1);
    page.keys("t");
    page.wait("it learns", "demo.step > 20");
    page.keys("t");
    let late = page.train(0);
    assert!(late["trainLoss"].as_f64() < early["trainLoss"].as_f64(), "{early} {late}");
    // What is taken along.
    page.click(parts::LINK);
    assert!(page.js("return demo.link()", &[]).as_str().is_some_and(|link| link.starts_with(&file)));
    catch(&page);
    page.click(".sharing button[value=png]");
    let [name, kind] =
        ["name", "blob.type"].map(|key| page.js(&format!("return (await window.caught).{key}"), &[]));
    assert_eq!([name, kind], ["irozuku.png", "image/png"]);
    page.keys("Escape");
    // The lesson, with a function that runs shut in, in a worker.
    page.keys("l");
    page.wait("the lesson is open", "demo.state.lesson !== ''");
    page.js("demo.state = { lesson: 'forward.relu' }", &[]);
    page.wait("there is something to write", "root.querySelector('.written textarea')?.checkVisibility()");
    page.write(".written textarea", "return x.map((v) => Math.max(0, v));");
    page.click(".run");
    page.wait("it is right", "root.querySelector('.verdicts').dataset.mark === 'right'");
    // The other language.
    page.click(parts::JAPANESE);
    assert_eq!(page.text("h1"), "色づく");
    assert_eq!(page.js("return document.documentElement.lang", &[]), "ja");
    // What is still there after a reload, with its link.
    let state = page.js("location.hash = demo.link().split('#')[1]; return demo.state.step", &[]);
    page.reload();
    assert_eq!(page.js("return demo.state.step", &[]), state);
    assert_eq!(page.js("return 'irozukuParts' in globalThis", &[]), false);

    let mut asked = page.requests();
    asked.retain(|request| !request.starts_with("data:") && !request.starts_with("blob:"));
    asked.iter_mut().for_each(|request| request.truncate(file.len()));
    asked.dedup();
    assert_eq!(asked, [file]);
}

#[test]
fn the_one_file_page_runs_no_script_but_its_own() {
    let text = fs::read_to_string(packed().join(FILE)).expect("it has been packed");
    let changed = |name: &str, from: &str, to: &str| {
        assert_eq!(text.matches(from).count(), 1, "{from}");
        let file = folder(name);
        fs::write(&file, text.replace(from, to)).expect("the folder of the tests can be written to");
        url(&file)
    };
    let injected = changed(
        "injected.html",
        "</body>",
        "<script>window.first = 1</script><script type=module>window.second = 1</script>\
         <img src='data:,' onerror='window.third = 1'><a href='javascript:window.fourth = 1' id=go>go</a></body>",
    );
    let page = Page::open_url(&injected, "en");
    // The page itself lives on.
    page.js("document.querySelector('#go').click(); demo.forward()", &[]);
    assert_eq!(page.js("return demo.state.at", &[]), "forward:affine1");
    let ran = page.js("return ['first', 'second', 'third', 'fourth'].filter((name) => name in window)", &[]);
    assert_eq!(ran, json!([]));
    let refusals =
        page.console_problems().iter().filter(|line| line.contains("Content Security Policy")).count();
    assert!(refusals >= 4, "{:?}", page.console_problems());

    // A loader that was changed does not run at all, an archive that was changed is told.
    page.go(&changed("loader.html", "TextDecoder().decode", "TextDecoder() .decode"));
    assert_eq!(page.js("return customElements.get('irozuku-demo') === undefined", &[]), true);
    page.wait(
        "the page's own words are seen",
        "document.querySelector('.unopened').checkVisibility({ visibilityProperty: true })",
    );
    let words = page.js("return document.body.innerText", &[]);
    assert!(words.as_str().is_some_and(|words| words.contains("download the file again")), "{words}");
    let damaged =
        text.split("irozuku-archive\">").nth(1).map(|rest| &rest[40_000..40_024]).expect("it is there");
    let mended: String = damaged.chars().rev().collect();
    page.go(&changed("archive.html", damaged, &mended));
    page.wait(
        "it is told",
        "document.querySelector('main [role=alert]')?.textContent.includes('download the file again')",
    );
    assert!(!text.split("irozuku-archive").next().is_some_and(|page| page.contains("cargo run")));
}
