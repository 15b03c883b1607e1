//! Starts chromedriver, on a port of its choice. It ends with the process that started it, however that ends.

use std::env;
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;

/// How often it is tried. The port that it finds free for IPv4 can be taken for IPv6 by another one that starts at
/// the same time; then it ends.
const TRIES: usize = 3;

/// Starts it, and says which port it listens on. It runs until the standard input of the process is closed, and then
/// the browser's folder is removed.
#[track_caller]
pub fn start(driver: &Path, profile: &Path) -> (Child, u16) {
    (0..TRIES)
        .find_map(|_| attempt(driver, profile))
        .expect("chromedriver ends before it is ready: is its version that of the browser?")
}

/// One start of it; nothing where it ends before it is ready.
fn attempt(driver: &Path, profile: &Path) -> Option<(Child, u16)> {
    let mut process = Command::new(command())
        .arg("hold")
        .arg("--folder")
        .arg(profile)
        .arg("--")
        .arg(driver)
        .arg("--port=0")
        // What holds it: closed when this process ends.
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        // The browser inherits it, and would keep the test's own output open.
        .stderr(Stdio::null())
        .spawn()
        .expect("the irozuku command is there: run `cargo run -- build` first");
    let mut output = BufReader::new(process.stdout.take().expect("its output is piped"));
    let mut line = String::new();
    while output.read_line(&mut line).is_ok_and(|length| length > 0) {
        if let Some(port) = port(&line) {
            // It must be able to go on writing.
            thread::spawn(move || io::copy(&mut output, &mut io::sink()));
            return Some((process, port));
        }
        line.clear();
    }
    let _ = process.wait();
    None
}

/// The `irozuku` command, which cargo builds into the folder above that of the tests and of the examples.
fn command() -> PathBuf {
    let tests = env::current_exe().expect("a program knows where it is");
    let folder = tests.parent().and_then(Path::parent).expect("cargo puts tests into a folder of their own");
    folder.join(format!("irozuku{}", env::consts::EXE_SUFFIX))
}

/// The port in the line that chromedriver prints when it is ready.
fn port(line: &str) -> Option<u16> {
    let (_, port) = line.split_once("started successfully on port ")?;
    port.trim_end().trim_end_matches('.').parse().ok()
}
