//! The controls that can be seen and used now, and how a hand uses one of them.

use serde_json::{Value, json};

use super::Page;

/// All that takes a click or a key.
const ALL: &str = "const all = [...root.querySelectorAll('button, summary, select, input, textarea, canvas, [role=button], [tabindex=\"0\"]')];";

/// Those whose middle is in the window and not covered.
const SEEN: &str = "
    const kinds = { select: 'choose', textarea: 'write', canvas: 'draw' };
    const ofInput = { range: 'slide', text: 'write', number: 'write', search: 'write', color: 'choose', file: null };
    return all.flatMap((element, at) => {
        const { localName, type, className, id, disabled } = element;
        const kind = localName === 'input' ? (type in ofInput ? ofInput[type] : 'press') : (kinds[localName] ?? 'press');
        const { x, y, width, height } = element.getBoundingClientRect();
        const middle = [x + width / 2, y + height / 2];
        const inside = middle[0] >= 0 && middle[1] >= 0 && middle[0] < innerWidth && middle[1] < innerHeight;
        if (!kind || disabled || width < 1 || height < 1 || !inside) return [];
        const hit = root.elementFromPoint(...middle);
        if (!hit || !(element.contains(hit) || hit.closest?.('label')?.contains(element))) return [];
        const words = (element.getAttribute('aria-label') ?? element.textContent).trim().replace(/\\s+/g, ' ').slice(0, 30);
        return [[kind, `${localName}.${className || id || type || ''} ${JSON.stringify(words)}`, x, y, width, height, at]];
    })";

/// Gives one that would open a window of the browser's another value.
const CHOOSE: &str = "
    const [at, share] = args;
    const element = all[at];
    if (!element) return null;
    if (element.localName === 'select') element.selectedIndex = Math.floor(share * element.options.length);
    else element.value = '#' + Math.floor(share * 0xffffff).toString(16).padStart(6, '0');
    for (const kind of ['input', 'change']) element.dispatchEvent(new Event(kind, { bubbles: true }));
    return element.value";

/// What is done with a control.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// It is clicked.
    Press,
    /// Its handle is dragged.
    Slide,
    /// The mouse is dragged over it.
    Draw,
    /// Something is written into it.
    Write,
    /// It opens a window of the browser's, in which something is chosen.
    Choose,
}

/// A control that was seen.
#[derive(Clone, Debug)]
pub struct Control {
    /// What is done with it.
    pub takes: Use,
    /// What it is, and how it is labelled.
    pub name: String,
    /// Its box in the window.
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
    /// Which of all controls it is.
    at: usize,
}

impl Control {
    /// A place in it, as shares of its width and height.
    pub fn place(&self, across: f64, down: f64) -> (f64, f64) {
        (self.x + self.width * across, self.y + self.height * down)
    }

    fn read(told: &Value) -> Self {
        let number = |i: usize| told[i].as_f64().unwrap_or_default();
        Self {
            takes: match told[0].as_str() {
                Some("slide") => Use::Slide,
                Some("draw") => Use::Draw,
                Some("write") => Use::Write,
                Some("choose") => Use::Choose,
                _ => Use::Press,
            },
            name: told[1].as_str().unwrap_or_default().to_owned(),
            x: number(2),
            y: number(3),
            width: number(4),
            height: number(5),
            at: number(6) as usize,
        }
    }
}

impl Page {
    /// The controls that can be seen and used now.
    #[track_caller]
    pub fn controls(&self) -> Vec<Control> {
        let seen = self.js(&format!("{ALL}{SEEN}"), &[]);
        seen.as_array().into_iter().flatten().map(Control::read).collect()
    }

    /// Chooses another value, by a share of all; gives it.
    #[track_caller]
    pub fn choose(&self, control: &Control, share: f64) -> Value {
        self.js(&format!("{ALL}{CHOOSE}"), &[json!(control.at), json!(share)])
    }

    /// Presses the mouse at the first place, moves it along the others and lets it go.
    #[track_caller]
    pub fn drag_along(&self, way: &[(f64, f64)]) {
        let (first, last) = (way[0], way[way.len() - 1]);
        self.point(first);
        self.event("mousePressed", first, true);
        for &place in &way[1..] {
            self.event("mouseMoved", place, true);
        }
        self.event("mouseReleased", last, false);
    }

    /// Moves the mouse to a place.
    #[track_caller]
    pub fn point(&self, place: (f64, f64)) {
        self.event("mouseMoved", place, false);
    }

    #[track_caller]
    fn event(&self, kind: &str, (x, y): (f64, f64), down: bool) {
        let button = if kind == "mouseMoved" && !down { "none" } else { "left" };
        self.devtools(
            "Input.dispatchMouseEvent",
            json!({ "type": kind, "x": x, "y": y, "button": button, "buttons": u8::from(down), "clickCount": 1 }),
        );
    }
}
