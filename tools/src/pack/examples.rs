//! Pages that show how to embed the packed ones; they open from where they are written to.

use std::path::Path;

use super::files;
use crate::failure::Result;
use crate::workspace;

/// The name of their folder.
pub const FOLDER: &str = "examples";
/// What of reveal.js the slides need, so that they need no network.
const REVEAL: [&str; 2] = ["reveal.js", "reveal.css"];

/// Writes them into a folder inside `out`.
pub fn write(out: &Path) -> Result<()> {
    files::copy(&workspace::page().join(FOLDER), &out.join(FOLDER))?;
    let reveal = workspace::tests().join("node_modules/reveal.js");
    let folder = out.join(FOLDER).join("reveal");
    for name in REVEAL {
        files::write(&folder.join(name), files::read(&reveal.join("dist").join(name))?)?;
    }
    files::write(&folder.join("LICENSE"), files::read(&reveal.join("LICENSE"))?)
}
