//! The lecturer's key.

use sha2::{Digest, Sha256};

use super::fact::Who;

/// How many bytes of a fingerprint stand for a visitor: every such number is exact in the page.
const WHO_BYTES: usize = 6;
/// Letters and digits that can't be taken for one another.
const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
/// How long a key is that is made here: 60 bits.
const LENGTH: usize = 12;
/// How short a key may be that somebody chooses.
pub const SHORTEST: usize = 8;

/// The key.
#[derive(Clone)]
pub struct Key(String);

impl Key {
    /// This text as a key.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// A key made of random bytes, at least twelve.
    pub fn of_random(bytes: &[u8]) -> Self {
        Self(bytes.iter().take(LENGTH).map(|byte| char::from(LETTERS[usize::from(byte % 32)])).collect())
    }

    /// Its text.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// Whether this is the key. It takes as long for one that is nearly right.
    pub fn is(&self, given: &str) -> bool {
        Sha256::digest(given) == Sha256::digest(&self.0)
    }

    /// The number that stands for a visitor. It is made with the key, so that a server that is started anew with the same
    /// key knows its visitors again, and from their ids, so that nobody finds those out from it.
    pub fn who(&self, id: &str) -> Who {
        let fingerprint = Sha256::new().chain_update(&self.0).chain_update([0]).chain_update(id).finalize();
        fingerprint[..WHO_BYTES].iter().fold(0, |number, byte| number << 8 | Who::from(*byte))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_key_itself_is_the_key() {
        let key = Key::of_random(&[7, 200, 33, 0, 255, 9, 1, 2, 3, 4, 5, 6]);
        assert_eq!(key.text().len(), LENGTH);
        assert!(key.is(key.text()));
        assert!(!key.is("") && !key.is(&key.text()[1..]) && !key.is(&format!("{} ", key.text())));
    }

    #[test]
    fn a_visitor_has_one_number_with_one_key() {
        let (key, other) = (Key::new("a key of ours"), Key::new("another key"));
        assert_eq!(key.who("a"), key.who("a"));
        assert_ne!(key.who("a"), key.who("b"));
        assert_ne!(key.who("a"), other.who("a"));
        assert!(key.who("a") < 1 << 48);
    }
}
