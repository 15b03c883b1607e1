use serde_json::json;

use super::{KEY, Trial, types};

#[test]
fn participants_are_where_the_lecturer_is_also_those_who_come_late() {
    let mut trial = Trial::new();
    let (early, lecturer) = (trial.join(1), trial.lecture(2));
    trial.say(lecturer, &json!({ "type": "lead", "link": "#at=forward:affine1" }));
    assert_eq!(trial.only(early, "moment"), json!({ "type": "moment", "link": "#at=forward:affine1" }));
    assert_eq!(types(&trial.take(lecturer)), [] as [&str; 0], "the one who leads stands there already");
    let late = trial.connect();
    trial.say(late, &json!({ "type": "hello", "v": 1, "id": Trial::id(3) }));
    let welcome = trial.only(late, "welcome");
    assert_eq!(welcome["moment"], "#at=forward:affine1");
    assert_eq!((&welcome["led"], &welcome["leading"]), (&json!(true), &json!(false)));
}

#[test]
fn a_greeting_tells_all_that_there_is() {
    let mut trial = Trial::new();
    let first = trial.connect();
    trial.say(first, &json!({ "type": "hello", "v": 1, "id": Trial::id(1) }));
    assert_eq!(
        trial.only(first, "welcome"),
        json!({
            "type": "welcome", "v": 1, "run": "first", "here": 1, "away": 0, "leading": false, "led": false,
            "paused": false, "moment": null, "question": null, "round": null,
        })
    );
}

#[test]
fn a_pause_is_told_to_all_once() {
    let mut trial = Trial::new();
    let (participant, lecturer) = (trial.join(1), trial.lecture(2));
    for _ in 0..2 {
        trial.say(lecturer, &json!({ "type": "pause", "paused": true }));
    }
    assert_eq!(trial.only(participant, "paused")["paused"], true);
    assert_eq!(trial.only(lecturer, "paused")["paused"], true);
}

#[test]
fn without_the_key_nobody_leads() {
    let mut trial = Trial::new();
    let participant = trial.join(1);
    let forged = trial.connect();
    trial.say(forged, &json!({ "type": "hello", "v": 1, "id": Trial::id(2), "key": "thelecturerskez" }));
    let told = trial.take(forged);
    assert_eq!(types(&told), ["refused", "welcome"]);
    assert_eq!((&told[0]["reason"], &told[1]["leading"]), (&json!("key"), &json!(false)));
    for message in [
        json!({ "type": "lead", "link": "#a" }),
        json!({ "type": "teach" }),
        json!({ "type": "pause", "paused": true }),
        json!({ "type": "ask", "question": "q", "choices": 2 }),
        json!({ "type": "reveal", "question": "q" }),
        json!({ "type": "round", "round": "r", "seed": 1, "colours": 2, "classes": 2, "names": ["a", "b"] }),
        json!({ "type": "end", "round": "r" }),
        json!({ "type": "take" }),
        json!({ "type": "restore", "moment": "#a" }),
    ] {
        assert_eq!(trial.reason(forged, &message), "key", "{message}");
    }
    assert!(trial.facts.is_empty());
    assert!(trial.take(participant).is_empty());
}

#[test]
fn a_second_lecturers_page_leads_only_after_it_has_taken_over() {
    let mut trial = Trial::new();
    let (first, second, participant) = (trial.lecture(1), trial.lecture(2), trial.join(3));
    trial.say(first, &json!({ "type": "lead", "link": "#a" }));
    assert_eq!(trial.only(second, "moment")["link"], "#a");
    for message in [
        json!({ "type": "lead", "link": "#b" }),
        json!({ "type": "pause", "paused": true }),
        json!({ "type": "ask", "question": "q", "choices": 2 }),
    ] {
        assert_eq!(trial.reason(second, &message), "led", "{message}");
    }
    trial.say(second, &json!({ "type": "take" }));
    assert_eq!(types(&trial.take(first)), ["overtaken"]);
    trial.say(second, &json!({ "type": "lead", "link": "#b" }));
    assert_eq!(trial.only(first, "moment")["link"], "#b");
    assert_eq!(trial.reason(first, &json!({ "type": "lead", "link": "#c" })), "led");
    let links: Vec<_> = trial.take(participant).iter().map(|message| message["link"].clone()).collect();
    assert_eq!(links, ["#a", "#b"]);
}

#[test]
fn a_lecturer_whose_page_is_loaded_anew_still_leads() {
    let mut trial = Trial::new();
    let (first, second) = (trial.lecture(1), trial.lecture(2));
    trial.say(first, &json!({ "type": "lead", "link": "#a" }));
    trial.leave(first);
    trial.wait(10_000);
    assert_eq!(trial.reason(second, &json!({ "type": "lead", "link": "#b" })), "led");
    let again = trial.connect();
    trial.say(again, &json!({ "type": "hello", "v": 1, "id": Trial::id(1), "key": KEY }));
    assert_eq!(trial.only(again, "welcome")["leading"], true);
    trial.wait(60_000);
    assert_eq!(trial.reason(second, &json!({ "type": "lead", "link": "#b" })), "led");
}

#[test]
fn when_the_one_who_leads_is_gone_another_lecturers_page_may_lead() {
    let mut trial = Trial::new();
    let (first, second) = (trial.lecture(1), trial.lecture(2));
    trial.say(first, &json!({ "type": "lead", "link": "#a" }));
    trial.leave(first);
    trial.wait(16_000);
    trial.take(second);
    trial.say(second, &json!({ "type": "lead", "link": "#b" }));
    assert_eq!(types(&trial.take(second)), [] as [&str; 0], "it is not refused");
    let third = trial.connect();
    trial.say(third, &json!({ "type": "hello", "v": 1, "id": Trial::id(3) }));
    assert_eq!(trial.only(third, "welcome")["moment"], "#b");
}

#[test]
fn lecturers_are_told_how_many_are_here_and_how_many_do_not_follow() {
    let mut trial = Trial::new();
    let lecturer = trial.lecture(1);
    let participants: Vec<_> = (2..5).map(|number| trial.join(number)).collect();
    trial.say(participants[0], &json!({ "type": "away", "away": true }));
    trial.wait(1_000);
    assert_eq!(trial.only(lecturer, "here"), json!({ "type": "here", "here": 3, "away": 1, "answered": 0 }));
    trial.wait(1_000);
    assert!(trial.take(lecturer).is_empty(), "where nothing changes nothing is told");
    trial.leave(participants[0]);
    trial.wait(1_000);
    assert_eq!(trial.only(lecturer, "here")["here"], 2);
    assert!(trial.take(participants[1]).is_empty());
}

#[test]
fn a_crowd_that_comes_is_told_at_most_four_times_a_second() {
    let mut trial = Trial::new();
    let lecturer = trial.lecture(1);
    trial.take(lecturer);
    for step in 0..20 {
        trial.join(10 + step);
        trial.wait(100);
    }
    let told = trial.take(lecturer);
    assert!((2..=8).contains(&told.len()), "{}", told.len());
}

#[test]
fn another_servers_participants_count_until_it_ends() {
    let mut trial = Trial::new();
    let lecturer = trial.lecture(1);
    let peer = super::super::visitor::Peer { here: 7, away: 2, leader: false };
    trial.room.hear_of("other", peer, trial.now);
    trial.wait(500);
    assert_eq!(trial.only(lecturer, "here")["here"], 7);
    trial.wait(6_000);
    assert_eq!(trial.only(lecturer, "here")["here"], 0);
}
