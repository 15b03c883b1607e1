//! A browser of its own with the driver that remote-controls it, both of which end with it.

use std::fs;
use std::future::Future;
use std::path::PathBuf;
use std::process::Child;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use irozuku_tools::chromium::Chromium;
use thirtyfour::error::{WebDriverError, WebDriverResult};
use thirtyfour::{BrowserLogEntry, WebDriver};
use tokio::runtime::{Builder, Runtime};

use super::capabilities::capabilities;
use super::chromedriver;

/// The longest a single command to the browser may take; training on the page is one.
const LIMIT: Duration = Duration::from_secs(60);
/// How long the browser may take to end by itself.
const FAREWELL: Duration = Duration::from_secs(5);

/// The driver, and the session it holds with the browser.
pub struct Driver {
    runtime: Runtime,
    process: Child,
    // Nothing only while starting and ending.
    web: Option<WebDriver>,
    profile: PathBuf,
}

impl Driver {
    /// Starts a browser that prefers a language.
    #[track_caller]
    pub fn start(language: &str) -> Self {
        let programs = Chromium::find()
            .expect("the page's tests need Chromium and chromedriver: `cargo run -- test` tells how");
        let (process, port) = chromedriver::start(&programs.driver);
        // From here on dropping it ends whatever has been started.
        let mut driver = Self {
            runtime: Builder::new_current_thread()
                .enable_all()
                .build()
                .expect("the computer has room for a runtime"),
            process,
            web: None,
            profile: new_profile(),
        };
        let capabilities = capabilities(&programs.browser, &driver.profile, language);
        let client = reqwest::Client::builder()
            // The driver is on this computer, whatever proxy the system has for the rest.
            .no_proxy()
            .timeout(LIMIT + FAREWELL)
            .build()
            .expect("an HTTP client without a proxy can be made");
        let session =
            WebDriver::builder(format!("http://127.0.0.1:{port}"), capabilities).client(client).connect();
        let web = driver.wait_for(session, "start the browser");
        driver.wait_for(web.set_script_timeout(LIMIT), "set the time limit");
        driver.web = Some(web);
        driver
    }

    /// The session.
    pub fn web(&self) -> &WebDriver {
        self.web.as_ref().expect("the browser has been started")
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
        if let Some(web) = self.web.take() {
            // In vain or not: the browser ends at the latest when its driver does.
            let quit = async { tokio::time::timeout(FAREWELL, web.quit()).await };
            let _ = self.runtime.block_on(quit);
        }
        let _ = self.process.kill();
        let _ = self.process.wait();
        let _ = fs::remove_dir_all(&self.profile);
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
