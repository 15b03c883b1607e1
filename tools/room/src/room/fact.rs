//! What all servers of a room share: small facts, each with a key under which the newest one counts.
//!
//! A server does not change its room at once: it puts a fact, and changes the room when the fact comes back to it. So a
//! server that is alone and one of many do the same, and one that is started later sees the same facts in the same order.

use serde::{Deserialize, Serialize, Serializer};

/// A visitor, as it is told to others: a number from which its id can't be found.
pub type Who = u64;

/// A number that is written without a fraction where it has none.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(transparent)]
pub struct Value(pub f64);

/// The largest number of which every smaller whole one is exact.
const EXACT: f64 = 9_007_199_254_740_992.0;

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.fract() == 0.0 && self.0.abs() < EXACT {
            #[allow(clippy::cast_possible_truncation)]
            serializer.serialize_i64(self.0 as i64)
        } else {
            serializer.serialize_f64(self.0)
        }
    }
}

/// What is asked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Asked {
    /// The id of the lesson's step.
    pub question: String,
    /// How many choices there are; nothing where the answer is a number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub choices: Option<u32>,
    /// Whether the answer is a number.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub number: bool,
}

/// A round of colours.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Round {
    /// Its id.
    pub round: String,
    /// From which the pages make the colours.
    pub seed: u64,
    /// How many colours there are.
    pub colours: u32,
    /// How many classes there are.
    pub classes: u32,
    /// The names of the classes.
    pub names: Vec<String>,
}

/// One fact.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "fact", rename_all = "snake_case")]
pub enum Fact {
    /// Where the lecturer stands.
    Moment {
        /// The text of a link.
        link: String,
    },
    /// Whether the room is paused.
    Paused {
        /// Whether it is.
        paused: bool,
    },
    /// A question is open from now on, without any answer.
    Question(Asked),
    /// The newest answer of a visitor.
    Answer {
        /// To which question.
        question: String,
        /// Whose it is.
        who: Who,
        /// A choice's index, or a number.
        value: Value,
    },
    /// The question is closed.
    Revealed {
        /// Which one.
        question: String,
        /// What is right, if anything is.
        right: Option<Value>,
    },
    /// A round is open from now on, without any vote.
    Round(Round),
    /// The newest vote of a visitor for a colour.
    Vote {
        /// In which round.
        round: String,
        /// Whose it is.
        who: Who,
        /// The index of the colour.
        index: u32,
        /// The index of the class.
        label: u32,
    },
    /// The round is closed.
    Ended {
        /// Which one.
        round: String,
    },
    /// Who leads.
    Lead {
        /// A lecturer's page.
        who: Who,
    },
}

impl Fact {
    /// Of the facts with the same key the newest counts. It is made of letters, digits and dots.
    ///
    /// A question and what closes it have keys of their own, so that a question is older than its answers, and what
    /// closes it newer, for whoever reads only the newest of each key in order.
    pub fn key(&self) -> String {
        match self {
            Fact::Moment { .. } => "moment".to_owned(),
            Fact::Paused { .. } => "paused".to_owned(),
            Fact::Question(_) => "question".to_owned(),
            Fact::Answer { question, who, .. } => format!("a.{}.{who:x}", hex(question)),
            Fact::Revealed { .. } => "revealed".to_owned(),
            Fact::Round(_) => "round".to_owned(),
            Fact::Vote { round, who, index, .. } => format!("v.{}.{who:x}.{index}", hex(round)),
            Fact::Ended { .. } => "ended".to_owned(),
            Fact::Lead { .. } => "lead".to_owned(),
        }
    }
}

fn hex(text: &str) -> String {
    text.bytes().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_without_a_fraction_is_written_as_one() {
        let written = [2.0, -0.0, 0.5, 1e300].map(|value| serde_json::to_string(&Value(value)).unwrap());
        assert_eq!(written, ["2", "0", "0.5", "1e+300"]);
    }

    #[test]
    fn two_facts_have_one_key_where_the_newer_takes_the_place_of_the_older() {
        let vote =
            |round: &str, who, index, label| Fact::Vote { round: round.to_owned(), who, index, label }.key();
        assert_eq!(vote("a", 1, 2, 0), vote("a", 1, 2, 1));
        assert_ne!(vote("a", 1, 2, 0), vote("a", 1, 3, 0));
        assert_ne!(vote("a", 1, 2, 0), vote("a", 2, 2, 0));
        assert_ne!(vote("a", 1, 2, 0), vote("b", 1, 2, 0));
        let odd = vote("a.b:c/d", 0xab, 7, 0);
        assert!(odd.chars().all(|sign| sign.is_ascii_alphanumeric() || sign == '.'), "{odd}");
    }

    #[test]
    fn a_fact_is_read_as_it_was_written() {
        let fact = Fact::Revealed { question: "loss".to_owned(), right: Some(Value(0.5)) };
        let text = serde_json::to_string(&fact).unwrap();
        assert_eq!(serde_json::from_str::<Fact>(&text).unwrap(), fact);
    }
}
