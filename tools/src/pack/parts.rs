//! What the element loads beside its modules: the stylesheets and the WebAssembly.

use super::{bundle, compress, files};
use crate::failure::{Failure, Result};
use crate::{bindings, workspace};

/// The parts, small.
pub struct Parts {
    /// The stylesheets, by name, in the order in which they count.
    pub sheets: Vec<(String, String)>,
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
        let mut sheets = Vec::new();
        for name in names {
            let sheet = bundle::sheet(&page.join(&name))?;
            sheets.push((name, sheet));
        }
        let core = files::read(&workspace::bindings().join(bindings::WASM))?;
        let core_gzip = compress::gzip(&core)?;
        Ok(Self { sheets, core, core_gzip })
    }

    /// The texts of the stylesheets.
    pub fn styles(&self) -> Vec<&str> {
        self.sheets.iter().map(|(_, style)| style.as_str()).collect()
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
