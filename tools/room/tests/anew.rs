//! A server that ends in the middle of a round and is started again has all back.

mod support;

use std::process::Command;

use serde_json::{Value as Json, json};
use support::KEY;
use support::process::Process;

fn vote(index: u32, label: u32) -> Json {
    json!({ "type": "vote", "round": "r", "index": index, "label": label })
}

#[tokio::test]
async fn nothing_that_was_sent_is_lost_and_nothing_is_counted_twice() {
    let round =
        json!({ "round": "r", "seed": 1, "colours": 6, "classes": 2, "names": ["a", "b"], "ended": false });
    let process = Process::start(28_200, &[]);
    let (mut lecturer, first) = process.page(1, Some(KEY)).await;
    let mut phones = Vec::new();
    for number in 2..7 {
        phones.push(process.page(number, None).await.0);
    }
    lecturer.say(&json!({ "type": "lead", "link": "#here" })).await;
    let mut opening = round.clone();
    opening["type"] = json!("round");
    lecturer.say(&opening).await;
    for phone in &mut phones {
        phone.until("round").await;
        for index in 0..3 {
            phone.say(&vote(index, 1)).await;
            phone.until("ack").await;
        }
    }
    let mut records = Vec::new();
    while records.len() < 15 {
        records.extend(lecturer.until("votes").await["records"].as_array().unwrap().clone());
    }
    // These come to nobody: the server ends.
    for phone in &mut phones {
        phone.say(&vote(3, 0)).await;
    }
    drop(process);

    let process = Process::start(28_210, &[]);
    // Two phones are faster than the lecturer's page; one does not come back at all.
    let mut early = Vec::new();
    for number in 2..4 {
        let (phone, welcome) = process.page(number, None).await;
        assert_ne!(welcome["run"], first["run"]);
        assert_eq!(welcome["round"], Json::Null);
        early.push(phone);
    }
    let (mut lecturer, welcome) = process.page(1, Some(KEY)).await;
    assert_ne!(welcome["run"], first["run"]);
    lecturer
        .say(&json!({
            "type": "restore", "moment": "#here", "paused": false, "question": null, "answers": [],
            "round": round, "votes": records,
        }))
        .await;
    for phone in &mut early {
        assert_eq!(phone.until("moment").await["link"], "#here");
        phone.until("round").await;
    }
    for number in 4..6 {
        let (phone, welcome) = process.page(number, None).await;
        assert_eq!((&welcome["moment"], &welcome["round"]["round"]), (&json!("#here"), &json!("r")));
        early.push(phone);
    }
    // Each sends all that it has in a new run; one has changed its mind.
    for (place, phone) in early.iter_mut().enumerate() {
        for index in 0..4 {
            let label = u32::from(index < 3 && (place, index) != (0, 0));
            phone.say(&vote(index, label)).await;
            phone.until("ack").await;
        }
    }
    lecturer.say(&json!({ "type": "end", "round": "r" })).await;
    let tally = lecturer.until("ended").await["tally"].clone();
    assert_eq!(tally, json!([[1, 4], [0, 5], [0, 5], [4, 0], [0, 0], [0, 0]]));
}

#[tokio::test]
async fn without_a_page_the_program_says_what_to_do() {
    let output = Command::new(env!("CARGO_BIN_EXE_irozuku-room")).arg("--no-open").output().unwrap();
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success() && told.contains("--folder"), "{told}");
}
