//! What a command says when it can't go on: one sentence that tells what to do.

use std::fmt;

/// A sentence for the person at the terminal.
#[derive(Debug, PartialEq)]
pub struct Failure(String);

/// The result of anything a command does.
pub type Result<T> = std::result::Result<T, Failure>;

impl Failure {
    /// A failure that is told with this sentence.
    pub fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for Failure {}
