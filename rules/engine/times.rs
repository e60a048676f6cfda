//! The durations of the parts of an analysis.

use std::{borrow::Cow, time::Duration};

/// The durations of the parts of an analysis, by the caller's clock: this crate has none.
#[derive(Clone, Debug)]
pub struct Times {
    clock: fn() -> Duration,
    /// Parsing.
    pub parse: Duration,
    /// All of the analysis.
    pub total: Duration,
    /// Each rule that applies, by its name.
    pub rules: Vec<(Cow<'static, str>, Duration)>,
}

impl Times {
    pub(super) fn by(clock: fn() -> Duration) -> Self {
        Self { clock, parse: Duration::ZERO, total: Duration::ZERO, rules: Vec::new() }
    }

    /// Returns the time on the caller's clock.
    pub(super) fn now(&self) -> Duration {
        (self.clock)()
    }

    /// Adds the time since `begin` to the rule's total.
    pub(super) fn add(&mut self, rule: usize, begin: Duration) {
        let spent = self.now().saturating_sub(begin);
        if let Some((_, time)) = self.rules.get_mut(rule) {
            *time += spent;
        }
    }
}
