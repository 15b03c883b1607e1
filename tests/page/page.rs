//! The tests of the page, in a real browser. This is their contents page.
//!
//! The file is not called main.rs because the root package would take it for its own test.

mod browser;
mod conditions;
mod opening;
