//! Node.js and npm packages: those of the tests folder, which check the JavaScript and pack it, and those of the bench.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use crate::failure::{Failure, Result};
use crate::{apt, program, workspace};

/// Installs the npm packages of tests/package.json.
pub fn ensure() -> Result<()> {
    ensure_in(&workspace::tests(), "the tests")
}

/// Installs the npm packages of a folder, exactly as its lock file names them, unless they are there; `whose` says whose
/// they are.
pub fn ensure_in(folder: &Path, whose: &str) -> Result<()> {
    let present = || program::find(&["node"]).is_some() && npm().is_some();
    if !present() && apt::available() {
        apt::install(&["nodejs", "npm"])?;
    }
    let (true, Some(npm)) = (present(), npm()) else {
        return Err(Failure::new(
            "checking and packing the JavaScript and the bench need node and npm: install Node.js from https://nodejs.org",
        ));
    };
    // npm writes this file last.
    let installed = modified(&folder.join("node_modules/.package-lock.json"));
    if installed.is_some() && installed >= modified(&folder.join("package-lock.json")) {
        return Ok(());
    }
    println!("Installing the npm packages of {whose}.");
    program::run(
        Command::new(npm).args(["ci", "--no-audit", "--no-fund"]).current_dir(folder),
        &format!("npm could not install the packages of {whose}: see its messages above"),
    )
}

/// The JavaScript program that checks the types.
pub fn type_checker() -> PathBuf {
    workspace::tests().join("node_modules/typescript/bin/tsc")
}

/// The program that joins modules into one.
pub fn bundler() -> PathBuf {
    workspace::tests().join("node_modules/.bin").join(if cfg!(windows) { "esbuild.cmd" } else { "esbuild" })
}

/// npm itself.
pub fn npm() -> Option<PathBuf> {
    program::find(&["npm", "npm.cmd"])
}

fn modified(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).and_then(|about| about.modified()).ok()
}
