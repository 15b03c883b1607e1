//! To whom messages go: to one connection, one visitor, all lecturers' pages or everybody.

use serde_json::{Map, Value as Json, json};

use super::fact::Who;
use super::message::Message;
use super::refusal::Refusal;
use super::visitor::Visitor;
use super::{Connection, Effect, Room, Speaker, Text};

/// The fields of a message.
pub type Fields = Vec<(&'static str, Json)>;

impl Room {
    pub(super) fn tell_overtaken(&mut self, who: Who) {
        self.send_to_visitor(who, "overtaken", Vec::new());
    }

    pub(super) fn acknowledge_answer(&mut self, who: Who) {
        let question = self.shared.question.as_ref().map(|question| json!(question.asked.question));
        self.send_to_visitor(who, "ack", vec![("answer", json!(question))]);
    }

    pub(super) fn acknowledge_vote(&mut self, who: Who, index: u32) {
        let round = self.shared.round.as_ref().map(|colours| json!(colours.round.round));
        self.send_to_visitor(who, "ack", vec![("vote", json!(index)), ("round", json!(round))]);
    }

    /// Refuses something; `of` is the name of what was refused, where it could be read.
    pub(super) fn refuse(&mut self, connection: Connection, refusal: Refusal, of: Option<&'static str>) {
        self.effects.push_back(Effect::Refused(refusal));
        let of = of.map(|name| ("of", json!(name)));
        self.send(
            connection,
            "refused",
            of.into_iter().chain([("reason", json!(refusal.reason()))]).collect(),
        );
    }

    /// Refuses a message that could be read.
    pub(super) fn refuse_message(&mut self, connection: Connection, refusal: Refusal, message: &Message) {
        self.effects.push_back(Effect::Refused(refusal));
        let mut fields = vec![("of", json!(message.name())), ("reason", json!(refusal.reason()))];
        match message {
            Message::Answer { question, .. } | Message::Reveal { question, .. } => {
                fields.push(("question", json!(question)));
            }
            Message::Ask(asked) => fields.push(("question", json!(asked.question))),
            Message::Vote { round, index, .. } => {
                fields.extend([("round", json!(round)), ("index", json!(index))]);
            }
            Message::Round(round) => fields.push(("round", json!(round.round))),
            Message::End { round } => fields.push(("round", json!(round))),
            _ => {}
        }
        self.send(connection, "refused", fields);
    }

    /// Refuses what a visitor has sent some time ago.
    pub(super) fn refuse_visitor(&mut self, who: Who, refusal: Refusal, mut of: Fields) {
        of.push(("reason", json!(refusal.reason())));
        if self.visitors.get(&who).is_some_and(Visitor::is_here) {
            self.effects.push_back(Effect::Refused(refusal));
        }
        self.send_to_visitor(who, "refused", of);
    }

    pub(super) fn text(&mut self, kind: &'static str, fields: Fields) -> Text {
        self.text_of(kind, fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    }

    pub(super) fn text_of(&mut self, kind: &'static str, mut fields: Map<String, Json>) -> Text {
        self.seq += 1;
        fields.insert("type".to_owned(), json!(kind));
        fields.insert("seq".to_owned(), json!(self.seq));
        Text { seq: self.seq, text: Json::Object(fields).to_string().into() }
    }

    pub(super) fn send(&mut self, connection: Connection, kind: &'static str, fields: Fields) {
        let text = self.text(kind, fields);
        self.effects.push_back(Effect::Send(connection, text));
    }

    pub(super) fn send_to_visitor(&mut self, who: Who, kind: &'static str, fields: Fields) {
        let Some(visitor) = self.visitors.get(&who) else { return };
        let connections: Vec<Connection> = visitor.connections().collect();
        if connections.is_empty() {
            return;
        }
        let text = self.text(kind, fields);
        self.effects.extend(connections.into_iter().map(|connection| Effect::Send(connection, text.clone())));
    }

    pub(super) fn send_to_all(&mut self, text: &Text) {
        self.send_to_those(text, |_| true);
    }

    pub(super) fn send_to_lecturers(&mut self, text: &Text) {
        self.send_to_those(text, |speaker| speaker.lecturer);
    }

    pub(super) fn send_to_those(&mut self, text: &Text, are_told: impl Fn(Speaker) -> bool) {
        let told = self.connections.iter().filter(|(_, speaker)| speaker.is_some_and(&are_told));
        self.effects.extend(told.map(|(connection, _)| Effect::Send(*connection, text.clone())));
    }
}
