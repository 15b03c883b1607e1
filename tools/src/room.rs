//! `cargo run -- --lan`: the page for everyone in the room, who follow, answer and vote together.
//!
//! The room's server is a package of its own, which is compiled only here: whoever looks at the page alone does not wait for
//! it.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::failure::{Failure, Result};
use crate::pack::{self, files};
use crate::{npm, program, workspace};

/// The package of the room's server, and its program.
pub const PACKAGE: &str = "irozuku-room";

/// The folder to serve: the page packed into a few small files, or, where that can't be done, as it is; then it is said
/// what packing would save.
pub fn folder() -> PathBuf {
    packed().unwrap_or_else(|failure| {
        println!("{}", saving(&failure));
        workspace::page()
    })
}

fn packed() -> Result<PathBuf> {
    // Only what is at hand: the room is waiting.
    if program::find(&["node"]).is_none() || npm::npm().is_none() {
        return Err(Failure::new("packing needs node and npm: install Node.js from https://nodejs.org"));
    }
    npm::ensure()?;
    pack::lan::write(&workspace::packed_for_lan())
}

/// Why the page is not packed, and what that means for each device.
fn saving(failure: &Failure) -> String {
    let page = workspace::page();
    let sizes: Vec<u64> = files::within(&page)
        .unwrap_or_default()
        .iter()
        .filter(|file| !file.starts_with("examples"))
        .filter(|file| {
            file.extension().is_some_and(|end| ["js", "css", "wasm"].iter().any(|own| end == *own))
        })
        .filter_map(|file| page.join(file).metadata().ok())
        .map(|about| about.len())
        .collect();
    format!(
        "The page is served unpacked ({failure}). Each device asks for about {} files of {} kB together; packed, they \
         are fewer than ten and a fifth as large.",
        sizes.len(),
        sizes.iter().sum::<u64>() / 1000,
    )
}

/// Compiles the room's server, and says where it is. `options` are cargo's.
pub fn compile(options: &[&str], environment: &[(&str, OsString)]) -> Result<PathBuf> {
    let output = program::cargo()
        .args(["build", "--package", PACKAGE, "--bin", PACKAGE])
        .args(options)
        // Cargo says itself which file it made: the target folder may be configured in many ways.
        .arg("--message-format=json-render-diagnostics")
        .envs(environment.iter().map(|(name, value)| (name, value)))
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| Failure::new(format!("cargo can't be started: {error}")))?;
    if !output.status.success() {
        return Err(Failure::new("the room's server does not compile: see the messages above"));
    }
    executable(&String::from_utf8_lossy(&output.stdout)).ok_or_else(|| {
        Failure::new("cargo built no server for the room: it must be as new as rust-toolchain.toml says")
    })
}

/// The program among cargo's messages.
fn executable(messages: &str) -> Option<PathBuf> {
    messages
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .filter(|message| message["target"]["name"] == PACKAGE)
        .find_map(|message| message["executable"].as_str().map(PathBuf::from))
}

/// Goes on as another program: it has this one's place on the terminal, and ends as this one would.
#[cfg(unix)]
pub fn become_program(command: &mut Command) -> Result<()> {
    use std::os::unix::process::CommandExt;
    let error = command.exec();
    Err(Failure::new(format!("the room's server can't be started: {error}")))
}

/// Runs another program until it ends.
#[cfg(not(unix))]
pub fn become_program(command: &mut Command) -> Result<()> {
    program::run(command, "the room's server has ended")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_program_is_found_among_cargos_messages() {
        let messages = r#"
            {"reason":"compiler-artifact","target":{"name":"other"},"executable":"/a/other"}
            {"reason":"compiler-artifact","target":{"name":"irozuku-room"},"executable":"/a/irozuku-room"}
            {"reason":"build-finished","success":true}"#;
        assert_eq!(executable(messages), Some(PathBuf::from("/a/irozuku-room")));
        assert_eq!(executable(r#"{"reason":"build-finished","success":true}"#), None);
    }
}
