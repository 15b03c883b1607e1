//! Where the parts of the page are, so that a change of its markup is a change of this file.

/// What just happened: its title and its sentence.
pub const TITLE: &str = ".story h2";
pub const SENTENCE: &str = ".sentence";
pub const BACK: &str = ".story .back";
pub const NEXT: &str = ".story .next";
/// A way beside it.
pub const OTHER: &str = ".story .other";
/// For one colour, or for the batch.
pub const ONE_COLOUR: &str = ".scope .segments button:first-child";
pub const BATCH: &str = ".scope .segments button:last-child";
pub const ROW_BACK: &str = ".rows button:first-child";
pub const ROW: &str = ".rows span";
pub const ROW_NEXT: &str = ".rows button:last-child";
/// The number that is pointed at or selected: one of these is in sight.
pub const ADDRESS: &str = ".number .open, .heading code";
pub const VALUE: &str = ".number .value, .microscope .result";

/// The picked colour.
pub const HEX: &str = ".hex";
pub const NATIVE: &str = "input[type=color]";
pub const SLIDERS: [&str; 3] = [
    "[data-channel='0'] input[type=range]",
    "[data-channel='1'] input[type=range]",
    "[data-channel='2'] input[type=range]",
];
pub const NUMBERS: [&str; 3] = [
    "[data-channel='0'] input[type=number]",
    "[data-channel='1'] input[type=number]",
    "[data-channel='2'] input[type=number]",
];
/// Folds out the sliders of red, green and blue.
pub const LEVELS: &str = ".channels summary";
/// The answer: names and percentages, and the teacher's word.
pub const NAMES: &str = ".bars li span:first-child";
pub const SHARES: &str = ".bars .share";
pub const TIE: &str = ".choice .note";
pub const LABELS: [&str; 3] = [
    ".choice .segments button:nth-child(1)",
    ".choice .segments button:nth-child(2)",
    ".choice .segments button:nth-child(3)",
];

/// Training.
pub const PLAY: &str = ".play";
pub const ONE_STEP: &str = ".one";
pub const SPEED: &str = ".speed";
/// Opens the menu of the run, in which the next four are.
pub const MENU: &str = ".menu-button";
pub const RESET: &str = ".reset";
pub const NEW_SEED: &str = ".fresh";
pub const SEED: &str = ".facts div:nth-child(2) dd";
pub const LOG: &str = ".log input";
pub const STEP: &str = ".at b";
pub const LOSS_PLOT: &str = ".losses .plot";
pub const LOSS_VALUES: &str = ".chart > .titles .legend b";
/// Goes to a step of the run.
pub const SCRUBBER: &str = ".scrubber";
/// The dot of the data that has the focus, or to which Tab leads, and all of them.
pub const TILE: &str = ".data .tile";
pub const TILES: &str = ".tiles";

pub const MESSAGE: &str = ".message p";
pub const UNDO: &str = ".message button:first-of-type";
pub const DISMISS: &str = ".message button:last-of-type";
pub const LINK: &str = ".link-button";
pub const JAPANESE: &str = ".switch button:first-child";
pub const ENGLISH: &str = ".switch button:last-child";

/// One of the lecture's colours.
pub fn swatch(rgb: [u8; 3]) -> String {
    format!(".swatches [data-rgb='{},{},{}']", rgb[0], rgb[1], rgb[2])
}

/// A stop of the walk: `forward:affine1`, `update`.
pub fn stop(at: &str) -> String {
    format!(".stops [data-at='{at}']")
}

/// The stop at the end of a phase.
pub fn phase(name: &str) -> String {
    stop(match name {
        "forward" => "forward:softmax",
        "loss" => "forward:loss",
        "backward" => "backward:affine1",
        _ => name,
    })
}

/// What the keyboard meets first in a column: the one live cell of a grid, or a cell of few. `click_cell` and its like of
/// cells.rs find the others, which may be drawn in ink.
pub fn first_cell(column: &str) -> String {
    format!("[data-column={column}] .cells :is(.live, .cell[tabindex='0'], .cell:only-child)")
}

/// The weights of an Affine layer as a picture, to be pointed at: a strip that opens.
pub fn picture(column: &str) -> String {
    format!("[data-column={column}] .frame")
}

/// The picture's pixels: the weights' own.
pub fn weights(column: &str) -> String {
    format!("[data-column={column}] canvas:first-child")
}

/// The teacher's button for a class.
pub fn label(name: &str) -> &'static str {
    let place = ["red", "green", "blue"].iter().position(|class| *class == name);
    LABELS[place.expect("it is a class")]
}
