//! What participants send, and what becomes of the facts that come of it.

use super::fact::{Fact, Value, Who};
use super::message::Message;
use super::refusal::Refusal;
use super::shared::Change;
use super::{Millis, Room, Speaker};

impl Room {
    /// An answer or a vote.
    pub(super) fn participate(&mut self, speaker: Speaker, message: &Message) -> Result<(), Refusal> {
        let who = speaker.who;
        let fact = match message {
            Message::Answer { question, choice, value } => {
                let value = Value(choice.map(f64::from).or(*value).ok_or(Refusal::Form)?);
                self.shared.admits_answer(question, who, value)?;
                // An index is no number that was measured, nor the other way round.
                let asked = self.shared.question.as_ref().map(|question| question.asked.choices.is_some());
                if asked != Some(choice.is_some()) {
                    return Err(Refusal::Form);
                }
                Fact::Answer { question: question.clone(), who, value }
            }
            Message::Vote { round, index, label } => {
                self.shared.admits_vote(round, who, *index, *label)?;
                Fact::Vote { round: round.clone(), who, index: *index, label: *label }
            }
            _ => return Err(Refusal::Form),
        };
        self.put(fact);
        Ok(())
    }

    /// A fact has come, from this server or another one: the room changes, and all who have to know are told.
    pub fn apply(&mut self, fact: Fact, now: Millis) {
        let sender = sender(&fact);
        match self.shared.apply(fact) {
            Ok(change) => self.tell_change(&change, now),
            // It was admitted when it came, and has been overtaken since.
            Err(refusal) => {
                if let Some((who, of)) = sender {
                    self.refuse_visitor(who, refusal, of);
                }
            }
        }
    }

    fn tell_change(&mut self, change: &Change, now: Millis) {
        match *change {
            Change::Nothing => {}
            Change::Moment => self.tell_moment(),
            Change::Paused => self.tell_paused(),
            Change::Asked => {
                self.fresh_answers.clear();
                self.tell_question();
            }
            Change::Answered(who) => {
                self.fresh_answers.insert(who);
                self.acknowledge_answer(who);
            }
            Change::Revealed => self.tell_revealed(),
            Change::Opened => {
                self.fresh_votes.clear();
                self.tell_round();
            }
            Change::Voted(who, index) => {
                self.fresh_votes.insert((who, index));
                self.acknowledge_vote(who, index);
            }
            Change::Ended => self.tell_ended(),
            Change::Led(before) => {
                self.leader_seen = now;
                if let Some(who) = before {
                    self.tell_overtaken(who);
                }
            }
        }
    }
}

/// Whose fact it is, and what is refused where it comes too late.
fn sender(fact: &Fact) -> Option<(Who, Vec<(&'static str, serde_json::Value)>)> {
    match fact {
        Fact::Answer { question, who, .. } => {
            Some((*who, vec![("of", "answer".into()), ("question", question.as_str().into())]))
        }
        Fact::Vote { round, who, index, .. } => Some((
            *who,
            vec![("of", "vote".into()), ("round", round.as_str().into()), ("index", (*index).into())],
        )),
        _ => None,
    }
}
