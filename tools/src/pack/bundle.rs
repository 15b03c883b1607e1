//! Joins modules into one, and makes them and stylesheets small, with esbuild.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::failure::{Failure, Result};
use crate::npm;

/// What a bundle is to be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shape {
    /// A module that knows where it lies.
    Module,
    /// A module that must not ask where it lies: inside a page, or inside somebody's bundle.
    Placeless,
    /// A plain script that leaves nothing behind.
    Script,
    /// A plain script that leaves its default export as a global of this name.
    Global(&'static str),
}

/// A module with all it imports, as one text. What is in `apart` stays an import.
pub fn script(entry: &Path, shape: Shape, apart: Option<&str>) -> Result<String> {
    let mut options: Vec<String> = Vec::new();
    let mut option = |text: &str| options.push(text.to_owned());
    option("--bundle");
    option(if matches!(shape, Shape::Module | Shape::Placeless) { "--format=esm" } else { "--format=iife" });
    if shape != Shape::Module {
        // Only what the bindings do when nobody tells them where the WebAssembly is would ask for it.
        option("--define:import.meta.url=undefined");
    }
    if shape == Shape::Script {
        // It tells an old browser what is wrong, so that one must be able to read it.
        option("--target=es2017");
    }
    if let Shape::Global(name) = shape {
        // A page around a plain script may not say in which letters it is written.
        option("--charset=ascii");
        option(&format!("--global-name={name}"));
        option(&format!("--footer:js={name}={name}.default;"));
    }
    if let Some(apart) = apart {
        option(&format!("--external:{apart}"));
    }
    run(entry, &options)
}

/// A stylesheet, made small.
pub fn sheet(entry: &Path) -> Result<String> {
    run(entry, &[])
}

fn run(entry: &Path, options: &[String]) -> Result<String> {
    let output = Command::new(npm::bundler())
        .arg(entry)
        .args(["--minify", "--charset=utf8", "--legal-comments=none", "--log-level=warning"])
        .args(options)
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| {
            Failure::new(format!("esbuild can't be started ({error}): run `npm ci` in the folder tests"))
        })?;
    match String::from_utf8(output.stdout) {
        Ok(text) if output.status.success() => Ok(text.trim_end().to_owned()),
        _ => Err(Failure::new(format!("{} can't be bundled: see esbuild's messages above", entry.display()))),
    }
}
