//! The numbers of the stage: found where they are drawn, and pressed, pointed at and reached there as by a hand.

use serde_json::{Value, json};

use crate::browser::Page;
use crate::parts;

/// Brings a node's cell into view and says where in the window its middle is. A number in ink has no element of its own:
/// the place is where the page says that it is.
const PLACE: &str = "
    const [name, node] = args;
    const column = root.querySelector(`[data-column=${name}]`);
    const grid = column.querySelector('.cells');
    column.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
    if (!grid.matches('[role=grid]')) {
        const cell = grid.querySelectorAll('.cell')[node];
        cell.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
        const { x, y, width, height } = cell.getBoundingClientRect();
        return [x + width / 2, y + height / 2];
    }
    const STEP = 3;
    const { left, top, right, bottom } = grid.getBoundingClientRect();
    const found = [];
    for (let y = top + 1; y < bottom; y += STEP) for (let x = left + 1; x < right; x += STEP) {
        const address = demo.addressAt(x, y);
        if (address?.startsWith(`${name}.`) && Number(address.match(/(\\d+)\\]$/)?.[1]) === node) found.push([x, y]);
    }
    const middle = (at) => (Math.min(...found.map((one) => one[at])) + Math.max(...found.map((one) => one[at]))) / 2;
    return found.length > 0 ? [middle(0), middle(1)] : null;";

/// JavaScript that reads something of each node's cell of a column: `walk(column, read)`. The one live cell of a grid is
/// led through it by its keys.
pub const WALK: &str = "
    const walk = (column, read) => {
        const cells = root.querySelector(`[data-column=${column}] .cells`);
        const live = cells.querySelector('.live');
        if (!live) return [...cells.querySelectorAll('.cell')].map(read);
        const press = (key) => live.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
        const all = [];
        press('Home');
        for (let node = null; live.dataset.node !== node; press('ArrowRight')) {
            node = live.dataset.node;
            all.push(read(live));
        }
        press('Home');
        live.dispatchEvent(new FocusEvent('blur'));
        return all;
    };";

/// JavaScript that reads what is drawn on one of the stage's canvases, `base` or `ink`: `pixelsOf(name)` gives a function that
/// takes a rectangle of the window and gives the bytes of its pixels.
pub const PIXELS: &str = "
    const pixelsOf = (name) => {
        const canvas = root.querySelector(`.picture > .${name}`);
        const context = new OffscreenCanvas(canvas.width, canvas.height).getContext('2d', { willReadFrequently: true });
        context.drawImage(canvas, 0, 0);
        const place = canvas.getBoundingClientRect();
        const fine = canvas.width / place.width;
        return ({ left, top, right, bottom }) => {
            const [x, y] = [(left - place.left) * fine, (top - place.top) * fine].map(Math.round);
            const [width, height] = [(right - left) * fine, (bottom - top) * fine].map((length) => Math.max(1, Math.round(length)));
            return context.getImageData(x, y, width, height).data;
        };
    };";

impl Page {
    /// Presses the mouse on a node's number.
    #[track_caller]
    pub fn click_cell(&self, column: &str, node: usize) {
        let (x, y) = self.place_of_cell(column, node);
        self.click_in_window(x, y);
    }

    /// Taps a place of the window with a finger.
    #[track_caller]
    pub fn tap(&self, x: i64, y: i64) {
        self.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": true }));
        for (kind, points) in [("touchStart", json!([{ "x": x, "y": y }])), ("touchEnd", json!([]))] {
            self.devtools("Input.dispatchTouchEvent", json!({ "type": kind, "touchPoints": points }));
        }
    }

    /// Moves the mouse to a node's number.
    #[track_caller]
    pub fn hover_cell(&self, column: &str, node: usize) {
        let (x, y) = self.place_of_cell(column, node);
        self.hover_in_window(x, y);
    }

    /// Where in the window the middle of a node's number is.
    #[track_caller]
    pub fn place_of_cell(&self, column: &str, node: usize) -> (i64, i64) {
        let place = self.js(PLACE, &[json!(column), json!(node)]);
        let at = |i: usize| place[i].as_f64().map(|length| length.round() as i64);
        match (at(0), at(1)) {
            (Some(x), Some(y)) => (x, y),
            _ => panic!("no point of the window shows the number of {column}'s node {node}"),
        }
    }

    /// Gives the keyboard's focus to a node's number, by the keys that lead there from the column's first.
    #[track_caller]
    pub fn focus_cell(&self, column: &str, node: usize) {
        self.focus(&parts::first_cell(column));
        let keys = ["Home"].into_iter().chain(std::iter::repeat_n("ArrowRight", node));
        self.keys(&keys.collect::<Vec<_>>().join(" "));
    }

    /// The numbers of a column, one for each node, as the keyboard meets them: address, value, name. Address and value are
    /// null where nothing is computed yet.
    #[track_caller]
    pub fn numbers_of(&self, column: &str) -> Vec<[Value; 3]> {
        let told = "
            const name = (cell) => cell.ariaLabel ?? [...cell.querySelectorAll('b, small, .share, .silent')].map((one) => one.textContent).filter(Boolean).join(' ');
            return walk(args[0], (cell) => [cell.dataset.address ?? null, cell.dataset.value ?? null, name(cell)])";
        let all = self.js(&format!("{WALK} {told}"), &[json!(column)]);
        let all = all.as_array().expect("it is a list");
        all.iter().map(|one| [0, 1, 2].map(|i| one[i].clone())).collect()
    }

    /// Opens the picture of a column's weights, and points at one of them; row −1 is the biases.
    #[track_caller]
    pub fn hover_weight(&self, column: &str, row: i32, node: usize) {
        let (x, y) = self.place_of_weight(column, row, node);
        self.hover_in_window(x, y);
    }

    /// Opens the picture of a column's weights, and presses the mouse on one of them.
    #[track_caller]
    pub fn click_weight(&self, column: &str, row: i32, node: usize) {
        let (x, y) = self.place_of_weight(column, row, node);
        self.click_in_window(x, y);
    }

    /// Opens the picture of a column's weights as a hand does, and says where in the window the middle of one is.
    #[track_caller]
    fn place_of_weight(&self, column: &str, row: i32, node: usize) -> (i64, i64) {
        self.hover_at(&parts::picture(column), 5, 3);
        let place = self.js(
            "const frame = root.querySelector(args[0]);
            const [weights, biases] = frame.querySelectorAll('canvas');
            if (frame.clientHeight < 20) throw new Error('the picture has not opened');
            const [canvas, row, rows] = args[1] < 0 ? [biases, 0, 1] : [weights, args[1], weights.height];
            const { x, y, width, height } = canvas.getBoundingClientRect();
            return [Math.floor(x + (args[2] + 0.5) * width / canvas.width), Math.floor(y + (row + 0.5) * height / rows)]",
            &[json!(parts::picture(column)), json!(row), json!(node)],
        );
        let at = |i: usize| place[i].as_i64().expect("it is a length");
        (at(0), at(1))
    }
}
