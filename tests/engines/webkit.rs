//! WebKitGTK's small browser, on a screen that is not there, led by the classic WebDriver.

use std::net::TcpListener;
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use thirtyfour::{Capabilities, WebDriver};
use tokio::runtime::{Builder, Runtime};

use crate::engine::Engine;
use crate::held::Held;

/// How long a command may take, on a busy computer.
const LIMIT: Duration = Duration::from_secs(240);
/// Debian puts it where no PATH leads.
const BROWSER: &str = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";

/// The browser, with its driver.
pub struct WebKit {
    runtime: Runtime,
    web: Option<WebDriver>,
    _process: Held,
}

impl WebKit {
    /// Starts it.
    pub fn start() -> Self {
        let port = free_port();
        let driver = format!("WebKitWebDriver --port={port}");
        // xvfb-run says nothing; the shell does when it is about to.
        let command =
            ["sh", "-c", &format!("echo starting >&2; exec xvfb-run --auto-servernum {driver} >&2")];
        let (process, ()) = Held::start(&command, |line| (line.trim() == "starting").then_some(()));
        let runtime =
            Builder::new_current_thread().enable_all().build().expect("there is room for a runtime");
        let wanted = json!({
            "browserName": "MiniBrowser",
            "webkitgtk:browserOptions": { "binary": BROWSER, "args": ["--automation"] },
        });
        let Value::Object(wanted) = wanted else { unreachable!("it is written as an object") };
        let begun = Instant::now();
        let web = loop {
            let capabilities: Capabilities = wanted.clone().into();
            let client =
                reqwest::Client::builder().no_proxy().timeout(LIMIT).build().expect("a client can be made");
            let address = format!("http://127.0.0.1:{port}");
            match runtime
                .block_on(async { WebDriver::builder(address, capabilities).client(client).connect().await })
            {
                Ok(web) => break web,
                Err(error) if begun.elapsed() > LIMIT => panic!("WebKit does not start: {error}"),
                Err(_) => sleep(Duration::from_millis(100)),
            }
        };
        runtime.block_on(web.set_script_timeout(LIMIT)).expect("it takes a time limit");
        Self { runtime, web: Some(web), _process: process }
    }

    fn web(&self) -> &WebDriver {
        self.web.as_ref().expect("it has been started")
    }
}

impl Engine for WebKit {
    fn name(&self) -> String {
        let capabilities = self.web().capabilities();
        format!("WebKit {}", capabilities.get("browserVersion").and_then(Value::as_str).unwrap_or_default())
    }

    fn go(&mut self, url: &str) {
        self.runtime.block_on(self.web().goto(url)).expect("WebKit opens the page");
    }

    fn run(&mut self, body: &str) -> Value {
        let script = format!(
            "const done = arguments[0]; (async () => {{ {body} }})().then((value) => done(JSON.stringify(value)), (error) => done(String(error)));"
        );
        let answer = self
            .runtime
            .block_on(self.web().execute_async(script, Vec::new()))
            .expect("WebKit runs a script");
        let text = answer.json().as_str().unwrap_or_default().to_owned();
        serde_json::from_str(&text).unwrap_or_else(|_| panic!("the script fails: {text}"))
    }
}

impl Drop for WebKit {
    fn drop(&mut self) {
        if let Some(web) = self.web.take() {
            let _ = self.runtime.block_on(web.quit());
        }
    }
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("there is a free port");
    listener.local_addr().expect("a listener has an address").port()
}
