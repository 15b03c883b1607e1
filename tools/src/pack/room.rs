//! The server of a room with the page inside, as one program for computers of this kind.

use std::ffi::OsString;
use std::path::Path;
use std::{env, fs};

use super::{files, lan};
use crate::failure::{Failure, Result};
use crate::{build, room, workspace};

/// The name of the program, but for the ending that the system wants.
pub const PROGRAM: &str = room::PACKAGE;
/// The variable that tells the program's source where the site is; see `tools/room/src/site.rs`.
const SITE: &str = "IROZUKU_SITE";

/// The program's name on this system.
pub fn file() -> String {
    format!("{PROGRAM}{}", env::consts::EXE_SUFFIX)
}

/// Writes the program into the folder `out`. As it is handed on it is optimised, which takes minutes, and names no folder of
/// this computer.
pub fn write(out: &Path, handed_on: bool) -> Result<()> {
    let site = workspace::root().join("target").join("room-site");
    let joined = join(&lan::write(&workspace::packed_for_lan())?)?;
    // Cargo compiles anew what has a newer file in it.
    if files::read(&site).ok().as_ref() != Some(&joined) {
        files::write(&site, joined)?;
    }
    let mut options = vec!["--features", "site"];
    let mut environment = vec![(SITE, OsString::from(&site))];
    if handed_on {
        options.extend(["--profile", build::PACKED]);
        let flags = build::left_out(&build::cargo_home(), &workspace::root()).join("\x1f");
        environment.push(("CARGO_ENCODED_RUSTFLAGS", flags.into()));
    }
    let program = room::compile(&options, &environment)?;
    let target = out.join(file());
    // Not read and written: it stays a program.
    fs::create_dir_all(out)
        .and_then(|()| fs::copy(program, &target))
        .map(|_| ())
        .map_err(|error| Failure::new(format!("{} can't be written: {error}", target.display())))
}

/// All files of a folder in one: for each a line with its name and its length, then its bytes.
fn join(folder: &Path) -> Result<Vec<u8>> {
    let mut joined = Vec::new();
    for file in files::within(folder)? {
        let content = files::read(&folder.join(&file))?;
        let name = file.to_string_lossy().replace(std::path::MAIN_SEPARATOR, "/");
        joined.extend(format!("{name} {}\n", content.len()).bytes());
        joined.extend(content);
    }
    Ok(joined)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_of_a_folder_are_joined_with_their_names_and_lengths() {
        let folder = env::temp_dir().join(format!("irozuku-{}-join", std::process::id()));
        files::write(&folder.join("index.html"), "page\n").unwrap();
        files::write(&folder.join("a/b.css"), "").unwrap();
        let joined = join(&folder).unwrap();
        files::remove(&folder).unwrap();
        assert_eq!(String::from_utf8(joined).unwrap(), "a/b.css 0\nindex.html 5\npage\n");
    }
}
