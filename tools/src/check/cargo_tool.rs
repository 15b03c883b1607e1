//! Programs for cargo that are compiled when they are asked for first.

use crate::failure::Result;
use crate::program;

/// Installs a program from the registry of packages, unless one of its name is there.
pub fn ensure((name, version): (&str, &str)) -> Result<()> {
    if program::find(&[name]).is_some() {
        return Ok(());
    }
    println!("Compiling {name}. This takes minutes, the first time.");
    program::run(
        program::cargo().args(["install", "--locked", "--version", version, name]),
        &format!("{name} can't be installed: see the messages above"),
    )
}
