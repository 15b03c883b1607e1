//! What the element loads beside its modules: the stylesheets and the WebAssembly.

use super::{bundle, compress, files};
use crate::failure::{Failure, Result};
use crate::{bindings, workspace};

/// The parts, small.
pub struct Parts {
    /// All stylesheets in one, in the order in which they count.
    pub style: String,
    /// The WebAssembly.
    pub core: Vec<u8>,
    /// The same as a gzip file.
    pub core_gzip: Vec<u8>,
}

impl Parts {
    /// Reads them from the built page.
    pub fn read() -> Result<Self> {
        let page = workspace::page();
        let names = sheets(&files::read_text(&page.join("assets.js"))?)?;
        let sheets = names.iter().map(|name| bundle::sheet(&page.join(name)));
        let style = sheets.collect::<Result<Vec<_>>>()?.concat();
        let core = files::read(&workspace::bindings().join(bindings::WASM))?;
        let core_gzip = compress::gzip(&core)?;
        Ok(Self { style, core, core_gzip })
    }
}

/// The names of the stylesheets, as `assets.js` lists them.
fn sheets(assets: &str) -> Result<Vec<String>> {
    let list = assets.split_once("const SHEETS = [").and_then(|(_, rest)| rest.split_once(']'));
    let names: Vec<String> = list
        .map(|(list, _)| list.split('\'').skip(1).step_by(2).map(str::to_owned).collect())
        .unwrap_or_default();
    if names.is_empty() {
        return Err(Failure::new(
            "www/assets.js has no line `const SHEETS = ['…'];`: packing reads it there",
        ));
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stylesheets_are_those_that_the_page_loads() {
        let names = sheets("// more\nconst SHEETS = ['a.css', 'b.css'];\nconst other = ['c.css'];").unwrap();
        assert_eq!(names, ["a.css", "b.css"]);
        assert!(sheets("const OTHER = ['a.css'];").is_err());
    }
}
