//! The addresses at which other devices in the room reach this computer.

use std::io::{self, IsTerminal};
use std::net::{IpAddr, Ipv4Addr, UdpSocket};

use qrcode::QrCode;
use qrcode::render::unicode::Dense1x2;

/// All of this computer's addresses.
pub fn all_addresses() -> Vec<IpAddr> {
    if_addrs::get_if_addrs().unwrap_or_default().iter().map(if_addrs::Interface::ip).collect()
}

/// This computer's IPv4 addresses, the one most likely to be reachable first.
pub fn addresses() -> Vec<Ipv4Addr> {
    let mut addresses: Vec<Ipv4Addr> = all_addresses()
        .into_iter()
        .filter_map(|address| match address {
            IpAddr::V4(address) => Some(address),
            IpAddr::V6(_) => None,
        })
        .collect();
    let outgoing = outgoing();
    addresses.sort_by_key(|&address| (address.is_loopback(), Some(address) != outgoing));
    addresses
}

/// Where the other devices in the room open what is served on this port; nothing where this computer is in no network.
pub fn url(port: u16) -> Option<String> {
    let address = addresses().into_iter().find(|address| !address.is_loopback())?;
    Some(format!("http://{address}:{port}/"))
}

/// The address this computer uses towards other networks. Virtual networks have addresses too,
/// and a phone can't reach those.
fn outgoing() -> Option<Ipv4Addr> {
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).ok()?;
    // Connecting UDP sends nothing: it only looks up the way to this documentation address.
    socket.connect((Ipv4Addr::new(192, 0, 2, 1), 9)).ok()?;
    match socket.local_addr().ok()?.ip() {
        IpAddr::V4(address) => Some(address),
        IpAddr::V6(_) => None,
    }
}

/// The text as a QR code made of characters, to be read off the terminal with a phone.
pub fn qr_code(text: &str) -> Option<String> {
    let picture = QrCode::new(text).ok()?.render::<Dense1x2>().build();
    if !io::stdout().is_terminal() {
        return Some(picture);
    }
    // Black on white whatever the terminal's own colours are: not every phone reads it inverted.
    let lines = picture.lines().map(|line| format!("\x1b[30;107m{line}\x1b[0m"));
    Some(lines.collect::<Vec<_>>().join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_loopback_address_comes_last() {
        let addresses = addresses();
        assert!(addresses.is_sorted_by_key(Ipv4Addr::is_loopback));
    }

    #[test]
    fn an_address_becomes_a_code_of_equally_long_lines() {
        let code = qr_code("http://192.0.2.7:8016/").unwrap();
        let mut widths = code.lines().map(|line| line.chars().count());
        let first = widths.next().unwrap();
        assert!(first > 20);
        assert!(widths.all(|width| width == first));
    }
}
