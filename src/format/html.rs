//! A self-contained page.

use std::io::{self, Write};

use oxsec_rules::LintMessage;

use super::{
    Format, Info, Parts, Settings, Totals, count,
    escape::html,
    parts::{Conclusion, level, steps, verdict},
    problems, rule_url,
};
use crate::{check::LintResult, text::visible};

pub const INFO: Info = Info { name: "html", help: "A self-contained page" };

pub fn new(settings: &Settings) -> Box<dyn Format> {
    Box::new(Html { settings: settings.clone() })
}

struct Html {
    settings: Settings,
}

const STYLE: &str = "\
:root{color-scheme:light dark;--line:#8884;--error:#c62828;--warning:#b26a00}\
body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem}\
h1{font-size:1.4rem}summary{cursor:pointer;padding:.5rem 0;border-top:1px solid var(--line);overflow-wrap:anywhere}\
table{border-collapse:collapse;width:100%}td{padding:.4rem .6rem;vertical-align:top;border-top:1px solid var(--line)}\
td:first-child{font-variant-numeric:tabular-nums;white-space:nowrap}\
.error{color:var(--error)}.warning{color:var(--warning)}.note{opacity:.75}\
.fix{opacity:.75}ol{margin:.3rem 0;padding-left:1.4rem}code{font-family:ui-monospace,monospace}\
@media(max-width:40rem){td{display:block;border:0;padding:.1rem 0}\
tr{display:block;border-top:1px solid var(--line);padding:.4rem 0}}";

impl Format for Html {
    fn begin(&self, totals: &Totals, out: &mut dyn Write) -> io::Result<()> {
        let summary = match totals.problems() {
            0 => format!("No problems in {}", count(totals.files, "file")),
            problems => format!(
                "{} ({}, {}) in {} of {}",
                count(problems, "problem"),
                count(totals.errors, "error"),
                count(totals.warnings, "warning"),
                totals.files_with_messages,
                count(totals.files, "file")
            ),
        };
        write!(
            out,
            "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width\">\n<title>oxsec: {summary}</title>\n\
             <style>{STYLE}</style>\n</head>\n<body>\n<h1>{summary}</h1>\n"
        )
    }

    fn result(&self, result: &LintResult) -> String {
        if result.messages.is_empty() {
            return String::new();
        }
        let rows: String = result.messages.iter().map(row).collect();
        format!(
            "<details open><summary><code>{}</code> {}</summary>\n<table>\n{rows}</table></details>\n",
            html(&visible(&self.settings.relative(&result.file_path))),
            problems(result)
        )
    }

    fn end(&self, _totals: &Totals, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "<p class=\"fix\">oxsec {}</p>\n</body>\n</html>", env!("CARGO_PKG_VERSION"))
    }

    fn needs_totals(&self) -> bool {
        true
    }
}

fn row(message: &LintMessage) -> String {
    let parts = Parts::of(message);
    let severity = level(message);
    let shown = |text: &str| html(&visible(text));
    let rule = message.rule_id.as_deref().map(|rule| match rule_url(rule) {
        Some(url) => format!("<a href=\"{}\">{}</a>", html(&url), shown(rule)),
        None => shown(rule),
    });
    format!(
        "<tr><td>{}:{}</td><td class=\"{severity}\">{severity}</td><td>{}{}{}</td><td>{}<br>{}</td></tr>\n",
        message.line,
        message.column,
        shown(parts.what),
        parts.fix.map(|fix| format!("<br><span class=\"fix\">{}</span>", shown(fix))).unwrap_or_default(),
        proof(message) + &verdict(message).map(|verdict| format!("<br>{}", html(&verdict))).unwrap_or_default(),
        rule.unwrap_or_default(),
        parts.cwe.map(shown).unwrap_or_default()
    )
}

/// Returns the places of the evidence as a list, and its conclusion.
fn proof(message: &LintMessage) -> String {
    let shown = |text: &str| html(&visible(text));
    let Some(Conclusion { name, text, context }) = Conclusion::of(message) else { return String::new() };
    let places: String = steps(message)
        .iter()
        .map(|step| format!("<li>{}:{} <code>{}</code></li>", step.line, step.column, shown(&step.text)))
        .collect();
    let context = context.map(|context| format!(" ({})", shown(context))).unwrap_or_default();
    format!("<ol>{places}</ol>{name}: <code>{}</code>{context}", shown(text))
}
