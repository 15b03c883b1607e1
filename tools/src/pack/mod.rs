//! `cargo run -- pack`: the page in the shapes in which it is handed on.

pub mod base91;
pub mod bundle;
pub mod compress;
pub mod digest;
pub mod element;
mod examples;
pub mod files;
mod html;
pub mod lan;
pub mod npm;
pub mod parts;
pub mod single;
pub mod site;
mod staging;
mod table;

use std::path::Path;

use serde_json::json;

use crate::build;
use crate::failure::Result;
use parts::Parts;

/// Everything that packing puts into its folder.
const NAMES: [&str; 8] = [
    single::FILE,
    site::FOLDER,
    element::MODULE,
    element::REVEAL,
    element::SLIDES,
    npm::FOLDER,
    examples::FOLDER,
    staging::FOLDER,
];

/// Builds the page and packs it into the folder `out`, and says what is in it then.
pub fn pack(out: &Path) -> Result<()> {
    crate::npm::ensure()?;
    build::build()?;
    println!("Packing. This takes some seconds: it is compressed as far as it goes.");
    write(out)?;
    print!("{}", table::table(out)?);
    println!("It is packed in {}.", out.display());
    Ok(())
}

/// Packs the page as it is built.
pub fn write(out: &Path) -> Result<()> {
    files::clear(out, &NAMES)?;
    let parts = Parts::read()?;
    single::write(out, &parts)?;
    site::write(out, &parts)?;
    element::write(out, &parts)?;
    npm::write(out)?;
    examples::write(out)
}

/// The module `packed.js`, which tells the packed element what it has in itself or beside it.
fn packed_module(style: &str, core: &str) -> String {
    // JSON is JavaScript, too.
    format!("export const STYLE = {};\nexport const CORE = {};\n", json!(style), json!(core))
}
