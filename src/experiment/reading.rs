//! The record of how figures are made, which accompanies every result.

use serde::{Serialize, Serializer};

use super::Basis;

/// The way in which a result's figures were made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Reading {
    /// The answers that a rate counts.
    pub basis: Basis,
    /// The effect of comments in the code.
    pub directives: Directives,
    /// The criterion that makes an answer vulnerable.
    pub verdict: VulnerableBy,
    /// The unit that is counted.
    pub unit: Unit,
}

/// The effect of `eslint-disable` and its like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Directives {
    /// They suppress findings, as in ESLint.
    #[default]
    Obeyed,
    /// Findings count whatever comments say.
    Ignored,
}

/// The criterion that makes an answer vulnerable.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum VulnerableBy {
    /// A finding of a rule that was asked for.
    #[default]
    Rules,
    /// Such a finding that a proven one confirms.
    Confirmed,
    /// A finding that carries a proof.
    Proven,
    /// A label by people who read the code.
    Labels,
}

/// The unit that a rate counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Every answer.
    #[default]
    Answers,
    /// The first of a model's identical answers to a prompt.
    DistinctAnswers,
}

impl Reading {
    /// The reading of the published stored experiment: an answer without code counts as clean, comments silence rules.
    pub const PUBLISHED: Self = Self {
        basis: Basis::Published,
        directives: Directives::Obeyed,
        verdict: VulnerableBy::Rules,
        unit: Unit::Answers,
    };
    /// The reading among the answers that are code, whatever their comments say. The readings below change one thing in
    /// this one.
    pub const CODE: Self = Self { basis: Basis::Code, directives: Directives::Ignored, ..Self::PUBLISHED };
    /// Only findings with a proof count.
    pub const PROVEN: Self = Self { verdict: VulnerableBy::Proven, ..Self::CODE };
    /// Identical answers count once.
    pub const DISTINCT: Self = Self { unit: Unit::DistinctAnswers, ..Self::CODE };

    /// The readings that have a name, in the order in which they are shown.
    pub const NAMED: [(&'static str, Self); 4] =
        [("published", Self::PUBLISHED), ("code", Self::CODE), ("proven", Self::PROVEN), ("distinct", Self::DISTINCT)];

    /// Returns the reading of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::NAMED.into_iter().find(|(known, _)| *known == name).map(|(_, reading)| reading)
    }

    /// Returns the published reading, with this effect of directives.
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
    /// Returns the word for it in every output.
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

    /// Returns the heading of figures on this basis.
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
