//! JSON Lines in, JSON Lines out: a row an answer, in bounded memory, however long the stream.
//!
//! Each worker reads a block of whole rows for itself, analyzes them and writes what it found. So a
//! single row costs no hand-over between threads, and a side that is slow makes the others wait
//! instead of filling memory: nobody reads ahead of what can be written.
//!
//! Over 600 lines: one pipeline, whose stages share their buffers.

use std::{
    collections::BTreeMap,
    io::{self, BufRead, BufReader, Read, Write},
    iter,
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError, mpsc},
    thread,
};

use oxsec_rules::{Analysis, Analyzer, Limits, LintMessage, RuleSet, Severity, SuppressedMessage, worker_stack};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use thiserror::Error;

use super::{
    Answered, Isolated, Isolation,
    answered::{Given, RowOutcome},
    ended_over,
    json_string::JsonString,
    result::Counts,
};
use crate::{
    answer::{Extraction, Said, Status},
    experiment::{Directives, Reading},
    text::escape_json,
};

/// The bytes that are read at once: what a pipe holds.
const BLOCK: usize = 64 << 10;

/// The longest row that is read, in bytes; what goes beyond it is passed over.
const MAX_ROW: usize = 64 << 20;

/// The number of blocks that a worker that is ahead may finish before it waits for those behind, for each worker.
const AHEAD: u64 = 8;

/// A buffer that one huge row made larger than this is given back, in bytes.
const KEPT: usize = 4 << 20;

/// The settings with which a stream is worked on.
#[derive(Clone, Debug)]
pub struct StreamOptions {
    /// How many threads work; at least one does.
    pub jobs: usize,
    /// Whether the answers come in the order of the rows.
    pub ordered: bool,
    /// Whether warnings are left out of the answers. They are counted all the same.
    pub quiet: bool,
    /// Whether each answer begins with the number of its warnings, those that are left out too: a worker process tells
    /// them.
    pub tells_warnings: bool,
    /// What a row without a file name goes by.
    pub filename: String,
    pub limits: Limits,
    /// Whether findings count whatever the comments in the code say.
    pub ignores_directives: bool,
    /// Whether each finding of a plugin's rule carries the verdict of oxsec's own analysis.
    pub judges: bool,
    /// How to start the processes that analyze, where this one does not.
    pub isolation: Option<Isolation>,
    /// Whether `code` is read as `response` is: code is taken out of it.
    pub extract: bool,
    /// The language of rows that do not say theirs.
    pub language: Option<Said>,
}

/// The outcome of a stream.
#[derive(Debug, Default)]
pub struct StreamSummary {
    /// Rows in which there is a finding of severity error, or that do not parse.
    pub rows_with_errors: u64,
    pub warnings: u64,
    /// Rows whose `code` is Markdown.
    pub fenced: u64,
    /// Rows that could not be read.
    pub broken: u64,
    /// The first of them.
    pub first_broken: Option<BrokenRow>,
}

/// A row that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct BrokenRow {
    /// Counted from 1.
    pub line: u64,
    pub reason: String,
}

/// Why a stream ended early.
#[derive(Debug, Error)]
pub enum StreamError {
    #[error("the rows cannot be read")]
    Read(#[source] io::Error),
    #[error("the answers cannot be written")]
    Write(#[source] io::Error),
    #[error("the threads cannot be started")]
    Threads(#[source] io::Error),
}

/// A row of the input. Other fields than these are let pass.
#[derive(Deserialize)]
struct Row<'a> {
    #[serde(borrow, default)]
    id: Option<&'a RawValue>,
    #[serde(borrow, default)]
    code: Option<JsonString<'a>>,
    /// What a model said, from which code is taken.
    #[serde(borrow, default)]
    response: Option<JsonString<'a>>,
    #[serde(borrow, default)]
    language: Option<JsonString<'a>>,
    #[serde(borrow, default)]
    filename: Option<JsonString<'a>>,
}

/// The part that is read of a row that is not a [`Row`], so that its answer can still name it.
#[derive(Deserialize)]
struct Named<'a> {
    #[serde(borrow, default)]
    id: Option<&'a RawValue>,
}

/// The answer to a row: ESLint's result without what the reader has already.
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
    /// What the row turned out to be.
    status: Status,
    /// How code was taken from a `response`.
    #[serde(skip_serializing_if = "Option::is_none")]
    extraction: Option<&'a Extraction>,
    /// How the findings are to be counted.
    reading: Reading,
}

/// The answer to a row that could not be read.
#[derive(Serialize)]
struct Refusal<'a> {
    id: Option<&'a RawValue>,
    line: u64,
    error: &'a str,
}

/// A stream at work, held by all its workers.
struct Stream<R, W> {
    input: Mutex<Input<R>>,
    output: Mutex<Output<W>>,
    /// Told when a block was written.
    written: Condvar,
    options: StreamOptions,
}

/// Stops a stream for good, from another thread.
pub struct StreamStop(Box<dyn Fn() + Send>);

impl StreamStop {
    /// Waits until no answer is half written, and lets nothing be written after that. The stream does
    /// not go on and does not end: it is for a process that is about to.
    pub fn stop(&self) {
        (self.0)();
    }
}

/// Answers every row of `input` on `output`, until the input ends. What it has read it answers before
/// it waits for more. `started` is given the means to stop it.
///
/// # Errors
///
/// Those of the input and of the output. Workers that are waiting for input then are left behind, to
/// end when it does.
pub fn lint_rows(
    input: impl Read + Send + 'static,
    output: impl Write + Send + 'static,
    rules: &RuleSet,
    options: StreamOptions,
    started: impl FnOnce(StreamStop),
) -> Result<StreamSummary, StreamError> {
    let jobs = options.jobs.max(1);
    let stream = Arc::new(Stream {
        input: Mutex::new(Input::new(input)),
        output: Mutex::new(Output { writer: output, next: 0, finished: BTreeMap::new(), closed: false }),
        written: Condvar::new(),
        options,
    });
    let stopped = Arc::clone(&stream);
    started(StreamStop(Box::new(move || std::mem::forget(lock(&stopped.output)))));
    let (ended, ends) = mpsc::channel();
    let stack = worker_stack(jobs);
    for _ in 0..jobs {
        let (stream, rules, ended) = (Arc::clone(&stream), rules.clone(), ended.clone());
        let work = move || {
            // Nobody listens any more when another worker failed first.
            let _ = ended.send(stream.work(&rules));
        };
        thread::Builder::new().stack_size(stack).spawn(work).map_err(StreamError::Threads)?;
    }
    drop(ended);
    let mut whole = StreamSummary::default();
    for end in ends {
        whole.add(end?);
    }
    Ok(whole)
}

impl<R: Read, W: Write> Stream<R, W> {
    /// Takes block after block until there are no more.
    fn work(&self, rules: &RuleSet) -> Result<StreamSummary, StreamError> {
        let analyzer = Analyzer::with_limits(rules, self.options.limits)
            .ignoring_directives(self.options.ignores_directives)
            .judging_findings(self.options.judges);
        let mut worker = Worker::new(analyzer, &self.options);
        let mut block = Block::default();
        let mut answers = Vec::new();
        while lock(&self.input).read(&mut block).map_err(StreamError::Read)? {
            answers.clear();
            worker.answer(&block, &mut answers)?;
            self.write(block.number, &mut answers).map_err(StreamError::Write)?;
            block.rows.shrink_to(KEPT);
            answers.shrink_to(KEPT);
            worker.code.shrink_to(KEPT);
            worker.filename.shrink_to(KEPT);
        }
        Ok(worker.summary)
    }

    /// Writes the answers to a block: at once, or when all blocks before it are written.
    fn write(&self, block: u64, answers: &mut Vec<u8>) -> io::Result<()> {
        let mut output = lock(&self.output);
        if !self.options.ordered {
            return output.write(answers);
        }
        let window = AHEAD * self.options.jobs.max(1) as u64;
        while block > output.next + window && !output.closed {
            output = self.written.wait(output).unwrap_or_else(PoisonError::into_inner);
        }
        if output.closed {
            return Err(io::ErrorKind::BrokenPipe.into());
        }
        if block != output.next {
            output.finished.insert(block, std::mem::take(answers));
            return Ok(());
        }
        let written = output.write_in_turn(answers);
        self.written.notify_all();
        written
    }
}

/// A worker that panics has answered nothing wrong, so what it held is good.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Whole rows, one after the other.
#[derive(Default)]
struct Block {
    /// Its place in the stream, counted from 0.
    number: u64,
    /// The line of its first row, counted from 1.
    first_line: u64,
    rows: Vec<u8>,
    /// Whether it is the beginning of one row that is longer than is read.
    is_cut: bool,
}

struct Input<R> {
    reader: BufReader<R>,
    /// The number of the next block.
    block: u64,
    /// The line of the next row.
    line: u64,
}

impl<R: Read> Input<R> {
    fn new(reader: R) -> Self {
        Self { reader: BufReader::with_capacity(BLOCK, reader), block: 0, line: 1 }
    }

    /// Reads the rows that are there, or waits for one. Says whether there was any.
    fn read(&mut self, block: &mut Block) -> io::Result<bool> {
        block.rows.clear();
        block.is_cut = false;
        loop {
            let there = self.peek()?;
            if there.is_empty() {
                break;
            }
            if let Some(end) = memchr::memrchr(b'\n', there) {
                block.rows.extend_from_slice(&there[..=end]);
                self.reader.consume(end + 1);
                break;
            }
            let length = there.len();
            block.rows.extend_from_slice(there);
            self.reader.consume(length);
            if block.rows.len() > MAX_ROW {
                block.is_cut = true;
                self.skip_row()?;
                break;
            }
        }
        block.number = self.block;
        block.first_line = self.line;
        self.block += 1;
        self.line += if block.is_cut { 1 } else { memchr::memchr_iter(b'\n', &block.rows).count() as u64 };
        Ok(!block.rows.is_empty())
    }

    fn skip_row(&mut self) -> io::Result<()> {
        loop {
            let there = self.peek()?;
            let end = memchr::memchr(b'\n', there);
            let length = end.map_or(there.len(), |end| end + 1);
            self.reader.consume(length);
            if end.is_some() || length == 0 {
                return Ok(());
            }
        }
    }

    /// Returns what can be read without waiting, or else what comes next; nothing at the end.
    fn peek(&mut self) -> io::Result<&[u8]> {
        while let Err(error) = self.reader.fill_buf() {
            if error.kind() != io::ErrorKind::Interrupted {
                return Err(error);
            }
        }
        Ok(self.reader.buffer())
    }
}

struct Output<W> {
    writer: W,
    /// The number of the block that is written next, where order is kept.
    next: u64,
    /// The answers to blocks behind it that were done sooner.
    finished: BTreeMap<u64, Vec<u8>>,
    /// Whether writing failed, so that nothing is written any more.
    closed: bool,
}

impl<W: Write> Output<W> {
    /// Writes the answers to the next block, and those that were only waiting for it.
    fn write_in_turn(&mut self, answers: &[u8]) -> io::Result<()> {
        self.write(answers)?;
        self.next += 1;
        while let Some(answers) = self.finished.remove(&self.next) {
            self.write(&answers)?;
            self.next += 1;
        }
        Ok(())
    }

    fn write(&mut self, answers: &[u8]) -> io::Result<()> {
        if self.closed {
            return Err(io::ErrorKind::BrokenPipe.into());
        }
        let written = self.writer.write_all(answers).and_then(|()| self.writer.flush());
        self.closed = written.is_err();
        written
    }
}

/// The state that a thread needs to answer rows.
struct Worker<'a> {
    analyzer: Analyzer,
    options: &'a StreamOptions,
    /// What analyzes instead, where that is a process of its own.
    isolated: Option<Isolated>,
    /// Where a row's code and the name of its file are read into.
    code: String,
    filename: String,
    summary: StreamSummary,
}

impl<'a> Worker<'a> {
    fn new(analyzer: Analyzer, options: &'a StreamOptions) -> Self {
        let summary = StreamSummary::default();
        let isolated = options.isolation.clone().map(Isolated::new);
        Self { analyzer, options, isolated, code: String::new(), filename: String::new(), summary }
    }

    /// Adds the answers to the rows of a block.
    fn answer(&mut self, block: &Block, out: &mut Vec<u8>) -> Result<(), StreamError> {
        if block.is_cut {
            let reason = format!("the row is longer than the {} MiB that are read", MAX_ROW >> 20);
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
            return self.lint_apart(row, text, line, out);
        }
        self.lint_here(row, line, out);
        Ok(())
    }

    /// Has a worker process answer a row, whose text is this.
    fn lint_apart(&mut self, row: Row, text: &str, line: u64, out: &mut Vec<u8>) -> Result<(), StreamError> {
        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase")]
        struct Counted {
            #[serde(default)]
            error_count: usize,
            #[serde(default)]
            status: String,
            /// Why the row was not analyzed, where it was not.
            error: Option<String>,
        }
        /// The number of warnings and the answer, of a line that a worker wrote.
        fn told(line: &str) -> Result<(u64, Counted, &str), String> {
            let (warnings, said) = line.split_once(' ').ok_or_else(|| "it wrote no answer".to_owned())?;
            let counted = serde_json::from_str(said).map_err(|error| error.to_string())?;
            Ok((warnings.parse().map_err(|_| "it wrote no number of warnings".to_owned())?, counted, said))
        }
        let Some(isolated) = &mut self.isolated else { return Ok(()) };
        let answered = isolated.ask(format!("{}\n", text.trim_end()).as_bytes()).map_err(StreamError::Threads)?;
        let how = match answered {
            Answered::Line(line_of_worker) => match told(&line_of_worker) {
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
        self.summary.answer(row.id, filename, read, self.options, out);
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
        self.summary.answer(row.id, filename, read, self.options, out);
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

/// The rows of a block, each with the end of its line.
fn rows(block: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = block;
    iter::from_fn(move || {
        let end = memchr::memchr(b'\n', rest).map_or(rest.len(), |end| end + 1);
        let row;
        (row, rest) = rest.split_at(end);
        (!row.is_empty()).then_some(row)
    })
}

fn leave_warnings_out(analysis: &mut Analysis) {
    analysis.messages.retain(|message| message.severity == Severity::Error);
    analysis.suppressed.retain(|suppressed| suppressed.message.severity == Severity::Error);
}

/// Writes the answer to the row of this id, which comes back letter by letter.
fn write_line(id: Option<&RawValue>, answer: &impl Serialize, out: &mut Vec<u8>) {
    let start = out.len() + "{\"id\":".len() + id.map_or(0, |id| id.get().len());
    serde_json::to_writer(&mut *out, answer).expect("names and texts go into memory as JSON");
    if out[start..].iter().any(|&byte| byte >= 0x7F) {
        let answer = String::from_utf8(out.split_off(start)).expect("JSON is text");
        out.extend_from_slice(escape_json(answer).as_bytes());
    }
    out.push(b'\n');
}

/// Returns what is wrong with a row, without serde's line, which is always the first.
fn reason(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    let message = message.strip_suffix(&place).unwrap_or(&message);
    match error.classify() {
        serde_json::error::Category::Data => {
            format!("the row is not {{\"id\": …, \"code\" or \"response\": \"…\", \"filename\": \"…\"}}: {message}")
        }
        _ => format!("the row is no JSON: {message} (column {})", error.column()),
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
            leave_warnings_out(&mut analysis);
            Counts::of(&analysis.messages)
        } else {
            counts
        };
        let directives = if options.ignores_directives { Directives::Ignored } else { Directives::Obeyed };
        let answer = Answer {
            id,
            file_path: filename,
            status,
            extraction: extraction.as_ref(),
            reading: Reading::published(directives),
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

    /// Adds what another worker did.
    fn add(&mut self, other: StreamSummary) {
        self.rows_with_errors += other.rows_with_errors;
        self.warnings += other.warnings;
        self.fenced += other.fenced;
        self.broken += other.broken;
        self.first_broken = self.first_broken.take().into_iter().chain(other.first_broken).min();
    }
}
