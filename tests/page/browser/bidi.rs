//! WebDriver BiDi, for the few commands that the classic protocol doesn't have: <https://w3c.github.io/webdriver-bidi/>.

use std::net::TcpStream;
use std::time::Duration;

use serde_json::{Value, json};
use tungstenite::{Message, WebSocket};

/// The connection to the driver. Nothing is subscribed to, so nothing arrives that was not asked for.
pub struct Bidi {
    socket: WebSocket<TcpStream>,
    id: u64,
}

impl Bidi {
    /// Connects to the address that the session's capability `webSocketUrl` tells; no answer may take longer than `limit`.
    pub fn connect(url: &str, limit: Duration) -> Result<Self, String> {
        let address = url.trim_start_matches("ws://").split('/').next().unwrap_or_default();
        let stream = TcpStream::connect(address).map_err(|error| error.to_string())?;
        stream.set_read_timeout(Some(limit)).map_err(|error| error.to_string())?;
        let (socket, _) = tungstenite::client(url, stream).map_err(|error| error.to_string())?;
        Ok(Self { socket, id: 0 })
    }

    /// Sends a command and waits for its result.
    pub fn send(&mut self, method: &str, params: &Value) -> Result<Value, String> {
        self.id += 1;
        let command = json!({ "id": self.id, "method": method, "params": params }).to_string();
        self.socket.send(Message::text(command)).map_err(|error| format!("{method}: {error}"))?;
        loop {
            let message = self.socket.read().map_err(|error| format!("{method}: {error}"))?;
            let Message::Text(text) = message else { continue };
            let answer: Value = serde_json::from_str(&text).map_err(|error| format!("{method}: {error}"))?;
            if answer["id"] == self.id {
                return if answer["type"] == "success" {
                    Ok(answer["result"].clone())
                } else {
                    Err(format!("{method}: {}", answer["message"]))
                };
            }
        }
    }
}
