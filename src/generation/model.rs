//! A model, and the pace at which its provider is asked.

use std::time::Duration;

use serde::Serialize;
use serde_json::{Map, Value};

/// The pace at which a provider is asked, and the patience with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Pace {
    /// The number of calls that may run at once.
    pub concurrency: usize,
    /// The pause of each line between an answer and its next call.
    pub pause: Duration,
    /// The attempts of a call before it counts as failed.
    pub attempts: u32,
    /// The first wait between two attempts; each further one is twice as long.
    pub backoff: Duration,
    /// The time limit of one attempt.
    pub limit: Duration,
    /// The failed calls in a row after which the provider is no longer asked in this run.
    pub give_up_after: u32,
}

impl Pace {
    /// Returns the total of the pauses between this many calls.
    pub fn least(&self, calls: u64) -> Duration {
        let per_line = calls.div_ceil(self.concurrency as u64);
        self.pause.mul_f64(per_line.saturating_sub(1) as f64)
    }
}

/// A model under its name in the experiment.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Model {
    pub name: String,
    pub provider: String,
    /// The provider's name of the model.
    pub id: String,
    /// Further arguments of a command.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub args: Vec<String>,
    /// Further fields of a chat completion request.
    #[serde(skip_serializing_if = "Map::is_empty")]
    pub parameters: Map<String, Value>,
    /// The model only repairs other models' answers and is not asked the prompts.
    pub only_repairs: bool,
}

#[cfg(test)]
impl Default for Pace {
    fn default() -> Self {
        Self {
            concurrency: 1,
            pause: Duration::ZERO,
            attempts: 3,
            backoff: Duration::from_secs(1),
            limit: Duration::from_mins(5),
            give_up_after: 5,
        }
    }
}

#[cfg(test)]
impl Model {
    /// Makes a model without settings of its own.
    pub fn named(name: &str, provider: &str) -> Self {
        Self {
            name: name.to_owned(),
            provider: provider.to_owned(),
            id: name.to_owned(),
            args: Vec::new(),
            parameters: Map::new(),
            only_repairs: false,
        }
    }
}
