//! The page's own HTML, changed in a few places for each shape in which it is packed.

use super::files;
use crate::failure::{Failure, Result};
use crate::workspace;

/// The lines of `www/index.html` that load something.
pub const ICON: &str = r#"<link rel="icon" href="icon.svg" type="image/svg+xml">"#;
/// The style of the window.
pub const STYLE: &str = r#"<link rel="stylesheet" href="index.css">"#;
/// The element, and the WebAssembly that it asks for soon.
pub const SCRIPT: &str = r#"<link rel="preload" href="wasm/irozuku_bg.wasm" as="fetch" crossorigin>
<script type="module" src="irozuku-demo.js"></script>"#;
/// Where the words begin that stand in the element until its script is there.
const UNOPENED: &str = r#"<div class="unopened">"#;
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

    /// Changes what is said where the script of the page does not come.
    pub fn unopened(self, words: &str) -> Result<Self> {
        let old = self.0.split_once(UNOPENED).and_then(|(_, rest)| rest.split_once("</div>"));
        match old.map(|(old, _)| old.to_owned()) {
            Some(old) => self.replace(&format!("{UNOPENED}{old}"), &format!("{UNOPENED}\n{words}")),
            None => Err(Failure::new(format!("www/index.html must have this line, for packing: {UNOPENED}"))),
        }
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

    #[test]
    fn the_words_for_a_script_that_does_not_come_are_changed() {
        let page = Html("<div class=\"unopened\">\n<p>a</p>\n</div>\n<div>b</div>".to_owned());
        let changed = page.unopened("<p>c</p>\n").unwrap().text();
        assert_eq!(changed, "<div class=\"unopened\">\n<p>c</p>\n</div>\n<div>b</div>");
        assert!(Html("<div>".to_owned()).unopened("").is_err());
    }
}
