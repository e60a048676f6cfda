//! The progress bar of a command that a terminal waits for.

use std::{
    io::{self, IsTerminal},
    sync::Once,
    time::{Duration, Instant},
};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use oxsec_rules::RuleSet;

use crate::experiment::{Experiment, Reading, Scored, score_watched};

/// The duration from which on progress is shown.
const MIN_DURATION_SHOWN: Duration = Duration::from_secs(1);

/// Scores an experiment's texts, and shows the progress.
pub fn score<'e>(experiment: &'e Experiment, rules: &'e RuleSet, reading: Reading, has_proofs: bool) -> Scored<'e> {
    let progress = Progress::new(experiment.piece_count(), "texts");
    let scored = score_watched(experiment, rules, reading, has_proofs, &|count| progress.step(count));
    progress.end();
    scored
}

/// A bar on standard error, if that is a terminal. Several threads advance it.
pub struct Progress {
    bar: ProgressBar,
    begun: Instant,
    shown: Once,
    is_terminal: bool,
}

impl Progress {
    /// Makes a bar for `count` things of this name, which is not shown yet.
    pub fn new(count: usize, name: &str) -> Self {
        let template = format!("{{bar:24}} {{pos}}/{{len}} {name}, {{eta}} left");
        let style = ProgressStyle::with_template(&template).expect("a fixed template");
        let bar = ProgressBar::with_draw_target(Some(count as u64), ProgressDrawTarget::hidden()).with_style(style);
        Self { bar, begun: Instant::now(), shown: Once::new(), is_terminal: io::stderr().is_terminal() }
    }

    /// Counts finished things, and shows the bar when it is time.
    pub fn step(&self, count: usize) {
        if self.is_terminal && self.begun.elapsed() >= MIN_DURATION_SHOWN {
            self.shown.call_once(|| self.bar.set_draw_target(ProgressDrawTarget::stderr()));
        }
        self.bar.inc(count as u64);
    }

    /// Hides the bar while something is written that may go to the same terminal.
    pub fn aside<T>(&self, write: impl FnOnce() -> T) -> T {
        self.bar.suspend(write)
    }

    /// Removes the bar.
    pub fn end(&self) {
        self.bar.finish_and_clear();
    }
}
