//! The JavaScript module of what the page has to know of the core before the core has loaded.

use std::fs;

use irozuku::facts::{Limits, layer_kinds, picture_shapes, set_files, set_names};
use irozuku::settings::Settings;

use crate::failure::{Failure, Result};
use crate::workspace;

/// The name of the module among the generated files.
pub const FILE: &str = "facts.js";

/// Writes the module, unless it is the same already.
pub fn write() -> Result<()> {
    let file = workspace::bindings().join(FILE);
    let module = module()?;
    if fs::read_to_string(&file).is_ok_and(|present| present == module) {
        return Ok(());
    }
    let written = fs::create_dir_all(workspace::bindings()).and_then(|()| fs::write(&file, module));
    written.map_err(|error| Failure::new(format!("{} can't be written: {error}", file.display())))
}

/// The text of the module. JSON is JavaScript, too; the types are those of `www/core/wasm.js`, so that the type check
/// compares them with what the core says.
fn module() -> Result<String> {
    let settings = "import('../core/wasm.js').Settings";
    let constants = [
        "// Made by `cargo run -- build` from the core, see src/facts.rs.\n".to_owned(),
        constant(
            "The limits that the core checks.",
            "Readonly<import('../core/wasm.js').Limits>",
            "LIMITS",
            serde_json::to_string(&Limits::ALL),
        )?,
        constant(
            "The lecture's settings.",
            &format!("Readonly<Omit<{settings}, 'weights'>>"),
            "SETTINGS",
            serde_json::to_string(&Settings::default()),
        )?,
        constant(
            "The names of all data sets.",
            &format!("readonly {settings}['data'][]"),
            "SETS",
            serde_json::to_string(&set_names()),
        )?,
        constant(
            "The shapes of the inputs, `[C, H, W]`, of the data sets of pictures.",
            "Readonly<Record<string, readonly number[]>>",
            "PICTURES",
            serde_json::to_string(&picture_shapes()),
        )?,
        constant(
            "The files of the data sets that have one, in the folder `data`.",
            "Readonly<Record<string, string>>",
            "FILES",
            serde_json::to_string(&set_files()),
        )?,
        constant(
            "All kinds of layers that a network can have.",
            "readonly import('../core/wasm.js').Kind[]",
            "KINDS",
            serde_json::to_string(&layer_kinds()),
        )?,
    ];
    Ok(constants.concat())
}

/// A constant that the module exports.
fn constant(doc: &str, kind: &str, name: &str, json: serde_json::Result<String>) -> Result<String> {
    let value = json.map_err(|error| Failure::new(format!("{name} can't be written as JSON: {error}")))?;
    Ok(format!("\n/** {doc} @type {{{kind}}} */\nexport const {name} = {value};\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_module_says_the_limits_the_lectures_settings_and_the_data_sets() {
        let module = module().unwrap();
        for part in [
            "export const LIMITS = {\"",
            "\"mostNodes\":256",
            "{\"hidden\":[50,100,50],\"learningRate\":0.01",
            "\"largestSeed\":4294967295",
            "export const SETS = [\"dominant\",\"named\",\"vivid\",\"own\",\"patterns\",\"digits\"];",
            "export const PICTURES = {\"digits\":[1,8,8],\"patterns\":[3,12,12]};",
            "export const FILES = {\"digits\":\"digits.bin\"};",
        ] {
            assert!(module.contains(part), "{part} in {module}");
        }
    }
}
