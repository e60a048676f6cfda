//! Checkstyle's XML, as ESLint's formatter of that name writes it.

use std::io::{self, Write};

use oxsec_rules::Severity;

use super::{Format, Info, Settings, Totals, escape::xml};
use crate::check::LintResult;

pub const INFO: Info = Info { name: "checkstyle", help: "Checkstyle's XML" };

pub fn new(_settings: &Settings) -> Box<dyn Format> {
    Box::new(Checkstyle)
}

struct Checkstyle;

impl Format for Checkstyle {
    fn begin(&self, _totals: &Totals, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(b"<?xml version=\"1.0\" encoding=\"utf-8\"?><checkstyle version=\"4.3\">")
    }

    fn result(&self, result: &LintResult) -> String {
        let mut text = format!("<file name=\"{}\">", xml(&result.file_path.to_string_lossy()));
        for message in &result.messages {
            let severity = match message.severity {
                _ if message.is_note => "info",
                Severity::Error => "error",
                Severity::Warn => "warning",
            };
            let rule = message.rule_id.as_deref().map(xml);
            text += &format!(
                "<error line=\"{}\" column=\"{}\" severity=\"{severity}\" message=\"{}{}\" source=\"{}\" />",
                message.line,
                message.column,
                xml(&message.message),
                rule.as_deref().map(|rule| format!(" ({rule})")).unwrap_or_default(),
                rule.as_deref().map(|rule| format!("eslint.rules.{rule}")).unwrap_or_default()
            );
        }
        text + "</file>"
    }

    fn end(&self, _totals: &Totals, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(b"</checkstyle>\n")
    }
}
