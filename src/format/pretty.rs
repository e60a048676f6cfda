//! The format for people: the code, the path of the data, the reason, the fix.

use std::{
    fmt,
    io::{self, Write},
};

use miette::{Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, SourceCode};
use oxsec_rules::{LintMessage, Positions};

use super::{
    Format, Info, Parts, Settings, Totals, count,
    excerpt::{Excerpt, Mark},
    parts::{Conclusion, level, steps, verdict},
    problems, rule_url,
};
use crate::{
    check::LintResult,
    text::{visible, visible_line},
};

pub const INFO: Info = Info { name: "pretty", help: "For people: the code, the path of the data, the reason, the fix" };

pub fn new(settings: &Settings) -> Box<dyn Format> {
    let theme = if settings.terminal.colors { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
    let handler = GraphicalReportHandler::new_themed(theme)
        .with_links(settings.terminal.links)
        .with_width(settings.terminal.width);
    Box::new(Pretty { settings: settings.clone(), handler })
}

struct Pretty {
    settings: Settings,
    handler: GraphicalReportHandler,
}

impl Format for Pretty {
    fn result(&self, result: &LintResult) -> String {
        if result.messages.is_empty() {
            return String::new();
        }
        let source = result.source.as_deref().unwrap_or_default();
        let source = source.strip_prefix('\u{FEFF}').unwrap_or(source);
        let positions = Positions::new(source);
        let name = visible_line(&self.settings.relative(&result.file_path));
        let mut text = format!(
            "{}  {}\n",
            self.settings.terminal.paint("1;4", &name),
            self.settings.terminal.paint("2", &problems(result))
        );
        for message in &result.messages {
            let mut problem = Problem::new(&name, message, source, &positions);
            problem.url = problem.url.filter(|_| self.settings.terminal.links);
            let mut shown = String::new();
            self.handler.render_report(&mut shown, &problem).expect("a text takes whatever is written to it");
            text.push('\n');
            text.push_str(shown.trim_matches('\n'));
            text.push('\n');
            if let Some(conclusion) = Conclusion::of(message) {
                text += &format!("  {}\n", conclusion.line());
            }
            if let Some(verdict) = verdict(message) {
                text += &format!("  {verdict}\n");
            }
        }
        text.push('\n');
        text
    }

    fn end(&self, totals: &Totals, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "{}", summary(totals))?;
        if self.settings.statistics { write!(out, "\n{}", totals.by_rule()) } else { Ok(()) }
    }
}

fn summary(totals: &Totals) -> String {
    let files = count(totals.files, "file");
    match totals.problems() {
        0 => format!("✔ no problems in {files}"),
        problems => format!(
            "✖ {} ({}, {}) in {} of {files}",
            count(problems, "problem"),
            count(totals.errors, "error"),
            count(totals.warnings, "warning"),
            totals.files_with_messages
        ),
    }
}

/// A message in the form that miette shows.
#[derive(Debug)]
struct Problem<'a> {
    message: &'a LintMessage,
    what: String,
    help: Option<String>,
    code: Option<String>,
    url: Option<String>,
    excerpt: Excerpt,
}

impl<'a> Problem<'a> {
    fn new(name: &str, message: &'a LintMessage, source: &str, positions: &Positions<'_>) -> Self {
        let parts = Parts::of(message);
        let about = parts.cwe.zip(parts.level).map(|(cwe, level)| format!("{cwe}, {}", level.to_lowercase()));
        let code = message.rule_id.as_deref().map(|rule| match about {
            Some(about) => format!("{rule} ({about})"),
            None => rule.to_string(),
        });
        let help = parts.fix.map(|fix| visible(fix).into_owned());
        let url = message.rule_id.as_deref().and_then(rule_url);
        let excerpt = Excerpt::new(name, source, positions, &marks(message));
        Self { message, what: visible(parts.what).into_owned(), help, code, url, excerpt }
    }
}

/// Returns the marked places: those of the evidence, numbered, and the finding's own where none of them is within it.
fn marks(message: &LintMessage) -> Vec<Mark> {
    let end = message.end_line.zip(message.end_column);
    let own = Mark { line: message.line, column: message.column, end, text: None };
    let mut marks: Vec<Mark> = steps(message)
        .iter()
        .enumerate()
        .map(|(at, step)| Mark {
            line: step.line,
            column: step.column,
            end: Some((step.end_line, step.end_column)),
            text: Some(format!("{} {}", at + 1, visible_line(&step.text))),
        })
        .collect();
    let is_within = |mark: &Mark| (own.line, own.column) <= (mark.line, mark.column) && mark.end <= own.end;
    if !marks.iter().any(is_within) {
        marks.push(own);
    }
    marks
}

impl fmt::Display for Problem<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)
    }
}

impl std::error::Error for Problem<'_> {}

impl Diagnostic for Problem<'_> {
    fn code<'b>(&'b self) -> Option<Box<dyn fmt::Display + 'b>> {
        self.code.as_ref().map(|code| Box::new(code) as Box<dyn fmt::Display>)
    }

    fn url<'b>(&'b self) -> Option<Box<dyn fmt::Display + 'b>> {
        self.url.as_ref().map(|url| Box::new(url) as Box<dyn fmt::Display>)
    }

    fn severity(&self) -> Option<miette::Severity> {
        Some(match level(self.message) {
            "error" => miette::Severity::Error,
            "warning" => miette::Severity::Warning,
            _ => miette::Severity::Advice,
        })
    }

    fn help<'b>(&'b self) -> Option<Box<dyn fmt::Display + 'b>> {
        self.help.as_ref().map(|help| Box::new(help) as Box<dyn fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        (!self.excerpt.is_empty()).then_some(&self.excerpt)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        (!self.excerpt.is_empty()).then(|| Box::new(self.excerpt.labels()) as Box<dyn Iterator<Item = _>>)
    }
}
