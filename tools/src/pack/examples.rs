//! Pages that show how to embed the packed ones; they open from where they are written to.

use std::path::Path;

use super::files;
use crate::failure::Result;
use crate::workspace;

/// The name of their folder.
pub const FOLDER: &str = "examples";
/// What of reveal.js the slides need, so that they need no network.
const REVEAL: [&str; 2] = ["reveal.js", "reveal.css"];

/// Writes them into a folder inside `out`, if there are any.
pub fn write(out: &Path) -> Result<()> {
    let examples = workspace::page().join(FOLDER);
    if !examples.is_dir() {
        return Ok(());
    }
    files::copy(&examples, &out.join(FOLDER))?;
    let reveal = workspace::tests().join("node_modules/reveal.js");
    if reveal.is_dir() {
        let folder = out.join(FOLDER).join("reveal");
        for name in REVEAL {
            files::write(&folder.join(name), files::read(&reveal.join("dist").join(name))?)?;
        }
        files::write(&folder.join("LICENSE"), files::read(&reveal.join("LICENSE"))?)?;
    }
    Ok(())
}
