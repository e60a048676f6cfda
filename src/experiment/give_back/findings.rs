//! Findings with the classification of their rules, in the stored experiment's form.

use std::cell::RefCell;

use oxsec_rules::Severity;
use serde_json::{Value, json};

use super::super::{Experiment, Finding, Linter, Origin, RuleMetadata, Score, Scored};

/// The category of a rule that is not classified.
const UNCLASSIFIED: &str = "other";

pub(super) fn category(metadata: Option<&RuleMetadata>) -> &str {
    metadata.and_then(|metadata| metadata.category.as_deref()).unwrap_or(UNCLASSIFIED)
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warn => "warning",
    }
}

/// Finds the messages again that scores do not keep, as they are written.
pub(super) struct Messages<'e> {
    experiment: &'e Experiment,
    linter: RefCell<Linter<'e>>,
}

impl<'e> Messages<'e> {
    pub fn of(scored: &Scored<'e>) -> Self {
        Self { experiment: scored.experiment, linter: RefCell::new(scored.linter()) }
    }

    /// Returns all findings in a piece of code.
    pub fn list(&self, score: &Score, code: &str, origin: &Origin) -> Value {
        if score.findings().is_empty() {
            return Value::Array(Vec::new());
        }
        let found = self.linter.borrow_mut().examine(code, origin).findings;
        let mut messages = found.into_iter().map(|finding| finding.message);
        let entry = |finding: &Finding| {
            let message = messages.next().unwrap_or_default();
            entry(finding, message, code, self.experiment.classification(finding.rule()))
        };
        score.findings().iter().map(entry).collect()
    }
}

fn entry(finding: &Finding, message: String, code: &str, metadata: Option<&RuleMetadata>) -> Value {
    json!({
        "ruleId": finding.rule(),
        "severity": severity(finding.severity),
        "message": message,
        "line": finding.line,
        "column": finding.column,
        "sourceLine": source_line(code, finding.line),
        "category": category(metadata),
        "cwe": metadata.and_then(|metadata| metadata.cwe.as_deref()),
        "cweName": metadata.and_then(|metadata| metadata.cwe_name.as_deref()),
        "cvss": metadata.and_then(|metadata| metadata.cvss),
        "cvssLevel": metadata.and_then(|metadata| metadata.cvss_level.as_deref()),
        "owasp": metadata.and_then(|metadata| metadata.owasp.as_deref()),
        "ruleDescription": metadata.and_then(|metadata| metadata.description.as_deref()),
    })
}

/// Returns a 1-based line without the white space around it; lines are counted as in ESLint.
fn source_line(code: &str, line: u32) -> Option<&str> {
    let mut rest = code;
    for _ in 1..line {
        let end = rest.find(['\n', '\r', '\u{2028}', '\u{2029}'])?;
        rest = &rest[end..];
        rest = rest.strip_prefix("\r\n").unwrap_or_else(|| {
            let mut behind = rest.chars();
            behind.next();
            behind.as_str()
        });
    }
    rest.split(['\n', '\r', '\u{2028}', '\u{2029}']).next().map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_where_eslint_ends_them() {
        let code = "a\n b \r\nc\rd\u{2028}e\u{2029}f";
        let lines: Vec<_> = (1..=7).map(|line| source_line(code, line)).collect();
        assert_eq!(lines, [Some("a"), Some("b"), Some("c"), Some("d"), Some("e"), Some("f"), None]);
    }
}
