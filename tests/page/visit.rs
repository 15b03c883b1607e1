//! A visit to the page that must leave nothing behind: no complaint in the console, no foreign request.

use std::ops::Deref;

use serde_json::{Value, json};

use crate::browser::Page;
use crate::parts;

/// The open page. When it closes after a test that went well, it must have been a quiet one.
pub struct Visit(Page);

/// Opens the page as on a projector: 1280×720, light.
#[track_caller]
pub fn open(language: &str) -> Visit {
    open_sized(1280, 720, language, false)
}

/// Opens the page with another viewport, or dark.
#[track_caller]
pub fn open_sized(width: u32, height: u32, language: &str, dark: bool) -> Visit {
    in_focus(Page::open(width, height, language, dark))
}

/// Opens the page as a link does that ends with this: `"#at=loss"`.
#[track_caller]
pub fn open_at(path: &str, language: &str) -> Visit {
    let page = empty(language);
    page.visit(path);
    page
}

/// A window in which nothing has been opened yet.
#[track_caller]
pub fn empty(language: &str) -> Visit {
    in_focus(Page::empty(language))
}

/// Opens a page that has been packed.
#[track_caller]
pub fn open_url(url: &str, language: &str) -> Visit {
    in_focus(Page::open_url(url, language))
}

/// Without it the window is in the background until the first click or key.
#[track_caller]
fn in_focus(page: Page) -> Visit {
    page.devtools("Emulation.setFocusEmulationEnabled", json!({ "enabled": true }));
    Visit(page)
}

impl Deref for Visit {
    type Target = Page;

    fn deref(&self) -> &Page {
        &self.0
    }
}

impl Drop for Visit {
    fn drop(&mut self) {
        if std::thread::panicking() {
            return;
        }
        assert_eq!(self.console_problems(), Vec::<String>::new(), "the console must stay empty");
        assert_eq!(self.foreign_requests(), Vec::<String>::new(), "only the page's own files may be loaded");
    }
}

impl Visit {
    /// Trains for so many steps, as an embedder would, and says where training stands then.
    #[track_caller]
    pub fn train(&self, steps: usize) -> Value {
        self.js("return await demo.train(args[0])", &[json!(steps)])
    }

    /// Waits until nothing on the page moves any more.
    #[track_caller]
    pub fn wait_until_still(&self) {
        self.wait("everything has come to rest", "root.getAnimations().length === 0");
    }

    /// What is drawn on a canvas in an element, as a text that differs where the pictures do.
    #[track_caller]
    pub fn drawn(&self, css: &str) -> Value {
        self.js(
            "await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
            return root.querySelector(`${args[0]} canvas`).toDataURL()",
            &[json!(css)],
        )
    }

    /// The texts of all elements, as they are in the page.
    #[track_caller]
    pub fn texts(&self, css: &str) -> Vec<String> {
        let texts = self.js(
            "return [...root.querySelectorAll(args[0])].map((element) => element.textContent.trim())",
            &[json!(css)],
        );
        strings(&texts)
    }

    /// The number in the card, that is pointed at or selected: its address, its value in full and as
    /// it reads.
    #[track_caller]
    pub fn number(&self) -> [String; 3] {
        let number = self.js(
            "const shown = (css) => [...root.querySelectorAll(css)].find((element) => element.checkVisibility());
            const [address, value] = args.map(shown);
            return [address?.textContent ?? '', value?.dataset.value ?? '', value?.textContent ?? '']",
            &[json!(parts::ADDRESS), json!(parts::VALUE)],
        );
        strings(&number).try_into().expect("there are three")
    }

    /// Points at nothing, with the mouse and with the keyboard.
    #[track_caller]
    pub fn point_at_nothing(&self) {
        self.hover_at(parts::HEX, 3, 3);
        self.js("root.activeElement?.blur()", &[]);
    }

    /// An attribute of the first such element.
    #[track_caller]
    pub fn attribute(&self, css: &str, name: &str) -> Value {
        self.js("return root.querySelector(args[0]).getAttribute(args[1])", &[json!(css), json!(name)])
    }

    /// Whether a button can't be pressed.
    #[track_caller]
    pub fn disabled(&self, css: &str) -> bool {
        self.js("return root.querySelector(args[0]).disabled", &[json!(css)]) == true
    }
}

/// A list of strings out of JavaScript.
#[track_caller]
pub fn strings(value: &Value) -> Vec<String> {
    let list = value.as_array().expect("it is a list");
    list.iter().map(|text| text.as_str().expect("it is a text").to_owned()).collect()
}
