//! The page: in a folder, or in this program itself.
//!
//! `cargo run -- pack` compiles this program with the feature `site` and, in the variable `IROZUKU_SITE`, the name of one
//! file that holds all of the site's: for each of them a line with its name and its length, then its bytes.

use std::fs;
use std::path::{Path, PathBuf};

use axum::Router;
use irozuku_serve::{self as serve, Files};

#[cfg(feature = "site")]
static SITE: &[u8] = include_bytes!(env!("IROZUKU_SITE"));
#[cfg(not(feature = "site"))]
static SITE: &[u8] = &[];

/// The page.
#[derive(Clone)]
pub enum Site {
    /// In a folder.
    Folder(PathBuf),
    /// In this program.
    Own(Files),
}

impl Site {
    /// The page in the folder, or without one that in this program, if it has one.
    pub fn new(folder: Option<PathBuf>) -> Option<Self> {
        match folder {
            Some(folder) => Some(Self::Folder(folder)),
            None => (!SITE.is_empty()).then(|| Self::Own(Files::new(unpack(SITE)))),
        }
    }

    /// What answers with its files.
    pub fn router(&self) -> Router {
        match self {
            Self::Folder(folder) => serve::router(folder),
            Self::Own(files) => serve::router_of(files.clone()),
        }
    }

    /// The page's document.
    pub fn page(&self) -> Option<String> {
        let name = Path::new("index.html");
        match self {
            Self::Folder(folder) => fs::read_to_string(folder.join(name)).ok(),
            Self::Own(files) => files.get(name).map(|page| String::from_utf8_lossy(page).into_owned()),
        }
    }
}

/// The files in a packed site. What is cut off at its end is left out.
fn unpack(mut rest: &'static [u8]) -> Vec<(PathBuf, &'static [u8])> {
    let mut files = Vec::new();
    while let Some((name, length, after)) = head(rest) {
        let Some((content, next)) = after.split_at_checked(length) else { break };
        files.push((PathBuf::from(name), content));
        rest = next;
    }
    files
}

fn head(bytes: &'static [u8]) -> Option<(&'static str, usize, &'static [u8])> {
    let end = bytes.iter().position(|byte| *byte == b'\n')?;
    let (name, length) = std::str::from_utf8(&bytes[..end]).ok()?.rsplit_once(' ')?;
    Some((name, length.parse().ok()?, &bytes[end + 1..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_packed_site_is_unpacked() {
        let files = unpack(b"index.html 5\npage\na b/c.bin 2\n\n\n");
        assert_eq!(
            files,
            [(PathBuf::from("index.html"), &b"page\n"[..4 + 1]), (PathBuf::from("a b/c.bin"), &b"\n\n"[..])]
        );
        assert!(unpack(b"index.html 50\npage").is_empty());
        assert!(unpack(b"").is_empty());
    }
}
