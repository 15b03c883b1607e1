//! Those who want to break the room are refused, the person at the terminal is told, and the room goes on.

mod support;

use std::time::{Duration, Instant};

use serde_json::json;
use support::{KEY, Page, Running, hello, id};
use tokio_tungstenite::tungstenite::Message;

/// A lecturer and a participant still hear each other.
async fn goes_on(lecturer: &mut Page, participant: &mut Page, link: &str) {
    lecturer.say(&json!({ "type": "lead", "link": link })).await;
    while participant.until("moment").await["link"] != link {}
}

#[tokio::test]
async fn a_forged_lead_is_refused() {
    let running = Running::start();
    let (mut lecturer, mut participant) = (running.page(1, Some(KEY)).await, running.page(2, None).await);
    goes_on(&mut lecturer, &mut participant, "#a").await;
    let mut forger = running.page(3, Some("thelecturerskez")).await;
    for message in [
        json!({ "type": "lead", "link": "#forged" }),
        json!({ "type": "take" }),
        json!({ "type": "pause", "paused": true }),
    ] {
        forger.say(&message).await;
        assert_eq!(forger.until("refused").await["reason"], "key");
    }
    running.tells("without the lecturer's key").await;
    lecturer.say(&json!({ "type": "lead", "link": "#b" })).await;
    let next = participant.next().await.unwrap();
    assert_eq!((&next["type"], &next["link"]), (&json!("moment"), &json!("#b")), "nothing came in between");
}

#[tokio::test]
async fn what_is_too_long_is_refused_or_ends_the_socket() {
    let running = Running::start();
    let (mut lecturer, mut participant) = (running.page(1, Some(KEY)).await, running.page(2, None).await);
    participant.send(Message::text("a".repeat(17 << 10))).await;
    assert_eq!(participant.until("refused").await["reason"], "size");
    let mut flood = running.page(3, None).await;
    flood.send(Message::text("a".repeat(8 << 20))).await;
    flood.ended().await;
    running.tells("a message that is too long").await;
    let headers = format!("{}x-irozuku-visitor: {}\r\n", running.own(), id(4));
    let answer = running.ask("POST /room/send", &headers, &"a".repeat(300 << 10));
    assert!(answer.starts_with("HTTP/1.1 413"), "{answer}");
    goes_on(&mut lecturer, &mut participant, "#a").await;
}

#[tokio::test]
async fn what_is_malformed_is_refused_or_ends_the_socket() {
    let running = Running::start();
    let (mut lecturer, mut participant) = (running.page(1, Some(KEY)).await, running.page(2, None).await);
    for text in ["", "{", "\u{0}", "[[[[[[[[", r#"{"type":"vote","round":"r","index":-1,"label":1e99}"#] {
        participant.send(Message::text(text)).await;
        assert_eq!(participant.until("refused").await["reason"], "form", "{text}");
    }
    participant.send(Message::text("[".repeat(15 << 10))).await;
    assert_eq!(participant.until("refused").await["reason"], "form");
    let mut binary = running.page(3, None).await;
    binary.send(Message::binary(vec![0xff; 100])).await;
    assert_eq!(binary.ended().await.last().unwrap()["reason"], "form");
    let mut rude = running.connect().await;
    rude.say(&json!({ "type": "away", "away": true })).await;
    rude.ended().await;
    running.tells("none of the room's").await;
    for body in ["", "{}", "[1, 2", "[]", "[{\"type\":\"hello\"}]", &format!("[{}1]", "1,".repeat(300))] {
        let headers = format!("{}x-irozuku-visitor: {}\r\n", running.own(), id(4));
        let answer = running.ask("POST /room/send", &headers, body);
        assert!(answer.starts_with("HTTP/1.1 4"), "{body}: {answer}");
    }
    let headers = format!("{}x-irozuku-visitor: <script>\r\n", running.own());
    assert!(running.ask("POST /room/send", &headers, "[]").starts_with("HTTP/1.1 400"));
    goes_on(&mut lecturer, &mut participant, "#a").await;
}

#[tokio::test]
async fn ten_thousand_messages_a_second_end_their_socket_and_trouble_nobody() {
    let running = Running::start();
    let (mut lecturer, mut participant) = (running.page(1, Some(KEY)).await, running.page(2, None).await);
    lecturer.say(&json!({ "type": "ask", "question": "q", "choices": 2 })).await;
    participant.until("question").await;
    let mut flood = running.page(3, None).await;
    let text = json!({ "type": "answer", "question": "q", "choice": 1 }).to_string();
    for _ in 0..10_000 {
        flood.send(Message::text(text.clone())).await;
    }
    flood.ended().await;
    running.tells("sends too many messages").await;
    goes_on(&mut lecturer, &mut participant, "#a").await;
    participant.say(&json!({ "type": "answer", "question": "q", "choice": 0 })).await;
    participant.until("ack").await;
    lecturer.say(&json!({ "type": "reveal", "question": "q" })).await;
    assert_eq!(participant.until("revealed").await["tally"], json!([1, 1]), "the flood counts once");
    let lines = running.lines().iter().filter(|line| line.contains("too many")).count();
    assert!(lines <= 5, "{:?}", running.lines());
}

#[tokio::test]
async fn other_sites_pages_get_in_by_no_way() {
    let running = Running::start();
    let own = format!("http://{}", running.address);
    for headers in [
        &[("origin", "http://evil.example")][..],
        &[("origin", "null")],
        &[],
        &[("origin", own.as_str()), ("sec-fetch-site", "cross-site")],
    ] {
        assert_eq!(running.try_connect(headers).await.err(), Some(403), "{headers:?}");
    }
    let visitor = format!("x-irozuku-visitor: {}\r\n", id(4));
    let host = format!("Host: {}\r\n", running.address);
    for origin in ["Origin: http://evil.example\r\n", "Origin: null\r\n", ""] {
        let headers = format!("{host}{origin}{visitor}");
        let greeting = json!([hello(4, None)]).to_string();
        assert!(running.ask("POST /room/send", &headers, &greeting).starts_with("HTTP/1.1 403"), "{origin}");
    }
    let headers = format!("{host}Origin: http://evil.example\r\n{visitor}");
    assert!(running.ask("GET /room/poll?after=0", &headers, "").starts_with("HTTP/1.1 403"));
    running.tells("another site's page").await;
}

#[tokio::test]
async fn a_name_of_somebody_else_that_points_here_is_refused() {
    let running = Running::start();
    let port = running.address.port();
    let rebound = format!("evil.example:{port}");
    let headers = [("host", rebound.as_str()), ("origin", &format!("http://{rebound}"))];
    assert_eq!(running.try_connect(&headers).await.err(), Some(421));
    let headers = format!("Host: {rebound}\r\nOrigin: http://{rebound}\r\nx-irozuku-visitor: {}\r\n", id(4));
    let greeting = json!([hello(4, None)]).to_string();
    assert!(running.ask("POST /room/send", &headers, &greeting).starts_with("HTTP/1.1 421"));
    running.tells("another computer's name").await;
}

#[tokio::test]
async fn nothing_outside_the_page_is_to_be_had() {
    let running = Running::start();
    for path in [
        "/../Cargo.toml",
        "/%2e%2e/%2e%2e/Cargo.toml",
        "/..%2f..%2fCargo.toml",
        "//etc/passwd",
        "/room/../../etc/passwd",
    ] {
        let answer = running.ask(&format!("GET {path}"), &running.own(), "");
        assert!(answer.starts_with("HTTP/1.1 4"), "{path}: {answer}");
        assert!(!answer.contains("[package]") && !answer.contains("root:"), "{path}: {answer}");
    }
    running.tells("something that is not there").await;
}

#[tokio::test]
async fn pages_that_take_nothing_of_what_they_are_sent_keep_nobody_waiting() {
    let running = Running::start();
    let mut lecturer = running.page(1, Some(KEY)).await;
    // These never read what they are sent.
    let mut sleepers = Vec::new();
    for number in 10..20 {
        sleepers.push(running.page(number, None).await);
    }
    let mut participant = running.page(2, None).await;
    let long = "#".repeat(200_000);
    let start = Instant::now();
    for step in 0..40 {
        goes_on(&mut lecturer, &mut participant, &format!("{long}{step}")).await;
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
    drop(sleepers);
}
