//! A browser with the driver that remote-controls it. Many tests use it, one after another, each in a window of its own.

use std::cell::RefCell;
use std::fs;
use std::future::Future;
use std::path::PathBuf;
use std::process::Child;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use irozuku_tools::chromium::Chromium;
use serde_json::Value;
use thirtyfour::error::{WebDriverError, WebDriverResult};
use thirtyfour::{BrowserLogEntry, WebDriver};
use tokio::runtime::{Builder, Runtime};

use super::bidi::Bidi;
use super::capabilities::capabilities;
use super::chromedriver;

/// The longest a single command to the browser may take, on a busy computer; training on the page is one.
const LIMIT: Duration = Duration::from_secs(120);
/// How much longer its answer may take to arrive.
const ARRIVAL: Duration = Duration::from_secs(5);

/// The driver, and the session it holds with the browser.
pub struct Driver {
    /// Which language the browser prefers.
    pub language: String,
    runtime: Runtime,
    process: Child,
    /// Nothing only while starting.
    session: Option<(WebDriver, RefCell<Bidi>)>,
}

impl Driver {
    /// Starts a browser that prefers a language.
    #[track_caller]
    pub fn start(language: &str) -> Self {
        let programs = Chromium::find()
            .expect("the page's tests need Chromium and chromedriver: `cargo run -- test` tells how");
        let profile = new_profile();
        let (process, port) = chromedriver::start(&programs.driver, &profile);
        // From here on dropping it ends whatever has been started.
        let mut driver = Self {
            language: language.to_owned(),
            runtime: Builder::new_current_thread()
                .enable_all()
                .build()
                .expect("the computer has room for a runtime"),
            process,
            session: None,
        };
        let capabilities = capabilities(&programs.browser, &profile, language);
        let client = reqwest::Client::builder()
            // The driver is on this computer, whatever proxy the system has for the rest.
            .no_proxy()
            .timeout(LIMIT + ARRIVAL)
            .build()
            .expect("an HTTP client without a proxy can be made");
        let session =
            WebDriver::builder(format!("http://127.0.0.1:{port}"), capabilities).client(client).connect();
        let web = driver.wait_for(session, "start the browser");
        driver.wait_for(web.set_script_timeout(LIMIT), "set the time limit");
        let url = web.capabilities().get("webSocketUrl").and_then(Value::as_str).unwrap_or_default();
        let bidi = Bidi::connect(url, LIMIT).expect("the driver speaks WebDriver BiDi");
        driver.session = Some((web, RefCell::new(bidi)));
        driver
    }

    /// The session.
    pub fn web(&self) -> &WebDriver {
        &self.session.as_ref().expect("the browser has been started").0
    }

    /// Sends a command of WebDriver BiDi in the same session.
    pub fn bidi(&self, method: &str, params: &Value) -> Result<Value, String> {
        let (_, bidi) = self.session.as_ref().expect("the browser has been started");
        bidi.borrow_mut().send(method, params)
    }

    /// Waits for an answer.
    pub fn block_on<T>(&self, future: impl Future<Output = T>) -> T {
        self.runtime.block_on(future)
    }

    /// Waits for something that must succeed; `action` says what it is.
    #[track_caller]
    pub fn wait_for<T>(&self, future: impl Future<Output = WebDriverResult<T>>, action: &str) -> T {
        // Not a closure: the panic must be told at the place of the caller.
        match self.block_on(future) {
            Ok(answer) => answer,
            Err(error) => panic!("can't {action}: {}", sentence(&error)),
        }
    }

    /// What has been added to one of the browser's logs since the last call.
    #[track_caller]
    pub fn new_log_entries(&self, log: &str) -> Vec<BrowserLogEntry> {
        self.wait_for(self.web().get_log(log), "read the browser's log")
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // The browser ends when its driver does, and the driver when nobody holds it any more.
        drop(self.process.stdin.take());
        let _ = self.process.wait();
        // There is nobody left to be told that the session ends.
        let _ = self.session.take().map(|(web, _)| web.leak());
    }
}

/// What a failure says, without the driver's stack of addresses.
pub fn sentence(error: &WebDriverError) -> String {
    let text = error.to_string();
    let (words, _) = text.split_once("(Session info").unwrap_or((&text, ""));
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An empty folder for the browser's own files.
fn new_profile() -> PathBuf {
    static NUMBER: AtomicUsize = AtomicUsize::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let name = format!("irozuku-test-{}-{number}", std::process::id());
    let profile = std::env::temp_dir().join(name);
    fs::create_dir_all(&profile).expect("the folder for temporary files can be written to");
    profile
}
