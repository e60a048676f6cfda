//! A line a finding, for editors and `grep`.

use std::io::{self, Write};

use oxsec_rules::Severity;

use crate::{check::LintResult, text::visible};

pub fn write(results: &[LintResult], out: &mut dyn Write) -> io::Result<()> {
    for result in results {
        for message in &result.messages {
            let severity = match message.severity {
                Severity::Error => "Error",
                Severity::Warn => "Warning",
            };
            let first_line = message.message.lines().next().unwrap_or_default();
            let rule = message.rule_id.as_deref().map(|rule| format!("/{rule}")).unwrap_or_default();
            writeln!(
                out,
                "{}:{}:{}: {} [{severity}{rule}]",
                visible(&result.file_path.to_string_lossy()),
                message.line,
                message.column,
                visible(first_line),
            )?;
        }
    }
    Ok(())
}
