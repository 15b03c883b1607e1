//! What lecturers' pages send: one of them leads.

use super::fact::{Asked, Fact, Round, Value, Who};
use super::message::{Message, Restore};
use super::refusal::Refusal;
use super::{Connection, Millis, Room};

/// For how long the one who leads may be away, because a network failed or a page is loaded anew, before another lecturer's
/// page may lead without taking over.
const GRACE: Millis = 15_000;

/// What is being restored, piece by piece.
#[derive(Debug)]
pub struct Restoring {
    /// By whom.
    pub connection: Connection,
    question: Option<(Asked, Option<Option<Value>>)>,
    round: Option<(Round, bool)>,
}

impl Room {
    /// Whether a lecturer's page leads.
    pub(super) fn is_led(&self, now: Millis) -> bool {
        self.shared.leader.is_some() && now.saturating_sub(self.leader_seen) < GRACE
    }

    /// What a page with the right key says.
    pub(super) fn lead(
        &mut self,
        connection: Connection,
        who: Who,
        message: &Message,
        now: Millis,
    ) -> Result<(), Refusal> {
        match message {
            Message::Take {} => {
                self.leader_seen = now;
                self.put(Fact::Lead { who });
                return Ok(());
            }
            Message::Restore(restore) => return self.restore(connection, who, restore),
            _ => {}
        }
        if self.shared.leader != Some(who) {
            if self.is_led(now) {
                return Err(Refusal::Led);
            }
            self.put(Fact::Lead { who });
        }
        self.leader_seen = now;
        let fact = match message {
            Message::Lead { link } | Message::Teach { link: Some(link) } => {
                Fact::Moment { link: link.clone() }
            }
            Message::Pause { paused } => Fact::Paused { paused: *paused },
            Message::Ask(asked) => Fact::Question(asked.clone()),
            Message::Reveal { question, right } => {
                Fact::Revealed { question: question.clone(), right: right.map(Value) }
            }
            Message::Round(round) => Fact::Round(round.clone()),
            Message::End { round } => Fact::Ended { round: round.clone() },
            _ => return Ok(()),
        };
        self.put(fact);
        Ok(())
    }

    /// Takes back what a lecturer's page knows of the room before the server was started anew; never over what is here.
    fn restore(&mut self, connection: Connection, who: Who, restore: &Restore) -> Result<(), Refusal> {
        let goes_on = self.restoring.as_ref().is_some_and(|restoring| restoring.connection == connection);
        if !goes_on {
            if !self.shared.is_new() || self.restoring.is_some() {
                return Err(Refusal::Closed);
            }
            self.begin_restoring(connection, who, restore);
        }
        let Some(restoring) = self.restoring.take() else { return Ok(()) };
        self.restore_records(&restoring, restore);
        if restore.more {
            self.restoring = Some(restoring);
            return Ok(());
        }
        if let Some((asked, Some(right))) = restoring.question {
            self.put(Fact::Revealed { question: asked.question, right });
        }
        if let Some((round, true)) = restoring.round {
            self.put(Fact::Ended { round: round.round });
        }
        Ok(())
    }

    fn begin_restoring(&mut self, connection: Connection, who: Who, restore: &Restore) {
        self.put(Fact::Lead { who });
        if let Some(link) = &restore.moment {
            self.put(Fact::Moment { link: link.clone() });
        }
        self.put(Fact::Paused { paused: restore.paused });
        let question = restore.question.as_ref().map(|question| {
            self.put(Fact::Question(question.asked.clone()));
            (question.asked.clone(), question.revealed.then(|| question.right.map(Value)))
        });
        let round = restore.round.as_ref().map(|round| {
            self.put(Fact::Round(round.round.clone()));
            (round.round.clone(), round.ended)
        });
        self.restoring = Some(Restoring { connection, question, round });
    }

    /// The answers and votes of a piece, but for those that their visitors have sent anew themselves.
    fn restore_records(&mut self, restoring: &Restoring, restore: &Restore) {
        if let Some((asked, _)) = &restoring.question {
            for &(who, value) in &restore.answers {
                let is_known =
                    self.shared.question.as_ref().is_some_and(|question| question.answers.contains_key(&who));
                if asked.may_be(Value(value)) && !is_known {
                    self.put(Fact::Answer { question: asked.question.clone(), who, value: Value(value) });
                }
            }
        }
        if let Some((round, _)) = &restoring.round {
            for &(who, index, label) in &restore.votes {
                let is_known = self
                    .shared
                    .round
                    .as_ref()
                    .is_some_and(|colours| colours.votes.contains_key(&(who, index)));
                if round.has(index, label) && !is_known {
                    self.put(Fact::Vote { round: round.round.clone(), who, index, label });
                }
            }
        }
    }
}
