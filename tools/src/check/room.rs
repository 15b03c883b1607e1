//! What the tests of a room on several servers need, and those tests: a NATS server, and the feature that talks to it.

use crate::failure::{Failure, Result};
use crate::room::PACKAGE;
use crate::{apt, program};

/// Debian's package, and its program.
const NATS: &str = "nats-server";
/// How cargo is told to take the feature in.
const FEATURE: [&str; 4] = ["--package", PACKAGE, "--features", "nats"];

/// Says what was left out, and how it is asked for.
pub const LEFT_OUT: &str = "left out: the tests of a room on several servers, which need a nats-server and compile its client: \
    `cargo run -- test --room` runs them";

/// Installs a NATS server if possible.
pub fn ensure() -> Result<()> {
    if program::find(&[NATS]).is_none() && apt::available() {
        apt::install(&[NATS])?;
    }
    program::find(&[NATS]).map(|_| ()).ok_or_else(|| {
        Failure::new(
            "the tests of a room on several servers need nats-server: install it, so that it is in the PATH",
        )
    })
}

/// What clippy says of the part that talks to it.
pub fn clippy() -> Result<()> {
    program::run(
        program::cargo().arg("clippy").args(FEATURE).args(["--all-targets", "--", "-D", "warnings"]),
        "clippy has something to say: see its messages above",
    )
}

/// The tests, as cargo is told.
pub fn tests(filter: Option<&str>) -> std::process::Command {
    let mut cargo = program::cargo();
    cargo.arg("test").args(FEATURE).args(["--test", "nats", "--no-fail-fast"]).args(filter);
    cargo
}
