//! What pages send, and what of it can be taken: sizes and numbers are bounded here, before anything is done.

use serde::Deserialize;

use super::fact::{Asked, Round, Who};

/// How long the text of a participant's message may be, in bytes.
pub const PARTICIPANT_BYTES: usize = 16 << 10;
/// How long the text of a lecturer's message may be, in bytes.
pub const LECTURER_BYTES: usize = 256 << 10;
/// The version of the protocol.
pub const VERSION: u32 = 1;

const QUESTION_LENGTH: usize = 64;
const ROUND_LENGTH: usize = 32;
const NAME_LENGTH: usize = 24;
const MOST_CHOICES: u32 = 26;
const MOST_COLOURS: u32 = 200;
const MOST_CLASSES: u32 = 6;
/// Numbers above are not exact in the page.
const MOST_SEED: u64 = (1 << 53) - 1;

/// A page's message.
#[derive(Debug, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Message {
    Hello { v: u32, id: String, key: Option<String> },
    Answer { question: String, choice: Option<u32>, value: Option<f64> },
    Vote { round: String, index: u32, label: u32 },
    Away { away: bool },
    Lead { link: String },
    Teach { link: Option<String> },
    Pause { paused: bool },
    Ask(Asked),
    Reveal { question: String, right: Option<f64> },
    Round(Round),
    End { round: String },
    Take {},
    Restore(Box<Restore>),
}

/// What a lecturer's page gives back to a server that was started anew.
#[derive(Debug, Deserialize)]
pub struct Restore {
    /// Where the lecturer stands.
    pub moment: Option<String>,
    /// Whether the room is paused.
    #[serde(default)]
    pub paused: bool,
    /// The question.
    pub question: Option<RestoredQuestion>,
    /// The answers to it.
    #[serde(default)]
    pub answers: Vec<(Who, f64)>,
    /// The round.
    pub round: Option<RestoredRound>,
    /// The votes in it: who, colour, class.
    #[serde(default)]
    pub votes: Vec<(Who, u32, u32)>,
    /// Whether another piece follows.
    #[serde(default)]
    pub more: bool,
}

/// A question as it was.
#[derive(Debug, Deserialize)]
pub struct RestoredQuestion {
    /// What was asked.
    #[serde(flatten)]
    pub asked: Asked,
    /// Whether it was closed.
    #[serde(default)]
    pub revealed: bool,
    /// What was right.
    pub right: Option<f64>,
}

/// A round as it was.
#[derive(Debug, Deserialize)]
pub struct RestoredRound {
    /// What it is.
    #[serde(flatten)]
    pub round: Round,
    /// Whether it was closed.
    #[serde(default)]
    pub ended: bool,
}

impl Message {
    /// What is refused by name where this is.
    pub fn name(&self) -> &'static str {
        match self {
            Message::Hello { .. } => "hello",
            Message::Answer { .. } => "answer",
            Message::Vote { .. } => "vote",
            Message::Away { .. } => "away",
            Message::Lead { .. } => "lead",
            Message::Teach { .. } => "teach",
            Message::Pause { .. } => "pause",
            Message::Ask(_) => "ask",
            Message::Reveal { .. } => "reveal",
            Message::Round(_) => "round",
            Message::End { .. } => "end",
            Message::Take {} => "take",
            Message::Restore(_) => "restore",
        }
    }

    /// The message in a text, where it is one whose numbers and texts are within their bounds.
    pub fn read(text: &str) -> Option<Self> {
        serde_json::from_str::<Self>(text).ok().filter(Self::is_bounded)
    }

    fn is_bounded(&self) -> bool {
        match self {
            Message::Hello { v, id, .. } => *v == VERSION && is_visitor(id),
            Message::Answer { question, choice, value } => {
                is_question(question)
                    && choice.is_some() != value.is_some()
                    && value.is_none_or(f64::is_finite)
            }
            Message::Vote { round, .. } | Message::End { round } => is_round(round),
            Message::Lead { link } => is_link(link),
            Message::Teach { link } => link.as_deref().is_none_or(is_link),
            Message::Ask(asked) => asked.is_bounded(),
            Message::Reveal { question, right } => is_question(question) && right.is_none_or(f64::is_finite),
            Message::Round(round) => round.is_bounded(),
            Message::Restore(restore) => restore.is_bounded(),
            Message::Away { .. } | Message::Pause { .. } | Message::Take {} => true,
        }
    }
}

impl Restore {
    fn is_bounded(&self) -> bool {
        self.moment.as_deref().is_none_or(is_link)
            && self.question.as_ref().is_none_or(|question| {
                question.asked.is_bounded() && question.right.is_none_or(f64::is_finite)
            })
            && self.round.as_ref().is_none_or(|round| round.round.is_bounded())
    }
}

impl Asked {
    fn is_bounded(&self) -> bool {
        let kind = match self.choices {
            Some(choices) => !self.number && (2..=MOST_CHOICES).contains(&choices),
            None => self.number,
        };
        kind && is_question(&self.question)
    }
}

impl Round {
    fn is_bounded(&self) -> bool {
        is_round(&self.round)
            && self.seed <= MOST_SEED
            && (1..=MOST_COLOURS).contains(&self.colours)
            && (2..=MOST_CLASSES).contains(&self.classes)
            && self.names.len() == self.classes as usize
            && self.names.iter().all(|name| is_name(name))
    }
}

/// Whether this is the id of a visitor: 32 hexadecimal digits.
pub fn is_visitor(id: &str) -> bool {
    id.len() == 32 && id.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

fn is_question(id: &str) -> bool {
    is_id(id, QUESTION_LENGTH)
}

fn is_round(id: &str) -> bool {
    is_id(id, ROUND_LENGTH)
}

fn is_id(id: &str, longest: usize) -> bool {
    (1..=longest).contains(&id.len())
        && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-:/".contains(&byte))
}

/// The text of a link has no white space and nothing that can't be seen; what it says is checked by every page, which
/// reads it as any other link.
fn is_link(link: &str) -> bool {
    !link.is_empty() && !link.chars().any(|sign| sign.is_control() || sign.is_whitespace())
}

fn is_name(name: &str) -> bool {
    !name.trim().is_empty() && name.chars().count() <= NAME_LENGTH && !name.chars().any(char::is_control)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_within_its_bounds_is_read() {
        for text in [
            r#"{"type":"hello","v":1,"id":"0123456789abcdef0123456789abcdef"}"#,
            r#"{"type":"answer","question":"a.b","choice":25}"#,
            r#"{"type":"answer","question":"a","value":-1}"#,
            r#"{"type":"vote","round":"r","index":199,"label":5}"#,
            r#"{"type":"ask","question":"a","choices":2}"#,
            r#"{"type":"ask","question":"a","number":true,"more":"is ignored"}"#,
            r#"{"type":"round","round":"r","seed":9007199254740991,"colours":200,"classes":2,"names":["赤","青"]}"#,
            r#"{"type":"take"}"#,
            r#"{"type":"restore","moment":null,"paused":false,"question":null,"answers":[],"round":null,"votes":[]}"#,
        ] {
            assert!(Message::read(text).is_some(), "{text}");
        }
    }

    #[test]
    fn what_is_not_within_its_bounds_is_not_read() {
        let long = "a".repeat(65);
        for text in [
            "",
            "[]",
            "null",
            "{}",
            r#"{"type":"shutdown"}"#,
            r#"{"type":"hello","v":2,"id":"0123456789abcdef0123456789abcdef"}"#,
            r#"{"type":"hello","v":1,"id":"0123456789ABCDEF0123456789abcdef"}"#,
            r#"{"type":"hello","v":1,"id":"0123"}"#,
            r#"{"type":"answer","question":"a"}"#,
            r#"{"type":"answer","question":"a","choice":1,"value":1}"#,
            r#"{"type":"answer","question":"a","choice":-1}"#,
            r#"{"type":"answer","question":"a","choice":0.5}"#,
            r#"{"type":"answer","question":"a","value":1e999}"#,
            r#"{"type":"answer","question":"<b>","choice":1}"#,
            r#"{"type":"vote","round":"","index":0,"label":0}"#,
            r#"{"type":"vote","round":"r","index":4294967296,"label":0}"#,
            r#"{"type":"ask","question":"a","choices":27}"#,
            r#"{"type":"ask","question":"a","choices":1}"#,
            r#"{"type":"ask","question":"a"}"#,
            r#"{"type":"ask","question":"a","choices":3,"number":true}"#,
            r#"{"type":"round","round":"r","seed":1,"colours":201,"classes":2,"names":["a","b"]}"#,
            r#"{"type":"round","round":"r","seed":1,"colours":10,"classes":7,"names":["a","b","c","d","e","f","g"]}"#,
            r#"{"type":"round","round":"r","seed":1,"colours":10,"classes":3,"names":["a","b"]}"#,
            r#"{"type":"round","round":"r","seed":1,"colours":10,"classes":2,"names":["a"," "]}"#,
            r#"{"type":"round","round":"r","seed":9007199254740992,"colours":10,"classes":2,"names":["a","b"]}"#,
            r#"{"type":"lead","link":""}"#,
            r#"{"type":"lead","link":"a b"}"#,
            r#"{"type":"reveal","question":"a","right":"b"}"#,
            &format!(r#"{{"type":"answer","question":"{long}","choice":1}}"#),
            &"[".repeat(10_000),
        ] {
            assert!(Message::read(text).is_none(), "{text}");
        }
    }
}
