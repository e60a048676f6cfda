//! What findings with a proof say of the findings that carry none.

use std::borrow::Cow;

use oxsec_rules::{LintMessage, RuleSet, catalogue};

use super::{Numbers, Reading, VulnerableBy};
use crate::coverage::are_related;

/// What the proofs say of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confirmation {
    /// A finding with a proof, of the same family of weaknesses, is at the same place.
    Confirmed,
    /// Nothing that is given to the call can do the damage.
    Refuted,
    /// Neither is shown.
    Unproven,
    /// No rule that proves anything is about this kind of weakness.
    NotApplicable,
}

impl Confirmation {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 4] = [Self::Confirmed, Self::Refuted, Self::Unproven, Self::NotApplicable];

    /// The word for it in every output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Refuted => "refuted",
            Self::Unproven => "unproven",
            Self::NotApplicable => "not applicable",
        }
    }
}

/// The preset of the rules whose findings carry a proof.
const PROVING: &str = "oxsec";

/// The ids of the rules whose findings count in a reading.
pub fn counting_rules(asked: &RuleSet, reading: Reading) -> Vec<&'static str> {
    match reading.verdict {
        VulnerableBy::Proven => Proving::new(asked).proving,
        _ => asked.rules().map(|(rule, _)| rule).collect(),
    }
}

/// The rules that are run: those that were asked for, and those that look for proofs.
pub(super) struct Proving<'r> {
    pub rules: Cow<'r, RuleSet>,
    /// The rules that prove.
    proving: Vec<&'static str>,
    /// Whether these run only for their proofs.
    is_added: bool,
    /// The weaknesses that proofs are looked for.
    provable: Vec<u16>,
}

impl<'r> Proving<'r> {
    /// Adds the rules of the preset `oxsec`, unless some of them are asked for: then these are all that prove.
    pub fn new(asked: &'r RuleSet) -> Self {
        let preset = RuleSet::preset(PROVING).expect("the preset is there");
        let all: Vec<&'static str> = preset.rules().map(|(rule, _)| rule).collect();
        let own: Vec<&'static str> = asked.rules().map(|(rule, _)| rule).filter(|rule| all.contains(rule)).collect();
        let mut rules = Cow::Borrowed(asked);
        let is_added = own.is_empty();
        if is_added {
            rules.to_mut().add_preset(PROVING).expect("the preset is there");
        }
        let provable = all.iter().filter_map(|rule| Some(catalogue::entry(rule)?.meta.cwe)).collect();
        Self { rules, proving: if is_added { all } else { own }, is_added, provable }
    }

    /// Takes the findings with a proof out of those of all rules. A rule that was asked for keeps its own.
    pub fn split(&self, findings: Vec<LintMessage>) -> (Vec<LintMessage>, Vec<LintMessage>) {
        let proven: Vec<LintMessage> = findings.iter().filter(|finding| finding.evidence.is_some()).cloned().collect();
        let is_extra = |finding: &LintMessage| {
            self.is_added && finding.rule_id.as_deref().is_some_and(|rule| self.proving.contains(&rule))
        };
        let asked = findings.into_iter().filter(|finding| !is_extra(finding)).collect();
        (asked, proven)
    }

    /// What the proofs of a text say of one of its findings.
    pub fn confirmation(&self, finding: &LintMessage, proven: &[LintMessage]) -> Confirmation {
        let Some(cwe) = weakness(finding) else { return Confirmation::NotApplicable };
        let is_of_family = |proof: &LintMessage| weakness(proof).is_some_and(|other| are_related(cwe, other));
        if finding.evidence.is_some() || proven.iter().any(|proof| is_of_family(proof) && share_a_place(finding, proof))
        {
            Confirmation::Confirmed
        } else if self.provable.iter().any(|other| are_related(cwe, *other)) {
            Confirmation::Unproven
        } else {
            Confirmation::NotApplicable
        }
    }
}

/// The weakness that a finding is an instance of: its own, or its rule's.
fn weakness(finding: &LintMessage) -> Option<u16> {
    finding.cwe.or_else(|| Some(catalogue::entry(finding.rule_id.as_deref()?)?.meta.cwe))
}

/// Whether the places of two findings overlap: a call and its argument are one place.
fn share_a_place(one: &LintMessage, other: &LintMessage) -> bool {
    let range = |finding: &LintMessage| {
        let start = (finding.line, finding.column);
        (start, finding.end_line.zip(finding.end_column).unwrap_or(start))
    };
    let ((one_start, one_end), (other_start, other_end)) = (range(one), range(other));
    one_start == other_start || one_start < other_end && other_start < one_end
}

/// Counts findings by what can make an answer vulnerable.
pub(super) fn numbers(asked: &[LintMessage], confirmations: &[Confirmation], proven: &[LintMessage]) -> Numbers {
    let confirmed = confirmations.iter().filter(|of| **of == Confirmation::Confirmed).count();
    let [rules, confirmed, proven] =
        [asked.len(), confirmed, proven.len()].map(|count| u32::try_from(count).unwrap_or(u32::MAX));
    Numbers { rules, confirmed, proven }
}

#[cfg(test)]
mod tests {
    use oxsec_rules::{Analyzer, Severity};

    use super::*;

    fn split(code: &str) -> (Vec<(String, Confirmation)>, usize) {
        let asked = RuleSet::preset("recommended").unwrap();
        let proving = Proving::new(&asked);
        let (asked, proven) = proving.split(Analyzer::new(&proving.rules).analyze("a.js", code).messages);
        let of = |finding: LintMessage| {
            let confirmation = proving.confirmation(&finding, &proven);
            (finding.rule_id.unwrap().into_owned(), confirmation)
        };
        (asked.into_iter().map(of).collect(), proven.len())
    }

    #[test]
    fn a_finding_at_the_place_of_a_proof_is_confirmed() {
        let code = "const { exec } = require('child_process');\n\
                    module.exports = (name) => exec('convert ' + name);\n";
        let (findings, proven) = split(code);
        assert!(proven > 0);
        assert!(findings.iter().any(|(_, confirmation)| *confirmation == Confirmation::Confirmed), "{findings:?}");
        assert!(findings.iter().all(|(rule, _)| !rule.starts_with("oxsec/")), "{findings:?}");
    }

    #[test]
    fn a_finding_without_a_proof_is_unproven() {
        let (findings, proven) = split("const fs = require('fs');\nfor (const name of list) fs.readFileSync(name);\n");
        assert_eq!(proven, 0);
        assert!(!findings.is_empty());
        assert!(findings.iter().all(|(_, confirmation)| *confirmation == Confirmation::Unproven), "{findings:?}");
    }

    #[test]
    fn places_that_only_touch_are_two() {
        let at = |column: u32, end: u32| LintMessage {
            end_line: Some(1),
            end_column: Some(end),
            ..LintMessage::new(Severity::Error, "", 1, column)
        };
        assert!(share_a_place(&at(1, 9), &at(4, 6)));
        assert!(!share_a_place(&at(1, 4), &at(4, 6)));
    }
}
