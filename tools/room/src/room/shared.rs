//! The state of a room, as its facts make it.

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json, json};

use super::fact::{Asked, Fact, Round, Value, Who};
use super::refusal::Refusal;
use super::tally;

/// How many visitors' answers to a question are kept.
const MOST_ANSWERS: usize = 20_000;
/// How many votes of a round are kept: those of 2,000 visitors for 200 colours.
const MOST_VOTES: usize = 400_000;

/// The state.
#[derive(Debug, Default)]
pub struct Shared {
    /// Where the lecturer stands: the text of a link.
    pub moment: Option<String>,
    /// Whether the room is paused.
    pub paused: bool,
    /// The newest question.
    pub question: Option<Question>,
    /// The newest round.
    pub round: Option<Colours>,
    /// The lecturer's page that leads.
    pub leader: Option<Who>,
}

/// A question and what was answered.
#[derive(Debug)]
pub struct Question {
    /// What was asked.
    pub asked: Asked,
    /// The newest answer of each visitor.
    pub answers: BTreeMap<Who, Value>,
    /// Whether it is closed, and what was right then.
    pub revealed: Option<Option<Value>>,
}

/// A round and its votes.
#[derive(Debug)]
pub struct Colours {
    /// What it is.
    pub round: Round,
    /// The newest vote of each visitor for each colour.
    pub votes: BTreeMap<(Who, u32), u32>,
    /// Whether it is closed.
    pub ended: bool,
}

/// What a fact has changed.
#[derive(Debug, PartialEq)]
pub enum Change {
    /// Nothing that anybody has to be told.
    Nothing,
    /// Where the lecturer stands.
    Moment,
    /// Whether the room is paused.
    Paused,
    /// A question was opened.
    Asked,
    /// This visitor has answered it.
    Answered(Who),
    /// It was closed.
    Revealed,
    /// A round was opened.
    Opened,
    /// This visitor has voted for this colour.
    Voted(Who, u32),
    /// It was closed.
    Ended,
    /// Somebody else leads; this one has led before.
    Led(Option<Who>),
}

impl Shared {
    /// Whether nobody has led here yet.
    pub fn is_new(&self) -> bool {
        self.moment.is_none() && self.question.is_none() && self.round.is_none()
    }

    /// Whether this answer of this visitor counts.
    pub fn admits_answer(&self, id: &str, who: Who, value: Value) -> Result<(), Refusal> {
        let question = self.question.as_ref().filter(|question| question.asked.question == id);
        let question = question.filter(|question| question.revealed.is_none()).ok_or(Refusal::Closed)?;
        if !question.asked.may_be(value) {
            return Err(Refusal::Form);
        }
        let room = question.answers.len() < MOST_ANSWERS || question.answers.contains_key(&who);
        if room { Ok(()) } else { Err(Refusal::Full) }
    }

    /// Whether this vote of this visitor counts.
    pub fn admits_vote(&self, id: &str, who: Who, index: u32, label: u32) -> Result<(), Refusal> {
        let colours = self.round.as_ref().filter(|colours| colours.round.round == id && !colours.ended);
        let colours = colours.ok_or(Refusal::Closed)?;
        if !colours.round.has(index, label) {
            return Err(Refusal::Form);
        }
        let room = colours.votes.len() < MOST_VOTES || colours.votes.contains_key(&(who, index));
        if room { Ok(()) } else { Err(Refusal::Full) }
    }

    /// Takes a fact in. One that does not fit the state, because it came too late, is refused and changes nothing.
    pub fn apply(&mut self, fact: Fact) -> Result<Change, Refusal> {
        Ok(match fact {
            Fact::Moment { link } => {
                self.moment = Some(link);
                Change::Moment
            }
            Fact::Paused { paused } if self.paused == paused => Change::Nothing,
            Fact::Paused { paused } => {
                self.paused = paused;
                Change::Paused
            }
            Fact::Question(asked) => {
                self.question = Some(Question { asked, answers: BTreeMap::new(), revealed: None });
                Change::Asked
            }
            Fact::Answer { question, who, value } => {
                self.admits_answer(&question, who, value)?;
                if let Some(open) = &mut self.question {
                    open.answers.insert(who, value);
                }
                Change::Answered(who)
            }
            Fact::Revealed { question, right } => match &mut self.question {
                Some(open) if open.asked.question == question && open.revealed.is_none() => {
                    open.revealed = Some(right);
                    Change::Revealed
                }
                _ => Change::Nothing,
            },
            Fact::Round(round) => {
                self.round = Some(Colours { round, votes: BTreeMap::new(), ended: false });
                Change::Opened
            }
            Fact::Vote { round, who, index, label } => {
                self.admits_vote(&round, who, index, label)?;
                if let Some(open) = &mut self.round {
                    open.votes.insert((who, index), label);
                }
                Change::Voted(who, index)
            }
            Fact::Ended { round } => match &mut self.round {
                Some(open) if open.round.round == round && !open.ended => {
                    open.ended = true;
                    Change::Ended
                }
                _ => Change::Nothing,
            },
            Fact::Lead { who } if self.leader == Some(who) => Change::Nothing,
            Fact::Lead { who } => Change::Led(self.leader.replace(who)),
        })
    }
}

impl Question {
    /// What pages are told of it.
    pub fn told(&self) -> Map<String, Json> {
        let mut told = fields(json!(self.asked));
        told.insert("revealed".to_owned(), json!(self.revealed.is_some()));
        if self.revealed.is_some() {
            told.extend(self.result());
        }
        told
    }

    /// What is right, and the counts.
    pub fn result(&self) -> Map<String, Json> {
        let right = self.revealed.flatten().map(|right| ("right", json!(right)));
        let counts = tally::of_answers(&self.asked, &self.answers);
        right.into_iter().chain(counts).map(|(name, value)| (name.to_owned(), value)).collect()
    }

    /// Those of these visitors who have answered, with what.
    pub fn records(&self, whose: impl IntoIterator<Item = Who>) -> Vec<(Who, Value)> {
        whose.into_iter().filter_map(|who| Some((who, *self.answers.get(&who)?))).collect()
    }
}

impl Colours {
    /// What pages are told of it.
    pub fn told(&self) -> Map<String, Json> {
        let mut told = fields(json!(self.round));
        told.insert("ended".to_owned(), json!(self.ended));
        if self.ended {
            told.insert("tally".to_owned(), self.tally());
        }
        told
    }

    /// The counts.
    pub fn tally(&self) -> Json {
        tally::of_votes(&self.round, &self.votes)
    }

    /// The votes of these visitors for these colours.
    pub fn records(&self, which: impl IntoIterator<Item = (Who, u32)>) -> Vec<(Who, u32, u32)> {
        let vote = |(who, index)| Some((who, index, *self.votes.get(&(who, index))?));
        which.into_iter().filter_map(vote).collect()
    }
}

impl Asked {
    /// Whether this is one of its answers.
    pub fn may_be(&self, value: Value) -> bool {
        match self.choices {
            Some(choices) => tally::index(value).is_some_and(|index| index < choices as usize),
            None => value.0.is_finite(),
        }
    }
}

impl Round {
    /// Whether it has such a colour and such a class.
    pub fn has(&self, index: u32, label: u32) -> bool {
        index < self.colours && label < self.classes
    }
}

fn fields(value: Json) -> Map<String, Json> {
    match value {
        Json::Object(fields) => fields,
        _ => Map::new(),
    }
}
