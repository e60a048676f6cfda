//! The verdicts of oxsec's own analysis, in the form that results write.

use serde::{Serialize, Serializer};

/// The verdicts on a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Judged {
    /// A rule of oxsec's own proves a weakness of the same family at the same call.
    Confirmed,
    /// The effect of the call is known, and the attack cannot be in the value that it gets.
    Refuted,
    /// Neither is shown.
    Unproven,
    /// The rule is about style, or about a weakness that no rule of oxsec's own looks for.
    NotApplicable,
}

impl Judged {
    /// Every verdict, in the order in which they are shown.
    pub const ALL: [Self; 4] = [Self::Confirmed, Self::Refuted, Self::Unproven, Self::NotApplicable];

    /// Returns the verdict's name in results.
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

/// A verdict on a finding, with its reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Judgement {
    /// The verdict on the finding.
    pub verdict: Judged,
    /// The reason for the verdict.
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
    /// The line at which the call or assignment begins.
    pub line: u32,
    /// The column at which it begins.
    pub column: u32,
    /// The line at which it ends.
    pub end_line: u32,
    /// The column at which it ends.
    pub end_column: u32,
    /// The callee or the target of the assignment, as the code has it.
    pub name: String,
    /// The effect on the value.
    pub does: &'static str,
    /// The weakness of attacker-controlled data there.
    pub cwe: u16,
    /// The outcome of the search.
    pub state: SinkState,
    /// The reason for the outcome.
    pub reason: String,
}
