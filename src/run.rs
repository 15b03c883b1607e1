//! A run: training from its first weights on, measured at every step, with its curve and its divergence.

use crate::curve::{Curve, Point};
use crate::data::Sample;
use crate::diagnosis::Diagnosis;
use crate::evaluation::{Evaluation, answers};
use crate::history::{Feed, Move};
use crate::summary::Summary;
use crate::tape::Tape;
use crate::trainer::{Diverged, Trainer};

/// The most points on the curve.
const POINTS: usize = 4096;

/// A trainer, the test colours, and what was measured with both.
pub struct Run {
    trainer: Trainer,
    /// The test colours; loaded once.
    test: Tape,
    curve: Curve,
    /// Loss and accuracy over the training and the test colours with the present weights, once measured.
    measured: Option<(Evaluation, Evaluation)>,
    /// The step whose weights were the last to compute with, once training has diverged.
    diverged: Option<usize>,
}

impl Run {
    /// A run at step 0. `test` holds the test colours.
    pub fn new(trainer: Trainer, test: Tape) -> Self {
        let mut run = Run { trainer, test, curve: Curve::new(POINTS), measured: None, diverged: None };
        // First weights too large to compute with are shown as they are.
        let _ = run.record();
        run
    }

    /// The trainer.
    pub fn trainer(&self) -> &Trainer {
        &self.trainer
    }

    /// The samples of a feed at the present step; see [`Trainer::rows`].
    pub fn rows(&mut self, feed: &Feed) -> Vec<Sample> {
        self.trainer.rows(feed)
    }

    /// The points of the curve, in order of their steps.
    pub fn curve(&self) -> &[Point] {
        self.curve.points()
    }

    /// Makes up to `steps` equal updates, as long as `go_on` says so (asked before each but the first), and stops at
    /// divergence, and where the next update would fork from the recorded run. Returns how many were made: none once
    /// the run has diverged (see [`Run::clear_divergence`]), none without training colours.
    pub fn train(&mut self, steps: usize, next: Move, mut go_on: impl FnMut() -> bool) -> usize {
        if self.trainer.samples().is_empty() {
            return 0;
        }
        let first = self.trainer.step();
        for made in 0..steps {
            // The next call makes the update that forks, so that the caller can save the recorded run before.
            let fork = made > 0 && self.forks(&next);
            if fork || (made > 0 && !go_on()) || self.learn(next.clone()).is_err() {
                break;
            }
        }
        // The summary says that it diverged.
        let _ = self.retreat();
        self.trainer.step() - first.min(self.trainer.step())
    }

    /// Makes one update. On an error the run has diverged and holds the last weights that can be computed with.
    pub fn update(&mut self, made: Move) -> Result<(), Diverged> {
        self.learn(made)?;
        self.retreat()
    }

    /// Goes to a step of the recorded run, at most its last, bit for bit.
    pub fn goto(&mut self, step: usize) {
        self.trainer.goto(step);
        (self.measured, self.diverged) = (None, None);
    }

    /// Whether a move is another than the recorded one from the present step. At the end of the recorded run none is.
    pub fn forks(&self, made: &Move) -> bool {
        self.trainer.history().how(self.trainer.step()).is_some_and(|recorded| recorded != made)
    }

    /// Lets a diverged run train again, as with another learning rate.
    pub fn clear_divergence(&mut self) {
        self.diverged = None;
    }

    /// Loss, accuracy and divergence at the present step.
    pub fn summary(&mut self) -> Summary {
        let (train, test) = self.evaluate();
        let tested = |share: f64| (self.test.rows() > 0).then_some(share);
        Summary {
            step: self.trainer.step(),
            train_loss: train.loss,
            test_loss: tested(test.loss),
            train_accuracy: train.accuracy,
            test_accuracy: tested(test.accuracy),
            diverged: self.diverged,
        }
    }

    /// Loss and accuracy over the training colours, then over the test colours. Without colours both are 0.
    pub fn evaluate(&mut self) -> (Evaluation, Evaluation) {
        if let Some(known) = self.measured {
            return known;
        }
        self.trainer.network().forward(&mut self.test);
        *self.measured.insert((self.trainer.evaluate(), Evaluation::of(&self.test)))
    }

    /// The class that the network gives to every training colour, then to every test colour.
    pub fn answers(&mut self) -> Vec<usize> {
        self.evaluate();
        answers(self.trainer.measure()).chain(answers(&self.test)).collect()
    }

    /// The loss of every training colour, then of every test colour.
    pub fn losses(&mut self) -> Vec<f32> {
        self.evaluate();
        [self.trainer.measure().losses(), self.test.losses()].concat()
    }

    /// What is wrong with the network as it is now.
    pub fn diagnose(&mut self) -> Diagnosis {
        self.trainer.diagnose()
    }

    /// One update, recorded on the curve.
    fn learn(&mut self, made: Move) -> Result<(), Diverged> {
        if let Some(step) = self.diverged {
            return Err(Diverged { step });
        }
        if self.forks(&made) {
            self.curve.forget_after(self.trainer.step());
        }
        self.trainer.update(made).map_err(|Diverged { step }| self.diverged_at(step))?;
        self.measured = None;
        self.record()
    }

    /// Puts the present step on the curve if the curve wants it.
    fn record(&mut self) -> Result<(), Diverged> {
        let step = self.trainer.step();
        if !self.curve.wants(step) {
            return Ok(());
        }
        self.retreat()?;
        let (train, test) = self.evaluate();
        // Without colours there is no point to draw.
        let of = |rows: usize, value: f64| if rows == 0 { f64::NAN } else { value };
        let (trained, tested) = (self.trainer.samples().len(), self.test.rows());
        self.curve.push(Point {
            step,
            train_loss: of(trained, train.loss),
            test_loss: of(tested, test.loss),
            train_accuracy: of(trained, train.accuracy),
            test_accuracy: of(tested, test.accuracy),
        });
        Ok(())
    }

    /// Weights can be finite and still too large to compute with: goes back to the last ones that give
    /// the training and the test colours a finite loss.
    fn retreat(&mut self) -> Result<(), Diverged> {
        let finite =
            |(train, test): (Evaluation, Evaluation)| train.loss.is_finite() && test.loss.is_finite();
        let mut step = self.trainer.step();
        if finite(self.evaluate()) || step == 0 {
            return Ok(());
        }
        while step > 0 && !finite(self.evaluate()) {
            step -= 1;
            self.trainer.goto(step);
            self.measured = None;
        }
        Err(self.diverged_at(step))
    }

    /// Notes that training diverged, and that the weights of `step` are kept.
    fn diverged_at(&mut self, step: usize) -> Diverged {
        self.diverged = Some(step);
        self.trainer.forget_ahead();
        self.curve.forget_after(step);
        Diverged { step }
    }
}
