//! A time limit that is looked at seldom: asking a browser for the time takes longer than a small update.

/// How long the clock may stay unasked, as far as what was done so far tells, ms.
const UNASKED: f64 = 0.25;

/// A time limit for things that take about equally long.
pub struct Deadline {
    start: f64,
    milliseconds: f64,
    /// How many things have been done, and after how many the clock is asked again.
    done: u32,
    next: u32,
}

impl Deadline {
    /// A limit of so many milliseconds from `now` on, in ms.
    pub fn new(now: f64, milliseconds: f64) -> Self {
        Deadline { start: now, milliseconds, done: 0, next: 1 }
    }

    /// Whether there is time left, after one more thing was done. It asks after the first one, and then after at most twice as
    /// many as before.
    pub fn go_on(&mut self, now: impl FnOnce() -> f64) -> bool {
        self.done += 1;
        if self.done < self.next {
            return true;
        }
        let spent = now() - self.start;
        // Of a clock that has not moved nothing follows; the conversion keeps to the range of the type.
        let more = (f64::from(self.done) * UNASKED / spent) as u32;
        self.next = self.done.saturating_add(more.clamp(1, self.done));
        spent < self.milliseconds
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many things are done within a limit, each of which takes so long, and how often the clock is asked, ms.
    fn run(limit: f64, each: f64) -> (u32, u32) {
        let mut deadline = Deadline::new(1000.0, limit);
        let (mut done, mut asked) = (0, 0);
        loop {
            done += 1;
            let go_on = deadline.go_on(|| {
                asked += 1;
                1000.0 + f64::from(done) * each
            });
            if !go_on {
                return (done, asked);
            }
        }
    }

    #[test]
    fn long_things_end_at_once_when_the_time_is_over() {
        assert_eq!(run(8.0, 100.0), (1, 1));
        assert_eq!(run(8.0, 3.0), (3, 3));
        assert_eq!(run(8.0, 1.0), (8, 8));
    }

    #[test]
    fn short_things_overstay_it_by_little_and_seldom_ask_for_the_time() {
        let (done, asked) = run(8.0, 0.003);
        assert!((2667..=2751).contains(&done) && asked < 50, "{done} {asked}");
    }

    #[test]
    fn without_a_limit_it_never_ends_and_with_a_clock_that_stands_still_it_asks_ever_more_seldom() {
        let mut endless = Deadline::new(0.0, f64::INFINITY);
        assert!((0..10_000).all(|i| endless.go_on(|| f64::from(i))));
        let (mut standing, mut asked) = (Deadline::new(0.0, 8.0), 0);
        for _ in 0..10_000 {
            assert!(standing.go_on(|| {
                asked += 1;
                0.0
            }));
        }
        assert!(asked < 20, "{asked}");
    }
}
