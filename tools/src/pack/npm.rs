//! The element as an npm package, ready to be published: the folder holds exactly what the package does.

use std::path::Path;

use super::{element, files};
use crate::failure::Result;
use crate::workspace;

/// The name of its folder.
pub const FOLDER: &str = "npm";
/// What goes in as it is: the types, of which those for a framework are asked for by its name.
const FILES: [(&str, &str); 6] = [
    ("irozuku.d.ts", include_str!("npm/irozuku.d.ts")),
    ("irozuku-reveal.d.ts", include_str!("npm/irozuku-reveal.d.ts")),
    ("react.d.ts", include_str!("npm/react.d.ts")),
    ("vue.d.ts", include_str!("npm/vue.d.ts")),
    ("svelte.d.ts", include_str!("npm/svelte.d.ts")),
    ("README.md", include_str!("npm/README.md")),
];

/// Writes the package into a folder inside `out`, where the element has been packed.
pub fn write(out: &Path) -> Result<()> {
    let put = |name: &str, content: &[u8]| files::write(&out.join(FOLDER).join(name), content);
    for module in [element::MODULE, element::REVEAL] {
        put(module, &files::read(&out.join(module))?)?;
    }
    for (name, content) in FILES {
        put(name, content.as_bytes())?;
    }
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
