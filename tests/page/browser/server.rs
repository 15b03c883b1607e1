//! The server of the page, inside the process that tests it.

use std::net::TcpListener;
use std::sync::OnceLock;
use std::thread;

use irozuku_tools::{bindings, serve, workspace};

/// Where the page is served, without a slash at the end. The first call starts the server.
#[track_caller]
pub fn origin() -> &'static str {
    static ORIGIN: OnceLock<String> = OnceLock::new();
    assert!(bindings::exist(), "the page has not been built: run `cargo run -- build` first");
    ORIGIN.get_or_init(|| {
        let listener = TcpListener::bind("127.0.0.1:0").expect("there is a free port");
        let address = listener.local_addr().expect("a listener has an address");
        thread::spawn(|| serve::serve(listener, &workspace::page()));
        format!("http://{address}")
    })
}
