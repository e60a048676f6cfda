//! A line a finding, for editors and `grep`.

use oxsec_rules::{LintMessage, Severity};

use crate::{check::LintResult, text::visible};

pub fn findings(result: &LintResult) -> String {
    let path = result.file_path.to_string_lossy();
    let line = |message: &LintMessage| {
        let severity = match message.severity {
            Severity::Error => "Error",
            Severity::Warn => "Warning",
        };
        let first_line = message.message.lines().next().unwrap_or_default();
        let rule = message.rule_id.as_deref().map(|rule| format!("/{rule}")).unwrap_or_default();
        let LintMessage { line, column, .. } = message;
        format!("{}:{line}:{column}: {} [{severity}{rule}]\n", visible(&path), visible(first_line))
    };
    result.messages.iter().map(line).collect()
}
