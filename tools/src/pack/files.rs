//! Reading and writing files; what goes wrong is told in a sentence.

use std::ffi::OsStr;
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

/// Removes a folder, but only where nothing lies in it except what has one of these names.
pub fn clear(folder: &Path, names: &[&str]) -> Result<()> {
    let known = |name: &OsStr| names.iter().any(|known| name == *known);
    let strange = folder
        .read_dir()
        .ok()
        .and_then(|entries| entries.flatten().map(|entry| entry.file_name()).find(|name| !known(name)));
    match strange {
        Some(name) => Err(Failure::new(format!(
            "{} holds something else than a packed page ({}): choose an empty folder with --out",
            folder.display(),
            name.display()
        ))),
        None => remove(folder),
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_with_anything_else_in_it_is_left_alone() {
        let folder = std::env::temp_dir().join(format!("irozuku-{}-clear", std::process::id()));
        write(&folder.join("ours.html"), "").unwrap();
        write(&folder.join("within/theirs.txt"), "").unwrap();
        let refusal = clear(&folder, &["ours.html"]).unwrap_err().to_string();
        assert!(refusal.contains("(within): choose an empty folder"), "{refusal}");
        assert_eq!(super::within(&folder).unwrap().len(), 2);
        clear(&folder, &["ours.html", "within"]).unwrap();
        assert!(!folder.exists());
        clear(&folder, &[]).unwrap();
    }
}
