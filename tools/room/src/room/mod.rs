//! The room: who is there, what they may say, and what is told to whom. It reads no clock and sends nothing itself: it is
//! given messages with the time, and leaves in [`Room::effects`] what is to be done.

mod answering;
pub mod fact;
pub mod key;
mod leading;
pub mod message;
mod rate;
pub mod refusal;
mod sending;
mod shared;
mod tally;
mod telling;
#[cfg(test)]
mod tests;
pub mod visitor;

use std::collections::{BTreeSet, HashMap, VecDeque};

use axum::extract::ws::Utf8Bytes;

use fact::{Fact, Who};
use key::Key;
use leading::Restoring;
use message::Message;
use rate::Verdict;
use refusal::Refusal;
use shared::Shared;
use telling::Pace;
use visitor::{Peer, Visitor};

/// A time in milliseconds, from any beginning.
pub type Millis = u64;
/// A visitor's way to the server; a visitor may have several.
pub type Connection = u64;

/// A message to pages. A copy is cheap: all who get it share it.
#[derive(Clone, Debug)]
pub struct Text {
    /// Its number; those of later ones are larger.
    pub seq: u64,
    /// What is sent.
    pub text: Utf8Bytes,
}

/// How many visitors may be here.
const MOST_VISITORS: usize = 2_000;
/// How many lecturers' pages are let in beside them.
const MOST_LECTURERS: usize = 50;
/// How many connections a visitor may have; a further one takes the place of its oldest.
const MOST_CONNECTIONS: usize = 4;

/// What is to be done.
#[derive(Debug)]
pub enum Effect {
    /// Send this.
    Send(Connection, Text),
    /// End this connection, after what was sent.
    Close(Connection),
    /// Give this fact to all servers of the room; it comes back by [`Room::apply`].
    Put(Fact),
    /// Tell the room's other servers who is here.
    Tell(Peer),
    /// Note for the person at the terminal that something was refused.
    Refused(Refusal),
}

/// Who speaks on a connection.
#[derive(Clone, Copy, Debug)]
struct Speaker {
    who: Who,
    lecturer: bool,
}

/// The room.
pub struct Room {
    key: Key,
    run: String,
    seq: u64,
    shared: Shared,
    visitors: HashMap<Who, Visitor>,
    /// The speaker is known after the greeting.
    connections: HashMap<Connection, Option<Speaker>>,
    peers: HashMap<String, (Peer, Millis)>,
    /// When the one who leads was last seen here or elsewhere.
    leader_seen: Millis,
    restoring: Option<Restoring>,
    /// What lecturers' pages have not been told yet.
    fresh_answers: BTreeSet<Who>,
    fresh_votes: BTreeSet<(Who, u32)>,
    pace: Pace,
    /// What is to be done, the first first.
    pub effects: VecDeque<Effect>,
}

impl Room {
    /// An empty room. `run` tells the pages whether it is the one that they know.
    pub fn new(key: Key, run: impl Into<String>) -> Self {
        Self {
            key,
            run: run.into(),
            seq: 0,
            shared: Shared::default(),
            visitors: HashMap::new(),
            connections: HashMap::new(),
            peers: HashMap::new(),
            leader_seen: 0,
            restoring: None,
            fresh_answers: BTreeSet::new(),
            fresh_votes: BTreeSet::new(),
            pace: Pace::default(),
            effects: VecDeque::new(),
        }
    }

    /// A connection is open; its first message has to be a greeting.
    pub fn open(&mut self, connection: Connection) {
        self.connections.insert(connection, None);
    }

    /// A connection has ended.
    pub fn close(&mut self, connection: Connection, now: Millis) {
        let Some(Some(speaker)) = self.connections.remove(&connection) else { return };
        if let Some(visitor) = self.visitors.get_mut(&speaker.who) {
            visitor.leave(connection, now);
        }
        if self.restoring.as_ref().is_some_and(|restoring| restoring.connection == connection) {
            self.restoring = None;
        }
    }

    /// A message has come.
    pub fn receive(&mut self, connection: Connection, text: &str, now: Millis) {
        match self.connections.get(&connection) {
            Some(None) => self.receive_first(connection, text, now),
            Some(Some(speaker)) => self.receive_next(connection, *speaker, text, now),
            // It was ended while this was on its way.
            None => {}
        }
    }

    /// A message has come that was longer than any may be, or no text.
    pub fn receive_unreadable(&mut self, connection: Connection, refusal: Refusal) {
        self.refuse(connection, refusal, None);
        self.end(connection);
    }

    fn receive_first(&mut self, connection: Connection, text: &str, now: Millis) {
        if text.len() > message::PARTICIPANT_BYTES {
            return self.receive_unreadable(connection, Refusal::Size);
        }
        let Some(Message::Hello { id, key, .. }) = Message::read(text) else {
            return self.receive_unreadable(connection, Refusal::Form);
        };
        let (who, lecturer) = (self.key.who(&id), key.as_deref().is_some_and(|given| self.key.is(given)));
        if !self.has_room_for(who, lecturer) {
            self.refuse(connection, Refusal::Full, Some("hello"));
            return self.end(connection);
        }
        self.forget_some(now);
        let visitor = self.visitors.entry(who).or_insert_with(|| Visitor::new(now));
        if visitor.take(now) == Verdict::Close {
            return self.receive_unreadable(connection, Refusal::Rate);
        }
        let one_too_many = visitor.enter(connection, lecturer, MOST_CONNECTIONS);
        self.connections.insert(connection, Some(Speaker { who, lecturer }));
        if let Some(oldest) = one_too_many {
            self.end(oldest);
        }
        if key.is_some() && !lecturer {
            self.refuse(connection, Refusal::Key, Some("hello"));
        }
        self.welcome(connection, Speaker { who, lecturer }, now);
    }

    fn receive_next(&mut self, connection: Connection, speaker: Speaker, text: &str, now: Millis) {
        let verdict = self.visitors.get_mut(&speaker.who).map(|visitor| visitor.take(now));
        if verdict == Some(Verdict::Close) {
            return self.receive_unreadable(connection, Refusal::Rate);
        }
        let most = if speaker.lecturer { message::LECTURER_BYTES } else { message::PARTICIPANT_BYTES };
        if text.len() > most {
            return self.refuse(connection, Refusal::Size, None);
        }
        let Some(message) = Message::read(text) else {
            return self.refuse(connection, Refusal::Form, None);
        };
        if verdict == Some(Verdict::Refuse) {
            return self.refuse_message(connection, Refusal::Rate, &message);
        }
        let done = match &message {
            Message::Hello { .. } => Err(Refusal::Form),
            Message::Away { away } => {
                if let Some(visitor) = self.visitors.get_mut(&speaker.who) {
                    visitor.away = *away;
                }
                Ok(())
            }
            Message::Answer { .. } | Message::Vote { .. } => self.participate(speaker, &message),
            _ if !speaker.lecturer => Err(Refusal::Key),
            _ => self.lead(connection, speaker.who, &message, now),
        };
        if let Err(refusal) = done {
            self.refuse_message(connection, refusal, &message);
        }
    }

    /// Whether this visitor is here already, or there is room for another one of its kind.
    fn has_room_for(&self, who: Who, lecturer: bool) -> bool {
        let most = if lecturer { MOST_LECTURERS } else { MOST_VISITORS };
        let alike = |visitor: &&Visitor| visitor.is_here() && visitor.is_lecturer() == lecturer;
        self.visitors.get(&who).is_some_and(Visitor::is_here)
            || self.visitors.values().filter(alike).count() < most
    }

    /// Ends a connection.
    fn end(&mut self, connection: Connection) {
        self.effects.push_back(Effect::Close(connection));
    }

    fn put(&mut self, fact: Fact) {
        self.effects.push_back(Effect::Put(fact));
    }
}
