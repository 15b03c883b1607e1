//! Colours and pictures, and their labels.
//!
//! A data set is one file with an implementation of [`DataSet`], and one line of [`SETS`].

mod dataset;
pub mod digits;
pub mod dominant;
mod drawn;
pub mod named;
pub mod own;
pub mod patterns;
mod sample;
mod scaling;
mod set;
mod teacher;
pub mod vivid;

pub use dataset::Dataset;
pub use dominant::largest_channel;
pub use drawn::drawn;
pub use named::{Named, named, word};
pub use own::CustomSet;
pub use sample::{Bytes, Sample};
pub use scaling::{Input, NUMPY, SOURCE, Scaling};
pub use set::{DataSet, Labelled, Request, Set};
pub use teacher::{Teacher, Why};
pub use vivid::{VIVID, vividness};

/// Every data set, in the order in which the page offers them.
pub const SETS: [Set; 6] = [dominant::SET, named::SET, vivid::SET, own::SET, patterns::SET, digits::SET];

/// The classes where they are the channels.
pub const CHANNELS: [&str; 3] = ["red", "green", "blue"];

/// The shape of a colour.
pub const COLOUR: [usize; 1] = [3];

/// A colour: red, green, blue, each 0 to 255.
pub type Rgb = [u8; 3];

/// The colours in a list of channels `r, g, b, r, g, b, …`; a last one that is not whole is left out.
pub fn colours(channels: &[u8]) -> Vec<Rgb> {
    channels.chunks_exact(3).map(|rgb| [rgb[0], rgb[1], rgb[2]]).collect()
}
