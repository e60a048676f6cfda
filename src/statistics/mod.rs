//! Confidence intervals and tests, as pure functions.
//!
//! The input is always a [`Proportion`]: a count of a total. Answers to one prompt resemble each other, which
//! [`wilson`], [`chi_squared`] and [`pairwise`] ignore and [`bootstrap`] takes into account; a report shows both, so
//! that the difference is visible.

pub mod bootstrap;
pub mod chi_squared;
pub mod pairwise;
pub mod wilson;

use serde::Serialize;

/// The confidence level of every interval that a report shows.
pub const CONFIDENCE: f64 = 0.95;

/// The level of significance: a p-value below it is significant.
pub const ALPHA: f64 = 1.0 - CONFIDENCE;

/// A count of a total.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
pub struct Proportion {
    pub count: u32,
    pub total: u32,
}

impl Proportion {
    /// # Panics
    ///
    /// If `count` is more than `total`.
    pub fn new(count: u32, total: u32) -> Self {
        assert!(count <= total, "{count} of {total} is not a proportion");
        Self { count, total }
    }

    /// Returns the share, between 0 and 1; `None` if the total is 0.
    pub fn rate(self) -> Option<f64> {
        (self.total > 0).then(|| f64::from(self.count) / f64::from(self.total))
    }
}

impl std::ops::AddAssign for Proportion {
    fn add_assign(&mut self, other: Self) {
        self.count += other.count;
        self.total += other.total;
    }
}

impl std::iter::Sum for Proportion {
    fn sum<I: Iterator<Item = Self>>(parts: I) -> Self {
        parts.fold(Self::default(), |mut sum, part| {
            sum += part;
            sum
        })
    }
}

/// A range of rates or of differences between rates, as shares (not percent), including both ends.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Interval {
    pub low: f64,
    pub high: f64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_of_nothing_is_none() {
        assert_eq!(Proportion::default().rate(), None);
        assert_eq!(Proportion::new(1, 4).rate(), Some(0.25));
    }

    #[test]
    fn proportions_add_up() {
        let sum: Proportion = [Proportion::new(1, 7), Proportion::new(3, 7)].into_iter().sum();
        assert_eq!(sum, Proportion::new(4, 14));
    }

    #[test]
    #[should_panic = "8 of 7"]
    fn more_than_all_is_no_proportion() {
        Proportion::new(8, 7);
    }
}
