//! What the person at the terminal is told of what is refused: at most a line a second of each kind.

use std::collections::HashMap;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use crate::room::refusal::Refusal;

/// How long a kind is quiet after a line.
const QUIET: Duration = Duration::from_secs(1);

/// The log.
pub struct Log {
    write: Box<dyn Fn(&str) + Send + Sync>,
    kinds: Mutex<HashMap<Refusal, Kind>>,
}

struct Kind {
    told: Instant,
    untold: u64,
}

impl Log {
    /// One that gives its lines to `write`.
    pub fn new(write: impl Fn(&str) + Send + Sync + 'static) -> Self {
        Self { write: Box::new(write), kinds: Mutex::default() }
    }

    /// Notes that something was refused.
    pub fn refused(&self, refusal: Refusal) {
        self.refused_at(refusal, Instant::now());
    }

    fn refused_at(&self, refusal: Refusal, now: Instant) {
        let mut kinds = self.kinds();
        match kinds.get_mut(&refusal) {
            Some(kind) if now.duration_since(kind.told) < QUIET => kind.untold += 1,
            _ => {
                (self.write)(&format!("refused: {}", refusal.sentence()));
                kinds.insert(refusal, Kind { told: now, untold: 0 });
            }
        }
    }

    /// Tells what was kept back, where it has been for long enough; to be called now and then.
    pub fn flush(&self) {
        self.flush_at(Instant::now());
    }

    fn flush_at(&self, now: Instant) {
        self.kinds().retain(|refusal, kind| {
            if now.duration_since(kind.told) < QUIET {
                return true;
            }
            if kind.untold > 0 {
                (self.write)(&format!("refused: {} ({} more)", refusal.sentence(), kind.untold));
                *kind = Kind { told: now, untold: 0 };
                return true;
            }
            false
        });
    }

    /// Says something else.
    pub fn say(&self, line: &str) {
        (self.write)(line);
    }

    fn kinds(&self) -> std::sync::MutexGuard<'_, HashMap<Refusal, Kind>> {
        self.kinds.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    #[test]
    fn a_kind_has_a_line_a_second_and_nothing_is_left_uncounted() {
        let lines = Arc::new(Mutex::new(Vec::new()));
        let kept = lines.clone();
        let log = Log::new(move |line| kept.lock().unwrap().push(line.to_owned()));
        let start = Instant::now();
        for _ in 0..1000 {
            log.refused_at(Refusal::Rate, start);
        }
        log.refused_at(Refusal::Form, start);
        log.flush_at(start + QUIET / 2);
        assert_eq!(lines.lock().unwrap().len(), 2);
        log.flush_at(start + QUIET);
        let last = lines.lock().unwrap().last().unwrap().clone();
        assert!(last.contains("too many messages (999 more)"), "{last}");
        log.flush_at(start + 2 * QUIET);
        assert_eq!(lines.lock().unwrap().len(), 3);
        log.refused_at(Refusal::Rate, start + 3 * QUIET);
        assert_eq!(lines.lock().unwrap().len(), 4);
    }
}
