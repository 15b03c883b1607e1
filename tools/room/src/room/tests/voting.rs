use serde_json::{Value as Json, json};

use super::super::fact::Fact;
use super::Trial;

fn round(id: &str) -> Json {
    json!({ "type": "round", "round": id, "seed": 5, "colours": 3, "classes": 2, "names": ["warm", "cold"] })
}

fn vote(index: u32, label: u32) -> Json {
    json!({ "type": "vote", "round": "r", "index": index, "label": label })
}

#[test]
fn a_round_is_told_voted_acknowledged_and_counted() {
    let mut trial = Trial::new();
    let (one, two, lecturer) = (trial.join(1), trial.join(2), trial.lecture(3));
    trial.say(lecturer, &round("r"));
    let mut told = round("r");
    told["ended"] = json!(false);
    assert_eq!(trial.only(one, "round"), told);
    let ack = trial.ask(one, &vote(1, 0));
    assert_eq!((&ack["type"], &ack["vote"], &ack["round"]), (&json!("ack"), &json!(1), &json!("r")));
    trial.say(one, &vote(1, 1));
    trial.say(two, &vote(1, 1));
    trial.say(two, &vote(2, 0));
    trial.wait(300);
    let votes = trial.only(lecturer, "votes");
    assert_eq!(votes["records"].as_array().unwrap().len(), 3);
    trial.take(two);
    trial.say(lecturer, &json!({ "type": "end", "round": "r" }));
    let ended = json!({ "type": "ended", "round": "r", "tally": [[0, 0], [0, 2], [1, 0]] });
    assert_eq!(trial.only(two, "ended"), ended);
    assert_eq!(trial.reason(one, &vote(0, 0)), "closed");
}

#[test]
fn votes_for_what_is_not_there_are_refused() {
    let mut trial = Trial::new();
    let (one, lecturer) = (trial.join(1), trial.lecture(2));
    assert_eq!(trial.reason(one, &vote(0, 0)), "closed");
    trial.say(lecturer, &round("r"));
    assert_eq!(trial.reason(one, &vote(3, 0)), "form");
    assert_eq!(trial.reason(one, &vote(0, 2)), "form");
    trial.say(lecturer, &round("another"));
    let refused = trial.ask(one, &vote(0, 0));
    assert_eq!(
        (&refused["reason"], &refused["of"], &refused["round"], &refused["index"]),
        (&json!("closed"), &json!("vote"), &json!("r"), &json!(0))
    );
}

#[test]
fn records_are_told_at_most_five_times_a_second() {
    let mut trial = Trial::new();
    let lecturer = trial.lecture(1);
    trial.say(lecturer, &round("r"));
    trial.take(lecturer);
    let participants: Vec<_> = (2..12).map(|number| trial.join(number)).collect();
    for step in 0..20 {
        for participant in &participants {
            trial.say(*participant, &vote(step % 3, step % 2));
        }
        trial.wait(100);
    }
    let told = trial.take(lecturer);
    let batches = told.iter().filter(|message| message["type"] == "votes").count();
    assert!((5..=11).contains(&batches), "{batches}");
}

#[test]
fn a_round_that_has_ended_ends_only_once_and_another_one_does_not_end_it() {
    let mut trial = Trial::new();
    let (one, lecturer) = (trial.join(1), trial.lecture(2));
    trial.say(lecturer, &round("r"));
    trial.take(one);
    trial.say(lecturer, &json!({ "type": "end", "round": "other" }));
    assert!(trial.take(one).is_empty());
    for _ in 0..2 {
        trial.say(lecturer, &json!({ "type": "end", "round": "r" }));
    }
    trial.only(one, "ended");
}

#[test]
fn a_vote_that_is_overtaken_by_the_end_is_refused_where_its_visitor_is() {
    let mut trial = Trial::new();
    let (one, lecturer) = (trial.join(1), trial.lecture(2));
    trial.say(lecturer, &round("r"));
    trial.say(one, &vote(0, 0));
    let late = trial.facts.iter().rfind(|fact| matches!(fact, Fact::Vote { .. })).cloned().unwrap();
    trial.say(lecturer, &json!({ "type": "end", "round": "r" }));
    trial.take(one);
    trial.apply(late);
    assert_eq!(trial.only(one, "refused")["reason"], "closed");
}

#[test]
fn another_server_that_sees_the_newest_facts_has_the_same_room() {
    let mut trial = Trial::new();
    let (one, two, lecturer) = (trial.join(1), trial.join(2), trial.lecture(3));
    trial.say(lecturer, &json!({ "type": "lead", "link": "#a" }));
    trial.say(lecturer, &json!({ "type": "ask", "question": "q", "choices": 2 }));
    trial.say(one, &json!({ "type": "answer", "question": "q", "choice": 0 }));
    trial.say(one, &json!({ "type": "answer", "question": "q", "choice": 1 }));
    trial.say(lecturer, &json!({ "type": "reveal", "question": "q", "right": 1 }));
    trial.say(lecturer, &round("r"));
    trial.say(two, &vote(2, 1));
    trial.say(one, &vote(2, 0));
    trial.say(lecturer, &json!({ "type": "lead", "link": "#b" }));
    trial.say(lecturer, &json!({ "type": "end", "round": "r" }));
    // Of each key only the newest, in the order in which they came.
    let mut newest: Vec<Fact> = Vec::new();
    for fact in trial.facts.clone() {
        newest.retain(|other| other.key() != fact.key());
        newest.push(fact);
    }
    assert!(newest.len() < trial.facts.len());
    let mut other = Trial::new();
    newest.into_iter().for_each(|fact| other.apply(fact));
    let told = |trial: &mut Trial| {
        let late = trial.connect();
        trial.say(late, &json!({ "type": "hello", "v": 1, "id": Trial::id(9) }));
        let mut welcome = trial.only(late, "welcome");
        welcome.as_object_mut().unwrap().remove("here");
        welcome
    };
    let (here, there) = (told(&mut trial), told(&mut other));
    assert_eq!(here, there);
    assert_eq!((&here["moment"], &here["round"]["tally"][2]), (&json!("#b"), &json!([1, 1])));
}
