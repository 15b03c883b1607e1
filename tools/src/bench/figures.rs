//! What is made of measured numbers: medians, quartiles, ratios, and how they are written.

/// The middle of the numbers and of their lower and upper half.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quartiles {
    /// A quarter of the numbers are not above it.
    pub low: f64,
    /// Half of the numbers are not above it.
    pub median: f64,
    /// A quarter of the numbers are not below it.
    pub high: f64,
}

/// The quartiles of numbers in any order, between two of them by their distance; NaN where there are none.
pub fn quartiles(numbers: &[f64]) -> Quartiles {
    let mut sorted = numbers.to_vec();
    sorted.sort_by(f64::total_cmp);
    let at = |share: f64| {
        let place = sorted.len().saturating_sub(1) as f64 * share;
        let (below, above) = (sorted.get(place.floor() as usize), sorted.get(place.ceil() as usize));
        match (below, above) {
            (Some(below), Some(above)) => below + (above - below) * place.fract(),
            _ => f64::NAN,
        }
    };
    Quartiles { low: at(0.25), median: at(0.5), high: at(0.75) }
}

/// The median of numbers in any order; NaN where there are none.
pub fn median(numbers: &[f64]) -> f64 {
    quartiles(numbers).median
}

/// One number of each round divided by another of the same round: what the machine did else meanwhile slowed both.
pub fn ratios(over: &[f64], under: &[f64]) -> Vec<f64> {
    over.iter().zip(under).map(|(over, under)| over / under).collect()
}

/// A number with three significant digits, and all digits before the point.
pub fn three(number: f64) -> String {
    // Rounded before its digits are counted: 9.996 is 10.0.
    let rounded: f64 = format!("{number:.2e}").parse().unwrap_or(number);
    let magnitude = if rounded == 0.0 { 0.0 } else { rounded.abs().log10().floor() };
    let decimals = (2.0 - magnitude).max(0.0) as usize;
    format!("{rounded:.decimals$}")
}

/// A time in ms, or in µs where it is less than a tenth of one.
pub fn duration(milliseconds: f64) -> String {
    if milliseconds < 0.1 {
        format!("{} µs", three(milliseconds * 1000.0))
    } else {
        format!("{} ms", three(milliseconds))
    }
}

/// The median, with the quartiles around it.
pub fn spread(Quartiles { low, median, high }: Quartiles) -> String {
    format!("{} ({}–{})", three(median), three(low), three(high))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_lies_in_the_middle_whatever_the_order() {
        assert_eq!(median(&[9.0, 1.0, 2.0]), 2.0);
        assert_eq!(median(&[4.0, 1.0, 2.0, 3.0]), 2.5);
        assert_eq!(median(&[7.0]), 7.0);
        assert!(median(&[]).is_nan());
    }

    #[test]
    fn a_quarter_of_the_numbers_lies_beyond_each_quartile() {
        let numbers: Vec<f64> = (0..=100).rev().map(f64::from).collect();
        assert_eq!(quartiles(&numbers), Quartiles { low: 25.0, median: 50.0, high: 75.0 });
    }

    #[test]
    fn a_ratio_is_taken_within_a_round() {
        // In the second round everything took ten times as long.
        let (ours, limit) = ([2.0, 20.0, 2.2], [1.0, 10.0, 1.0]);
        assert_eq!(ratios(&ours, &limit), [2.0, 2.0, 2.2]);
        assert_eq!(median(&ratios(&ours, &limit)), 2.0);
    }

    #[test]
    fn numbers_are_written_with_three_digits() {
        for (number, text) in [
            (0.0, "0.00"),
            (1.0, "1.00"),
            (0.41512, "0.415"),
            (9.996, "10.0"),
            (12.39, "12.4"),
            (159.4, "159"),
            (12345.6, "12300"),
            (0.00052, "0.000520"),
        ] {
            assert_eq!(three(number), text);
        }
        assert_eq!(duration(0.0023), "2.30 µs");
        assert_eq!(duration(0.488), "0.488 ms");
        assert_eq!(spread(Quartiles { low: 1.0, median: 2.06, high: 11.0 }), "2.06 (1.00–11.0)");
    }
}
