//! What has arrived at the participants, and when.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, OnceLock};
use std::time::{Duration, Instant};

/// The counts.
pub struct Count {
    moves: Vec<OnceLock<Instant>>,
    times: Mutex<Vec<Duration>>,
    welcomed: AtomicUsize,
    answered: AtomicUsize,
    revealed: AtomicUsize,
    voted: AtomicUsize,
    ended: AtomicUsize,
    returned: AtomicUsize,
}

/// What happens to a participant.
#[derive(Clone, Copy)]
pub enum Event {
    Welcomed,
    Answered,
    Revealed,
    Voted,
    Ended,
    Returned,
}

impl Count {
    pub fn new(participants: usize, moves: usize) -> Self {
        Self {
            moves: (0..moves).map(|_| OnceLock::new()).collect(),
            times: Mutex::new(Vec::with_capacity(participants * moves)),
            welcomed: AtomicUsize::new(0),
            answered: AtomicUsize::new(0),
            revealed: AtomicUsize::new(0),
            voted: AtomicUsize::new(0),
            ended: AtomicUsize::new(0),
            returned: AtomicUsize::new(0),
        }
    }

    /// The lecturer makes a move.
    pub fn moves(&self, step: usize) {
        let _ = self.moves[step].set(Instant::now());
    }

    /// A move has arrived.
    pub fn follows(&self, step: usize) {
        if let Some(made) = self.moves.get(step).and_then(OnceLock::get) {
            self.times.lock().expect("nobody panics").push(made.elapsed());
        }
    }

    pub fn note(&self, event: Event) {
        self.counter(event).fetch_add(1, Ordering::Relaxed);
    }

    fn counter(&self, event: Event) -> &AtomicUsize {
        match event {
            Event::Welcomed => &self.welcomed,
            Event::Answered => &self.answered,
            Event::Revealed => &self.revealed,
            Event::Voted => &self.voted,
            Event::Ended => &self.ended,
            Event::Returned => &self.returned,
        }
    }

    fn get(&self, event: Event) -> usize {
        self.counter(event).load(Ordering::Relaxed)
    }

    pub fn welcomed(&self) -> usize {
        self.get(Event::Welcomed)
    }

    pub fn answered(&self) -> usize {
        self.get(Event::Answered)
    }

    pub fn revealed(&self) -> usize {
        self.get(Event::Revealed)
    }

    pub fn voted(&self) -> usize {
        self.get(Event::Voted)
    }

    pub fn ended(&self) -> usize {
        self.get(Event::Ended)
    }

    pub fn returned(&self) -> usize {
        self.get(Event::Returned)
    }

    pub fn moved(&self) -> usize {
        self.times.lock().expect("nobody panics").len()
    }

    /// How long the moves took.
    pub fn times(&self) -> String {
        let mut times = self.times.lock().expect("nobody panics").clone();
        times.sort();
        let at = |part: f64| times[((times.len() - 1) as f64 * part) as usize];
        format!("p50 {:.1?}, p95 {:.1?}, longest {:.1?}", at(0.5), at(0.95), at(1.0))
    }
}
