//! `cargo run -- supply`: the licences, sources and known faults of the packages that this is made of.

use std::process::Command;

use super::cargo_tool;
use crate::failure::Result;
use crate::program;

/// The program that reads Cargo.lock, and its version. What it holds the packages to stands in `.deny.toml`.
const DENY: (&str, &str) = ("cargo-deny", "0.20.2");

/// Lists the licences, and holds every package to `.deny.toml`.
pub fn supply() -> Result<()> {
    cargo_tool::ensure(DENY)?;
    super::heading("Licences");
    program::run(deny().arg("list"), "the licences can't be listed: see the messages above")?;
    super::heading("Licences, sources and duplicates");
    program::run(
        deny().args(["check", "licenses", "bans", "sources"]),
        "a package is not what .deny.toml says: see the messages above",
    )?;
    super::heading("Known faults");
    if !deny().args(["fetch", "db"]).status().is_ok_and(|status| status.success()) {
        println!("left out: the database of known faults can't be had from here");
        return Ok(());
    }
    program::run(deny().args(["check", "advisories"]), "a package has a known fault: see the messages above")
}

fn deny() -> Command {
    let mut cargo = program::cargo();
    cargo.args(["deny", "--workspace"]);
    cargo
}
