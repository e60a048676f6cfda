//! Labels of whole answers: vulnerable or not, which weaknesses at which lines.

use std::{collections::BTreeMap, path::Path};

use serde::Deserialize;

use super::{LabelProblem, LabelsError, Origin};
use crate::coverage::family::are_related;

/// The labels by answer id: `MODEL/PROMPT/ITERATION`, with `/fixed` for its repair.
#[derive(Debug, Default)]
pub struct AnswerLabels {
    pub answers: BTreeMap<String, AnswerLabel>,
    pub problems: Vec<LabelProblem>,
}

/// The labels that readers gave one answer.
#[derive(Clone, Debug, Deserialize)]
pub struct AnswerLabel {
    pub id: String,
    /// It is code.
    pub code: bool,
    pub vulnerable: bool,
    #[serde(default)]
    pub findings: Vec<Weakness>,
    /// Bad style that is not a weakness, by class.
    #[serde(default)]
    pub hygiene: Vec<String>,
    /// Weaknesses that are debatable, by class.
    #[serde(default)]
    pub doubtful: Vec<String>,
    /// The line of the label in its file, 1-based.
    #[serde(skip)]
    pub line: usize,
}

/// A weakness of an answer.
#[derive(Clone, Debug, Deserialize)]
pub struct Weakness {
    pub class: String,
    pub cwe: u16,
    /// The lines, the sink's first.
    #[serde(default)]
    pub lines: Vec<u32>,
    /// The lines that the other reader named.
    #[serde(default)]
    pub or: Vec<u32>,
}

/// Classes of weaknesses that tools also report under a neighbouring family, with these CWEs.
const ALSO_REPORTED_AS: &[(&str, &[u16])] = &[
    ("hardcoded-secret", &[326, 1188]),
    ("info-exposure", &[522]),
    ("mass-assignment", &[89]),
    ("timing", &[697]),
    ("tls-verify-off", &[300]),
    ("token-sensitive-payload", &[522]),
    ("token-unverified", &[757]),
];

impl Weakness {
    /// Returns whether a finding with this CWE is about this weakness.
    pub fn is_named_by(&self, cwe: u16) -> bool {
        let also = ALSO_REPORTED_AS.iter().find(|(class, _)| *class == self.class);
        are_related(self.cwe, cwe) || also.is_some_and(|(_, cwes)| cwes.contains(&cwe))
    }
}

/// Reads labels of answers, one JSON object per line (`.gz` too).
///
/// # Errors
///
/// The file cannot be read.
pub fn read_answers(path: &Path) -> Result<AnswerLabels, LabelsError> {
    let text = super::read_text(path)?;
    let file = path.display().to_string();
    let mut labels = AnswerLabels::default();
    for (index, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let origin = Origin { file: file.clone(), line: Some(index + 1) };
        let problem = match serde_json::from_str::<AnswerLabel>(line) {
            Ok(label) if label.vulnerable && !label.code => {
                format!("`{}` is called vulnerable, but not code", label.id)
            }
            Ok(label) if label.vulnerable && label.findings.is_empty() => {
                format!("`{}` is called vulnerable, and no weakness is named", label.id)
            }
            Ok(label) if labels.answers.contains_key(&label.id) => format!("`{}` is labelled twice", label.id),
            Ok(label) => {
                labels.answers.insert(label.id.clone(), AnswerLabel { line: index + 1, ..label });
                continue;
            }
            Err(error) => format!("this is not a label of an answer: {error}"),
        };
        labels.problems.push(LabelProblem { origin, reason: problem });
    }
    Ok(labels)
}
