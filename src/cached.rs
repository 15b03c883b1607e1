//! A value that is computed anew only where its key has changed.

/// A value, with the key that it was computed for.
pub struct Cached<T, Key> {
    value: T,
    key: Option<Key>,
}

impl<T, Key: PartialEq> Cached<T, Key> {
    /// A value that was computed for no key yet.
    pub fn new(value: T) -> Self {
        Cached { value, key: None }
    }

    /// Computes it for a key, unless that is the one it was computed for last. Returns whether it was computed.
    /// A key with a part that is not a number is never the same.
    pub fn renew(&mut self, key: Key, compute: impl FnOnce(&mut T)) -> bool {
        let key = Some(key);
        if self.key == key {
            return false;
        }
        compute(&mut self.value);
        self.key = key;
        true
    }

    /// The value, as last computed.
    pub fn value(&self) -> &T {
        &self.value
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_computed_for_a_key_that_is_not_the_last_one() {
        let mut cached = Cached::new(0);
        let computed = [7, 7, 8, 7].map(|key| cached.renew(key, |count| *count += 1));
        assert_eq!((computed, *cached.value()), ([true, false, true, true], 3));
    }

    #[test]
    fn a_key_that_is_no_number_is_never_the_same() {
        let mut cached = Cached::new(());
        assert!(cached.renew(f64::NAN, |()| ()));
        assert!(cached.renew(f64::NAN, |()| ()));
    }
}
