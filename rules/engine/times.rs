//! How long the parts of an analysis take, for whoever asks.

use std::{borrow::Cow, time::Duration};

/// How long the parts of an analysis took, by the clock of whoever asked: this crate has none.
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

    /// The time now, on a clock that begins anywhere.
    pub(super) fn now(&self) -> Duration {
        (self.clock)()
    }

    /// Adds the time since `begin` to a rule's.
    pub(super) fn count(&mut self, rule: usize, begin: Duration) {
        let spent = self.now().saturating_sub(begin);
        if let Some((_, time)) = self.rules.get_mut(rule) {
            *time += spent;
        }
    }
}
