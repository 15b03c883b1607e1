//! The page in a real browser, as a test sees it: open it, click, press keys, look.
//!
//! Everything here waits until it is done and panics when it can't be done: a test reads from top
//! to bottom. A test holds one page at a time, because the number of browsers is limited. The browsers are shared; each
//! page has a window and a storage of its own. What moves on the page is in its last place at once, as for those who want no
//! motion, because the frames of a motion cost more than most tests do: a test about motion asks for it.

#![allow(dead_code, reason = "the tests and the pictures need a part of it each")]

pub mod bidi;
mod capabilities;
mod chromedriver;
pub mod controls;
mod driver;
mod eyes;
mod hands;
mod keys;
mod logs;
mod pool;
pub mod server;
mod usage;
mod window;

use std::cell::RefCell;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use thirtyfour::{WebDriver, WebElement, WindowHandle};

use driver::Driver;
use logs::Logs;
use window::Window;

/// How long anything on the page may take to become true, on a computer that is busy with other things.
const PATIENCE: Duration = Duration::from_secs(90);

/// The open page. Its window closes with it.
pub struct Page {
    window: Window,
    logs: Logs,
    /// What the addresses of its own files begin with.
    home: String,
    /// Whether dark colours are preferred.
    dark: bool,
    /// Where else it has been on purpose.
    elsewhere: RefCell<Vec<String>>,
}

impl Page {
    /// Opens the page with a viewport of exactly this size, in a browser that prefers this
    /// language ("ja" or "en") and light or dark colours, and waits until it is ready.
    #[track_caller]
    pub fn open(width: u32, height: u32, language: &str, dark: bool) -> Self {
        Self::open_at("", width, height, language, dark)
    }

    /// Like `open`, at a path with a query or a fragment: `"?lang=ja#train"`.
    #[track_caller]
    pub fn open_at(path: &str, width: u32, height: u32, language: &str, dark: bool) -> Self {
        let page = Self::prepare(server::origin(), width, height, language, dark);
        page.visit(path);
        page
    }

    /// A window as `open` gives it, in which nothing has been opened yet: for a page that is elsewhere, or that is to find the
    /// browser changed. To open the page before it would take as long as most of the test.
    #[track_caller]
    pub fn empty(language: &str) -> Self {
        Self::prepare(server::origin(), 1280, 720, language, false)
    }

    /// Like `open` on a projector, but each module of the page is a file of its own, and what moves is seen to move.
    #[track_caller]
    pub fn open_unpacked(language: &str) -> Self {
        let page = Self::prepare(server::unpacked(), 1280, 720, language, false);
        page.with_motion();
        page.visit("");
        page
    }

    /// A window that is as the page is to find it.
    #[track_caller]
    fn prepare(origin: &str, width: u32, height: u32, language: &str, dark: bool) -> Self {
        let page = Self::start(&format!("{origin}/"), language, dark);
        page.resize(width, height);
        page.without_motion();
        page
    }

    /// Like `open`, but a page that has been packed: in a file, or on another server. It may load only what lies
    /// in its own folder.
    #[track_caller]
    pub fn open_url(url: &str, language: &str) -> Self {
        let page = Self::start(&url[..=url.rfind('/').expect("an address has a slash")], language, false);
        page.resize(1280, 720);
        page.go(url);
        page.wait_until_ready();
        page
    }

    /// A window that shows nothing yet.
    #[track_caller]
    fn start(home: &str, language: &str, dark: bool) -> Self {
        Self {
            window: Window::open(language),
            logs: Logs::default(),
            home: home.to_owned(),
            dark,
            elsewhere: RefCell::default(),
        }
    }

    /// Goes to an address, whatever is there.
    #[track_caller]
    pub fn go(&self, url: &str) {
        self.driver().wait_for(self.web().goto(url), "open the page");
    }

    /// Goes to another path of the same server, and waits until the page is ready.
    #[track_caller]
    pub fn visit(&self, path: &str) {
        self.visit_only(path);
        self.wait_until_ready();
    }

    /// Goes to another path of the same server, where the page may never be ready.
    #[track_caller]
    pub fn visit_only(&self, path: &str) {
        self.go(&format!("{}{path}", self.home));
    }

    /// Goes to a page of another server, that embeds the page.
    #[track_caller]
    pub fn visit_elsewhere(&self, origin: &str, path: &str) {
        self.elsewhere.borrow_mut().push(format!("{origin}/"));
        self.go(&format!("{origin}/{path}"));
    }

    /// Waits until the element can be used.
    #[track_caller]
    pub fn wait_until_ready(&self) {
        self.wait(
            "the page is ready",
            "demo && customElements.get('irozuku-demo') && (await demo.ready, true)",
        );
    }

    /// Opens the page in another tab, which shares what the browser keeps, and goes on there. Returns the tab that was left.
    #[track_caller]
    pub fn open_tab(&self, path: &str) -> WindowHandle {
        let left = self.driver().wait_for(self.web().window(), "say which tab this is");
        self.window.open_another();
        self.resize(1280, 720);
        self.visit(path);
        left
    }

    /// Goes on in another tab. Returns the one that was left.
    #[track_caller]
    pub fn switch_tab(&self, tab: WindowHandle) -> WindowHandle {
        let left = self.driver().wait_for(self.web().window(), "say which tab this is");
        self.driver().wait_for(self.web().switch_to_window(tab), "go to another tab");
        left
    }

    /// Closes this tab and goes on in another.
    #[track_caller]
    pub fn close_tab(&self, other: WindowHandle) {
        self.driver().wait_for(self.web().close_window(), "close the tab");
        self.driver().wait_for(self.web().switch_to_window(other), "go to another tab");
    }

    /// Does something in the first frame of the page.
    #[track_caller]
    pub fn in_frame<T>(&self, act: impl FnOnce(&Self) -> T) -> T {
        self.driver().wait_for(self.web().enter_frame(0), "enter the frame");
        let result = act(self);
        self.driver().wait_for(self.web().enter_default_frame(), "leave the frame");
        result
    }

    /// Loads the page again, and waits until it is ready.
    #[track_caller]
    pub fn reload(&self) {
        self.reload_only();
        self.wait_until_ready();
    }

    /// Loads the page again.
    #[track_caller]
    pub fn reload_only(&self) {
        self.driver().wait_for(self.web().refresh(), "reload the page");
    }

    /// Gives the viewport another size.
    #[track_caller]
    pub fn resize(&self, width: u32, height: u32) {
        self.devtools(
            "Emulation.setDeviceMetricsOverride",
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false }),
        );
    }

    /// From now on what moves is seen to move.
    #[track_caller]
    pub fn with_motion(&self) {
        self.prefer("no-preference");
    }

    /// From now on what moves is in its last place at once.
    #[track_caller]
    pub fn without_motion(&self) {
        self.prefer("reduce");
    }

    /// Sets what the reader prefers: their colours, and this of motion.
    #[track_caller]
    fn prefer(&self, motion: &str) {
        let scheme = if self.dark { "dark" } else { "light" };
        self.devtools(
            "Emulation.setEmulatedMedia",
            json!({ "features": [
                { "name": "prefers-color-scheme", "value": scheme },
                { "name": "prefers-reduced-motion", "value": motion },
            ] }),
        );
    }

    /// Runs the body of an async function and gives back what it returns. In it, `demo` is the
    /// `<irozuku-demo>` element, `root` its shadow root, and `args` the arguments.
    #[track_caller]
    pub fn js(&self, body: &str, args: &[Value]) -> Value {
        match self.try_js(body, args) {
            Ok(value) => value,
            Err(error) => panic!("the script failed: {error}\n{body}{}", self.complaints()),
        }
    }

    /// Like `js`, but gives back the error's message if the script throws.
    pub fn try_js(&self, body: &str, args: &[Value]) -> Result<Value, String> {
        let script = format!(
            "const args = arguments[0];
            const demo = document.querySelector('irozuku-demo');
            const root = demo?.shadowRoot;
            return (async () => {{ {body}\n }})().then(
                (value) => ({{ value }}),
                (error) => ({{ error: String(error?.message ?? error) }}),
            );"
        );
        let answer = self
            .driver()
            .block_on(self.web().execute(script, vec![Value::from(args)]))
            .map_err(|error| driver::sentence(&error))?;
        match answer.json()["error"].as_str() {
            Some(error) => Err(error.to_owned()),
            None => Ok(answer.json()["value"].clone()),
        }
    }

    /// Waits until a JavaScript expression is true; one that throws is not true yet.
    #[track_caller]
    pub fn wait(&self, description: &str, condition: &str) {
        let start = Instant::now();
        let milliseconds = PATIENCE.as_millis();
        let body = format!(
            "const late = new Error('it has not been answered');
            return Boolean(await Promise.race([
                (async () => ({condition}))(),
                new Promise((_, reject) => setTimeout(reject, {milliseconds}, late)),
            ]))"
        );
        loop {
            let answer = self.try_js(&body, &[]);
            if answer == Ok(Value::Bool(true)) {
                return;
            }
            if start.elapsed() > PATIENCE {
                let seconds = PATIENCE.as_secs();
                let reason = answer.err().map(|error| format!(" ({error})"));
                panic!(
                    "after {seconds} s it is still not true that {description}{}{}",
                    reason.unwrap_or_default(),
                    self.complaints()
                );
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Presses, moves or lets go the mouse at a place of the window, `[x, y]`.
    #[track_caller]
    pub fn mouse(&self, kind: &str, at: &Value) {
        let buttons = i32::from(kind != "mouseReleased");
        let event = json!({ "type": kind, "x": at[0], "y": at[1], "button": "left", "buttons": buttons, "clickCount": 1 });
        self.devtools("Input.dispatchMouseEvent", event);
    }

    /// Sends a command of the Chrome DevTools protocol.
    #[track_caller]
    pub fn devtools(&self, command: &str, parameters: Value) -> Value {
        let tools = self.web().cdp();
        self.driver().wait_for(tools.send_raw(command, parameters), command)
    }

    fn web(&self) -> &WebDriver {
        self.driver().web()
    }

    fn driver(&self) -> &Driver {
        self.window.driver()
    }

    #[track_caller]
    fn element(&self, css: &str) -> WebElement {
        let script = "return document.querySelector('irozuku-demo')?.shadowRoot\
            ?.querySelector(arguments[0])";
        let found = self.web().execute(script, vec![json!(css)]);
        let found = self.driver().wait_for(found, &format!("look for {css}"));
        match found.element() {
            Ok(element) => element,
            Err(_) => panic!("there is no {css} on the page{}", self.complaints()),
        }
    }

    /// What the console says, to be added to a failure.
    fn complaints(&self) -> String {
        let problems = self.console_problems();
        if problems.is_empty() {
            String::new()
        } else {
            format!("\nin the console:\n{}", problems.join("\n"))
        }
    }
}
