//! The port the page is served on: the one asked for, or the next that is free.

use std::io::ErrorKind;
use std::net::{IpAddr, TcpListener};

use crate::failure::{Failure, Result};

/// How many ports after the one asked for are tried.
const MORE_PORTS: u16 = 50;

/// Listens on the port, or on the first free one after it, and says which one it is.
pub fn listen(address: IpAddr, port: u16) -> Result<(TcpListener, u16)> {
    let last = port.saturating_add(MORE_PORTS);
    for candidate in port..=last {
        match TcpListener::bind((address, candidate)) {
            Ok(listener) => return Ok((listener, candidate)),
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            Err(error) => {
                return Err(Failure::new(format!(
                    "port {candidate} can't be opened ({error}): choose another one with --port"
                )));
            }
        }
    }
    Err(Failure::new(format!("every port from {port} to {last} is taken: choose another one with --port")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::Ipv4Addr;

    const HERE: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

    #[test]
    fn a_taken_port_gives_the_next_free_one() {
        let (_taken, first) = listen(HERE, 20_000).unwrap();
        let (_listener, second) = listen(HERE, first).unwrap();
        assert!(second > first && second <= first + MORE_PORTS);
    }

    #[test]
    fn when_no_port_is_free_the_person_is_told_to_choose_another() {
        // Whether it is this test or another program that holds the last port does not matter.
        let _taken = TcpListener::bind((HERE, u16::MAX));
        let failure = listen(HERE, u16::MAX).unwrap_err();
        assert!(failure.to_string().contains("choose another one"));
    }
}
