//! What the bench needs beside the page: the packages of the contenders, the limit, and the core at any size. None of it
//! is needed by the page or by its tests.

use std::fs;

use crate::failure::{Failure, Result};
use crate::{bindings, build, npm, program, wasm_target, workspace};

/// Installs the npm packages of the contenders.
pub fn contenders() -> Result<()> {
    npm::ensure_in(&workspace::bench(), "the contenders of the bench")
}

/// Compiles bench/limit.rs for the browser.
pub fn limit() -> Result<()> {
    let built = workspace::bench_built();
    fs::create_dir_all(&built)
        .map_err(|error| Failure::new(format!("{} can't be made: {error}", built.display())))?;
    program::run(
        program::in_workspace("rustc")
            .args(["--edition=2024", "--crate-type=cdylib", "--target", wasm_target::TARGET])
            .args(["-Copt-level=3", "-Cpanic=abort", "-Cstrip=symbols", "-Ctarget-feature=+simd128"])
            // It would add an instruction to every load.
            .arg("-Cllvm-args=-disable-lsr")
            .arg("-o")
            .arg(built.join("limit.wasm"))
            .arg(workspace::bench().join("limit.rs")),
        "bench/limit.rs does not compile: see the messages above",
    )
}

/// Compiles bench/growing.rs for the browser as the page's library is compiled.
pub fn growing() -> Result<()> {
    bindings::bind(
        &build::compile(build::PACKED, &["--example", "growing"], "growing")?,
        &workspace::bench_built(),
    )
}
