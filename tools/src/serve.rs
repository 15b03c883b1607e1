//! The page's server: one folder, read-only, with headers that keep the page to itself.

use std::net::TcpListener;
use std::path::Path;

use axum::Router;
use axum::http::HeaderValue;
use axum::http::header::{self, HeaderName};
use axum::middleware::map_response;
use axum::response::Response;
use tower_http::services::ServeDir;

use crate::failure::{Failure, Result};

/// Nothing but the page's own files may be loaded. A worker is made from a `data:` address only: it holds its source
/// in itself, and has another origin than the page. Embedding the page elsewhere stays allowed.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; \
    script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; \
    connect-src 'self'; worker-src data:; base-uri 'none'; form-action 'none'";

/// Sent with every answer, also with a refusal.
const HEADERS: [(HeaderName, &str); 3] = [
    (header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    // The browser asks each time, so that a rebuilt page is never mixed with an old one.
    (header::CACHE_CONTROL, "no-cache"),
];

/// What answers the requests: the files of `folder`.
pub fn router(folder: &Path) -> Router {
    Router::new().fallback_service(ServeDir::new(folder)).layer(map_response(add_headers))
}

/// Serves `folder` until the process ends.
pub fn serve(listener: TcpListener, folder: &Path) -> Result<()> {
    let router = router(folder);
    let serving = || {
        listener.set_nonblocking(true)?;
        tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?
            .block_on(async { axum::serve(tokio::net::TcpListener::from_std(listener)?, router).await })
    };
    serving().map_err(|error| Failure::new(format!("the page can't be served: {error}")))
}

async fn add_headers(mut response: Response) -> Response {
    for (name, value) in HEADERS {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}
