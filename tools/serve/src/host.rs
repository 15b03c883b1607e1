//! Whether a request asks for this computer by one of its own names.
//!
//! A page of somebody else may let its own name point to this computer, and would then be taken by the browser for the
//! one that is served here ("DNS rebinding").

use std::net::IpAddr;
use std::process::Command;
use std::str::FromStr;
use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::uri::Authority;
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};

use super::lan;

/// The port of an address that names none.
const HTTP: u16 = 80;

/// The names of this computer, and the port on which it serves.
#[derive(Clone)]
pub struct Hosts {
    port: u16,
    names: Vec<String>,
    /// Where else it is reached: a name and a port of what stands before it.
    also: Option<Authority>,
    /// Is told of each request that is refused.
    refusing: Option<Arc<dyn Fn() + Send + Sync>>,
}

/// The router, for requests that ask for this computer.
pub fn checked(router: Router, hosts: Hosts) -> Router {
    router.layer(from_fn_with_state(hosts, check))
}

async fn check(State(hosts): State<Hosts>, request: Request, next: Next) -> Response {
    if asked(request.uri(), request.headers()).is_some_and(|authority| hosts.are_asked_by(&authority)) {
        return next.run(request).await;
    }
    if let Some(refusing) = &hosts.refusing {
        refusing();
    }
    (StatusCode::MISDIRECTED_REQUEST, hosts.refusal()).into_response()
}

fn hostname() -> Option<String> {
    let told = Command::new("hostname").output().ok().filter(|told| told.status.success())?;
    Some(String::from_utf8_lossy(&told.stdout).trim().to_owned())
}

/// Whom a request asks: its address says so, or else its header.
fn asked(uri: &Uri, headers: &HeaderMap) -> Option<Authority> {
    if let Some(authority) = uri.authority() {
        return Some(authority.clone());
    }
    let mut given = headers.get_all(header::HOST).iter();
    let (Some(host), None) = (given.next(), given.next()) else { return None };
    Authority::from_str(host.to_str().ok()?).ok()
}

impl Hosts {
    /// The names of this computer, served on this port.
    pub fn new(port: u16) -> Self {
        let own = hostname().unwrap_or_default().to_lowercase();
        let mut names = vec!["localhost".to_owned()];
        if let Some(short) = own.split('.').next().filter(|short| !short.is_empty()) {
            // In the local network it is found under the last of these.
            names.extend([short.to_owned(), own.clone(), format!("{short}.local")]);
        }
        Self { port, names, also: None, refusing: None }
    }

    /// And this name with its port, under which something that stands before this server is reached.
    #[must_use]
    pub fn and(mut self, also: Authority) -> Self {
        self.also = Some(also);
        self
    }

    /// Tells of each request that is refused.
    #[must_use]
    pub fn telling(mut self, refusing: impl Fn() + Send + Sync + 'static) -> Self {
        self.refusing = Some(Arc::new(refusing));
        self
    }

    fn are_asked_by(&self, authority: &Authority) -> bool {
        if self.also.as_ref() == Some(authority) {
            return true;
        }
        if authority.as_str().contains('@') || authority.port_u16().unwrap_or(HTTP) != self.port {
            return false;
        }
        let host = authority.host().trim_start_matches('[').trim_end_matches(']');
        match IpAddr::from_str(host) {
            // Networks come and go while it serves.
            Ok(address) => address.is_loopback() || lan::all_addresses().contains(&address),
            Err(_) => {
                let host = host.to_lowercase();
                self.names.contains(&host.trim_end_matches('.').to_owned())
            }
        }
    }

    fn refusal(&self) -> String {
        let port = self.port;
        format!(
            "This server is not known under the name in this address. Open http://127.0.0.1:{port}/ on this computer, \
             or on another device the address that `cargo run -- --lan` has printed.\n\
             このアドレスの名前では、ページをひらけません。このパソコンでは http://127.0.0.1:{port}/ を、\
             ほかの機器では `cargo run -- --lan` が表示したアドレスをひらいてください。\n"
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_asked(host: &str) -> bool {
        let names = vec!["localhost".to_owned(), "desk.local".to_owned()];
        let hosts = Hosts { port: 8016, names, also: None, refusing: None };
        Authority::from_str(host).is_ok_and(|authority| hosts.are_asked_by(&authority))
    }

    #[test]
    fn this_computer_is_asked_by_its_names_and_addresses_on_its_port() {
        for host in ["localhost:8016", "127.0.0.1:8016", "127.1.2.3:8016", "[::1]:8016", "LocalHost.:8016"] {
            assert!(is_asked(host), "{host}");
        }
        assert!(is_asked("Desk.local:8016"));
        for address in lan::addresses() {
            assert!(is_asked(&format!("{address}:8016")), "{address}");
        }
    }

    #[test]
    fn no_other_name_address_or_port_asks_for_it() {
        for host in [
            "evil.example:8016",
            "localhost.evil.example:8016",
            "192.0.2.1:8016",
            "[2001:db8::1]:8016",
            "localhost",
            "localhost:8017",
            "localhost@evil.example:8016",
            "evil.example@localhost:8016",
        ] {
            assert!(!is_asked(host), "{host}");
        }
    }

    #[test]
    fn the_name_of_what_stands_before_it_asks_for_it_too() {
        let hosts = Hosts::new(8016).and(Authority::from_static("room.example"));
        assert!(hosts.are_asked_by(&Authority::from_static("room.example")));
        assert!(!hosts.are_asked_by(&Authority::from_static("room.example:8016")));
        assert!(!hosts.are_asked_by(&Authority::from_static("other.example")));
    }

    #[test]
    fn without_a_port_it_is_the_one_of_the_web() {
        let hosts = Hosts { port: 80, names: vec!["localhost".to_owned()], also: None, refusing: None };
        assert!(hosts.are_asked_by(&Authority::from_static("localhost")));
    }

    #[test]
    fn a_request_with_two_hosts_asks_nobody() {
        let mut headers = HeaderMap::new();
        let uri = Uri::from_static("/");
        assert_eq!(asked(&uri, &headers), None);
        headers.append(header::HOST, "localhost:8016".parse().unwrap());
        assert_eq!(asked(&uri, &headers), Some(Authority::from_static("localhost:8016")));
        headers.append(header::HOST, "localhost:8016".parse().unwrap());
        assert_eq!(asked(&uri, &headers), None);
    }
}
