//! Which findings decide whether an answer goes back to a model.

use oxsec_rules::{Judged, LintMessage, RuleSet};
use serde::{Deserialize, Serialize};

/// Which findings decide whether an answer goes back, and are handed back with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Deciding {
    /// Those of the rules, as published.
    #[default]
    Rules,
    /// Those that carry a proof, or that oxsec's own analysis confirms.
    Confirmed,
    /// Those that carry a proof.
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

    /// Returns whether findings must be judged for it.
    pub fn asks_for_judgement(self) -> bool {
        self == Self::Confirmed
    }

    /// Returns whether rules can make a finding that decides.
    pub fn is_served_by(self, rules: &RuleSet) -> bool {
        self != Self::Proven || rules.rules().any(|(id, _)| id.starts_with("oxsec/"))
    }

    /// Returns whether this is what a plan without the setting has.
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }
}
