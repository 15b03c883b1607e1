//! `cargo run -- --lan` as somebody runs it, and QR codes as a phone reads them.

use std::ffi::OsString;
use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdout, Command, Stdio};

/// How many pixels wide a module of a code is when it is read.
const MODULE: usize = 4;
/// How many modules its rim has at least.
const RIM: usize = 4;
/// The arguments of a server for the room. If the port is taken, it takes another.
const LAN: [&str; 4] = ["--lan", "--no-open", "--port", "28016"];

/// The server; it ends with this, or with the test.
pub struct Running {
    child: Child,
    /// What it has printed when it began to serve.
    pub told: Vec<String>,
    output: BufReader<ChildStdout>,
}

impl Running {
    /// Starts it, and waits until it serves.
    pub fn start() -> Self {
        Self::start_with(&[], None)
    }

    /// Starts it by way of another program, whose arguments are before its own, and with another PATH.
    pub fn start_with(before: &[&str], path: Option<OsString>) -> Self {
        let irozuku = env!("CARGO_BIN_EXE_irozuku");
        let mut command = Command::new(irozuku);
        command.args(["hold", "--"]).args(before).arg(irozuku).args(LAN);
        if let Some(path) = path {
            command.env("PATH", path);
        }
        let mut child =
            command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("it can be started");
        let output = BufReader::new(child.stdout.take().expect("it is piped"));
        let mut running = Self { child, told: Vec::new(), output };
        while !running.told.last().is_some_and(|line| line.starts_with("Press Ctrl+C")) {
            running.read_line();
        }
        running
    }

    fn read_line(&mut self) {
        let mut line = String::new();
        let read = self.output.read_line(&mut line).expect("it prints text");
        assert!(read > 0, "it ended before it served: {:?}", self.told);
        self.told.push(line.trim_end_matches(['\n', '\r']).to_owned());
    }

    /// Where it is on this computer.
    pub fn here(&self) -> &str {
        self.addresses().find(|address| address.starts_with("http://127.")).expect("it is on this computer")
    }

    /// Where the other devices in the room reach it. Without a network there is no such place, and that is told.
    pub fn room(&self) -> Option<&str> {
        let room = self.addresses().next().filter(|address| !address.starts_with("http://127."));
        assert!(
            room.is_some() || self.told.iter().any(|line| line.contains("in no network")),
            "{:?}",
            self.told
        );
        room
    }

    fn addresses(&self) -> impl Iterator<Item = &str> {
        self.told.iter().filter_map(|line| line.strip_prefix("  ").filter(|rest| rest.starts_with("http://")))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        let _ = self.child.wait();
    }
}

/// The text of a QR code, whose modules are dark where this says so.
pub fn read_code(width: usize, height: usize, dark: impl Fn(usize, usize) -> bool) -> String {
    let [wide, tall] = [width, height].map(|side| (side + 2 * RIM) * MODULE);
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(wide, tall, |x, y| {
        let place = |pixel: usize, side: usize| (pixel / MODULE).checked_sub(RIM).filter(|&at| at < side);
        match (place(x, width), place(y, height)) {
            (Some(x), Some(y)) if dark(x, y) => 0,
            _ => 255,
        }
    });
    let codes = image.detect_grids();
    assert_eq!(codes.len(), 1, "there is one code");
    codes[0].decode().expect("it can be read").1
}
