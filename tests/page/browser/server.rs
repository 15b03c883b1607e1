//! The server of the page, inside the process that tests it.

use std::net::TcpListener;
use std::sync::OnceLock;
use std::thread;

use axum::Router;
use irozuku_tools::{bindings, serve, workspace};
use tokio::runtime::Builder;

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

/// Serves something else from now on, on a port of its own: a page that embeds the page. Says which port.
#[track_caller]
pub fn also(router: Router) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("there is a free port");
    let port = listener.local_addr().expect("a listener has an address").port();
    listener.set_nonblocking(true).expect("a listener can be used without waiting");
    thread::spawn(move || {
        let runtime =
            Builder::new_current_thread().enable_all().build().expect("there is room for a runtime");
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(listener).expect("the runtime takes it");
            axum::serve(listener, router).await
        })
    });
    port
}
