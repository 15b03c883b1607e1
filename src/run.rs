//! A run: training from its first weights on, measured on its way and where it stops, with its curve and its divergence.

use crate::curve::{Curve, Point};
use crate::data::Sample;
use crate::diagnosis::Diagnosis;
use crate::evaluation::{Evaluation, answers};
use crate::exciting::Patch;
use crate::gauge::Gauge;
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
    /// The version of the weights that `test` holds a forward with.
    tested: Option<u64>,
    /// What is measured where all colours would take too long.
    gauge: Option<Gauge>,
    curve: Curve,
    /// Loss and accuracy over the training and the test colours with the present weights, once measured.
    measured: Option<(Evaluation, Evaluation)>,
    /// The step whose weights were the last to compute with, once training has diverged.
    diverged: Option<usize>,
}

impl Run {
    /// A run at step 0. `test` holds the test colours; the seed chooses the colours that are measured, where not all are.
    pub fn new(trainer: Trainer, test: Tape, seed: u32) -> Self {
        let gauge = Gauge::new(trainer.network(), trainer.loaded(), &test, seed);
        let curve = Curve::new(POINTS);
        let mut run = Run { trainer, test, tested: None, gauge, curve, measured: None, diverged: None };
        // First weights too large to compute with are shown as they are.
        run.measure_point(Curve::push);
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

    /// Makes up to `steps` equal updates, as long as `go_on` says so (asked before each but the first), and measures where it
    /// stops: at divergence, or where the next update would fork from the recorded run. Returns how many were made: none once
    /// the run has diverged (see [`Run::clear_divergence`]), none without training colours.
    pub fn train(&mut self, steps: usize, next: &Move, go_on: impl FnMut() -> bool) -> usize {
        let first = self.trainer.step();
        self.advance(steps, next, go_on);
        if !self.trainer.samples().is_empty() {
            // The summary says that it diverged.
            let _ = self.stand();
        }
        self.trainer.step() - first.min(self.trainer.step())
    }

    /// The same without measuring where it stops, which can take as long as many updates. That can be made up for by
    /// [`Run::stand`]; until then weights that can't be computed with are not found out.
    pub fn advance(&mut self, steps: usize, next: &Move, mut go_on: impl FnMut() -> bool) {
        if self.trainer.samples().is_empty() {
            return;
        }
        for made in 0..steps {
            // The next call makes the update that forks, so that the caller can save the recorded run before.
            let fork = made > 0 && self.forks(next);
            if fork || (made > 0 && !go_on()) || self.learn(next.clone()).is_err() {
                break;
            }
        }
    }

    /// Makes one update. On an error the run has diverged and holds the last weights that can be computed with.
    pub fn update(&mut self, made: Move) -> Result<(), Diverged> {
        let learned = self.learn(made);
        self.stand().and(learned)
    }

    /// Goes to a step of the recorded run, at most its last, bit for bit.
    pub fn goto(&mut self, step: usize) {
        self.trainer.goto(step);
        (self.measured, self.diverged) = (None, None);
    }

    /// Takes over what another run of the same network, colours and seed has made and measured.
    pub fn adopt(&mut self, other: &Run) {
        self.trainer.adopt(&other.trainer);
        (self.curve, self.measured, self.diverged) = (other.curve.clone(), other.measured, other.diverged);
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
            sampled: self.gauge.as_ref().map(Gauge::sizes),
            diverged: self.diverged,
        }
    }

    /// Loss and accuracy over the training colours, then over the test colours; of samples where all would take too long
    /// ([`Gauge`]). Without colours both are 0.
    pub fn evaluate(&mut self) -> (Evaluation, Evaluation) {
        if let Some(known) = self.measured {
            return known;
        }
        let measured = match &mut self.gauge {
            Some(gauge) => gauge.evaluate(self.trainer.network()),
            None => {
                self.forward_test();
                (self.trainer.evaluate(), Evaluation::of(&self.test))
            }
        };
        *self.measured.insert(measured)
    }

    /// Makes `test` hold a forward with the present weights.
    fn forward_test(&mut self) {
        let version = Some(self.trainer.version());
        if self.tested != version {
            self.trainer.network().forward(&mut self.test);
            self.tested = version;
        }
    }

    /// The class that the network gives to every training colour, then to every test colour.
    pub fn answers(&mut self) -> Vec<usize> {
        self.forward_test();
        answers(self.trainer.measure()).chain(answers(&self.test)).collect()
    }

    /// The loss of every training colour, then of every test colour.
    pub fn losses(&mut self) -> Vec<f32> {
        self.forward_test();
        [self.trainer.measure().losses(), self.test.losses()].concat()
    }

    /// What the channels of the first Convolution see.
    pub fn patches(&mut self) -> Vec<Patch> {
        self.trainer.patches()
    }

    /// What is wrong with the network as it is now.
    pub fn diagnose(&mut self) -> Diagnosis {
        self.trainer.diagnose()
    }

    /// One update, recorded on the curve where the curve wants it.
    fn learn(&mut self, made: Move) -> Result<(), Diverged> {
        if let Some(step) = self.diverged {
            return Err(Diverged { step });
        }
        if self.forks(&made) {
            self.curve.forget_after(self.trainer.step());
        }
        let cost = self.cost(&made.feed);
        self.measured = None;
        self.trainer.update(made).map_err(|Diverged { step }| self.diverged_at(step))?;
        if self.curve.wants(self.trainer.step(), cost) {
            self.retreat()?;
            self.measure_point(Curve::push);
        }
        Ok(())
    }

    /// Measures where training stands, for the curve, too. On an error the run has diverged, and stands at the last weights
    /// that can be computed with.
    pub fn stand(&mut self) -> Result<(), Diverged> {
        let stands = self.retreat();
        self.measure_point(Curve::stand);
        stands
    }

    /// How many updates with a feed take as long as measuring once, counted in rows: backward takes twice as long as
    /// forward, and a forward of all training colours is that of the next update with all of them.
    fn cost(&self, feed: &Feed) -> f64 {
        let (rows, train) = (self.trainer.count(feed), self.trainer.samples().len());
        let shared = if rows == train { 0 } else { train };
        let measured =
            self.gauge.as_ref().map_or(self.test.rows() + shared, |gauge| gauge.sizes().iter().sum());
        measured as f64 / (3 * rows.max(1)) as f64
    }

    /// Measures the present step and gives it to the curve.
    fn measure_point(&mut self, give: impl Fn(&mut Curve, Point)) {
        let step = self.trainer.step();
        let (train, test) = self.evaluate();
        // Without colours there is no point to draw.
        let of = |rows: usize, value: f64| if rows == 0 { f64::NAN } else { value };
        let (trained, tested) = (self.trainer.samples().len(), self.test.rows());
        let point = Point {
            step,
            train_loss: of(trained, train.loss),
            test_loss: of(tested, test.loss),
            train_accuracy: of(trained, train.accuracy),
            test_accuracy: of(tested, test.accuracy),
        };
        give(&mut self.curve, point);
    }

    /// Weights can be finite and still too large to compute with: goes back to the last ones before them that give the
    /// training and the test colours a finite loss. Those that the curve has a point for do.
    fn retreat(&mut self) -> Result<(), Diverged> {
        let step = self.trainer.step();
        if self.is_finite() || step == 0 {
            return Ok(());
        }
        let mut good =
            self.curve.points().iter().rev().map(|point| point.step).find(|&at| at < step).unwrap_or(0);
        self.trainer.goto(good);
        for next in good + 1..step {
            self.trainer.goto(next);
            self.measured = None;
            if !self.is_finite() {
                break;
            }
            good = next;
        }
        self.trainer.goto(good);
        self.measured = None;
        Err(self.diverged_at(good))
    }

    /// Whether the training and the test colours have a finite loss with the present weights.
    fn is_finite(&mut self) -> bool {
        let (train, test) = self.evaluate();
        train.loss.is_finite() && test.loss.is_finite()
    }

    /// Notes that training diverged, and that the weights of `step` are kept.
    fn diverged_at(&mut self, step: usize) -> Diverged {
        self.diverged = Some(step);
        self.trainer.forget_ahead();
        self.curve.forget_after(step);
        Diverged { step }
    }
}
