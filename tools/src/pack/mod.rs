//! `cargo run -- pack`: the page in the shapes in which it is handed on.

pub mod bundle;
pub mod compress;
pub mod digest;
pub mod element;
mod examples;
pub mod files;
mod html;
pub mod lan;
pub mod notices;
pub mod npm;
pub mod parts;
pub mod room;
pub mod seven;
pub mod single;
pub mod site;
mod split;
mod staging;
mod table;

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::json;

use crate::build;
use crate::failure::Result;
use parts::Parts;

/// Everything that packing puts into its folder.
const NAMES: [&str; 9] = [
    single::FILE,
    site::FOLDER,
    element::MODULE,
    element::REVEAL,
    element::SLIDES,
    npm::FOLDER,
    examples::FOLDER,
    notices::FILE,
    staging::FOLDER,
];

/// Builds the page and packs it into the folder `out`, and says what is in it then.
pub fn pack(out: &Path) -> Result<()> {
    crate::npm::ensure()?;
    build::build()?;
    println!("Packing. This takes some seconds: it is compressed as far as it goes.");
    write(out)?;
    println!("Compiling the server of a room, with the page inside. This takes minutes, the first time.");
    room::write(out, true)?;
    print!("{}", table::table(out)?);
    println!("It is packed in {}.", out.display());
    Ok(())
}

/// Packs the page as it is built, with the WebAssembly that is handed on.
pub fn write(out: &Path) -> Result<()> {
    build::packed()?;
    let program = room::file();
    let names: Vec<&str> = NAMES.into_iter().chain([program.as_str()]).collect();
    files::clear(out, &names)?;
    let parts = Parts::read()?;
    // Two of them hold it: it takes the longest.
    let core_gzip = compress::gzip(&parts.core)?;
    single::write(out, &parts)?;
    site::write(out, &parts, &core_gzip)?;
    element::write(out, &parts, &core_gzip)?;
    npm::write(out)?;
    examples::write(out)?;
    notices::write(out)
}

/// The module `packed.js`, which tells the packed element what it has in itself or beside it; of the `data` each file's name,
/// and what stands for it; and whether the modules that are imported when they are wanted lie `apart`, in files of their own.
fn packed_module(style: &str, core: &str, data: &BTreeMap<String, String>, apart: bool) -> String {
    // JSON is JavaScript, too.
    let (style, core, data) = (json!(style), json!(core), json!(data));
    format!(
        "export const STYLE = {style};\nexport const CORE = {core};\nexport const DATA = {data};\nexport const APART = {apart};\n"
    )
}
