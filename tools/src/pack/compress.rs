//! Compression, as small as it gets, for what is packed; failures are told as the command tells its own.

use crate::failure::{Failure, Result};

/// The bytes as a gzip file.
pub fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    irozuku_compress::gzip(bytes).map_err(unable)
}

/// The bytes as a gzip file, made in a fraction of the time and not much larger: somebody waits for it.
pub fn quick_gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    irozuku_compress::quick_gzip(bytes).map_err(unable)
}

/// The bytes as a brotli file.
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    irozuku_compress::brotli(bytes).map_err(unable)
}

/// The bytes as LZMA without a header: as `page/lzma.js` reads it, which has to be told how many bytes come out.
pub fn lzma(bytes: &[u8]) -> Result<Vec<u8>> {
    irozuku_compress::lzma(bytes).map_err(unable)
}

fn unable(error: std::io::Error) -> Failure {
    Failure::new(format!("a file can't be compressed: {error}"))
}
