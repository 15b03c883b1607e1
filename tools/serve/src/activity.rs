//! What happens on a connection: whether it may be ended for another one, and which one first.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, LazyLock};
use std::time::{Duration, Instant};

/// Times are counted from here.
static START: LazyLock<Instant> = LazyLock::new(Instant::now);

/// What is noted of a connection.
pub struct Activity {
    /// When bytes have come or gone, in microseconds.
    moved: AtomicU64,
    /// When the last answer began, in microseconds.
    began: AtomicU64,
    /// Whether an answer is being made.
    answering: AtomicBool,
    /// Whether some of an answer waits to be taken.
    waiting: AtomicBool,
    /// Whether the answer is held back on purpose.
    held: AtomicBool,
}

/// An answer that is being made, as long as this lives.
pub struct Answering(Arc<Activity>);

/// An answer that is held back until there is something to tell, as long as this lives.
pub struct Holding(Arc<Activity>);

impl Activity {
    /// That of a connection that has just been opened.
    pub fn new() -> Arc<Self> {
        Arc::new(Self {
            moved: AtomicU64::new(now()),
            began: AtomicU64::new(0),
            answering: AtomicBool::new(false),
            waiting: AtomicBool::new(false),
            held: AtomicBool::new(false),
        })
    }

    /// Notes that bytes have come or gone.
    pub fn moved(&self) {
        self.moved.store(now(), Ordering::Relaxed);
    }

    /// Notes whether something waits to be taken.
    pub fn waits(&self, waiting: bool) {
        self.waiting.store(waiting, Ordering::Relaxed);
    }

    /// Notes that an answer begins.
    pub fn answers(self: &Arc<Self>) -> Answering {
        self.began.store(now(), Ordering::Relaxed);
        self.answering.store(true, Ordering::Relaxed);
        Answering(self.clone())
    }

    /// Notes that the answer is held back on purpose: such a connection is not one of those that are bounded here, and does
    /// not give way. Whoever holds bounds how many there are.
    pub fn holds(self: &Arc<Self>) -> Holding {
        self.held.store(true, Ordering::Relaxed);
        Holding(self.clone())
    }

    /// Whether the answer is held back.
    pub fn is_held(&self) -> bool {
        self.held.load(Ordering::Relaxed)
    }

    /// In which order connections give way, the least first: those that rest, by how long; then those whose answer has
    /// taken longer than `longest`. The others do not give way.
    pub fn rank(&self, longest: Duration) -> Option<(bool, u64)> {
        if self.is_held() {
            return None;
        }
        if !self.answering.load(Ordering::Relaxed) && !self.waiting.load(Ordering::Relaxed) {
            return Some((false, self.moved.load(Ordering::Relaxed)));
        }
        let began = self.began.load(Ordering::Relaxed);
        (now() - began > micros(longest)).then_some((true, began))
    }
}

impl Drop for Holding {
    fn drop(&mut self) {
        self.0.moved();
        self.0.held.store(false, Ordering::Relaxed);
    }
}

impl Drop for Answering {
    fn drop(&mut self) {
        self.0.answering.store(false, Ordering::Relaxed);
    }
}

fn now() -> u64 {
    micros(START.elapsed())
}

fn micros(time: Duration) -> u64 {
    u64::try_from(time.as_micros()).unwrap_or(u64::MAX)
}
