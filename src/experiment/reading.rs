//! How figures are made: the record that goes with every result.

use serde::{Serialize, Serializer};

use super::Basis;

/// How a result's figures were made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Reading {
    /// Which answers a rate is taken over.
    pub basis: Basis,
    /// What comments in the code can do.
    pub directives: Directives,
    /// What makes an answer vulnerable.
    pub verdict: VulnerableBy,
    /// What is counted.
    pub unit: Unit,
}

/// What `eslint-disable` and its like can do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Directives {
    /// They take findings away, as in ESLint.
    #[default]
    Obeyed,
    /// Findings count whatever comments say.
    Ignored,
}

/// What makes an answer vulnerable.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum VulnerableBy {
    /// A finding of a rule.
    #[default]
    Rules,
}

/// What a rate counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Every answer.
    #[default]
    Answers,
}

impl Reading {
    /// The reading that was published, with this one of directives.
    pub fn published(directives: Directives) -> Self {
        Self { basis: Basis::Published, directives, verdict: VulnerableBy::default(), unit: Unit::default() }
    }
}

impl Directives {
    /// The word for it in every output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Obeyed => "obeyed",
            Self::Ignored => "ignored",
        }
    }
}

impl Serialize for Basis {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(match self {
            Self::Published => "published",
            Self::Code => "code",
        })
    }
}
