//! Servers, each a process of its own, and what they cost.

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// A running server.
pub struct Server {
    child: Child,
    pub address: SocketAddr,
}

impl Server {
    /// One server, or two that share a room.
    pub fn start(key: &str, nats: Option<&str>) -> Vec<Self> {
        let room = format!("crowd-{}", std::process::id());
        (0..if nats.is_some() { 2 } else { 1 }).map(|_| Self::start_one(key, nats, &room)).collect()
    }

    fn start_one(key: &str, nats: Option<&str>, room: &str) -> Self {
        let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www");
        let mut command = Command::new(std::env::current_exe().expect("this program has a place"));
        command.args(["serve", "--no-open", "--port", "28100", "--key", key]).arg("--folder").arg(page);
        if let Some(nats) = nats {
            command.args(["--nats", nats, "--room", room]);
        }
        let mut child = command.stdout(Stdio::piped()).spawn().expect("the server can be started");
        let mut lines = BufReader::new(child.stdout.take().expect("it is piped")).lines();
        let here = lines
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| {
                line.strip_prefix("  http://127.0.0.1:").map(|rest| rest.trim_end_matches('/').to_owned())
            })
            .expect("it says where it is");
        let address = format!("127.0.0.1:{here}").parse().expect("it is an address");
        // It goes on writing.
        std::thread::spawn(move || lines.for_each(drop));
        Self { child, address }
    }

    /// Memory now and at most, and processor time.
    pub fn costs(&self) -> String {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap_or_default();
        let value = |name: &str| {
            let kilobytes =
                status.lines().find_map(|line| line.strip_prefix(name))?.split_whitespace().nth(1)?;
            kilobytes.parse::<f64>().ok().map(|kilobytes| kilobytes / 1000.0)
        };
        let (Some(now), Some(most)) = (value("VmRSS"), value("VmHWM")) else {
            return "what it costs is known on Linux only".to_owned();
        };
        format!(
            "memory {now:.1} MB, at most {most:.1} MB, processor {:.2} s",
            self.seconds().unwrap_or(f64::NAN)
        )
    }

    /// The processor time so far.
    fn seconds(&self) -> Option<f64> {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.child.id())).ok()?;
        let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
        let ticks = fields.get(11)?.parse::<f64>().ok()? + fields.get(12)?.parse::<f64>().ok()?;
        // Linux counts in hundredths of a second for programs, whatever it does itself.
        Some(ticks / 100.0)
    }

    /// Ends it without a word, as a failure would.
    pub fn end(self) {
        drop(self);
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
