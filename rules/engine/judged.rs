//! The verdicts of oxsec's own analysis, as results write them.

use serde::{Serialize, Serializer};

/// The verdicts on a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Judged {
    /// A rule of oxsec's own proves a weakness of the same family at the same call.
    Confirmed,
    /// What the call does is known, and what it is given cannot carry the attack.
    Refuted,
    /// Neither is shown.
    Unproven,
    /// The rule is about style, or about a weakness that no rule of oxsec's own looks for.
    NotApplicable,
}

impl Judged {
    /// The verdict as results write it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Refuted => "refuted",
            Self::Unproven => "unproven",
            Self::NotApplicable => "not applicable",
        }
    }
}

impl Serialize for Judged {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

/// A verdict on a finding, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Judgement {
    /// Whether the finding holds.
    pub verdict: Judged,
    /// What decided it.
    #[serde(rename = "verdictReason", skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

/// The outcome of the search at a sink.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum SinkState {
    /// An input does damage: there is a finding.
    Proven,
    /// No input can do damage.
    Refuted,
    /// Neither is shown.
    Unproven,
}

/// A sink that the analysis saw, and the outcome of the search there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SinkReport {
    /// Where the call or assignment begins.
    pub line: u32,
    /// Where it begins.
    pub column: u32,
    /// Where it ends.
    pub end_line: u32,
    /// Where it ends.
    pub end_column: u32,
    /// What is called or assigned to, as the code has it.
    pub name: String,
    /// What it does with what it is given.
    pub does: &'static str,
    /// The weakness that data of an attacker is there.
    pub cwe: u16,
    /// What came of the search.
    pub state: SinkState,
    /// Why.
    pub reason: String,
}
