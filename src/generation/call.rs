//! A call of a model, and an endpoint's details about its answer.

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The call that an answer belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Call {
    pub condition: String,
    /// The model whose answer this is about; a repair may come from another.
    pub model: String,
    pub prompt: String,
    /// The iteration, from 1.
    pub iteration: u32,
    /// The round: 0 for the answer, then the rounds of remediation.
    pub round: u32,
}

impl fmt::Display for Call {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        let Self { condition, model, prompt, iteration, round } = self;
        write!(formatter, "{model}, {prompt}, iteration {iteration}")?;
        if *round > 0 {
            write!(formatter, ", repair {round}")?;
        }
        write!(formatter, " ({condition})")
    }
}

/// The details that an endpoint gives about an answer, in its own words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Details {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finish_reason: Option<String>,
    /// The model that answered, according to the endpoint.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered_by: Option<String>,
    /// The numbers of tokens.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub usage: Option<Value>,
}

impl Details {
    /// Returns whether the endpoint cut the answer off.
    pub fn is_cut_off(&self) -> bool {
        matches!(self.finish_reason.as_deref(), Some("length" | "max_tokens" | "MAX_TOKENS"))
    }
}
