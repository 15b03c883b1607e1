//! A page as the server sees it, and what a participant does with it.

use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use serde_json::{Value as Json, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;

use crate::count::{Count, Event};

/// How many colours a round has.
pub const COLOURS: u32 = 20;

/// What a participant calls a colour.
pub fn label(number: u32, index: u32) -> u32 {
    (number + index) % 3
}

/// A page's socket.
pub struct Page {
    socket: WebSocketStream<TcpStream>,
    votes: usize,
}

impl Page {
    /// Comes, and is welcomed.
    pub async fn open(address: SocketAddr, number: u32, key: Option<&str>) -> Option<Self> {
        let mut request = format!("ws://{address}/room/socket").into_client_request().ok()?;
        request.headers_mut().insert("origin", format!("http://{address}").parse().ok()?);
        let stream = TcpStream::connect(address).await.ok()?;
        let _ = stream.set_nodelay(true);
        let (socket, _) = tokio_tungstenite::client_async(request, stream).await.ok()?;
        let mut page = Self { socket, votes: 0 };
        let mut hello = json!({ "type": "hello", "v": 1, "id": format!("{number:032x}") });
        if let Some(key) = key {
            hello["key"] = json!(key);
        }
        page.say(&hello).await;
        page.next().await.filter(|message| message["type"] == "welcome").map(|_| page)
    }

    pub async fn say(&mut self, message: &Json) {
        let _ = self.socket.send(Message::text(message.to_string())).await;
    }

    /// The next message; nothing where the socket has ended.
    pub async fn next(&mut self) -> Option<Json> {
        loop {
            match self.socket.next().await? {
                Ok(Message::Text(text)) => {
                    let message: Json = serde_json::from_str(&text).ok()?;
                    if message["type"] == "votes" {
                        self.votes += message["records"].as_array().map_or(0, Vec::len);
                    }
                    return Some(message);
                }
                Ok(Message::Ping(_) | Message::Pong(_)) => {}
                _ => return None,
            }
        }
    }

    pub async fn until(&mut self, kind: &str) -> Json {
        loop {
            let message = self.next().await.expect("the server goes on");
            assert_ne!(message["type"], "refused", "{message}");
            if message["type"] == kind {
                return message;
            }
        }
    }

    /// Reads for some time.
    pub async fn rest(&mut self, time: Duration) {
        let reading = async {
            while let Some(message) = self.next().await {
                assert_ne!(message["type"], "refused", "{message}");
            }
            panic!("the server has ended the lecturer's page");
        };
        let _: Result<(), _> = tokio::time::timeout(time, reading).await;
    }

    /// How many votes this has been told of.
    pub fn votes(&self) -> usize {
        self.votes
    }
}

/// A participant.
pub struct Participant {
    number: u32,
    addresses: Vec<SocketAddr>,
    count: Arc<Count>,
    /// The votes that were not acknowledged.
    pending: BTreeSet<u32>,
    voting: bool,
    ended: bool,
}

impl Participant {
    pub fn new(number: u32, addresses: Vec<SocketAddr>, count: Arc<Count>) -> Self {
        Self { number, addresses, count, pending: BTreeSet::new(), voting: false, ended: false }
    }

    /// Comes, and comes back to another server where one has ended.
    pub async fn live(mut self) {
        let mut place = self.number as usize % self.addresses.len();
        let mut first = true;
        loop {
            let address = self.addresses[place];
            look(address).await;
            if let Some(mut page) = Page::open(address, self.number, None).await {
                self.count.note(if first { Event::Welcomed } else { Event::Returned });
                first = false;
                self.send_pending(&mut page).await;
                while let Some(message) = page.next().await {
                    self.hear(&mut page, &message).await;
                }
            }
            place = (place + 1) % self.addresses.len();
            tokio::time::sleep(Duration::from_millis(100 + u64::from(self.number % 10) * 50)).await;
        }
    }

    async fn hear(&mut self, page: &mut Page, message: &Json) {
        match message["type"].as_str().unwrap_or_default() {
            "moment" => {
                let step = message["link"].as_str().and_then(|link| link[1..].parse().ok());
                self.count.follows(step.expect("it is one of the lecturer's"));
            }
            "question" => {
                let choice = self.number % 4;
                page.say(&json!({ "type": "answer", "question": message["question"], "choice": choice }))
                    .await;
            }
            "revealed" => self.count.note(Event::Revealed),
            "round" if !self.voting => {
                self.voting = true;
                self.pending = (0..COLOURS).collect();
                self.send_pending(page).await;
            }
            "ack" => match message["vote"].as_u64() {
                None => self.count.note(Event::Answered),
                Some(index) => {
                    if self.pending.remove(&u32::try_from(index).expect("it is small")) {
                        self.count.note(Event::Voted);
                    }
                    self.send_pending(page).await;
                }
            },
            "ended" if !self.ended => {
                self.ended = true;
                self.count.note(Event::Ended);
            }
            "refused" => panic!("{message}"),
            _ => {}
        }
    }

    /// Sends the next vote that is not acknowledged, as somebody would who looks at one colour after the other.
    async fn send_pending(&mut self, page: &mut Page) {
        if let Some(&index) = self.pending.first() {
            let label = label(self.number, index);
            // Nobody is faster than that.
            tokio::time::sleep(Duration::from_millis(100)).await;
            page.say(&json!({ "type": "vote", "round": "crowd", "index": index, "label": label })).await;
        }
    }
}

/// Asks for the page, as a browser does before there is a socket.
async fn look(address: SocketAddr) {
    let asking = async {
        let mut stream = TcpStream::connect(address).await?;
        let head = format!("GET / HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
        stream.write_all(head.as_bytes()).await?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).await
    };
    let _ = asking.await;
}
