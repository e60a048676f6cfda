//! A figure on both bases: as published, and among the answers that are code.

use crate::experiment::Basis;

/// A figure on each [`Basis`].
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ByBasis<T> {
    /// The figure over all answers; one without code counts as clean.
    pub published: T,
    /// The figure over the answers that are code.
    pub code: T,
}

impl<T> ByBasis<T> {
    pub fn new(mut figure: impl FnMut(Basis) -> T) -> Self {
        Self { published: figure(Basis::Published), code: figure(Basis::Code) }
    }

    pub fn get(&self, basis: Basis) -> &T {
        match basis {
            Basis::Published => &self.published,
            Basis::Code => &self.code,
        }
    }
}
