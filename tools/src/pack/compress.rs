//! Compression, as small as it gets: a page is packed once and fetched often. The same bytes give the same bytes.

use crate::failure::{Failure, Result};

/// The largest window that every browser's decoder of brotli accepts, as a power of two.
const WINDOW: i32 = 22;
/// Into how many parts, each with codes of its own, a gzip file is split at most. Of the scripts, the words and the WebAssembly in
/// one file, twice as many as usual save 0.6 %; four times as many save little more and take far longer.
const PARTS: u16 = 30;

/// The bytes as a gzip file.
pub fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    let options = zopfli::Options { maximum_block_splits: PARTS, ..Default::default() };
    zopfli::compress(options, zopfli::Format::Gzip, bytes, &mut packed).map_err(unable)?;
    Ok(packed)
}

/// The bytes as a brotli file.
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: WINDOW,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut packed, &parameters).map_err(unable)?;
    Ok(packed)
}

fn unable(error: std::io::Error) -> Failure {
    Failure::new(format!("a file can't be compressed: {error}"))
}
