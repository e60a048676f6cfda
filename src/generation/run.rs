//! The run: questions to providers, answers into the journal, findings back.
//!
//! Every provider has a queue and as many threads as it may answer at once. One thread lints. The thread
//! that called [`run`] keeps the journal and decides what comes next; nothing counts before it is there.

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
    /// Go on with a journal that was begun with another plan.
    pub extend: bool,
    /// Make the calls again that failed.
    pub retry_failed: bool,
    pub show: Show,
}

/// The result of a run.
#[derive(Debug)]
pub struct Finished {
    pub end: End,
    /// How many calls are in the journal, how many of them failed for good, and how many answers break off. Failures
    /// that a stored experiment holds are not among them.
    pub calls: usize,
    pub failed: usize,
    pub cut_off: usize,
    /// The results, a condition each; none unless the end is [`End::Complete`].
    pub written: Vec<Written>,
}

/// The way in which a run ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    Complete,
    /// By this signal.
    Interrupted(i32),
    /// Some providers could not be asked any more.
    GaveUp(Vec<GivenUp>),
}

/// A provider that is not asked any more, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenUp {
    pub provider: String,
    pub reason: String,
}

/// Why a run did not come to its end.
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
    #[error("that an answer has ended the process cannot be noted beside the journal: {0}")]
    Examining(io::Error),
    #[error("the threads cannot be started: {0}")]
    Threads(io::Error),
    #[error("the journal holds an answer of {call} to other words than the plan has now")]
    #[diagnostic(help("give a prompt or condition with new words a new name, or the plan another `journal`"))]
    OtherWords { call: Call },
}

/// Carries a plan out, or goes on where its journal ends.
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
