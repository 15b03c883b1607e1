//! Between the room, which knows no time and no network, and the ways on which pages come.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::mpsc::Sender;

use crate::log::Log;
use crate::outbox::Outbox;
use crate::room::fact::Fact;
use crate::room::key::Key;
use crate::room::refusal::Refusal;
use crate::room::{Connection, Effect, Millis, Room, visitor::Peer};

/// How often the room is told that time goes by.
const TICK: Duration = Duration::from_millis(100);

/// What is given to the other servers of a room.
#[derive(Debug)]
pub enum Shared {
    /// A fact for all of them, this one included.
    Fact(Fact),
    /// Who is at this server.
    Peer(Peer),
}

/// The room of this server.
pub struct Hub {
    inner: Mutex<Inner>,
    start: Instant,
    /// Where facts go; nothing where this server is alone.
    others: Option<Sender<Shared>>,
    /// What is told at the terminal.
    pub log: Arc<Log>,
    /// How many connections there may be.
    most: usize,
}

struct Inner {
    room: Room,
    outboxes: HashMap<Connection, Arc<Outbox>>,
    next: Connection,
}

impl Hub {
    /// A room that may have so many connections, and shares its facts with others where there are any.
    pub fn new(key: Key, run: &str, most: usize, others: Option<Sender<Shared>>, log: Arc<Log>) -> Arc<Self> {
        let inner = Inner { room: Room::new(key, run), outboxes: HashMap::new(), next: 0 };
        Arc::new(Self { inner: Mutex::new(inner), start: Instant::now(), others, log, most })
    }

    /// Lets time go by, for as long as it is awaited.
    pub async fn live(&self) {
        loop {
            tokio::time::sleep(TICK).await;
            self.with(Room::tick);
            self.log.flush();
        }
    }

    /// A new connection, if there is room for one.
    pub fn open(&self) -> Option<(Connection, Arc<Outbox>)> {
        let mut inner = self.inner();
        if inner.outboxes.len() >= self.most {
            drop(inner);
            self.log.refused(Refusal::Full);
            return None;
        }
        inner.next += 1;
        let (connection, outbox) = (inner.next, Arc::new(Outbox::default()));
        inner.outboxes.insert(connection, outbox.clone());
        inner.room.open(connection);
        Some((connection, outbox))
    }

    /// A message has come.
    pub fn receive(&self, connection: Connection, text: &str) {
        if self.is_open(connection) {
            self.with(|room, now| room.receive(connection, text, now));
        }
    }

    /// Something has come that can't be read.
    pub fn receive_unreadable(&self, connection: Connection, refusal: Refusal) {
        if self.is_open(connection) {
            self.with(|room, _| room.receive_unreadable(connection, refusal));
        }
    }

    /// A connection has ended.
    pub fn close(&self, connection: Connection) {
        self.inner().outboxes.remove(&connection);
        self.with(|room, now| room.close(connection, now));
    }

    /// A fact has come back.
    pub fn apply(&self, fact: Fact) {
        self.with(|room, now| room.apply(fact, now));
    }

    /// Another server has told who is there.
    pub fn hear_of(&self, server: &str, peer: Peer) {
        self.with(|room, now| room.hear_of(server, peer, now));
    }

    fn is_open(&self, connection: Connection) -> bool {
        self.inner().outboxes.get(&connection).is_some_and(|outbox| !outbox.is_closed())
    }

    fn with(&self, act: impl FnOnce(&mut Room, Millis)) {
        let now = Millis::try_from(self.start.elapsed().as_millis()).unwrap_or(Millis::MAX);
        let mut inner = self.inner();
        act(&mut inner.room, now);
        while let Some(effect) = inner.room.effects.pop_front() {
            self.carry_out(&mut inner, effect, now);
        }
    }

    fn carry_out(&self, inner: &mut Inner, effect: Effect, now: Millis) {
        match effect {
            Effect::Send(connection, text) => {
                if inner.outboxes.get(&connection).is_some_and(|outbox| !outbox.put(text)) {
                    self.log.refused(Refusal::Slow);
                }
            }
            Effect::Close(connection) => {
                if let Some(outbox) = inner.outboxes.get(&connection) {
                    outbox.close();
                }
            }
            Effect::Put(fact) => match &self.others {
                None => inner.room.apply(fact, now),
                // Where too many wait, this one is not acknowledged, and its page sends it again.
                Some(others) => {
                    let _ = others.try_send(Shared::Fact(fact));
                }
            },
            Effect::Tell(peer) => {
                if let Some(others) = &self.others {
                    let _ = others.try_send(Shared::Peer(peer));
                }
            }
            Effect::Refused(refusal) => self.log.refused(refusal),
        }
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
