//! Softmax with cross-entropy: scores become probabilities, and the loss says how wrong they are.

use ndarray::{Axis, Zip};

use super::{Backward, Kept, Kind, Layer};
use crate::address::Name;
use crate::scalar::{Scalar, Tensor};

/// The smallest probability whose logarithm is taken, as NumPy teaching code does: a row's loss is
/// at most −ln(1e-7) ≈ 16.1.
pub const FLOOR: f64 = 1e-7;

/// `out = softmax(x)`, `loss = mean over the rows of −ln out[n, label]`, with `x`, `out`, `t` `(N, classes)`.
///
/// `t` (one-hot) is put into `kept` by the tape before forward. Forward keeps `loss` `(N)`, one for each
/// row. The two steps are one layer because their joint gradient is so simple: `dx = (out − t) / N`.
/// That is the gradient of the loss without [`FLOOR`], so that a hopeless row still learns.
#[derive(Clone, Debug, Default)]
pub struct SoftmaxWithLoss;

impl<F: Scalar> Layer<F> for SoftmaxWithLoss {
    fn kind(&self) -> Kind {
        Kind::SoftmaxWithLoss
    }

    fn out_shape(&self, x: &[usize]) -> Vec<usize> {
        x.to_vec()
    }

    /// `out = softmax(x)`; `loss[n] = −ln(max(out[n, label], FLOOR))`. A NaN stays a NaN.
    fn forward(&self, x: &Tensor<F>, out: &mut Tensor<F>, kept: &mut Kept<F>) {
        out.assign(x);
        softmax_rows(out);
        let t = kept.slot(Name::T, x.shape()).clone();
        let loss = kept.slot(Name::Loss, &x.shape()[..1]);
        let floor = F::of(FLOOR);
        Zip::from(loss).and(out.rows()).and(t.rows()).for_each(|loss, out, t| {
            let probability: F = out.iter().zip(t).map(|(&y, &t)| y * t).sum();
            // 0 − ln, so that a certain answer costs 0 and not −0.
            *loss = F::zero() - (if probability < floor { floor } else { probability }).ln();
        });
    }

    /// `dx = (out − t) / N`; `dout` is not used, for nothing comes after the loss.
    fn backward(&self, io: Backward<'_, F>, kept: &mut Kept<F>) {
        let n = F::of(io.x.shape()[0] as f64);
        let t = kept.slot(Name::T, io.x.shape());
        Zip::from(io.dx).and(io.out).and(t).for_each(|dx, &y, &mut t| *dx = (y - t) / n);
    }

    fn boxed_clone(&self) -> Box<dyn Layer<F>> {
        Box::new(self.clone())
    }
}

/// `exp(x − m) / Σ exp(x − m)` for each row, in place, where `m` is the row's maximum: the result is
/// the same as without `m`, but large scores can't overflow. A row with a NaN or +∞ becomes NaN.
pub fn softmax_rows<F: Scalar>(x: &mut Tensor<F>) {
    for mut row in x.lanes_mut(Axis(1)) {
        let max = row.iter().copied().fold(F::neg_infinity(), F::max);
        row.mapv_inplace(|x| (x - max).exp());
        let sum: F = row.iter().copied().sum();
        row.mapv_inplace(|e| e / sum);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    #[test]
    fn the_lectures_scores_become_its_probabilities() {
        let mut x = array![[0.0_f32, 0.1, 5.3]].into_dyn();
        softmax_rows(&mut x);
        for (got, want) in x.iter().zip([0.00493969, 0.0054592, 0.98960111]) {
            assert!((got - want).abs() < 1e-7, "{got} for {want}");
        }
    }

    #[test]
    fn raw_scores_of_hundreds_do_not_overflow() {
        let mut x = array![[900.0_f32, 100.0, -900.0]].into_dyn();
        softmax_rows(&mut x);
        assert_eq!(x, array![[1.0, 0.0, 0.0]].into_dyn());
    }

    #[test]
    fn a_nan_is_told_and_not_hidden_by_the_floor() {
        let x = array![[f32::NAN, 0.0]].into_dyn();
        let (mut out, mut kept) = (x.clone(), Kept::default());
        kept.slot(Name::T, &[1, 2])[[0, 1]] = 1.0;
        SoftmaxWithLoss.forward(&x, &mut out, &mut kept);
        assert!(kept.get(Name::Loss).unwrap()[[0]].is_nan());
    }
}
