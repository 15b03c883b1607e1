//! Softmax with cross-entropy: scores become probabilities, and the loss says how wrong they are.

use super::{Backward, Kept, Kind, Layer, MapScale, Role};
use crate::name::Name;
use crate::recipe::Ingredient::{Constant, Own};
use crate::recipe::{Operation, Recipe};
use crate::scalar::{Scalar, Tensor, flat, flat_mut, rows, rows_mut};
use crate::source::Source;

/// The last layer of a network.
pub const KIND: Kind = Kind {
    name: "softmax",
    role: Role::Output,
    sized: false,
    pictures: false,
    map: Some(MapScale::Absolute),
    dies: false,
    params: &[],
    kept: &[Name::T, Name::LOSS],
};

/// A softmax with as many classes as its input has numbers.
pub fn build<F: Scalar>(x: &[usize], _nodes: usize) -> Box<dyn Layer<F>> {
    Box::new(SoftmaxWithLoss::new(x.iter().product()))
}

/// `out = softmax(x)`, `loss = mean over the rows of −ln out[n, label]`, with `x`, `out`, `t` `(N, classes)`.
///
/// `t` (one-hot) is put into `kept` by the tape before forward. Forward keeps `loss` `(N)`, one for each
/// row. The two steps are one layer because their joint gradient is so simple: `dx = (out − t) / N`.
/// That is the gradient of the loss without [`Scalar::FLOOR`], so that a hopeless row still learns.
#[derive(Clone, Debug)]
pub struct SoftmaxWithLoss {
    classes: usize,
}

impl SoftmaxWithLoss {
    /// For so many classes.
    pub fn new(classes: usize) -> Self {
        SoftmaxWithLoss { classes }
    }
}

impl<F: Scalar> Layer<F> for SoftmaxWithLoss {
    fn kind(&self) -> &'static Kind {
        &KIND
    }

    fn out_shape(&self, x: &[usize]) -> Vec<usize> {
        x.to_vec()
    }

    /// `out = softmax(x)`; `loss[n] = −ln(max(out[n, label], floor))`, see [`Scalar::FLOOR`]. A NaN stays a NaN.
    fn forward(&self, x: &Tensor<F>, out: &mut Tensor<F>, kept: &mut Kept<F>) {
        flat_mut(out).copy_from_slice(flat(x));
        softmax_rows(out);
        let (t, loss) = kept.pair((Name::T, x.shape()), (Name::LOSS, &x.shape()[..1]));
        let floor = F::FLOOR;
        for (loss, (out, t)) in flat_mut(loss).iter_mut().zip(rows(out).zip(rows(t))) {
            let probability: F = out.iter().zip(t).map(|(&y, &t)| y * t).sum();
            // 0 − ln, so that a certain answer costs 0 and not −0.
            *loss = F::zero() - (if probability < floor { floor } else { probability }).ln(); // sets loss
        }
    }

    /// `dx = (out − t) / N`; `dout` is not used, for nothing comes after the loss.
    fn backward(&self, io: Backward<'_, F>, kept: &mut Kept<F>) {
        let n = F::of(io.x.shape()[0] as f64);
        let t = kept.slot(Name::T, io.x.shape());
        for ((dx, &y), &mut t) in flat_mut(io.dx).iter_mut().zip(flat(io.out)).zip(flat_mut(t)) {
            *dx = (y - t) / n; // sets dx
        }
    }

    fn explain(&self, tensor: Name, at: &[usize], rows: usize) -> Option<Recipe> {
        explain((self.classes, F::FLOOR.wide()), tensor, at, rows)
    }

    fn numpy(&self, tensor: Name) -> &'static str {
        match tensor {
            Name::OUT => {
                "e = np.exp(x - x.max(axis=1, keepdims=True)); out = e / e.sum(axis=1, keepdims=True)"
            }
            Name::T => "t = np.eye(classes)[labels]",
            Name::LOSS => "loss = -np.log(np.maximum((out * t).sum(axis=1), 1e-7))",
            Name::DX => "dx = (out - t) / len(t)",
            _ => "",
        }
    }

    fn source(&self, _tensor: Name) -> Source {
        Source::of("src/layer/softmax_with_loss.rs")
    }

    fn wide(&self) -> Box<dyn Layer<f64>> {
        Box::new(self.clone())
    }

    fn boxed_clone(&self) -> Box<dyn Layer<F>> {
        Box::new(self.clone())
    }
}

/// `exp(x − m) / Σ exp(x − m)` for each row, in place, where `m` is the row's maximum: the result is
/// the same as without `m`, but large scores can't overflow. A row with a NaN or +∞ becomes NaN.
pub fn softmax_rows<F: Scalar>(x: &mut Tensor<F>) {
    for row in rows_mut(x) {
        let max = row.iter().copied().fold(F::neg_infinity(), F::max);
        row.iter_mut().for_each(|x| *x = (*x - max).exp());
        let sum: F = row.iter().copied().sum();
        row.iter_mut().for_each(|e| *e /= sum); // sets out
    }
}

/// How its numbers are made, for so many classes and with the smallest probability whose logarithm is taken.
fn explain((classes, floor): (usize, f64), tensor: Name, at: &[usize], rows: usize) -> Option<Recipe> {
    let share = 1.0 / rows as f64;
    Some(match (tensor, at) {
        (Name::OUT, &[n, k]) => {
            let scores = (0..classes).map(|j| Own(Name::X, vec![n, j]));
            Recipe::of(Operation::Softmax { index: k }, scores)
        }
        (Name::T, _) => Recipe::given(),
        (Name::LOSS, &[n]) => {
            let right = (0..classes).map(|k| vec![Own(Name::OUT, vec![n, k]), Own(Name::T, vec![n, k])]);
            Recipe { operation: Operation::MinusLog { floor }, terms: right.collect() }
        }
        (Name::DX, _) => Recipe::sum([
            vec![Own(Name::OUT, at.to_vec()), Constant("1/N", share)],
            vec![Own(Name::T, at.to_vec()), Constant("-1/N", -share)],
        ]),
        _ => return None,
    })
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
        SoftmaxWithLoss::new(2).forward(&x, &mut out, &mut kept);
        assert!(kept.get(Name::LOSS).unwrap()[[0]].is_nan());
    }

    /// The loss of one row whose right class is the last.
    fn loss_of<F: Scalar>(scores: &[f64]) -> F {
        let x = Tensor::from_shape_fn(vec![1, scores.len()], |at| F::of(scores[at[1]]));
        let (mut out, mut kept) = (x.clone(), Kept::default());
        kept.slot(Name::T, &[1, scores.len()])[[0, scores.len() - 1]] = F::one();
        SoftmaxWithLoss::new(scores.len()).forward(&x, &mut out, &mut kept);
        kept.get(Name::LOSS).unwrap()[[0]]
    }

    #[test]
    fn a_hopeless_answer_costs_as_much_as_one_in_ten_million_and_a_likelier_one_its_own_logarithm() {
        assert_eq!(loss_of::<f32>(&[1000.0, 0.0]), -(1e-7_f32.ln()));
        // −ln p is ln(1 + eˢ) for scores of s and 0: it is s where p is small.
        for score in [15.0, 16.0] {
            assert!((loss_of::<f32>(&[score, 0.0]) - score as f32).abs() < 1e-5, "{score}");
        }
        assert_eq!(loss_of::<f32>(&[17.0, 0.0]), loss_of::<f32>(&[1000.0, 0.0]));
        // Where gradients are checked it costs what the gradient says.
        assert!((loss_of::<f64>(&[700.0, 0.0]) - 700.0).abs() < 1e-9);
    }

    #[test]
    fn the_floor_that_is_told_is_the_floor_that_is_used() {
        let layer: &dyn Layer<f32> = &SoftmaxWithLoss::new(2);
        let recipe = layer.explain(Name::LOSS, &[0], 1).expect("it makes the loss");
        let Operation::MinusLog { floor } = recipe.operation else { panic!("it is a logarithm") };
        assert_eq!(-floor.ln() as f32, loss_of::<f32>(&[1000.0, 0.0]));
        let numpy = layer.numpy(Name::LOSS);
        let told = numpy.split(", ").last().and_then(|end| end.trim_end_matches(')').parse::<f32>().ok());
        assert_eq!(told, Some(floor as f32), "{numpy}");
    }
}
