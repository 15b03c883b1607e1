//! The servers of the page, inside the process that tests it.

use std::net::TcpListener;
use std::sync::OnceLock;
use std::thread;

use axum::Router;
use axum::http::header;
use axum::routing::get;
use irozuku_tools::pack::bundle::{self, Shape};
use irozuku_tools::pack::parts;
use irozuku_tools::{bindings, serve, workspace};
use tokio::runtime::Builder;

/// The address in the room of which `inviting` tells; nobody is there.
pub const ROOM: &str = "http://192.0.2.7:8016/";

/// Where the page is served with its modules joined into one, and its stylesheets, as packing does it, without a slash
/// at the end. Loading
/// 150 modules takes a browser with an empty cache three times as long as all the rest. Each of them is there, too.
#[track_caller]
pub fn origin() -> &'static str {
    static ORIGIN: OnceLock<String> = OnceLock::new();
    ORIGIN.get_or_init(|| serve(joined()))
}

/// The same page, which is told that others open it at this address.
#[track_caller]
pub fn inviting() -> &'static str {
    static ORIGIN: OnceLock<String> = OnceLock::new();
    ORIGIN.get_or_init(|| serve(serve::inviting(joined(), &workspace::page(), || Some(ROOM.to_owned()))))
}

/// Where the page is served as its files are.
#[track_caller]
pub fn unpacked() -> &'static str {
    static ORIGIN: OnceLock<String> = OnceLock::new();
    ORIGIN.get_or_init(|| serve(files()))
}

/// What `origin` serves, to be served with something else beside it or in its place.
#[track_caller]
pub fn joined() -> Router {
    let joined = bundle::script(
        &workspace::page().join("irozuku-demo.js"),
        Shape::Module,
        &["../wasm/irozuku.js", "./sheets.js"],
    )
    .expect("esbuild joins the modules: `cargo run -- test` installs it");
    let script = "text/javascript";
    let router = with(files(), "/irozuku-demo.js", script, joined);
    let router = with(router, "/sheets.js", script, "export const SHEETS = ['irozuku.css'];".to_owned());
    with(router, "/irozuku.css", "text/css", parts::style().expect("the stylesheets can be read"))
}

/// The router with one more file.
fn with(router: Router, path: &str, kind: &'static str, text: String) -> Router {
    router.route(path, get(move || async move { ([(header::CONTENT_TYPE, kind)], text) }))
}

fn files() -> Router {
    assert!(bindings::exist(), "the page has not been built: run `cargo run -- build` first");
    serve::router(&workspace::page())
}

fn serve(router: Router) -> String {
    format!("http://127.0.0.1:{}", also(router))
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
