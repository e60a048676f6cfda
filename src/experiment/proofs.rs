//! What findings with a proof say of the findings that carry none.

use std::borrow::Cow;

use oxsec_rules::{Judged, LintMessage, RuleSet};

use super::{Numbers, Reading, VulnerableBy};

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
        Self { rules, proving: if is_added { all } else { own }, is_added }
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
}

/// Returns what the analysis says of a finding. One that carries its own proof needs no other.
pub(super) fn verdict(finding: &LintMessage) -> Judged {
    finding.judgement.as_ref().map_or(Judged::Confirmed, |judgement| judgement.verdict)
}

/// Counts findings by what can make an answer vulnerable.
pub(super) fn numbers(asked: &[LintMessage], verdicts: &[Judged], proven: &[LintMessage]) -> Numbers {
    let confirmed = verdicts.iter().filter(|of| **of == Judged::Confirmed).count();
    let [rules, confirmed, proven] =
        [asked.len(), confirmed, proven.len()].map(|count| u32::try_from(count).unwrap_or(u32::MAX));
    Numbers { rules, confirmed, proven }
}

#[cfg(test)]
mod tests {
    use oxsec_rules::Analyzer;

    use super::*;

    fn verdicts(code: &str) -> Vec<Judged> {
        let asked = RuleSet::preset("recommended").unwrap();
        let proving = Proving::new(&asked);
        let analysis = Analyzer::new(&proving.rules).judging_findings(true).analyze("a.js", code);
        let (asked, _) = proving.split(analysis.messages);
        assert!(asked.iter().all(|finding| !finding.rule_id.as_deref().unwrap().starts_with("oxsec/")));
        asked.iter().map(verdict).collect()
    }

    #[test]
    fn findings_are_confirmed_refuted_or_neither() {
        let exec = |command: &str| {
            format!("const {{ exec }} = require('child_process');\nmodule.exports = (name) => exec({command});\n")
        };
        assert!(verdicts(&exec("'convert ' + name")).contains(&Judged::Confirmed));
        let loops = "const fs = require('fs');\nfor (const name of list) fs.readFileSync(name);\n";
        assert!(verdicts(loops).iter().all(|verdict| *verdict == Judged::Unproven));
        let guarded = "const fs = require('fs');\nconst path = require('path');\n\
                       module.exports = (name) => fs.readFileSync(path.join('/srv', path.basename(name)));\n";
        assert!(verdicts(guarded).contains(&Judged::Refuted), "{:?}", verdicts(guarded));
    }
}
