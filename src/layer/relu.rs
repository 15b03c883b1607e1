//! ReLU: what is positive goes through, the rest becomes 0.

use super::{Backward, Kept, Kind, Layer, MapScale, Role};
use crate::name::Name;
use crate::recipe::Ingredient::Own;
use crate::recipe::{Operation, Recipe};
use crate::scalar::{Scalar, Tensor, flat, flat_mut};
use crate::source::Source;

/// ReLU layers.
pub const KIND: Kind = Kind {
    name: "relu",
    role: Role::Activation,
    sized: false,
    pictures: false,
    map: Some(MapScale::Relative),
    dies: true,
    params: &[],
    kept: &[MASK],
};

/// Where it blocks: 1 where its input was ≤ 0, else 0, `(N, in)`.
const MASK: Name = Name::new("mask");

/// A ReLU layer, for an input of any shape.
pub fn build<F: Scalar>(_x: &[usize], _nodes: usize) -> Box<dyn Layer<F>> {
    Box::new(Relu)
}

/// `out = max(0, x)`, of any shape. Exactly at 0 it blocks: `mask = (x ≤ 0)`. A NaN goes through.
#[derive(Clone, Debug, Default)]
pub struct Relu;

impl<F: Scalar> Layer<F> for Relu {
    fn kind(&self) -> &'static Kind {
        &KIND
    }

    fn out_shape(&self, x: &[usize]) -> Vec<usize> {
        x.to_vec()
    }

    /// `mask = (x ≤ 0)`, `out = x` where the mask is 0, else 0.
    fn forward(&self, x: &Tensor<F>, out: &mut Tensor<F>, kept: &mut Kept<F>) {
        let mask = kept.slot(MASK, x.shape());
        for ((out, mask), &x) in flat_mut(out).iter_mut().zip(flat_mut(mask)).zip(flat(x)) {
            let blocked = x <= F::zero();
            *mask = if blocked { F::one() } else { F::zero() }; // sets mask
            *out = if blocked { F::zero() } else { x }; // sets out
        }
    }

    /// `dx = dout` where the mask is 0, else 0.
    fn backward(&self, io: Backward<'_, F>, kept: &mut Kept<F>) {
        let mask = kept.slot(MASK, io.x.shape());
        for ((dx, &mut mask), &dout) in flat_mut(io.dx).iter_mut().zip(flat_mut(mask)).zip(flat(io.dout)) {
            *dx = if mask == F::zero() { dout } else { F::zero() }; // sets dx
        }
    }

    fn explain(&self, tensor: Name, at: &[usize], _rows: usize) -> Option<Recipe> {
        explain(tensor, at)
    }

    fn numpy(&self, tensor: Name) -> &'static str {
        match tensor {
            MASK => "mask = (x <= 0)",
            Name::OUT => "out = np.where(mask, 0, x)",
            Name::DX => "dx = np.where(mask, 0, dout)",
            _ => "",
        }
    }

    fn source(&self, _tensor: Name) -> Source {
        Source::of("src/layer/relu.rs")
    }

    fn wide(&self) -> Box<dyn Layer<f64>> {
        Box::new(self.clone())
    }

    fn boxed_clone(&self) -> Box<dyn Layer<F>> {
        Box::new(self.clone())
    }
}

/// How its numbers are made: the same for every number type.
fn explain(tensor: Name, at: &[usize]) -> Option<Recipe> {
    let own = |name| Own(name, at.to_vec());
    Some(match tensor {
        MASK => Recipe::of(Operation::AtMostZero, [own(Name::X)]),
        Name::OUT => Recipe::of(Operation::Gate, [own(Name::X), own(MASK)]),
        Name::DX => Recipe::of(Operation::Gate, [own(Name::DOUT), own(MASK)]),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::{IxDyn, array};

    #[test]
    fn a_positive_sum_stays_and_a_negative_one_becomes_zero() {
        let x = array![[54.1, -3.0, 0.0]].into_dyn();
        let mut out = Tensor::zeros(IxDyn(&[1, 3]));
        Relu.forward(&x, &mut out, &mut Kept::default());
        assert_eq!(out, array![[54.1, 0.0, 0.0]].into_dyn());
    }

    #[test]
    fn the_gradient_is_blocked_where_the_input_was_not_positive_and_kept_elsewhere() {
        let x = array![[54.1, -3.0, 0.0]].into_dyn();
        let (mut out, mut kept) = (Tensor::zeros(IxDyn(&[1, 3])), Kept::default());
        Relu.forward(&x, &mut out, &mut kept);
        let dout = array![[-0.5, -0.5, -0.5]].into_dyn();
        let mut dx = Tensor::zeros(IxDyn(&[1, 3]));
        Relu.backward(Backward { x: &x, out: &out, dout: &dout, dx: &mut dx }, &mut kept);
        assert_eq!(dx, array![[-0.5, 0.0, 0.0]].into_dyn());
    }
}
