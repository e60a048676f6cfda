//! The verdicts of findings with a proof on the findings without one.

use oxsec_rules::{Judged, LintMessage, RuleSet};

use super::{Finding, Reading, VulnerableBy};

/// The preset of the rules whose findings carry a proof.
const PROVING: &str = "oxsec";

/// Returns the ids of the rules whose findings count in a reading.
pub fn counting_rules(asked: &RuleSet, reading: Reading) -> Vec<&'static str> {
    match reading.verdict {
        VulnerableBy::Proven => Proving::new(asked).rule_ids,
        _ => asked.rules().map(|(rule, _)| rule).collect(),
    }
}

/// The rules that are run: those that were asked for, and those that search for proofs.
pub(super) struct Proving {
    pub rules: RuleSet,
    /// The ids of the rules that prove.
    rule_ids: Vec<&'static str>,
    /// They run only for their proofs.
    is_added: bool,
}

impl Proving {
    /// Adds the rules of the preset `oxsec`, unless some of them are asked for: then only these prove.
    pub fn new(asked: &RuleSet) -> Self {
        let preset = RuleSet::preset(PROVING).expect("the preset is there");
        let all: Vec<&'static str> = preset.rules().map(|(rule, _)| rule).collect();
        let own: Vec<&'static str> = asked.rules().map(|(rule, _)| rule).filter(|rule| all.contains(rule)).collect();
        let mut rules = asked.clone();
        let is_added = own.is_empty();
        if is_added {
            rules.add_preset(PROVING).expect("the preset is there");
        }
        Self { rules, rule_ids: if is_added { all } else { own }, is_added }
    }

    /// Returns what the proofs say of a message, and whether it counts. A rule that was asked for keeps its own
    /// findings.
    pub fn judged(&self, message: &LintMessage, by: VulnerableBy) -> Option<Finding> {
        let finding = Finding::of(message)?;
        let is_asked = !self.is_added || !self.rule_ids.contains(&finding.rule());
        let verdict = verdict(message);
        let is_proven = message.evidence.is_some();
        let counts = match by {
            VulnerableBy::Rules => is_asked,
            VulnerableBy::Confirmed => is_asked && verdict == Judged::Confirmed,
            VulnerableBy::Proven => is_proven,
            VulnerableBy::Labels => false,
        };
        Some(finding.judged(verdict, is_proven, is_asked, counts))
    }
}

/// Returns the verdict on a finding. One that carries its own proof needs no other.
fn verdict(message: &LintMessage) -> Judged {
    message.judgement.as_ref().map_or(Judged::Confirmed, |judgement| judgement.verdict)
}

#[cfg(test)]
mod tests {
    use oxsec_rules::Analyzer;

    use super::*;

    fn verdicts(code: &str) -> Vec<Judged> {
        let asked = RuleSet::preset("recommended").unwrap();
        let proving = Proving::new(&asked);
        let analysis = Analyzer::new(&proving.rules).judging_findings(true).analyze("a.js", code);
        let judged = analysis.messages.iter().filter_map(|message| proving.judged(message, VulnerableBy::Rules));
        let asked: Vec<Finding> = judged.filter(Finding::counts).collect();
        assert!(asked.iter().all(|finding| !finding.rule().starts_with("oxsec/")));
        asked.into_iter().filter_map(|finding| finding.verdict()).collect()
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
