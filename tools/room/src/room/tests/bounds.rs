use serde_json::json;

use super::super::refusal::Refusal;
use super::{KEY, Trial, types};

#[test]
fn who_does_not_greet_is_closed() {
    for text in [
        r#"{"type":"away","away":true}"#.to_owned(),
        r#"{"type":"hello","v":9,"id":"00000000000000000000000000000001"}"#.to_owned(),
        "not JSON".to_owned(),
        format!(r#"{{"type":"hello","v":1,"id":"{}","more":"{}"}}"#, Trial::id(1), "a".repeat(20_000)),
    ] {
        let mut trial = Trial::new();
        let connection = trial.connect();
        trial.say_text(connection, &text);
        assert_eq!(trial.closed, [connection]);
        assert_eq!(types(&trial.take(connection)), ["refused"]);
    }
}

#[test]
fn a_participants_message_is_short_and_a_lecturers_may_be_long() {
    let mut trial = Trial::new();
    let (one, lecturer) = (trial.join(1), trial.lecture(2));
    let long = json!({ "type": "lead", "link": "#".repeat(100_000) });
    assert_eq!(trial.reason(one, &long), "size");
    trial.say(lecturer, &long);
    assert_eq!(trial.only(one, "moment")["link"], long["link"]);
    assert_eq!(trial.reason(lecturer, &json!({ "type": "lead", "link": "#".repeat(300_000) })), "size");
    assert!(trial.closed.is_empty());
}

#[test]
fn what_is_none_of_the_rooms_messages_is_refused_and_the_room_goes_on() {
    let mut trial = Trial::new();
    let one = trial.join(1);
    for text in ["", "{", "[]", "{}", "null", r#"{"type":"shutdown"}"#, r#"{"type":"away"}"#, "\u{0}"] {
        trial.say_text(one, text);
        assert_eq!(trial.only(one, "refused")["reason"], "form", "{text}");
    }
    let again = json!({ "type": "hello", "v": 1, "id": Trial::id(2), "key": KEY });
    assert_eq!(trial.reason(one, &again), "form", "a greeting comes once");
    trial.say(one, &json!({ "type": "away", "away": true }));
    assert!(trial.take(one).is_empty());
}

#[test]
fn a_flood_is_refused_then_closed_and_the_others_are_not_troubled() {
    let mut trial = Trial::new();
    let (flood, other, lecturer) = (trial.join(1), trial.join(2), trial.lecture(3));
    trial.say(lecturer, &json!({ "type": "ask", "question": "q", "choices": 2 }));
    trial.take(flood);
    for _ in 0..10_000 {
        trial.say(flood, &json!({ "type": "answer", "question": "q", "choice": 1 }));
    }
    assert_eq!(trial.closed, [flood]);
    let told = trial.take(flood);
    let refused = told.iter().filter(|message| message["reason"] == "rate").count();
    assert!(told.len() < 250 && refused > 100, "{} {refused}", told.len());
    assert_eq!(
        trial.ask(other, &json!({ "type": "answer", "question": "q", "choice": 1 }))["answer"],
        json!("q")
    );
    // Who comes back at once has no full bucket.
    let back = trial.connect();
    trial.say(back, &json!({ "type": "hello", "v": 1, "id": Trial::id(1) }));
    assert_eq!(*trial.closed.last().unwrap(), back);
    trial.wait(10_000);
    trial.join(1);
}

#[test]
fn who_resends_at_the_pace_that_is_allowed_gets_all_through() {
    let mut trial = Trial::new();
    let (one, lecturer) = (trial.join(1), trial.lecture(2));
    let names = ["a", "b"];
    trial.say(
        lecturer,
        &json!({ "type": "round", "round": "r", "seed": 1, "colours": 200, "classes": 2, "names": names }),
    );
    for index in 0..200 {
        trial.say(one, &json!({ "type": "vote", "round": "r", "index": index, "label": 0 }));
        if index >= 45 && index % 15 == 0 {
            trial.wait(1_000);
        }
    }
    let acks = trial.take(one).iter().filter(|message| message["type"] == "ack").count();
    assert_eq!(acks, 200);
}

#[test]
fn no_more_visitors_than_there_is_room_for_but_always_the_lecturer() {
    let mut trial = Trial::new();
    let mut connections: Vec<_> = (0..2_000).map(|number| trial.join(number)).collect();
    let late = trial.connect();
    trial.say(late, &json!({ "type": "hello", "v": 1, "id": Trial::id(5_000) }));
    assert_eq!(trial.only(late, "refused")["reason"], "full");
    assert_eq!(trial.closed, [late]);
    trial.lecture(6_000);
    // One who is here already may come a second time, and another one where somebody has gone.
    trial.join(7);
    let gone = connections.pop().unwrap();
    trial.leave(gone);
    trial.join(5_000);
}

#[test]
fn those_who_are_gone_are_forgotten() {
    let mut trial = Trial::new();
    for number in 0..6_000 {
        let connection = trial.join(number);
        trial.leave(connection);
    }
    assert!(trial.room.visitors.len() <= 4_000, "{}", trial.room.visitors.len());
    trial.wait(61_000);
    assert_eq!(trial.room.visitors.len(), 0);
    assert!(trial.room.connections.is_empty());
}

#[test]
fn a_visitor_has_at_most_four_connections_and_all_get_everything() {
    let mut trial = Trial::new();
    let lecturer = trial.lecture(1);
    let tabs: Vec<_> = (0..5).map(|_| trial.join(2)).collect();
    assert_eq!(trial.closed, [tabs[0]]);
    trial.say(lecturer, &json!({ "type": "lead", "link": "#a" }));
    for tab in &tabs[1..] {
        assert_eq!(trial.only(*tab, "moment")["link"], "#a");
    }
    assert!(trial.take(tabs[0]).is_empty());
    trial.wait(500);
    assert_eq!(trial.only(lecturer, "here")["here"], 1);
}

#[test]
fn what_can_not_be_read_at_all_closes() {
    let mut trial = Trial::new();
    let one = trial.join(1);
    trial.room.receive_unreadable(one, Refusal::Size);
    trial.wait(100);
    assert_eq!(trial.closed, [one]);
}
