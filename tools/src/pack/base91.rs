//! Bytes as printable ASCII text that an HTML page may hold: 23 % longer, where base64 is 33 % longer.
//!
//! The bytes are read as a stream of bits, the least significant first. Thirteen bits are two digits to the base of 91,
//! the less significant first; as that leaves 89 pairs, groups whose thirteen bits are 88 or less take a fourteenth bit.
//! What is left at the end is one digit or two. The digits are the characters from `#` to `~` without `<`, which could be
//! taken for the beginning of a tag. (The groups are those of Joachim Henke's basE91.) The page's side is
//! `page/base91.js`.

const BASE: u32 = 91;
const FIRST: u32 = b'#' as u32;
const LEFT_OUT: u32 = b'<' as u32;
/// The largest group that has room for another bit: 8192 pairs and 89 more are 91 · 91.
const SMALL: u32 = 88;

/// The text for these bytes.
pub fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() / 13 * 16 + 16);
    let (mut bits, mut count) = (0_u32, 0);
    for &byte in bytes {
        bits |= u32::from(byte) << count;
        count += 8;
        if count > 13 {
            let size = if bits & 0x1fff > SMALL { 13 } else { 14 };
            let group = bits & ((1 << size) - 1);
            text.extend([group % BASE, group / BASE].into_iter().filter_map(character));
            bits >>= size;
            count -= size;
        }
    }
    if count > 0 {
        text.extend(character(bits % BASE));
        if count > 7 || bits >= BASE {
            text.extend(character(bits / BASE));
        }
    }
    text
}

fn character(digit: u32) -> Option<char> {
    let code = FIRST + digit;
    char::from_u32(if code < LEFT_OUT { code } else { code + 1 })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The bytes of a text, by the rule alone.
    fn decode(text: &str) -> Vec<u8> {
        let digits: Vec<u32> =
            text.bytes().map(u32::from).map(|code| code - FIRST - u32::from(code > LEFT_OUT)).collect();
        let (mut bytes, mut bits, mut count) = (Vec::new(), 0_u32, 0);
        for pair in digits.chunks(2) {
            let group = pair[0] + pair.get(1).map_or(0, |digit| digit * BASE);
            bits |= group << count;
            count += match pair.len() {
                1 => 8,
                _ if group & 0x1fff > SMALL => 13,
                _ => 14,
            };
            while count > 7 {
                bytes.push(bits as u8);
                bits >>= 8;
                count -= 8;
            }
        }
        bytes
    }

    #[test]
    fn bytes_come_back_whatever_they_are_and_however_many() {
        for length in 0..300_u32 {
            for seed in [0, 1, 7, 255] {
                let bytes: Vec<u8> =
                    (0..length).map(|i| ((i * 167 + seed * 89) ^ (i >> 3)) as u8 & seed as u8).collect();
                assert_eq!(decode(&encode(&bytes)), bytes, "{length} of {seed}");
            }
        }
    }

    #[test]
    fn it_is_shorter_than_five_characters_for_four_bytes() {
        let bytes: Vec<u8> = (0..40_000_u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        let share = encode(&bytes).len() as f64 / bytes.len() as f64;
        assert!((1.22..1.235).contains(&share), "{share}");
    }

    #[test]
    fn no_text_holds_what_could_begin_a_tag() {
        let every_pair: Vec<u8> = (0..=u16::MAX).flat_map(u16::to_be_bytes).collect();
        let text = encode(&every_pair);
        assert!(text.chars().all(|character| ('#'..='~').contains(&character) && character != '<'));
    }
}
