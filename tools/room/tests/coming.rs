//! Pages come over a WebSocket or by polling, and see the same room.

mod support;

use serde_json::{Value as Json, json};
use support::{KEY, Running, hello, id};

#[tokio::test]
async fn the_page_is_told_that_there_is_a_room() {
    let running = Running::start();
    let page = running.ask("GET /", &running.own(), "");
    assert!(page.starts_with("HTTP/1.1 200") && page.contains("the page"), "{page}");
    assert!(page.contains("<meta name=\"irozuku-room\" content=\"true\">"), "{page}");
}

#[tokio::test]
async fn a_lecturer_and_two_participants_follow_answer_and_vote_over_sockets() {
    let running = Running::start();
    let mut lecturer = running.page(1, Some(KEY)).await;
    let mut pages = [running.page(2, None).await, running.page(3, None).await];
    lecturer.say(&json!({ "type": "lead", "link": "#at=loss" })).await;
    lecturer.say(&json!({ "type": "ask", "question": "q", "choices": 2 })).await;
    let names = ["a", "b"];
    let round =
        json!({ "type": "round", "round": "r", "seed": 1, "colours": 3, "classes": 2, "names": names });
    lecturer.say(&round).await;
    for page in &mut pages {
        assert_eq!(page.until("moment").await["link"], "#at=loss");
        page.until("round").await;
        page.say(&json!({ "type": "answer", "question": "q", "choice": 1 })).await;
        page.until("ack").await;
        page.say(&json!({ "type": "vote", "round": "r", "index": 2, "label": 0 })).await;
        page.until("ack").await;
    }
    lecturer.say(&json!({ "type": "reveal", "question": "q" })).await;
    lecturer.say(&json!({ "type": "end", "round": "r" })).await;
    for page in &mut pages {
        assert_eq!(page.until("revealed").await["tally"], json!([0, 2]));
        assert_eq!(page.until("ended").await["tally"][2], json!([2, 0]));
    }
}

/// What is told to one who polls, after what it has read.
fn poll(running: &Running, number: u32, after: u64) -> Vec<Json> {
    let headers = format!("Host: {}\r\nx-irozuku-visitor: {}\r\n", running.address, id(number));
    let answer = running.ask(&format!("GET /room/poll?after={after}"), &headers, "");
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    serde_json::from_str(answer.split_once("\r\n\r\n").unwrap().1).unwrap()
}

fn send(running: &Running, number: u32, messages: &Json) -> String {
    let headers = format!("{}x-irozuku-visitor: {}\r\n", running.own(), id(number));
    running.ask("POST /room/send", &headers, &messages.to_string())
}

#[tokio::test]
async fn who_polls_is_told_all_in_order_and_again_where_an_answer_was_lost() {
    let running = Running::start();
    assert!(send(&running, 5, &json!([hello(5, None)])).starts_with("HTTP/1.1 204"));
    let first = poll(&running, 5, 0);
    assert_eq!((first.len(), &first[0]["type"]), (1, &json!("welcome")));
    let read = first[0]["seq"].as_u64().unwrap();
    let mut lecturer = running.page(1, Some(KEY)).await;
    lecturer.say(&json!({ "type": "ask", "question": "q", "choices": 2 })).await;
    lecturer.until("question").await;
    // The answer to this one is held back until there is something to tell.
    let asked = poll(&running, 5, read);
    assert_eq!(asked, poll(&running, 5, read), "what was not read is told again");
    assert!(
        send(&running, 5, &json!([{ "type": "answer", "question": "q", "choice": 0 }]))
            .starts_with("HTTP/1.1 204")
    );
    let acked = poll(&running, 5, asked.last().unwrap()["seq"].as_u64().unwrap());
    assert_eq!((acked.len(), &acked[0]["answer"]), (1, &json!("q")));
    lecturer.say(&json!({ "type": "reveal", "question": "q" })).await;
    assert_eq!(lecturer.until("revealed").await["tally"], json!([1, 0]));
}

#[tokio::test]
async fn an_answer_is_held_back_until_there_is_something_to_tell() {
    let running = std::sync::Arc::new(Running::start());
    send(&running, 5, &json!([hello(5, None)]));
    let read = poll(&running, 5, 0)[0]["seq"].as_u64().unwrap();
    let waiting = running.clone();
    let held = tokio::task::spawn_blocking(move || poll(&waiting, 5, read));
    let mut lecturer = running.page(1, Some(KEY)).await;
    lecturer.say(&json!({ "type": "lead", "link": "#a" })).await;
    assert_eq!(held.await.unwrap()[0]["link"], "#a");
}

#[tokio::test]
async fn who_polls_without_a_greeting_is_told_to_greet() {
    let running = Running::start();
    let headers = format!("Host: {}\r\nx-irozuku-visitor: {}\r\n", running.address, id(5));
    assert!(running.ask("GET /room/poll?after=7", &headers, "").starts_with("HTTP/1.1 410"));
    assert!(send(&running, 5, &json!([{ "type": "away", "away": true }])).starts_with("HTTP/1.1 410"));
    assert!(send(&running, 5, &json!([hello(6, None)])).starts_with("HTTP/1.1 400"), "another's id");
}

#[tokio::test]
async fn where_150_hold_an_answer_back_or_a_socket_open_files_are_still_served() {
    let running = std::sync::Arc::new(Running::start());
    let mut sockets = Vec::new();
    for number in 0..150 {
        sockets.push(running.page(1_000 + number, None).await);
    }
    let mut held = Vec::new();
    for number in 0..150 {
        send(&running, number, &json!([hello(number, None)]));
        let read = poll(&running, number, 0)[0]["seq"].as_u64().unwrap();
        let waiting = running.clone();
        held.push(tokio::task::spawn_blocking(move || poll(&waiting, number, read)));
    }
    assert!(running.ask("GET /", &running.own(), "").contains("the page"));
    let mut lecturer = running.page(9_000, Some(KEY)).await;
    lecturer.say(&json!({ "type": "lead", "link": "#a" })).await;
    for one in held {
        assert_eq!(one.await.unwrap()[0]["link"], "#a");
    }
    for socket in &mut sockets {
        assert_eq!(socket.until("moment").await["link"], "#a");
    }
}
