//! The compiler's WebAssembly target, added when it is missing.

use std::path::Path;

use crate::failure::{Failure, Result};
use crate::program;

/// The name of the target.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Adds the target to the toolchain in use, unless it is there.
pub fn ensure() -> Result<()> {
    if installed() {
        return Ok(());
    }
    if program::find(&["rustup"]).is_none() {
        return Err(Failure::new(format!(
            "this Rust can't build for {TARGET}, and there is no rustup to add it: \
             install Rust from https://rustup.rs, or your system's package for that target"
        )));
    }
    println!("Adding the {TARGET} target to Rust.");
    program::run(
        program::in_workspace("rustup").args(["target", "add", TARGET]),
        &format!("run `rustup target add {TARGET}` and try again: it failed here"),
    )
}

fn installed() -> bool {
    // rustc names the folder whether or not it exists.
    program::output(program::in_workspace("rustc").args(["--print", "target-libdir", "--target", TARGET]))
        .is_some_and(|folder| Path::new(&folder).is_dir())
}
