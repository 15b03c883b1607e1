//! The element as one file, and with it the plugin for slides. The WebAssembly is inside, compressed.

use std::collections::BTreeMap;
use std::path::Path;

use super::bundle::Shape;
use super::parts::Parts;
use super::staging::Staging;
use super::{bundle, compress, digest, files, packed_module};
use crate::failure::Result;

/// The element as a module.
pub const MODULE: &str = "irozuku.js";
/// The plugin for reveal.js as a module, which loads the element from beside it.
pub const REVEAL: &str = "irozuku-reveal.js";
/// Both as a plain script: from `file://`, browsers load no module.
pub const SLIDES: &str = "irozuku-slides.js";
/// The plugin's name among the globals, where it is a plain script.
const GLOBAL: &str = "IrozukuReveal";
/// The plugin.
const PLUGIN: &str = "slides.js";

/// Writes them into the folder `out`. `core_gzip` is the WebAssembly as a gzip file.
pub fn write(out: &Path, parts: &Parts, core_gzip: &[u8]) -> Result<()> {
    let staging = Staging::new(out)?;
    staging.leave_out_room()?;
    staging.put("assets.js", include_str!("page/assets.element.js"))?;
    let mut data = BTreeMap::new();
    for (name, file) in &parts.data {
        data.insert(name.clone(), digest::base64(&compress::gzip(file)?));
    }
    staging.put("packed.js", &packed_module(&parts.style, &digest::base64(core_gzip), &data, false))?;
    staging.whole()?;
    let entry = staging.file("irozuku-demo.js");
    files::write(&out.join(MODULE), bundle::script(&entry, Shape::Placeless, &[])?)?;
    staging
        .put("all.js", &format!("import './irozuku-demo.js';\nexport {{ default }} from './{PLUGIN}';\n"))?;
    let slides = bundle::script(&staging.file("all.js"), Shape::Global(GLOBAL), &[])?;
    files::write(&out.join(SLIDES), slides)?;
    // The same element twice on a page would be one too many.
    let beside = format!("./{MODULE}");
    staging.put("irozuku-demo.js", &format!("import '{beside}';\n"))?;
    let reveal = bundle::script(&staging.file(PLUGIN), Shape::Placeless, &[&beside])?;
    files::write(&out.join(REVEAL), reveal)
}
