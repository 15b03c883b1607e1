//! The element as an npm package, ready to be published: the folder holds exactly what the package does.

use std::path::Path;

use super::{element, files};
use crate::failure::Result;
use crate::workspace;

/// The name of its folder.
pub const FOLDER: &str = "npm";
/// Writes the package into a folder inside `out`, where the element has been packed.
pub fn write(out: &Path) -> Result<()> {
    let put = |name: &str, content: &[u8]| files::write(&out.join(FOLDER).join(name), content);
    for module in [element::MODULE, element::REVEAL] {
        put(module, &files::read(&out.join(module))?)?;
    }
    put("irozuku.d.ts", include_bytes!("npm/irozuku.d.ts"))?;
    put("irozuku-reveal.d.ts", include_bytes!("npm/irozuku-reveal.d.ts"))?;
    put("README.md", include_bytes!("npm/README.md"))?;
    for licence in ["LICENSE-MIT", "LICENSE-APACHE"] {
        put(licence, &files::read(&workspace::root().join(licence))?)?;
    }
    put("package.json", package().as_bytes())
}

/// What npm reads of the package.
fn package() -> String {
    include_str!("npm/package.json").replace("VERSION", env!("CARGO_PKG_VERSION"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    #[test]
    fn a_package_has_the_version_of_the_workspace_and_both_modules() {
        let read = serde_json::from_str::<Value>(&package()).unwrap();
        assert_eq!(read["version"], env!("CARGO_PKG_VERSION"));
        assert_eq!(read["exports"]["./reveal"]["default"], "./irozuku-reveal.js");
    }
}
