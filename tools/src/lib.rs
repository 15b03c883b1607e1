//! Builds the page, serves it and runs every test; `main.rs` makes this the `irozuku` command.

pub mod bindings;
pub mod build;
pub mod check;
pub mod chromium;
pub mod cli;
pub mod desktop;
pub mod failure;
pub mod lan;
pub mod listen;
pub mod program;
pub mod serve;
pub mod wasm_target;
pub mod workspace;
