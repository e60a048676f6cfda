//! The proof of a finding: the source of the data, the steps that it takes, the sink, and the damage there.

use std::str::FromStr;

use oxc_span::Span;
use serde::Serialize;
use thiserror::Error;

use crate::estree::{Position, Positions};

/// The origins of data that an attacker decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum SourceKind {
    /// A request, a message, an event of a server or worker.
    Remote,
    /// The page's address, name, messages and form values.
    Browser,
    /// A parameter of an exported function or of a handler.
    Parameter,
    /// Arguments, environment, standard input, file contents, responses.
    Local,
    /// A credential or key, for rules about exposure.
    Secret,
}

impl SourceKind {
    /// All kinds.
    pub const ALL: [Self; 5] = [Self::Remote, Self::Browser, Self::Parameter, Self::Local, Self::Secret];

    /// Returns the kind's name in evidence and options.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Remote => "remote",
            Self::Browser => "browser",
            Self::Parameter => "parameter",
            Self::Local => "local",
            Self::Secret => "secret",
        }
    }
}

/// The error for a name that no kind of source has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("expected one of {}", SourceKind::ALL.map(SourceKind::name).join(", "))]
pub struct UnknownSource;

impl FromStr for SourceKind {
    type Err = UnknownSource;

    fn from_str(name: &str) -> Result<Self, UnknownSource> {
        Self::ALL.into_iter().find(|kind| kind.name() == name).ok_or(UnknownSource)
    }
}

/// A set of source kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SourceKinds(u8);

impl SourceKinds {
    /// The set of all kinds.
    pub const ALL: Self = Self(u8::MAX);

    /// Returns whether the set contains a kind.
    pub fn has(self, kind: SourceKind) -> bool {
        self.0 & 1 << kind as u8 != 0
    }
}

impl FromIterator<SourceKind> for SourceKinds {
    fn from_iter<I: IntoIterator<Item = SourceKind>>(kinds: I) -> Self {
        Self(kinds.into_iter().fold(0, |all, kind| all | 1 << kind as u8))
    }
}

/// A proof before lines and columns are known.
#[derive(Clone, Debug, PartialEq)]
pub enum Proof {
    /// Attacker-controlled data reaches a sink.
    Flow { source: SourceKind, steps: Vec<ProofStep>, sink: &'static str, context: String, witness: String },
    /// A literal, a setting or an absence is the weakness.
    Fact { steps: Vec<ProofStep>, attack: String },
}

/// A place that a proof names. In a flow the source is first and the sink last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProofStep {
    pub span: Span,
    pub text: String,
}

/// The proof of a finding in its serialized form.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "proof", rename_all = "lowercase")]
pub enum Evidence {
    /// Attacker-controlled data reaches a sink.
    Flow {
        /// The kind of source, which says who controls the data.
        source: SourceKind,
        /// The steps from the source to the sink.
        steps: Vec<EvidenceStep>,
        /// The sink that the data reaches.
        sink: SinkPlace,
        /// An input that passes all guards and does the damage.
        witness: String,
    },
    /// A literal, a setting or an absence is the weakness.
    Fact {
        /// The value or setting, and the places that it passes until it takes effect.
        steps: Vec<EvidenceStep>,
        /// The attack that it enables.
        attack: String,
    },
}

/// The effect of a sink, and the place of the value in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SinkPlace {
    /// The effect on the value: `runs it in a shell`.
    pub does: &'static str,
    /// The place of the value in the sink: `inside double quotes of a shell command`.
    pub context: String,
}

/// A place that the evidence names; lines and columns as in a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct EvidenceStep {
    /// The line of its beginning.
    pub line: u32,
    /// The column of its beginning.
    pub column: u32,
    /// The line of its end.
    pub end_line: u32,
    /// The column of its end.
    pub end_column: u32,
    /// The event there, or the code at that place.
    pub text: String,
}

impl Proof {
    /// Converts the proof's spans to lines and columns.
    pub(super) fn at(self, positions: &Positions<'_>) -> Evidence {
        let place = |step: ProofStep| {
            let [Position { line, column }, end] = positions.span(step.span);
            EvidenceStep { line, column, end_line: end.line, end_column: end.column, text: step.text }
        };
        match self {
            Self::Flow { source, steps, sink, context, witness } => Evidence::Flow {
                source,
                steps: steps.into_iter().map(place).collect(),
                sink: SinkPlace { does: sink, context },
                witness,
            },
            Self::Fact { steps, attack } => Evidence::Fact { steps: steps.into_iter().map(place).collect(), attack },
        }
    }
}
