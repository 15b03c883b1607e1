//! The page is told at which address the other devices in the room open it: it may itself be open at one that only
//! this computer knows.

use std::path::Path;

use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};

use crate::pack::digest;

/// The first line of the page's head, after which the address is put.
const FIRST: &str = "<meta charset=\"utf-8\">\n";
/// The name under which the page looks for it, see `www/element/shared-address.js`.
const NAME: &str = "irozuku-address";

/// The router, with the page of `folder` that tells the address. It is asked for each time: networks come and go.
pub fn inviting<F>(router: Router, folder: &Path, address: F) -> Router
where
    F: Fn() -> Option<String> + Clone + Send + Sync + 'static,
{
    let file = folder.join("index.html");
    router.layer(from_fn(move |request: Request, next: Next| {
        let page = is_page(&request).then(|| std::fs::read_to_string(&file).ok()).flatten();
        let told = page.zip(address()).map(|(page, address)| tell(&page, &address));
        async move {
            match told {
                Some(page) => answer(request.headers(), page),
                None => next.run(request).await,
            }
        }
    }))
}

fn is_page(request: &Request) -> bool {
    matches!(*request.method(), Method::GET | Method::HEAD)
        && matches!(request.uri().path(), "/" | "/index.html")
}

fn tell(page: &str, address: &str) -> String {
    page.replacen(FIRST, &format!("{FIRST}<meta name=\"{NAME}\" content=\"{address}\">\n"), 1)
}

fn answer(asked: &HeaderMap, page: String) -> Response {
    let tag = format!("\"{}\"", digest::short(page.as_bytes()));
    let known = asked.get(header::IF_NONE_MATCH).and_then(|known| known.to_str().ok());
    if known.is_some_and(|known| known.split(',').any(|known| known.trim() == tag)) {
        return (StatusCode::NOT_MODIFIED, [(header::ETAG, tag)]).into_response();
    }
    ([(header::CONTENT_TYPE, "text/html; charset=utf-8".to_owned()), (header::ETAG, tag)], page)
        .into_response()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace;

    #[test]
    fn the_page_has_the_line_after_which_the_address_is_put() {
        let page = std::fs::read_to_string(workspace::page().join("index.html")).unwrap();
        let told = tell(&page, "http://192.0.2.7:8016/");
        assert_eq!(told.matches("content=\"http://192.0.2.7:8016/\"").count(), 1);
    }
}
