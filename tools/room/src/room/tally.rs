//! Counts of what a room has answered and voted.

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};

use super::fact::{Asked, Round, Value, Who};

/// How many different numbers are told.
const NUMBERS: usize = 64;

/// What the answers come to: the fields `tally` and, for numbers, `others`.
///
/// Of choices the counts in their order; of numbers the most frequent 64 as `[value, count]` in the order of their values,
/// and how many answers are others.
pub fn of_answers(asked: &Asked, answers: &BTreeMap<Who, Value>) -> Vec<(&'static str, Json)> {
    let Some(choices) = asked.choices else { return of_numbers(answers) };
    let mut counts = vec![0_u32; choices as usize];
    for value in answers.values() {
        if let Some(count) = index(*value).and_then(|index| counts.get_mut(index)) {
            *count += 1;
        }
    }
    vec![("tally", json!(counts))]
}

fn of_numbers(answers: &BTreeMap<Who, Value>) -> Vec<(&'static str, Json)> {
    let mut values: Vec<f64> = answers.values().map(|value| value.0).collect();
    values.sort_by(f64::total_cmp);
    let mut counts: Vec<(Value, usize)> = Vec::new();
    for value in values {
        match counts.last_mut() {
            Some((last, count)) if last.0 == value => *count += 1,
            _ => counts.push((Value(value), 1)),
        }
    }
    // Stable: of those that are equally frequent the smaller come first.
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let others: usize = counts.iter().skip(NUMBERS).map(|(_, count)| count).sum();
    counts.truncate(NUMBERS);
    counts.sort_by(|(a, _), (b, _)| a.0.total_cmp(&b.0));
    vec![("tally", json!(counts)), ("others", json!(others))]
}

/// The counts of a round: by colour, of each class.
pub fn of_votes(round: &Round, votes: &BTreeMap<(Who, u32), u32>) -> Json {
    let mut counts = vec![vec![0_u32; round.classes as usize]; round.colours as usize];
    for ((_, index), label) in votes {
        let place = counts.get_mut(*index as usize).and_then(|colour| colour.get_mut(*label as usize));
        if let Some(count) = place {
            *count += 1;
        }
    }
    json!(counts)
}

/// The index of a choice that a number is, if it is one.
pub fn index(value: Value) -> Option<usize> {
    let whole = value.0.fract() == 0.0 && (0.0..1000.0).contains(&value.0);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    whole.then_some(value.0 as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers(values: &[f64]) -> BTreeMap<Who, Value> {
        values.iter().enumerate().map(|(who, value)| (who as Who, Value(*value))).collect()
    }

    fn asked(choices: Option<u32>) -> Asked {
        Asked { question: "a".to_owned(), choices, number: choices.is_none() }
    }

    #[test]
    fn choices_are_counted_in_their_order() {
        let told = of_answers(&asked(Some(3)), &answers(&[2.0, 0.0, 2.0]));
        assert_eq!(told, [("tally", json!([1, 0, 2]))]);
    }

    #[test]
    fn numbers_are_counted_by_value() {
        let told = of_answers(&asked(None), &answers(&[0.5, -1.0, 0.5]));
        assert_eq!(told, [("tally", json!([[-1, 1], [0.5, 2]])), ("others", json!(0))]);
    }

    #[test]
    fn of_many_numbers_the_most_frequent_are_told_and_the_others_counted() {
        let mut values: Vec<f64> = (0..100).map(f64::from).collect();
        values.extend([99.0, 99.0]);
        let told = of_answers(&asked(None), &answers(&values));
        let list = told[0].1.as_array().unwrap();
        assert_eq!((list.len(), &list[63]), (64, &json!([99, 3])));
        assert_eq!(told[1], ("others", json!(36)));
    }

    #[test]
    fn votes_are_counted_by_colour_and_class() {
        let round =
            Round { round: "r".to_owned(), seed: 1, colours: 2, classes: 2, names: vec![String::new(); 2] };
        let votes = BTreeMap::from([((1, 0), 1), ((2, 0), 1), ((1, 1), 0)]);
        assert_eq!(of_votes(&round, &votes), json!([[0, 2], [1, 0]]));
    }
}
