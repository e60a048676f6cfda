//! Errors in a configuration: the problem, its place, and what to do.

use std::path::{Path, PathBuf};

use miette::{LabeledSpan, MietteDiagnostic, NamedSource, Report};

use super::value::Place;
use crate::text::{visible, visible_line};

/// The advice about a value that is not constant.
pub const UNKNOWN_VALUE_HELP: &str = "write the value itself; or let ESLint print the configuration, `eslint \
                                  --print-config FILE > config.json`, and pass --config config.json";

/// The bytes of a long line that are shown on either side of the place.
const CONTEXT_BYTES: usize = 120;

/// A file that a configuration is read from.
#[derive(Debug)]
pub struct Source {
    pub path: PathBuf,
    pub text: String,
}

#[derive(Debug)]
pub struct Trouble {
    pub message: String,
    pub place: Option<Place>,
    pub help: Option<String>,
}

impl Trouble {
    pub fn at(place: Place, message: impl Into<String>) -> Self {
        Self { message: message.into(), place: Some(place), help: None }
    }

    pub fn of_file(message: impl Into<String>) -> Self {
        Self { message: message.into(), place: None, help: None }
    }

    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Formats the error with the line of its place and a caret.
    pub fn report(self, files: &[Source], config: &Path) -> Report {
        let source = self.place.and_then(|place| Some((files.get(place.file)?, place)));
        let name = visible_line(&source.map_or(config, |(source, _)| &source.path).to_string_lossy());
        let mut diagnostic = MietteDiagnostic::new(visible(&self.message).into_owned());
        if let Some(help) = self.help {
            diagnostic = diagnostic.with_help(visible(&help).into_owned());
        }
        let Some((source, place)) = source else {
            diagnostic.message = format!("{name}: {}", diagnostic.message);
            return Report::new(diagnostic);
        };
        let text = &source.text;
        let start = text.floor_char_boundary(place.start.min(text.len()));
        let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
        let from = text.floor_char_boundary(start.saturating_sub(CONTEXT_BYTES).max(line_start));
        let to = text.ceil_char_boundary((start + CONTEXT_BYTES).min(line_end));
        let end = text.floor_char_boundary(place.end.clamp(start, to));
        let (before, marked) = (visible(&text[from..start]), visible(&text[start..end]));
        let line = text[..line_start].matches('\n').count();
        // The lines before are empty except for the last, so that the place is counted as in the file.
        let previous = text[..line_start].lines().last().unwrap_or_default();
        let previous = visible(&previous[..previous.floor_char_boundary(CONTEXT_BYTES)]);
        let lines_before = if line == 0 { String::new() } else { format!("{}{previous}\n", "\n".repeat(line - 1)) };
        let shown = format!("{lines_before}{before}{marked}{}", visible(&text[end..to]));
        let at = lines_before.len() + before.len();
        let column = text[line_start..start].chars().count() + 1;
        diagnostic.message = format!("{name}:{}:{column}: {}", line + 1, diagnostic.message);
        let label = LabeledSpan::underline(at..at + marked.len().max(1));
        Report::new(diagnostic.and_label(label)).with_source_code(NamedSource::new(name, shown))
    }
}
