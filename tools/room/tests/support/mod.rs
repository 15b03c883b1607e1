//! A server in this process, and pages as it sees them.
#![allow(dead_code)]

pub mod process;

use std::fs;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use futures_util::{SinkExt, StreamExt};
use irozuku_room::log::Log;
use irozuku_room::room::key::Key;
use irozuku_room::server::Server;
use irozuku_room::site::Site;
use serde_json::{Value as Json, json};
use tokio::net::TcpStream as Stream;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;

pub const KEY: &str = "thelecturerskey";
/// How long a test waits for what should happen before it fails.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// A running server.
pub struct Running {
    pub address: SocketAddr,
    lines: Arc<Mutex<Vec<String>>>,
}

impl Running {
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let lines = Arc::new(Mutex::new(Vec::new()));
        let kept = lines.clone();
        let server = Server {
            site: Site::new(Some(folder())).unwrap(),
            key: Key::new(KEY),
            run: "first".to_owned(),
            public: None,
            together: None,
            log: Arc::new(Log::new(move |line| kept.lock().unwrap().push(line.to_owned()))),
        };
        thread::spawn(move || server.serve(listener));
        Self { address, lines }
    }

    /// Waits until the log has a line with this.
    pub async fn tells(&self, what: &str) {
        let start = Instant::now();
        while !self.lines.lock().unwrap().iter().any(|line| line.contains(what)) {
            assert!(start.elapsed() < PATIENCE, "{what} is not among {:?}", self.lines.lock().unwrap());
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    pub fn lines(&self) -> Vec<String> {
        self.lines.lock().unwrap().clone()
    }

    /// A page comes, with the headers of a browser.
    pub async fn page(&self, number: u32, key: Option<&str>) -> Page {
        let mut page = self.connect().await;
        page.say(&hello(number, key)).await;
        page.until("welcome").await;
        page
    }

    /// A socket without a greeting.
    pub async fn connect(&self) -> Page {
        self.try_connect(&[("origin", &format!("http://{}", self.address))]).await.expect("it is let in")
    }

    /// A socket that is opened with these headers; the status where it is refused.
    pub async fn try_connect(&self, headers: &[(&'static str, &str)]) -> Result<Page, u16> {
        connect(self.address, headers).await
    }

    /// What is answered to a request, which is written as it stands.
    pub fn ask(&self, head: &str, headers: &str, body: &str) -> String {
        let mut stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        let length = body.len();
        // It may be refused before it is read.
        let _ = write!(
            stream,
            "{head} HTTP/1.1\r\nConnection: close\r\nContent-Length: {length}\r\n{headers}\r\n{body}"
        );
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        String::from_utf8_lossy(&answer).into_owned()
    }

    /// The headers of a page of this server, for [`Running::ask`].
    pub fn own(&self) -> String {
        format!("Host: {0}\r\nOrigin: http://{0}\r\n", self.address)
    }
}

/// The page's greeting.
pub fn hello(number: u32, key: Option<&str>) -> Json {
    let mut hello = json!({ "type": "hello", "v": 1, "id": id(number) });
    if let Some(key) = key {
        hello["key"] = json!(key);
    }
    hello
}

/// The id of a visitor with this number.
pub fn id(number: u32) -> String {
    format!("{number:032x}")
}

/// Opens a socket at a server with these headers; the status where it is refused.
pub async fn connect(address: SocketAddr, headers: &[(&'static str, &str)]) -> Result<Page, u16> {
    let mut request = format!("ws://{address}/room/socket").into_client_request().unwrap();
    for (name, value) in headers {
        request.headers_mut().insert(*name, value.parse().unwrap());
    }
    let stream = Stream::connect(address).await.unwrap();
    match tokio_tungstenite::client_async(request, stream).await {
        Ok((socket, _)) => Ok(Page { socket }),
        Err(tokio_tungstenite::tungstenite::Error::Http(answer)) => Err(answer.status().as_u16()),
        Err(error) => panic!("{error}"),
    }
}

/// A page's end of a socket.
pub struct Page {
    pub socket: WebSocketStream<Stream>,
}

impl Page {
    pub async fn say(&mut self, message: &Json) {
        self.send(Message::text(message.to_string())).await;
    }

    /// Sends, whether or not the server still takes it.
    pub async fn send(&mut self, message: Message) {
        let _ = self.socket.send(message).await;
    }

    /// The next message; nothing where the socket has ended.
    pub async fn next(&mut self) -> Option<Json> {
        loop {
            let next = tokio::time::timeout(PATIENCE, self.socket.next()).await.expect("something comes");
            match next {
                Some(Ok(Message::Text(text))) => return Some(serde_json::from_str(&text).unwrap()),
                Some(Ok(Message::Ping(_) | Message::Pong(_))) => {}
                _ => return None,
            }
        }
    }

    /// The next message of a type; the others are passed over.
    pub async fn until(&mut self, kind: &str) -> Json {
        loop {
            let message = self.next().await.unwrap_or_else(|| panic!("it ended before {kind}"));
            if message["type"] == kind {
                return message;
            }
        }
    }

    /// Waits until the socket has ended; what came before.
    pub async fn ended(&mut self) -> Vec<Json> {
        let mut told = Vec::new();
        while let Some(message) = self.next().await {
            told.push(message);
        }
        told
    }
}

/// A folder with a page.
fn folder() -> PathBuf {
    static MADE: Mutex<()> = Mutex::new(());
    let _made = MADE.lock();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("page");
    fs::create_dir_all(&folder).unwrap();
    let page = "<!doctype html>\n<meta charset=\"utf-8\">\n<p>the page</p>\n";
    if !fs::read_to_string(folder.join("index.html")).is_ok_and(|there| there == page) {
        fs::write(folder.join("index.html"), page).unwrap();
    }
    folder
}
