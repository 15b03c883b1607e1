//! The tests of the page, in a real browser. This is their contents page.
//!
//! The file is not called main.rs because the root package would take it for its own test.

mod accessibility;
mod axe;
mod blame;
mod browser;
mod cells;
mod colours;
mod conditions;
mod data_sets;
mod embedding;
mod equation;
mod experiments;
mod explaining;
mod failing;
mod fitting;
mod frames;
mod gradient_check;
mod lan;
mod languages;
mod lesson;
mod lines;
mod links;
mod many_classes;
mod microscope;
mod moment;
mod neuron_maps;
mod nothing_lost;
mod numbers;
mod old_links;
mod opening;
mod operands;
mod own_colours;
mod packed;
mod parts;
mod pictures;
mod reload;
mod reveal;
#[path = "../../tools/tests/running/mod.rs"]
mod running;
mod runs;
mod sandbox;
mod saving;
mod scenes;
mod stage;
mod states;
mod stepping;
mod tables;
mod tabs;
mod telling_apart;
mod time_travel;
mod training;
mod visit;
mod wheel;
