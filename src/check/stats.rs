//! ESLint's `stats`: the durations of the parts of an analysis.

use std::{
    sync::LazyLock,
    time::{Duration, Instant},
};

use oxsec_rules::Times;
use serde::Serialize;
use serde_json::{Map, Value, json};

/// The durations of the analyses of a text, one after each pass of fixes.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Stats {
    times: Passes,
    fix_passes: usize,
}

#[derive(Clone, Debug, Serialize)]
struct Passes {
    passes: Vec<Pass>,
}

#[derive(Clone, Debug, Serialize)]
struct Pass {
    parse: Time,
    /// The rules that apply; empty where the text does not parse.
    #[serde(skip_serializing_if = "Map::is_empty")]
    rules: Map<String, Value>,
    fix: Time,
    /// The milliseconds of the rules and more; `None` where the text does not parse.
    #[serde(skip_serializing_if = "Option::is_none")]
    total: Option<f64>,
}

#[derive(Clone, Copy, Debug, Serialize)]
struct Time {
    /// The duration in milliseconds.
    total: f64,
}

impl Time {
    fn of(duration: Duration) -> Self {
        Self { total: milliseconds(duration) }
    }
}

fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}

impl Stats {
    /// Makes the statistics of one analysis, of a text that parses or not.
    pub fn of(times: &Times, parses: bool) -> Self {
        let pass = Pass {
            parse: Time::of(times.parse),
            rules: times.rules.iter().map(|(rule, time)| (rule.to_string(), json!(Time::of(*time)))).collect(),
            fix: Time::of(Duration::ZERO),
            total: parses.then(|| milliseconds(times.total)),
        };
        Self { times: Passes { passes: vec![pass] }, fix_passes: 0 }
    }

    /// Appends the statistics of the analysis after fixes, which took `fixing` to apply.
    #[must_use]
    pub fn followed_by(mut self, fixing: Duration, next: Self) -> Self {
        if let Some(last) = self.times.passes.last_mut() {
            last.fix = Time::of(fixing);
            last.total = last.total.map(|total| total + milliseconds(fixing));
        }
        self.times.passes.extend(next.times.passes);
        self.fix_passes += 1;
        self
    }
}

/// Returns the time since the first call.
pub fn clock() -> Duration {
    static BEGIN: LazyLock<Instant> = LazyLock::new(Instant::now);
    BEGIN.elapsed()
}
