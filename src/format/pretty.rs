//! For people: the code, the caret, the reason, the help.

use std::{
    fmt,
    io::{self, IsTerminal},
    sync::LazyLock,
};

use miette::{
    Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError, MietteSpanContents, SourceCode,
    SourceSpan, SpanContents,
};
use oxsec_rules::{
    LintMessage, Severity,
    estree::{Position, Positions},
};

use super::Totals;
use crate::{check::LintResult, text::visible};

/// How much of a line is shown on either side of a finding, in bytes: minified code is one long line.
const CONTEXT: usize = 120;

static HANDLER: LazyLock<GraphicalReportHandler> = LazyLock::new(|| {
    let colored = io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let theme = if colored { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
    GraphicalReportHandler::new_themed(theme).with_links(false).with_width(width())
});

/// What is said of one file.
pub fn findings(result: &LintResult) -> String {
    let source = result.source.as_deref().unwrap_or_default();
    let source = source.strip_prefix('\u{FEFF}').unwrap_or(source);
    let positions = Positions::new(source);
    let mut text = String::new();
    for message in &result.messages {
        let problem = Problem::new(result, message, source, &positions);
        HANDLER.render_report(&mut text, &problem).expect("a text takes whatever is written to it");
    }
    text
}

/// The terminal's width in columns; 100 where there is none.
fn width() -> usize {
    terminal_size::terminal_size().map_or(100, |(terminal_size::Width(width), _)| usize::from(width))
}

pub fn summary(totals: &Totals) -> String {
    let &Totals { errors, warnings, files_with_messages, .. } = totals;
    let files = count(totals.files, "file");
    match errors + warnings {
        0 => format!("✔ no problems in {files}"),
        problems => format!(
            "✖ {} ({}, {}) in {files_with_messages} of {files}",
            count(problems, "problem"),
            count(errors, "error"),
            count(warnings, "warning")
        ),
    }
}

fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

/// One message as miette shows it.
#[derive(Debug)]
struct Problem<'a> {
    message: &'a LintMessage,
    what: String,
    help: Option<String>,
    code: Option<String>,
    place: Place,
    label: SourceSpan,
}

impl<'a> Problem<'a> {
    fn new(result: &LintResult, message: &'a LintMessage, source: &str, positions: &Positions<'_>) -> Self {
        let (head, help) = match message.message.split_once("\n   Fix: ") {
            Some((head, help)) => (head, Some(visible(help).into_owned())),
            None => (message.message.as_str(), None),
        };
        // `CWE-89 | what is wrong | HIGH`
        let parts = head.split_once(" | ").and_then(|(cwe, rest)| Some((cwe, rest.rsplit_once(" | ")?)));
        let (what, about) = match parts {
            Some((cwe, (what, level))) => (what, Some(format!("{cwe}, {}", level.to_lowercase()))),
            None => (head, None),
        };
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
            name: visible(&result.file_path.to_string_lossy()).into_owned(),
            text: format!("{before}{marked}{after}"),
            line: message.line as usize - 1,
            column: message.column as usize - 1,
        };
        Self { message, what: visible(what).into_owned(), help, code, place, label }
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
