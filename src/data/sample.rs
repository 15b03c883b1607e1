//! A sample: an input of the data set's shape, and its class.

use std::ops::Deref;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{COLOUR, Rgb};

/// An input as a data set stores it: one byte for each number of its shape, in row order. Clones share the memory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bytes(Arc<[u8]>);

impl Deref for Bytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0
    }
}

impl From<Rgb> for Bytes {
    fn from(rgb: Rgb) -> Self {
        Bytes(Arc::new(rgb))
    }
}

impl FromIterator<u8> for Bytes {
    fn from_iter<I: IntoIterator<Item = u8>>(bytes: I) -> Self {
        Bytes(bytes.into_iter().collect())
    }
}

/// A colour is written as a list; the many bytes of a picture in one piece, which JavaScript gets as a `Uint8Array`.
impl Serialize for Bytes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.len() == COLOUR[0] {
            serializer.collect_seq(self.iter())
        } else {
            serializer.serialize_bytes(self)
        }
    }
}

/// Read whatever its length; whoever takes it compares that with the data set's shape.
impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::deserialize(deserializer).map(|bytes: Vec<u8>| Bytes(bytes.into()))
    }
}

/// An input and the class a teacher gave it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sample {
    /// The input. The page calls it `rgb`, also of a picture, and of a grey one.
    #[serde(rename = "rgb")]
    pub input: Bytes,
    /// The class, an index into [`Dataset::classes`](super::Dataset::classes).
    pub label: usize,
}

impl Sample {
    /// A colour and its class.
    pub fn colour(rgb: Rgb, label: usize) -> Self {
        Sample { input: rgb.into(), label }
    }

    /// The colour; `None` where the input is of another shape.
    pub fn rgb(&self) -> Option<Rgb> {
        Rgb::try_from(&*self.input).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_is_written_as_the_page_reads_it_and_read_again() {
        let sample = Sample::colour([1, 2, 255], 4);
        let text = r#"{"rgb":[1,2,255],"label":4}"#;
        assert_eq!(serde_json::to_string(&sample).unwrap(), text);
        assert_eq!(serde_json::from_str::<Sample>(text).unwrap(), sample);
    }

    #[test]
    fn a_number_that_is_no_byte_is_refused() {
        for rgb in ["[1,2,256]", "[1,-2,3]", "[1.5,2,3]", "3", "null"] {
            let text = format!(r#"{{"rgb":{rgb},"label":0}}"#);
            assert!(serde_json::from_str::<Sample>(&text).is_err(), "{rgb}");
        }
    }
}
