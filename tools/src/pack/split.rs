//! Joins modules into a few files: one with all that the first screen needs, and one for each module that is imported when it is
//! wanted.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

use super::{bundle, files};
use crate::failure::{Failure, Result};

/// Where esbuild puts what it makes, within the folder of the modules.
const OUT: &str = ".split";
/// Where it says what that is.
const TOLD: &str = ".split/told.json";

/// The files that a module was joined into.
pub struct Split {
    /// The name of the one that is to be loaded.
    pub first: String,
    /// All of them, by name.
    pub files: Vec<(String, Vec<u8>)>,
    /// The names of the files of the modules that are imported when they are wanted, by the paths of the modules.
    pub parts: BTreeMap<String, String>,
}

/// Joins a module in a `folder`, in which it may change modules, with all it imports.
pub fn split(folder: &Path, entry: &str) -> Result<Split> {
    // What two files need becomes a third, and that can be dozens. Where each part imports the first module, too, all that this
    // one needs is needed by all of them, and so it stays together. A part comes after it, so that this loads nothing.
    for part in told(folder, entry)?.keys().filter(|part| *part != entry) {
        let up = "../".repeat(part.matches('/').count());
        let up = if up.is_empty() { "./" } else { &up };
        let module = folder.join(part);
        files::write(&module, format!("import '{up}{entry}';\n{}", files::read_text(&module)?))?;
    }
    let mut parts = told(folder, entry)?;
    let out = folder.join(OUT);
    // Of the module itself nothing is left but an import of what it shares.
    let page = parts.remove(entry).ok_or_else(|| wrong("no file for the page's module"))?;
    let first = only_import(&files::read_text(&out.join(&page))?)
        .ok_or_else(|| wrong("several files to begin with"))?;
    let mut made = Vec::new();
    for file in files::within(&out)? {
        let name = file.display().to_string();
        if name != page && name.ends_with(".js") {
            made.push((name, files::read(&out.join(&file))?));
        }
    }
    files::remove(&out)?;
    Ok(Split { first, files: made, parts })
}

/// Runs esbuild and says which files it has made of which modules: of the entry, and of those that are imported when they are
/// wanted.
fn told(folder: &Path, entry: &str) -> Result<BTreeMap<String, String>> {
    files::remove(&folder.join(OUT))?;
    let options = [
        "--bundle",
        "--splitting",
        "--format=esm",
        "--chunk-names=irozuku-[name]-[hash]",
        "--entry-names=irozuku-entry",
    ]
    .map(str::to_owned)
    .into_iter()
    .chain([format!("--outdir={OUT}"), format!("--metafile={TOLD}"), entry.to_owned()]);
    bundle::run_in(folder, entry, &options.collect::<Vec<_>>(), "")?;
    let told: Value = serde_json::from_str(&files::read_text(&folder.join(TOLD))?)
        .map_err(|_| wrong("an account that is no JSON"))?;
    let outputs = told["outputs"].as_object().ok_or_else(|| wrong("an account without files"))?;
    let name = |path: &str| path.rsplit('/').next().unwrap_or(path).to_owned();
    let made = outputs
        .iter()
        .filter_map(|(path, about)| Some((about["entryPoint"].as_str()?.to_owned(), name(path))));
    Ok(made.collect())
}

/// The file that a module imports, where it does nothing else but export some of it.
fn only_import(module: &str) -> Option<String> {
    let mut names = module.split('"').skip(1).step_by(2);
    let name = names.next()?.strip_prefix("./")?.to_owned();
    names.next().is_none().then_some(name)
}

fn wrong(what: &str) -> Failure {
    Failure::new(format!("esbuild has made {what}: packing reads how it parts the page"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_module_begins_with_is_read_from_its_only_import() {
        assert_eq!(only_import("import{a}from\"./b-C.js\";export{a as D};").as_deref(), Some("b-C.js"));
        assert_eq!(only_import("import\"./b.js\";import\"./c.js\";"), None);
        assert_eq!(only_import("console.log(1)"), None);
    }
}
