//! The lab: data, network, run and the pass on display, as the page uses them.

use crate::batch::Batch;
use crate::cached::Cached;
use crate::curve::Point;
use crate::data::{CustomSet, Dataset, Request, Rgb, Sample, Scaling};
use crate::diagnosis::Diagnosis;
use crate::exciting::Patch;
use crate::history::{Feed, Move};
use crate::maps::Maps;
use crate::network::Network;
use crate::pass::Pass;
use crate::problem::Problem;
use crate::random::{Stream, generator};
use crate::run::Run;
use crate::scalar::flat;
use crate::scope::Scope;
use crate::settings::{Settings, check_batch, check_learning_rate};
use crate::stretch::Stretch;
use crate::summary::{Effect, Summary};
use crate::trainer::Trainer;
use crate::wheel::{Grid, Wheel};

/// Everything on one table.
pub struct Lab {
    settings: Settings,
    data: Dataset,
    run: Run,
    /// What each node sees, with the version of the weights, the slice and the backdrop it was drawn for.
    maps: Cached<Maps, (u64, f64, Rgb)>,
    /// The wheel, with the version of the weights, the brightness and the grid it was drawn for.
    wheel: Cached<Wheel, (u64, f64, Grid)>,
    pass: Option<Shown>,
}

/// The pass on display.
struct Shown {
    pass: Pass,
    /// What the pass was made of.
    feed: Feed,
    /// The batch that its update learns from, where that is not the pass itself; see [`Pass::learned_batch`].
    batch: Feed,
}

impl Shown {
    /// The update that the pass leads to.
    fn update(&self) -> Move {
        let feed = if self.pass.learned_batch().is_some() { &self.batch } else { &self.feed };
        Move { feed: feed.clone(), learning_rate: self.pass.learning_rate() }
    }
}

impl Lab {
    /// The most numbers that the nodes of all layers may have for all colours: colours times nodes. The memory
    /// of a lab is some ten times as many numbers of four bytes, and a page may hold two labs.
    pub const NUMBERS: usize = 5_000_000;

    /// A lab with its first weights drawn and nothing learned. `own` are the learner's colours, for where the
    /// settings ask for them, and the drawings that join a set of pictures. [`Problem::TooMuch`] where there would be more than [`Lab::NUMBERS`].
    pub fn new(settings: Settings, own: CustomSet) -> Result<Self, Problem> {
        Self::with_file(settings, own, &[])
    }

    /// The same for a data set with a file, of which these are the bytes. [`Problem::DataFile`] where they are not.
    pub fn with_file(settings: Settings, own: CustomSet, file: &[u8]) -> Result<Self, Problem> {
        let (settings, own) = (settings.checked()?, own.checked()?);
        settings.data.get().check(file)?;
        let Settings { seed, train, test, .. } = settings;
        let data = Dataset::of(settings.data, &Request { own: &own, file, seed, train, test });
        let data = data.joined(&own.pictures)?;
        let scaling = Scaling::of_shape(settings.input, data.shape(), &data.train);
        let mut network = Network::build(data.shape(), &settings.network(data.classes.len()))?;
        let nodes = network.nodes();
        if nodes * (data.train.len() + data.test.len()) > Self::NUMBERS {
            return Err(Problem::TooMuch { nodes, most: Self::NUMBERS / nodes });
        }
        settings.init.fill(&mut network, &mut generator(settings.seed, Stream::Weights));
        let mut test = network.tape(data.test.len());
        test.fill(&data.test, &scaling);
        let maps = Cached::new(Maps::new(&network, &scaling));
        let wheel = Cached::new(Wheel::new(&network));
        let run =
            Run::new(Trainer::new(network, data.train.clone(), scaling, settings.seed), test, settings.seed);
        Ok(Lab { settings, data, run, maps, wheel, pass: None })
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
        self.run.trainer()
    }

    /// The points of the curve, in order of their steps.
    pub fn curve(&self) -> &[Point] {
        self.run.curve()
    }

    /// Changes what can be changed without beginning anew.
    pub fn tune(&mut self, learning_rate: f64, batch: Batch) -> Result<(), Problem> {
        check_learning_rate(learning_rate)?;
        check_batch(batch)?;
        (self.settings.learning_rate, self.settings.batch) = (learning_rate, batch);
        self.run.clear_divergence();
        Ok(())
    }

    /// Makes up to `steps` updates, as long as `go_on` says so (asked before each but the first), and stops at
    /// divergence, and where the next update would fork from the recorded run ([`Lab::forks`]). Returns how many
    /// were made.
    ///
    /// Once training has diverged it makes none, until something else is chosen: an earlier step, another
    /// learning rate or batch, a new lab. Without colours to learn from it makes none either.
    pub fn train(&mut self, steps: usize, go_on: impl FnMut() -> bool) -> usize {
        let next = self.batch_move();
        self.run.train(steps, &next, go_on)
    }

    /// Makes updates as [`Lab::train`] does, without measuring where it stops: beside frames that come too fast for that. What
    /// is asked for of the present step is still its own; the curve gets its point, and weights that can't be computed with
    /// are found out, once [`Lab::stand`] is called.
    pub fn advance(&mut self, steps: usize, go_on: impl FnMut() -> bool) {
        let next = self.batch_move();
        self.run.advance(steps, &next, go_on);
    }

    /// Measures where training stands, as [`Lab::train`] does at its end. At divergence it goes back to the last step that can be
    /// computed with; the summary says so.
    pub fn stand(&mut self) {
        if !self.data.train.is_empty() {
            // The summary says that it diverged.
            let _ = self.run.stand();
        }
    }

    /// Goes to any step of this run, bit for bit. The recorded steps after it are kept until the run forks.
    pub fn goto(&mut self, step: usize) -> Result<(), Problem> {
        let furthest = self.furthest();
        if step > furthest {
            return Err(Problem::NoSuchStep { furthest });
        }
        self.run.goto(step);
        Ok(())
    }

    /// Takes over the recorded run of another lab, and goes to where it stands, bit for bit as if this lab had trained itself.
    /// Returns whether it did: only where both have the same settings, but for learning rate and batch, and the same
    /// colours. Its own learning rate, batch and pass stay.
    pub fn adopt(&mut self, other: &Lab) -> bool {
        let Settings { learning_rate, batch, .. } = self.settings;
        let alike = self.settings == Settings { learning_rate, batch, ..other.settings.clone() }
            && self.data.train == other.data.train
            && self.data.test == other.data.test;
        if alike {
            self.run.adopt(&other.run);
        }
        alike
    }

    /// The last step of the recorded run.
    pub fn furthest(&self) -> usize {
        self.trainer().history().furthest()
    }

    /// How the last step of the recorded run was reached.
    pub fn moves(&self) -> Vec<Stretch> {
        let moves = self.trainer().history().moves();
        moves.into_iter().map(|(steps, made)| Stretch::new(steps, made)).collect()
    }

    /// Whether an update would fork from the recorded run, and so forget its steps after the present one. `by_pass`
    /// asks for the update of the pass on display, `!by_pass` (or without a pass) for one with the batch. At the end
    /// of the recorded run none forks.
    pub fn forks(&self, by_pass: bool) -> bool {
        let pass = self.pass.as_ref().filter(|_| by_pass);
        self.run.forks(&pass.map_or_else(|| self.batch_move(), Shown::update))
    }

    /// How the update from `step` was made; `None` where none was made from it.
    pub fn how(&self, step: usize) -> Option<Stretch> {
        self.trainer().history().how(step).map(|made| Stretch::new(1, made.clone()))
    }

    /// How many updates have been made.
    pub fn step(&self) -> usize {
        self.trainer().step()
    }

    /// Records a pass with the present weights; it stays until another is made.
    pub fn make_pass(&mut self, scope: Scope) -> Result<&Pass, Problem> {
        let feed = match scope {
            Scope::Batch => Feed::Batch(self.settings.batch),
            Scope::Colour(sample) => Feed::Colour(self.fitting(sample)?),
        };
        let rows = self.run.rows(&feed);
        if rows.is_empty() {
            return Err(Problem::NoColours);
        }
        let learning_rate = self.settings.learning_rate as f32;
        let pass = Pass::new(self.trainer().network(), rows, self.trainer().scaling(), learning_rate);
        let batch = Feed::Batch(self.settings.batch);
        Ok(&self.pass.insert(Shown { pass, feed, batch }).pass)
    }

    /// The pass on display.
    pub fn pass(&self) -> Result<&Pass, Problem> {
        self.pass.as_ref().map(|shown| &shown.pass).ok_or(Problem::NoPass)
    }

    /// Makes the update that the pass on display leads to that of the batch at the present step, while the pass stays of
    /// its own colour: the batch of the settings that the pass was made with. The weights must still be those of then.
    pub fn learn_from_batch(&mut self) -> Result<(), Problem> {
        let Shown { pass, batch, .. } = self.pass.as_mut().ok_or(Problem::NoPass)?;
        if pass.learn_by_batch(true) {
            return Ok(());
        }
        let rows = self.run.rows(batch);
        if rows.is_empty() {
            return Err(Problem::NoColours);
        }
        let trainer = self.run.trainer();
        pass.learn_from(Pass::new(trainer.network(), rows, trainer.scaling(), pass.learning_rate()));
        Ok(())
    }

    /// Makes the update that the pass on display leads to that of its own samples.
    pub fn learn_from_pass(&mut self) -> Result<(), Problem> {
        self.pass.as_mut().ok_or(Problem::NoPass)?.pass.learn_by_batch(false);
        Ok(())
    }

    /// Makes the update that the pass on display leads to, with the learning rate that the pass was made for.
    /// The pass stays, so that its gradients can still be read. `None` where the update would diverge; then the
    /// weights are as before it.
    pub fn update(&mut self) -> Result<Option<Effect>, Problem> {
        let shown = self.pass.as_ref().ok_or(Problem::NoPass)?;
        let made = shown.update();
        let (before, rows) = (f64::from(shown.pass.loss()), shown.pass.samples().to_vec());
        let (train_before, _) = self.run.evaluate();
        if self.run.update(made).is_err() {
            return Ok(None);
        }
        let after = f64::from(self.trainer().forward(&rows).loss());
        let (train_after, _) = self.run.evaluate();
        Ok(Some(Effect { before, after, train_before: train_before.loss, train_after: train_after.loss }))
    }

    /// Where training stands.
    pub fn summary(&mut self) -> Summary {
        self.run.summary()
    }

    /// The probabilities of each class for any inputs of the data set's shape, one after the other; row after row.
    pub fn predict(&self, inputs: &[u8]) -> Vec<f32> {
        flat(self.trainer().answer(inputs).probabilities()).to_vec()
    }

    /// The class the network gives to every training colour, then to every test colour.
    pub fn answers(&mut self) -> Vec<usize> {
        self.run.answers()
    }

    /// The loss of every training colour, then of every test colour.
    pub fn losses(&mut self) -> Vec<f32> {
        self.run.losses()
    }

    /// What the channels of the first Convolution see; see [`patches`](crate::exciting::patches).
    pub fn patches(&mut self) -> Vec<Patch> {
        self.run.patches()
    }

    /// What is wrong with the network as it is now.
    pub fn diagnose(&mut self) -> Diagnosis {
        self.run.diagnose()
    }

    /// Draws what each node sees, where anything has changed since it was last drawn; see [`Maps::draw`].
    /// Returns whether it has.
    pub fn look(&mut self, saturation: f64, backdrop: Rgb) -> bool {
        let trainer = self.run.trainer();
        self.maps.renew((trainer.version(), saturation, backdrop), |maps| {
            maps.draw(trainer.network(), trainer.scaling(), saturation, backdrop);
        })
    }

    /// What each node sees, as last drawn.
    pub fn maps(&self) -> &Maps {
        self.maps.value()
    }

    /// The pictures of a layer's nodes, as last drawn: RGBA, one picture under another; empty for a layer that has
    /// none, and for no layer's name.
    pub fn layer_maps(&self, layer: &str) -> &[u8] {
        let mut names = self.trainer().network().layers().iter().map(|named| &named.name);
        names.position(|name| name == layer).map_or(&[], |i| self.maps().pixels(i))
    }

    /// Draws the wheel of a brightness, where anything has changed since it was last drawn; see [`Wheel::draw`].
    /// Returns whether it has.
    pub fn draw_wheel(&mut self, brightness: f64, grid: Grid) -> bool {
        let trainer = self.run.trainer();
        self.wheel.renew((trainer.version(), brightness, grid), |wheel| {
            wheel.draw(trainer.network(), trainer.scaling(), brightness, grid);
        })
    }

    /// The wheel, as last drawn.
    pub fn wheel(&self) -> &Wheel {
        self.wheel.value()
    }

    /// A sample, if its input and its class are such as the data set has.
    fn fitting(&self, sample: Sample) -> Result<Sample, Problem> {
        if sample.input.len() != self.data.width() {
            let allowed = format!("an input of {} numbers", self.data.width());
            return Err(Problem::Setting { field: "scope".to_owned(), allowed });
        }
        if sample.label >= self.data.classes.len() {
            return Err(Problem::NoSuchClass { classes: self.data.classes.len() });
        }
        Ok(sample)
    }

    /// The update with the batch of the settings.
    fn batch_move(&self) -> Move {
        Move { feed: Feed::Batch(self.settings.batch), learning_rate: self.settings.learning_rate as f32 }
    }
}
