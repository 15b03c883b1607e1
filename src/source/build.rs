//! Cuts the functions that the page shows as "the Rust that ran" out of the sources, for `src/source.rs`: the files
//! whole would be more than ten times as much to download.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

#[path = "cutting.rs"]
mod cutting;

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=src");
    let mut rows = String::new();
    for file in files(Path::new("src"))? {
        // The paths of the repository, also where the system writes them with another stroke.
        let name = file.to_string_lossy().replace('\\', "/");
        // What cuts speaks of marks and has none.
        if name.starts_with("src/source") {
            continue;
        }
        for cutting::Cut { sets, line, first, function } in cutting::cuts(&fs::read_to_string(&file)?) {
            rows += &format!(
                "Row {{ file: {name:?}, sets: {sets:?}, line: {line}, first: {first}, function: {function:?} }},\n"
            );
        }
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo says where to write"));
    fs::write(out.join("statements.rs"), format!("&[\n{rows}]\n"))
}

/// All files in a folder and its folders, in the order of their paths.
fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}
