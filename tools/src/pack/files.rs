//! Reading and writing files; what goes wrong is told in a sentence.

use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Result};

/// The bytes of a file.
pub fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).map_err(|error| Failure::new(format!("{} can't be read: {error}", path.display())))
}

/// The text of a file.
pub fn read_text(path: &Path) -> Result<String> {
    fs::read_to_string(path)
        .map_err(|error| Failure::new(format!("{} can't be read: {error}", path.display())))
}

/// Writes a file, and makes the folders it stands in.
pub fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<()> {
    let written = path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(path, content));
    written.map_err(|error| {
        Failure::new(format!(
            "{} can't be written ({error}): choose another folder with --out",
            path.display()
        ))
    })
}

/// Empties the folder for the packed page. One that holds anything else than a packed page is left alone.
pub fn clear(folder: &Path, packed: &str) -> Result<()> {
    let other = folder.is_file() || folder.read_dir().is_ok_and(|mut entries| entries.next().is_some());
    if other && !folder.join(packed).is_file() {
        return Err(Failure::new(format!(
            "{} holds something else than a packed page: choose an empty folder with --out",
            folder.display()
        )));
    }
    remove(folder)
}

/// Removes a folder with all that is in it, if it is there.
pub fn remove(folder: &Path) -> Result<()> {
    if !folder.exists() {
        return Ok(());
    }
    fs::remove_dir_all(folder)
        .map_err(|error| Failure::new(format!("{} can't be removed: {error}", folder.display())))
}

/// All files in a folder and the folders within it: their paths from it, in order.
pub fn within(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut open = vec![PathBuf::new()];
    while let Some(inner) = open.pop() {
        let unable =
            |error| Failure::new(format!("{} can't be read: {error}", folder.join(&inner).display()));
        for entry in fs::read_dir(folder.join(&inner)).map_err(unable)? {
            let entry = entry.map_err(unable)?;
            let path = inner.join(entry.file_name());
            if entry.path().is_dir() { open.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    Ok(found)
}

/// Copies a folder with all that is in it.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    for file in within(from)? {
        write(&to.join(&file), read(&from.join(&file))?)?;
    }
    Ok(())
}
