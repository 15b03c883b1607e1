//! The command line.

use std::ffi::OsString;
use std::net::{IpAddr, Ipv4Addr};
use std::path::PathBuf;
use std::sync::Arc;

use axum::http::Uri;
use axum::http::uri::{Authority, Scheme};
use clap::Parser;
use irozuku_serve::failure::{Failure, Result};
use irozuku_serve::{desktop, listen};

use crate::invite;
use crate::log::Log;
use crate::room::key::{Key, SHORTEST};
use crate::server::{Public, Server, Together};
use crate::site::Site;

/// Serve the page to everyone in the room, who follow, answer and vote together
#[derive(Parser)]
#[command(name = "irozuku-room", version)]
struct Cli {
    /// The folder of the page, instead of the one in this program
    #[arg(long, value_name = "FOLDER")]
    folder: Option<PathBuf>,
    /// The port to serve the page on; if it is taken, the next free one
    #[arg(long, default_value_t = 8016, value_parser = clap::value_parser!(u16).range(1..))]
    port: u16,
    /// Do not open a browser
    #[arg(long)]
    no_open: bool,
    /// The lecturer's key, at least eight letters and digits; without this a new one is made at each start
    #[arg(long, value_name = "TEXT", value_parser = key)]
    key: Option<String>,
    /// The address under which others open the page where something stands before this server, as https://room.example
    #[arg(long, value_name = "URL", value_parser = public)]
    public: Option<Public>,
    /// Share the room with other servers over this NATS server, as nats://127.0.0.1:4222; all of them need the same key
    #[arg(long, value_name = "URL", requires = "key")]
    nats: Option<String>,
    /// With --nats: the room's name there, if there are several
    #[arg(long, value_name = "NAME", default_value = "room", value_parser = room)]
    room: String,
}

/// Does what the command line asks for.
pub fn run() -> Result<()> {
    Cli::parse().start()
}

/// Does what these arguments ask for; the first of them is the program's name.
pub fn run_with(arguments: impl IntoIterator<Item = OsString>) -> Result<()> {
    Cli::parse_from(arguments).start()
}

impl Cli {
    fn start(self) -> Result<()> {
        let site = Site::new(self.folder).ok_or_else(|| {
            Failure::new("this program has no page in it: say with --folder where the page is")
        })?;
        let key = self.key.map_or_else(new_key, |text| Ok(Key::new(text)))?;
        let (listener, port) = listen::listen(IpAddr::V4(Ipv4Addr::UNSPECIFIED), self.port)?;
        if port != self.port {
            println!("Port {} is taken, so this is on port {port}.", self.port);
        }
        let public = self.public;
        let shown = public.as_ref().map(Public::url);
        invite::invite(port, shown.as_deref());
        let here = format!("http://127.0.0.1:{port}/");
        invite::tell_lecturer(&here, key.text());
        println!("Press Ctrl+C to stop.");
        if !self.no_open {
            desktop::open(&format!("{here}#lead={}", key.text()));
        }

        let log = Arc::new(Log::new(|line| eprintln!("{line}")));
        let together = self.nats.map(|nats| Together { nats, room: self.room });
        let server = Server { site, key, run: random_hex()?, public, together, log };
        server.serve(listener).map_err(|error| Failure::new(format!("the page can't be served: {error}")))
    }
}

fn new_key() -> Result<Key> {
    Ok(Key::of_random(&random()?))
}

fn random_hex() -> Result<String> {
    Ok(random()?.iter().map(|byte| format!("{byte:02x}")).collect())
}

fn random() -> Result<[u8; 16]> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes)
        .map_err(|error| Failure::new(format!("the system has no random numbers: {error}")))?;
    Ok(bytes)
}

fn key(text: &str) -> std::result::Result<String, String> {
    let fits = text.len() >= SHORTEST && text.bytes().all(|byte| byte.is_ascii_alphanumeric());
    fits.then(|| text.to_owned())
        .ok_or_else(|| format!("it needs at least {SHORTEST} letters and digits, and nothing else"))
}

fn room(text: &str) -> std::result::Result<String, String> {
    let fits = (1..=32).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
    fits.then(|| text.to_owned()).ok_or_else(|| "it has up to 32 letters, digits, - and _".to_owned())
}

fn public(text: &str) -> std::result::Result<Public, String> {
    let wrong = || "it is an address such as https://room.example".to_owned();
    let uri: Uri = text.parse().map_err(|_| wrong())?;
    let (Some(scheme), Some(authority)) = (uri.scheme(), uri.authority()) else { return Err(wrong()) };
    let web = *scheme == Scheme::HTTP || *scheme == Scheme::HTTPS;
    if !web || uri.path() != "/" || uri.query().is_some() || authority.as_str().contains('@') {
        return Err(wrong());
    }
    let authority: Authority = authority.as_str().to_lowercase().parse().map_err(|_| wrong())?;
    Ok(Public { origin: format!("{scheme}://{authority}"), authority })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_long_enough_and_fits_an_address() {
        assert_eq!(key("abcdEF12"), Ok("abcdEF12".to_owned()));
        for text in ["", "short", "with a space", "not&good", "ちいさなかぎです"] {
            assert!(key(text).is_err(), "{text}");
        }
    }

    #[test]
    fn an_address_before_this_server_is_one_of_the_web_without_a_path() {
        assert_eq!(public("https://Room.example").unwrap().origin, "https://room.example");
        assert_eq!(public("http://room.example:8080/").unwrap().authority.as_str(), "room.example:8080");
        for text in
            ["room.example", "ftp://room.example", "https://room.example/a", "https://a@b", "https://a/?b"]
        {
            assert!(public(text).is_err(), "{text}");
        }
    }
}
