//! Training: one update after another, with the road back to each of them.

use std::slice;

use crate::batch::{Batch, Order};
use crate::data::{Sample, Scaling};
use crate::diagnosis::Diagnosis;
use crate::evaluation::Evaluation;
use crate::exciting::{self, Patch};
use crate::history::{Feed, History, Move};
use crate::network::Network;
use crate::sgd;
use crate::tape::Tape;

/// The memory that a run's snapshots may take, in bytes.
const HISTORY_BYTES: usize = 32 << 20;

/// Training met a number that is not finite.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Diverged {
    /// The step whose weights the network holds.
    pub step: usize,
}

/// A network, the colours it learns from, and its history.
pub struct Trainer {
    network: Network,
    samples: Vec<Sample>,
    scaling: Scaling,
    order: Order,
    history: History,
    step: usize,
    version: u64,
    /// All training colours; loaded once.
    whole: Tape,
    /// Whether `whole` holds a forward with the present weights: measuring and a full-batch update share it.
    measured: bool,
    /// The rows of a feed that is not all training colours.
    part: Tape,
}

impl Trainer {
    /// A trainer for a network with its first weights. Every sample's label is below the number of classes.
    pub fn new(network: Network, samples: Vec<Sample>, scaling: Scaling, seed: u32) -> Self {
        let mut whole = network.tape(samples.len());
        whole.fill(&samples, &scaling);
        let mut first = Vec::with_capacity(network.size());
        network.save(&mut first);
        Trainer {
            part: network.tape(1),
            order: Order::new(seed, samples.len()),
            history: History::new(first, HISTORY_BYTES),
            step: 0,
            version: 0,
            measured: false,
            network,
            samples,
            scaling,
            whole,
        }
    }

    /// The network as it is now.
    pub fn network(&self) -> &Network {
        &self.network
    }

    /// The training colours, in their own order.
    pub fn samples(&self) -> &[Sample] {
        &self.samples
    }

    /// How many updates have been made.
    pub fn step(&self) -> usize {
        self.step
    }

    /// A number that changes whenever the weights do.
    pub fn version(&self) -> u64 {
        self.version
    }

    /// The run's history.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// The weights and biases of step 0.
    pub fn first(&self) -> impl Iterator<Item = f32> {
        self.history.before(0).1.iter().copied()
    }

    /// How a colour becomes the network's input.
    pub fn scaling(&self) -> &Scaling {
        &self.scaling
    }

    /// The samples of a feed at the present step, in their order.
    pub fn rows(&mut self, feed: &Feed) -> Vec<Sample> {
        match feed {
            Feed::Colour(sample) => vec![sample.clone()],
            Feed::Batch(batch) if batch.is_full(self.samples.len()) => self.samples.clone(),
            Feed::Batch(batch) => {
                self.order.rows(*batch, self.step).iter().map(|&row| self.samples[row].clone()).collect()
            }
        }
    }

    /// How many rows a feed has; the last batch of an epoch may have fewer.
    pub fn count(&self, feed: &Feed) -> usize {
        match feed {
            Feed::Batch(Batch::Size(size)) => (*size).min(self.samples.len()),
            Feed::Batch(Batch::Full(_)) => self.samples.len(),
            Feed::Colour(_) => 1,
        }
    }

    /// The tape of all training colours, loaded; its numbers may be of earlier weights, see [`Trainer::measure`].
    pub fn loaded(&self) -> &Tape {
        &self.whole
    }

    /// Loss and accuracy over all training colours.
    pub fn evaluate(&mut self) -> Evaluation {
        Evaluation::of(self.measure())
    }

    /// The tape of all training colours after a forward with the present weights.
    pub fn measure(&mut self) -> &Tape {
        if !self.measured {
            self.network.forward(&mut self.whole);
            self.measured = true;
        }
        &self.whole
    }

    /// What the channels of the first Convolution see in the training pictures; see [`exciting::patches`].
    pub fn patches(&mut self) -> Vec<Patch> {
        self.measure();
        exciting::patches(&self.network, &self.whole)
    }

    /// One update: forward, backward, and every weight moved against its gradient.
    ///
    /// Where the loss is not finite, or a weight would not be, nothing is changed, and [`Diverged`] says so.
    /// A move that the history already holds at this step is made again, and the recorded steps after it are kept.
    pub fn update(&mut self, made: Move) -> Result<(), Diverged> {
        let tape = self.forward_feed(&made.feed);
        if !tape.loss().is_finite() {
            return Err(Diverged { step: self.step });
        }
        if !self.descend(&made) {
            // It happens at most once in a run: made again they cost less than kept at each update.
            self.restore(self.step);
            return Err(Diverged { step: self.step });
        }
        self.changed();
        self.history.made(self.step, &made);
        self.step += 1;
        let quick = self.samples.len() / self.count(&made.feed).max(1);
        if self.history.wants(self.step, quick) {
            let mut weights = Vec::with_capacity(self.network.size());
            self.network.save(&mut weights);
            self.history.keep(self.step, weights);
        }
        Ok(())
    }

    /// Goes to any step of the run, back or ahead, exactly: from the present step, or from the nearest
    /// snapshot, the recorded moves are made again. The history after it is kept until the run forks.
    /// A step beyond the furthest leads to the furthest.
    pub fn goto(&mut self, step: usize) {
        if step == self.step {
            return;
        }
        if step < self.step || self.history.before(step).0 > self.step {
            self.restore(step);
        }
        self.changed();
        self.replay_to(step);
    }

    /// Makes the weights of an earlier step, or the present one, anew from the nearest snapshot.
    fn restore(&mut self, step: usize) {
        let (at, weights) = self.history.before(step);
        self.network.load(weights);
        self.step = at;
        self.changed();
        self.replay_to(step);
    }

    /// Makes the recorded moves from the present step up to another.
    fn replay_to(&mut self, step: usize) {
        while let Some(made) = self.history.how(self.step).filter(|_| self.step < step).cloned() {
            self.replay(&made);
        }
    }

    /// What the numbers of all training colours say of the network as it is now.
    pub fn diagnose(&mut self) -> Diagnosis {
        self.measure();
        self.network.backward(&mut self.whole);
        Diagnosis::of(&self.network, &self.whole)
    }

    /// Takes over weights, step and history of another trainer of the same network, colours and seed.
    pub fn adopt(&mut self, other: &Trainer) {
        let mut weights = Vec::with_capacity(other.network.size());
        other.network.save(&mut weights);
        self.network.load(&weights);
        (self.history, self.step) = (other.history.clone(), other.step);
        self.changed();
    }

    /// Notes that the weights have changed.
    fn changed(&mut self) {
        self.measured = false;
        self.version += 1;
    }

    /// Makes a move that the history already holds.
    fn replay(&mut self, made: &Move) {
        self.forward_feed(&made.feed);
        self.descend(made);
        self.changed();
        self.step += 1;
    }

    /// The tape of a feed, after a forward with the present weights.
    fn forward_feed(&mut self, feed: &Feed) -> &Tape {
        if self.is_whole(feed) {
            return self.measure();
        }
        match feed {
            Feed::Colour(sample) => {
                fit(&self.network, &mut self.part, 1);
                self.part.fill(slice::from_ref(sample), &self.scaling);
            }
            Feed::Batch(batch) => {
                let rows = self.order.rows(*batch, self.step);
                fit(&self.network, &mut self.part, rows.len());
                self.part.copy(&self.whole, rows);
            }
        }
        self.network.forward(&mut self.part);
        &self.part
    }

    /// Moves every weight against its gradient, by the feed of the last forward. Returns whether all are finite.
    fn descend(&mut self, made: &Move) -> bool {
        let tape = if self.is_whole(&made.feed) { &mut self.whole } else { &mut self.part };
        sgd::learn(&mut self.network, tape, made.learning_rate)
    }

    /// Whether a feed is all training colours in their own order.
    fn is_whole(&self, feed: &Feed) -> bool {
        matches!(feed, Feed::Batch(batch) if batch.is_full(self.samples.len()))
    }

    /// Forgets the recorded steps after the present one.
    pub fn forget_ahead(&mut self) {
        self.history.forget_after(self.step);
    }

    /// The network's answers to any inputs of its shape, one after the other, as a tape after its forward (labels all
    /// 0). A last input that is not whole is left out.
    pub fn answer(&self, inputs: &[u8]) -> Tape {
        let width: usize = self.network.inputs().iter().product();
        let samples = inputs.chunks_exact(width.max(1));
        let samples: Vec<Sample> =
            samples.map(|input| Sample { input: input.iter().copied().collect(), label: 0 }).collect();
        self.forward(&samples)
    }

    /// A forward of any samples with the present weights.
    pub fn forward(&self, samples: &[Sample]) -> Tape {
        let mut tape = self.network.tape(samples.len());
        tape.fill(samples, &self.scaling);
        self.network.forward(&mut tape);
        tape
    }
}

/// Makes a tape one for so many rows, if it is not.
fn fit(network: &Network, tape: &mut Tape, rows: usize) {
    if tape.rows() != rows {
        *tape = network.tape(rows);
    }
}
