//! The working memory of one forward and backward: made once for a number of rows, used again and again.

use ndarray::IxDyn;

use crate::data::{Sample, Scaling};
use crate::layer::{Backward, Kept};
use crate::name::Name;
use crate::recipe::Ingredient::{Constant, Own};
use crate::recipe::Recipe;
use crate::scalar::{Scalar, Tensor, flat, row_len, rows_mut};
use crate::source::Source;

/// Everything that is computed between the input and the loss.
///
/// The `out` of a layer *is* the `x` of the next, and so it is stored once: `values[i]` is `x` of layer
/// `i`, `values[i + 1]` its `out`; likewise `gradients[i]` is its `dx` and `gradients[i + 1]` its `dout`.
#[derive(Clone, Debug)]
pub struct Tape<F: Scalar = f32> {
    /// The input, then the `out` of every layer.
    pub values: Vec<Tensor<F>>,
    /// The gradients of the loss with respect to each of [`Tape::values`]. The last stays 0: nothing
    /// comes after the loss.
    pub gradients: Vec<Tensor<F>>,
    /// What each layer keeps besides.
    pub kept: Vec<Kept<F>>,
}

impl<F: Scalar> Tape<F> {
    /// Memory for tensors of these shapes, rows included: the input's, then the `out` of each layer's. There
    /// is at least the input's.
    pub fn new(shapes: &[Vec<usize>]) -> Self {
        let values: Vec<Tensor<F>> = shapes.iter().map(|shape| Tensor::zeros(IxDyn(shape))).collect();
        let gradients = values.clone();
        Tape { values, gradients, kept: vec![Kept::default(); shapes.len() - 1] }
    }

    /// How many rows there is room for.
    pub fn rows(&self) -> usize {
        self.values[0].shape()[0]
    }

    /// Sets row `n` of the input and its teacher label; beyond the last row, nothing. `x` has the length of
    /// one input; `label` is below the number of classes.
    pub fn load(&mut self, n: usize, x: &[F], label: usize) {
        let input = rows_mut(&mut self.values[0]).nth(n);
        input.into_iter().flatten().zip(x).for_each(|(to, &from)| *to = from);
        let shape = self.probabilities().shape().to_vec();
        if let Some(last) = self.kept.last_mut()
            && let Some(t) = rows_mut(last.slot(Name::T, &shape)).nth(n)
        {
            t.fill(F::zero());
            t[label] = F::one(); // sets t
        }
    }

    /// Sets all rows, inputs and labels, to those of another tape for the same network, by their numbers there.
    pub fn copy(&mut self, from: &Tape<F>, chosen: &[usize]) {
        let (size, all) = (row_len(&from.values[0]), flat(&from.values[0]));
        for (x, &row) in rows_mut(&mut self.values[0]).zip(chosen) {
            x.copy_from_slice(&all[row * size..(row + 1) * size]);
        }
        let shape = self.values[self.values.len() - 1].shape();
        if let (Some(to), Some(t)) =
            (self.kept.last_mut(), from.kept.last().and_then(|kept| kept.get(Name::T)))
        {
            let (size, all) = (row_len(t), flat(t));
            for (t, &row) in rows_mut(to.slot(Name::T, shape)).zip(chosen) {
                t.copy_from_slice(&all[row * size..(row + 1) * size]);
            }
        }
    }

    /// Sets all rows from samples, one a row in their order. The input is the `f32` that the page shows, in
    /// any number type.
    pub fn fill(&mut self, samples: &[Sample], scaling: &Scaling) {
        for (n, sample) in samples.iter().enumerate() {
            let x = scaling.apply::<f32>(&sample.input);
            let x: Vec<F> = x.into_iter().map(|x| F::of(x.wide())).collect();
            self.load(n, &x, sample.label);
        }
    }

    /// What backward through layer `i` reads and writes, and what the layer keeps.
    pub fn around(&mut self, i: usize) -> (Backward<'_, F>, &mut Kept<F>) {
        let (before, after) = self.gradients.split_at_mut(i + 1);
        let (x, out) = (&self.values[i], &self.values[i + 1]);
        (Backward { x, out, dout: &after[0], dx: &mut before[i] }, &mut self.kept[i])
    }

    /// The network's answer, `(N, classes)`.
    pub fn probabilities(&self) -> &Tensor<F> {
        &self.values[self.values.len() - 1]
    }

    /// The loss of each row, `(N)`; empty before a forward.
    pub fn losses(&self) -> &[F] {
        let kept = self.kept.last().and_then(|kept| kept.get(Name::LOSS));
        kept.map_or(&[], flat)
    }

    /// The mean loss over the rows; 0 without rows.
    pub fn loss(&self) -> F {
        let losses = self.losses();
        if losses.is_empty() {
            return F::zero();
        }
        losses.iter().copied().sum::<F>() / F::of(losses.len() as f64) // sets loss
    }
}

/// How the mean loss is made: each row's loss times 1/N.
pub fn explain_loss(rows: usize) -> Recipe {
    let share = 1.0 / rows as f64;
    Recipe::sum((0..rows).map(|n| vec![Own(Name::LOSS, vec![n]), Constant("1/N", share)]))
}

/// The mean loss in NumPy.
pub const NUMPY_LOSS: &str = "out = loss.mean()";
/// This file.
pub const SOURCE: Source = Source::of("src/tape.rs");
