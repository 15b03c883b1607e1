//! Affine: every node adds up all inputs, each times a weight, plus a bias.

use ndarray::linalg::general_mat_mul;
use ndarray::{ArrayView2, ArrayViewMut2, Ix1, Ix2, IxDyn};

use super::{Backward, Kept, Kind, Layer, Param};
use crate::address::Name;
use crate::explain::Ingredient::Own;
use crate::explain::Recipe;
use crate::scalar::{Scalar, Tensor};
use crate::source::Source;

/// `out = x·w + b`, with `x` `(N, in)`, `w` `(in, out)`, `b` `(out)`, `out` `(N, out)`.
///
/// An `x` with more dimensions is read as flat rows. With no rows, `out` is empty and `dw`, `db` are zero.
#[derive(Clone, Debug)]
pub struct Affine<F = f32> {
    w: Tensor<F>,
    b: Tensor<F>,
}

impl<F: Scalar> Affine<F> {
    /// An Affine layer of zeros.
    pub fn new(inputs: usize, outputs: usize) -> Self {
        Affine { w: Tensor::zeros(IxDyn(&[inputs, outputs])), b: Tensor::zeros(IxDyn(&[outputs])) }
    }
}

impl<F: Scalar> Layer<F> for Affine<F> {
    fn kind(&self) -> Kind {
        Kind::Affine
    }

    fn out_shape(&self, x: &[usize]) -> Vec<usize> {
        vec![x[0], self.b.len()]
    }

    /// `out = x·w + b`.
    fn forward(&self, x: &Tensor<F>, out: &mut Tensor<F>, _kept: &mut Kept<F>) {
        let (x, w) = (rows(x), rows(&self.w));
        out.assign(&self.b);
        general_mat_mul(F::one(), &x, &w, F::one(), &mut rows_mut(out)); // sets out
    }

    /// `dx = dout·wᵀ`, `dw = xᵀ·dout`, `db = Σ dout` over the rows.
    fn backward(&self, io: Backward<'_, F>, kept: &mut Kept<F>) {
        let (x, w, dout) = (rows(io.x), rows(&self.w), rows(io.dout));
        general_mat_mul(F::one(), &dout, &w.t(), F::zero(), &mut rows_mut(io.dx)); // sets dx

        let dw = kept.slot(Name::Dw, self.w.shape());
        general_mat_mul(F::one(), &x.t(), &dout, F::zero(), &mut rows_mut(dw)); // sets dw

        let db = kept.slot(Name::Db, self.b.shape());
        db.fill(F::zero());
        let mut db = db.view_mut().into_dimensionality::<Ix1>().expect("db is (out)");
        dout.rows().into_iter().for_each(|row| db += &row); // sets db
    }

    fn explain(&self, tensor: Name, at: &[usize], rows: usize) -> Option<Recipe> {
        let (inputs, outputs) = (self.w.shape()[0], self.b.len());
        let x = |n, i| Own(Name::X, vec![n, i]);
        let w = |i, j| Own(Name::W, vec![i, j]);
        let dout = |n, j| Own(Name::Dout, vec![n, j]);
        Some(match (tensor, at) {
            (Name::Out, &[n, j]) => {
                let bias = vec![Own(Name::B, vec![j])];
                Recipe::sum((0..inputs).map(|i| vec![x(n, i), w(i, j)]).chain([bias]))
            }
            (Name::Dx, &[n, i]) => Recipe::sum((0..outputs).map(|j| vec![dout(n, j), w(i, j)])),
            (Name::Dw, &[i, j]) => Recipe::sum((0..rows).map(|n| vec![x(n, i), dout(n, j)])),
            (Name::Db, &[j]) => Recipe::sum((0..rows).map(|n| vec![dout(n, j)])),
            _ => return None,
        })
    }

    fn numpy(&self, tensor: Name) -> &'static str {
        match tensor {
            Name::Out => "out = x.dot(w) + b",
            Name::Dx => "dx = dout.dot(w.T)",
            Name::Dw => "dw = x.T.dot(dout)",
            Name::Db => "db = dout.sum(axis=0)",
            _ => "",
        }
    }

    fn source(&self) -> Source {
        Source { file: "src/layer/affine.rs", text: include_str!("affine.rs") }
    }

    fn params(&self) -> Vec<Param<&Tensor<F>>> {
        vec![
            Param { name: Name::W, gradient: Name::Dw, updated: Name::WNew, tensor: &self.w },
            Param { name: Name::B, gradient: Name::Db, updated: Name::BNew, tensor: &self.b },
        ]
    }

    fn params_mut(&mut self) -> Vec<Param<&mut Tensor<F>>> {
        vec![
            Param { name: Name::W, gradient: Name::Dw, updated: Name::WNew, tensor: &mut self.w },
            Param { name: Name::B, gradient: Name::Db, updated: Name::BNew, tensor: &mut self.b },
        ]
    }

    fn fan_in(&self) -> usize {
        self.w.shape()[0]
    }

    fn wide(&self) -> Box<dyn Layer<f64>> {
        Box::new(Affine { w: self.w.mapv(F::wide), b: self.b.mapv(F::wide) })
    }

    fn boxed_clone(&self) -> Box<dyn Layer<F>> {
        Box::new(self.clone())
    }
}

/// A tensor as `(N, all the rest)`.
fn rows<F: Scalar>(tensor: &Tensor<F>) -> ArrayView2<'_, F> {
    let (n, width) = flat_shape(tensor.shape());
    let view = tensor.view().into_shape_with_order((n, width));
    view.expect("tensors of the tape are contiguous").into_dimensionality::<Ix2>().expect("two dimensions")
}

/// The same, to be written.
fn rows_mut<F: Scalar>(tensor: &mut Tensor<F>) -> ArrayViewMut2<'_, F> {
    let (n, width) = flat_shape(tensor.shape());
    let view = tensor.view_mut().into_shape_with_order((n, width));
    view.expect("tensors of the tape are contiguous").into_dimensionality::<Ix2>().expect("two dimensions")
}

/// Rows, and the product of the other dimensions.
fn flat_shape(shape: &[usize]) -> (usize, usize) {
    (shape[0], shape[1..].iter().product())
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
        assert_eq!(kept.get(Name::Dw).unwrap(), &array![[244.0], [132.0], [188.0]].into_dyn());
        assert_eq!(kept.get(Name::Db).unwrap(), &array![2.0].into_dyn());
        assert_eq!(dx, array![[0.2, 0.4, 0.6]].into_dyn());
    }

    #[test]
    fn without_rows_there_is_no_output_and_no_gradient() {
        let (x, dout) = (Tensor::zeros(IxDyn(&[0, 3])), Tensor::zeros(IxDyn(&[0, 1])));
        let (mut out, mut dx, mut kept) = (dout.clone(), x.clone(), Kept::default());
        let affine = by_hand();
        affine.forward(&x, &mut out, &mut kept);
        affine.backward(Backward { x: &x, out: &out, dout: &dout, dx: &mut dx }, &mut kept);
        assert_eq!(kept.get(Name::Dw).unwrap().sum(), 0.0);
    }
}
