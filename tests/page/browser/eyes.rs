//! What can be seen of the page: its texts, its picture, the browser's console, its requests.

use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::json;

use super::{PATIENCE, Page};

impl Page {
    /// The text of the element as it is shown.
    #[track_caller]
    pub fn text(&self, css: &str) -> String {
        let element = self.element(css);
        self.driver().wait_for(element.text(), &format!("read {css}"))
    }

    /// How many elements there are.
    #[track_caller]
    pub fn count(&self, css: &str) -> usize {
        let count = self.js("return root.querySelectorAll(args[0]).length", &[json!(css)]);
        count.as_u64().map_or(0, |count| count as usize)
    }

    /// Saves a picture of the viewport as a PNG file.
    #[track_caller]
    pub fn screenshot(&self, file: &Path) {
        self.driver().wait_for(self.web().screenshot(file), "take a picture of the page");
    }

    /// The warnings and errors in the browser's console since it was started.
    pub fn console_problems(&self) -> Vec<String> {
        self.logs.console_problems(self.driver())
    }

    /// Waits until the console tells of a problem with these words.
    #[track_caller]
    pub fn wait_for_problem(&self, words: &str) {
        let start = Instant::now();
        while !self.console_problems().iter().any(|problem| problem.contains(words)) {
            assert!(start.elapsed() < PATIENCE, "the console does not tell of {words}");
            thread::sleep(Duration::from_millis(20));
        }
    }

    /// Takes the warnings and errors so far for what was to come.
    pub fn forgive(&self) {
        self.logs.forgive(self.driver());
    }

    /// The address of everything the page has asked the network for since it was opened.
    pub fn requests(&self) -> Vec<String> {
        self.logs.requests(self.driver())
    }

    /// Those of the requests that went anywhere else than to the page's own files, or where it was sent on purpose.
    pub fn foreign_requests(&self) -> Vec<String> {
        let mut requests = self.requests();
        let elsewhere = self.elsewhere.borrow();
        requests.retain(|url| {
            // These carry their content in themselves or in the browser.
            !url.starts_with(&self.home)
                && !elsewhere.iter().any(|origin| url.starts_with(origin))
                && !url.starts_with("data:")
                && !url.starts_with("blob:")
        });
        requests
    }
}
