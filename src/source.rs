//! The source of what ran: the very files this library was compiled from, so that what is shown can't drift.
//!
//! A statement that sets a tensor ends its line with a comment, `// sets dw`; that is how it is found.

use serde::Serialize;

use crate::address::Name;

/// A source file of this library.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its path in the repository.
    pub file: &'static str,
    /// All of it.
    pub text: &'static str,
}

/// A statement and the function around it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Statement {
    /// The file, as a path in the repository.
    pub file: &'static str,
    /// The line of the statement, from 1.
    pub line: usize,
    /// The statement's line, without its indentation.
    pub text: String,
    /// The line on which the function begins, from 1.
    pub first: usize,
    /// The lines of the function, without the indentation they share.
    pub function: Vec<String>,
}

/// Begins the comment that names the tensor.
const MARK: &str = "// sets ";

impl Statement {
    /// Where a file has no statement marked for a tensor: the file alone.
    pub fn none(file: &'static str) -> Self {
        Statement { file, line: 0, text: String::new(), first: 0, function: Vec::new() }
    }
}

impl Source {
    /// The statement that sets a tensor; `None` where none is marked with its name.
    pub fn statement(self, tensor: Name) -> Option<Statement> {
        let lines: Vec<&str> = self.text.lines().collect();
        let marked = |line: &&str| line.split_once(MARK).is_some_and(|(_, name)| name == tensor.as_str());
        let at = lines.iter().position(marked)?;
        let begins =
            |line: &str| line.trim_start().starts_with("fn ") || line.trim_start().starts_with("pub fn ");
        let first = (0..=at).rev().find(|&i| begins(lines[i]))?;
        let indent = lines[first].len() - lines[first].trim_start().len();
        let end = (at..lines.len()).find(|&i| lines[i].trim() == "}" && lines[i].len() == indent + 1)?;
        let shown = |line: &str| {
            let code = line.split_once(MARK).map_or(line, |(code, _)| code);
            code.get(indent..).unwrap_or("").trim_end().to_owned()
        };
        Some(Statement {
            file: self.file,
            line: at + 1,
            text: shown(lines[at]).trim_start().to_owned(),
            first: first + 1,
            function: lines[first..=end].iter().map(|line| shown(line)).collect(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: Source = Source {
        file: "src/example.rs",
        text: "impl A {\n    fn one(&self) {\n        let a = 1;\n    }\n\n    fn two(&self) {\n        dx = 2; // sets dx\n        db = 3; // sets db\n    }\n}\n",
    };

    #[test]
    fn a_marked_statement_is_found_with_its_function() {
        let found = FILE.statement(Name::Db).unwrap();
        assert_eq!((found.line, found.text.as_str(), found.first), (8, "db = 3;", 6));
        assert_eq!(found.function, ["fn two(&self) {", "    dx = 2;", "    db = 3;", "}"]);
    }

    #[test]
    fn what_no_statement_sets_is_not_found() {
        assert_eq!(FILE.statement(Name::Out), None);
    }
}
