//! Colours and their labels.

mod dataset;
mod dominant;
mod drawn;
mod named;
mod own;
mod scaling;
mod vivid;

use serde::{Deserialize, Serialize};

pub use dataset::{Dataset, Set, Teacher, Why};
pub use dominant::largest_channel;
pub use drawn::drawn;
pub use named::{Named, WORDS, named, word};
pub use own::Own;
pub use scaling::{Input, NUMPY, SOURCE, Scaling};
pub use vivid::{VIVID, vividness};

/// A colour: red, green, blue, each 0 to 255.
pub type Rgb = [u8; 3];

/// The colours in a list of channels `r, g, b, r, g, b, …`; a last one that is not whole is left out.
pub fn colours(channels: &[u8]) -> Vec<Rgb> {
    channels.chunks_exact(3).map(|rgb| [rgb[0], rgb[1], rgb[2]]).collect()
}

/// A colour and the class a teacher gave it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sample {
    /// The colour.
    pub rgb: Rgb,
    /// The class, an index into [`Dataset::classes`].
    pub label: usize,
}
