//! What was packed, as a table: the files and how large they are.

use std::path::Path;

use super::files;
use crate::failure::Result;

/// The table of all files in a folder, without the copies that are compressed for a server.
pub fn table(folder: &Path) -> Result<String> {
    let mut rows = Vec::new();
    for file in files::within(folder)? {
        if file.extension().is_some_and(|end| end == "gz" || end == "br") {
            continue;
        }
        let size = files::read(&folder.join(&file))?.len();
        rows.push((file.display().to_string(), grouped(size)));
    }
    let widest = |of: fn(&(String, String)) -> &String| {
        rows.iter().map(|row| of(row).chars().count()).max().unwrap_or_default()
    };
    let (names, sizes) = (widest(|row| &row.0), widest(|row| &row.1));
    Ok(rows.iter().map(|(name, size)| format!("{name:<names$}  {size:>sizes$}\n")).collect())
}

/// A number with its thousands apart: 1,234,567.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_stand_apart() {
        for (number, text) in [(0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567")] {
            assert_eq!(grouped(number), text);
        }
    }
}
