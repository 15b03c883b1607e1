//! A server in a process of its own.

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::process::{Child, Command, Stdio};

use serde_json::Value as Json;

use super::{KEY, Page, connect, hello};

/// A server as somebody starts it, in a process that can be ended.
pub struct Process {
    child: Child,
    pub address: SocketAddr,
}

impl Process {
    pub fn start(port: u16, options: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_irozuku-room"))
            .args(["--no-open", "--key", KEY, "--port", &port.to_string()])
            .args(["--folder", concat!(env!("CARGO_MANIFEST_DIR"), "/src")])
            .args(options)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
        let here =
            lines.find_map(|line| line.strip_prefix("  http://127.0.0.1:").map(str::to_owned)).unwrap();
        let address = format!("127.0.0.1:{}", here.trim_end_matches('/')).parse().unwrap();
        assert!(lines.any(|line| line.starts_with("Press Ctrl+C")));
        std::thread::spawn(move || lines.for_each(drop));
        Self { child, address }
    }

    /// A page comes; how it is welcomed.
    pub async fn page(&self, number: u32, key: Option<&str>) -> (Page, Json) {
        let origin = format!("http://{}", self.address);
        let mut page = connect(self.address, &[("origin", &origin)]).await.unwrap();
        page.say(&hello(number, key)).await;
        let welcome = page.until("welcome").await;
        (page, welcome)
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
