//! `cargo run -- mutants`: faults are put into the code, one at a time, and each is to make a test fail.

use clap::ValueEnum;

use super::cargo_tool;
use crate::failure::Result;
use crate::{build, npm, program, workspace};

/// The program that puts faults into Rust, and its version. Where it does stands in `.cargo/mutants.toml`.
const RUST: (&str, &str) = ("cargo-mutants", "27.1.0");

/// What faults are put into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Part {
    /// The core: layers, explanation, history, addresses
    Rust,
    /// The page's pure modules: tables, moves, addresses
    #[value(name = "javascript")]
    JavaScript,
}

/// Puts faults into one part, or into both. `shard` is one part of many of the core's, as `0/20`: all of them take hours.
pub fn mutants(part: Option<Part>, shard: Option<&str>) -> Result<()> {
    build::build()?;
    if part != Some(Part::Rust) {
        javascript()?;
    }
    if part != Some(Part::JavaScript) {
        rust(shard)?;
    }
    Ok(())
}

fn javascript() -> Result<()> {
    npm::ensure()?;
    let folder = workspace::tests().join("mutants");
    npm::ensure_in(&folder, "what puts faults into the JavaScript")?;
    super::heading("Faults in the page's modules");
    program::run(
        program::in_workspace("node")
            .arg(folder.join("node_modules/@stryker-mutator/core/bin/stryker.js"))
            .arg("run")
            .arg(folder.join("stryker.config.json")),
        "the faults could not be tried: see the messages above",
    )
}

fn rust(shard: Option<&str>) -> Result<()> {
    cargo_tool::ensure(RUST)?;
    super::heading("Faults in the core");
    let mut cargo = program::cargo();
    cargo.args(["mutants", "--package", build::PACKAGE, "--output", "target/mutants"]);
    cargo.args(shard.iter().flat_map(|shard| ["--shard", shard]));
    program::run(&mut cargo, "a fault was missed by the tests: see the list above")
}
