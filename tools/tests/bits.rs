//! The page's WebAssembly gives the kept bits in an interpreter, too, which shares nothing with the machine code of a browser.

mod javascript;

use std::fs;
use std::path::Path;

use irozuku_tools::{bindings, build, workspace};
use javascript::{Js, World};
use serde_json::Value;
use sha2::{Digest, Sha256};
use wasmi::Val;

/// The weights and biases of all layers of a lab, in their order, as SHA-256.
fn weights(world: &mut World, lab: Val, layers: usize) -> String {
    let mut hash = Sha256::new();
    for layer in 1..=layers {
        for param in ["w", "b"] {
            let (at, length) = world.text(&format!("affine{layer}.{param}"));
            let answer = world.call("lab_tensor", &[lab.clone(), at, length]);
            let Js::Floats(bytes) = world.answer(&answer) else { panic!("a tensor is a Float32Array") };
            hash.update(bytes);
        }
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn the_pages_webassembly_trains_to_the_kept_bits_without_a_browser() {
    build::build().unwrap();
    trains_to_the_kept_bits(&workspace::bindings());
}

#[test]
fn what_is_handed_on_is_compiled_otherwise_and_trains_to_the_same_bits() {
    build::packed().unwrap();
    trains_to_the_kept_bits(&workspace::packed_bindings());
}

/// Trains by the WebAssembly in this folder.
#[track_caller]
fn trains_to_the_kept_bits(folder: &Path) {
    let wasm = fs::read(folder.join(bindings::WASM)).unwrap();
    let kept = fs::read_to_string(workspace::root().join("tests/bits.json")).unwrap();
    let kept: Value = serde_json::from_str(&kept).unwrap();
    for run in kept["runs"].as_array().expect("some runs are kept") {
        let mut world = World::new(&wasm);
        let (settings, own) = (world.value(Js::from(&run["settings"])), world.value(Js::Undefined));
        // No file of a data set and no weights: neither a place in memory nor a length.
        let none = [Val::I32(0), Val::I32(0)];
        let answer = world.call("lab_new", &[&[settings, own][..], &none, &none].concat());
        if answer[2].i32() != Some(0) {
            panic!("no lab: {:?}", world.answer(&answer));
        }
        let lab = answer[0].clone();
        // Few updates: an interpreter is some hundred times slower.
        let steps = run["early"]["steps"].as_i64().expect("a number of updates");
        let made = world.call("lab_train", &[lab.clone(), Val::I32(steps as i32), Val::from(1e9)]);
        assert_eq!(made[0].i32().map(i64::from), Some(steps));
        let colour = serde_json::json!({ "kind": "colour", "rgb": [9, 99, 200], "label": 0 });
        let colour = world.value(Js::from(&colour));
        assert_eq!(world.call("lab_makePass", &[lab.clone(), colour])[1].i32(), Some(0));
        let layers = 1 + run["settings"]["hidden"].as_array().map_or(0, Vec::len);
        assert_eq!(weights(&mut world, lab, layers), run["early"]["sha256"], "{}", run["settings"]);
    }
}
