//! What a layer is: `forward(x) → out`, `backward(dout) → dx`, and what it keeps on the way.
//!
//! A new kind of layer is a file with its `KIND`, its `build` and its [`Layer`], the file's `mod` line, and a line in
//! `registry`.

mod affine;
pub mod conv;
mod kind;
pub mod pool;
mod relu;
mod softmax_with_loss;
mod spec;

use ndarray::IxDyn;

pub use affine::Affine;
pub use kind::{Kind, MapScale, Param, ParamKind, Role, Start};
pub use relu::Relu;
pub use softmax_with_loss::{SoftmaxWithLoss, softmax_rows};
pub use spec::Spec;

use crate::name::Name;
use crate::recipe::Recipe;
use crate::scalar::{Scalar, Tensor, flat};
use crate::source::Source;

/// Makes a layer, its parameters all 0, from the shape of its input without the rows and its number of nodes. A kind
/// that has no number of its own is given 0.
type Build<F> = fn(&[usize], usize) -> Box<dyn Layer<F>>;

/// Every kind of layer, and how its layers are built.
fn registry<F: Scalar>() -> &'static [(&'static Kind, Build<F>)] {
    const {
        &[
            (&affine::KIND, affine::build),
            (&relu::KIND, relu::build),
            (&softmax_with_loss::KIND, softmax_with_loss::build),
            (&conv::KIND, conv::build),
            (&pool::KIND, pool::build),
        ]
    }
}

/// Every kind of layer.
pub fn kinds() -> impl Iterator<Item = &'static Kind> {
    registry::<f32>().iter().map(|(kind, _)| *kind)
}

/// The layer of a spec, its parameters all 0, for an input of the given shape without its rows. `None` for a kind
/// that there is not.
pub fn build<F: Scalar>(spec: &Spec, x: &[usize]) -> Option<Box<dyn Layer<F>>> {
    let (_, build) = registry().iter().find(|(kind, _)| kind.name == spec.kind)?;
    Some(build(x, spec.nodes.unwrap_or(0)))
}

/// The name of a tensor by its spelling; `None` where no kind of layer has such a tensor.
pub fn tensor_name(spelling: &str) -> Option<Name> {
    kinds().find_map(|kind| kind.tensors().into_iter().find(|name| name.as_str() == spelling))
}

/// One layer. It owns its parameters and nothing else: what belongs to one forward and backward
/// lives in the tape, so that a pass can be kept while the network goes on.
///
/// Rows are samples. A tensor may have any number of dimensions after the first; a layer that works
/// on flat rows reads them flat.
pub trait Layer<F: Scalar>: Send + Sync {
    /// What it has in common with all layers of its kind.
    fn kind(&self) -> &'static Kind;

    /// The shape of `out` for an `x` of the given shape, rows included.
    fn out_shape(&self, x: &[usize]) -> Vec<usize>;

    /// Computes `out` from `x`, and keeps what backward will need.
    fn forward(&self, x: &Tensor<F>, out: &mut Tensor<F>, kept: &mut Kept<F>);

    /// Computes `dx` (and the gradients of the parameters, into `kept`) from what was kept and `dout`.
    fn backward(&self, io: Backward<'_, F>, kept: &mut Kept<F>);

    /// Backward for training, where only a part of `dx` is asked for, and what else it computes need not be kept. Either leaves
    /// the update to the caller (`None`), who takes the gradients from `kept`; or makes it at once, with steps of `rate` times
    /// the gradients, and says whether all numbers that it has changed are finite.
    fn learn(&mut self, io: Backward<'_, F>, kept: &mut Kept<F>, _asked: Asked, _rate: F) -> Option<bool> {
        self.backward(io, kept);
        None
    }

    /// How one of its numbers is made, from the same index rules as forward and backward; `rows` is the
    /// number of samples. `None` for a tensor it does not make itself.
    fn explain(&self, tensor: Name, at: &[usize], rows: usize) -> Option<Recipe>;

    /// The line of NumPy that makes a tensor; empty for one it does not make itself.
    fn numpy(&self, tensor: Name) -> &'static str;

    /// The file that says how it makes a tensor.
    fn source(&self, tensor: Name) -> Source;

    /// The parameters, in the order of [`Kind::params`]; empty where there is nothing to learn.
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

/// Which numbers of `dx` the layer before has a use for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// All.
    All,
    /// Those where `x` is not 0; the others may be any.
    WhereNotZero,
    /// None: there is no layer before.
    Nothing,
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

    /// The tensor of a name to read, and that of another name to write into; both are made of zeros where they are missing
    /// or of another shape.
    pub fn pair(&mut self, read: (Name, &[usize]), write: (Name, &[usize])) -> (&Tensor<F>, &mut Tensor<F>) {
        self.slot(read.0, read.1);
        self.slot(write.0, write.1);
        let (mut from, mut to) = (None, None);
        for (name, tensor) in &mut self.tensors {
            if *name == read.0 {
                from = Some(tensor);
            } else if *name == write.0 {
                to = Some(tensor);
            }
        }
        (from.expect("it was made above"), to.expect("it has another name, and was made above"))
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

/// A tensor in `f64`.
fn wide<F: Scalar>(tensor: &Tensor<F>) -> Tensor<f64> {
    let values = flat(tensor).iter().map(|value| value.wide()).collect();
    Tensor::from_shape_vec(tensor.raw_dim(), values).expect("as many numbers as the tensor has")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The names, if none comes twice.
    fn distinct<T: PartialEq + std::fmt::Debug>(names: impl Iterator<Item = T>) -> Vec<T> {
        names.fold(Vec::new(), |mut seen, name| {
            assert!(!seen.contains(&name), "{name:?} comes twice");
            seen.push(name);
            seen
        })
    }

    #[test]
    fn every_kind_has_a_spelling_of_its_own_and_no_two_tensors_of_one_name() {
        distinct(kinds().map(|kind| kind.name));
        for kind in kinds() {
            assert!(kind.name.chars().all(|letter| letter.is_ascii_lowercase()), "{}", kind.name);
            for name in distinct(kind.tensors().into_iter()) {
                assert_eq!(tensor_name(name.as_str()), Some(name), "{}", kind.name);
            }
        }
    }

    #[test]
    fn a_layer_that_is_built_is_of_its_kind_and_has_the_parameters_of_its_kind() {
        for kind in kinds() {
            let spec = if kind.sized { Spec::sized(kind, 2) } else { Spec::of(kind) };
            let mut layer = build::<f32>(&spec, &[3]).expect("it is registered");
            assert_eq!(layer.kind().name, kind.name);
            assert_eq!(layer.out_shape(&[5, 3]), [5, if kind.sized { 2 } else { 3 }], "{}", kind.name);
            let names: Vec<Name> = layer.params().into_iter().map(|param| param.name).collect();
            assert!(names.iter().eq(kind.params.iter().map(|param| &param.name)), "{}", kind.name);
            assert!(
                names.into_iter().eq(layer.params_mut().into_iter().map(|param| param.name)),
                "{}",
                kind.name
            );
        }
        assert!(build::<f32>(&Spec { kind: "nose".to_owned(), nodes: None }, &[3]).is_none());
    }
}
