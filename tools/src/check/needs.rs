//! What the checks need beside Rust: a browser, Node.js, a few components. Installed if possible.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use super::apt;
use crate::chromium::Chromium;
use crate::failure::{Failure, Result};
use crate::{program, workspace};

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

/// The npm packages of tests/package.json, exactly as its lock file names them.
pub fn npm_packages() -> Result<()> {
    let present = || program::find(&["node"]).is_some() && npm().is_some();
    if !present() && apt::available() {
        apt::install(&["nodejs", "npm"])?;
    }
    let (true, Some(npm)) = (present(), npm()) else {
        return Err(Failure::new(
            "the JavaScript checks need node and npm: install Node.js from https://nodejs.org",
        ));
    };
    let tests = workspace::tests();
    // npm writes this file last.
    let installed = modified(&tests.join("node_modules/.package-lock.json"));
    if installed.is_some() && installed >= modified(&tests.join("package-lock.json")) {
        return Ok(());
    }
    println!("Installing the npm packages of the tests.");
    program::run(
        Command::new(npm).args(["ci", "--no-audit", "--no-fund"]).current_dir(tests),
        "npm could not install the packages of tests/package.json: see its messages above",
    )
}

fn npm() -> Option<PathBuf> {
    program::find(&["npm", "npm.cmd"])
}

fn modified(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).and_then(|about| about.modified()).ok()
}

/// The JavaScript program that checks the types.
pub fn type_checker() -> PathBuf {
    workspace::tests().join("node_modules/typescript/bin/tsc")
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
