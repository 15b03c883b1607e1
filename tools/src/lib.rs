//! Builds the page, serves it, packs it and runs every test; `main.rs` makes this the `irozuku` command.

pub mod apt;
pub mod bench;
pub mod bindings;
pub mod build;
pub mod check;
pub mod chromium;
pub mod cli;
pub mod compile;
pub mod facts;
pub mod hold;
pub mod npm;
pub mod pack;
pub mod program;
pub mod room;
pub mod wasm_target;
pub mod workspace;

pub use irozuku_serve as serve;
pub use irozuku_serve::{desktop, failure};
