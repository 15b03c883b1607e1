//! The address of a number: `affine1.out[0,7]` is layer, tensor, index.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

use crate::problem::Problem;

/// The name of a tensor, in the vocabulary of the lecture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Name {
    /// What goes into a layer, `(N, in)`.
    X,
    /// The weights of an Affine layer, `(in, out)`.
    W,
    /// The biases of an Affine layer, `(out)`.
    B,
    /// What comes out of a layer, `(N, out)`; of the loss, one number.
    Out,
    /// Where ReLU blocks: 1 where its input was ≤ 0, else 0, `(N, in)`.
    Mask,
    /// The teacher's labels, one-hot, `(N, classes)`.
    T,
    /// The loss of each row, `(N)`.
    Loss,
    /// The gradient of the loss with respect to `out`, same shape as `out`.
    Dout,
    /// The gradient of the loss with respect to `x`, same shape as `x`.
    Dx,
    /// The gradient of the loss with respect to `w`, same shape as `w`.
    Dw,
    /// The gradient of the loss with respect to `b`, same shape as `b`.
    Db,
    /// The weights after the update, `w − learning rate × dw`.
    WNew,
    /// The biases after the update, `b − learning rate × db`.
    BNew,
}

impl Name {
    /// Every name with its spelling in an address.
    const SPELLING: [(Name, &'static str); 13] = [
        (Name::X, "x"),
        (Name::W, "w"),
        (Name::B, "b"),
        (Name::Out, "out"),
        (Name::Mask, "mask"),
        (Name::T, "t"),
        (Name::Loss, "loss"),
        (Name::Dout, "dout"),
        (Name::Dx, "dx"),
        (Name::Dw, "dw"),
        (Name::Db, "db"),
        (Name::WNew, "w_new"),
        (Name::BNew, "b_new"),
    ];

    /// The spelling in an address: `dw`, `w_new`.
    pub fn as_str(self) -> &'static str {
        let found = Self::SPELLING.iter().find(|(name, _)| *name == self);
        found.map_or("", |(_, text)| text)
    }
}

impl Serialize for Name {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Name {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let found = Self::SPELLING.iter().find(|(_, spelling)| *spelling == text);
        found.map(|(name, _)| *name).ok_or(())
    }
}

/// Where a number, a row of numbers or a whole tensor is.
///
/// The index may be shorter than the tensor has dimensions: `affine2.w[3]` is the row of weights
/// that leaves node 3, `affine2.w` is all of them.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Address {
    /// The layer: `data`, `affine1`, `relu1`, …, `softmax`, `loss`.
    pub layer: String,
    /// Which of its tensors.
    pub tensor: Name,
    /// Where in the tensor, from the first dimension on; may be empty.
    pub index: Vec<usize>,
}

impl Serialize for Address {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.layer, self.tensor)?;
        if self.index.is_empty() {
            return Ok(());
        }
        let index: Vec<String> = self.index.iter().map(usize::to_string).collect();
        write!(f, "[{}]", index.join(","))
    }
}

impl FromStr for Address {
    type Err = Problem;

    /// Reads `layer.tensor` or `layer.tensor[i,j,…]`; blanks around a number are allowed.
    fn from_str(text: &str) -> Result<Self, Problem> {
        let not_one = || Problem::NotAnAddress { text: text.chars().take(80).collect() };
        let (layer, rest) = text.trim().split_once('.').ok_or_else(not_one)?;
        let (tensor, index) = match rest.split_once('[') {
            None => (rest, Vec::new()),
            Some((tensor, index)) => {
                let inner = index.strip_suffix(']').ok_or_else(not_one)?;
                let numbers = inner.split(',').map(|part| part.trim().parse::<usize>());
                (tensor, numbers.collect::<Result<_, _>>().map_err(|_| not_one())?)
            }
        };
        let tensor = tensor.parse().map_err(|()| not_one())?;
        if layer.is_empty() {
            return Err(not_one());
        }
        Ok(Address { layer: layer.to_owned(), tensor, index })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_reads_back_as_it_was_written() {
        for text in
            ["affine1.out[0,7]", "affine3.dw[12,40]", "softmax.dx[0,2]", "loss.out", "affine2.w_new[3]"]
        {
            let address: Address = text.parse().unwrap();
            assert_eq!(address.to_string(), text);
        }
    }

    #[test]
    fn text_that_is_no_address_is_refused_with_a_sentence() {
        for text in [
            "",
            "affine1",
            ".out",
            "affine1.",
            "affine1.nose",
            "affine1.out[",
            "affine1.out[a]",
            "a.w[-1]",
            "a.w[]",
        ] {
            let problem = text.parse::<Address>().unwrap_err();
            assert!(problem.to_string().contains("affine1.out[0,7]"), "{text:?}: {problem}");
        }
    }
}
