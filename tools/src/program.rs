//! Running other programs: cargo, npm, apt-get, a browser.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use crate::failure::{Failure, Result};
use crate::workspace;

/// The cargo that runs this command, in the workspace's folder.
pub fn cargo() -> Command {
    in_workspace(&env::var("CARGO").unwrap_or_else(|_| "cargo".into()))
}

/// A program in the workspace's folder, where the toolchain file counts.
pub fn in_workspace(program: &str) -> Command {
    let mut command = Command::new(program);
    command.current_dir(workspace::root());
    command
}

/// Runs a program, its output on the terminal; when it fails, `sentence` says so.
pub fn run(command: &mut Command, sentence: &str) -> Result<()> {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(Failure::new(sentence)),
        Err(error) => {
            let program = command.get_program().to_string_lossy();
            Err(Failure::new(format!("{sentence} ({program} can't be started: {error})")))
        }
    }
}

/// What a program prints, or nothing if it is missing or fails.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout);
    output.status.success().then(|| text.trim().to_owned())
}

/// The first of these programs that is on this computer.
pub fn find(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    names
        .iter()
        .flat_map(|name| {
            let file = format!("{name}{}", env::consts::EXE_SUFFIX);
            folders.iter().map(move |folder| folder.join(&file))
        })
        .find(|file| file.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::process::Stdio;

    #[test]
    fn a_program_that_fails_is_told_with_the_sentence() {
        let mut failing = cargo();
        failing.arg("--no-such-option").stderr(Stdio::null());
        let failure = run(&mut failing, "it failed").unwrap_err();
        assert_eq!(failure.to_string(), "it failed");
    }

    #[test]
    fn a_missing_program_is_told_and_not_a_panic() {
        let failure = run(&mut Command::new("no-such-program"), "it failed").unwrap_err();
        assert!(failure.to_string().starts_with("it failed (no-such-program can't be started"));
        assert_eq!(output(&mut Command::new("no-such-program")), None);
        assert_eq!(find(&["no-such-program"]), None);
    }

    #[test]
    fn the_first_program_that_exists_is_found() {
        let found = find(&["no-such-program", "rustc"]).unwrap();
        assert_eq!(found.file_stem().unwrap(), "rustc");
    }
}
