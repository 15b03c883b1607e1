//! The tests of the core through its public interface, without a browser. This is their contents page.
//!
//! One program, so that all of them share the processors and are linked once. The file is not called main.rs because the
//! root package would take it for its own test.

mod cnn;
mod common;
mod data;
mod explain;
mod fuzz;
mod gradients;
mod lecture;
mod numpy;
mod pass;
mod training;
