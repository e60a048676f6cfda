//! Reviewdog's diagnostics, which become review comments with suggestions. Its columns count bytes.

use std::io::{self, Write};

use oxsec_rules::{Fix, LintMessage, Position, Positions, Severity};
use serde_json::{Value, json};

use super::{Format, Info, Settings, Totals, parts::with_proof, rule_url};
use crate::check::LintResult;

pub const INFO: Info = Info { name: "rdjson", help: "Reviewdog's diagnostics, with suggested changes" };

pub fn new(settings: &Settings) -> Box<dyn Format> {
    Box::new(RdJson { settings: settings.clone() })
}

struct RdJson {
    settings: Settings,
}

impl Format for RdJson {
    fn begin(&self, _totals: &Totals, out: &mut dyn Write) -> io::Result<()> {
        let source = json!({"name": "oxsec", "url": env!("CARGO_PKG_REPOSITORY")});
        write!(out, "{{\"source\":{source},\"diagnostics\":[")
    }

    fn is_json(&self) -> bool {
        true
    }

    fn result(&self, result: &LintResult) -> String {
        let source = result.source.as_deref().unwrap_or_default();
        let text = Text::new(source.strip_prefix('\u{FEFF}').unwrap_or(source));
        let path = self.settings.relative(&result.file_path);
        let diagnostics = result.messages.iter().map(|message| text.diagnostic(message, &path).to_string());
        diagnostics.collect::<Vec<_>>().join(",\n")
    }

    fn separator(&self) -> &'static str {
        ",\n"
    }

    fn end(&self, _totals: &Totals, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(b"]}\n")
    }
}

/// A file's text, with the offsets of its UTF-16 units.
struct Text<'a> {
    source: &'a str,
    positions: Positions<'a>,
}

impl<'a> Text<'a> {
    fn new(source: &'a str) -> Self {
        Self { source, positions: Positions::new(source) }
    }

    fn diagnostic(&self, message: &LintMessage, path: &str) -> Value {
        let start = self.offset(message.line, message.column);
        let end = message.end_line.zip(message.end_column).map(|(line, column)| self.offset(line, column));
        let range = self.range(start, end.unwrap_or(start));
        let severity = match message.severity {
            _ if message.is_note => "INFO",
            Severity::Error => "ERROR",
            Severity::Warn => "WARNING",
        };
        let mut diagnostic = json!({
            "message": with_proof(message),
            "location": {"path": path, "range": range},
            "severity": severity,
        });
        if let Some(rule) = message.rule_id.as_deref() {
            diagnostic["code"] = json!({"value": rule, "url": rule_url(rule)});
        }
        let fixes: Vec<&Fix> =
            message.fix.iter().chain(message.suggestions.iter().map(|suggestion| &suggestion.fix)).collect();
        if !fixes.is_empty() && !self.source.is_empty() {
            diagnostic["suggestions"] = fixes.into_iter().map(|fix| self.suggestion(fix)).collect();
        }
        diagnostic
    }

    fn suggestion(&self, fix: &Fix) -> Value {
        let [start, end] = fix.range.map(|unit| self.offset_of_unit(unit as usize));
        json!({"range": self.range(start, end), "text": fix.text})
    }

    fn range(&self, start: usize, end: usize) -> Value {
        json!({"start": self.place(start), "end": self.place(end)})
    }

    fn place(&self, offset: usize) -> Value {
        let line = self.positions.position(offset as u32).line;
        json!({"line": line, "column": offset - self.positions.line_start(line) as usize + 1})
    }

    fn offset(&self, line: u32, column: u32) -> usize {
        self.positions.offset(Position { line, column }) as usize
    }

    fn offset_of_unit(&self, unit: usize) -> usize {
        let mut units = 0;
        self.source
            .char_indices()
            .find(|&(_, character)| {
                let begins = units >= unit;
                units += character.len_utf16();
                begins
            })
            .map_or(self.source.len(), |(offset, _)| offset)
    }
}
