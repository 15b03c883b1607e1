//! QR codes: a link for the phones in the room.

use qrcode::{EcLevel, QrCode};

/// A text as a QR code of the lowest error correction: 1 for each dark module, 0 for each light one, row after row of
/// a square. Empty where the text is too long for one.
pub fn modules(text: &str) -> Vec<u8> {
    let code = QrCode::with_error_correction_level(text, EcLevel::L);
    code.map_or(Vec::new(), |code| code.into_colors().into_iter().map(|color| color.select(1, 0)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_becomes_a_square_of_dark_and_light_modules_with_a_finder_in_its_corner() {
        let code = modules("https://example.org/?state");
        let size = code.len().isqrt();
        assert_eq!(size * size, code.len());
        assert!(size >= 21 && code.iter().all(|module| *module <= 1));
        assert_eq!(code[..8], [1, 1, 1, 1, 1, 1, 1, 0]);
    }

    #[test]
    fn a_text_that_is_too_long_has_no_code() {
        assert!(modules(&"x".repeat(3000)).is_empty());
    }
}
