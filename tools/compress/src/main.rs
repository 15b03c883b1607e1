//! The `irozuku-compress` command: compresses what comes on standard input, by the way that its argument names.

use std::io::{self, Read, Write};
use std::process::ExitCode;

fn main() -> ExitCode {
    let way = std::env::args().nth(1).unwrap_or_default();
    match compress(&way) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn compress(way: &str) -> io::Result<()> {
    let compress = match way {
        "gzip" => irozuku_compress::gzip,
        "quick-gzip" => irozuku_compress::quick_gzip,
        "brotli" => irozuku_compress::brotli,
        "lzma" => irozuku_compress::lzma,
        _ => return Err(io::Error::other("say how: gzip, quick-gzip, brotli or lzma")),
    };
    // All of it is read before anything is written, so that nobody has to do both at the same time.
    let mut bytes = Vec::new();
    io::stdin().read_to_end(&mut bytes)?;
    io::stdout().write_all(&compress(&bytes)?)
}
