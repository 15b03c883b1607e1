//! What the checks need beside Rust: a browser, a few components. Installed if possible.

use std::env;
use std::ffi::OsString;
use std::process::Command;

use crate::chromium::{Chromium, HEADLESS};
use crate::failure::{Failure, Result};
use crate::{apt, program};

/// A browser, its driver, and letters for the Japanese page.
pub fn browser() -> Result<Chromium> {
    let found = Chromium::find();
    if apt::available() {
        let mut packages = Vec::new();
        if found.is_none() {
            packages.extend(["chromium", "chromium-driver"]);
        }
        if !has_japanese_font() {
            packages.extend(["fontconfig", "fonts-noto-cjk"]);
        }
        if !packages.is_empty() {
            apt::install(&packages)?;
        }
        // The same browser without its windows: the tests take two thirds of the time in it.
        if program::find(&[HEADLESS]).is_none() && apt::knows(HEADLESS) {
            apt::install(&[HEADLESS])?;
        }
    }
    Chromium::find().ok_or_else(|| {
        Failure::new(
            "the page's tests need Chromium or Chrome and its chromedriver: install both \
             (on Debian: chromium and chromium-driver), so that they are in the PATH",
        )
    })
}

fn has_japanese_font() -> bool {
    program::output(Command::new("fc-list").arg(":lang=ja")).is_some_and(|list| !list.is_empty())
}

/// A Python with NumPy, in which saved notebooks are run: that of the variable PYTHON, the first in the PATH, or the system's own,
/// for which packages are installed. Where there is none and it can't be installed, the tests of the notebook are skipped, and
/// this says what they lack.
pub fn numpy() -> Result<Option<OsString>> {
    let pythons = || [env::var_os("PYTHON"), Some("python3".into()), Some("/usr/bin/python3".into())];
    let with_numpy = || pythons().into_iter().flatten().find(has_numpy);
    let mut found = with_numpy();
    if found.is_none() && apt::available() {
        apt::install(&["python3-numpy"])?;
        found = with_numpy();
    }
    if found.is_none() {
        println!(
            "The notebook's tests need Python 3 with NumPy and are skipped: install both, so that \
             `python3 -c \"import numpy\"` says nothing, or name such a Python in the variable PYTHON."
        );
    }
    Ok(found)
}

/// Whether a Python is there and has NumPy.
fn has_numpy(python: &OsString) -> bool {
    program::output(Command::new(python).args(["-c", "import numpy"])).is_some()
}

/// Rust's formatter and linter.
pub fn rust_components() -> Result<()> {
    for (command, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if program::output(program::cargo().args([command, "--version"])).is_none() {
            println!("Adding {component} to Rust.");
            program::run(
                program::in_workspace("rustup").args(["component", "add", component]),
                &format!("the checks need {component}: install it with your Rust and try again"),
            )?;
        }
    }
    Ok(())
}
