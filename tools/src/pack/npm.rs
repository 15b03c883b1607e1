//! The element as an npm package, ready to be published: the folder holds exactly what the package does.

use std::path::Path;

use super::{element, files};
use crate::failure::Result;
use crate::workspace;

/// The name of its folder.
pub const FOLDER: &str = "npm";
/// What belongs to the plugin: its files, and the lines about them.
const PLUGIN: &str = "irozuku-reveal";

/// Writes the package into a folder inside `out`, where the element has been packed.
pub fn write(out: &Path) -> Result<()> {
    let plugin = out.join(element::REVEAL).is_file();
    let put = |name: &str, content: &[u8]| {
        if plugin || !name.starts_with(PLUGIN) {
            files::write(&out.join(FOLDER).join(name), content)?;
        }
        Ok(())
    };
    put(element::MODULE, &files::read(&out.join(element::MODULE))?)?;
    put("irozuku.d.ts", include_bytes!("npm/irozuku.d.ts"))?;
    if plugin {
        put(element::REVEAL, &files::read(&out.join(element::REVEAL))?)?;
    }
    put("irozuku-reveal.d.ts", include_bytes!("npm/irozuku-reveal.d.ts"))?;
    put("README.md", include_bytes!("npm/README.md"))?;
    for licence in ["LICENSE-MIT", "LICENSE-APACHE"] {
        put(licence, &files::read(&workspace::root().join(licence))?)?;
    }
    put("package.json", package(plugin).as_bytes())
}

/// What npm reads of the package.
fn package(plugin: bool) -> String {
    include_str!("npm/package.json")
        .replace("VERSION", env!("CARGO_PKG_VERSION"))
        .lines()
        .filter(|line| plugin || !line.contains(PLUGIN))
        .map(|line| format!("{line}\n"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    #[test]
    fn a_package_has_the_version_of_the_workspace_and_names_only_what_is_in_it() {
        let read = |plugin| serde_json::from_str::<Value>(&package(plugin)).unwrap();
        assert_eq!(read(true)["version"], env!("CARGO_PKG_VERSION"));
        assert_eq!(read(true)["exports"]["./reveal"]["default"], "./irozuku-reveal.js");
        assert!(!package(false).contains("./irozuku-reveal"));
        assert_eq!(read(false)["files"].as_array().map(Vec::len), Some(4));
    }
}
