//! What the browser has written down: its console and its network requests.

use std::cell::RefCell;

use serde_json::Value;

use super::driver::Driver;

/// Everything read so far. The browser gives each entry only once, so it is kept here.
#[derive(Default)]
pub struct Logs {
    problems: RefCell<Vec<String>>,
    requests: RefCell<Vec<String>>,
}

impl Logs {
    /// The console's warnings and errors.
    pub fn console_problems(&self, driver: &Driver) -> Vec<String> {
        let mut problems = self.problems.borrow_mut();
        for entry in driver.new_log_entries("browser") {
            if ["WARNING", "SEVERE"].contains(&entry.level.as_str()) {
                problems.push(format!("{}: {}", entry.level, entry.message));
            }
        }
        problems.clone()
    }

    /// Forgets the warnings and errors so far.
    pub fn forgive(&self, driver: &Driver) {
        driver.new_log_entries("browser");
        self.problems.borrow_mut().clear();
    }

    /// The addresses asked for.
    pub fn requests(&self, driver: &Driver) -> Vec<String> {
        let mut requests = self.requests.borrow_mut();
        for entry in driver.new_log_entries("performance") {
            let event: Value = serde_json::from_str(&entry.message).unwrap_or_default();
            let event = &event["message"];
            if event["method"] == "Network.requestWillBeSent"
                && let Some(url) = event["params"]["request"]["url"].as_str()
            {
                requests.push(url.to_owned());
            }
        }
        requests.clone()
    }
}
