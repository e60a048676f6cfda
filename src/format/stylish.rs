//! ESLint's default: a block per file, a line per finding.

use std::io::{self, Write};

use oxsec_rules::LintMessage;

use super::{Format, Info, Settings, Totals, count, parts::level, rule_url};
use crate::{
    check::LintResult,
    terminal::Terminal,
    text::{visible, visible_line},
};

pub const INFO: Info = Info { name: "stylish", help: "ESLint's default: a block per file, a line per finding" };

pub fn new(settings: &Settings) -> Box<dyn Format> {
    Box::new(Stylish { terminal: settings.terminal, statistics: settings.statistics })
}

struct Stylish {
    terminal: Terminal,
    statistics: bool,
}

impl Format for Stylish {
    fn result(&self, result: &LintResult) -> String {
        if result.messages.is_empty() {
            return String::new();
        }
        let rows: Vec<Row> = result.messages.iter().map(Row::new).collect();
        let width = |of: fn(&Row) -> usize| rows.iter().map(of).max().unwrap_or_default();
        let widths = [
            width(|row| row.line.len()),
            width(|row| row.column.len()),
            width(|row| row.severity.len()),
            width(|row| utf16_length(&row.message)),
        ];
        let mut text = self.terminal.paint("4", &visible_line(&result.file_path.to_string_lossy()));
        text.push('\n');
        for row in &rows {
            text.push_str(&row.render(widths, &self.terminal));
        }
        text
    }

    fn add(&self, rendered: &str, _is_first: bool, _totals: &Totals, out: &mut dyn Write) -> io::Result<()> {
        write!(out, "\n{rendered}")
    }

    fn end(&self, totals: &Totals, out: &mut dyn Write) -> io::Result<()> {
        if totals.problems() == 0 {
            return Ok(());
        }
        let color = if totals.errors > 0 { "31;1" } else { "33;1" };
        let summary = format!(
            "✖ {} ({}, {})",
            count(totals.problems(), "problem"),
            count(totals.errors, "error"),
            count(totals.warnings, "warning")
        );
        writeln!(out, "\n{}", self.terminal.paint(color, &summary))?;
        if totals.fixable_errors + totals.fixable_warnings > 0 {
            let fixable = format!(
                "  {} and {} potentially fixable with the `--fix` option.",
                count(totals.fixable_errors, "error"),
                count(totals.fixable_warnings, "warning")
            );
            writeln!(out, "{}", self.terminal.paint(color, &fixable))?;
        }
        writeln!(out)?;
        if self.statistics { out.write_all(totals.by_rule().as_bytes()) } else { Ok(()) }
    }
}

/// The line of a finding, in columns.
struct Row {
    line: String,
    column: String,
    severity: &'static str,
    message: String,
    rule: String,
}

impl Row {
    fn new(message: &LintMessage) -> Self {
        let text = visible(&message.message);
        // A single full stop at the end is dropped.
        let shown = match text.strip_suffix('.') {
            Some(rest) if !rest.is_empty() && !rest.ends_with(' ') => rest,
            _ => &text,
        };
        Self {
            line: message.line.to_string(),
            column: message.column.to_string(),
            severity: level(message),
            message: shown.to_owned(),
            rule: visible(message.rule_id.as_deref().unwrap_or_default()).into_owned(),
        }
    }

    fn render(&self, [line, column, severity, message]: [usize; 4], terminal: &Terminal) -> String {
        let pad = |width: usize, length: usize| " ".repeat(width.saturating_sub(length));
        let place = format!("{}:{}", self.line, self.column);
        let rule = match rule_url(&self.rule) {
            Some(url) => terminal.link(&url, &terminal.paint("2", &self.rule)),
            None => terminal.paint("2", &self.rule),
        };
        let before_rule = format!(
            "  {}{}{}  {}{}  {}",
            pad(line, self.line.len()),
            terminal.paint("2", &place),
            pad(column, self.column.len()),
            terminal.paint(if self.severity == "error" { "31" } else { "33" }, self.severity),
            pad(severity, self.severity.len()),
            self.message,
        );
        if rule.is_empty() {
            return format!("{}\n", before_rule.trim_end());
        }
        format!("{before_rule}{}  {rule}\n", pad(message, utf16_length(&self.message)))
    }
}

/// Returns the length by which ESLint aligns.
fn utf16_length(text: &str) -> usize {
    text.encode_utf16().count()
}
