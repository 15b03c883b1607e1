//! `cargo run -- --lan`: the page for everyone in the room.

use std::path::PathBuf;

use crate::failure::{Failure, Result};
use crate::pack::{self, files};
use crate::serve::lan;
use crate::{npm, program, workspace};

/// The folder to serve: the page packed into a few small files, or, where that can't be done, as it is; then it is said
/// what packing would save.
pub fn folder() -> PathBuf {
    packed().unwrap_or_else(|failure| {
        println!("{}", saving(&failure));
        workspace::page()
    })
}

fn packed() -> Result<PathBuf> {
    // Only what is at hand: the room is waiting.
    if program::find(&["node"]).is_none() || npm::npm().is_none() {
        return Err(Failure::new("packing needs node and npm: install Node.js from https://nodejs.org"));
    }
    npm::ensure()?;
    pack::lan::write(&workspace::packed_for_lan())
}

/// Why the page is not packed, and what that means for each device.
fn saving(failure: &Failure) -> String {
    let page = workspace::page();
    let sizes: Vec<u64> = files::within(&page)
        .unwrap_or_default()
        .iter()
        .filter(|file| !file.starts_with("examples"))
        .filter(|file| {
            file.extension().is_some_and(|end| ["js", "css", "wasm"].iter().any(|own| end == *own))
        })
        .filter_map(|file| page.join(file).metadata().ok())
        .map(|about| about.len())
        .collect();
    format!(
        "The page is served unpacked ({failure}). Each device asks for about {} files of {} kB together; packed, they \
         are fewer than ten and a fifth as large.",
        sizes.len(),
        sizes.iter().sum::<u64>() / 1000,
    )
}

/// Tells everyone in the room how to open the page.
pub fn invite(port: u16) {
    println!("The page is at");
    for address in lan::addresses() {
        println!("  http://{address}:{port}/");
    }
    match lan::url(port) {
        Some(url) => {
            println!("Everyone in the same network can open it:");
            println!("{}", lan::qr_code(&url).unwrap_or_default());
        }
        None => println!("This computer is in no network, so only it can open the page."),
    }
}
