//! Builds the page's WebAssembly: the core as a library, then its bindings, and the module of its facts.
//!
//! It is built in two ways that give the same bits: soon, for whoever waits for the page, and small, for what is handed on.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use serde_json::Value;

use crate::failure::{Failure, Result};
use crate::{bindings, facts, program, wasm_target, workspace};

/// The library's package.
pub const PACKAGE: &str = "irozuku";

/// The profile of what is handed on.
pub const PACKED: &str = "packed";

/// The library as WebAssembly.
///
/// Its type is said only here, and not in Cargo.toml: a file of this type has no sign of its features in its name, so that
/// running the command and compiling the tests, where features of the tests' dependencies come in, would each overwrite
/// what the other has made, and all of the tests would be compiled anew each time. Beside an rlib cargo would leave out
/// link-time optimisation, which takes a fourteenth off the download.
const LIBRARY: &[&str] = &["--lib", "--crate-type", "cdylib"];

/// Builds what has changed of the page since the last time.
pub fn build() -> Result<()> {
    if !bindings::exist() {
        println!("Building the page. The first time takes up to a minute.");
    }
    wasm_target::ensure()?;
    bindings::generate(&compile("release", LIBRARY, PACKAGE)?, &workspace::bindings())?;
    facts::write()
}

/// Builds what has changed of the WebAssembly that is handed on, beside the page's.
pub fn packed() -> Result<()> {
    let folder = workspace::packed_bindings();
    if !folder.is_dir() {
        println!("Compiling what is handed on. The first time takes up to a minute.");
    }
    wasm_target::ensure()?;
    bindings::generate(&compile(PACKED, LIBRARY, PACKAGE)?, &folder)
}

/// Compiles one target of the library's package with one of the workspace's profiles, and says where cargo has put its
/// WebAssembly. `choice` is how cargo is told which target, `name` how cargo calls it.
pub fn compile(profile: &str, choice: &[&str], name: &str) -> Result<PathBuf> {
    let output = program::cargo()
        .args(["rustc", "--profile", profile, "--package", PACKAGE])
        .args(choice)
        .args(["--target", wasm_target::TARGET])
        // Cargo says itself which file it made: the target folder may be configured in many ways.
        .arg("--message-format=json-render-diagnostics")
        // What is meant for this computer's processor must not reach the page.
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_BUILD_TARGET")
        .env("CARGO_ENCODED_RUSTFLAGS", rustflags(&cargo_home(), &workspace::root()))
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| {
            Failure::new(format!("cargo can't be started: {error}; install Rust from https://rustup.rs"))
        })?;
    if !output.status.success() {
        return Err(Failure::new("the library does not compile for the page: see the messages above"));
    }
    wasm_file(&String::from_utf8_lossy(&output.stdout), name).ok_or_else(|| {
        Failure::new("cargo built no WebAssembly: it must be as new as rust-toolchain.toml says")
    })
}

/// How the compiler is told to leave out this computer's folders.
///
/// The places where a program may panic are named by file, and those of other packages lie in cargo's folder: it and the
/// workspace are left out, so that what is handed on tells nothing of this computer and is the same from any other.
pub fn left_out(cargo_home: &Path, workspace: &Path) -> [String; 3] {
    // Of those that fit the last is taken, so the innermost folder comes last.
    let folders = [workspace, cargo_home, &cargo_home.join("registry").join("src")];
    folders.map(|folder| format!("--remap-path-prefix={}=", folder.display()))
}

/// What the compiler is told besides, parted as cargo wants it.
fn rustflags(cargo_home: &Path, workspace: &Path) -> String {
    // Inlining less than usual (225) takes a fourteenth off the download, and no speed that could be measured. "Loop
    // strength reduction" gives each number that a loop reads an addition of its own: a tenth of the time of training.
    let code = ["-Ctarget-feature=+simd128", "-Cllvm-args=-inline-threshold=25 -disable-lsr"];
    [code.map(str::to_owned).as_slice(), &left_out(cargo_home, workspace)].concat().join("\x1f")
}

/// The folder in which cargo keeps the packages.
pub fn cargo_home() -> PathBuf {
    env::var_os("CARGO_HOME").map_or_else(
        || env::home_dir().unwrap_or_default().join(".cargo"),
        |folder| workspace::root().join(folder),
    )
}

/// A target's WebAssembly file among cargo's messages.
fn wasm_file(messages: &str, name: &str) -> Option<PathBuf> {
    messages
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .filter(|message| message["target"]["name"] == name)
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
        assert_eq!(wasm_file(messages, PACKAGE), Some(PathBuf::from("/a/irozuku.wasm")));
    }

    #[test]
    fn the_folders_of_this_computer_are_left_out_of_the_library() {
        let flags = rustflags(Path::new("/home/a/.cargo"), Path::new("/home/a/irozuku"));
        let flags: Vec<&str> = flags.split('\x1f').collect();
        assert_eq!(flags[0], "-Ctarget-feature=+simd128");
        assert!(flags.contains(&"--remap-path-prefix=/home/a/irozuku="), "{flags:?}");
        let last = flags[flags.len() - 1];
        assert!(last.starts_with("--remap-path-prefix=/home/a/.cargo/registry"), "{last}");
    }

    #[test]
    fn a_build_without_wasm_is_noticed() {
        assert_eq!(wasm_file(r#"{"reason":"build-finished","success":true}"#, PACKAGE), None);
    }
}
