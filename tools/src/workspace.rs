//! Where the parts of this repository are.

use std::path::PathBuf;

/// The folder of the whole workspace.
pub fn root() -> PathBuf {
    let mut root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    root.pop();
    root
}

/// The folder that is served.
pub fn page() -> PathBuf {
    root().join("www")
}

/// The folder of the generated bindings and the WebAssembly they load.
pub fn bindings() -> PathBuf {
    page().join("wasm")
}

/// The folder of the bindings and the WebAssembly that are handed on.
pub fn packed_bindings() -> PathBuf {
    root().join("target").join("packed-bindings")
}

/// The folder of the packed page.
pub fn packed() -> PathBuf {
    root().join("dist")
}

/// The folder of the sites that are packed for the devices in the room.
pub fn packed_for_lan() -> PathBuf {
    root().join("target").join("lan")
}

/// The folder of the bench, with the npm packages of the contenders.
pub fn bench() -> PathBuf {
    root().join("bench")
}

/// The folder of what is compiled for the bench.
pub fn bench_built() -> PathBuf {
    bench().join("built")
}

/// The folder of what the tests in other frameworks need.
pub fn hosts() -> PathBuf {
    root().join("target/hosts")
}

/// The folder of the tests, with the npm packages they need.
pub fn tests() -> PathBuf {
    root().join("tests")
}
