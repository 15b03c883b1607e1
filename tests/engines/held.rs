//! A program that ends with the test, however that ends.

use std::io::{self, BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::thread;

/// It runs until this is dropped.
pub struct Held(Child);

impl Held {
    /// Starts a program, and waits for a line of its output that `read` understands.
    pub fn start<T>(command: &[&str], read: impl Fn(&str) -> Option<T>) -> (Self, T) {
        let mut process = Command::new(env!("CARGO_BIN_EXE_irozuku"))
            .args(["hold", "--"])
            .args(command)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the irozuku command can be started");
        let mut lines = BufReader::new(process.stderr.take().expect("its output is piped"));
        let held = Self(process);
        let mut line = String::new();
        while lines.read_line(&mut line).is_ok_and(|length| length > 0) {
            if let Some(told) = read(&line) {
                // It must be able to go on writing.
                thread::spawn(move || io::copy(&mut lines, &mut io::sink()));
                return (held, told);
            }
            line.clear();
        }
        panic!("{} ends before it is ready", command[0]);
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        drop(self.0.stdin.take());
        let _ = self.0.wait();
    }
}
