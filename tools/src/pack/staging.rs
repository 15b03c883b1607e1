//! A copy of the page in which some modules are replaced, so that it can be bundled in another shape.

use std::path::{Path, PathBuf};

use super::files;
use crate::failure::Result;
use crate::{bindings, workspace};

/// The name of its folder.
pub const FOLDER: &str = ".staging";

/// The copy; its folder goes when this does.
pub struct Staging(PathBuf);

impl Staging {
    /// Copies the page's modules and stylesheets into a new folder inside `out`.
    pub fn new(out: &Path) -> Result<Self> {
        let staging = Self(out.join(FOLDER));
        files::remove(&staging.0)?;
        let page = workspace::page();
        for file in files::within(&page)? {
            let source = file.extension().is_some_and(|end| end == "js" || end == "css");
            if source && !file.starts_with("examples") {
                files::write(&staging.0.join(&file), files::read(&page.join(&file))?)?;
            }
        }
        let bindings = workspace::packed_bindings().join(bindings::MODULE);
        staging.put("wasm/irozuku.js", &files::read_text(&bindings)?)?;
        Ok(staging)
    }

    /// Puts a module in the place of one of that name, or a new one there.
    pub fn put(&self, name: &str, module: &str) -> Result<()> {
        files::write(&self.0.join(name), module)
    }

    /// Leaves out the room, which only the page of a server has.
    pub fn leave_out_room(&self) -> Result<()> {
        self.put("room/index.js", "export const enter = () => {};\n")
    }

    /// Lets modules come with those that import them when they are wanted: in one file they are there in any case, and what lets
    /// each wait costs some hundred bytes.
    pub fn whole(&self) -> Result<()> {
        for file in files::within(&self.0)? {
            if file.extension().is_some_and(|end| end == "js") {
                let path = self.0.join(&file);
                let module = files::read_text(&path)?;
                let joined = joined(&module);
                if joined != module {
                    files::write(&path, joined)?;
                }
            }
        }
        Ok(())
    }

    /// The folder of the copy.
    pub fn folder(&self) -> &Path {
        &self.0
    }

    /// Where a file of the copy is.
    pub fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

/// A module that imports from its beginning what it would import when it is wanted.
fn joined(module: &str) -> String {
    let mut imports = String::new();
    let mut rest = String::new();
    let mut count = 0;
    for line in module.split_inclusive('\n') {
        let mut line = line.to_owned();
        // In a comment it is a type.
        while let Some((name, start, end)) =
            wanted(&line).filter(|_| !line.trim_start().starts_with(['*', '/']))
        {
            imports += &format!("import * as wanted{count} from '{name}';\n");
            line.replace_range(start..end, &format!("Promise.resolve(wanted{count})"));
            count += 1;
        }
        rest += &line;
    }
    imports + &rest
}

/// The first `import('…')` of a line that is an expression: its name, and where it begins and ends.
fn wanted(line: &str) -> Option<(String, usize, usize)> {
    const CALL: &str = "import('";
    let starts = line.match_indices(CALL).map(|(start, _)| start);
    let called = |start: &usize| ["=> ", "await ", "["].iter().any(|before| line[..*start].ends_with(before));
    let found = starts.filter(called).filter_map(|start| {
        let (name, after) = line[start + CALL.len()..].split_once("')")?;
        // A type has a name that is written large.
        let is_type = after.strip_prefix('.').is_some_and(|member| member.starts_with(char::is_uppercase));
        (!is_type).then(|| (name.to_owned(), start, start + CALL.len() + name.len() + 2))
    });
    found.into_iter().next()
}

impl Drop for Staging {
    fn drop(&mut self) {
        let _ = files::remove(&self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_imported_when_it_is_wanted_is_imported_from_the_beginning() {
        let module = "const a = () => import('./a.js');\nconst [b] = [import('./b.js'), (await import('./c.js')).c()];\n";
        assert_eq!(
            joined(module),
            "import * as wanted0 from './a.js';\nimport * as wanted1 from './b.js';\nimport * as wanted2 from './c.js';\n\
            const a = () => Promise.resolve(wanted0);\nconst [b] = [Promise.resolve(wanted1), (await Promise.resolve(wanted2)).c()];\n"
        );
    }

    #[test]
    fn types_stay_as_they_are() {
        let module =
            " * @returns {() => import('./a.js').A}\nlet b = null; /** @type {() => import('./b.js').B} */\n";
        assert_eq!(joined(module), module);
    }
}
