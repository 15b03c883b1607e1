//! What everyone in the room is told, on the terminal.

use std::io::{self, IsTerminal};

use irozuku_serve::lan;
use qrcode::QrCode;
use qrcode::render::unicode::Dense1x2;

/// Tells everyone in the room how to open the page; `public` is where, if something stands before this server.
pub fn invite(port: u16, public: Option<&str>) {
    println!("The page is at");
    for address in lan::addresses() {
        println!("  http://{address}:{port}/");
    }
    match public.map(str::to_owned).or_else(|| lan::url(port)) {
        Some(url) => {
            println!(
                "Everyone {} can open it:",
                if public.is_some() { "with this address" } else { "in the same network" }
            );
            println!("{}", qr_code(&url).unwrap_or_default());
        }
        None => println!("This computer is in no network, so only it can open the page."),
    }
}

/// Tells the lecturer how to lead.
pub fn tell_lecturer(here: &str, key: &str) {
    println!("The lecturer leads the room with the key {key}: {here}#lead={key}");
}

/// The text as a QR code made of characters, to be read off the terminal with a phone.
fn qr_code(text: &str) -> Option<String> {
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
    fn an_address_becomes_a_code_of_equally_long_lines() {
        let code = qr_code("http://192.0.2.7:8016/").unwrap();
        let mut widths = code.lines().map(|line| line.chars().count());
        let first = widths.next().unwrap();
        assert!(first > 20);
        assert!(widths.all(|width| width == first));
    }
}
