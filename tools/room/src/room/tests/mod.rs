//! The room, told what comes and when, without a clock or a network.

mod answering;
mod bounds;
mod leading;
mod restoring;
mod voting;

use std::collections::HashMap;

use serde_json::{Value as Json, json};

use super::fact::Fact;
use super::key::Key;
use super::{Connection, Effect, Millis, Room};

pub const KEY: &str = "thelecturerskey";

/// A room on its own, with what its connections were sent.
pub struct Trial {
    pub room: Room,
    pub now: Millis,
    next: Connection,
    sent: HashMap<Connection, Vec<Json>>,
    pub closed: Vec<Connection>,
    pub refused: Vec<&'static str>,
    /// The facts in their order, as other servers would get them.
    pub facts: Vec<Fact>,
}

impl Trial {
    pub fn new() -> Self {
        Self::with_run("first")
    }

    pub fn with_run(run: &str) -> Self {
        Self {
            room: Room::new(Key::new(KEY), run),
            now: 100_000,
            next: 0,
            sent: HashMap::new(),
            closed: Vec::new(),
            refused: Vec::new(),
            facts: Vec::new(),
        }
    }

    /// The id of a visitor with this number.
    pub fn id(number: u32) -> String {
        format!("{number:032x}")
    }

    /// A connection without a greeting.
    pub fn connect(&mut self) -> Connection {
        self.next += 1;
        self.room.open(self.next);
        self.next
    }

    /// A participant comes; the greeting's answer is thrown away.
    pub fn join(&mut self, number: u32) -> Connection {
        let connection = self.connect();
        self.say(connection, &json!({ "type": "hello", "v": 1, "id": Self::id(number) }));
        assert_eq!(self.take(connection)[0]["type"], "welcome");
        connection
    }

    /// A lecturer's page comes; what it is told first is thrown away.
    pub fn lecture(&mut self, number: u32) -> Connection {
        let connection = self.connect();
        self.say(connection, &json!({ "type": "hello", "v": 1, "id": Self::id(number), "key": KEY }));
        assert_eq!(self.take(connection)[0]["type"], "welcome");
        connection
    }

    pub fn say(&mut self, connection: Connection, message: &Json) {
        self.say_text(connection, &message.to_string());
    }

    pub fn say_text(&mut self, connection: Connection, text: &str) {
        self.room.receive(connection, text, self.now);
        self.settle();
    }

    /// Lets time go by, in steps.
    pub fn wait(&mut self, time: Millis) {
        for _ in 0..time / 100 {
            self.now += 100;
            self.room.tick(self.now);
            self.settle();
        }
    }

    pub fn leave(&mut self, connection: Connection) {
        self.room.close(connection, self.now);
    }

    pub fn apply(&mut self, fact: Fact) {
        self.room.apply(fact, self.now);
        self.settle();
    }

    fn settle(&mut self) {
        while let Some(effect) = self.room.effects.pop_front() {
            match effect {
                Effect::Send(connection, text) => {
                    let message: Json = serde_json::from_str(&text.text).expect("it is JSON");
                    assert_eq!(message["seq"], json!(text.seq));
                    self.sent.entry(connection).or_default().push(message);
                }
                Effect::Close(connection) => {
                    self.room.close(connection, self.now);
                    self.closed.push(connection);
                }
                Effect::Put(fact) => {
                    self.facts.push(fact.clone());
                    self.room.apply(fact, self.now);
                }
                Effect::Tell(_) => {}
                Effect::Refused(refusal) => self.refused.push(refusal.reason()),
            }
        }
    }

    /// What a connection was sent since the last time, in order.
    pub fn take(&mut self, connection: Connection) -> Vec<Json> {
        let taken = self.sent.remove(&connection).unwrap_or_default();
        let numbers: Vec<u64> = taken.iter().filter_map(|message| message["seq"].as_u64()).collect();
        assert!(numbers.is_sorted_by(|a, b| a < b), "later messages have larger numbers: {numbers:?}");
        taken
    }

    /// The only message of this type that a connection was sent since the last time, without its number.
    pub fn only(&mut self, connection: Connection, kind: &str) -> Json {
        let mut taken = self.take(connection);
        taken.retain(|message| message["type"] == kind);
        assert_eq!(taken.len(), 1, "one of {kind}: {taken:?}");
        let mut message = taken.remove(0);
        message.as_object_mut().expect("it is an object").remove("seq");
        message
    }

    /// The answer to one message.
    pub fn ask(&mut self, connection: Connection, message: &Json) -> Json {
        self.take(connection);
        self.say(connection, message);
        let mut taken = self.take(connection);
        assert_eq!(taken.len(), 1, "one answer to {message}: {taken:?}");
        taken.remove(0)
    }

    /// Why a message is refused.
    pub fn reason(&mut self, connection: Connection, message: &Json) -> String {
        let answer = self.ask(connection, message);
        assert_eq!(answer["type"], "refused", "{answer}");
        answer["reason"].as_str().expect("there is a reason").to_owned()
    }
}

/// The types of messages.
pub fn types(messages: &[Json]) -> Vec<&str> {
    messages.iter().map(|message| message["type"].as_str().expect("it has a type")).collect()
}
