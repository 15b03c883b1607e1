//! What the element loads beside its modules: the stylesheets and the WebAssembly.

use super::{bundle, compress, files};
use crate::failure::{Failure, Result};
use crate::{bindings, workspace};

/// The module that lists the stylesheets.
const LIST: &str = "sheets.js";

/// The parts, small.
pub struct Parts {
    /// The stylesheets, joined into one.
    pub style: String,
    /// The WebAssembly.
    pub core: Vec<u8>,
    /// The same as a gzip file.
    pub core_gzip: Vec<u8>,
}

impl Parts {
    /// Reads them from the built page.
    pub fn read() -> Result<Self> {
        let style = bundle::sheet(&style()?)?;
        let core = files::read(&workspace::bindings().join(bindings::WASM))?;
        let core_gzip = compress::gzip(&core)?;
        Ok(Self { style, core, core_gzip })
    }
}

/// The stylesheets of the element as one, in the order in which they count.
pub fn style() -> Result<String> {
    let page = workspace::page();
    let mut style = String::new();
    for name in sheets(&files::read_text(&page.join(LIST))?)? {
        style += &files::read_text(&page.join(name))?;
    }
    Ok(style)
}

/// The names of the stylesheets, as the module `sheets.js` lists them.
fn sheets(module: &str) -> Result<Vec<String>> {
    let list = module.split_once("const SHEETS = [").and_then(|(_, rest)| rest.split_once(']'));
    let names: Vec<String> = list
        .map(|(list, _)| list.split('\'').skip(1).step_by(2).map(str::to_owned).collect())
        .unwrap_or_default();
    if names.is_empty() {
        return Err(Failure::new(format!(
            "www/{LIST} has no list `const SHEETS = ['…'];`: packing reads it there"
        )));
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stylesheets_are_those_that_the_page_loads() {
        let module =
            "// more\nexport const SHEETS = [\n  'a.css',\n  'b/c.css',\n];\nconst other = ['d.css'];";
        assert_eq!(sheets(module).unwrap(), ["a.css", "b/c.css"]);
        assert!(sheets("const OTHER = ['a.css'];").is_err());
    }

    #[test]
    fn every_stylesheet_in_the_rooms_of_the_page_is_listed_once() {
        let page = workspace::page();
        let mut names = sheets(&files::read_text(&page.join(LIST)).unwrap()).unwrap();
        names.sort();
        let mut there: Vec<String> = files::within(&page)
            .unwrap()
            .iter()
            .filter(|file| file.extension().is_some_and(|end| end == "css"))
            // The sheet of the window around the element, and those of the examples, are not the element's.
            .filter(|file| file.components().count() > 1 && !file.starts_with("examples"))
            .map(|file| file.to_str().unwrap().replace('\\', "/"))
            .collect();
        there.sort();
        assert_eq!(names, there);
    }
}
