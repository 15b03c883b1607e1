//! The page in three browser engines: Chromium's, Firefox's and WebKit's. They compute the same bits, run an exercise, bring a link
//! back and open the one file. `cargo run -- test --engines` installs the browsers and runs these tests.

mod engine;
mod firefox;
mod held;
mod webkit;

#[path = "../page/browser/mod.rs"]
mod chromium;

use std::path::Path;

use irozuku_tools::pack;
use serde_json::{Value, json};

use chromium::server;
use engine::Engine;

/// What is done in each engine, with what it gives in the end.
fn journey(engine: &mut dyn Engine) -> Value {
    engine.go(&format!("{}/#lang=en", server::unpacked()));
    let bits = engine.run(include_str!("bits.js"));
    println!("{}: dense {}, CNN {}", engine.name(), bits["dense"], bits["cnn"]);
    let walk = engine.run(include_str!("walk.js"));
    assert_eq!(walk["stops"], json!(["forward:affine1", "loss", "backward", "update"]), "{}", engine.name());
    assert_eq!(walk["exercise"], json!([[1, 0, 2.5]]), "{}", engine.name());
    assert_eq!(walk["refused"], "memory", "{}", engine.name());

    let link = walk["link"].as_str().expect("a link is a text").to_owned();
    engine.go("about:blank");
    engine.go(&link);
    assert_eq!(engine.run(include_str!("moment.js")), walk["moment"], "{}: the link", engine.name());

    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("engines");
    pack::write(&folder).unwrap_or_else(|failure| panic!("the page can't be packed: {failure}"));
    engine.go(&format!("file://{}#lang=en", folder.join("irozuku.html").display()));
    let alone = engine.run(include_str!("bits.js"));
    assert_eq!(alone, bits, "{}: the one file computes other bits", engine.name());
    bits
}

#[test]
fn three_engines_train_to_the_same_bits_and_do_what_the_page_asks_of_them() {
    let found: Vec<Value> = [
        journey(&mut engine::Chromium::start()),
        journey(&mut firefox::Firefox::start()),
        journey(&mut webkit::WebKit::start()),
    ]
    .into();
    assert_eq!(found[0], found[1], "Chromium and Firefox");
    assert_eq!(found[0], found[2], "Chromium and WebKit");
}
