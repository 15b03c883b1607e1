//! ReLU: what is positive goes through, the rest becomes 0.

use ndarray::Zip;

use super::{Backward, Kept, Kind, Layer};
use crate::address::Name;
use crate::scalar::{Scalar, Tensor};

/// `out = max(0, x)`, of any shape. Exactly at 0 it blocks: `mask = (x ≤ 0)`. A NaN goes through.
#[derive(Clone, Debug, Default)]
pub struct Relu;

impl<F: Scalar> Layer<F> for Relu {
    fn kind(&self) -> Kind {
        Kind::Relu
    }

    fn out_shape(&self, x: &[usize]) -> Vec<usize> {
        x.to_vec()
    }

    /// `mask = (x ≤ 0)`, `out = x` where the mask is 0, else 0.
    fn forward(&self, x: &Tensor<F>, out: &mut Tensor<F>, kept: &mut Kept<F>) {
        let mask = kept.slot(Name::Mask, x.shape());
        Zip::from(out).and(mask).and(x).for_each(|out, mask, &x| {
            let blocked = x <= F::zero();
            *mask = if blocked { F::one() } else { F::zero() };
            *out = if blocked { F::zero() } else { x };
        });
    }

    /// `dx = dout` where the mask is 0, else 0.
    fn backward(&self, io: Backward<'_, F>, kept: &mut Kept<F>) {
        let mask = kept.slot(Name::Mask, io.x.shape());
        Zip::from(io.dx).and(mask).and(io.dout).for_each(|dx, &mut mask, &dout| {
            *dx = if mask == F::zero() { dout } else { F::zero() };
        });
    }

    fn boxed_clone(&self) -> Box<dyn Layer<F>> {
        Box::new(self.clone())
    }
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
