//! One line per finding, for editors and `grep`.

use std::io::{self, Write};

use oxsec_rules::{LintMessage, Severity};

use super::{Format, Info, Settings, Totals, count, parts::one_line};
use crate::{check::LintResult, text::visible_line};

pub const INFO: Info = Info { name: "unix", help: "`path:line:column: message [severity/rule]`, a line per finding" };

pub fn new(_settings: &Settings) -> Box<dyn Format> {
    Box::new(Unix)
}

struct Unix;

impl Format for Unix {
    fn result(&self, result: &LintResult) -> String {
        let path = visible_line(&result.file_path.to_string_lossy());
        let mut text = String::new();
        for message in &result.messages {
            let rule = message.rule_id.as_deref().map(|rule| format!("/{}", visible_line(rule))).unwrap_or_default();
            text += &format!(
                "{path}:{}:{}: {} [{}{rule}]\n",
                message.line,
                message.column,
                one_line(&message.message),
                word(message)
            );
        }
        text
    }

    fn end(&self, totals: &Totals, out: &mut dyn Write) -> io::Result<()> {
        write_count(totals, out)
    }
}

/// Writes the number of problems, where there are any.
pub fn write_count(totals: &Totals, out: &mut dyn Write) -> io::Result<()> {
    if totals.problems() > 0 { writeln!(out, "\n{}", count(totals.problems(), "problem")) } else { Ok(()) }
}

/// Returns the severity as ESLint's older formatters write it.
pub fn word(message: &LintMessage) -> &'static str {
    match message.severity {
        _ if message.is_note => "Note",
        Severity::Error => "Error",
        Severity::Warn => "Warning",
    }
}
