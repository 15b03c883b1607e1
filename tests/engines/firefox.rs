//! Firefox, led by WebDriver BiDi, which it speaks by itself.

use std::fs;
use std::path::Path;
use std::time::Duration;

use serde_json::{Value, json};

use crate::chromium::bidi::Bidi;
use crate::engine::Engine;
use crate::held::Held;

/// How long a command may take, on a busy computer.
const LIMIT: Duration = Duration::from_secs(240);

/// The browser, with the window it began with.
pub struct Firefox {
    bidi: Bidi,
    context: String,
    version: String,
    _process: Held,
}

impl Firefox {
    /// Starts it with an empty profile.
    pub fn start() -> Self {
        let profile = Path::new(env!("CARGO_TARGET_TMPDIR")).join("firefox");
        let _ = fs::remove_dir_all(&profile);
        fs::create_dir_all(&profile).expect("the folder for temporary files can be written to");
        let folder = profile.display().to_string();
        let command = [
            "firefox-esr",
            "--headless",
            "--no-remote",
            "--profile",
            &folder,
            "--remote-debugging-port=0",
            "about:blank",
        ];
        let (process, address) = Held::start(&command, |line| {
            line.split_once("WebDriver BiDi listening on ").map(|(_, address)| address.trim().to_owned())
        });
        let mut bidi =
            Bidi::connect(&format!("{address}/session"), LIMIT).expect("Firefox speaks WebDriver BiDi");
        let session = bidi.send("session.new", &json!({ "capabilities": {} })).expect("a session begins");
        let tree = bidi.send("browsingContext.getTree", &json!({})).expect("it has a window");
        let context = tree["contexts"][0]["context"].as_str().expect("a window has a name").to_owned();
        let version = session["capabilities"]["browserVersion"].as_str().unwrap_or_default().to_owned();
        Self { bidi, context, version, _process: process }
    }
}

impl Engine for Firefox {
    fn name(&self) -> String {
        format!("Firefox {}", self.version)
    }

    fn go(&mut self, url: &str) {
        let asked = json!({ "context": self.context, "url": url, "wait": "complete" });
        self.bidi.send("browsingContext.navigate", &asked).expect("Firefox opens the page");
    }

    fn run(&mut self, body: &str) -> Value {
        let asked = json!({
            "expression": format!("(async () => {{ {body} }})().then(JSON.stringify)"),
            "awaitPromise": true,
            "target": { "context": self.context },
        });
        let answer = self.bidi.send("script.evaluate", &asked).expect("Firefox runs a script");
        let text = answer["result"]["value"].as_str().unwrap_or_else(|| panic!("the script fails: {answer}"));
        serde_json::from_str(text).expect("it is JSON")
    }
}
