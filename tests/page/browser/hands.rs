//! What a person does to the page: clicks, points, presses keys, writes.

use std::time::Duration;

use serde_json::json;
use thirtyfour::action_chain::ActionChain;

use super::{Page, keys};

impl Page {
    /// Clicks the middle of the element as a hand would: in view, and not covered by another.
    #[track_caller]
    pub fn click(&self, css: &str) {
        let element = self.element(css);
        self.driver().wait_for(element.click(), &format!("click {css}"));
    }

    /// Presses the mouse at a place inside the element, in pixels from its upper left corner.
    #[track_caller]
    pub fn click_at(&self, css: &str, x: i64, y: i64) {
        let (x, y) = self.place(css, x, y);
        self.click_in_window(x, y);
    }

    /// Presses the mouse at a place of the window.
    #[track_caller]
    pub fn click_in_window(&self, x: i64, y: i64) {
        let click = self.actions().move_to(x, y).click();
        self.driver().wait_for(click.perform(), &format!("click at {x}, {y}"));
    }

    /// Moves the mouse to a place of the window.
    #[track_caller]
    pub fn hover_in_window(&self, x: i64, y: i64) {
        let movement = self.actions().move_to(x, y);
        self.driver().wait_for(movement.perform(), &format!("point at {x}, {y}"));
    }

    /// Moves the mouse to a place inside the element, in pixels from its upper left corner.
    #[track_caller]
    pub fn hover_at(&self, css: &str, x: i64, y: i64) {
        let (x, y) = self.place(css, x, y);
        self.hover_in_window(x, y);
    }

    /// Gives the keyboard's focus to the element.
    #[track_caller]
    pub fn focus(&self, css: &str) {
        self.element(css);
        self.js("root.querySelector(args[0]).focus()", &[json!(css)]);
    }

    /// Presses keys, one after another, on what has the focus: `"Space Shift+Space t PageDown"`.
    #[track_caller]
    pub fn keys(&self, keys: &str) {
        let mut chain = self.actions();
        for chord in keys.split_whitespace().map(keys::chord) {
            for &key in &chord {
                chain = chain.key_down(key);
            }
            for &key in chord.iter().rev() {
                chain = chain.key_up(key);
            }
        }
        self.driver().wait_for(chain.perform(), &format!("press {keys}"));
    }

    /// Writes into the element, in place of what is there.
    #[track_caller]
    pub fn write(&self, css: &str, text: &str) {
        self.focus(css);
        self.keys("Control+a");
        // The driver's own way would put it behind what is there.
        self.devtools("Input.insertText", json!({ "text": text }));
    }

    /// Actions that follow each other without a pause.
    fn actions(&self) -> ActionChain {
        self.web().action_chain_with_delay(None, Some(Duration::ZERO))
    }

    /// Brings the element into view, and says where in the viewport this place in it is.
    #[track_caller]
    fn place(&self, css: &str, x: i64, y: i64) -> (i64, i64) {
        self.element(css);
        let corner = self.js(
            "const element = root.querySelector(args[0]);
            element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
            const box = element.getBoundingClientRect();
            // The first whole pixel inside.
            return [Math.ceil(box.x), Math.ceil(box.y)]",
            &[json!(css)],
        );
        (corner[0].as_i64().unwrap_or_default() + x, corner[1].as_i64().unwrap_or_default() + y)
    }
}
