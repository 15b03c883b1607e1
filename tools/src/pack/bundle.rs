//! Joins modules into one, and makes them and stylesheets small, with esbuild.

use std::io::Write;
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
pub fn script(entry: &Path, shape: Shape, apart: &[&str]) -> Result<String> {
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
    for apart in apart {
        option(&format!("--external:{apart}"));
    }
    let entry = entry.display().to_string();
    options.push(entry.clone());
    run(&entry, &options, "")
}

/// A stylesheet, made small.
pub fn sheet(style: &str) -> Result<String> {
    run("the stylesheet", &["--loader=css".to_owned()], style)
}

/// Runs esbuild, with `input` as the text that it reads where no option names a file.
fn run(what: &str, options: &[String], input: &str) -> Result<String> {
    run_in(Path::new("."), what, options, input)
}

/// Runs esbuild in a folder, where `options` may name files from it.
pub fn run_in(folder: &Path, what: &str, options: &[String], input: &str) -> Result<String> {
    let failed =
        |error| Failure::new(format!("esbuild can't be started ({error}): run `npm ci` in the folder tests"));
    let mut bundler = Command::new(npm::bundler())
        .args(["--minify", "--charset=utf8", "--legal-comments=none", "--log-level=warning"])
        .args(options)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit())
        .spawn()
        .map_err(failed)?;
    // esbuild reads all of it before it answers. The pipe is closed at the end of this statement.
    let written = bundler.stdin.take().map_or(Ok(()), |mut pipe| pipe.write_all(input.as_bytes()));
    let output = bundler.wait_with_output().map_err(failed)?;
    match String::from_utf8(output.stdout) {
        Ok(text) if output.status.success() && written.is_ok() => Ok(text.trim_end().to_owned()),
        _ => Err(Failure::new(format!("{what} can't be bundled: see esbuild's messages above"))),
    }
}
