//! `cargo run --release -p irozuku-room --example crowd`: a room full of simulated participants, over loopback.
//!
//! They come, follow thirty moves, answer ten questions and send twenty votes each; every message has to arrive and
//! every count to be right. With `--nats URL` (and the feature `nats`) two servers share the room, and one of them is
//! ended in the middle of the votes.

mod count;
mod participant;
mod server;

use std::sync::Arc;
use std::time::{Duration, Instant};

use clap::Parser;
use count::Count;
use participant::{COLOURS, Page, Participant, label};
use serde_json::json;
use server::Server;

/// How long anything may take before the run has failed.
const PATIENCE: Duration = Duration::from_secs(60);
const MOVES: usize = 30;
/// Between two moves.
const PAUSE: Duration = Duration::from_millis(100);
const QUESTIONS: usize = 10;
const CHOICES: usize = 4;
const CLASSES: u32 = 3;
const KEY: &str = "akeyforacrowd";

#[derive(Parser)]
struct Options {
    /// How many participants come
    #[arg(long, default_value_t = 500)]
    participants: usize,
    /// Two servers share the room over this NATS server
    #[arg(long)]
    nats: Option<String>,
}

fn main() {
    // The server is this program, too: so it is built as the crowd is.
    if std::env::args().nth(1).as_deref() == Some("serve") {
        if let Err(failure) = irozuku_room::cli::run_with(std::env::args_os().skip(1)) {
            eprintln!("error: {failure}");
            std::process::exit(1);
        }
        return;
    }
    let options = Options::parse();
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build().expect("there is a runtime");
    runtime.block_on(run(&options));
}

async fn run(options: &Options) {
    let mut servers = Server::start(KEY, options.nats.as_deref());
    let addresses: Vec<_> = servers.iter().map(|server| server.address).collect();
    let count = Arc::new(Count::new(options.participants, MOVES));
    let mut lecturer = Page::open(addresses[0], u32::MAX, Some(KEY)).await.expect("the lecturer is let in");
    let start = Instant::now();

    for number in 0..options.participants {
        let participant = Participant::new(number as u32, addresses.clone(), count.clone());
        tokio::spawn(participant.live());
    }
    until("all are in", || count.welcomed() == options.participants).await;
    println!("{} participants are in after {:.2?}", options.participants, start.elapsed());

    follow(&mut lecturer, &count, options.participants).await;
    answer(&mut lecturer, &count, options.participants).await;
    vote(&mut lecturer, &count, options.participants, &mut servers).await;

    for server in &servers {
        println!("server {}: {}", server.address, server.costs());
    }
    println!("all of it took {:.1?}, and every count is right", start.elapsed());
}

async fn follow(lecturer: &mut Page, count: &Count, participants: usize) {
    for step in 0..MOVES {
        count.moves(step);
        lecturer.say(&json!({ "type": "lead", "link": format!("#{step}") })).await;
        lecturer.rest(PAUSE).await;
    }
    until("every move has arrived", || count.moved() == participants * MOVES).await;
    println!("{} moves arrived: {}", count.moved(), count.times());
}

async fn answer(lecturer: &mut Page, count: &Count, participants: usize) {
    let start = Instant::now();
    for question in 0..QUESTIONS {
        let id = format!("question-{question}");
        lecturer.say(&json!({ "type": "ask", "question": id, "choices": CHOICES })).await;
        let wanted = participants * (question + 1);
        while count.answered() < wanted {
            lecturer.rest(Duration::from_millis(10)).await;
            assert!(start.elapsed() < PATIENCE, "{} of {wanted} answers were acknowledged", count.answered());
        }
        lecturer.say(&json!({ "type": "reveal", "question": id, "right": 0 })).await;
        let tally = lecturer.until("revealed").await["tally"].clone();
        let right: Vec<usize> =
            (0..CHOICES).map(|choice| (participants + CHOICES - 1 - choice) / CHOICES).collect();
        assert_eq!(tally, json!(right), "the counts of {id}");
        until("every page has the counts", || count.revealed() == wanted).await;
    }
    println!(
        "{} answers to {QUESTIONS} questions arrived and were counted, in {:.1?}",
        count.answered(),
        start.elapsed()
    );
}

async fn vote(lecturer: &mut Page, count: &Count, participants: usize, servers: &mut Vec<Server>) {
    let start = Instant::now();
    let names = ["a", "b", "c"];
    let round = json!({ "type": "round", "round": "crowd", "seed": 1, "colours": COLOURS, "classes": CLASSES, "names": names });
    lecturer.say(&round).await;
    let wanted = participants * COLOURS as usize;
    while count.voted() < wanted {
        lecturer.rest(Duration::from_millis(10)).await;
        if count.voted() > wanted / 3 && servers.len() > 1 {
            let ended = servers.pop().expect("there are two");
            println!("server {}: {}; it is ended now", ended.address, ended.costs());
            ended.end();
        }
        assert!(start.elapsed() < PATIENCE, "{} of {wanted} votes were acknowledged", count.voted());
    }
    lecturer.say(&json!({ "type": "end", "round": "crowd" })).await;
    let tally = lecturer.until("ended").await["tally"].clone();
    let mut right = vec![vec![0; CLASSES as usize]; COLOURS as usize];
    for number in 0..participants as u32 {
        for index in 0..COLOURS {
            right[index as usize][label(number, index) as usize] += 1;
        }
    }
    assert_eq!(tally, json!(right), "the counts of the round");
    assert_eq!(lecturer.votes(), wanted, "the lecturer's page has every vote");
    until("every page knows that the round has ended", || count.ended() == participants).await;
    println!(
        "{wanted} votes arrived and were counted, in {:.1?}; {} came back",
        start.elapsed(),
        count.returned()
    );
}

/// Waits for something.
async fn until(what: &str, is: impl Fn() -> bool) {
    let start = Instant::now();
    while !is() {
        assert!(start.elapsed() < PATIENCE, "it takes too long until {what}");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}
