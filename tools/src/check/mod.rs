//! `cargo run -- test`: every check there is, one after another, until one fails.

mod cargo_tool;
mod engines;
pub mod fuzz;
pub mod health;
pub mod hosts;
pub mod mutants;
pub mod needs;
mod room;
pub mod soak;
pub mod supply;
mod tally;
mod unit;

use std::env;
use std::io::{self, BufRead, BufReader};
use std::num::NonZero;
use std::process::{Command, Stdio};
use std::thread;

use crate::chromium::Chromium;
use crate::failure::{Failure, Result};
use crate::{build, npm, program, wasm_target, workspace};
use tally::Tally;

/// The environment variable that tells Rust's tests how many of them may run at the same time.
const THREADS: &str = "RUST_TEST_THREADS";

/// Tests that run only where they are asked for: they need what takes minutes to install or to compile.
#[derive(Clone, Copy)]
pub struct Extra {
    /// Those in the frameworks of others.
    pub hosts: bool,
    /// Those of a room on several servers.
    pub room: bool,
    /// Those in other browser engines.
    pub engines: bool,
}

/// Runs every check; with a filter, only the tests whose name contains it.
pub fn check(filter: Option<&str>, extra: Extra) -> Result<()> {
    heading("What the tests need");
    let chromium = needs::browser()?;
    // Not only the type check: some tests pack the page, put it into a deck, or ask the checker of accessibility.
    npm::ensure()?;
    let python = needs::numpy()?;
    if extra.hosts {
        hosts::ensure()?;
    }
    if extra.room {
        room::ensure()?;
    }
    if extra.engines {
        engines::ensure()?;
    }
    if filter.is_none() {
        needs::rust_components()?;
        wasm_target::ensure()?;

        heading("Formatting");
        formatting()?;
        heading("Clippy");
        clippy()?;
        if extra.room {
            room::clippy()?;
        }
    }
    heading("The page's build");
    build::build()?;
    if filter.is_none() {
        // The tests that pack would compile it; here no test waits for it, and a single test does without.
        build::packed()?;
        heading("JavaScript types");
        javascript_types()?;
    }
    let mut tally = Tally::default();
    heading("Unit tests of the page's modules");
    let units_ended_well = unit::run_tests(filter, python.as_deref(), &mut tally)?;
    heading("Tests");
    let ended_well = run_tests(filter, extra, &mut tally)? && units_ended_well;
    heading("Summary");
    summary(&chromium, &tally, extra, ended_well)
}

/// How many tests run at the same time: one more than there are processors, because now and then each waits for something
/// that takes time and no processor.
pub fn side_by_side() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get) + 1
}

fn heading(text: &str) {
    println!("\n== {text} ==");
}

fn formatting() -> Result<()> {
    program::run(
        program::cargo().args(["fmt", "--all", "--check"]),
        "the formatting differs from rustfmt's: run `cargo fmt --all`",
    )
}

fn clippy() -> Result<()> {
    let sentence = "clippy has something to say: see its messages above";
    program::run(
        program::cargo().args(["clippy", "--workspace", "--all-targets"]).args(["--", "-D", "warnings"]),
        sentence,
    )?;
    // Some of the library is compiled for the browser only.
    program::run(
        program::cargo()
            .args(["clippy", "--package", build::PACKAGE, "--lib"])
            .args(["--target", wasm_target::TARGET])
            .args(["--", "-D", "warnings"]),
        sentence,
    )
}

fn javascript_types() -> Result<()> {
    for project in [workspace::tests(), workspace::tests().join("unit")] {
        program::run(
            program::in_workspace("node").arg(npm::type_checker()).arg("--project").arg(project),
            "the JavaScript's types do not fit: see the messages above",
        )?;
    }
    Ok(())
}

/// Runs the Rust tests, which include the page's. Returns whether cargo is content.
fn run_tests(filter: Option<&str>, extra: Extra, tally: &mut Tally) -> Result<bool> {
    program::run(
        program::cargo().args(["test", "--workspace", "--no-run"]),
        "the tests do not compile: see the messages above",
    )?;
    // One failing test must not hide whether the others pass.
    let mut cargo = program::cargo();
    cargo.args(["test", "--workspace", "--no-fail-fast"]).args(filter);
    if extra.hosts {
        cargo.args(["--", "--include-ignored"]);
    }
    if env::var_os(THREADS).is_none() {
        cargo.env(THREADS, side_by_side().to_string());
    }
    let mut ended_well = run_and_read(&mut cargo, |line| tally.read(line))?;
    if extra.room {
        ended_well &= run_and_read(&mut room::tests(filter), |line| tally.read(line))?;
    }
    if extra.engines {
        ended_well &= run_and_read(&mut engines::tests(), |line| tally.read(line))?;
    }
    Ok(ended_well)
}

/// Runs a program, prints each line of its output and gives it to `read`. Returns whether it ended well.
fn run_and_read(command: &mut Command, mut read: impl FnMut(&str)) -> Result<bool> {
    let program = command.get_program().to_string_lossy().into_owned();
    let unable = |error: io::Error| Failure::new(format!("{program} can't be started: {error}"));
    let (output, input) = io::pipe().map_err(unable)?;
    // Both into one, so that they stay in order.
    let mut child =
        command.stdout(input.try_clone().map_err(unable)?).stderr(input).spawn().map_err(unable)?;
    // The command holds our own ends of the pipe's input; what is read below ends only when they are gone.
    command.stdout(Stdio::null()).stderr(Stdio::null());
    // A test may print anything, so this reads bytes.
    for line in BufReader::new(output).split(b'\n').map_while(io::Result::ok) {
        let line = String::from_utf8_lossy(&line);
        println!("{line}");
        read(&line);
    }
    Ok(child.wait().is_ok_and(|status| status.success()))
}

/// The last words: the browser, and how many tests passed.
fn summary(chromium: &Chromium, tally: &Tally, extra: Extra, ended_well: bool) -> Result<()> {
    if let Some(version) = chromium.version() {
        println!("Browser: {version}");
    }
    if tally.ignored > 0 {
        println!("{} {}", tally.ignored, hosts::LEFT_OUT);
    }
    if !extra.room {
        println!("{}", room::LEFT_OUT);
    }
    if !extra.engines {
        println!("{}", engines::LEFT_OUT);
    }
    println!("{}", counted(tally));
    verdict(tally, ended_well)
}

/// How many tests did what. One that was skipped has not passed.
fn counted(tally: &Tally) -> String {
    let skipped = match tally.skipped {
        0 => String::new(),
        skipped => format!(", {skipped} skipped: each says above what it lacks"),
    };
    format!("{} passed, {} failed{skipped}", tally.passed, tally.failed)
}

fn verdict(tally: &Tally, ended_well: bool) -> Result<()> {
    if tally.failed > 0 {
        Err(Failure::new("not all tests passed: see what they say above"))
    } else if !ended_well {
        Err(Failure::new("the tests broke off: see the messages above"))
    } else if tally.passed == 0 {
        Err(Failure::new("no test ran: is there a test of that name?"))
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(passed: usize, failed: usize, ignored: usize) -> Tally {
        Tally { passed, failed, ignored, skipped: 0 }
    }

    #[test]
    fn a_skipped_test_is_counted_as_that() {
        assert_eq!(counted(&tally(3, 1, 2)), "3 passed, 1 failed");
        let skipped = Tally { passed: 3, skipped: 2, ..Tally::default() };
        assert_eq!(counted(&skipped), "3 passed, 0 failed, 2 skipped: each says above what it lacks");
    }

    #[test]
    fn tests_that_all_pass_are_a_success() {
        assert_eq!(verdict(&tally(3, 0, 1), true), Ok(()));
    }

    #[test]
    fn a_failed_test_is_a_failure() {
        assert!(verdict(&tally(3, 1, 0), false).is_err());
    }

    #[test]
    fn a_run_that_breaks_off_is_a_failure() {
        assert!(verdict(&tally(3, 0, 0), false).is_err());
    }

    #[test]
    fn a_run_of_no_tests_is_a_failure() {
        assert!(verdict(&tally(0, 0, 0), true).is_err());
        assert!(verdict(&tally(0, 0, 5), true).is_err());
    }
}
