//! Bytes as printable ASCII text that an HTML page may hold: 25 % longer, where base64 is 33 % longer.
//!
//! Four bytes, the most significant first, are five digits to the base of 85. The digits are the characters from `(`
//! to `}` without `<`, which could be taken for the beginning of a tag. Of a last group of `n` bytes, filled up with
//! zeros, the first `n + 1` digits are written. The page's side is `page/base85.js`.

const FIRST: u32 = b'(' as u32;
const LEFT_OUT: u32 = b'<' as u32;

/// The text for these bytes.
pub fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() / 4 * 5 + 5);
    for group in bytes.chunks(4) {
        let mut four = [0; 4];
        four[..group.len()].copy_from_slice(group);
        let value = u32::from_be_bytes(four);
        let digits = (0..5).rev().map(|place| value / 85_u32.pow(place) % 85);
        text.extend(digits.take(group.len() + 1).filter_map(character));
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

    #[test]
    fn four_bytes_are_five_digits_and_a_shorter_group_is_one_more_than_it_has() {
        assert_eq!(encode(&[]), "");
        assert_eq!(encode(&[0, 0, 0, 0]), "(((((");
        assert_eq!(encode(&[0, 0, 0, 84]), "((((}");
        assert_eq!(encode(&[0]), "((");
        assert_eq!(encode(&[0, 0, 0, 0, 0, 0]), "((((((((");
    }

    #[test]
    fn no_text_holds_what_could_begin_a_tag() {
        let every_pair: Vec<u8> = (0..=u16::MAX).flat_map(u16::to_be_bytes).collect();
        let text = encode(&every_pair);
        assert!(text.chars().all(|character| ('('..='}').contains(&character) && character != '<'));
    }
}
