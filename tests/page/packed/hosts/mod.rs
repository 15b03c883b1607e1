//! The packed page in the frameworks, decks and bundlers of others, as they come from their registries. Slow, and only with
//! `cargo run -- test --hosts`, which installs them; see tests/hosts.

mod decks;
mod frameworks;
mod notebook;

use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;

use irozuku_tools::{npm, pack, workspace};

use super::packed;

/// Runs a program in a folder of the hosts, and gives what it says.
#[track_caller]
fn run(program: &Path, arguments: &[&str], folder: &Path) -> String {
    let output = Command::new(program)
        .args(arguments)
        .current_dir(folder)
        .env("CHROME_PATH", chromium())
        .output()
        .unwrap_or_else(|error| panic!("{} can't be started: {error}", program.display()));
    let said =
        format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{} {arguments:?}: {said}", program.display());
    said
}

/// Runs a program of an npm package.
#[track_caller]
fn run_package(name: &str, arguments: &[&str], folder: &Path) -> String {
    run(&folder.join("node_modules/.bin").join(name), arguments, folder)
}

fn chromium() -> String {
    let found = irozuku_tools::chromium::Chromium::find().expect("a browser is there");
    found.browser.display().to_string()
}

/// Puts the package where a project of somebody else has it: it is packed by npm, and unpacked into both folders of the hosts.
fn install() {
    static DONE: OnceLock<()> = OnceLock::new();
    DONE.get_or_init(|| {
        let package = packed().join(pack::npm::FOLDER);
        let hosts = workspace::hosts();
        let npm = npm::npm().expect("npm is there");
        let target = hosts.join("packed");
        let _ = fs::remove_dir_all(&target);
        fs::create_dir_all(&target).expect("the folder can be made");
        run(&npm, &["pack", "--pack-destination", &target.display().to_string()], &package);
        let archive = target.join(format!("irozuku-{}.tgz", env!("CARGO_PKG_VERSION")));
        for folder in [hosts.clone(), hosts.join("older")] {
            let installed = folder.join("node_modules/irozuku");
            let _ = fs::remove_dir_all(&installed);
            fs::create_dir_all(&installed).expect("the folder can be made");
            let archive = archive.display().to_string();
            run(
                Path::new("tar"),
                &["-xzf", &archive, "--strip-components=1", "-C", &installed.display().to_string()],
                &folder,
            );
        }
        for name in ["app.tsx", "given.js"] {
            fs::copy(hosts.join(name), hosts.join("older").join(name)).expect("it can be copied");
        }
    });
}
