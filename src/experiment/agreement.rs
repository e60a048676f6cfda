//! Comparison of today's findings with those that the experiment recorded.

use thin_vec::ThinVec;

use super::{Attempt, Finding, Place, RecordedFinding, Score, Scored};
use crate::statistics::Proportion;

/// The agreement of the new findings with the record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agreement<'e> {
    /// The share of answers with recorded findings (possibly none) that agree completely.
    pub answers: Proportion,
    /// The same share of the remediations.
    pub remediations: Proportion,
    /// The answers and remediations that disagree, in the order of the experiment.
    pub disagreements: Vec<Disagreement<'e>>,
}

/// An answer or a remediation whose findings differ from the recorded ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disagreement<'e> {
    pub model: &'e str,
    pub prompt: &'e str,
    pub iteration: u32,
    /// The remediation round; 0 is the answer itself.
    pub round: u32,
    pub place: &'e Place,
    /// The findings that are recorded and no longer found.
    pub lost: Vec<RecordedFinding>,
    /// The findings that are new and not recorded.
    pub gained: Vec<RecordedFinding>,
}

/// Compares rule, severity, line and, where it is recorded, column of all findings of the rules for which `is_active`
/// holds.
pub fn agreement<'e>(scored: &Scored<'e>, is_active: impl Fn(&str) -> bool) -> Agreement<'e> {
    let mut agreement = Agreement::default();
    for model in &scored.models {
        for prompt in &model.prompts {
            for answer in &prompt.answers {
                let mut compare = |round, place, recorded: &Option<ThinVec<_>>, score: &Score| {
                    let (lost, gained) = difference(recorded.as_ref()?, score.findings(), &is_active);
                    let agrees = lost.is_empty() && gained.is_empty();
                    if !agrees {
                        agreement.disagreements.push(Disagreement {
                            model: &model.model.name,
                            prompt: &prompt.prompt.id,
                            iteration: answer.answer.iteration,
                            round,
                            place,
                            lost,
                            gained,
                        });
                    }
                    Some(Proportion::new(u32::from(agrees), 1))
                };
                let original = answer.answer;
                agreement.answers += compare(0, &original.place, &original.recorded, &answer.score).unwrap_or_default();
                for remediation in &answer.remediations {
                    let original = remediation.remediation;
                    if let (Attempt::Answered { recorded, .. }, Some(score)) = (&original.attempt, &remediation.score) {
                        agreement.remediations +=
                            compare(original.round, &original.place, recorded, score).unwrap_or_default();
                    }
                }
            }
        }
    }
    agreement
}

/// Returns the elements of the first list that the second lacks, each as often as it is missing.
fn difference(
    recorded: &[RecordedFinding],
    found: &[Finding],
    is_active: impl Fn(&str) -> bool,
) -> (Vec<RecordedFinding>, Vec<RecordedFinding>) {
    let has_columns = recorded.iter().all(|finding| finding.column.is_some());
    let mut lost: Vec<_> = recorded.iter().filter(|finding| is_active(&finding.rule)).cloned().collect();
    let mut gained = Vec::new();
    for found in found {
        let finding = RecordedFinding {
            rule: found.rule().to_owned(),
            severity: found.severity,
            line: found.line,
            column: has_columns.then_some(found.column),
        };
        match lost.iter().position(|candidate| *candidate == finding) {
            Some(index) => drop(lost.swap_remove(index)),
            None => gained.push(finding),
        }
    }
    lost.sort();
    gained.sort();
    (lost, gained)
}

#[cfg(test)]
mod tests {
    use oxsec_rules::Severity;

    use super::*;

    fn recorded(rule: &str, line: u32, column: Option<u32>) -> RecordedFinding {
        RecordedFinding { rule: rule.into(), severity: Severity::Error, line, column }
    }

    #[test]
    fn findings_are_counted_as_often_as_they_stand() {
        let twice = [recorded("pg/no-select-all", 1, Some(1)), recorded("pg/no-select-all", 1, Some(1))];
        let (lost, gained) = difference(&twice, &[Finding::at("pg/no-select-all", 1, 1)], |_| true);
        assert_eq!((lost.len(), gained.len()), (1, 0));
        let (lost, gained) = difference(
            &twice[..1],
            &[Finding::at("pg/no-select-all", 1, 1), Finding::at("pg/no-select-all", 1, 1)],
            |_| true,
        );
        assert_eq!((lost.len(), gained.len()), (0, 1));
    }

    #[test]
    fn only_active_rules_are_compared() {
        let (lost, gained) =
            difference(&[recorded("pg/no-select-all", 1, Some(1))], &[], |rule| rule != "pg/no-select-all");
        assert!(lost.is_empty() && gained.is_empty());
    }

    #[test]
    fn columns_are_compared_where_they_are_recorded() {
        assert_eq!(
            difference(&[recorded("pg/no-select-all", 1, None)], &[Finding::at("pg/no-select-all", 1, 9)], |_| true),
            (vec![], vec![])
        );
        let (lost, gained) =
            difference(&[recorded("pg/no-select-all", 1, Some(1))], &[Finding::at("pg/no-select-all", 1, 9)], |_| true);
        assert_eq!(
            (lost, gained),
            (vec![recorded("pg/no-select-all", 1, Some(1))], vec![recorded("pg/no-select-all", 1, Some(9))])
        );
    }
}
