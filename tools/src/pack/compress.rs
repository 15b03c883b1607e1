//! Compression, as small as it gets, for what is packed; failures are told as the command tells its own.
//!
//! The compressors are a program of their own: they take long to compile, and a page that is not packed needs none.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::sync::Mutex;

use crate::compile;
use crate::failure::{Failure, Result};

/// The package of the compressors, and its program.
const PACKAGE: &str = "irozuku-compress";

/// The bytes as a gzip file.
pub fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    compress("gzip", bytes)
}

/// The bytes as a gzip file, made in a fraction of the time and not much larger: somebody waits for it.
pub fn quick_gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    compress("quick-gzip", bytes)
}

/// The bytes as a brotli file.
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    compress("brotli", bytes)
}

/// The bytes as LZMA without a header: as `page/lzma.js` reads it, which has to be told how many bytes come out.
pub fn lzma(bytes: &[u8]) -> Result<Vec<u8>> {
    compress("lzma", bytes)
}

fn compress(way: &str, bytes: &[u8]) -> Result<Vec<u8>> {
    let unable = |why: String| Failure::new(format!("a file can't be compressed: {why}"));
    let output = run(Command::new(program()?).arg(way), bytes).map_err(|error| unable(error.to_string()))?;
    if output.status.success() {
        Ok(output.stdout)
    } else {
        Err(unable(String::from_utf8_lossy(&output.stderr).trim().to_owned()))
    }
}

/// The compressors, compiled once while this runs.
fn program() -> Result<PathBuf> {
    static COMPILED: Mutex<Option<PathBuf>> = Mutex::new(None);
    let mut compiled = COMPILED.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    if let Some(program) = &*compiled {
        return Ok(program.clone());
    }
    let program = compile::program(PACKAGE, &[], &[])?;
    Ok(compiled.insert(program).clone())
}

fn run(command: &mut Command, bytes: &[u8]) -> io::Result<Output> {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    // It reads all before it writes. Where it ends early, what it says counts for more.
    let written = child.stdin.take().map_or(Ok(()), |mut input| input.write_all(bytes));
    let output = child.wait_with_output()?;
    if output.status.success() {
        written?;
    }
    Ok(output)
}
