//! Runs a program for as long as somebody holds our standard input open, so that it ends with its caller, however that
//! ends. The page's tests start the browser's driver so: they share browsers, which no test could end.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use crate::failure::{Failure, Result};

/// How often it is looked whether the program has ended by itself.
const LOOK: Duration = Duration::from_millis(100);
/// How often it is tried to remove the folder: what the program has started may still be writing into it.
const TRIES: usize = 50;

/// Runs the program until our standard input ends; then removes the folder with all that is in it.
pub fn hold(program: &[OsString], folder: Option<&Path>) -> Result<()> {
    let [program, arguments @ ..] = program else {
        return Err(Failure::new("say which program to hold"));
    };
    let mut child = Command::new(program).args(arguments).stdin(Stdio::null()).spawn().map_err(|error| {
        Failure::new(format!("{} can't be started: {error}", Path::new(program).display()))
    })?;
    let (sender, ended) = mpsc::channel::<()>();
    thread::spawn(move || {
        let _ = io::copy(&mut io::stdin(), &mut io::sink());
        drop(sender);
    });
    while let Ok(None) = child.try_wait() {
        if ended.recv_timeout(LOOK) == Err(RecvTimeoutError::Disconnected) {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
    if let Some(folder) = folder {
        remove(folder);
    }
    Ok(())
}

fn remove(folder: &Path) {
    for _ in 0..TRIES {
        let _ = fs::remove_dir_all(folder);
        if !folder.exists() {
            return;
        }
        thread::sleep(LOOK);
    }
}
