//! What a layer is: `forward(x) → out`, `backward(dout) → dx`, and what it keeps on the way.

mod affine;
mod relu;
mod softmax_with_loss;

use ndarray::IxDyn;
use serde::Serialize;

pub use affine::Affine;
pub use relu::Relu;
pub use softmax_with_loss::{SoftmaxWithLoss, softmax_rows};

use crate::address::Name;
use crate::explain::Recipe;
use crate::scalar::{Scalar, Tensor};
use crate::source::Source;

/// The kind of a layer; its spelling begins the layer's name (`affine1`, `relu3`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `out = x·w + b`.
    Affine,
    /// `out = max(0, x)`.
    Relu,
    /// `out = softmax(x)`, then the mean cross-entropy against `t`.
    SoftmaxWithLoss,
}

impl Kind {
    /// The spelling in a name: `affine`, `relu`, `softmax`.
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Affine => "affine",
            Kind::Relu => "relu",
            Kind::SoftmaxWithLoss => "softmax",
        }
    }

    /// What layers of this kind are for.
    pub fn role(self) -> Role {
        match self {
            Kind::Affine => Role::Weighted,
            Kind::Relu => Role::Activation,
            Kind::SoftmaxWithLoss => Role::Output,
        }
    }
}

/// What a column of a pass is for, whatever its kind: how the page shows it follows from this.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// What goes into the network.
    Input,
    /// It mixes all inputs by parameters that are learned.
    Weighted,
    /// It changes each number by itself, so that a node fires or does not.
    Activation,
    /// It makes the network's answer: a probability for each class.
    Output,
    /// It says how wrong the answer is.
    Loss,
}

/// A tensor that learning changes, with the name of its gradient.
pub struct Param<T> {
    /// The parameter's own name, `w` or `b`.
    pub name: Name,
    /// Its gradient's name, `dw` or `db`.
    pub gradient: Name,
    /// The name of its value after an update, `w_new` or `b_new`.
    pub updated: Name,
    /// The tensor.
    pub tensor: T,
}

/// One layer. It owns its parameters and nothing else: what belongs to one forward and backward
/// lives in the tape, so that a pass can be kept while the network goes on.
///
/// Rows are samples. A tensor may have any number of dimensions after the first; a layer that works
/// on flat rows reads them flat.
pub trait Layer<F: Scalar>: Send + Sync {
    /// Which kind of layer this is.
    fn kind(&self) -> Kind;

    /// The shape of `out` for an `x` of the given shape, rows included.
    fn out_shape(&self, x: &[usize]) -> Vec<usize>;

    /// Computes `out` from `x`, and keeps what backward will need.
    fn forward(&self, x: &Tensor<F>, out: &mut Tensor<F>, kept: &mut Kept<F>);

    /// Computes `dx` (and the gradients of the parameters, into `kept`) from what was kept and `dout`.
    fn backward(&self, io: Backward<'_, F>, kept: &mut Kept<F>);

    /// How one of its numbers is made, from the same index rules as forward and backward; `rows` is the
    /// number of samples. `None` for a tensor it does not make itself.
    fn explain(&self, tensor: Name, at: &[usize], rows: usize) -> Option<Recipe>;

    /// The line of NumPy that makes a tensor; empty for one it does not make itself.
    fn numpy(&self, tensor: Name) -> &'static str;

    /// The layer's own file.
    fn source(&self) -> Source;

    /// The parameters, in the order `w`, `b`; empty where there is nothing to learn.
    fn params(&self) -> Vec<Param<&Tensor<F>>> {
        Vec::new()
    }

    /// The same, to be changed.
    fn params_mut(&mut self) -> Vec<Param<&mut Tensor<F>>> {
        Vec::new()
    }

    /// How many inputs each node adds up, for the He initial weights; 0 where there are no weights.
    fn fan_in(&self) -> usize {
        0
    }

    /// The same layer in `f64`.
    fn wide(&self) -> Box<dyn Layer<f64>>;

    /// A copy of the layer.
    fn boxed_clone(&self) -> Box<dyn Layer<F>>;
}

/// What `backward` is given, and where it writes.
pub struct Backward<'a, F> {
    /// The input of forward, `(N, in)`.
    pub x: &'a Tensor<F>,
    /// The output of forward, `(N, out)`.
    pub out: &'a Tensor<F>,
    /// The gradient that arrives from the next layer, `(N, out)`.
    pub dout: &'a Tensor<F>,
    /// The gradient to pass on, `(N, in)`.
    pub dx: &'a mut Tensor<F>,
}

/// The tensors that a layer keeps between forward and backward, by name (`mask`, `t`, `dw`, …).
#[derive(Clone, Debug)]
pub struct Kept<F> {
    /// Few enough that looking through them is quicker than a map.
    tensors: Vec<(Name, Tensor<F>)>,
}

impl<F> Default for Kept<F> {
    fn default() -> Self {
        Kept { tensors: Vec::new() }
    }
}

impl<F: Scalar> Kept<F> {
    /// The tensor of that name, if the layer has kept one.
    pub fn get(&self, name: Name) -> Option<&Tensor<F>> {
        self.tensors.iter().find(|(kept, _)| *kept == name).map(|(_, tensor)| tensor)
    }

    /// The tensor of that name to write into; made of zeros where it is missing or of another shape.
    pub fn slot(&mut self, name: Name, shape: &[usize]) -> &mut Tensor<F> {
        let at = self.tensors.iter().position(|(kept, _)| *kept == name).unwrap_or_else(|| {
            self.tensors.push((name, Tensor::zeros(IxDyn(shape))));
            self.tensors.len() - 1
        });
        let tensor = &mut self.tensors[at].1;
        if tensor.shape() != shape {
            *tensor = Tensor::zeros(IxDyn(shape));
        }
        tensor
    }
}
