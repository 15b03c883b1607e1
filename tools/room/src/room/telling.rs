//! What pages are told.

use std::collections::BTreeSet;

use serde_json::json;

use super::message::VERSION;
use super::visitor::Peer;
use super::{Connection, Effect, Millis, Room, Speaker};

/// How often lecturers' pages are told how many are here.
const HERE: Millis = 250;
/// How often they are told of answers and votes.
const RECORDS: Millis = 200;
/// How many records a message has.
const PIECE: usize = 2_000;
/// How often another server is told who is here, where nothing changes.
const PEERS: Millis = 1_000;

/// What has been told, and when.
#[derive(Debug, Default)]
pub struct Pace {
    here: Option<(usize, usize, usize)>,
    here_at: Millis,
    records_at: Millis,
    peer: Peer,
    peer_at: Millis,
}

impl Room {
    /// Some time has gone by: what waits is told. It is to be called some ten times a second.
    pub fn tick(&mut self, now: Millis) {
        self.forget(now);
        if self.leader_is_at_this_server() {
            self.leader_seen = now;
        }
        self.tell_peers(now);
        if now.saturating_sub(self.pace.here_at) >= HERE {
            self.tell_here(now);
        }
        if now.saturating_sub(self.pace.records_at) >= RECORDS {
            self.pace.records_at = now;
            self.tell_fresh_records();
        }
    }

    fn tell_peers(&mut self, now: Millis) {
        let (peer, since) = (self.counted(), now.saturating_sub(self.pace.peer_at));
        if since >= PEERS || (peer != self.pace.peer && since >= HERE) {
            (self.pace.peer, self.pace.peer_at) = (peer, now);
            self.effects.push_back(Effect::Tell(peer));
        }
    }

    fn tell_here(&mut self, now: Millis) {
        let Peer { here, away, .. } = self.counted_everywhere();
        let answered = self.answered();
        if self.pace.here == Some((here, away, answered)) {
            return;
        }
        (self.pace.here, self.pace.here_at) = (Some((here, away, answered)), now);
        let text = self
            .text("here", vec![("here", json!(here)), ("away", json!(away)), ("answered", json!(answered))]);
        self.send_to_lecturers(&text);
    }

    fn answered(&self) -> usize {
        self.shared.question.as_ref().map_or(0, |question| question.answers.len())
    }

    fn tell_all_fresh_records(&mut self) {
        while !self.fresh_answers.is_empty() || !self.fresh_votes.is_empty() {
            self.tell_fresh_records();
        }
    }

    fn tell_fresh_records(&mut self) {
        let answers = first(&mut self.fresh_answers);
        if let Some(question) = self.shared.question.as_ref().filter(|_| !answers.is_empty()) {
            let records = question.records(answers);
            let fields = vec![("question", json!(question.asked.question)), ("records", json!(records))];
            let text = self.text("answers", fields);
            self.send_to_lecturers(&text);
        }
        let votes = first(&mut self.fresh_votes);
        if let Some(colours) = self.shared.round.as_ref().filter(|_| !votes.is_empty()) {
            let records = colours.records(votes);
            let text =
                self.text("votes", vec![("round", json!(colours.round.round)), ("records", json!(records))]);
            self.send_to_lecturers(&text);
        }
    }

    /// Greets a visitor with all that there is.
    pub(super) fn welcome(&mut self, connection: Connection, speaker: Speaker, now: Millis) {
        let Peer { here, away, .. } = self.counted_everywhere();
        let fields = vec![
            ("v", json!(VERSION)),
            ("run", json!(self.run)),
            ("here", json!(here)),
            ("away", json!(away)),
            ("leading", json!(speaker.lecturer && self.shared.leader == Some(speaker.who))),
            ("led", json!(self.is_led(now))),
            ("paused", json!(self.shared.paused)),
            ("moment", json!(self.shared.moment)),
            ("question", json!(self.shared.question.as_ref().map(|question| question.told()))),
            ("round", json!(self.shared.round.as_ref().map(|round| round.told()))),
        ];
        self.send(connection, "welcome", fields);
        if speaker.lecturer {
            self.tell_all_records(connection);
            let here =
                vec![("here", json!(here)), ("away", json!(away)), ("answered", json!(self.answered()))];
            self.send(connection, "here", here);
        }
    }

    fn tell_all_records(&mut self, connection: Connection) {
        if let Some(question) = &self.shared.question {
            let id = json!(question.asked.question);
            let records = question.records(question.answers.keys().copied());
            for piece in records.chunks(PIECE) {
                self.send(connection, "answers", vec![("question", id.clone()), ("records", json!(piece))]);
            }
        }
        if let Some(colours) = &self.shared.round {
            let id = json!(colours.round.round);
            let records = colours.records(colours.votes.keys().copied());
            for piece in records.chunks(PIECE) {
                self.send(connection, "votes", vec![("round", id.clone()), ("records", json!(piece))]);
            }
        }
    }

    /// To all but the one who leads, who stands there already.
    pub(super) fn tell_moment(&mut self) {
        let text = self.text("moment", vec![("link", json!(self.shared.moment))]);
        let leader = self.shared.leader;
        let others = self.connections.iter().filter_map(|(connection, speaker)| {
            speaker.filter(|speaker| Some(speaker.who) != leader).map(|_| *connection)
        });
        self.effects.extend(others.map(|connection| Effect::Send(connection, text.clone())));
    }

    pub(super) fn tell_paused(&mut self) {
        let text = self.text("paused", vec![("paused", json!(self.shared.paused))]);
        self.send_to_all(&text);
    }

    pub(super) fn tell_question(&mut self) {
        let Some(told) = self.shared.question.as_ref().map(|question| question.told()) else { return };
        let text = self.text_of("question", told);
        self.send_to_all(&text);
    }

    pub(super) fn tell_revealed(&mut self) {
        let Some(question) = &self.shared.question else { return };
        let mut told = question.result();
        told.insert("question".to_owned(), json!(question.asked.question));
        // Lecturers' pages have every answer before the counts.
        self.tell_all_fresh_records();
        let text = self.text_of("revealed", told);
        self.send_to_all(&text);
    }

    pub(super) fn tell_round(&mut self) {
        let Some(told) = self.shared.round.as_ref().map(|colours| colours.told()) else { return };
        let text = self.text_of("round", told);
        self.send_to_all(&text);
    }

    pub(super) fn tell_ended(&mut self) {
        let Some(colours) = &self.shared.round else { return };
        let fields = vec![("round", json!(colours.round.round)), ("tally", colours.tally())];
        self.tell_all_fresh_records();
        let text = self.text("ended", fields);
        self.send_to_all(&text);
    }
}

/// Takes the first records out of a set.
fn first<T: Ord + Copy>(set: &mut BTreeSet<T>) -> Vec<T> {
    let mut taken = Vec::new();
    while taken.len() < PIECE {
        let Some(one) = set.pop_first() else { break };
        taken.push(one);
    }
    taken
}
