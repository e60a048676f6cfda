//! One table per file, for comments on pull requests and job summaries.

use std::io::{self, Write};

use super::{
    Format, Info, Parts, Settings, Totals, count,
    escape::markdown_cell,
    parts::{level, proof},
    rule_url,
};
use crate::{check::LintResult, text::visible};

pub const INFO: Info = Info { name: "markdown", help: "A Markdown table per file, for comments and job summaries" };

pub fn new(settings: &Settings) -> Box<dyn Format> {
    Box::new(Markdown { settings: settings.clone() })
}

struct Markdown {
    settings: Settings,
}

impl Format for Markdown {
    fn result(&self, result: &LintResult) -> String {
        if result.messages.is_empty() {
            return String::new();
        }
        let path = markdown_cell(&visible(&self.settings.relative(&result.file_path)));
        let mut text = format!("### {path}\n\n| place | | what | fix | rule |\n|---|---|---|---|---|\n");
        for message in &result.messages {
            let parts = Parts::of(message);
            let severity = level(message);
            let proof: String = proof(message).iter().map(|line| format!("<br>{}", markdown_cell(line))).collect();
            let cell = |text: &str| markdown_cell(&visible(text));
            let rule = message.rule_id.as_deref().map(|rule| match rule_url(rule) {
                Some(url) => format!("[{}]({url})", cell(rule)),
                None => cell(rule),
            });
            text += &format!(
                "| {}:{} | {severity} | {}{}{proof} | {} | {} |\n",
                message.line,
                message.column,
                cell(parts.what),
                parts.cwe.map(|cwe| format!(" ({cwe})")).unwrap_or_default(),
                parts.fix.map(cell).unwrap_or_default(),
                rule.unwrap_or_default()
            );
        }
        text
    }

    fn separator(&self) -> &'static str {
        "\n"
    }

    fn end(&self, totals: &Totals, out: &mut dyn Write) -> io::Result<()> {
        if totals.problems() == 0 {
            return writeln!(out, "No problems in {}.", count(totals.files, "file"));
        }
        writeln!(
            out,
            "\n{} ({}, {}) in {} of {}.",
            count(totals.problems(), "problem"),
            count(totals.errors, "error"),
            count(totals.warnings, "warning"),
            totals.files_with_messages,
            count(totals.files, "file")
        )
    }
}
