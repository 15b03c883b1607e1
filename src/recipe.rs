//! A recipe: how a layer makes one number, in names of its own tensors.
//!
//! A layer says it beside its forward and backward and from the same index rules; the pass puts in addresses and
//! values and makes an [`Explanation`](crate::explain::Explanation) of it.

use serde::Serialize;

use crate::name::Name;

/// What is done with the terms.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Operation {
    /// The sum of the terms, each the product of its factors.
    Sum,
    /// The one term, unchanged: the same number under another name. An explanation looks through it.
    Copy,
    /// The first term where the second (a mask) is 0, else 0.
    Gate,
    /// 1 where the term is at most 0, else 0.
    AtMostZero,
    /// The largest of the terms.
    Max,
    /// Which of the terms is the largest, from 0; the first of equal ones.
    Place,
    /// The first term where the second is this place, else 0.
    At {
        /// The place.
        place: usize,
    },
    /// `exp(term − m) / Σ exp(terms − m)` for the term of this index, `m` the largest of them.
    Softmax {
        /// Which of the terms.
        index: usize,
    },
    /// `−ln(max(sum of the terms, floor))`.
    MinusLog {
        /// The smallest number whose logarithm is taken.
        floor: f64,
    },
    /// Given and not computed in this pass: a weight, a bias, a teacher's label.
    Given,
}

impl Operation {
    /// What each term brings to the result, from the products of its factors: the product itself; in a
    /// softmax its exponential, less the largest product first.
    pub fn parts(self, products: Vec<f64>) -> Vec<f64> {
        match self {
            Operation::Softmax { .. } => {
                let max = products.iter().copied().fold(f64::NEG_INFINITY, f64::max);
                products.into_iter().map(|x| (x - max).exp()).collect()
            }
            _ => products,
        }
    }

    /// The result of the terms' parts, in `f64`: the operation in one line, apart from the code that ran.
    /// `None` for what is given, and where a term is missing.
    pub fn result(self, parts: &[f64]) -> Option<f64> {
        match self {
            Operation::Sum => Some(parts.iter().sum()),
            Operation::Copy => parts.first().copied(),
            Operation::Gate => Some(if *parts.get(1)? == 0.0 { parts[0] } else { 0.0 }),
            Operation::Max => Some(*parts.get(largest(parts)?)?),
            Operation::Place => Some(largest(parts)? as f64),
            Operation::At { place } => Some(if *parts.get(1)? == place as f64 { parts[0] } else { 0.0 }),
            Operation::AtMostZero => Some(if *parts.first()? <= 0.0 { 1.0 } else { 0.0 }),
            Operation::Softmax { index } => Some(parts.get(index)? / parts.iter().sum::<f64>()),
            Operation::MinusLog { floor } => Some(-parts.iter().sum::<f64>().max(floor).ln()),
            Operation::Given => None,
        }
    }
}

/// Which number is the largest; the first of equal ones, `None` where there is none.
fn largest(numbers: &[f64]) -> Option<usize> {
    (0..numbers.len()).reduce(|best, k| if numbers[k] > numbers[best] { k } else { best })
}

/// One factor of a term, in a recipe.
#[derive(Clone, Debug, PartialEq)]
pub enum Ingredient {
    /// A number of the layer's own tensors.
    Own(Name, Vec<usize>),
    /// A number that has no address, with a word that says what it is.
    Constant(&'static str, f64),
}

/// How a number is made, in names of the layer's own tensors.
#[derive(Clone, Debug, PartialEq)]
pub struct Recipe {
    /// What is done with the terms.
    pub operation: Operation,
    /// The terms, each the product of its factors.
    pub terms: Vec<Vec<Ingredient>>,
}

impl Recipe {
    /// A sum of products.
    pub fn sum(terms: impl IntoIterator<Item = Vec<Ingredient>>) -> Self {
        Recipe { operation: Operation::Sum, terms: terms.into_iter().collect() }
    }

    /// An operation on single numbers.
    pub fn of(operation: Operation, terms: impl IntoIterator<Item = Ingredient>) -> Self {
        Recipe { operation, terms: terms.into_iter().map(|term| vec![term]).collect() }
    }

    /// The ingredient that the number is a copy of; `None` where it is anything else.
    pub fn copied(&self) -> Option<&Ingredient> {
        if self.operation == Operation::Copy { self.terms.first()?.first() } else { None }
    }

    /// A number that is not computed in the pass.
    pub fn given() -> Self {
        Recipe { operation: Operation::Given, terms: Vec::new() }
    }
}
