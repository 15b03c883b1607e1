//! The unit tests of the page's modules that need no page: `node --test`.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::PathBuf;
use std::process::Command;

use super::{Tally, run_and_read};
use crate::failure::{Failure, Result};
use crate::{program, workspace};

/// After so many milliseconds a file of tests is ended: what freezes would never end by itself.
const TIME: &str = "--test-timeout=300000";

/// Runs them; with a filter, only the files whose name contains it, and the tests of other files whose sentence does.
/// Notebooks are run in `python`, where there is one. Returns whether Node.js was content.
pub fn run_tests(filter: Option<&str>, python: Option<&OsStr>, tally: &mut Tally) -> Result<bool> {
    let files = files()
        .map_err(|error| Failure::new(format!("the unit tests in tests/unit can't be listed: {error}")))?;
    let Some(filter) = filter else {
        return run_and_read(&mut node(&files, None, python), |line| tally.read_node(line));
    };
    let (named, rest): (Vec<_>, Vec<_>) = files
        .into_iter()
        .partition(|file| file.file_name().is_some_and(|name| name.to_string_lossy().contains(filter)));
    let mut ended_well = true;
    for (files, pattern) in [(named, None), (rest, Some(pattern(filter)))] {
        if !files.is_empty() {
            ended_well &=
                run_and_read(&mut node(&files, pattern.as_deref(), python), |line| tally.read_node(line))?;
        }
    }
    Ok(ended_well)
}

fn files() -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(workspace::tests().join("unit"))? {
        let path = entry?.path();
        if path.to_string_lossy().ends_with(".test.js") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn node(files: &[PathBuf], pattern: Option<&str>, python: Option<&OsStr>) -> Command {
    let mut node = program::in_workspace("node");
    // Left to itself, Node.js leaves one of the processors unused.
    let files_at_once = format!("--test-concurrency={}", super::side_by_side());
    node.args(["--test", "--test-reporter=spec", TIME, &files_at_once]);
    if let Some(pattern) = pattern {
        node.arg(format!("--test-name-pattern={pattern}"));
    }
    // It is what the tests look for, whichever Python that is.
    node.envs(python.map(|python| ("PYTHON", python)));
    node.args(files);
    node
}

/// A regular expression for a part of a sentence; between its words there may be underscores, as in a Rust test's name.
fn pattern(filter: &str) -> String {
    let escaped = |sign: char| match sign {
        '_' => "[ _]".to_owned(),
        _ if sign.is_alphanumeric() || sign == ' ' => sign.to_string(),
        _ => format!("\\{sign}"),
    };
    filter.chars().map(escaped).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_is_taken_as_it_is_written_but_for_its_underscores() {
        assert_eq!(pattern("a_link::0.5 (x)"), r"a[ _]link\:\:0\.5 \(x\)");
    }

    #[test]
    fn the_unit_tests_are_found() {
        assert!(files().unwrap().iter().any(|file| file.ends_with("moves.test.js")));
    }
}
