//! An explanation: how one number came about, as operation, terms and code.
//!
//! It is a [`Recipe`] with the addresses and values of the pass put in.

use std::borrow::Cow;

use serde::Serialize;

use crate::address::Address;
pub use crate::recipe::{Ingredient, Operation, Recipe};
use crate::source::Statement;

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

/// A mean over colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Mean {
    /// How many colours.
    pub rows: usize,
    /// Which of them is the one of the pass; `None` where it is not among them, or the pass is of all of them.
    pub own: Option<usize>,
}

/// How one number came about.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Explanation {
    /// Where the number is.
    pub address: Address,
    /// Where it was taken over from, unchanged; `None` where it is no copy. All that follows is of that number.
    pub from: Option<Address>,
    /// The number itself, as it was computed.
    pub value: f32,
    /// Over how many colours the number is the mean, one term each in their order; `None` where it is of one alone.
    pub mean: Option<Mean>,
    /// What was done with the terms.
    pub operation: Operation,
    /// The terms, in the order of their index.
    pub terms: Vec<Term>,
    /// The line of NumPy that does the same.
    pub numpy: Cow<'static, str>,
    /// The statement of Rust that ran, or one that stands for it.
    pub rust: Statement,
}

impl Explanation {
    /// Puts an explanation together from terms whose factors have their values.
    pub fn new(
        (address, from, value): (Address, Option<Address>, f32),
        operation: Operation,
        factors: Vec<Vec<Factor>>,
        (numpy, rust): (Cow<'static, str>, Statement),
    ) -> Self {
        let product = |factors: &Vec<Factor>| factors.iter().map(|factor| factor.value).product();
        let parts = operation.parts(factors.iter().map(product).collect());
        let terms = factors.into_iter().zip(parts).map(|(factors, part)| Term { factors, part }).collect();
        Explanation { address, from, value, operation, terms, numpy, rust, mean: None }
    }

    /// The result of the operation on the explanation's own terms, in `f64`; `None` for what is given.
    pub fn evaluate(&self) -> Option<f64> {
        let parts: Vec<f64> = self.terms.iter().map(|term| term.part).collect();
        self.operation.result(&parts)
    }
}
