//! How the browser is to be started.

use std::env;
use std::path::Path;

use irozuku_tools::check::soak::JS_FLAGS;
use serde_json::{Value, json};
use thirtyfour::Capabilities;

/// A browser without a window, which prefers a language and has an empty folder to itself.
pub fn capabilities(browser: &Path, profile: &Path, language: &str) -> Capabilities {
    let profile = format!("--user-data-dir={}", profile.display());
    let capabilities = json!({
        "browserName": "chrome",
        // For windows with a storage of their own, which the classic protocol doesn't have.
        "webSocketUrl": true,
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
        "goog:chromeOptions": {
            "binary": browser,
            "args": [
                "--headless=new",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-quic",
                // It only ever sees our own page, and as root it would not start otherwise.
                "--no-sandbox",
                // Containers often have little of this memory.
                "--disable-dev-shm-usage",
                "--no-proxy-server",
                // The driver holds the other end, and when it ends, however it ends, so does the
                // browser.
                "--remote-debugging-pipe",
                "--window-size=1280,720",
                profile,
                format!("--lang={language}"),
                format!("--accept-lang={language}"),
                format!("--js-flags={}", env::var(JS_FLAGS).unwrap_or_default()),
            ],
            "prefs": {
                "intl": { "accept_languages": language },
                // Not the browser's own start page, which makes requests of its own.
                "session": { "restore_on_startup": 4, "startup_urls": ["about:blank"] },
            },
        },
    });
    match capabilities {
        Value::Object(map) => map.into(),
        _ => unreachable!("it is written as an object"),
    }
}
