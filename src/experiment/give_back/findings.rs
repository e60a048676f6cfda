//! Findings with the classification of their rules, as the stored experiment lists them.

use oxsec_rules::{LintMessage, Severity};
use serde_json::{Value, json};

use super::super::{Experiment, RuleMetadata, Score};

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

/// The rule of a finding.
pub(super) fn rule(finding: &LintMessage) -> &str {
    finding.rule_id.as_deref().expect("a score holds findings of rules only")
}

/// All findings in a piece of code.
pub(super) fn list(score: &Score, code: &str, experiment: &Experiment) -> Value {
    score.findings.iter().map(|finding| entry(finding, code, experiment.classification(rule(finding)))).collect()
}

fn entry(finding: &LintMessage, code: &str, metadata: Option<&RuleMetadata>) -> Value {
    json!({
        "ruleId": rule(finding),
        "severity": severity(finding.severity),
        "message": finding.message,
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

/// A 1-based line without the white space around it, lines counted as ESLint counts them.
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
