//! `cargo run -- soak`: a monkey plays with the page for minutes in a real browser, and nothing breaks or grows.
//!
//! What leads a browser is there for the tests, and the command itself does without: an example plays (tools/examples/soak).

use super::needs;
use crate::failure::Result;
use crate::{build, program};

/// The environment variable with flags for the JavaScript engine of the browser that is led.
pub const JS_FLAGS: &str = "IROZUKU_JS_FLAGS";
/// Without the compilers that translate what runs often: for half an hour their code grows, and would hide what leaks.
const INTERPRETED: &str = "--no-sparkplug --no-maglev --no-opt";

/// Lets a monkey of this seed play for so many minutes.
pub fn soak(minutes: f64, seed: u64) -> Result<()> {
    needs::browser()?;
    build::build()?;
    program::run(
        program::cargo()
            .env(JS_FLAGS, INTERPRETED)
            .args(["run", "--quiet", "--package", "irozuku-tools", "--example", "soak", "--"])
            .args([minutes.to_string(), seed.to_string()]),
        "the page did not stand it: see above what was found and what was done last",
    )
}
