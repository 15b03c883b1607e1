//! Bytes as text that an HTML page in UTF-8 may hold: 14 % longer, where base64 is 33 % longer.
//!
//! The bytes are read as a stream of bits, the most significant first, and each seven bits are the ASCII character of that code.
//! Three of them can't be in a script of a page: NUL and CR, which a browser changes, and `<`, which could begin a tag. Such a
//! one is put together with the next seven bits into a character of two bytes, so that it costs nothing: its code is
//! 128 + 128 × its place among the three + the next seven bits. Zeros fill up the last character; so a byte 0 may follow
//! the others. The page's side is `page/seven.js`.

/// The codes that don't stand for themselves.
const LEFT_OUT: [u8; 3] = [0, b'\r', b'<'];

/// The text for these bytes.
pub fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() / 7 * 8 + 8);
    let mut left_out = None;
    for code in groups(bytes) {
        left_out = match (left_out, LEFT_OUT.iter().position(|&out| out == code)) {
            (Some(place), _) => {
                text.push(pair(place, code));
                None
            }
            (None, Some(place)) => Some(place),
            (None, None) => {
                text.push(char::from(code));
                None
            }
        };
    }
    text.extend(left_out.map(|place| pair(place, 0)));
    text
}

/// Seven bits after seven bits.
fn groups(bytes: &[u8]) -> impl Iterator<Item = u8> {
    let bit = |at: usize| bytes.get(at / 8).map_or(0, |byte| byte >> (7 - at % 8) & 1);
    (0..(bytes.len() * 8).div_ceil(7))
        .map(move |group| (0..7).fold(0, |code, i| code << 1 | bit(group * 7 + i)))
}

/// The character for one of the codes that are left out, and the one after it.
fn pair(place: usize, next: u8) -> char {
    let place = u8::try_from(place).expect("there are three of them");
    char::from_u32(128 + 128 * u32::from(place) + u32::from(next)).expect("it is below 512")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The bytes of a text, by the rule alone.
    fn decode(text: &str) -> Vec<u8> {
        let codes = text.chars().map(u32::from).flat_map(|code| match code.checked_sub(128) {
            None => vec![code as u8],
            Some(rest) => vec![LEFT_OUT[rest as usize / 128], (rest % 128) as u8],
        });
        let bits: Vec<u8> = codes.flat_map(|code| (0..7).rev().map(move |i| code >> i & 1)).collect();
        bits.chunks_exact(8).map(|byte| byte.iter().fold(0, |sum, bit| sum << 1 | bit)).collect()
    }

    #[test]
    fn bytes_come_back_whatever_they_are_and_however_many_with_a_zero_after_them_at_most() {
        for length in 0..300_u32 {
            for seed in [0, 1, 7, 13, 60, 255] {
                let bytes: Vec<u8> =
                    (0..length).map(|i| ((i * 167 + seed * 89) ^ (i >> 3)) as u8 & seed as u8).collect();
                let back = decode(&encode(&bytes));
                assert!(back == bytes || back == [&bytes[..], &[0]].concat(), "{length} of {seed}");
            }
        }
    }

    #[test]
    fn it_is_a_seventh_longer_than_the_bytes() {
        let bytes: Vec<u8> = (0..40_000_u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        let share = encode(&bytes).len() as f64 / bytes.len() as f64;
        assert!((1.142..1.144).contains(&share), "{share}");
    }

    #[test]
    fn no_text_holds_what_a_browser_changes_or_what_could_begin_a_tag() {
        let every_pair: Vec<u8> = (0..=u16::MAX).flat_map(u16::to_be_bytes).collect();
        let text = encode(&every_pair);
        assert!(text.chars().all(|character| !LEFT_OUT.iter().any(|&code| character == char::from(code))));
        assert!(text.chars().all(|character| u32::from(character) < 512));
    }
}
