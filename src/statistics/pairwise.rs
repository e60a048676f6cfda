//! Comparison of two proportions, and the correction of p-values for multiple comparisons.

use statrs::function::factorial::ln_binomial;

use super::Proportion;

/// The relative difference up to which two probabilities count as equal, so that rounding does not decide which tables
/// belong to the tail. R's `fisher.test` uses the same.
const TIE: f64 = 1e-7;

/// Returns the two-sided p-value of Fisher's exact test: the probability, given both totals and the sum of the counts,
/// of a table no more probable than this one. 1 where either total is 0.
///
/// It is exact at any count, unlike the test of two proportions: some compared groups have few answers (a domain's
/// remediations), where the normal approximation fails. The price is that it is conservative. It takes the answers as
/// independent; [resampling prompts](super::bootstrap::Rates::minus) does not.
///
/// Source: R. A. Fisher, "Statistical Methods for Research Workers", 5th edition (1934), § 21.02;
/// two-sided as in J. O. Irwin, "Tests of significance for differences between percentages based on
/// small numbers", Metron 12 (1935), 83–94.
pub fn fisher_exact(a: Proportion, b: Proportion) -> f64 {
    let [n_a, n_b] = [u64::from(a.total), u64::from(b.total)];
    let count = u64::from(a.count) + u64::from(b.count);
    // The probability that `k` of all counted fall to the first group, without its constant factor.
    let ln_weight = |k: u64| ln_binomial(n_a, k) + ln_binomial(n_b, count - k);
    let observed = ln_weight(u64::from(a.count)) + TIE;
    let (mut tail, mut all) = (0.0, 0.0);
    for k in count.saturating_sub(n_b)..=count.min(n_a) {
        let ln_weight = ln_weight(k);
        // Relative to the observed table, which prevents overflow and underflow.
        let weight = (ln_weight - observed).exp();
        all += weight;
        if ln_weight <= observed {
            tail += weight;
        }
    }
    if all.is_finite() { tail / all } else { 0.0 }
}

/// Returns the p-values of a family of tests, adjusted so that the chance of even one false rejection among them stays
/// below the level at which they are then judged. The order is kept.
///
/// Source: S. Holm, "A simple sequentially rejective multiple test procedure", Scandinavian Journal of
/// Statistics 6 (1979), 65–70.
pub fn holm(p_values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..p_values.len()).collect();
    order.sort_by(|&a, &b| p_values[a].total_cmp(&p_values[b]));
    let mut adjusted = vec![0.0; p_values.len()];
    let mut highest: f64 = 0.0;
    for (rank, index) in order.into_iter().enumerate() {
        let remaining = (p_values.len() - rank) as f64;
        highest = highest.max(p_values[index] * remaining).min(1.0);
        adjusted[index] = highest;
    }
    adjusted
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assert_fisher(a: (u32, u32), b: (u32, u32), expected: f64) {
        let [pa, pb] = [a, b].map(|(count, total)| Proportion::new(count, total));
        for p in [fisher_exact(pa, pb), fisher_exact(pb, pa)] {
            assert!((p / expected - 1.0).abs() < 1e-7, "{a:?} against {b:?}: {p}, expected {expected}");
        }
    }

    /// Expected values: SciPy 1.17, `fisher_exact([[a, n_a - a], [b, n_b - b]])`.
    #[test]
    fn fisher_agrees_with_scipy() {
        assert_fisher((68, 140), (102, 140), 4.894269948688729e-05);
        assert_fisher((68, 120), (102, 138), 0.0038997365422348447);
        assert_fisher((3, 7), (5, 7), 0.592074592074592);
        assert_fisher((0, 7), (7, 7), 0.0005827505827505828);
        assert_fisher((1, 9), (11, 14), 0.0027594561852200836);
        assert_fisher((26, 68), (55, 91), 0.006580970730700969);
        assert_fisher((400, 1000), (430, 1000), 0.18813347826211987);
        assert_fisher((10, 1000), (300, 1000), 2.9214064473911483e-86);
        assert_fisher((0, 5), (0, 9), 1.0);
        assert_fisher((15000, 40000), (15400, 40000), 0.003656992518891687);
    }

    /// Fisher's tea-tasting lady, "The Design of Experiments" (1935), chapter II: all eight cups right
    /// has probability 1/70 on one side.
    #[test]
    fn fisher_agrees_with_the_lady_tasting_tea() {
        assert_fisher((4, 4), (0, 4), 2.0 / 70.0);
        assert_fisher((3, 4), (1, 4), 34.0 / 70.0);
    }

    #[test]
    fn fisher_says_nothing_of_nothing() {
        assert_eq!(fisher_exact(Proportion::default(), Proportion::new(3, 7)), 1.0);
        assert_eq!(fisher_exact(Proportion::default(), Proportion::default()), 1.0);
        assert_eq!(fisher_exact(Proportion::new(0, 7), Proportion::new(0, 9)), 1.0);
    }

    /// Expected values: statsmodels 0.15, `multipletests(p, method="holm")`.
    #[test]
    fn holm_agrees_with_statsmodels() {
        fn assert_holm(p_values: &[f64], expected: &[f64]) {
            let found = holm(p_values);
            for (found, expected) in found.iter().zip(expected) {
                assert!((found - expected).abs() < 1e-9, "{p_values:?}: {found}, expected {expected}");
            }
        }
        assert_holm(&[0.01, 0.04, 0.03, 0.005], &[0.03, 0.06, 0.06, 0.02]);
        assert_holm(&[0.2, 0.9, 0.5], &[0.6, 1.0, 1.0]);
        assert_holm(
            &[0.001, 0.001, 0.02, 0.8, 0.04, 0.011, 0.3, 0.05, 0.6, 1.0],
            &[0.01, 0.01, 0.14, 1.0, 0.24, 0.088, 1.0, 0.25, 1.0, 1.0],
        );
    }

    #[test]
    fn holm_of_nothing_is_nothing() {
        assert!(holm(&[]).is_empty());
    }
}
