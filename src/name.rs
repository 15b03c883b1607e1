//! The name of a tensor, in the vocabulary of the lecture.

use std::fmt;

use serde::{Serialize, Serializer};

/// The name of a tensor, as it is spelled in an address: `x`, `dw`, `w_new`.
///
/// The names here are those that the tape and the way from layer to layer need. All others belong to a kind of
/// layer, which declares them in its own file (see [`Kind`](crate::layer::Kind)).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name(&'static str);

impl Name {
    /// The input of a layer, `(N, in)`.
    pub const X: Name = Name("x");
    /// The output of a layer, `(N, out)`; of the loss, one number.
    pub const OUT: Name = Name("out");
    /// The gradient of the loss with respect to `out`, same shape as `out`.
    pub const DOUT: Name = Name("dout");
    /// The gradient of the loss with respect to `x`, same shape as `x`.
    pub const DX: Name = Name("dx");
    /// The teacher's labels, one-hot, `(N, classes)`: the tape puts them into the last layer.
    pub const T: Name = Name("t");
    /// The loss of each row, `(N)`: the tape reads it from the last layer.
    pub const LOSS: Name = Name("loss");

    /// A name with this spelling.
    pub const fn new(spelling: &'static str) -> Self {
        Name(spelling)
    }

    /// The spelling in an address.
    pub const fn as_str(self) -> &'static str {
        self.0
    }
}

impl Serialize for Name {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0)
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}
