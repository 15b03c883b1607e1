//! The notices that the licences of others ask for wherever what they wrote is handed on: in the page's WebAssembly and in the
//! server of a room.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::files;
use crate::failure::{Failure, Result};
use crate::{build, program, room, wasm_target};

/// The name of the file.
pub const FILE: &str = "third-party-licences.txt";

/// Writes them into the folder `out`.
pub fn write(out: &Path) -> Result<()> {
    let host =
        program::output(program::in_workspace("rustc").args(["--print", "host-tuple"])).ok_or_else(|| {
            Failure::new(
                "rustc doesn't say what it compiles for: it must be as new as rust-toolchain.toml says",
            )
        })?;
    let mut packages = handed_on(&metadata(wasm_target::TARGET)?, build::PACKAGE);
    packages.extend(handed_on(&metadata(&host)?, room::PACKAGE));
    files::write(&out.join(FILE), text(&packages)?)
}

/// A package of others: its name and version, its licence, and the folder of its source.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Package {
    name: String,
    licence: String,
    folder: PathBuf,
}

/// What cargo knows of all packages where they are compiled for a target.
fn metadata(target: &str) -> Result<Value> {
    program::output(program::cargo().args([
        "metadata",
        "--format-version",
        "1",
        "--locked",
        "--filter-platform",
        target,
    ]))
    .and_then(|text| serde_json::from_str(&text).ok())
    .ok_or_else(|| Failure::new("cargo can't tell what the page is made of: run `cargo metadata` to see why"))
}

/// The packages of others that a package of ours has in itself: not those that only compile or test it.
fn handed_on(metadata: &Value, ours: &str) -> BTreeSet<Package> {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let packages: BTreeMap<String, Value> =
        list(&metadata["packages"]).into_iter().map(|package| (text(&package["id"]), package)).collect();
    let nodes: BTreeMap<String, Value> =
        list(&metadata["resolve"]["nodes"]).into_iter().map(|node| (text(&node["id"]), node)).collect();
    let mut waiting: Vec<String> =
        packages.iter().filter(|(_, package)| package["name"] == ours).map(|(id, _)| id.clone()).collect();
    let mut seen = BTreeSet::new();
    let mut found = BTreeSet::new();
    while let Some(id) = waiting.pop() {
        if !seen.insert(id.clone()) {
            continue;
        }
        let package = &packages[&id];
        let kinds =
            list(&package["targets"]).iter().flat_map(|target| list(&target["kind"])).collect::<Vec<_>>();
        // What it generates is ours.
        if kinds.iter().any(|kind| kind == "proc-macro") {
            continue;
        }
        // Ours have no source but the workspace.
        if !package["source"].is_null() {
            found.insert(Package {
                name: format!("{} {}", text(&package["name"]), text(&package["version"])),
                licence: text(&package["license"]),
                folder: Path::new(&text(&package["manifest_path"]))
                    .parent()
                    .unwrap_or(Path::new(""))
                    .to_owned(),
            });
        }
        let dependencies = list(&nodes[&id]["deps"]);
        waiting.extend(dependencies.iter().filter_map(|dependency| {
            let run = list(&dependency["dep_kinds"]).iter().any(|kind| kind["kind"].is_null());
            run.then(|| text(&dependency["pkg"]))
        }));
    }
    found
}

/// The packages with their licences, and each text of a licence once, under all whose text it is.
fn text(packages: &BTreeSet<Package>) -> Result<String> {
    let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for package in packages {
        let name = format!("{} ({})", package.name, package.licence);
        for text in licences(package)? {
            texts.entry(text).or_default().push(name.clone());
        }
    }
    let mut sections: Vec<(Vec<String>, String)> =
        texts.into_iter().map(|(text, names)| (names, text)).collect();
    sections.sort();
    let intro = "Irozuku has in itself these packages of others, whose licences ask for their notices:\n";
    let rule = "-".repeat(80);
    Ok(sections.into_iter().fold(intro.to_owned(), |all, (names, text)| {
        format!("{all}\n{rule}\n{}\n{rule}\n{}\n", names.join("\n"), text.trim_end())
    }))
}

/// The texts of a package's licence: where it may be chosen, MIT's alone.
fn licences(package: &Package) -> Result<Vec<String>> {
    let mut all: Vec<PathBuf> = fs::read_dir(&package.folder)
        .map_err(|error| Failure::new(format!("{} can't be listed: {error}", package.folder.display())))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|file| file.is_file() && is_licence(&file.file_name().unwrap_or_default().to_string_lossy()))
        .collect();
    all.sort();
    let choice = package.licence.contains("MIT") && !package.licence.contains(" AND ");
    let mit = |file: &&PathBuf| file.to_string_lossy().to_uppercase().ends_with("LICENSE-MIT");
    if let Some(mit) = all.iter().find(mit).filter(|_| choice) {
        all = vec![mit.clone()];
    }
    if all.is_empty() {
        return Ok(vec![format!("Under the licence {}; the package has no text of it.", package.licence)]);
    }
    all.iter().map(|file| files::read_text(file)).collect()
}

/// Whether a file of this name holds a licence, as far as its name tells.
fn is_licence(name: &str) -> bool {
    let name = name.to_uppercase();
    ["LICENSE", "LICENCE", "COPYING", "COPYRIGHT", "NOTICE"].iter().any(|word| name.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_compiles_or_tests_the_page_is_not_handed_on() {
        let package = |name: &str, kind: &str, source: Option<&str>| {
            serde_json::json!({
                "id": name, "name": name, "version": "1.0.0", "license": "MIT", "source": source,
                "manifest_path": format!("/{name}/Cargo.toml"), "targets": [{ "kind": [kind] }],
            })
        };
        let dependency = |name: &str, kind: Option<&str>| serde_json::json!({ "pkg": name, "dep_kinds": [{ "kind": kind }] });
        let metadata = serde_json::json!({
            "packages": [
                package("page", "lib", None), package("numbers", "lib", Some("registry")), package("below", "lib", Some("registry")),
                package("macros", "proc-macro", Some("registry")), package("tests", "lib", Some("registry")),
            ],
            "resolve": { "nodes": [
                { "id": "page", "deps": [
                    dependency("numbers", None), dependency("macros", None), dependency("tests", Some("dev")),
                ] },
                { "id": "numbers", "deps": [dependency("below", None)] },
                { "id": "below", "deps": [] }, { "id": "macros", "deps": [] }, { "id": "tests", "deps": [] },
            ] },
        });
        let names: Vec<String> =
            handed_on(&metadata, "page").into_iter().map(|package| package.name).collect();
        assert_eq!(names, ["below 1.0.0", "numbers 1.0.0"]);
    }

    #[test]
    fn every_package_that_is_handed_on_has_its_notice() {
        let packages = handed_on(&metadata(wasm_target::TARGET).unwrap(), build::PACKAGE);
        let text = text(&packages).unwrap();
        for name in ["ndarray ", "rand ", "serde_core ", "wasm-bindgen "] {
            assert!(packages.iter().any(|package| package.name.starts_with(name)), "{name}");
            assert!(text.contains(&format!("\n{name}")), "{name}");
        }
        assert!(!packages.iter().any(|package| package.name.starts_with("proptest")));
        assert!(text.contains("Permission is hereby granted"));
    }
}
