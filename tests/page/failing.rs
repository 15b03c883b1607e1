//! When the computing part can't run: the page says so, in its language, and `ready` is rejected.

use axum::Router;
use axum::response::Html;
use axum::routing::{MethodRouter, get};
use serde_json::json;

use crate::browser::{Page, server};

#[test]
fn a_file_that_is_missing_is_told_with_the_way_out() {
    for (language, words) in [("en", "run “cargo run”"), ("ja", "「cargo run」を実行")] {
        let page = Page::empty(language);
        page.devtools("Network.enable", json!({}));
        page.devtools("Network.setBlockedURLs", json!({ "urls": ["*.wasm"] }));
        told(&page, words);
        // When the file is there again, so is the page.
        page.devtools("Network.setBlockedURLs", json!({ "urls": [] }));
        page.reload();
        assert_eq!(page.numbers_of("affine2").len(), 100);
    }
}

#[test]
fn a_script_that_does_not_come_is_told_in_words_of_the_page_itself() {
    let page = Page::open_unpacked("en");
    assert_eq!(page.count("irozuku-demo > *"), 0, "the script has come");
    let unseen = page.js("return [demo.textContent, document.querySelector('.unopened')]", &[]);
    assert_eq!(unseen, json!(["", null]));
    page.devtools("Network.enable", json!({}));
    // The element itself, and one of the modules that it needs.
    for blocked in ["*/irozuku-demo.js", "*/app/session.js"] {
        page.devtools("Network.setBlockedURLs", json!({ "urls": [blocked] }));
        page.devtools("Page.reload", json!({}));
        page.wait(
            "the words are seen",
            "document.querySelector('.unopened').checkVisibility({ visibilityProperty: true })",
        );
        let words = page.js("return document.body.innerText", &[]);
        for part in ["cargo run", "load the page again", "読み込み直"] {
            assert!(words.as_str().is_some_and(|words| words.contains(part)), "{part} in {words}");
        }
        // They leave a script that comes the time to come.
        let seen = page.js(
            "const words = document.querySelector('.unopened');
            const [animation] = words.getAnimations();
            const seen = (time) => {
                animation.currentTime = time;
                return words.checkVisibility({ visibilityProperty: true });
            };
            animation.pause();
            return [seen(0), seen(3000), seen(10_000)]",
            &[],
        );
        assert_eq!(seen, json!([false, false, true]));
    }
    page.devtools("Network.setBlockedURLs", json!({ "urls": [] }));
    page.reload();
    assert_eq!(page.js("return document.querySelector('.unopened')", &[]), json!(null));
}

#[test]
fn a_browser_without_scripts_shows_what_it_needs_and_nothing_else() {
    let page = Page::empty("en");
    page.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true }));
    page.visit_only("");
    page.wait("the words are there", "document.querySelector('noscript p[lang=en]')?.checkVisibility()");
    let seen = page.js(
        "const { top, bottom } = document.querySelector('noscript p[lang=en]').getBoundingClientRect();
        const other = document.querySelector('.unopened').checkVisibility();
        return [document.body.innerText.includes('needs JavaScript'), top >= 0 && bottom <= innerHeight, other]",
        &[],
    );
    assert_eq!(seen, json!([true, true, false]));
}

#[test]
fn a_browser_without_webassembly_is_told_which_ones_have_it() {
    without("en", "delete globalThis.WebAssembly", "no WebAssembly");
}

#[test]
fn a_browser_without_simd_is_told_which_ones_have_it() {
    without("ja", "WebAssembly.validate = () => false", "SIMD に対応していません");
}

#[test]
fn until_it_is_ready_the_element_asks_for_patience_with_a_sentence() {
    let page = Page::open(1280, 720, "en", false);
    let answers = page.js(
        "const early = document.createElement('irozuku-demo');
        const attempts = {
            value: () => early.value('loss.out'),
            tensor: () => early.tensor('affine1.w'),
            forward: () => early.forward(),
            back: () => early.back(),
            reset: () => early.reset(),
        };
        const answers = Object.values(attempts).map((attempt) => {
            try {
                attempt();
                return 'nothing was said';
            } catch (problem) {
                return problem instanceof Error ? problem.message : String(problem);
            }
        });
        // What is asked of its state and its training is done when it is ready.
        early.state = { color: [1, 2, 3], lang: 'ja' };
        const before = early.state.color;
        document.body.append(early);
        const { step } = await early.train(2);
        return { answers, before, step, after: early.state.color }",
        &[],
    );
    for answer in answers["answers"].as_array().into_iter().flatten() {
        assert!(
            answer.as_str().is_some_and(|sentence| sentence.contains("await its promise `ready`")),
            "{answer}"
        );
    }
    assert_eq!([&answers["before"], &answers["after"]], [&json!([1, 2, 3]), &json!([1, 2, 3])]);
    assert_eq!(answers["step"], 2);
    assert_eq!(page.console_problems(), Vec::<String>::new());
}

/// Opens the page in a browser that lacks something.
#[track_caller]
fn without(language: &str, source: &str, words: &str) {
    let page = Page::empty(language);
    page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": source }));
    told(&page, words);
    assert_eq!(page.console_problems(), Vec::<String>::new(), "it was foreseen");
}

/// Opens the page: a sentence stands on it, nothing else, and `ready` is rejected with an error.
#[track_caller]
fn told(page: &Page, words: &str) {
    page.visit_only("");
    page.wait(
        "the page says what is wrong",
        &format!("root.querySelector('[role=alert]:not([hidden])').textContent.includes('{words}')"),
    );
    assert!(page.text("[role=alert]").contains(words));
    assert_eq!(page.count("button"), 0);
    let refused = page.js("return demo.ready.then(() => 'ready', (problem) => problem instanceof Error && problem.message !== '')", &[]);
    assert_eq!(refused, true);
}

/// The files of the page on a server of their own, but for one address. Says its origin.
fn but_for(path: &str, answer: MethodRouter) -> String {
    let files = Router::new().route(path, answer).fallback_service(server::joined());
    format!("http://127.0.0.1:{}", server::also(files))
}

#[test]
fn a_policy_that_forbids_webassembly_is_told_with_the_directive_that_is_missing() {
    let host = but_for(
        "/host",
        get(async || {
            let text = "<!doctype html><link rel=icon href=data:,><irozuku-demo lang=en></irozuku-demo>\
                <script type=module src=irozuku-demo.js></script>";
            ([("content-security-policy", "default-src 'self' data:; style-src 'unsafe-inline'")], Html(text))
        }),
    );
    let page = Page::empty("en");
    page.visit_elsewhere(&host, "host");
    page.wait(
        "it is told",
        "root.querySelector('[role=alert]').textContent.includes(\"script-src needs 'wasm-unsafe-eval'\")",
    );
    assert!(!page.text("[role=alert]").contains("cargo run"));
    assert_eq!(page.js("return demo.ready.then(() => 'ready', ({ code }) => code)", &[]), "noPolicy");
}

#[test]
fn a_download_that_stalls_is_spoken_of_after_five_seconds() {
    let page = Page::empty("en");
    // What the element asks for, and is never answered.
    for held in ["/wasm/irozuku_bg.wasm", "/irozuku.css"] {
        let host = but_for(held, get(async || std::future::pending::<()>().await));
        page.visit_elsewhere(&host, "");
        page.wait("the script is there", "root.querySelector('.loading')");
        assert_eq!(page.js("return root.querySelector('.loading').textContent", &[]), "Loading…");
        page.wait(
            "it is told",
            "root.querySelector('.loading').checkVisibility() && root.querySelector('.loading').textContent.includes('Check the connection')",
        );
        assert!(page.js("return performance.now()", &[]).as_f64() >= Some(5000.0), "{held}");
    }
}
