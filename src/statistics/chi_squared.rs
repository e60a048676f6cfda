//! Pearson's χ² test of homogeneity: do all groups have the same rate?

use serde::Serialize;
use statrs::distribution::{ChiSquared, ContinuousCDF};

use super::Proportion;

/// The outcome of a χ² test.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Test {
    pub statistic: f64,
    /// The degrees of freedom.
    pub df: u32,
    /// The probability of a statistic at least this large if all groups had one rate. It is the χ²
    /// distribution's own tail, good where each group expects about five or more of either outcome.
    pub p: f64,
}

/// Tests whether `groups` share one rate, without continuity correction. Groups with a total of 0 are left out; `None`
/// where fewer than two remain. Where nothing varies (all rates 0, or all 1) the statistic is 0 and p is 1.
///
/// It takes the answers as independent, which those to one prompt are not: see
/// [`bootstrap`](super::bootstrap).
///
/// Source: K. Pearson, "On the criterion that a given system of deviations …", Philosophical Magazine
/// 50 (1900), 157–175; degrees of freedom after R. A. Fisher, "On the interpretation of χ² from
/// contingency tables", Journal of the Royal Statistical Society 85 (1922), 87–94.
pub fn homogeneity(groups: &[Proportion]) -> Option<Test> {
    let groups: Vec<Proportion> = groups.iter().copied().filter(|group| group.total > 0).collect();
    let df = u32::try_from(groups.len()).ok()?.checked_sub(1).filter(|df| *df > 0)?;
    let (count, total) = groups
        .iter()
        .fold((0.0, 0.0), |(count, total), group| (count + f64::from(group.count), total + f64::from(group.total)));
    let rate = count / total;
    if rate == 0.0 || rate == 1.0 {
        return Some(Test { statistic: 0.0, df, p: 1.0 });
    }
    // The two cells of a group deviate by the same amount, so their terms fold into one.
    let statistic = groups
        .iter()
        .map(|group| {
            let n = f64::from(group.total);
            (f64::from(group.count) - n * rate).powi(2) / (n * rate * (1.0 - rate))
        })
        .sum();
    let p = ChiSquared::new(f64::from(df)).expect("at least one degree of freedom").sf(statistic);
    Some(Test { statistic, df, p })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn test(groups: &[(u32, u32)]) -> Option<Test> {
        homogeneity(&groups.iter().map(|&(count, total)| Proportion::new(count, total)).collect::<Vec<_>>())
    }

    fn assert_test(groups: &[(u32, u32)], statistic: f64, df: u32, p: f64) {
        let found = test(groups).unwrap();
        assert!(
            (found.statistic - statistic).abs() < 1e-9 && found.df == df && (found.p / p - 1.0).abs() < 1e-9,
            "{groups:?}: {found:?}, expected {statistic}, df {df}, p {p}"
        );
    }

    /// Expected values: SciPy 1.17, `chi2_contingency([counts, rests], correction=False)`.
    #[test]
    fn agrees_with_scipy() {
        assert_test(
            &[(68, 140), (87, 140), (89, 140), (91, 140), (102, 140)],
            18.430188547911353,
            4,
            0.0010166647962812068,
        );
        assert_test(
            &[(68, 120), (87, 140), (89, 138), (91, 140), (102, 138)],
            8.92116057082777,
            4,
            0.06310058604463259,
        );
        assert_test(&[(1, 7), (6, 7)], 7.142857142857143, 1, 0.007526315166457882);
        assert_test(&[(0, 20), (3, 20), (5, 25)], 4.311951754385965, 2, 0.11579013850402502);
        assert_test(&[(10, 1000), (300, 1000)], 321.0536361901126, 1, 8.53881545717244e-72);
    }

    #[test]
    fn where_nothing_varies_nothing_speaks_against_one_rate() {
        for groups in [[(0, 7), (0, 9)], [(7, 7), (9, 9)]] {
            assert_eq!(test(&groups), Some(Test { statistic: 0.0, df: 1, p: 1.0 }));
        }
    }

    #[test]
    fn groups_of_nothing_are_left_out() {
        assert_eq!(test(&[(3, 7), (0, 0), (5, 9)]), test(&[(3, 7), (5, 9)]));
        assert_eq!(test(&[(3, 7), (0, 0)]), None);
        assert_eq!(test(&[]), None);
    }
}
