//! Servers that share a room over NATS.

mod support;

use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value as Json, json};
use support::process::Process;
use support::{KEY, PATIENCE};

/// A NATS server with nothing in it.
struct Nats {
    child: Child,
    url: String,
}

impl Nats {
    fn start(name: &str) -> Self {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("nats-{name}"));
        let child = Command::new("nats-server")
            .args(["--jetstream", "--addr", "127.0.0.1", "--port", &port.to_string(), "--store_dir"])
            .arg(folder)
            .stderr(Stdio::null())
            .spawn()
            .expect("nats-server is missing: `cargo run -- test --room` installs it");
        let start = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(start.elapsed() < PATIENCE, "nats-server does not come");
            thread::sleep(Duration::from_millis(20));
        }
        Self { child, url: format!("nats://127.0.0.1:{port}") }
    }

    fn server(&self, port: u16) -> Process {
        Process::start(port, &["--nats", &self.url])
    }
}

impl Drop for Nats {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn round() -> Json {
    json!({ "type": "round", "round": "r", "seed": 1, "colours": 3, "classes": 2, "names": ["a", "b"] })
}

fn vote(index: u32, label: u32) -> Json {
    json!({ "type": "vote", "round": "r", "index": index, "label": label })
}

#[tokio::test]
async fn pages_at_two_servers_are_in_one_room() {
    let nats = Nats::start("one-room");
    let (one, two) = (nats.server(28_300), nats.server(28_310));
    let (mut lecturer, here) = one.page(1, Some(KEY)).await;
    let (mut near, _) = one.page(2, None).await;
    let (mut far, there) = two.page(3, None).await;
    assert_eq!(here["run"], there["run"]);
    while lecturer.until("here").await["here"] != 2 {}
    lecturer.say(&json!({ "type": "lead", "link": "#a" })).await;
    lecturer.say(&json!({ "type": "ask", "question": "q", "choices": 2 })).await;
    for (page, choice) in [(&mut near, 0), (&mut far, 1)] {
        assert_eq!(page.until("moment").await["link"], "#a");
        page.until("question").await;
        page.say(&json!({ "type": "answer", "question": "q", "choice": choice })).await;
        assert_eq!(page.until("ack").await["answer"], "q");
    }
    lecturer.say(&json!({ "type": "reveal", "question": "q", "right": 1 })).await;
    for page in [&mut near, &mut far, &mut lecturer] {
        assert_eq!(page.until("revealed").await["tally"], json!([1, 1]));
    }
    // A second lecturer's page at the other server asks before it takes over.
    let (mut second, welcome) = two.page(4, Some(KEY)).await;
    assert_eq!((&welcome["led"], &welcome["leading"]), (&json!(true), &json!(false)));
    second.say(&json!({ "type": "pause", "paused": true })).await;
    assert_eq!(second.until("refused").await["reason"], "led");
    second.say(&json!({ "type": "take" })).await;
    lecturer.until("overtaken").await;
}

#[tokio::test]
async fn when_a_server_ends_its_pages_come_back_through_the_other_and_nothing_is_lost() {
    let nats = Nats::start("comes-back");
    let (one, two) = (nats.server(28_320), nats.server(28_330));
    let (mut lecturer, _) = one.page(1, Some(KEY)).await;
    let (mut phone, before) = two.page(2, None).await;
    lecturer.say(&json!({ "type": "lead", "link": "#a" })).await;
    lecturer.say(&round()).await;
    phone.until("round").await;
    phone.say(&vote(0, 1)).await;
    phone.until("ack").await;
    drop(two);
    phone.ended().await;
    let (mut phone, after) = one.page(2, None).await;
    assert_eq!(before["run"], after["run"]);
    assert_eq!((&after["moment"], &after["round"]["round"]), (&json!("#a"), &json!("r")));
    for index in 0..3 {
        phone.say(&vote(index, 1)).await;
        phone.until("ack").await;
    }
    lecturer.say(&json!({ "type": "end", "round": "r" })).await;
    assert_eq!(phone.until("ended").await["tally"], json!([[0, 1], [0, 1], [0, 1]]));
}

#[tokio::test]
async fn a_server_that_is_started_later_has_all_of_the_room() {
    let nats = Nats::start("later");
    let one = nats.server(28_340);
    let (mut lecturer, first) = one.page(1, Some(KEY)).await;
    let (mut phone, _) = one.page(2, None).await;
    lecturer.say(&json!({ "type": "lead", "link": "#a" })).await;
    lecturer.say(&json!({ "type": "ask", "question": "q", "number": true })).await;
    lecturer.say(&round()).await;
    phone.until("round").await;
    for message in [json!({ "type": "answer", "question": "q", "value": 0.5 }), vote(2, 0), vote(2, 1)] {
        phone.say(&message).await;
        phone.until("ack").await;
    }
    lecturer.say(&json!({ "type": "reveal", "question": "q" })).await;
    lecturer.until("revealed").await;
    // All servers end; the room does not.
    drop(one);
    let two = nats.server(28_350);
    let (mut again, welcome) = two.page(1, Some(KEY)).await;
    assert_eq!((&welcome["run"], &welcome["leading"]), (&first["run"], &json!(true)));
    assert_eq!((&welcome["moment"], &welcome["question"]["tally"]), (&json!("#a"), &json!([[0.5, 1]])));
    let votes = again.until("votes").await;
    assert_eq!(votes["records"][0][2], 1);
    again.say(&json!({ "type": "end", "round": "r" })).await;
    assert_eq!(again.until("ended").await["tally"][2], json!([0, 1]));
}

#[tokio::test]
async fn without_a_nats_server_it_is_said_what_is_wrong() {
    let told = Command::new(env!("CARGO_BIN_EXE_irozuku-room"))
        .args(["--no-open", "--key", KEY, "--port", "28360", "--nats", "nats://127.0.0.1:9"])
        .args(["--folder", concat!(env!("CARGO_MANIFEST_DIR"), "/src")])
        .output()
        .unwrap();
    let sentence = String::from_utf8_lossy(&told.stderr).into_owned();
    assert!(
        !told.status.success() && sentence.contains("can't be shared over nats://127.0.0.1:9"),
        "{sentence}"
    );
}
