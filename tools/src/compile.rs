//! Programs of this workspace that are compiled when they are asked for, so that nobody waits for them before that.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Stdio;

use serde_json::Value;

use crate::failure::{Failure, Result};
use crate::program;

/// Compiles the program of a package, which has its name, and says where it is. `options` are cargo's.
pub fn program(package: &str, options: &[&str], environment: &[(&str, OsString)]) -> Result<PathBuf> {
    let output = program::cargo()
        .args(["build", "--package", package, "--bin", package])
        .args(options)
        // Cargo says itself which file it made: the target folder may be configured in many ways.
        .arg("--message-format=json-render-diagnostics")
        .envs(environment.iter().map(|(name, value)| (name, value)))
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| Failure::new(format!("cargo can't be started: {error}")))?;
    if !output.status.success() {
        return Err(Failure::new(format!("{package} does not compile: see the messages above")));
    }
    executable(&String::from_utf8_lossy(&output.stdout), package).ok_or_else(|| {
        Failure::new(format!("cargo built no {package}: it must be as new as rust-toolchain.toml says"))
    })
}

/// The program among cargo's messages.
fn executable(messages: &str, package: &str) -> Option<PathBuf> {
    messages
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .filter(|message| message["target"]["name"] == package)
        .find_map(|message| message["executable"].as_str().map(PathBuf::from))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_program_is_found_among_cargos_messages() {
        let messages = r#"
            {"reason":"compiler-artifact","target":{"name":"other"},"executable":"/a/other"}
            {"reason":"compiler-artifact","target":{"name":"ours"},"executable":null}
            {"reason":"compiler-artifact","target":{"name":"ours"},"executable":"/a/ours"}
            {"reason":"build-finished","success":true}"#;
        assert_eq!(executable(messages, "ours"), Some(PathBuf::from("/a/ours")));
        assert_eq!(executable(r#"{"reason":"build-finished","success":true}"#, "ours"), None);
    }
}
