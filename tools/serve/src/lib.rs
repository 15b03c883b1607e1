//! The page's server: one folder, read-only, with headers that keep the page to itself.

mod activity;
mod connections;
pub mod desktop;
pub mod digest;
pub mod failure;
mod files;
mod host;
mod invitation;
pub mod lan;
pub mod listen;
mod memory;
mod timed;

use std::net::TcpListener;
use std::path::Path;

use axum::Router;
use axum::extract::Request;
use axum::http::HeaderValue;
use axum::http::header::{self, HeaderName};
use axum::middleware::{Next, from_fn, map_response};
use axum::response::Response;

use crate::failure::{Failure, Result};

pub use activity::Activity;
pub use connections::Limits;
pub use host::Hosts;
pub use invitation::{Told, inviting, telling};
pub use memory::Files;

/// Nothing but the page's own files may be loaded. A worker is made from a `data:` address only: it holds its source
/// in itself, and has another origin than the page. Embedding the page elsewhere stays allowed.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; \
    script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; \
    connect-src 'self'; worker-src data:; base-uri 'none'; form-action 'none'";

/// Sent with every answer, also with a refusal.
const HEADERS: [(HeaderName, &str); 2] =
    [(header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY), (header::X_CONTENT_TYPE_OPTIONS, "nosniff")];
/// The browser asks each time, so that a rebuilt page is never mixed with an old one. What has not changed is not sent
/// again.
const ASK: &str = "no-cache";
/// The name changes with the content.
const KEEP: &str = "public, max-age=31536000, immutable";

/// What answers the requests: the files of `folder`.
pub fn router(folder: &Path) -> Router {
    with_headers(Router::new().fallback_service(files::service(folder)))
}

/// What answers the requests: files that are held in memory.
pub fn router_of(files: Files) -> Router {
    with_headers(Router::new().fallback_service(memory::service(files)))
}

fn with_headers(router: Router) -> Router {
    router.layer(from_fn(may_be_kept)).layer(map_response(add_headers))
}

/// Serves until the process ends. Only who asks for one of this computer's names is answered.
pub fn serve(listener: TcpListener, router: Router, limits: Limits) -> Result<()> {
    let serving = || {
        let hosts = Hosts::new(listener.local_addr()?.port());
        listener.set_nonblocking(true)?;
        tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
            attend(tokio::net::TcpListener::from_std(listener)?, router, limits, hosts).await;
            Ok::<(), std::io::Error>(())
        })
    };
    serving().map_err(|error| Failure::new(format!("the page can't be served: {error}")))
}

/// The same inside a runtime that is there already, for who asks for one of `hosts`.
pub async fn attend(listener: tokio::net::TcpListener, router: Router, limits: Limits, hosts: Hosts) {
    let router = host::checked(router, hosts).layer(map_response(add_headers));
    connections::serve(listener, router, limits).await;
}

async fn add_headers(mut response: Response) -> Response {
    for (name, value) in HEADERS {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response.headers_mut().entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static(ASK));
    response
}

async fn may_be_kept(request: Request, next: Next) -> Response {
    let named = digest::is_in(request.uri().path());
    let mut response = next.run(request).await;
    if named && (response.status().is_success() || response.status() == 304) {
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(KEEP));
    }
    response
}
