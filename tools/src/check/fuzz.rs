//! `cargo run -- fuzz`: what comes from outside is made up for minutes, where `cargo run -- test` does so for a second.

use crate::failure::Result;
use crate::{build, npm, program, workspace};

/// The environment variable that tells both how long to look, in minutes.
const MINUTES: &str = "FUZZ_MINUTES";

/// Looks for so many minutes in what JavaScript reads, and as long in what Rust reads. The first thing that is read wrong ends it,
/// made as small as can be.
pub fn fuzz(minutes: f64) -> Result<()> {
    npm::ensure()?;
    build::build()?;
    let told = minutes.to_string();
    super::heading("What JavaScript reads");
    let file = workspace::tests().join("unit/fuzz.test.js");
    program::run(
        program::in_workspace("node").env(MINUTES, &told).args(["--test", "--test-reporter=spec"]).arg(file),
        "something made up is read wrong: see the counterexample above, and add it to tests/data/hostile.json",
    )?;
    super::heading("What Rust reads");
    program::run(
        program::cargo().env(MINUTES, &told).args([
            "test",
            "--package",
            build::PACKAGE,
            "--test",
            "core",
            "fuzz",
        ]),
        "something made up is read wrong: see the counterexample above, and make a test of it",
    )
}
