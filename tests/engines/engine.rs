//! What a test asks of a browser of any engine.

use serde_json::Value;

use crate::chromium::Page;

/// A browser with one window.
pub trait Engine {
    /// The engine's name and version.
    fn name(&self) -> String;

    /// Goes to an address, and waits until it is loaded.
    fn go(&mut self, url: &str);

    /// What the body of an asynchronous function returns in the page.
    fn run(&mut self, body: &str) -> Value;
}

/// The browser of the other tests.
pub struct Chromium(Page);

impl Chromium {
    /// Starts it.
    pub fn start() -> Self {
        Self(Page::open_unpacked("en"))
    }
}

impl Engine for Chromium {
    fn name(&self) -> String {
        "Chromium".to_owned()
    }

    fn go(&mut self, url: &str) {
        // A page answers for what it loads from elsewhere.
        if url.starts_with("file:") {
            self.0 = Page::open_url(url, "en");
        } else {
            self.0.go(url);
        }
    }

    fn run(&mut self, body: &str) -> Value {
        self.0.js(body, &[])
    }
}
