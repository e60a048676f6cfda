//! The findings that decide whether an answer is returned to a model.

use oxsec_rules::{Judged, LintMessage, RuleSet};
use serde::{Deserialize, Serialize};

/// The findings that decide whether an answer is returned, and are returned with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Deciding {
    /// The findings of the rules, as published.
    #[default]
    Rules,
    /// Those with a proof, and those that oxsec's own analysis confirms.
    Confirmed,
    /// Those with a proof.
    Proven,
}

impl Deciding {
    /// Returns whether a finding decides.
    pub fn counts(self, finding: &LintMessage) -> bool {
        let is_proven = finding.evidence.is_some();
        match self {
            Self::Rules => true,
            Self::Confirmed => {
                is_proven || finding.judgement.as_deref().is_some_and(|it| it.verdict == Judged::Confirmed)
            }
            Self::Proven => is_proven,
        }
    }

    /// Returns whether it needs findings with verdicts.
    pub fn asks_for_judgement(self) -> bool {
        self == Self::Confirmed
    }

    /// Returns whether one of the rules can make a deciding finding.
    pub fn is_served_by(self, rules: &RuleSet) -> bool {
        self != Self::Proven || rules.rules().any(|(id, _)| id.starts_with("oxsec/"))
    }

    /// Returns whether it is the value of a plan without the setting.
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }
}
