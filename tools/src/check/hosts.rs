//! What the tests in the frameworks, decks and bundlers of others need, in a folder of its own: npm packages and Python's.

use std::process::Command;

use crate::failure::{Failure, Result};
use crate::pack::files;
use crate::{npm, program, workspace};

/// Says what was left out, and how it is asked for.
pub const LEFT_OUT: &str = "left out: the tests in React, Vue, Svelte, reveal.js 4 to 6, Marp, a notebook, Vite and webpack, \
    which take minutes and their packages: `cargo run -- test --hosts` runs them";

/// Copies tests/hosts into the folder and installs there what it names, unless it is there.
pub fn ensure() -> Result<()> {
    let (from, to) = (workspace::tests().join("hosts"), workspace::hosts());
    for file in files::within(&from)? {
        let (content, target) = (files::read(&from.join(&file))?, to.join(&file));
        // The time of a lock file tells whether its packages were installed since.
        if files::read(&target).ok().as_ref() != Some(&content) {
            files::write(&target, content)?;
        }
    }
    npm::ensure_in(&to, "the tests in frameworks and decks")?;
    npm::ensure_in(&to.join("older"), "the tests in older ones")?;
    python()
}

fn python() -> Result<()> {
    let (folder, sentence) = (workspace::hosts(), "the tests of a notebook need python3 with venv and pip");
    let (wanted, installed) = (folder.join("requirements.txt"), folder.join("python/installed.txt"));
    let list = files::read(&wanted)?;
    if files::read(&installed).ok().as_ref() == Some(&list) {
        return Ok(());
    }
    println!("Installing the Python packages of the tests in a notebook.");
    program::run(Command::new("python3").args(["-m", "venv"]).arg(folder.join("python")), sentence)?;
    program::run(
        Command::new(python_in_hosts()).args(["-m", "pip", "install", "--quiet", "-r"]).arg(&wanted),
        sentence,
    )?;
    files::write(&installed, list).map_err(|_| Failure::new(sentence))
}

/// Python, with those packages.
pub fn python_in_hosts() -> std::path::PathBuf {
    workspace::hosts().join(if cfg!(windows) { "python/Scripts/python.exe" } else { "python/bin/python" })
}
