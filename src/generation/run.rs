//! The run: sends questions to providers, writes answers into the journal, returns findings.
//!
//! Every provider has a queue and as many threads as it may answer at once. One thread lints. The thread that called
//! [`run`] keeps the journal and decides what comes next; nothing counts before it is in the journal.

mod caught_up;
mod coordinator;
mod threads;

use std::{io, sync::Arc};

use miette::Diagnostic;
use thiserror::Error;

use super::{
    call::Call,
    course,
    examining::Examining,
    journal::{Journal, JournalError, Outcome},
    plan::Plan,
    progress::Show,
    result::{self, ResultError, Written},
};
use caught_up::catch_up;
use coordinator::Coordinator;

/// The options with which a plan is run.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Continue a journal that was begun with another plan.
    pub extend: bool,
    /// Repeat the calls that failed.
    pub retry_failed: bool,
    pub show: Show,
}

/// The result of a run.
#[derive(Debug)]
pub struct Finished {
    pub end: End,
    /// The numbers of calls in the journal, of those that failed for good, and of answers that are cut off. Failures
    /// recorded in a stored experiment do not count.
    pub calls: usize,
    pub failed: usize,
    pub cut_off: usize,
    /// The results, one per condition; empty unless the end is [`End::Complete`].
    pub written: Vec<Written>,
}

/// The way in which a run ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    Complete,
    /// A signal interrupted it.
    Interrupted(i32),
    /// Some providers are no longer asked.
    GaveUp(Vec<GivenUp>),
}

/// A provider that is no longer asked, and the reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenUp {
    pub provider: String,
    pub reason: String,
}

/// The reason why a run did not end properly.
#[derive(Debug, Error, Diagnostic)]
pub enum RunError {
    #[error(transparent)]
    #[diagnostic(transparent)]
    Journal(#[from] JournalError),
    #[error(transparent)]
    #[diagnostic(transparent)]
    Result(#[from] ResultError),
    #[error("the provider `{name}` cannot be used: {reason}")]
    #[diagnostic(help("nothing was asked; mend it and run the same command again"))]
    Provider { name: String, reason: String },
    #[error("no handler for signals can be set: {0}")]
    Signals(io::Error),
    #[error("an answer has killed the process, and this cannot be noted beside the journal: {0}")]
    Examining(io::Error),
    #[error("the threads cannot be started: {0}")]
    Threads(io::Error),
    #[error("the journal has an answer of {call} to another prompt than the plan's")]
    #[diagnostic(help("give a prompt or condition with new words a new name, or the plan another `journal`"))]
    OtherWords { call: Call },
}

/// Carries a plan out, or continues where its journal ends.
pub fn run(plan: Plan, options: Options) -> Result<Finished, RunError> {
    result::check_writable(&plan)?;
    let (mut journal, mut record) = Journal::open(&plan, options.extend)?;
    let rules = plan.rule_set();
    let plan = Arc::new(plan);
    let examining = Arc::new(Examining::beside(&plan.journal));
    let mut linter = plan.linter(&rules);
    let examine = |call: &Call, answer: &str| {
        let (code, origin) = course::code_of(answer, false, false);
        drop(course::examine(&plan, &mut linter, call, &code, &origin));
    };
    examining.find_ended(&mut record, examine).map_err(RunError::Examining)?;
    let caught_up = catch_up(&plan, &record, &rules, options.retry_failed, &examining)?;
    journal.begin()?;
    let (record, end) = if caught_up.pending.is_empty() {
        (record, End::Complete)
    } else {
        let mut coordinator =
            Coordinator::open(plan.clone(), journal, record, &rules, examining, caught_up.tallies, options.show)?;
        let worked = coordinator.work(caught_up.pending);
        let closed = coordinator.close(worked.is_ok());
        worked.and(closed)?;
        coordinator.into_end()
    };
    let written = match end {
        End::Complete => result::write(&plan, &record, &rules)?,
        End::Interrupted(_) | End::GaveUp(_) => Vec::new(),
    };
    let count = |is: fn(&Outcome) -> bool| record.entries.values().filter(|entry| is(&entry.outcome)).count();
    let failed = count(|outcome| matches!(outcome, Outcome::Failed { recorded: false, .. }));
    let cut_off = count(|outcome| matches!(outcome, Outcome::Answered { .. }) && outcome.is_wanting());
    Ok(Finished { end, calls: record.entries.len(), failed, cut_off, written })
}
