//! The address of a number: `affine1.out[0,7]` is layer, tensor, index.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

use crate::layer;
pub use crate::name::Name;
use crate::problem::Problem;

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

    /// Reads `layer.tensor` or `layer.tensor[i,j,…]`; blanks around a number are allowed. The tensor is one that some
    /// kind of layer has.
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
        let tensor = layer::tensor_name(tensor).ok_or_else(not_one)?;
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
