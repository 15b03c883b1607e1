//! The page's own HTML, changed in a few places for each shape in which it is packed.

use super::files;
use crate::failure::{Failure, Result};
use crate::workspace;

/// The lines of `www/index.html` that load something.
pub const ICON: &str = r#"<link rel="icon" href="icon.svg" type="image/svg+xml">"#;
/// The style of the window.
pub const STYLE: &str = r#"<link rel="stylesheet" href="index.css">"#;
/// The element.
pub const SCRIPT: &str = r#"<script type="module" src="irozuku-demo.js"></script>"#;
/// The first line of the head, behind which a policy stands before anything else is read.
const FIRST: &str = r#"<meta charset="utf-8">"#;

/// A page that is being changed.
pub struct Html(String);

impl Html {
    /// The page as it is served by `cargo run`.
    pub fn read() -> Result<Self> {
        Ok(Self(files::read_text(&workspace::page().join("index.html"))?))
    }

    /// Puts something in the place of a line.
    pub fn replace(self, line: &str, by: &str) -> Result<Self> {
        match self.0.split_once(line) {
            Some((before, after)) if !after.contains(line) => Ok(Self(format!("{before}{by}{after}"))),
            _ => Err(Failure::new(format!("www/index.html must have this line once, for packing: {line}"))),
        }
    }

    /// Puts something in front of a line.
    pub fn before(self, line: &str, what: &str) -> Result<Self> {
        self.replace(line, &format!("{what}\n{line}"))
    }

    /// Adds a content security policy.
    pub fn policy(self, policy: &str) -> Result<Self> {
        let meta = format!("{FIRST}\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
        self.replace(FIRST, &meta)
    }

    /// The whole page.
    pub fn text(self) -> String {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_must_be_there_once() {
        let page = || Html("<a>\n<b>\n<a>".to_owned());
        assert_eq!(page().before("<b>", "<c>").unwrap().text(), "<a>\n<c>\n<b>\n<a>");
        assert!(page().replace("<a>", "").is_err());
        assert!(page().replace("<d>", "").is_err());
    }
}
