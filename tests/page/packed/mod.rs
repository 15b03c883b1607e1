//! The packed page: one file, a site, an element, an npm package. Packed once for all of these tests.

mod element;
mod examples;
mod files;
mod hosts;
mod npm;
mod readme;
mod server;
mod single;
mod site;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use irozuku_tools::pack;

/// A folder of the tests' own.
fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

/// The folder with the packed page.
pub fn packed() -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let folder = folder("packed");
        pack::write(&folder).unwrap_or_else(|failure| panic!("the page can't be packed: {failure}"));
        folder
    })
}

/// The address of a file.
pub fn url(file: &Path) -> String {
    format!("file://{}", file.display())
}

/// What a module prints that Node.js runs; `folder` is where it looks for files.
#[track_caller]
fn node(module: &str, folder: &Path) -> String {
    let output = Command::new("node")
        .args(["--input-type=module", "--eval", module])
        .current_dir(folder)
        .output()
        .expect("Node.js is there: packing needs it, too");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}
