//! The generate–remediate loop: a plan, providers that answer, a journal that records everything.
//!
//! A plan asks every model every prompt under every condition for some iterations. Each such answer runs its course: it
//! is linted, its findings are returned, the repair is linted, round after round. Courses do not wait for each other;
//! the state of a course is determined by the journal alone, so that a run that was killed continues where it stopped.
//! When all courses have ended, the journal becomes the experiment file.

mod call;
mod change;
mod course;
mod deciding;
mod examining;
mod follow;
mod journal;
mod model;
mod names;
mod plan;
mod progress;
mod prompts;
mod provider;

#[cfg(unix)]
pub(crate) use provider::watch;
mod queue;
mod repair;
mod result;
mod rounds;
mod run;
mod stored;
mod template;

use std::path::Path;

pub use call::Call;
pub use change::Change;
pub use deciding::Deciding;
pub use follow::{Followed, Version, follow};
pub use journal::{Entry, Journal, JournalError, Outcome, Record};
pub use model::{Model, Pace};
pub use plan::{Condition, EXAMPLE, Load, Plan, PlanError, Provider, Remediator};
pub use progress::Show;
pub use prompts::{Prompt, built_in};
pub use result::{ResultError, Written};
pub use rounds::{Round, rounds};
pub use run::{End, Finished, GivenUp, Options, RunError, run};

/// Returns the folder of a file.
fn folder_of(file: &Path) -> &Path {
    file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
