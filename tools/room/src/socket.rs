//! A page's WebSocket.

use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::extract::ws::{Message, WebSocket};
use axum::extract::{State, WebSocketUpgrade};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use tokio::time::{interval, timeout};

use crate::hub::Hub;
use crate::origin;
use crate::outbox::Outbox;
use crate::room::Connection;
use crate::room::message::LECTURER_BYTES;
use crate::room::refusal::Refusal;
use crate::routes::Door;

/// How long the greeting may take to come.
const GREETING: Duration = Duration::from_secs(10);
/// How often it is looked whether a page is still there: a phone that sleeps says nothing.
const PING: Duration = Duration::from_secs(20);
/// After so long without a word it is gone.
const SILENCE: Duration = Duration::from_secs(50);
/// How much is kept of a message that is being read: nearly all of them are small.
const BUFFER: usize = 2 << 10;

/// Lets a page's socket in.
pub async fn upgrade(State(door): State<Door>, headers: HeaderMap, upgrade: WebSocketUpgrade) -> Response {
    if !origin::is_own(&headers, door.public.as_deref(), false) {
        door.hub.log.refused(Refusal::Origin);
        return StatusCode::FORBIDDEN.into_response();
    }
    let Some((connection, outbox)) = door.hub.open() else {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    };
    let way = Way { hub: door.hub.clone(), connection };
    upgrade
        .max_message_size(LECTURER_BYTES)
        .max_frame_size(LECTURER_BYTES)
        .read_buffer_size(BUFFER)
        .write_buffer_size(0)
        .on_upgrade(move |socket| attend(socket, way, outbox))
}

/// A connection to the room, which ends with this, also where no socket comes of it.
struct Way {
    hub: Arc<Hub>,
    connection: Connection,
}

impl Drop for Way {
    fn drop(&mut self) {
        self.hub.close(self.connection);
    }
}

async fn attend(mut socket: WebSocket, way: Way, outbox: Arc<Outbox>) {
    let (hub, connection) = (&way.hub, way.connection);
    match timeout(GREETING, socket.recv()).await {
        Ok(Some(Ok(message))) => {
            if !hear(hub, connection, &message) {
                return;
            }
        }
        _ => return,
    }
    let mut heard = Instant::now();
    let mut pings = interval(PING);
    loop {
        tokio::select! {
            message = socket.recv() => {
                heard = Instant::now();
                match message {
                    Some(Ok(message)) => if !hear(hub, connection, &message) { return },
                    Some(Err(error)) => return note(hub, &error),
                    None => return,
                }
            }
            text = outbox.next() => match text {
                Some(text) => if socket.send(Message::Text(text.text)).await.is_err() { return },
                None => {
                    let _ = socket.send(Message::Close(None)).await;
                    return;
                }
            },
            _ = pings.tick() => {
                if heard.elapsed() > SILENCE || socket.send(Message::Ping(Vec::new().into())).await.is_err() {
                    return;
                }
            }
        }
    }
}

/// Gives a message to the room. Says whether more may come.
fn hear(hub: &Hub, connection: Connection, message: &Message) -> bool {
    match message {
        Message::Text(text) => hub.receive(connection, text),
        Message::Binary(_) => hub.receive_unreadable(connection, Refusal::Form),
        Message::Ping(_) | Message::Pong(_) => {}
        Message::Close(_) => return false,
    }
    true
}

/// Notes why a socket has ended, where that was not its page's wish.
fn note(hub: &Hub, error: &axum::Error) {
    if error.to_string().contains("too long") {
        hub.log.refused(Refusal::Size);
    }
}
