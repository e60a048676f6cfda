//! The progress of the run: one bar per provider on a terminal, plain lines elsewhere.

use std::{
    io::IsTerminal,
    time::{Duration, Instant},
};

use indicatif::{MultiProgress, ProgressBar, ProgressStyle};

use crate::text::{print_error_line, visible};

/// The time between two plain lines of progress.
const LINE_INTERVAL: Duration = Duration::from_secs(30);

/// The form of progress that is shown during the run. All of it goes to standard error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Show {
    Bars,
    Lines,
    Nothing,
}

impl Show {
    /// Returns bars if standard error is a terminal, else lines.
    pub fn fitting() -> Self {
        if std::io::stderr().is_terminal() { Self::Bars } else { Self::Lines }
    }
}

/// The counts of one provider.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Calls that are known to be needed; repairs are added when findings require them.
    pub needed: u64,
    /// Calls with an outcome.
    pub asked: u64,
    pub failed: u64,
    /// Answers of the provider's models with findings.
    pub vulnerable: u64,
    /// Those of them that were repaired to clean code.
    pub fixed: u64,
}

/// Shows the tallies of all providers.
pub enum Progress {
    Bars { all: MultiProgress, bars: Vec<ProgressBar> },
    Lines { names: Vec<String>, tallies: Vec<Tally>, last: Instant },
    Nothing,
}

impl Progress {
    /// Starts with the contents of the journal.
    pub fn new(show: Show, names: Vec<String>, tallies: &[Tally]) -> Self {
        let mut progress = match show {
            Show::Bars => {
                let all = MultiProgress::new();
                let width = names.iter().map(String::len).max().unwrap_or(0);
                let bars = names.iter().zip(tallies).map(|(name, tally)| {
                    let bar = ProgressBar::new(tally.needed).with_style(style()).with_prefix(format!("{name:width$}"));
                    // Earlier calls tell nothing about the speed of the rest.
                    let bar = all.add(bar.with_position(tally.asked));
                    bar.reset_eta();
                    bar.enable_steady_tick(Duration::from_secs(1));
                    bar
                });
                Self::Bars { bars: bars.collect(), all }
            }
            Show::Lines => Self::Lines { names, tallies: tallies.to_vec(), last: Instant::now() },
            Show::Nothing => Self::Nothing,
        };
        for (index, tally) in tallies.iter().enumerate() {
            progress.update(index, tally);
        }
        progress
    }

    /// Shows a provider's new counts.
    pub fn update(&mut self, provider: usize, tally: &Tally) {
        match self {
            Self::Bars { bars, .. } => {
                let bar = &bars[provider];
                bar.set_length(tally.needed);
                bar.set_position(tally.asked);
                bar.set_message(counts(tally));
            }
            Self::Lines { tallies, .. } => tallies[provider] = tally.clone(),
            Self::Nothing => {}
        }
    }

    /// Prints a line when it is time; to be called regularly.
    pub fn tick(&mut self) {
        if let Self::Lines { last, .. } = self
            && last.elapsed() >= LINE_INTERVAL
        {
            *last = Instant::now();
            self.print_lines();
        }
    }

    /// Prints a note. Control characters in it are shown, not obeyed.
    pub fn note(&self, text: &str) {
        match self {
            Self::Bars { all, .. } => _ = all.println(visible(text)),
            Self::Lines { .. } => print_error_line(visible(text)),
            Self::Nothing => {}
        }
    }

    /// Leaves the last state on the screen.
    pub fn finish(&self) {
        match self {
            Self::Bars { bars, .. } => {
                bars.iter().for_each(ProgressBar::abandon);
                // The cursor is after the last bar.
                print_error_line("");
            }
            Self::Lines { .. } => self.print_lines(),
            Self::Nothing => {}
        }
    }

    fn print_lines(&self) {
        if let Self::Lines { names, tallies, .. } = self {
            for (name, tally) in names.iter().zip(tallies) {
                print_error_line(format_args!("{name}: {} of {} asked, {}", tally.asked, tally.needed, counts(tally)));
            }
        }
    }
}

fn counts(tally: &Tally) -> String {
    let failed = if tally.failed > 0 { format!(", {} failed", tally.failed) } else { String::new() };
    format!("{} vulnerable, {} fixed{failed}", tally.vulnerable, tally.fixed)
}

fn style() -> ProgressStyle {
    ProgressStyle::with_template("{prefix} {wide_bar} {pos}/{len} asked, {msg}, {eta} left")
        .expect("the template is a constant")
}
