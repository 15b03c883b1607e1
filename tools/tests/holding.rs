//! A program that is held ends with the one who holds it, and leaves nothing behind.
#![cfg(unix)]

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// Holds a program that would run for an hour.
fn hold(folder: &Path) -> Child {
    fs::create_dir_all(folder.join("inner")).unwrap();
    Command::new(env!("CARGO_BIN_EXE_irozuku"))
        .arg("hold")
        .arg("--folder")
        .arg(folder)
        .args(["--", "sleep", "3600"])
        .stdin(Stdio::piped())
        .spawn()
        .unwrap()
}

#[test]
fn a_program_ends_when_its_holder_lets_go_and_its_folder_is_removed() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("held");
    let mut held = hold(&folder);
    assert!(held.try_wait().unwrap().is_none(), "it runs as long as it is held");
    drop(held.stdin.take());
    assert!(held.wait().unwrap().success());
    assert!(!folder.exists());
}

#[test]
fn a_program_that_is_not_there_is_told_by_its_name() {
    let output =
        Command::new(env!("CARGO_BIN_EXE_irozuku")).args(["hold", "--", "no-such-program"]).output().unwrap();
    assert!(!output.status.success());
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(told.contains("no-such-program can't be started"), "{told}");
}
