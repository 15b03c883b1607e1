//! Compression, as small as it gets: a page is packed once and fetched often. The same bytes give the same bytes.
//!
//! An error is one of memory that cannot be had or of an encoder; nothing here reads or writes a file.

use std::io::{Result, Write};
use std::num::NonZero;

use lzma_rust2::{LzmaOptions, LzmaWriter};

/// The largest window that every browser's decoder of brotli accepts, as a power of two.
const WINDOW: i32 = 22;

/// The bytes as a gzip file.
pub fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    gzip_with(zopfli::Options::default(), bytes)
}

/// The bytes as a gzip file, made in a fraction of the time and not much larger: somebody waits for it.
pub fn quick_gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    gzip_with(zopfli::Options { iteration_count: NonZero::<u64>::MIN, ..Default::default() }, bytes)
}

fn gzip_with(options: zopfli::Options, bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    zopfli::compress(options, zopfli::Format::Gzip, bytes, &mut packed)?;
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
    brotli::BrotliCompress(&mut &bytes[..], &mut packed, &parameters)?;
    Ok(packed)
}

/// The bytes as LZMA without a header: as `page/lzma.js` reads it, which has to be told how many bytes come out.
///
/// Of the page it takes a sixth less than gzip does, but no browser unpacks it by itself.
pub fn lzma(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut options = LzmaOptions::with_preset(9);
    options.nice_len = LzmaOptions::NICE_LEN_MAX;
    let mut writer = LzmaWriter::new_no_header(Vec::new(), &options, false)?;
    writer.write_all(bytes)?;
    writer.finish()
}
