//! The Wilson score interval of a proportion.

use statrs::distribution::{ContinuousCDF, Normal};

use super::{Interval, Proportion};

/// Returns the interval of the true rates that a score test at `confidence` does not reject, without continuity
/// correction; `None` if the total is 0. It stays within 0 and 1 and is usable at small counts and at rates of 0 and 1.
///
/// It takes the answers as independent. Answers to the same prompt are not, so it is too narrow by about the square
/// root of the [design effect](super::bootstrap::design_effect).
///
/// Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
/// Journal of the American Statistical Association 22 (1927), 209–212.
///
/// # Panics
///
/// If `confidence` is not between 0 and 1.
pub fn interval(proportion: Proportion, confidence: f64) -> Option<Interval> {
    let rate = proportion.rate()?;
    let n = f64::from(proportion.total);
    let z = two_sided_quantile(confidence);
    let shrink = 1.0 + z * z / n;
    let centre = (rate + z * z / (2.0 * n)) / shrink;
    let margin = z / shrink * (rate * (1.0 - rate) / n + z * z / (4.0 * n * n)).sqrt();
    // At a rate of 0 or 1 the interval's end is that rate; rounding would miss it slightly.
    let low = if proportion.count == 0 { 0.0 } else { centre - margin };
    let high = if proportion.count == proportion.total { 1.0 } else { centre + margin };
    Some(Interval { low, high })
}

/// Returns the number of standard deviations around a normal's mean that contain `confidence` of it: 1.96 for 95 %.
fn two_sided_quantile(confidence: f64) -> f64 {
    assert!(confidence > 0.0 && confidence < 1.0, "{confidence} is not a confidence level");
    Normal::standard().inverse_cdf(0.5 + confidence / 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assert_interval(count: u32, total: u32, confidence: f64, low: f64, high: f64) {
        let found = interval(Proportion::new(count, total), confidence).unwrap();
        assert!(
            (found.low - low).abs() < 1e-9 && (found.high - high).abs() < 1e-9,
            "{count} of {total}: {found:?}, expected {low} to {high}"
        );
    }

    /// Expected values: statsmodels 0.15, `proportion_confint(count, total, alpha, method="wilson")`.
    #[test]
    fn agrees_with_statsmodels() {
        assert_interval(68, 140, 0.95, 0.4044181107, 0.5677734951);
        assert_interval(87, 140, 0.95, 0.5388554402, 0.6975159112);
        assert_interval(102, 140, 0.95, 0.6495387678, 0.7953955406);
        assert_interval(55, 91, 0.95, 0.5016661485, 0.6986681804);
        assert_interval(68, 120, 0.95, 0.4772992089, 0.6518982356);
        assert_interval(0, 20, 0.95, 0.0000000000, 0.1611251581);
        assert_interval(20, 20, 0.95, 0.8388748419, 1.0000000000);
        assert_interval(3, 7, 0.95, 0.1582198553, 0.7495416355);
        assert_interval(3, 7, 0.99, 0.1163736805, 0.8102850959);
        assert_interval(68, 140, 0.9, 0.4171669975, 0.5548032575);
        assert_interval(1, 1, 0.95, 0.2065493144, 1.0000000000);
        assert_interval(40_000, 100_000, 0.999, 0.3949134288, 0.4051082240);
    }

    /// R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in
    /// Medicine 17 (1998), table I, method 3, gives these four worked examples to four decimals.
    #[test]
    fn agrees_with_newcombes_worked_examples() {
        for (count, total, low, high) in
            [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)]
        {
            let found = interval(Proportion::new(count, total), 0.95).unwrap();
            assert!(
                (found.low - low).abs() < 5e-5 && (found.high - high).abs() < 5e-5,
                "{count} of {total}: {found:?}"
            );
        }
    }

    #[test]
    fn of_nothing_there_is_none() {
        assert_eq!(interval(Proportion::default(), 0.95), None);
    }
}
