//! How figures are made: the record that goes with every result.

use serde::{Serialize, Serializer};

use super::Basis;

/// The way in which a result's figures were made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
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

/// The effect of `eslint-disable` and its like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Directives {
    /// They take findings away, as in ESLint.
    #[default]
    Obeyed,
    /// Findings count whatever comments say.
    Ignored,
}

/// The criteria of a vulnerable answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum VulnerableBy {
    /// A finding of a rule that was asked for.
    #[default]
    Rules,
    /// Such a finding that a proven one stands behind.
    Confirmed,
    /// A finding that carries a proof.
    Proven,
    /// A label: what people who read the code say.
    Labels,
}

/// The unit that a rate counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Every answer.
    #[default]
    Answers,
    /// Of a model's identical answers to a prompt the first.
    DistinctAnswers,
}

impl Reading {
    /// As the stored experiment was published: an answer without code counts as clean, comments silence rules.
    pub const PUBLISHED: Self = Self {
        basis: Basis::Published,
        directives: Directives::Obeyed,
        verdict: VulnerableBy::Rules,
        unit: Unit::Answers,
    };
    /// Among the answers that are code, whatever their comments say. The readings below change one thing in this one.
    pub const CODE: Self = Self { basis: Basis::Code, directives: Directives::Ignored, ..Self::PUBLISHED };
    /// Only findings with a proof count.
    pub const PROVEN: Self = Self { verdict: VulnerableBy::Proven, ..Self::CODE };
    /// Identical answers count once.
    pub const DISTINCT: Self = Self { unit: Unit::DistinctAnswers, ..Self::CODE };

    /// The readings that have a name, in the order in which they are shown.
    pub const NAMED: [(&'static str, Self); 4] =
        [("published", Self::PUBLISHED), ("code", Self::CODE), ("proven", Self::PROVEN), ("distinct", Self::DISTINCT)];

    /// The reading of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::NAMED.into_iter().find(|(known, _)| *known == name).map(|(_, reading)| reading)
    }

    /// The reading that was published, with this one of directives.
    pub fn published(directives: Directives) -> Self {
        Self { directives, ..Self::PUBLISHED }
    }

    /// Describes the reading for people, such as
    /// `among answers that are code; comments ignored; findings of the rules; every answer`.
    pub fn in_words(self) -> String {
        let verdict = match self.verdict {
            VulnerableBy::Rules => "findings of the rules",
            VulnerableBy::Confirmed => "findings of the rules that are confirmed",
            VulnerableBy::Proven => "findings with a proof",
            VulnerableBy::Labels => "labels",
        };
        let unit = match self.unit {
            Unit::Answers => "every answer",
            Unit::DistinctAnswers => "identical answers once",
        };
        format!("{}; comments {}; {verdict}; {unit}", self.basis.caption(), self.directives.name())
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

impl Basis {
    /// Both, in the order in which they are shown.
    pub const ALL: [Self; 2] = [Self::Published, Self::Code];

    /// The heading of figures on this basis.
    pub fn caption(self) -> &'static str {
        match self {
            Self::Published => "as published",
            Self::Code => "among answers that are code",
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
