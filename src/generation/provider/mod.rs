//! The providers of answers: a program, an endpoint, a stored experiment, one file each.

pub mod command;
pub mod openai;
pub mod replay;
mod secrets;
mod stop;
pub mod watch;

use std::{path::Path, time::Duration};

use rand::RngExt;
use serde::{Deserialize, Serialize, de::IntoDeserializer};

pub use self::{secrets::Secrets, stop::Stop};
use super::{
    call::{Call, Details},
    model::{Model, Pace},
};
use crate::answer::{Extracted, Status};

/// The bytes of an answer that are read. A function has a few thousand.
const MAX_ANSWER_BYTES: u64 = 1 << 20;

/// The longest wait between two attempts of one call, unless the provider asks for another.
const MAX_BACKOFF: Duration = Duration::from_mins(1);

/// The longest wait that a provider can ask for.
const MAX_RETRY_AFTER: Duration = Duration::from_hours(1);

/// The longest pause between two attempts that is not announced.
const MAX_SILENT_WAIT: Duration = Duration::from_mins(2);

/// A source of answers. Called concurrently from several threads.
pub trait Provider: Send + Sync {
    /// Asks a question once. Returns early with [`Failure::Stopped`] if it can when `stop` is set.
    fn ask(&self, question: &Question, stop: &Stop) -> Result<Reply, Failure>;
}

/// A call of a provider.
#[derive(Clone, Debug)]
pub struct Question {
    pub call: Call,
    /// The model that is to answer. In a repair it may be another than the author.
    pub model: Model,
    pub text: String,
}

/// A reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    pub text: String,
    pub took: Duration,
    /// The text is code as it is, from a stored experiment.
    pub is_code: bool,
    pub details: Details,
}

impl Reply {
    /// Makes a reply from an answer in words.
    pub fn new(text: String, took: Duration, details: Details) -> Self {
        Self { text, took, is_code: false, details }
    }

    /// Makes a reply from the code in a stored experiment.
    pub fn of_code(code: String, took: Duration) -> Self {
        Self { text: code, took, is_code: true, details: Details::default() }
    }
}

/// The reason why there is no reply.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// Another attempt may be answered.
    #[error("{reason}")]
    Passing {
        reason: String,
        retry_after: Option<Duration>,
        /// The attempt took long, or much of the network, so that the next one is announced.
        is_costly: bool,
    },
    /// This call will not be answered, others may.
    #[error("{0}")]
    Final(String),
    /// The call returned without an error, but without an answer. Another attempt may bring one.
    #[error("{reason}")]
    NoAnswer { reason: String, said: String },
    /// The call failed when it was recorded, which tells nothing about the others.
    #[error("{0}")]
    Recorded(String),
    /// No call will be answered until somebody fixes something.
    #[error("{0}")]
    Unusable(String),
    #[error("the run was stopped")]
    Stopped,
}

impl Failure {
    fn passing(reason: impl Into<String>) -> Self {
        Self::Passing { reason: reason.into(), retry_after: None, is_costly: false }
    }
}

/// The source of answers of a provider, as the plan defines it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Source {
    Command(command::Settings),
    Openai(openai::Settings),
    Replay(replay::Settings),
}

impl Source {
    /// The values of `kind` in a plan. `claude` and `gemini` are ready-made commands.
    pub const KINDS: [&str; 5] = ["command", "claude", "gemini", "openai", "replay"];

    /// Reads the keys of a kind of provider.
    ///
    /// # Panics
    ///
    /// If `kind` is not one of [`Source::KINDS`].
    pub fn read(kind: &str, table: toml::Table) -> Result<Self, toml::de::Error> {
        let table = IntoDeserializer::<toml::de::Error>::into_deserializer(table);
        Ok(match kind {
            "command" => Self::Command(command::Settings::deserialize(table)?),
            "claude" => Self::Command(command::Preset::deserialize(table)?.settings(command::CLAUDE)),
            "gemini" => Self::Command(command::Preset::deserialize(table)?.settings(command::GEMINI)),
            "openai" => Self::Openai(openai::Settings::deserialize(table)?),
            "replay" => Self::Replay(replay::Settings::deserialize(table)?),
            _ => panic!("`{kind}` is not a kind of provider"),
        })
    }

    /// Checks the settings and makes their paths, relative to `folder`, usable. An error names its key.
    pub fn prepare(self, folder: &Path) -> Result<Self, (&'static str, String)> {
        Ok(match self {
            Self::Command(settings) => Self::Command(settings.prepare(folder)?),
            Self::Openai(settings) => Self::Openai(settings.prepare()?),
            Self::Replay(settings) => Self::Replay(settings.prepare(folder)?),
        })
    }

    /// Checks that a model's own settings apply to this kind. An error names its key.
    pub fn accepts(&self, model: &Model) -> Result<(), (&'static str, String)> {
        let (args, parameters) = match self {
            Self::Command(_) => (true, false),
            Self::Openai(_) => (false, true),
            Self::Replay(_) => (false, false),
        };
        if !args && !model.args.is_empty() {
            return Err(("args", "only a command takes `args`".to_owned()));
        }
        if !parameters && !model.parameters.is_empty() {
            return Err(("parameters", "only an `openai` provider takes `parameters`".to_owned()));
        }
        Ok(())
    }

    /// Prepares the provider for calls. The error says what is missing on this machine.
    pub fn open(&self, pace: &Pace) -> Result<Box<dyn Provider>, String> {
        Ok(match self {
            Self::Command(settings) => Box::new(settings.open(pace.limit)?),
            Self::Openai(settings) => Box::new(settings.open(pace.limit)?),
            Self::Replay(settings) => Box::new(settings.open()?),
        })
    }
}

/// Asks a question as often as the pace allows, with growing pauses between the attempts. Calls `notice` with an
/// explanation before a pause that would look like a hang, and after an answer that was too large.
pub fn ask(
    provider: &dyn Provider,
    question: &Question,
    pace: &Pace,
    stop: &Stop,
    notice: &dyn Fn(String),
) -> Result<Reply, Failure> {
    let mut attempt = 1;
    loop {
        let outcome = provider.ask(question, stop).and_then(answered);
        match outcome {
            Err(Failure::Passing { .. } | Failure::NoAnswer { .. }) if attempt < pace.attempts => {
                let (retry_after, reason, is_costly) = match outcome {
                    Err(Failure::Passing { retry_after, reason, is_costly }) => (retry_after, reason, is_costly),
                    Err(Failure::NoAnswer { reason, .. }) => (None, reason, false),
                    _ => (None, String::new(), false),
                };
                let wait = retry_after.map_or_else(|| backoff(pace.backoff, attempt), |wait| wait.min(MAX_RETRY_AFTER));
                if is_costly || wait > MAX_SILENT_WAIT {
                    notice(format!("{reason}; asked again in {} s", wait.as_secs_f64().ceil()));
                }
                if stop.wait(wait) {
                    return Err(Failure::Stopped);
                }
                attempt += 1;
            }
            Err(Failure::Passing { reason, .. }) if attempt > 1 => {
                return Err(Failure::Final(format!("{attempt} attempts failed, the last one: {reason}")));
            }
            Err(Failure::Passing { reason, .. }) => return Err(Failure::Final(reason)),
            Err(Failure::NoAnswer { reason, said }) if attempt > 1 => {
                return Err(Failure::NoAnswer {
                    reason: format!("{attempt} attempts failed, the last one: {reason}"),
                    said,
                });
            }
            outcome => return outcome,
        }
    }
}

/// Returns the reply, if it is an answer: neither empty nor a notice of a limit or an error, which command lines write
/// with status 0.
fn answered(reply: Reply) -> Result<Reply, Failure> {
    if reply.is_code {
        return Ok(reply);
    }
    let no_answer = |reason: String| Err(Failure::NoAnswer { reason, said: reply.text.clone() });
    if reply.text.trim().is_empty() {
        let why = reply.details.finish_reason.as_deref().map(|why| format!("; finish_reason: {why}"));
        return no_answer(format!("the answer is empty{}", why.unwrap_or_default()));
    }
    let extracted = Extracted::from_response(&reply.text, None);
    match (extracted.status, extracted.extraction.failure) {
        (Status::Failed, Some(said)) => no_answer(format!("no answer came, but: {said}")),
        (Status::Failed, None) => no_answer("no answer came".to_owned()),
        (Status::Empty, _) if extracted.extraction.envelope.is_some() => no_answer("the answer is empty".to_owned()),
        _ => Ok(reply),
    }
}

/// Returns the pause: the first one doubled with each further attempt, less up to half of it at random, so that lines
/// that failed together do not retry together.
fn backoff(first: Duration, attempt: u32) -> Duration {
    let full = first.saturating_mul(2_u32.saturating_pow(attempt - 1)).min(MAX_BACKOFF);
    full.mul_f64(rand::rng().random_range(0.5..=1.0))
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU32, Ordering};

    use super::*;

    /// A provider that fails this many times, then answers.
    struct Flaky {
        failures: u32,
        failure: Failure,
        asked: AtomicU32,
    }

    impl Provider for Flaky {
        fn ask(&self, _question: &Question, _stop: &Stop) -> Result<Reply, Failure> {
            if self.asked.fetch_add(1, Ordering::Relaxed) < self.failures {
                return Err(self.failure.clone());
            }
            Ok(Reply::new("answer".to_owned(), Duration::ZERO, Details::default()))
        }
    }

    fn outcome(failures: u32, failure: Failure) -> (Result<String, Failure>, u32) {
        let provider = Flaky { failures, failure, asked: AtomicU32::new(0) };
        let pace = Pace { attempts: 3, backoff: Duration::from_micros(1), ..Pace::default() };
        let question = Question {
            call: Call { condition: "c".into(), model: "m".into(), prompt: "p".into(), iteration: 1, round: 0 },
            model: Model::named("m", "p"),
            text: String::new(),
        };
        let reply = ask(&provider, &question, &pace, &Stop::default(), &|_| ());
        (reply.map(|reply| reply.text), provider.asked.into_inner())
    }

    #[test]
    fn what_may_pass_is_tried_again() {
        let (reply, asked) = outcome(2, Failure::passing("busy"));
        assert_eq!((reply.as_deref(), asked), (Ok("answer"), 3));
    }

    #[test]
    fn attempts_end() {
        let (reply, asked) = outcome(9, Failure::passing("busy"));
        assert_eq!(reply, Err(Failure::Final("3 attempts failed, the last one: busy".to_owned())));
        assert_eq!(asked, 3);
    }

    #[test]
    fn what_is_final_is_not_tried_again() {
        for failure in [Failure::Final("no".into()), Failure::Unusable("gone".into()), Failure::Stopped] {
            assert_eq!(outcome(1, failure.clone()), (Err(failure), 1));
        }
    }

    #[test]
    fn pauses_between_attempts_grow_up_to_a_bound() {
        for attempt in 1..100 {
            let full = Duration::from_secs(1 << (attempt - 1).min(6)).min(MAX_BACKOFF);
            let pause = backoff(Duration::from_secs(1), attempt);
            assert!(pause >= full / 2 && pause <= full, "attempt {attempt}: {pause:?}");
        }
    }
}
