//! The weakness of a rule's findings, and its severity.

use crate::experiment::{Experiment, RuleMetadata};

/// A rule's place in the public catalogues.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Classification {
    /// The Common Weakness Enumeration's name of the weakness, such as `CWE-89`.
    pub cwe: Option<String>,
    /// The CVSS 3.1 base score, 0 to 10.
    pub cvss: Option<f64>,
    /// The category of the OWASP Top 10.
    pub owasp: Option<String>,
}

impl Classification {
    /// Returns our own classification; empty for a rule that is not ours.
    pub fn own(rule: &str) -> Self {
        RuleMetadata::own(rule).map(|own| Self { cwe: own.cwe, cvss: own.cvss, owasp: own.owasp }).unwrap_or_default()
    }

    /// Returns the experiment's recorded classification; empty where there is none.
    pub fn recorded(experiment: &Experiment, rule: &str) -> Self {
        let Some(RuleMetadata { cwe, cvss, owasp, .. }) = experiment.recorded_metadata.get(rule) else {
            return Self::default();
        };
        Self { cwe: cwe.clone(), cvss: *cvss, owasp: owasp.clone() }
    }
}
