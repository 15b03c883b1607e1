//! What the element loads beside its modules: the stylesheets, the WebAssembly and the files of the data sets.

use irozuku::facts::set_files;

use super::{bundle, files};
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
    /// The files of the data sets, in the order of their names.
    pub data: Vec<(String, Vec<u8>)>,
}

impl Parts {
    /// Reads them from the built page.
    pub fn read() -> Result<Self> {
        let style = bundle::sheet(&style()?)?;
        let core = files::read(&workspace::packed_bindings().join(bindings::WASM))?;
        Ok(Self { style, core, data: data()? })
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

/// The files of the data sets that the core knows, with their names.
fn data() -> Result<Vec<(String, Vec<u8>)>> {
    let folder = workspace::page().join("data");
    set_files().into_values().map(|name| Ok((name.to_owned(), files::read(&folder.join(name))?))).collect()
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
    fn every_file_in_the_folder_of_data_is_that_of_a_data_set() {
        let there = files::within(&workspace::page().join("data")).unwrap();
        let mut names: Vec<_> = there.iter().map(|file| file.display().to_string()).collect();
        names.sort();
        assert_eq!(names, data().unwrap().into_iter().map(|(name, _)| name).collect::<Vec<_>>());
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
