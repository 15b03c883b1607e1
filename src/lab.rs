//! The lab: data, network, training and the pass on display, as the page uses them.

use serde::{Deserialize, Serialize};

use crate::batch::Batch;
use crate::curve::{Curve, Point};
use crate::data::{Dataset, Own, Rgb, Sample, Scaling};
use crate::diagnosis::Diagnosis;
use crate::evaluation::{Evaluation, answers};
use crate::history::{Feed, Move};
use crate::maps::Maps;
use crate::network::Network;
use crate::pass::Pass;
use crate::problem::Problem;
use crate::random::{Stream, generator};
use crate::scalar::flat;
use crate::settings::{Settings, check_batch, check_learning_rate};
use crate::tape::Tape;
use crate::trainer::{Diverged, Trainer};

/// The most points on the curve.
const POINTS: usize = 4096;

/// Everything on one table.
pub struct Lab {
    settings: Settings,
    data: Dataset,
    trainer: Trainer,
    /// The test colours; loaded once.
    test: Tape,
    /// What each node sees, with the version of the weights, the slice and the backdrop it was drawn for.
    maps: (Maps, Option<(u64, f64, Rgb)>),
    curve: Curve,
    /// How well the present weights do, once it was asked.
    measured: Option<(Evaluation, Evaluation)>,
    diverged: Option<usize>,
    pass: Option<(Feed, Pass)>,
}

/// What a pass is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase", try_from = "Form")]
pub enum Scope {
    /// One colour with its teacher label.
    Colour(Sample),
    /// The training colours whose turn it is: all of them with a full batch.
    Batch,
}

/// How a scope is written. Read by its kind alone, `serde` would first keep a copy of anything it may hold,
/// at the cost of much code.
#[derive(Deserialize)]
#[serde(expecting = "internally tagged enum Scope")]
struct Form {
    kind: FormKind,
    rgb: Option<Rgb>,
    label: Option<usize>,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum FormKind {
    Colour,
    Batch,
}

impl TryFrom<Form> for Scope {
    type Error = &'static str;

    fn try_from(form: Form) -> Result<Self, Self::Error> {
        match form.kind {
            FormKind::Batch => Ok(Scope::Batch),
            FormKind::Colour => {
                let rgb = form.rgb.ok_or("missing field `rgb`")?;
                let label = form.label.ok_or("missing field `label`")?;
                Ok(Scope::Colour(Sample { rgb, label }))
            }
        }
    }
}

/// A stretch of a run: so many equal moves in a row.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Moves {
    /// How many.
    pub steps: usize,
    /// What each was fed.
    pub feed: Feed,
    /// The learning rate, with no more digits than it takes to have the same one again.
    pub learning_rate: f64,
}

impl Moves {
    fn of(steps: usize, Move { feed, learning_rate }: Move) -> Self {
        Moves { steps, feed, learning_rate: shortest(learning_rate) }
    }
}

/// Where training stands.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Summary {
    /// How many updates have been made.
    pub step: usize,
    /// Mean loss over the training colours.
    pub train_loss: f64,
    /// Mean loss over the test colours, where there are any.
    pub test_loss: Option<f64>,
    /// Share of the training colours named right.
    pub train_accuracy: f64,
    /// Share of the test colours named right, where there are any.
    pub test_accuracy: Option<f64>,
    /// The step at which training met a number that is not finite, if it did.
    pub diverged: Option<usize>,
}

/// What an update did to the loss.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Effect {
    /// The loss of the pass, before.
    pub before: f64,
    /// The loss of the same rows, after.
    pub after: f64,
    /// The loss over all training colours, before.
    pub train_before: f64,
    /// The loss over all training colours, after.
    pub train_after: f64,
}

impl Lab {
    /// The most numbers that the nodes of all layers may have for all colours: colours times nodes. The memory
    /// of a lab is some ten times as many numbers of four bytes, and a page may hold two labs.
    pub const NUMBERS: usize = 5_000_000;

    /// A lab with its first weights drawn and nothing learned. `own` are the learner's colours, for where the
    /// settings ask for them. [`Problem::TooMuch`] where there would be more than [`Lab::NUMBERS`].
    pub fn new(settings: Settings, own: Own) -> Result<Self, Problem> {
        let (settings, own) = (settings.checked()?, own.checked()?);
        let data = Dataset::new(settings.data, &own, settings.seed, settings.train, settings.test);
        let scaling = Scaling::new(settings.input, &data.train);
        let mut widths = vec![3];
        widths.extend(&settings.hidden);
        widths.push(data.classes.len());
        let nodes: usize = widths.iter().sum();
        if nodes * (data.train.len() + data.test.len()) > Self::NUMBERS {
            return Err(Problem::TooMuch { nodes, most: Self::NUMBERS / nodes });
        }
        let mut network = Network::dense(&widths);
        settings.init.fill(&mut network, &mut generator(settings.seed, Stream::Weights));
        let mut test = network.tape(data.test.len());
        test.fill(&data.test, &scaling);
        let maps = (Maps::new(&network, &scaling), None);
        let trainer = Trainer::new(network, data.train.clone(), scaling, settings.seed);
        let mut lab = Lab {
            settings,
            data,
            trainer,
            test,
            maps,
            curve: Curve::new(POINTS),
            measured: None,
            diverged: None,
            pass: None,
        };
        // First weights too large to compute with are shown as they are.
        let _ = lab.record();
        Ok(lab)
    }

    /// The settings in force.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The colours.
    pub fn data(&self) -> &Dataset {
        &self.data
    }

    /// The trainer.
    pub fn trainer(&self) -> &Trainer {
        &self.trainer
    }

    /// The course of the run.
    pub fn curve(&self) -> &[Point] {
        self.curve.points()
    }

    /// Changes what can be changed without beginning anew.
    pub fn tune(&mut self, learning_rate: f64, batch: Batch) -> Result<(), Problem> {
        check_learning_rate(learning_rate)?;
        check_batch(batch)?;
        (self.settings.learning_rate, self.settings.batch) = (learning_rate, batch);
        self.diverged = None;
        Ok(())
    }

    /// Makes up to `steps` updates, as long as `go_on` says so (asked before each but the first), and stops at
    /// divergence, and where the next update would fork from the recorded run ([`Lab::forks`]). Returns how many
    /// were made.
    ///
    /// Once training has diverged it makes none, until something else is chosen: an earlier step, another
    /// learning rate or batch, a new lab. Without colours to learn from it makes none either.
    pub fn train(&mut self, steps: usize, mut go_on: impl FnMut() -> bool) -> usize {
        if self.data.train.is_empty() {
            return 0;
        }
        let first = self.trainer.step();
        let feed = Feed::Batch(self.settings.batch);
        let next = Move { feed, learning_rate: self.settings.learning_rate as f32 };
        for made in 0..steps {
            // The next call makes the update that forks, so that the caller can save the recorded run before.
            let fork = made > 0 && self.would_fork(next);
            if fork || (made > 0 && !go_on()) || self.learn(next).is_err() {
                break;
            }
        }
        // Divergence is told by the summary.
        let _ = self.retreat();
        self.trainer.step() - first.min(self.trainer.step())
    }

    /// Goes to any step of this run, bit for bit. The recorded steps after it are kept until the run forks.
    pub fn goto(&mut self, step: usize) -> Result<(), Problem> {
        let furthest = self.trainer.history().furthest();
        if step > furthest {
            return Err(Problem::NoSuchStep { furthest });
        }
        self.trainer.goto(step);
        (self.measured, self.diverged) = (None, None);
        Ok(())
    }

    /// The last step of the recorded run.
    pub fn furthest(&self) -> usize {
        self.trainer.history().furthest()
    }

    /// How the last step of the recorded run was reached.
    pub fn moves(&self) -> Vec<Moves> {
        let moves = self.trainer.history().moves();
        moves.into_iter().map(|(steps, made)| Moves::of(steps, made)).collect()
    }

    /// Whether an update would fork from the recorded run, and so forget its steps after the present one. `by_pass`
    /// asks for the update of the pass on display, `!by_pass` (or without a pass) for one with the batch. At the end
    /// of the recorded run none forks.
    pub fn forks(&self, by_pass: bool) -> bool {
        let learning_rate = self.settings.learning_rate as f32;
        let batch = Move { feed: Feed::Batch(self.settings.batch), learning_rate };
        let pass = self.pass.as_ref().filter(|_| by_pass);
        self.would_fork(
            pass.map_or(batch, |(feed, pass)| Move { feed: *feed, learning_rate: pass.learning_rate() }),
        )
    }

    /// How the update from `step` was made; `None` where none was made from it.
    pub fn how(&self, step: usize) -> Option<Moves> {
        self.trainer.history().how(step).map(|made| Moves::of(1, made))
    }

    /// How many updates have been made.
    pub fn step(&self) -> usize {
        self.trainer.step()
    }

    /// Records a pass with the present weights; it stays until another is made.
    pub fn make_pass(&mut self, scope: Scope) -> Result<&Pass, Problem> {
        let feed = match scope {
            Scope::Batch => Feed::Batch(self.settings.batch),
            Scope::Colour(sample) => Feed::Colour(sample),
        };
        if let Scope::Colour(Sample { label, .. }) = scope
            && label >= self.data.classes.len()
        {
            return Err(Problem::NoSuchClass { classes: self.data.classes.len() });
        }
        let rows = self.trainer.rows(feed);
        if rows.is_empty() {
            return Err(Problem::NoColours);
        }
        let learning_rate = self.settings.learning_rate as f32;
        let pass = Pass::new(self.trainer.network(), rows, self.trainer.scaling(), learning_rate);
        Ok(&self.pass.insert((feed, pass)).1)
    }

    /// The pass on display.
    pub fn pass(&self) -> Result<&Pass, Problem> {
        self.pass.as_ref().map(|(_, pass)| pass).ok_or(Problem::NoPass)
    }

    /// Makes the update that the pass on display leads to, with the learning rate that the pass was made for.
    /// The pass stays, so that its gradients can still be read. `None` where the update would diverge; then the weights are as before it.
    pub fn update(&mut self) -> Result<Option<Effect>, Problem> {
        let (feed, pass) = self.pass.as_ref().ok_or(Problem::NoPass)?;
        let made = Move { feed: *feed, learning_rate: pass.learning_rate() };
        let (before, rows) = (f64::from(pass.loss()), pass.samples().to_vec());
        let train_before = self.trainer.evaluate().loss;
        let made = self.learn(made);
        if made.and_then(|()| self.retreat()).is_err() {
            return Ok(None);
        }
        let after = f64::from(self.trainer.forward(&rows).loss());
        Ok(Some(Effect { before, after, train_before, train_after: self.trainer.evaluate().loss }))
    }

    /// Where training stands.
    pub fn summary(&mut self) -> Summary {
        let (train, test) = self.evaluate();
        let tested = |share: f64| (!self.data.test.is_empty()).then_some(share);
        Summary {
            step: self.trainer.step(),
            train_loss: train.loss,
            test_loss: tested(test.loss),
            train_accuracy: train.accuracy,
            test_accuracy: tested(test.accuracy),
            diverged: self.diverged,
        }
    }

    /// The probabilities of each class for any colours, row after row.
    pub fn predict(&self, colours: &[Rgb]) -> Vec<f32> {
        flat(self.trainer.answer(colours).probabilities()).to_vec()
    }

    /// The class the network gives to every training colour, then to every test colour.
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

    /// Draws what each node sees, where anything has changed since it was last drawn; see [`Maps::draw`].
    /// Returns whether it has.
    pub fn look(&mut self, saturation: f64, backdrop: Rgb) -> bool {
        let (maps, drawn) = &mut self.maps;
        let now = Some((self.trainer.version(), saturation, backdrop));
        if *drawn == now {
            return false;
        }
        maps.draw(self.trainer.network(), self.trainer.scaling(), saturation, backdrop);
        *drawn = now;
        true
    }

    /// What each node sees, as last drawn.
    pub fn maps(&self) -> &Maps {
        &self.maps.0
    }

    /// Whether a move is another than the recorded one from the present step.
    fn would_fork(&self, made: Move) -> bool {
        self.trainer.history().how(self.trainer.step()).is_some_and(|ahead| ahead != made)
    }

    /// One update, recorded on the curve.
    fn learn(&mut self, made: Move) -> Result<(), Diverged> {
        if let Some(step) = self.diverged {
            return Err(Diverged { step });
        }
        if self.would_fork(made) {
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
        let of = |colours: &[Sample], value: f64| if colours.is_empty() { f64::NAN } else { value };
        self.curve.push(Point {
            step,
            train_loss: of(&self.data.train, train.loss),
            test_loss: of(&self.data.test, test.loss),
            train_accuracy: of(&self.data.train, train.accuracy),
            test_accuracy: of(&self.data.test, test.accuracy),
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

    /// How well the network does on the training and the test colours.
    fn evaluate(&mut self) -> (Evaluation, Evaluation) {
        if let Some(known) = self.measured {
            return known;
        }
        self.trainer.network().forward(&mut self.test);
        *self.measured.insert((self.trainer.evaluate(), Evaluation::of(&self.test)))
    }
}

/// A positive `f32` as the `f64` that is written the shortest and gives it again: 0.01, not 0.009999999776….
///
/// Tried are one decimal place after another. A whole number divided by a power of ten up to 10²² is the very
/// `f64` that its digits are read as, for both are exact; a number that needs more places keeps all its digits.
/// (Writing and reading the digits would bring the tables of both into the download.)
fn shortest(value: f32) -> f64 {
    let wide = f64::from(value);
    let mut scale = 1.0;
    for _ in 0..=22 {
        let (below, above) = ((wide * scale).floor() / scale, (wide * scale).ceil() / scale);
        let nearest_first = if wide - below < above - wide { [below, above] } else { [above, below] };
        if let Some(found) = nearest_first.into_iter().find(|&found| found as f32 == value) {
            return found;
        }
        scale *= 10.0;
    }
    wide
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_learning_rate_is_told_as_it_is_written_and_read() {
        let written_and_read = |value: f32| value.to_string().parse::<f64>().unwrap();
        let check = |value: f32| {
            let (got, want) = (shortest(value), written_and_read(value));
            assert_eq!(got.to_bits(), want.to_bits(), "{value}: {got} for {want}");
        };
        // Every number with up to four digits from 1e-9 on, and a million of all sizes from 1e-11 to 1e6.
        for places in 0..=9 {
            (1..10_000).for_each(|digits| check((f64::from(digits) / 10_f64.powi(places)) as f32));
        }
        let sizes = 1e-11_f32.to_bits()..=1e6_f32.to_bits();
        sizes.step_by(457).map(f32::from_bits).for_each(check);
        check(Settings::LARGEST as f32);
    }

    #[test]
    fn a_learning_rate_too_small_for_22_places_is_still_the_same() {
        for value in [1.234_567e-20_f32, f32::MIN_POSITIVE, f32::from_bits(1)] {
            assert_eq!(shortest(value) as f32, value);
        }
    }

    #[test]
    fn a_scope_is_read_as_it_is_written() {
        let colour = Scope::Colour(Sample { rgb: [1, 2, 3], label: 2 });
        for (text, scope) in
            [(r#"{"kind":"colour","rgb":[1,2,3],"label":2}"#, colour), (r#"{"kind":"batch"}"#, Scope::Batch)]
        {
            assert_eq!(serde_json::from_str::<Scope>(text).unwrap(), scope);
            assert_eq!(serde_json::to_string(&scope).unwrap(), text);
        }
        let problem = serde_json::from_str::<Scope>(r#"{"kind":"colour","label":0}"#).unwrap_err();
        assert!(problem.to_string().contains("missing field `rgb`"), "{problem}");
    }
}
