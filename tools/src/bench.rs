//! `cargo run -- bench`: what the page costs while it trains. It measures and judges nothing, so it is no test.

use crate::check::needs;
use crate::failure::Result;
use crate::{build, program};

/// Builds the page and measures it in a real browser.
///
/// An example does it: what leads a browser is there for the tests, and the command itself does without.
pub fn bench() -> Result<()> {
    needs::browser()?;
    build::build()?;
    program::run(
        program::cargo().args(["run", "--quiet", "--package", "irozuku-tools", "--example", "bench"]),
        "the page could not be measured: see the messages above",
    )
}
