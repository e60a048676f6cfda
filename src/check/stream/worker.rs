//! Rows and their answers: how one thread reads, analyzes and answers the rows of a block.

use oxsec_rules::{Analysis, Analyzer, LintMessage, Severity, SuppressedMessage};
use serde::{Deserialize, Serialize};
use serde_json::value::{RawValue, to_raw_value};

use super::{
    BrokenRow, StreamError, StreamOptions, StreamSummary,
    blocks::{Block, MAX_ROW_BYTES, rows},
};
use crate::{
    answer::{Extraction, Said, Status},
    check::{
        Answered, Isolated,
        answered::{Given, RowOutcome},
        ended_over,
        json_string::JsonString,
        result::Counts,
    },
    experiment::{Directives, Reading},
    text::escape_json,
};

/// A row of the input. Further fields are ignored.
#[derive(Deserialize)]
struct Row<'a> {
    #[serde(borrow, default)]
    id: Option<&'a RawValue>,
    #[serde(borrow, default)]
    code: Option<JsonString<'a>>,
    /// A model's response, from which code is extracted.
    #[serde(borrow, default)]
    response: Option<JsonString<'a>>,
    #[serde(borrow, default)]
    language: Option<JsonString<'a>>,
    #[serde(borrow, default)]
    filename: Option<JsonString<'a>>,
}

/// The part of an invalid [`Row`] that is read, so that its answer can still name it.
#[derive(Deserialize)]
struct Named<'a> {
    #[serde(borrow, default)]
    id: Option<&'a RawValue>,
}

/// The answer to a row: ESLint's result without what the reader already has.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Answer<'a> {
    id: Option<&'a RawValue>,
    #[serde(skip_serializing_if = "Option::is_none")]
    file_path: Option<&'a str>,
    messages: &'a [LintMessage],
    suppressed_messages: &'a [SuppressedMessage],
    error_count: usize,
    fatal_error_count: usize,
    warning_count: usize,
    fixable_error_count: usize,
    fixable_warning_count: usize,
    /// The status of the row.
    status: Status,
    /// The way in which code was extracted from a `response`.
    #[serde(skip_serializing_if = "Option::is_none")]
    extraction: Option<&'a Extraction>,
    /// The reading by which the findings are counted, in JSON.
    reading: &'a RawValue,
}

/// The answer to a row that could not be read.
#[derive(Serialize)]
struct Refusal<'a> {
    id: Option<&'a RawValue>,
    line: u64,
    error: &'a str,
}

/// The state that a thread needs to answer rows.
pub(super) struct Worker<'a> {
    analyzer: Analyzer,
    options: &'a StreamOptions,
    /// The worker process that analyzes, where this one does not.
    isolated: Option<Isolated>,
    /// The buffer for a row's code; the next one is for its file name.
    pub(super) code: String,
    pub(super) filename: String,
    /// The reading of every answer, in JSON.
    reading: Box<RawValue>,
    pub(super) summary: StreamSummary,
}

impl<'a> Worker<'a> {
    pub(super) fn new(analyzer: Analyzer, options: &'a StreamOptions) -> Self {
        let summary = StreamSummary::default();
        let isolated = options.isolation.clone().map(Isolated::new);
        let directives = if options.ignores_directives { Directives::Ignored } else { Directives::Obeyed };
        let reading = to_raw_value(&Reading::published(directives)).expect("a reading is JSON");
        Self { analyzer, options, isolated, code: String::new(), filename: String::new(), reading, summary }
    }

    /// Appends the answers to the rows of a block.
    pub(super) fn answer(&mut self, block: &Block, out: &mut Vec<u8>) -> Result<(), StreamError> {
        if block.is_cut {
            let reason = format!("the row is longer than the {} MiB that are read", MAX_ROW_BYTES >> 20);
            self.refuse(None, block.first_line, reason, out);
            return Ok(());
        }
        for (line, row) in (block.first_line..).zip(rows(&block.rows)) {
            let row = if line == 1 { row.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(row) } else { row };
            if !row.trim_ascii().is_empty() {
                self.answer_row(row, line, out)?;
            }
        }
        Ok(())
    }

    fn answer_row(&mut self, row: &[u8], line: u64, out: &mut Vec<u8>) -> Result<(), StreamError> {
        let text = match std::str::from_utf8(row) {
            Ok(text) => text,
            Err(error) => {
                let reason = format!("the row is not UTF-8 from byte {} on", error.valid_up_to() + 1);
                self.refuse(None, line, reason, out);
                return Ok(());
            }
        };
        match serde_json::from_str::<Row>(text) {
            Ok(row) => return self.lint(row, text, line, out),
            Err(error) => {
                let id = serde_json::from_str::<Named>(text).ok().and_then(|row| row.id);
                self.refuse(id, line, reason(&error), out);
            }
        }
        Ok(())
    }

    fn lint(&mut self, row: Row, text: &str, line: u64, out: &mut Vec<u8>) -> Result<(), StreamError> {
        if self.isolated.is_some() {
            return self.lint_in_worker(row, text, line, out);
        }
        self.lint_here(row, line, out);
        Ok(())
    }

    /// Lets a worker process answer a row with this text.
    fn lint_in_worker(&mut self, row: Row, text: &str, line: u64, out: &mut Vec<u8>) -> Result<(), StreamError> {
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase")]
        struct Counted {
            #[serde(default)]
            error_count: usize,
            #[serde(default)]
            status: String,
            /// The reason why the row was not analyzed, where it was not.
            error: Option<String>,
        }
        /// Reads a worker's line: the number of warnings, and the answer.
        fn read_counted(line: &str) -> Result<(u64, Counted, &str), String> {
            let (warnings, said) = line.split_once(' ').ok_or_else(|| "it wrote no answer".to_owned())?;
            let counted = serde_json::from_str(said).map_err(|error| error.to_string())?;
            Ok((warnings.parse().map_err(|_| "it wrote no number of warnings".to_owned())?, counted, said))
        }
        let Some(isolated) = &mut self.isolated else { return Ok(()) };
        let answered = isolated.ask(format!("{}\n", text.trim_end()).as_bytes()).map_err(StreamError::Threads)?;
        let how = match answered {
            Answered::Line(line_of_worker) => match read_counted(&line_of_worker) {
                // The worker counts lines of its own.
                Ok((_, Counted { error: Some(reason), .. }, _)) => {
                    self.refuse(row.id, line, reason, out);
                    return Ok(());
                }
                Ok((warnings, Counted { error_count, status, .. }, said)) => {
                    self.summary.fenced += u64::from(status == Status::Fenced.name() && row.code.is_some());
                    self.summary.rows_with_errors += u64::from(error_count > 0);
                    self.summary.warnings += warnings;
                    out.extend_from_slice(said.as_bytes());
                    out.push(b'\n');
                    return Ok(());
                }
                Err(reason) => reason,
            },
            Answered::Ended(how) => how,
        };
        let filename = row.filename.map(|name| name.read(&mut self.filename));
        let analysis = Analysis::over_limit(ended_over(&how));
        let read = RowOutcome { analysis, status: Status::OverLimit, code: None, extraction: None };
        self.summary.answer(row.id, filename, read, self.options, &self.reading, out);
        Ok(())
    }

    fn lint_here(&mut self, row: Row, line: u64, out: &mut Vec<u8>) {
        let filename = row.filename.map(|name| name.read(&mut self.filename));
        let (text, is_response) = match (row.code, row.response) {
            (Some(code), _) => (code.read(&mut self.code), self.options.extract),
            (None, Some(response)) => (response.read(&mut self.code), true),
            (None, None) => {
                let reason = "the row is without `code` and `response`, one of which is analyzed".to_owned();
                return self.refuse(row.id, line, reason, out);
            }
        };
        let mut language = String::new();
        let said = row.language.and_then(|name| Said::of_word(name.read(&mut language))).or(self.options.language);
        let given = Given { text, is_response, said, filename };
        let read = given.analyze(&mut self.analyzer, &self.options.filename);
        self.summary.fenced += u64::from(!is_response && read.status == Status::Fenced);
        self.summary.answer(row.id, filename, read, self.options, &self.reading, out);
    }

    fn refuse(&mut self, id: Option<&RawValue>, line: u64, reason: String, out: &mut Vec<u8>) {
        if self.options.tells_warnings {
            out.extend_from_slice(b"0 ");
        }
        write_line(id, &Refusal { id, line, error: &reason }, out);
        self.summary.broken += 1;
        if self.summary.first_broken.is_none() {
            self.summary.first_broken = Some(BrokenRow { line, reason });
        }
    }
}

impl StreamSummary {
    /// Counts the analysis of a row and writes the answer.
    fn answer(
        &mut self,
        id: Option<&RawValue>,
        filename: Option<&str>,
        outcome: RowOutcome,
        options: &StreamOptions,
        reading: &RawValue,
        out: &mut Vec<u8>,
    ) {
        let RowOutcome { mut analysis, status, extraction, .. } = outcome;
        let counts = Counts::of(&analysis.messages);
        self.rows_with_errors += u64::from(counts.errors > 0);
        self.warnings += counts.warnings as u64;
        if options.tells_warnings {
            out.extend_from_slice(format!("{} ", counts.warnings).as_bytes());
        }
        let counts = if options.quiet && counts.errors < analysis.messages.len() {
            drop_warnings(&mut analysis);
            Counts::of(&analysis.messages)
        } else {
            counts
        };
        let answer = Answer {
            id,
            file_path: filename,
            status,
            extraction: extraction.as_ref(),
            reading,
            messages: &analysis.messages,
            suppressed_messages: &analysis.suppressed,
            error_count: counts.errors,
            fatal_error_count: counts.fatal_errors,
            warning_count: counts.warnings,
            fixable_error_count: counts.fixable_errors,
            fixable_warning_count: counts.fixable_warnings,
        };
        write_line(id, &answer, out);
    }
}

fn drop_warnings(analysis: &mut Analysis) {
    analysis.messages.retain(|message| message.severity == Severity::Error);
    analysis.suppressed.retain(|suppressed| suppressed.message.severity == Severity::Error);
}

/// Writes the answer to the row with this id, which is copied literally.
fn write_line(id: Option<&RawValue>, answer: &impl Serialize, out: &mut Vec<u8>) {
    let start = out.len() + "{\"id\":".len() + id.map_or(0, |id| id.get().len());
    serde_json::to_writer(&mut *out, answer).expect("names and texts go into memory as JSON");
    if out[start..].iter().any(|&byte| byte >= 0x7F) {
        let answer = String::from_utf8(out.split_off(start)).expect("JSON is text");
        out.extend_from_slice(escape_json(answer).as_bytes());
    }
    out.push(b'\n');
}

/// Returns the error of a row, without serde's line number, which is always 1.
fn reason(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    let message = message.strip_suffix(&place).unwrap_or(&message);
    match error.classify() {
        serde_json::error::Category::Data => {
            format!("the row is not {{\"id\": …, \"code\" or \"response\": \"…\", \"filename\": \"…\"}}: {message}")
        }
        _ => format!("the row is not JSON: {message} (column {})", error.column()),
    }
}
