//! The source of what ran: cut out of the very files this library was compiled from, so that what is shown can't
//! drift.
//!
//! A statement that sets a tensor ends its line with a comment, `// sets dw`; that is how it is found. A statement
//! that sets parameters of any name has a word of its own: `// sets updated`. The build script does the cutting, with
//! `src/source/cutting.rs`.

#[cfg(test)]
mod cutting;

use serde::Serialize;

/// A source file of this library, by its path in the repository.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source(pub &'static str);

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
        Statement { file, line: 0, text: "", first: 0, function: Vec::new() }
    }
}

impl Source {
    /// The statement that is marked with a tensor's name or another word; `None` where none is.
    pub fn statement(self, sets: &str) -> Option<Statement> {
        let row = ROWS.iter().find(|row| row.file == self.0 && row.sets == sets)?;
        let function: Vec<&str> = row.function.lines().collect();
        let text = function.get(row.line - row.first)?.trim_start();
        Some(Statement { file: row.file, line: row.line, text, first: row.first, function })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_marked_statement_is_found_with_its_function() {
        let found = Source("src/sgd.rs").statement("updated").unwrap();
        assert_eq!(found.text, "w - learning_rate * dw");
        assert_eq!((found.function.len(), found.line - found.first), (3, 1));
    }

    #[test]
    fn what_no_statement_sets_is_not_found() {
        assert_eq!(Source("src/sgd.rs").statement("out"), None);
        assert_eq!(Source("src/none.rs").statement("out"), None);
    }
}
