//! What the tests in other browser engines need, and those tests: Firefox, WebKitGTK, and a screen for the latter.

use crate::failure::{Failure, Result};
use crate::{apt, program};

/// Debian's packages, each with a program that tells whether it is there.
const BROWSERS: [(&str, &str); 3] =
    [("firefox-esr", "firefox-esr"), ("webkit2gtk-driver", "WebKitWebDriver"), ("xvfb", "xvfb-run")];

/// Says what was left out, and how it is asked for.
pub const LEFT_OUT: &str = "left out: the page in Firefox and WebKit, which need these browsers: `cargo run -- test --engines` runs it there";

/// Installs the browsers if possible.
pub fn ensure() -> Result<()> {
    let missing = || BROWSERS.iter().filter(|(_, program)| program::find(&[program]).is_none());
    let packages: Vec<&str> = missing().map(|(package, _)| *package).collect();
    if !packages.is_empty() && apt::available() {
        apt::install(&packages)?;
    }
    match missing().next() {
        None => Ok(()),
        Some((package, program)) => Err(Failure::new(format!(
            "the tests in other engines need {program} (Debian's package {package}): install it, so that it is in the PATH"
        ))),
    }
}

/// The tests, as cargo is told. They print the engines' versions and hashes.
pub fn tests() -> std::process::Command {
    let mut cargo = program::cargo();
    cargo.args(["test", "--workspace", "--test", "engines", "--no-fail-fast", "--", "--nocapture"]);
    cargo
}
