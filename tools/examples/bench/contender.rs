//! What trains the same network, in the page or outside it, and how it is measured: in rounds, in each of which every
//! contender has its turn.

use serde_json::{Value, json};

use crate::place::Place;

/// How many rounds there are.
pub const ROUNDS: usize = 25;
/// How long the updates of a turn take about, ms.
pub const TURN: u32 = 40;

/// The questions of bench/page.js, to whoever answers them.
pub trait Contender {
    /// The loss over all colours with the first weights, and after so many updates.
    fn losses(&mut self, updates: usize) -> [f64; 2];

    /// How many updates take about so many ms.
    fn updates(&mut self, milliseconds: u32) -> usize;

    /// The mean time of so many updates, after `warm` others, ms.
    fn time(&mut self, updates: usize, warm: usize) -> f64;
}

/// A contender in the page, under a name.
pub struct InPage<'a> {
    place: &'a Place,
    name: String,
}

impl<'a> InPage<'a> {
    /// One that has been entered under this name.
    pub fn new(place: &'a Place, name: impl Into<String>) -> Self {
        InPage { place, name: name.into() }
    }

    fn ask(&self, question: &str, numbers: &[usize]) -> Value {
        let numbers = numbers.iter().map(|number| json!(number));
        let arguments: Vec<Value> = [json!(self.name)].into_iter().chain(numbers).collect();
        self.place.call(question, &arguments)
    }
}

impl Contender for InPage<'_> {
    fn losses(&mut self, updates: usize) -> [f64; 2] {
        let losses = self.ask("losses", &[updates]);
        [number(&losses[0]), number(&losses[1])]
    }

    fn updates(&mut self, milliseconds: u32) -> usize {
        number(&self.ask("updates", &[milliseconds as usize])) as usize
    }

    fn time(&mut self, updates: usize, warm: usize) -> f64 {
        number(&self.ask("time", &[updates, warm]))
    }
}

/// The time of an update, ms, of each contender in each round. The rounds begin with another contender each.
pub fn rounds(contenders: &mut [Box<dyn Contender + '_>]) -> Vec<Vec<f64>> {
    let updates: Vec<usize> = contenders.iter_mut().map(|contender| contender.updates(TURN)).collect();
    let mut times = vec![Vec::with_capacity(ROUNDS); contenders.len()];
    for round in 0..ROUNDS {
        for turn in 0..contenders.len() {
            let i = (round + turn) % contenders.len();
            times[i].push(contenders[i].time(updates[i], updates[i].div_ceil(4)));
        }
    }
    times
}

/// A number of an answer.
#[track_caller]
pub fn number(value: &Value) -> f64 {
    value.as_f64().expect("it is a number")
}
