//! Installs Debian packages where that is possible without asking: as root, with apt-get.

use std::process::Command;

use crate::failure::Result;
use crate::program;

/// Whether packages can be installed here.
pub fn available() -> bool {
    program::find(&["apt-get"]).is_some()
        && program::output(Command::new("id").arg("-u")).as_deref() == Some("0")
}

/// Whether there is such a package.
pub fn knows(package: &str) -> bool {
    program::output(Command::new("apt-cache").args(["show", package])).is_some_and(|about| !about.is_empty())
}

/// Installs the packages.
pub fn install(packages: &[&str]) -> Result<()> {
    let names = packages.join(" ");
    println!("Installing {names}.");
    let sentence = format!("apt-get could not install {names}: install them yourself, try again");
    program::run(apt_get().arg("update"), &sentence)?;
    program::run(apt_get().args(["install", "--yes"]).args(packages), &sentence)
}

fn apt_get() -> Command {
    let mut command = Command::new("apt-get");
    // Nobody is there to answer questions.
    command.arg("--quiet").env("DEBIAN_FRONTEND", "noninteractive");
    command
}
