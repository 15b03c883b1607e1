//! Short decimals of `f32` numbers.

/// A positive `f32` as the `f64` that is written the shortest and gives it again: 0.01, not 0.009999999776….
///
/// Tried are one decimal place after another. A whole number divided by a power of ten up to 10²² is the very
/// `f64` that its digits are read as, for both are exact; a number that needs more places keeps all its digits.
/// (Writing and reading the digits would bring the tables of both into the download.)
pub fn shortest(value: f32) -> f64 {
    let wide = f64::from(value);
    let mut scale = 1.0;
    for _ in 0..=22 {
        let (below, above) = ((wide * scale).floor() / scale, (wide * scale).ceil() / scale);
        let nearest_first = if wide - below < above - wide { [below, above] } else { [above, below] };
        if let Some(found) = nearest_first.into_iter().find(|&found| found as f32 == value) {
            return found;
        }
        scale *= 10.0;
    }
    wide
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Settings;

    #[test]
    fn a_learning_rate_is_told_as_it_is_written_and_read() {
        let written_and_read = |value: f32| value.to_string().parse::<f64>().unwrap();
        let check = |value: f32| {
            let (got, want) = (shortest(value), written_and_read(value));
            assert_eq!(got.to_bits(), want.to_bits(), "{value}: {got} for {want}");
        };
        // Every number with up to four digits from 1e-9 on, and a million of all sizes from 1e-11 to 1e6.
        for places in 0..=9 {
            (1..10_000).for_each(|digits| check((f64::from(digits) / 10_f64.powi(places)) as f32));
        }
        let sizes = 1e-11_f32.to_bits()..=1e6_f32.to_bits();
        sizes.step_by(457).map(f32::from_bits).for_each(check);
        check(Settings::LARGEST as f32);
    }

    #[test]
    fn a_learning_rate_too_small_for_22_places_is_still_the_same() {
        for value in [1.234_567e-20_f32, f32::MIN_POSITIVE, f32::from_bits(1)] {
            assert_eq!(shortest(value) as f32, value);
        }
    }
}
