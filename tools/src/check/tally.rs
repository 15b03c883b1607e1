//! Counts the tests that `cargo test` and `node --test` report.

/// How many tests did what.
#[derive(Debug, Default, PartialEq)]
pub struct Tally {
    /// Those that passed.
    pub passed: usize,
    /// Those that failed.
    pub failed: usize,
    /// Those that are run only where they are asked for.
    pub ignored: usize,
    /// Those that could not run, because something is missing here.
    pub skipped: usize,
}

/// The reason that Node.js gives for a test whose name was not asked for.
const NOT_ASKED: &str = "test name does not match pattern";

impl Tally {
    /// Adds what a line of Node.js' output reports: a line of the summary (`ℹ pass 12`), or a test that was skipped with its
    /// reason (`﹣ a sentence (0.1ms) # no Python`). The summary counts as skipped also what was not asked for.
    pub fn read_node(&mut self, line: &str) {
        if let Some((_, reason)) =
            line.trim_start().strip_prefix("﹣ ").and_then(|test| test.rsplit_once(" # "))
        {
            self.skipped += usize::from(reason.trim_end() != NOT_ASKED);
            return;
        }
        let Some((what, number)) = line.strip_prefix("ℹ ").and_then(|summary| summary.split_once(' '))
        else {
            return;
        };
        let Ok(number) = number.trim_end().parse::<usize>() else {
            return;
        };
        match what {
            "pass" => self.passed += number,
            // One that was cancelled has not passed.
            "fail" | "cancelled" => self.failed += number,
            "todo" => self.skipped += number,
            _ => {}
        }
    }

    /// Adds what a line of cargo's output reports, if it is the summary of a group of tests.
    pub fn read(&mut self, line: &str) {
        let Some(summary) = line.strip_prefix("test result: ") else {
            return;
        };
        let words: Vec<&str> = summary.split([' ', ';']).filter(|word| !word.is_empty()).collect();
        for pair in words.windows(2) {
            let Ok(number) = pair[0].parse::<usize>() else {
                continue;
            };
            match pair[1] {
                "passed" => self.passed += number,
                "failed" => self.failed += number,
                "ignored" => self.ignored += number,
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(output: &str) -> Tally {
        let mut tally = Tally::default();
        output.lines().for_each(|line| tally.read(line));
        tally
    }

    #[test]
    fn the_groups_of_a_run_are_added_up() {
        let tally = read(
            "running 3 tests\n\
             test a ... ok\n\
             test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\
             test result: ok. 40 passed; 0 failed; 0 ignored; 0 measured; 7 filtered out; finished in 1.23s\n",
        );
        assert_eq!((tally.passed, tally.failed, tally.ignored), (43, 0, 0));
    }

    #[test]
    fn an_ignored_test_is_not_a_passed_one() {
        let tally = read("test result: ok. 1 passed; 0 failed; 2 ignored; 0 measured; 0 filtered out");
        assert_eq!((tally.passed, tally.failed, tally.ignored), (1, 0, 2));
    }

    #[test]
    fn a_failed_test_is_counted() {
        let tally = read("test result: FAILED. 5 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out");
        assert_eq!((tally.passed, tally.failed, tally.ignored), (5, 2, 0));
    }

    #[test]
    fn the_summary_of_the_unit_tests_is_added_and_a_cancelled_test_has_failed() {
        let mut tally = read("test result: ok. 5 passed; 0 failed; 0 ignored");
        for line in ["✔ it says pass 7 (1ms)", "ℹ tests 9", "ℹ pass 4", "ℹ fail 1", "ℹ cancelled 1"]
        {
            tally.read_node(line);
        }
        assert_eq!(tally, Tally { passed: 9, failed: 2, ..Tally::default() });
    }

    #[test]
    fn a_unit_test_that_could_not_run_is_skipped_and_one_that_was_not_asked_for_is_nothing() {
        let mut tally = Tally::default();
        for line in [
            "﹣ the notebook, run, prints the page’s losses (0.16ms) # Python has no NumPy here",
            "  ﹣ within another (0.1ms) # SKIP",
            "﹣ another sentence (1.1ms) # test name does not match pattern",
            "ℹ pass 4",
            "ℹ skipped 3",
        ] {
            tally.read_node(line);
        }
        assert_eq!(tally, Tally { passed: 4, skipped: 2, ..Tally::default() });
    }

    #[test]
    fn what_a_test_prints_is_not_taken_for_a_result() {
        let tally = read("it says: test result: ok. 9 passed; 0 failed\n9 passed; 9 failed");
        assert_eq!(tally, Tally::default());
    }
}
