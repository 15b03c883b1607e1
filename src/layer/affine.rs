//! Affine: every node adds up all inputs, each times a weight, plus a bias.

use ndarray::IxDyn;

use super::{Asked, Backward, Kept, Kind, Layer, Param, ParamKind, Role, Start, wide};
use crate::kernel::{Sizes, plain};
use crate::name::Name;
use crate::recipe::Ingredient::Own;
use crate::recipe::Recipe;
use crate::scalar::{Scalar, Tensor, flat, flat_index, flat_mut, rows, unflat};
use crate::source::Source;

/// Affine layers.
pub const KIND: Kind = Kind {
    name: "affine",
    role: Role::Weighted,
    sized: true,
    pictures: false,
    map: None,
    dies: false,
    params: &[
        ParamKind { name: W, gradient: DW, updated: Name::new("w_new"), start: Start::Drawn },
        ParamKind { name: B, gradient: DB, updated: Name::new("b_new"), start: Start::Constant(0.0) },
    ],
    kept: &[],
};

/// The weights, `(in, out)`.
const W: Name = Name::new("w");
/// The biases, `(out)`.
const B: Name = Name::new("b");
/// The gradient of the loss with respect to `w`, same shape as `w`.
const DW: Name = Name::new("dw");
/// The gradient of the loss with respect to `b`, same shape as `b`.
const DB: Name = Name::new("db");
/// Memory for `dx` to be computed in.
const WORK: Name = Name::new("work");

/// An Affine layer for inputs of a shape, read flat.
pub fn build<F: Scalar>(x: &[usize], nodes: usize) -> Box<dyn Layer<F>> {
    Box::new(Affine { shape: x.to_vec(), ..Affine::new(x.iter().product(), nodes) })
}

/// `out = x·w + b`, with `x` `(N, in)`, `w` `(in, out)`, `b` `(out)`, `out` `(N, out)`.
///
/// An `x` with more dimensions is read as flat rows. With no rows, `out` is empty and `dw`, `db` are zero.
#[derive(Clone, Debug)]
pub struct Affine<F = f32> {
    /// The shape of an input without its row.
    shape: Vec<usize>,
    w: Tensor<F>,
    b: Tensor<F>,
}

impl<F: Scalar> Affine<F> {
    /// An Affine layer of zeros.
    pub fn new(inputs: usize, outputs: usize) -> Self {
        let (w, b) = (Tensor::zeros(IxDyn(&[inputs, outputs])), Tensor::zeros(IxDyn(&[outputs])));
        Affine { shape: vec![inputs], w, b }
    }

    /// `dw = xᵀ·dout`, `db = Σ dout` over the rows.
    fn gradients(&self, x: &Tensor<F>, dout: &Tensor<F>, kept: &mut Kept<F>) {
        F::dw(self.sizes(x), flat(x), flat(dout), flat_mut(kept.slot(DW, self.w.shape())));
        let db = flat_mut(kept.slot(DB, self.b.shape()));
        db.fill(F::zero());
        for row in rows(dout) {
            db.iter_mut().zip(row).for_each(|(db, &dout)| *db += dout); // sets db
        }
    }

    /// The sizes of the products for an `x`.
    fn sizes(&self, x: &Tensor<F>) -> Sizes {
        Sizes { rows: x.shape()[0], inputs: self.w.shape()[0], outputs: self.b.len() }
    }
}

impl<F: Scalar> Layer<F> for Affine<F> {
    fn kind(&self) -> &'static Kind {
        &KIND
    }

    fn out_shape(&self, x: &[usize]) -> Vec<usize> {
        vec![x[0], self.b.len()]
    }

    /// `out = x·w + b`.
    fn forward(&self, x: &Tensor<F>, out: &mut Tensor<F>, _kept: &mut Kept<F>) {
        F::forward(self.sizes(x), flat(x), flat(&self.w), flat(&self.b), flat_mut(out));
    }

    /// `dx = dout·wᵀ`, `dw = xᵀ·dout`, `db = Σ dout` over the rows.
    fn backward(&self, io: Backward<'_, F>, kept: &mut Kept<F>) {
        let (sizes, dout) = (self.sizes(io.x), flat(io.dout));
        let work = flat_mut(kept.slot(WORK, self.w.shape()));
        F::dx(sizes, dout, flat(&self.w), flat_mut(io.dx), work);
        self.gradients(io.x, io.dout, kept);
    }

    /// A single row's update is made at once: its gradients would take as long to write and to read as to compute.
    fn learn(&mut self, io: Backward<'_, F>, kept: &mut Kept<F>, asked: Asked, rate: F) -> Option<bool> {
        if io.x.shape()[0] == 1 {
            let (w, b, dx) = (flat_mut(&mut self.w), flat_mut(&mut self.b), flat_mut(io.dx));
            return Some(F::learn(flat(io.x), flat(io.dout), w, b, dx, asked == Asked::All, rate));
        }
        if asked == Asked::Nothing {
            self.gradients(io.x, io.dout, kept);
        } else {
            self.backward(io, kept);
        }
        None
    }

    fn explain(&self, tensor: Name, at: &[usize], rows: usize) -> Option<Recipe> {
        explain(&self.shape, self.b.len(), tensor, at, rows)
    }

    fn numpy(&self, tensor: Name) -> &'static str {
        let flat = self.shape.len() == 1;
        match tensor {
            Name::OUT if flat => "out = x.dot(w) + b",
            Name::OUT => "out = x.reshape(len(x), -1).dot(w) + b",
            Name::DX if flat => "dx = dout.dot(w.T)",
            Name::DX => "dx = dout.dot(w.T).reshape(x.shape)",
            DW if flat => "dw = x.T.dot(dout)",
            DW => "dw = x.reshape(len(x), -1).T.dot(dout)",
            DB => "db = dout.sum(axis=0)",
            _ => "",
        }
    }

    fn source(&self, tensor: Name) -> Source {
        if tensor == DB { Source::of("src/layer/affine.rs") } else { plain::SOURCE }
    }

    fn params(&self) -> Vec<Param<&Tensor<F>>> {
        KIND.with([&self.w, &self.b])
    }

    fn params_mut(&mut self) -> Vec<Param<&mut Tensor<F>>> {
        KIND.with([&mut self.w, &mut self.b])
    }

    fn fan_in(&self) -> usize {
        self.w.shape()[0]
    }

    fn wide(&self) -> Box<dyn Layer<f64>> {
        Box::new(Affine { shape: self.shape.clone(), w: wide(&self.w), b: wide(&self.b) })
    }

    fn boxed_clone(&self) -> Box<dyn Layer<F>> {
        Box::new(self.clone())
    }
}

/// How its numbers are made, from an input of this shape: the same for every number type.
fn explain(shape: &[usize], outputs: usize, tensor: Name, at: &[usize], rows: usize) -> Option<Recipe> {
    let inputs = shape.iter().product();
    let x = |n, i| Own(Name::X, [&[n], &unflat(shape, i)[..]].concat());
    let w = |i, j| Own(W, vec![i, j]);
    let dout = |n, j| Own(Name::DOUT, vec![n, j]);
    Some(match (tensor, at) {
        (Name::OUT, &[n, j]) => {
            let bias = vec![Own(B, vec![j])];
            Recipe::sum((0..inputs).map(|i| vec![x(n, i), w(i, j)]).chain([bias]))
        }
        (Name::DX, &[n, ref index @ ..]) => {
            let i = flat_index(shape, index);
            Recipe::sum((0..outputs).map(|j| vec![dout(n, j), w(i, j)]))
        }
        (DW, &[i, j]) => Recipe::sum((0..rows).map(|n| vec![x(n, i), dout(n, j)])),
        (DB, &[j]) => Recipe::sum((0..rows).map(|n| vec![dout(n, j)])),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    fn by_hand() -> Affine<f32> {
        let mut affine = Affine::new(3, 1);
        let mut params = affine.params_mut();
        params[0].tensor.assign(&array![[0.1], [0.2], [0.3]]);
        params[1].tensor.fill(0.5);
        affine
    }

    #[test]
    fn the_lectures_sum_by_hand_is_54_1() {
        let x = array![[122.0, 66.0, 94.0]].into_dyn();
        let mut out = Tensor::zeros(IxDyn(&[1, 1]));
        by_hand().forward(&x, &mut out, &mut Kept::default());
        assert!((out[[0, 0]] - 54.1).abs() < 1e-5, "{out}");
    }

    #[test]
    fn the_gradient_of_the_weights_uses_the_stored_input() {
        let x = array![[122.0, 66.0, 94.0]].into_dyn();
        let out = Tensor::zeros(IxDyn(&[1, 1]));
        let dout = array![[2.0]].into_dyn();
        let (mut dx, mut kept) = (Tensor::zeros(IxDyn(&[1, 3])), Kept::default());
        by_hand().backward(Backward { x: &x, out: &out, dout: &dout, dx: &mut dx }, &mut kept);
        assert_eq!(kept.get(DW).unwrap(), &array![[244.0], [132.0], [188.0]].into_dyn());
        assert_eq!(kept.get(DB).unwrap(), &array![2.0].into_dyn());
        assert_eq!(dx, array![[0.2, 0.4, 0.6]].into_dyn());
    }

    #[test]
    fn without_rows_there_is_no_output_and_no_gradient() {
        let (x, dout) = (Tensor::zeros(IxDyn(&[0, 3])), Tensor::zeros(IxDyn(&[0, 1])));
        let (mut out, mut dx, mut kept) = (dout.clone(), x.clone(), Kept::default());
        let affine = by_hand();
        affine.forward(&x, &mut out, &mut kept);
        affine.backward(Backward { x: &x, out: &out, dout: &dout, dx: &mut dx }, &mut kept);
        assert_eq!(kept.get(DW).unwrap().sum(), 0.0);
    }
}
