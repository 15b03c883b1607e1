//! The addresses at which other devices in the room reach this computer.

use std::net::{IpAddr, Ipv4Addr, UdpSocket};

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_loopback_address_comes_last() {
        let addresses = addresses();
        assert!(addresses.is_sorted_by_key(Ipv4Addr::is_loopback));
    }
}
