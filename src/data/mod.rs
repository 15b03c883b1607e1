//! Colours and their labels.

mod dominant;
mod scaling;

use serde::{Deserialize, Serialize};

pub use dominant::{dominant, largest_channel};
pub use scaling::{Input, NUMPY, SOURCE, Scaling};

/// A colour: red, green, blue, each 0 to 255.
pub type Rgb = [u8; 3];

/// A colour and the class a teacher gave it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sample {
    /// The colour.
    pub rgb: Rgb,
    /// The class, an index into [`Dataset::classes`].
    pub label: usize,
}

/// Labelled colours, those to learn from apart from those kept back to test with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dataset {
    /// The names of the classes, in the order of the network's outputs.
    pub classes: Vec<String>,
    /// The colours to learn from.
    pub train: Vec<Sample>,
    /// The colours the network never learns from.
    pub test: Vec<Sample>,
}
