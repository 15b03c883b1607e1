//! Whether a request comes from the page that is served here, and not from another site's.

use axum::http::{HeaderMap, header};

/// Whether the page that asks has the origin that it asks, or `public`, the one of what stands before this server.
///
/// A browser always says the origin of a page that opens a WebSocket or sends something; what a page only asks of its own
/// server comes without, and with the header `Sec-Fetch-Site` in newer browsers.
pub fn is_own(headers: &HeaderMap, public: Option<&str>, may_be_missing: bool) -> bool {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    if text(header::HeaderName::from_static("sec-fetch-site")).is_some_and(|site| site != "same-origin") {
        return false;
    }
    let mut given = headers.get_all(header::ORIGIN).iter();
    match (given.next(), given.next()) {
        (None, _) => may_be_missing,
        (Some(origin), None) => origin.to_str().is_ok_and(|origin| {
            let own =
                text(header::HOST).is_some_and(|host| origin.eq_ignore_ascii_case(&format!("http://{host}")));
            own || public == Some(origin)
        }),
        (Some(_), Some(_)) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(list: &[(&'static str, &'static str)]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for (name, value) in list {
            headers.append(*name, value.parse().unwrap());
        }
        headers
    }

    #[test]
    fn the_page_itself_may() {
        let own = headers(&[("host", "192.0.2.7:8016"), ("origin", "http://192.0.2.7:8016")]);
        assert!(is_own(&own, None, false));
        let fetch = headers(&[("host", "localhost:8016"), ("sec-fetch-site", "same-origin")]);
        assert!(is_own(&fetch, None, true));
        let before = headers(&[("host", "room.example"), ("origin", "https://room.example")]);
        assert!(is_own(&before, Some("https://room.example"), false));
    }

    #[test]
    fn nobody_else_may() {
        for others in [
            &[("host", "localhost:8016"), ("origin", "http://evil.example")][..],
            &[("host", "localhost:8016"), ("origin", "http://localhost:8017")],
            &[("host", "localhost:8016"), ("origin", "https://localhost:8016")],
            &[("host", "localhost:8016"), ("origin", "null")],
            &[("host", "localhost:8016"), ("origin", "http://localhost:8016.evil.example")],
            &[("host", "localhost:8016")],
            &[
                ("host", "localhost:8016"),
                ("origin", "http://localhost:8016"),
                ("origin", "http://evil.example"),
            ],
            &[
                ("host", "localhost:8016"),
                ("origin", "http://localhost:8016"),
                ("sec-fetch-site", "cross-site"),
            ],
        ] {
            assert!(!is_own(&headers(others), Some("https://room.example"), false), "{others:?}");
        }
        let other = headers(&[("host", "localhost:8016"), ("sec-fetch-site", "same-site")]);
        assert!(!is_own(&other, None, true));
    }
}
