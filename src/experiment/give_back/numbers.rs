//! Numbers in the stored experiment's notation, which is JavaScript's.

use serde_json::{Value, json};

/// Converts a number; one without a fraction is written without a point.
pub(super) fn number(number: f64) -> Value {
    const MAX_EXACT_INTEGER: f64 = (1u64 << 53) as f64;
    if number.fract() == 0.0 && number.abs() < MAX_EXACT_INTEGER { json!(number as i64) } else { json!(number) }
}

/// Rounds as `Math.round`: halves go up.
pub(super) fn round(number: f64) -> f64 {
    (number + 0.5).floor()
}

/// Rounds to one decimal.
pub(super) fn round_to_tenth(number: f64) -> Value {
    self::number(round(number * 10.0) / 10.0)
}

/// Formats as `toFixed(1)`: a tie goes to the larger candidate, where Rust takes the even one.
pub(super) fn fixed(number: f64) -> String {
    // Only an odd number of quarters is exactly between two tenths, and four times a double is exact.
    let is_tie = (number * 4.0) % 2.0 == 1.0;
    if is_tie { format!("{:.1}", number + 0.05) } else { format!("{number:.1}") }
}

/// Returns a share as a whole percentage; 0% if the total is 0.
pub(super) fn whole_percent(part: usize, of: usize) -> f64 {
    if of == 0 { 0.0 } else { round(part as f64 / of as f64 * 100.0) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Expected values: Node.js 20.
    #[test]
    fn agrees_with_javascript() {
        for (value, expected) in
            [(6.25, "6.3"), (6.75, "6.8"), (0.25, "0.3"), (0.15, "0.1"), (0.35, "0.3"), (65.0, "65.0")]
        {
            assert_eq!(fixed(value), expected, "{value}");
        }
        assert_eq!(round(2.5), 3.0);
        assert_eq!(round(-2.5), -2.0);
        assert_eq!(number(9.0), json!(9));
        assert_eq!(round_to_tenth(8.25), json!(8.3));
    }
}
