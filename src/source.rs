//! The source of what ran: cut out of the very files this library was compiled from, so that what is shown can't
//! drift.
//!
//! A statement that sets a tensor ends its line with a comment, `// sets dw`; that is how it is found. A statement
//! that sets parameters of any name has a word of its own: `// sets updated`. The build script does the cutting, with
//! `src/source/cutting.rs`.

#[cfg(test)]
mod cutting;

use serde::Serialize;

/// A source file of this library.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its path in the repository.
    pub file: &'static str,
    /// The file that ran, where it is one that can't be read at sight: this one then does the same in the same order, and
    /// gives the same bits.
    pub stands_for: Option<&'static str>,
}

/// A statement and the function around it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Statement {
    /// The file, as a path in the repository.
    pub file: &'static str,
    /// The line of the statement, from 1.
    pub line: usize,
    /// The statement's line, without its indentation.
    pub text: &'static str,
    /// The line on which the function begins, from 1.
    pub first: usize,
    /// The lines of the function, without the indentation they share.
    pub function: Vec<&'static str>,
    /// The file that ran instead and gives the same bits, where it is another; see [`Source::stands_for`].
    #[serde(rename = "standsFor", skip_serializing_if = "Option::is_none")]
    pub stands_for: Option<&'static str>,
}

/// What the build script has cut out of a file for one tensor.
struct Row {
    file: &'static str,
    sets: &'static str,
    line: usize,
    first: usize,
    function: &'static str,
}

/// Every marked statement of this library.
const ROWS: &[Row] = include!(concat!(env!("OUT_DIR"), "/statements.rs"));

impl Statement {
    /// Where a file has no statement marked for a tensor: the file alone.
    pub fn none(file: &'static str) -> Self {
        Statement { file, line: 0, text: "", first: 0, function: Vec::new(), stands_for: None }
    }
}

impl Source {
    /// A file that ran itself.
    pub const fn of(file: &'static str) -> Self {
        Source { file, stands_for: None }
    }

    /// The statement that is marked with a tensor's name or another word; `None` where none is.
    pub fn statement(self, sets: &str) -> Option<Statement> {
        let row = ROWS.iter().find(|row| row.file == self.file && row.sets == sets)?;
        let function: Vec<&str> = row.function.lines().collect();
        let text = function.get(row.line - row.first)?.trim_start();
        let stands_for = self.stands_for;
        Some(Statement { file: row.file, line: row.line, text, first: row.first, function, stands_for })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_marked_statement_is_found_with_its_function() {
        let found = Source::of("src/sgd.rs").statement("updated").unwrap();
        assert_eq!(found.text, "w - learning_rate * dw");
        assert_eq!((found.function.len(), found.line - found.first), (3, 1));
    }

    #[test]
    fn what_no_statement_sets_is_not_found() {
        assert_eq!(Source::of("src/sgd.rs").statement("out"), None);
        assert_eq!(Source::of("src/none.rs").statement("out"), None);
    }
}
