//! The fingerprint of a content, for names that change with it.

use sha2::{Digest, Sha256};

/// How many bytes of a fingerprint make a name: enough that two versions never share one.
const NAME_BYTES: usize = 6;

/// A short fingerprint, fit for the name of a file.
pub fn short(content: &[u8]) -> String {
    Sha256::digest(content)[..NAME_BYTES].iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Whether the name of a file has a fingerprint in it, as in `irozuku-0123456789ab.js`.
pub fn is_in(name: &str) -> bool {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    stem.rsplit_once('-').is_some_and(|(_, end)| {
        end.len() == 2 * NAME_BYTES && end.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fingerprints_are_those_of_sha_256() {
        assert_eq!(short(b"abc"), "ba7816bf8f01");
        assert!(is_in("/irozuku-ba7816bf8f01.js"));
        assert!(!is_in("/offline/icon-192.png") && !is_in("/irozuku-demo.js") && !is_in("/ba7816bf8f01.js"));
    }
}
