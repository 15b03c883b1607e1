//! Pages whose WebSocket is not let through: they send with one request and wait for what there is to tell with another.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use axum::Extension;
use axum::body::{Body, to_bytes};
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use irozuku_serve::Activity;
use serde_json::Value;
use tokio::time::timeout;

use crate::hub::Hub;
use crate::origin;
use crate::outbox::Outbox;
use crate::room::message::{self, LECTURER_BYTES};
use crate::room::refusal::Refusal;
use crate::room::{Connection, Text};
use crate::routes::Door;

/// The header with the visitor's id.
const VISITOR: &str = "x-irozuku-visitor";
/// How many messages a request may bring.
const MOST: usize = 256;
/// How long the body of a request may take to come.
const BODY: Duration = Duration::from_secs(15);
/// How long an answer may be held back.
const WAIT: Duration = Duration::from_secs(20);
/// After so long without a request a visitor is gone.
const SILENCE: Duration = Duration::from_secs(30);
/// How often it is looked who is gone.
const LOOK: Duration = Duration::from_secs(1);

/// The visitors that come this way, by their ids.
#[derive(Default)]
pub struct Pollers(Mutex<HashMap<String, Poller>>);

#[derive(Clone)]
struct Poller {
    connection: Connection,
    outbox: Arc<Outbox>,
    asked: Instant,
}

/// Takes what a page sends: a list of messages.
pub async fn send(State(door): State<Door>, headers: HeaderMap, body: Body) -> Response {
    let id = match visitor(&door, &headers, false) {
        Ok(id) => id,
        Err(refused) => return refused.into_response(),
    };
    let Ok(Ok(body)) = timeout(BODY, to_bytes(body, LECTURER_BYTES)).await else {
        return refuse(&door.hub, Refusal::Size, StatusCode::PAYLOAD_TOO_LARGE).into_response();
    };
    let messages = serde_json::from_slice::<Vec<Value>>(&body).ok().filter(|list| list.len() <= MOST);
    let Some(messages) = messages else {
        return refuse(&door.hub, Refusal::Form, StatusCode::BAD_REQUEST).into_response();
    };
    let known = door.pollers.get(&id).filter(|poller| !poller.outbox.is_closed());
    let greets = messages.first().is_some_and(|first| first["type"] == "hello");
    if greets && messages[0]["id"] != id {
        return refuse(&door.hub, Refusal::Form, StatusCode::BAD_REQUEST).into_response();
    }
    let connection = match known {
        Some(poller) if !greets => poller.connection,
        // Who greets anew begins anew.
        _ if greets => match door.pollers.enter(&door.hub, &id) {
            Some(connection) => connection,
            None => return StatusCode::SERVICE_UNAVAILABLE.into_response(),
        },
        _ => return StatusCode::GONE.into_response(),
    };
    for message in messages {
        door.hub.receive(connection, &message.to_string());
    }
    StatusCode::NO_CONTENT.into_response()
}

/// Tells what there is after what has been read; where there is nothing, waits for it.
pub async fn poll(
    State(door): State<Door>,
    Extension(activity): Extension<Arc<Activity>>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let id = match visitor(&door, &headers, true) {
        Ok(id) => id,
        Err(refused) => return refused.into_response(),
    };
    let Some(poller) = door.pollers.get(&id) else { return StatusCode::GONE.into_response() };
    let holding = activity.holds();
    let told = timeout(WAIT, poller.outbox.after(read(&uri))).await;
    drop(holding);
    door.pollers.has_asked(&id);
    match told {
        Ok(Some(texts)) => list(&texts),
        Ok(None) => StatusCode::GONE.into_response(),
        Err(_) => list(&[]),
    }
}

/// The number of the last message that a page has read.
fn read(uri: &Uri) -> u64 {
    uri.query().and_then(|query| query.strip_prefix("after=")?.parse().ok()).unwrap_or(0)
}

fn list(texts: &[Text]) -> Response {
    let texts: Vec<&str> = texts.iter().map(|text| text.text.as_str()).collect();
    let headers = [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "no-store")];
    (headers, format!("[{}]", texts.join(","))).into_response()
}

/// Whose request it is.
fn visitor(door: &Door, headers: &HeaderMap, may_be_missing: bool) -> Result<String, StatusCode> {
    if !origin::is_own(headers, door.public.as_deref(), may_be_missing) {
        return Err(refuse(&door.hub, Refusal::Origin, StatusCode::FORBIDDEN));
    }
    // Another site's page can't send such a header without asking first, which is not answered.
    let id = headers.get(VISITOR).and_then(|id| id.to_str().ok()).filter(|id| message::is_visitor(id));
    id.map(str::to_owned).ok_or_else(|| refuse(&door.hub, Refusal::Form, StatusCode::BAD_REQUEST))
}

fn refuse(hub: &Hub, refusal: Refusal, status: StatusCode) -> StatusCode {
    hub.log.refused(refusal);
    status
}

impl Pollers {
    fn get(&self, id: &str) -> Option<Poller> {
        let mut pollers = self.pollers();
        let poller = pollers.get_mut(id)?;
        poller.asked = Instant::now();
        Some(poller.clone())
    }

    fn has_asked(&self, id: &str) {
        let _ = self.get(id);
    }

    fn enter(&self, hub: &Hub, id: &str) -> Option<Connection> {
        if let Some(before) = self.pollers().remove(id) {
            leave(hub, &before);
        }
        let (connection, outbox) = hub.open()?;
        self.pollers().insert(id.to_owned(), Poller { connection, outbox, asked: Instant::now() });
        Some(connection)
    }

    /// Lets those go that have not asked for long, for as long as it is awaited.
    pub async fn live(&self, hub: &Hub) {
        loop {
            tokio::time::sleep(LOOK).await;
            let gone: Vec<Poller> = {
                let mut pollers = self.pollers();
                // One whose answer is held back is there.
                pollers
                    .extract_if(|_, poller| {
                        poller.outbox.is_closed() || poller.asked.elapsed() > SILENCE + WAIT
                    })
                    .map(|(_, poller)| poller)
                    .collect()
            };
            gone.iter().for_each(|poller| leave(hub, poller));
        }
    }

    fn pollers(&self) -> MutexGuard<'_, HashMap<String, Poller>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn leave(hub: &Hub, poller: &Poller) {
    poller.outbox.close();
    hub.close(poller.connection);
}
