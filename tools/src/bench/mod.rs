//! `cargo run -- bench`: how fast the core is beside others, how its time grows, what the page costs while it trains, and how
//! soon it is ready.
//! It measures and judges nothing, so it is no test.
//!
//! What leads a browser is there for the tests, and the command itself does without: an example measures
//! (tools/examples/bench), and this prepares what it needs. The pure parts of measuring are here, too.

pub mod figures;
mod part;
mod prepare;
pub mod report;
pub mod table;

pub use part::Part;

use crate::check::needs;
use crate::failure::Result;
use crate::{build, npm, program};

/// How long the page trains while its memory is measured, where nothing else is said.
pub const MINUTES: f64 = 10.0;

/// Builds what is to be measured and measures it in a real browser: one part, or all of them. The minutes are those for which the
/// page trains while its memory is measured.
pub fn bench(part: Option<Part>, minutes: f64) -> Result<()> {
    needs::browser()?;
    build::build()?;
    let parts = part.map_or_else(|| Part::ALL.to_vec(), |part| vec![part]);
    if parts.contains(&Part::Step) || parts.contains(&Part::Cnn) {
        prepare::contenders()?;
    }
    if parts.contains(&Part::Ready) {
        npm::ensure()?;
    }
    if parts.iter().any(|part| matches!(part, Part::Step | Part::Cnn | Part::Growth)) {
        build::packed()?;
        prepare::limit()?;
        prepare::growing()?;
    }
    program::run(
        program::cargo()
            .args(["run", "--quiet", "--package", "irozuku-tools", "--example", "bench", "--"])
            .args(parts.iter().map(|part| part.name()))
            .arg(minutes.to_string()),
        "the page could not be measured: see the messages above",
    )
}
