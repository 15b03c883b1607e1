//! The open connections: how many there may be, and how long each may keep the server waiting.
//!
//! A browser keeps its connections open, and whoever comes may open many and say nothing. So there is a bound: a new
//! one is always let in, and that one gives way on which nothing has moved for the longest time.

use std::io::ErrorKind;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep};

use super::timed::{Clock, Timed};

/// How long to wait where the system has no room for another connection.
const PAUSE: Duration = Duration::from_millis(50);

/// What a connection may ask of the server.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// How many may be open at the same time, at least one.
    pub connections: usize,
    /// How long the next request may take to come, from its first line to the end of its headers; so long may a
    /// connection rest, too. The body of a request is not read at all.
    pub request: Duration,
    /// How long not a single byte of an answer may be taken.
    pub answer: Duration,
}

impl Default for Limits {
    /// With each connection a file may be open. Some systems give a program 256 of both together.
    fn default() -> Self {
        Self { connections: 120, request: Duration::from_secs(15), answer: Duration::from_secs(15) }
    }
}

/// One that is open.
struct Connection {
    /// When something has moved on it, as its clock tells it.
    moved: Arc<AtomicU64>,
    task: JoinHandle<()>,
}

/// Accepts connections and lets `router` answer what they ask.
pub async fn serve(listener: TcpListener, router: Router, limits: Limits) {
    let start = Instant::now();
    let mut open: Vec<Connection> = Vec::new();
    loop {
        let stream = match listener.accept().await {
            Ok((stream, _)) => stream,
            // It has ended before it was accepted.
            Err(error)
                if matches!(error.kind(), ErrorKind::ConnectionAborted | ErrorKind::ConnectionReset) =>
            {
                continue;
            }
            Err(_) => {
                give_way(&mut open).await;
                sleep(PAUSE).await;
                continue;
            }
        };
        open.retain(|connection| !connection.task.is_finished());
        while open.len() >= limits.connections.max(1) {
            give_way(&mut open).await;
        }
        open.push(attend(stream, router.clone(), limits, start));
    }
}

/// Ends the connection on which nothing has moved for the longest time. When this is done, its handle is free.
async fn give_way(open: &mut Vec<Connection>) {
    let oldest = open
        .iter()
        .enumerate()
        .min_by_key(|(_, connection)| Clock::read(&connection.moved))
        .map(|(place, _)| place);
    if let Some(place) = oldest {
        let task = open.swap_remove(place).task;
        task.abort();
        let _ = task.await;
    }
}

fn attend(stream: TcpStream, router: Router, limits: Limits, start: Instant) -> Connection {
    // Small answers are not kept back to be sent together.
    let _ = stream.set_nodelay(true);
    let clock = Clock::new(start);
    let moved = clock.moved();
    let stream = TokioIo::new(Timed::new(stream, clock, limits.answer));
    let task = tokio::spawn(async move {
        // Whatever ends a connection, its browser opens another one when it needs one.
        let _ = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(limits.request)
            .serve_connection(stream, TowerToHyperService::new(router))
            .await;
    });
    Connection { moved, task }
}
