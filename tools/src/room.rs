//! `cargo run -- --lan`: the page for everyone in the room, who follow, answer and vote together.
//!
//! The room's server is a package of its own, which is compiled only here: whoever looks at the page alone does not wait for
//! it.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

use crate::failure::{Failure, Result};
use crate::pack::{self, files};
use crate::{compile, npm, program, workspace};

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
    compile::program(PACKAGE, options, environment)
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
