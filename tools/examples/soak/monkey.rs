//! The monkey: it presses, drags, writes and draws where chance leads it, as a hand would, and a little by script.

use std::collections::VecDeque;
use std::thread;
use std::time::Duration;

use serde_json::json;

use crate::browser::Page;
use crate::browser::controls::{Control, Use};
use crate::chance::Chance;

/// How many actions are told after a failure.
const TOLD: usize = 40;

/// Gets everything that the page fetches when it is wanted, and fills up what is kept by design: all that can be undone, and all runs.
const FILL: &str = "
    window.print = () => {};
    window.soak = { first: demo.state };
    const { ALL, fetchParts } = await import('/view/parts.js');
    for (const language of ['ja', 'en']) await fetchParts(ALL, language);
    const { first } = soak;
    const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    // A dialog is made when it is first opened.
    for (const [change, css] of [[{}, '.link-button'], [{}, '.head .quiet:not(.more-button)'], [{ room: 'colours' }, '.tools .table'], [{ room: 'network', lesson: 'colour.start' }, '.plan']]) {
        demo.state = change;
        await drawn();
        root.querySelector(css).click();
        await drawn();
        for (const open of root.querySelectorAll('dialog[open]')) open.close();
    }
    demo.state = { lesson: '' };
    for (let run = 1; run <= 21; run += 1) {
        demo.state = { settings: { ...first.settings, hidden: [6], seed: run } };
        await demo.train(10);
    }
    // What was removed from the set is remembered for a month, so that these are the same ones that come later.
    soak.colours = (count, seed) => {
        let at = seed;
        const next = () => (at = (Math.imul(at, 1664525) + 1013904223) | 0) >>> 24;
        demo.data = Array.from({ length: count }, () => {
            const [r, g, b] = [next(), next(), next()];
            return { r, g, b, label: ['red', 'green', 'blue'][[r, g, b].indexOf(Math.max(r, g, b))] };
        });
    };
    for (let edit = 0; edit <= 100; edit += 1) soak.colours(args[0][edit % args[0].length], edit % args[1]);
    demo.state = { own: first.own, settings: first.settings };
    return null";

/// Keys of the page, of its controls and of none.
const KEYS: [&str; 34] = [
    "Space",
    "Space",
    "Space",
    "Shift+Space",
    "Shift+Space",
    "t",
    "t",
    "t",
    "r",
    "b",
    "b",
    "c",
    "m",
    "l",
    "n",
    "p",
    "1",
    "2",
    "3",
    "?",
    "Escape",
    "Escape",
    "Enter",
    "Enter",
    "Backspace",
    "Tab",
    "Tab",
    "Shift+Tab",
    "ArrowLeft",
    "ArrowRight",
    "ArrowUp",
    "ArrowDown",
    "Home",
    "End",
];
const SIZES: [(u32, u32); 7] =
    [(1280, 720), (1280, 720), (1920, 1080), (960, 540), (390, 844), (844, 390), (700, 900)];
const TEXTS: [&str; 8] = [
    "0.5",
    "-1",
    "3",
    "120",
    "1e9",
    "",
    "r,g,b,name\n255,0,0,red\n0,0,255,blue\n1,2,x,?",
    "def relu(x):\n  return x",
];
/// What a link or a script can ask for at any time.
const CHANGES: [&str; 16] = [
    "{ lang: 'ja' }",
    "{ lang: 'en' }",
    "{ theme: 'dark' }",
    "{ theme: 'projector' }",
    "{ theme: 'light' }",
    "{ room: 'colours' }",
    "{ room: 'network' }",
    "{ room: 'experiments' }",
    "{ speed: 'fast' }",
    "{ scope: 'batch' }",
    "{ settings: { data: 'patterns' } }",
    "{ settings: { data: 'digits' } }",
    "{ settings: { data: 'named' } }",
    "{ settings: { data: 'dominant' } }",
    "{ settings: { data: 'own' } }",
    "{ settings: { hidden: [6, 6] } }",
];
/// How many own colours it may bring, and how many different sets of each size: those that are filled up with.
const COUNTS: [usize; 4] = [1, 30, 100, 300];
const SETS: usize = 5;

/// Who plays, and what they have done.
pub struct Monkey {
    chance: Chance,
    done: usize,
    last: VecDeque<String>,
}

/// Keeps what a browser would open beside the page from coming up, notes the state at the beginning, and fills up what fills up.
pub fn prepare(page: &Page) {
    page.devtools("Emulation.setFocusEmulationEnabled", json!({ "enabled": true }));
    page.devtools("Page.setInterceptFileChooserDialog", json!({ "enabled": true }));
    page.devtools("Browser.setDownloadBehavior", json!({ "behavior": "deny" }));
    page.js(FILL, &[json!(COUNTS), json!(SETS)]);
}

impl Monkey {
    /// One that has done nothing yet.
    pub fn new(chance: Chance) -> Self {
        Self { chance, done: 0, last: VecDeque::new() }
    }

    /// How much it has done.
    pub fn done(&self) -> usize {
        self.done
    }

    /// What it did last, a line each.
    pub fn last(&self) -> String {
        let first = self.done - self.last.len();
        self.last.iter().enumerate().map(|(i, what)| format!("{:>6}  {what}\n", first + i + 1)).collect()
    }

    /// Does anything.
    pub fn act(&mut self, page: &Page) {
        match self.chance.below(100) {
            0..40 => self.use_any(page, Use::Press),
            40..50 => self.use_any(page, Use::Slide),
            50..55 => self.use_any(page, Use::Draw),
            55..59 => self.use_any(page, Use::Choose),
            59..62 => self.use_any(page, Use::Write),
            62..78 => {
                let key = *self.chance.one(&KEYS);
                self.note(format!("key {key}"));
                page.keys(key);
            }
            78..82 => self.point(page, true),
            82..86 => self.point(page, false),
            86..89 => self.scroll(page),
            89..91 => {
                let (width, height) = *self.chance.one(&SIZES);
                self.note(format!("window of {width} × {height}"));
                page.resize(width, height);
            }
            91..97 => {
                let change = *self.chance.one(&CHANGES);
                self.note(format!("state {change}"));
                page.js(&format!("demo.state = {change}"), &[]);
            }
            97 => {
                let (count, seed) = (*self.chance.one(&COUNTS), self.chance.below(SETS));
                self.note(format!("{count} own colours of {seed}"));
                page.js("soak.colours(...args)", &[json!(count), json!(seed)]);
            }
            _ => self.wait(1500.0),
        }
        self.wait(120.0);
    }

    /// Notes what is to be done.
    fn note(&mut self, what: String) {
        self.done += 1;
        self.last.push_back(what);
        if self.last.len() > TOLD {
            self.last.pop_front();
        }
    }

    /// Lets the page go on for a while.
    fn wait(&mut self, most: f64) {
        thread::sleep(Duration::from_secs_f64(self.chance.share() * most / 1000.0));
    }

    /// Does this with any control that takes it and can be seen.
    fn use_any(&mut self, page: &Page, takes: Use) {
        let seen: Vec<Control> = page.controls().into_iter().filter(|one| one.takes == takes).collect();
        if seen.is_empty() {
            return;
        }
        let control = self.chance.one(&seen);
        self.note(format!("{takes:?} {}", control.name));
        match takes {
            Use::Press => page.drag_along(&[control.place(0.5, 0.5)]),
            Use::Slide => {
                // To some places one after another, as whoever looks for a step.
                let places = self.chance.below(6);
                let way: Vec<_> = (0..=places).map(|_| control.place(self.chance.share(), 0.5)).collect();
                page.drag_along(&way);
            }
            Use::Draw => {
                let places = self.chance.below(8);
                let way: Vec<_> =
                    (0..=places).map(|_| control.place(self.chance.share(), self.chance.share())).collect();
                page.drag_along(&way);
            }
            Use::Choose => {
                let chosen = page.choose(control, self.chance.share() * 0.999);
                self.note(format!("  … {chosen}"));
            }
            Use::Write => {
                let text = *self.chance.one(&TEXTS);
                self.note(format!("  … {text:?}"));
                page.drag_along(&[control.place(0.5, 0.5)]);
                page.keys("Control+a");
                page.devtools("Input.insertText", json!({ "text": text }));
                if self.chance.below(2) == 0 {
                    page.keys("Enter");
                }
            }
        }
    }

    /// Points at any place, and presses there or not.
    fn point(&mut self, page: &Page, press: bool) {
        let size = page.js("return [innerWidth, innerHeight]", &[]);
        let mut along = |i: usize| size[i].as_f64().unwrap_or_default() * self.chance.share() * 0.99;
        let (x, y) = (along(0), along(1));
        self.note(format!("{} at {x:.0}, {y:.0}", if press { "press" } else { "point" }));
        if press {
            page.drag_along(&[(x, y)]);
        } else {
            page.point((x, y));
        }
    }

    /// Turns the wheel of the mouse.
    fn scroll(&mut self, page: &Page) {
        let by = (self.chance.share() - 0.5) * 1600.0;
        self.note(format!("scroll by {by:.0}"));
        let event = json!({ "type": "mouseWheel", "x": 300, "y": 400, "deltaX": 0, "deltaY": by });
        page.devtools("Input.dispatchMouseEvent", event);
    }
}
