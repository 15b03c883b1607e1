//! The open connections: how many there may be, and how long each may keep the server waiting.
//!
//! A browser keeps its connections open, and whoever comes may open many and say nothing. So there is a bound: for a new
//! one, that one gives way that has rested for the longest time. One on which an answer is being sent is left alone. A
//! connection that has become something else (a WebSocket) or whose answer is held back on purpose is not counted: whoever
//! makes one of it has a bound of its own.

use std::convert::Infallible;
use std::io::ErrorKind;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::Router;
use hyper::body::{Body, Bytes, Frame, Incoming, SizeHint};
use hyper::server::conn::http1;
use hyper::service::Service;
use hyper::{Request, Response};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use tokio::time::sleep;

use super::activity::{Activity, Answering};
use super::timed::Timed;

/// How long to wait where there is no room for another connection, before looking again.
const PAUSE: Duration = Duration::from_millis(20);

/// What a connection may ask of the server.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// How many may be open at the same time, at least one, beside those that are not counted.
    pub connections: usize,
    /// How long the next request may take to come, from its first line to the end of its headers; so long may a
    /// connection rest, too. The body of a request is not read here.
    pub request: Duration,
    /// How long not a single byte of an answer may be taken.
    pub answer: Duration,
    /// How long an answer may take where others wait.
    pub longest: Duration,
}

impl Default for Limits {
    /// With each connection a file may be open. Some systems give a program 256 of both together.
    fn default() -> Self {
        Self {
            connections: 120,
            request: Duration::from_secs(15),
            answer: Duration::from_secs(15),
            longest: Duration::from_secs(60),
        }
    }
}

/// One that is open.
struct Connection {
    activity: Arc<Activity>,
    task: JoinHandle<()>,
}

/// Accepts connections and lets `router` answer what they ask.
pub async fn serve(listener: TcpListener, router: Router, limits: Limits) {
    let mut open: Vec<Connection> = Vec::new();
    loop {
        match listener.accept().await {
            Ok((stream, _)) => {
                open.retain(|connection| !connection.task.is_finished());
                while counted(&open) >= limits.connections.max(1) {
                    give_way(&mut open, limits.longest).await;
                }
                open.push(attend(stream, router.clone(), limits));
            }
            // It has ended before it was accepted.
            Err(error)
                if matches!(error.kind(), ErrorKind::ConnectionAborted | ErrorKind::ConnectionReset) => {}
            // The system has no room.
            Err(_) => {
                give_way(&mut open, limits.longest).await;
                sleep(PAUSE).await;
            }
        }
    }
}

fn counted(open: &[Connection]) -> usize {
    open.iter().filter(|connection| !connection.activity.is_held()).count()
}

/// Ends the connection that is the first to give way; then its handle is free. Where none is, waits a moment.
async fn give_way(open: &mut Vec<Connection>, longest: Duration) {
    let first = open
        .iter()
        .enumerate()
        .filter_map(|(place, connection)| Some((connection.activity.rank(longest)?, place)))
        .min();
    if let Some((_, place)) = first {
        let task = open.swap_remove(place).task;
        task.abort();
        let _ = task.await;
    } else {
        sleep(PAUSE).await;
        open.retain(|connection| !connection.task.is_finished());
    }
}

fn attend(stream: TcpStream, router: Router, limits: Limits) -> Connection {
    // Small answers are not kept back to be sent together.
    let _ = stream.set_nodelay(true);
    let activity = Activity::new();
    let stream = TokioIo::new(Timed::new(stream, activity.clone(), limits.answer));
    let noting = Noting { router: TowerToHyperService::new(router), activity: activity.clone() };
    let task = tokio::spawn(async move {
        // Whatever ends a connection, its browser opens another one when it needs one.
        let _ = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(limits.request)
            .serve_connection(stream, noting)
            .with_upgrades()
            .await;
    });
    Connection { activity, task }
}

/// Answers, and notes from when to when.
struct Noting {
    router: TowerToHyperService<Router>,
    activity: Arc<Activity>,
}

impl Service<Request<Incoming>> for Noting {
    type Response = Response<Noted>;
    type Error = Infallible;
    type Future = Pin<Box<dyn Future<Output = Result<Response<Noted>, Infallible>> + Send>>;

    fn call(&self, mut request: Request<Incoming>) -> Self::Future {
        let answering = self.activity.answers();
        request.extensions_mut().insert(self.activity.clone());
        let answer = self.router.call(request);
        Box::pin(async move { Ok(answer.await?.map(|body| Noted { body, _answering: answering })) })
    }
}

/// The body of an answer that is being sent.
struct Noted {
    body: axum::body::Body,
    _answering: Answering,
}

impl Body for Noted {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
