//! A copy of the page in which some modules are replaced, so that it can be bundled in another shape.

use std::path::{Path, PathBuf};

use super::files;
use crate::failure::Result;
use crate::workspace;

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

    /// Where a file of the copy is.
    pub fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        let _ = files::remove(&self.0);
    }
}
