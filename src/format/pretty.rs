//! For people: the code, the caret, the reason, the help.

use std::{
    fmt,
    io::{self, Write},
};

use miette::{
    Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError, MietteSpanContents, SourceCode,
    SourceSpan, SpanContents,
};
use oxsec_rules::{LintMessage, Position, Positions, Severity};

use super::{Format, Info, Parts, Settings, Totals, count, rule_url};
use crate::{check::LintResult, text::{visible, visible_line}};

pub const INFO: Info = Info { name: "pretty", help: "For people: the code, the caret, the reason, the help" };

pub fn new(settings: &Settings) -> Box<dyn Format> {
    let theme = if settings.terminal.colors { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
    let handler =
        GraphicalReportHandler::new_themed(theme).with_links(settings.terminal.links).with_width(settings.terminal.width);
    Box::new(Pretty { settings: settings.clone(), handler })
}

/// How much of a line is shown on either side of a finding, in bytes: minified code is one long line.
const CONTEXT: usize = 120;

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
            self.settings.terminal.paint("2", &count(result.messages.len(), "problem"))
        );
        for message in &result.messages {
            let mut problem = Problem::new(&name, message, source, &positions);
            problem.url = problem.url.filter(|_| self.settings.terminal.links);
            let mut shown = String::new();
            self.handler.render_report(&mut shown, &problem).expect("a text takes whatever is written to it");
            text.push('\n');
            text.push_str(shown.trim_matches('\n'));
            text.push('\n');
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

/// One message as miette shows it.
#[derive(Debug)]
struct Problem<'a> {
    message: &'a LintMessage,
    what: String,
    help: Option<String>,
    code: Option<String>,
    url: Option<String>,
    place: Place,
    label: SourceSpan,
}

impl<'a> Problem<'a> {
    fn new(name: &str, message: &'a LintMessage, source: &str, positions: &Positions<'_>) -> Self {
        let parts = Parts::of(message);
        let about = parts.cwe.zip(parts.level).map(|(cwe, level)| format!("{cwe}, {}", level.to_lowercase()));
        let code = message.rule_id.as_deref().map(|rule| match about {
            Some(about) => format!("{rule} ({about})"),
            None => rule.to_string(),
        });
        let start = positions.offset(Position { line: message.line, column: message.column }) as usize;
        let line_start = positions.line_start(message.line.min(positions.line_count())) as usize;
        let line = &source[line_start..];
        let line_end = line_start + line.find(['\n', '\r', '\u{2028}', '\u{2029}']).unwrap_or(line.len());
        let end = message
            .end_line
            .zip(message.end_column)
            .map_or(start, |(line, column)| positions.offset(Position { line, column }) as usize)
            .clamp(start.min(line_end), line_end);
        let from = source.floor_char_boundary(start.saturating_sub(CONTEXT).max(line_start));
        let to = source.ceil_char_boundary((end + CONTEXT).min(line_end));
        let before = visible(&source[from..start.min(to)]).into_owned();
        let marked = visible(&source[start.min(to)..end.min(to)]).into_owned();
        let after = visible(&source[end.min(to)..to]);
        let label = SourceSpan::from((before.len(), marked.len()));
        let place = Place {
            name: name.to_owned(),
            text: format!("{before}{marked}{after}"),
            line: message.line as usize - 1,
            column: (message.column as usize).saturating_sub(1),
        };
        let help = parts.fix.map(|fix| visible(fix).into_owned());
        let url = message.rule_id.as_deref().and_then(rule_url);
        Self { message, what: visible(parts.what).into_owned(), help, code, url, place, label }
    }
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
        Some(match self.message.severity {
            Severity::Error => miette::Severity::Error,
            Severity::Warn => miette::Severity::Warning,
        })
    }

    fn help<'b>(&'b self) -> Option<Box<dyn fmt::Display + 'b>> {
        self.help.as_ref().map(|help| Box::new(help) as Box<dyn fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        (!self.place.text.is_empty()).then_some(&self.place)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        (!self.place.text.is_empty())
            .then(|| Box::new(std::iter::once(LabeledSpan::underline(self.label))) as Box<dyn Iterator<Item = _>>)
    }
}

/// The part of a line that is shown, and where it stands.
#[derive(Debug)]
struct Place {
    name: String,
    text: String,
    /// 0-based, as miette counts.
    line: usize,
    /// 0-based column of the finding.
    column: usize,
}

impl SourceCode for Place {
    fn read_span<'a>(
        &'a self,
        _span: &SourceSpan,
        _before: usize,
        _after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let whole = SourceSpan::from((0, self.text.len()));
        let contents =
            MietteSpanContents::new_named(self.name.clone(), self.text.as_bytes(), whole, self.line, self.column, 1);
        Ok(Box::new(contents))
    }
}
