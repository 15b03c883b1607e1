//! In the place of `nats.rs` where this program was built without its feature.

use std::convert::Infallible;
use std::io;

use tokio::sync::mpsc::Receiver;

use crate::hub::{Hub, Shared};

/// There is none.
pub struct Link {
    /// Of no room.
    pub run: String,
    none: Infallible,
}

/// Says what to do.
pub async fn join(_url: &str, _room: &str, _run: &str) -> io::Result<Link> {
    Err(io::Error::other(
        "this program was built without NATS: use `cargo run -- --lan --nats URL`, or build it with the feature `nats`",
    ))
}

impl Link {
    pub async fn catch_up(&mut self, _hub: &Hub) {
        match self.none {}
    }

    pub async fn live(self, _hub: &Hub, _own: Receiver<Shared>) {
        match self.none {}
    }
}
