//! Starts chromedriver, on a port of its choice.

use std::io::{self, BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;

/// How often it is tried. The port that it finds free for IPv4 can be taken for IPv6 by another one that starts at
/// the same time; then it ends.
const TRIES: usize = 3;

/// Starts it, and says which port it listens on.
#[track_caller]
pub fn start(program: &Path) -> (Child, u16) {
    (0..TRIES)
        .find_map(|_| attempt(program))
        .expect("chromedriver ends before it is ready: is its version that of the browser?")
}

/// One start of it; nothing where it ends before it is ready.
fn attempt(program: &Path) -> Option<(Child, u16)> {
    let mut process = Command::new(program)
        .arg("--port=0")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        // The browser inherits it, and would keep the test's own output open.
        .stderr(Stdio::null())
        .spawn()
        .expect("chromedriver can be started");
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

/// The port in the line that chromedriver prints when it is ready.
fn port(line: &str) -> Option<u16> {
    let (_, port) = line.split_once("started successfully on port ")?;
    port.trim_end().trim_end_matches('.').parse().ok()
}
