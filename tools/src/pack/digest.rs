//! The fingerprint of a content: for names that change with it, and for the page's policy.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

pub use irozuku_serve::digest::short;

/// How a content security policy names a script or a style that it allows: `'sha256-…'`.
pub fn source(content: &str) -> String {
    format!("'{}'", integrity(content.as_bytes()))
}

/// What a browser holds a file against: `sha256-…`.
pub fn integrity(content: &[u8]) -> String {
    format!("sha256-{}", base64(&Sha256::digest(content)))
}

/// The bytes in base64.
pub fn base64(bytes: &[u8]) -> String {
    BASE64_STANDARD.encode(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fingerprints_are_those_of_sha_256() {
        assert_eq!(short(b"abc"), "ba7816bf8f01");
        assert_eq!(source("abc"), "'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='");
    }
}
