//! An explanation: how one number came about, as operation, terms and code.
//!
//! A layer gives a [`Recipe`] in names of its own tensors, beside its forward and backward and from the
//! same index rules; the pass puts in addresses and values and makes an [`Explanation`] of it.

use serde::Serialize;

use crate::address::{Address, Name};
use crate::source::Statement;

/// What is done with the terms.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Operation {
    /// The sum of the terms, each the product of its factors.
    Sum,
    /// The one term, unchanged: the same number under another name.
    Copy,
    /// The first term where the second (a mask) is 0, else 0.
    Gate,
    /// 1 where the term is at most 0, else 0.
    AtMostZero,
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
    fn parts(self, products: Vec<f64>) -> Vec<f64> {
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
            Operation::AtMostZero => Some(if *parts.first()? <= 0.0 { 1.0 } else { 0.0 }),
            Operation::Softmax { index } => Some(parts.get(index)? / parts.iter().sum::<f64>()),
            Operation::MinusLog { floor } => Some(-parts.iter().sum::<f64>().max(floor).ln()),
            Operation::Given => None,
        }
    }
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

    /// A number that is not computed in the pass.
    pub fn given() -> Self {
        Recipe { operation: Operation::Given, terms: Vec::new() }
    }
}

/// A factor with its value.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Factor {
    /// Where the number is; `None` for a constant.
    pub address: Option<Address>,
    /// What a constant is: `learningRate`, `1/N`, …; empty for a number with an address.
    pub name: &'static str,
    /// The number.
    pub value: f64,
}

/// A term with its values.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Term {
    /// What it multiplies.
    pub factors: Vec<Factor>,
    /// What it brings to the result: the product of its factors; in a softmax, `exp(x − m)`.
    pub part: f64,
}

/// How one number came about.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Explanation {
    /// Where the number is.
    pub address: Address,
    /// The number itself, as it was computed.
    pub value: f32,
    /// What was done with the terms.
    pub operation: Operation,
    /// The terms, in the order of their index.
    pub terms: Vec<Term>,
    /// The line of NumPy that does the same.
    pub numpy: &'static str,
    /// The statement of Rust that ran.
    pub rust: Statement,
}

impl Explanation {
    /// Puts an explanation together from terms whose factors have their values.
    pub fn new(
        (address, value): (Address, f32),
        operation: Operation,
        factors: Vec<Vec<Factor>>,
        (numpy, rust): (&'static str, Statement),
    ) -> Self {
        let product = |factors: &Vec<Factor>| factors.iter().map(|factor| factor.value).product();
        let parts = operation.parts(factors.iter().map(product).collect());
        let terms = factors.into_iter().zip(parts).map(|(factors, part)| Term { factors, part }).collect();
        Explanation { address, value, operation, terms, numpy, rust }
    }

    /// The result of the operation on the explanation's own terms, in `f64`; `None` for what is given.
    pub fn evaluate(&self) -> Option<f64> {
        let parts: Vec<f64> = self.terms.iter().map(|term| term.part).collect();
        self.operation.result(&parts)
    }
}
