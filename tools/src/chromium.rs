//! The browser the page is tested in, and the driver that remote-controls it.

use std::path::PathBuf;
use std::process::Command;

use crate::program;

/// Chromium without its windows, as Debian calls the program and the package.
pub const HEADLESS: &str = "chromium-headless-shell";

/// Where the two programs are.
pub struct Chromium {
    /// The browser.
    pub browser: PathBuf,
    /// Its WebDriver.
    pub driver: PathBuf,
}

impl Chromium {
    /// Chromium or Chrome with its driver, if both are on this computer.
    pub fn find() -> Option<Self> {
        let browsers = [HEADLESS, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
        Some(Self { browser: program::find(&browsers)?, driver: program::find(&["chromedriver"])? })
    }

    /// The browser's name and version.
    pub fn version(&self) -> Option<String> {
        let text = program::output(Command::new(&self.browser).arg("--version"))?;
        // What follows is where it was built.
        let words: Vec<&str> = text.split_whitespace().collect();
        let end = words.iter().position(|word| word.starts_with(|first: char| first.is_ascii_digit()))?;
        Some(words[..=end].join(" "))
    }
}
