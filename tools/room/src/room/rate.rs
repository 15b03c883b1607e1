//! How many messages a visitor may send: a bucket that fills by itself, from which each message takes.

use super::Millis;

/// How many messages may come at once.
const MOST: u64 = 60;
/// How many may come in a second, in the long run.
const A_SECOND: u64 = 20;
/// After so many in a row that were too many the visitor is closed.
const PATIENCE: u32 = 120;
/// The bucket is counted in thousandths of a message.
const UNIT: u64 = 1000;

/// A visitor's bucket.
#[derive(Debug)]
pub struct Bucket {
    left: u64,
    filled: Millis,
    refused: u32,
}

/// What is to be done with a message.
#[derive(Debug, PartialEq)]
pub enum Verdict {
    /// It is read.
    Take,
    /// It is refused.
    Refuse,
    /// It is refused, and so is all that follows.
    Close,
}

impl Bucket {
    /// A full one.
    pub fn new(now: Millis) -> Self {
        Self { left: MOST * UNIT, filled: now, refused: 0 }
    }

    /// What to do with a message that comes now.
    pub fn take(&mut self, now: Millis) -> Verdict {
        let grown = now.saturating_sub(self.filled).saturating_mul(A_SECOND);
        self.left = self.left.saturating_add(grown).min(MOST * UNIT);
        self.filled = now;
        if self.left >= UNIT {
            self.left -= UNIT;
            // Who goes on at once after a refusal now and then gets one through, and is no better for it.
            self.refused = self.refused.saturating_sub(1);
            return Verdict::Take;
        }
        self.refused += 1;
        if self.refused > PATIENCE { Verdict::Close } else { Verdict::Refuse }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sixty_come_at_once_and_then_twenty_a_second() {
        let mut bucket = Bucket::new(0);
        let mut taken = |now| (0..100).filter(|_| bucket.take(now) == Verdict::Take).count();
        assert_eq!(taken(0), 60);
        assert_eq!(taken(500), 10);
        assert_eq!(Bucket::new(0).take(3_600_000), Verdict::Take);
    }

    #[test]
    fn who_rests_fills_the_bucket_and_no_more() {
        let mut bucket = Bucket::new(0);
        assert_eq!((0..100).filter(|_| bucket.take(3_600_000) == Verdict::Take).count(), 60);
    }

    #[test]
    fn who_goes_on_after_many_refusals_is_closed() {
        let mut bucket = Bucket::new(0);
        let verdicts: Vec<Verdict> = (0..181).map(|_| bucket.take(0)).collect();
        assert_eq!(verdicts.iter().filter(|verdict| **verdict == Verdict::Refuse).count(), 120);
        assert_eq!(verdicts[180], Verdict::Close);
    }

    #[test]
    fn who_keeps_to_the_pace_is_never_refused() {
        let mut bucket = Bucket::new(0);
        assert!((0..10_000).all(|step| bucket.take(step * 50) == Verdict::Take));
    }
}
