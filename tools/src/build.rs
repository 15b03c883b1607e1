//! Builds the page's WebAssembly: the core as a library, then its bindings.

use std::path::PathBuf;
use std::process::Stdio;

use serde_json::Value;

use crate::failure::{Failure, Result};
use crate::{bindings, program, wasm_target};

/// The library's package.
pub const PACKAGE: &str = "irozuku";

/// Builds what has changed since the last time.
pub fn build() -> Result<()> {
    if !bindings::exist() {
        println!("Building the page. The first time takes up to a minute.");
    }
    wasm_target::ensure()?;
    bindings::generate(&compile()?)
}

/// Compiles the library, and says where cargo has put it.
fn compile() -> Result<PathBuf> {
    let output = program::cargo()
        .args(["build", "--release", "--lib", "--package", PACKAGE])
        .args(["--target", wasm_target::TARGET])
        // Cargo says itself which file it made: the target folder may be configured in many ways.
        .arg("--message-format=json-render-diagnostics")
        // What is meant for this computer's processor must not reach the page.
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_BUILD_TARGET")
        .env("CARGO_ENCODED_RUSTFLAGS", "-Ctarget-feature=+simd128")
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| {
            Failure::new(format!("cargo can't be started: {error}; install Rust from https://rustup.rs"))
        })?;
    if !output.status.success() {
        return Err(Failure::new("the library does not compile for the page: see the messages above"));
    }
    wasm_file(&String::from_utf8_lossy(&output.stdout)).ok_or_else(|| {
        Failure::new("cargo built no WebAssembly: the library must have the crate type cdylib")
    })
}

/// The library's WebAssembly file among cargo's messages.
fn wasm_file(messages: &str) -> Option<PathBuf> {
    messages
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .filter(|message| message["target"]["name"] == PACKAGE)
        .filter_map(|message| message["filenames"].as_array().cloned())
        .flatten()
        .filter_map(|name| name.as_str().map(PathBuf::from))
        .find(|file| file.extension().is_some_and(|end| end == "wasm"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_librarys_wasm_is_found_among_cargos_messages() {
        let messages = r#"
            {"reason":"compiler-artifact","target":{"name":"other"},"filenames":["/a/other.wasm"]}
            {"reason":"compiler-artifact","target":{"name":"irozuku"},"filenames":["/a/libirozuku.rlib","/a/irozuku.wasm"]}
            {"reason":"build-finished","success":true}"#;
        assert_eq!(wasm_file(messages), Some(PathBuf::from("/a/irozuku.wasm")));
    }

    #[test]
    fn a_build_without_wasm_is_noticed() {
        assert_eq!(wasm_file(r#"{"reason":"build-finished","success":true}"#), None);
    }
}
