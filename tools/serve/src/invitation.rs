//! The page is told at which address the other devices in the room open it: it may itself be open at one that only
//! this computer knows.

use std::path::Path;

use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};

use crate::digest;

/// The first line of the page's head, after which the address is put.
const FIRST: &str = "<meta charset=\"utf-8\">\n";
/// The name under which the page looks for it, see `www/element/shared-address.js`.
const NAME: &str = "irozuku-address";
/// The name under which the page looks for whether there is a room.
const ROOM: &str = "irozuku-room";

/// What the page is told.
#[derive(Clone, Debug, Default)]
pub struct Told {
    /// Where the other devices open it; nothing where there is no such place.
    pub address: Option<String>,
    /// Whether the server has a room.
    pub room: bool,
}

/// The router, with the page of `folder` that tells the address. It is asked for each time: networks come and go.
pub fn inviting<F>(router: Router, folder: &Path, address: F) -> Router
where
    F: Fn() -> Option<String> + Clone + Send + Sync + 'static,
{
    let file = folder.join("index.html");
    telling(
        router,
        move || std::fs::read_to_string(&file).ok(),
        move || Told { address: address(), room: false },
    )
}

/// The router, with a `page` that tells what it is `told`. Both are asked for each time.
pub fn telling<P, T>(router: Router, page: P, told: T) -> Router
where
    P: Fn() -> Option<String> + Clone + Send + Sync + 'static,
    T: Fn() -> Told + Clone + Send + Sync + 'static,
{
    router.layer(from_fn(move |request: Request, next: Next| {
        let lines = is_page(&request).then(|| lines(&told())).filter(|lines| !lines.is_empty());
        let page = lines.and_then(|lines| Some(tell(&page()?, &lines)));
        async move {
            match page {
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

fn lines(told: &Told) -> String {
    let address = told.address.as_ref().map(|address| meta(NAME, address));
    let room = told.room.then(|| meta(ROOM, "true"));
    address.into_iter().chain(room).collect()
}

fn meta(name: &str, content: &str) -> String {
    format!("<meta name=\"{name}\" content=\"{content}\">\n")
}

fn tell(page: &str, lines: &str) -> String {
    page.replacen(FIRST, &format!("{FIRST}{lines}"), 1)
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

    #[test]
    fn the_page_has_the_line_after_which_it_is_told() {
        let page =
            std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../www/index.html")).unwrap();
        let told = Told { address: Some("http://192.0.2.7:8016/".to_owned()), room: true };
        let told = tell(&page, &lines(&told));
        assert_eq!(told.matches("content=\"http://192.0.2.7:8016/\"").count(), 1);
        assert_eq!(told.matches("<meta name=\"irozuku-room\" content=\"true\">").count(), 1);
    }

    #[test]
    fn where_there_is_nothing_to_tell_the_page_stays_as_it_is() {
        assert_eq!(lines(&Told::default()), "");
    }
}
