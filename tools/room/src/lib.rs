//! The room: the page for everyone in it, who follow the lecturer, answer and vote together. `main.rs` makes this the
//! `irozuku-room` command.

pub mod cli;
mod handles;
pub mod hub;
mod invite;
pub mod log;
#[cfg(feature = "nats")]
mod nats;
#[cfg(not(feature = "nats"))]
#[path = "no_nats.rs"]
mod nats;
mod origin;
mod outbox;
mod polling;
pub mod room;
pub mod routes;
pub mod server;
pub mod site;
mod socket;
