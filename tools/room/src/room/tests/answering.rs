use serde_json::json;

use super::{Trial, types};

#[test]
fn an_open_question_is_told_answered_acknowledged_and_revealed() {
    let mut trial = Trial::new();
    let (one, two, lecturer) = (trial.join(1), trial.join(2), trial.lecture(3));
    trial.say(lecturer, &json!({ "type": "ask", "question": "loss.1", "choices": 3 }));
    assert_eq!(
        trial.only(one, "question"),
        json!({ "type": "question", "question": "loss.1", "choices": 3, "revealed": false })
    );
    let ack = trial.ask(one, &json!({ "type": "answer", "question": "loss.1", "choice": 2 }));
    assert_eq!((&ack["type"], &ack["answer"]), (&json!("ack"), &json!("loss.1")));
    trial.say(two, &json!({ "type": "answer", "question": "loss.1", "choice": 0 }));
    trial.wait(500);
    let told = trial.take(lecturer);
    let here = told.iter().rfind(|message| message["type"] == "here").unwrap();
    assert_eq!(here["answered"], 2);
    let answers = told.iter().find(|message| message["type"] == "answers").unwrap();
    let mut choices: Vec<_> =
        answers["records"].as_array().unwrap().iter().map(|record| record[1].clone()).collect();
    choices.sort_by_key(|choice| choice.as_u64());
    assert_eq!(choices, [0, 2]);
    trial.say(lecturer, &json!({ "type": "reveal", "question": "loss.1", "right": 2 }));
    let revealed = json!({ "type": "revealed", "question": "loss.1", "right": 2, "tally": [1, 0, 1] });
    assert_eq!(trial.only(one, "revealed"), revealed);
    assert_eq!(trial.only(lecturer, "revealed"), revealed);
}

#[test]
fn the_last_answer_of_a_visitor_counts_once() {
    let mut trial = Trial::new();
    let (one, lecturer) = (trial.join(1), trial.lecture(2));
    trial.say(lecturer, &json!({ "type": "ask", "question": "q", "choices": 2 }));
    for choice in [0, 0, 1] {
        assert_eq!(
            trial.ask(one, &json!({ "type": "answer", "question": "q", "choice": choice }))["type"],
            "ack"
        );
    }
    // The same visitor after a reload.
    trial.leave(one);
    let again = trial.join(1);
    assert_eq!(trial.ask(again, &json!({ "type": "answer", "question": "q", "choice": 1 }))["type"], "ack");
    trial.say(lecturer, &json!({ "type": "reveal", "question": "q" }));
    assert_eq!(
        trial.only(again, "revealed"),
        json!({ "type": "revealed", "question": "q", "tally": [0, 1] })
    );
}

#[test]
fn numbers_are_counted_by_value() {
    let mut trial = Trial::new();
    let lecturer = trial.lecture(1);
    trial.say(lecturer, &json!({ "type": "ask", "question": "q", "number": true }));
    for (number, value) in [(2, json!(0.5)), (3, json!(7)), (4, json!(0.5))] {
        let participant = trial.join(number);
        trial.say(participant, &json!({ "type": "answer", "question": "q", "value": value }));
    }
    trial.say(lecturer, &json!({ "type": "reveal", "question": "q", "right": 0.5 }));
    assert_eq!(
        trial.only(lecturer, "revealed"),
        json!({ "type": "revealed", "question": "q", "right": 0.5, "tally": [[0.5, 2], [7, 1]], "others": 0 })
    );
}

#[test]
fn what_does_not_answer_the_open_question_is_refused() {
    let mut trial = Trial::new();
    let (one, lecturer) = (trial.join(1), trial.lecture(2));
    let answer = json!({ "type": "answer", "question": "q", "choice": 1 });
    assert_eq!(trial.reason(one, &answer), "closed");
    trial.say(lecturer, &json!({ "type": "ask", "question": "q", "choices": 2 }));
    assert_eq!(trial.reason(one, &json!({ "type": "answer", "question": "q", "choice": 2 })), "form");
    assert_eq!(trial.reason(one, &json!({ "type": "answer", "question": "q", "value": 1 })), "form");
    assert_eq!(trial.reason(one, &json!({ "type": "answer", "question": "p", "choice": 1 })), "closed");
    trial.say(lecturer, &json!({ "type": "reveal", "question": "q" }));
    let late = trial.ask(one, &answer);
    trial.take(one);
    assert_eq!(
        (&late["reason"], &late["of"], &late["question"]),
        (&json!("closed"), &json!("answer"), &json!("q"))
    );
    assert!(trial.facts.iter().all(|fact| !fact.key().starts_with("a.")));
}

#[test]
fn a_question_that_is_asked_again_has_no_answers() {
    let mut trial = Trial::new();
    let (one, lecturer) = (trial.join(1), trial.lecture(2));
    for _ in 0..2 {
        trial.say(lecturer, &json!({ "type": "ask", "question": "q", "choices": 2 }));
        trial.take(lecturer);
        trial.say(lecturer, &json!({ "type": "reveal", "question": "q" }));
        assert_eq!(trial.only(lecturer, "revealed")["tally"], json!([0, 0]));
        trial.say(lecturer, &json!({ "type": "ask", "question": "q", "choices": 2 }));
        trial.say(one, &json!({ "type": "answer", "question": "q", "choice": 1 }));
    }
}

#[test]
fn who_comes_while_a_question_is_open_or_revealed_is_told() {
    let mut trial = Trial::new();
    let lecturer = trial.lecture(1);
    trial.say(lecturer, &json!({ "type": "ask", "question": "q", "choices": 2 }));
    let hello = json!({ "type": "hello", "v": 1, "id": Trial::id(2) });
    let late = trial.connect();
    trial.say(late, &hello);
    assert_eq!(
        trial.only(late, "welcome")["question"],
        json!({ "question": "q", "choices": 2, "revealed": false })
    );
    trial.say(late, &json!({ "type": "answer", "question": "q", "choice": 0 }));
    trial.say(lecturer, &json!({ "type": "reveal", "question": "q", "right": 0 }));
    let later = trial.connect();
    trial.say(later, &hello);
    assert_eq!(
        trial.only(later, "welcome")["question"],
        json!({ "question": "q", "choices": 2, "revealed": true, "right": 0, "tally": [1, 0] })
    );
}

#[test]
fn a_lecturers_page_that_comes_back_gets_every_answer_and_vote() {
    let mut trial = Trial::new();
    let (one, lecturer) = (trial.join(1), trial.lecture(2));
    trial.say(lecturer, &json!({ "type": "ask", "question": "q", "choices": 2 }));
    trial.say(one, &json!({ "type": "answer", "question": "q", "choice": 1 }));
    let names = ["a", "b"];
    trial.say(
        lecturer,
        &json!({ "type": "round", "round": "r", "seed": 1, "colours": 9, "classes": 2, "names": names }),
    );
    trial.say(one, &json!({ "type": "vote", "round": "r", "index": 8, "label": 1 }));
    trial.leave(lecturer);
    let again = trial.connect();
    trial.say(again, &json!({ "type": "hello", "v": 1, "id": Trial::id(2), "key": super::KEY }));
    let told = trial.take(again);
    assert_eq!(types(&told), ["welcome", "answers", "votes", "here"]);
    assert_eq!(told[1]["records"][0][1], 1);
    let who = &told[1]["records"][0][0];
    assert_eq!(told[2]["records"], json!([[who, 8, 1]]));
    assert!(who.as_u64().unwrap() < 1 << 48);
}
