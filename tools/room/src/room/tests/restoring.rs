use serde_json::{Value as Json, json};

use super::super::Connection;
use super::Trial;

fn round() -> Json {
    json!({ "round": "r", "seed": 5, "colours": 3, "classes": 2, "names": ["warm", "cold"], "ended": false })
}

/// A room in the middle of a question and a round: it, the lecturer's page, and what that knows.
fn before() -> (Trial, Json) {
    let mut trial = Trial::new();
    let (one, two, lecturer) = (trial.join(1), trial.join(2), trial.lecture(3));
    trial.say(lecturer, &json!({ "type": "lead", "link": "#a" }));
    trial.say(lecturer, &json!({ "type": "ask", "question": "q", "choices": 2 }));
    let mut message = round();
    message["type"] = json!("round");
    trial.say(lecturer, &message);
    trial.say(one, &json!({ "type": "answer", "question": "q", "choice": 1 }));
    trial.say(one, &json!({ "type": "vote", "round": "r", "index": 0, "label": 1 }));
    trial.say(two, &json!({ "type": "vote", "round": "r", "index": 0, "label": 0 }));
    trial.wait(300);
    let told = trial.take(lecturer);
    let records = |kind: &str| {
        told.iter()
            .rfind(|message| message["type"] == kind)
            .map(|message| message["records"].clone())
            .unwrap()
    };
    let known = json!({
        "type": "restore", "moment": "#a", "paused": true,
        "question": { "question": "q", "choices": 2, "revealed": false }, "answers": records("answers"),
        "round": round(), "votes": records("votes"),
    });
    (trial, known)
}

fn result(trial: &mut Trial, lecturer: Connection) -> (Json, Json) {
    trial.take(lecturer);
    trial.say(lecturer, &json!({ "type": "reveal", "question": "q" }));
    trial.say(lecturer, &json!({ "type": "end", "round": "r" }));
    let told = trial.take(lecturer);
    let tally = |kind: &str| told.iter().find(|message| message["type"] == kind).unwrap()["tally"].clone();
    (tally("revealed"), tally("ended"))
}

#[test]
fn a_server_that_is_started_anew_gets_all_back_and_counts_nothing_twice() {
    let (_, known) = before();
    let mut trial = Trial::with_run("second");
    // A phone is faster than the lecturer's page, and sends what it has.
    let one = trial.join(1);
    assert_eq!(trial.reason(one, &json!({ "type": "answer", "question": "q", "choice": 1 })), "closed");
    let lecturer = trial.lecture(3);
    trial.say(lecturer, &known);
    let told: Vec<Json> = trial.take(one);
    let kinds: Vec<&str> = told.iter().filter_map(|message| message["type"].as_str()).collect();
    assert!(["moment", "paused", "question", "round"].iter().all(|kind| kinds.contains(kind)), "{kinds:?}");
    // It sends all that it has once more, and what it had never got through.
    trial.say(one, &json!({ "type": "answer", "question": "q", "choice": 1 }));
    trial.say(one, &json!({ "type": "vote", "round": "r", "index": 0, "label": 1 }));
    trial.say(one, &json!({ "type": "vote", "round": "r", "index": 2, "label": 0 }));
    assert_eq!(result(&mut trial, lecturer), (json!([0, 1]), json!([[1, 1], [0, 0], [1, 0]])));
}

#[test]
fn it_comes_back_in_pieces_and_what_a_phone_has_sent_since_is_not_overwritten() {
    let (_, known) = before();
    let mut trial = Trial::with_run("second");
    let (one, lecturer) = (trial.join(1), trial.lecture(3));
    let mut first = known.clone();
    (first["answers"], first["votes"], first["more"]) = (json!([]), json!([]), json!(true));
    trial.say(lecturer, &first);
    trial.say(one, &json!({ "type": "answer", "question": "q", "choice": 0 }));
    trial.say(lecturer, &json!({ "type": "restore", "answers": known["answers"], "more": true }));
    trial.say(lecturer, &json!({ "type": "restore", "votes": known["votes"] }));
    assert_eq!(trial.reason(lecturer, &json!({ "type": "restore", "votes": known["votes"] })), "closed");
    assert_eq!(result(&mut trial, lecturer), (json!([1, 0]), json!([[1, 1], [0, 0], [0, 0]])));
}

#[test]
fn a_question_that_was_revealed_and_a_round_that_had_ended_are_again() {
    let (_, mut known) = before();
    known["question"]["revealed"] = json!(true);
    known["question"]["right"] = json!(1);
    known["round"]["ended"] = json!(true);
    let mut trial = Trial::with_run("second");
    let (one, lecturer) = (trial.join(1), trial.lecture(3));
    trial.say(lecturer, &known);
    let told = trial.take(one);
    let revealed = told.iter().find(|message| message["type"] == "revealed").unwrap();
    assert_eq!((&revealed["right"], &revealed["tally"]), (&json!(1), &json!([0, 1])));
    assert_eq!(told.iter().find(|message| message["type"] == "ended").unwrap()["tally"][0], json!([1, 1]));
    assert_eq!(trial.reason(one, &json!({ "type": "vote", "round": "r", "index": 1, "label": 1 })), "closed");
}

#[test]
fn where_there_is_something_already_nothing_is_restored() {
    let (mut trial, known) = before();
    let second = trial.lecture(4);
    assert_eq!(trial.reason(second, &known), "closed");
}

#[test]
fn records_out_of_their_bounds_are_left_out() {
    let (_, mut known) = before();
    known["answers"] = json!([[1, 2], [2, 0.5], [3, 1]]);
    known["votes"] = json!([[1, 3, 0], [1, 0, 2], [1, 2, 1]]);
    let mut trial = Trial::with_run("second");
    let lecturer = trial.lecture(3);
    trial.say(lecturer, &known);
    assert_eq!(result(&mut trial, lecturer), (json!([0, 1]), json!([[0, 0], [0, 0], [0, 1]])));
}
