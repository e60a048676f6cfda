//! Linting of a stream: JSON Lines in, JSON Lines out, one line per row, in bounded memory however long the stream.
//!
//! Each worker reads a block of whole rows, analyzes them and writes the results. So a single row is never handed over
//! between threads, and a slow side makes the others wait instead of filling memory: nobody reads ahead of what can be
//! written.

mod blocks;
mod worker;

use std::{
    io::{self, Read, Write},
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError, mpsc},
    thread,
};

use oxsec_rules::{Analyzer, Limits, RuleSet, worker_stack};
use thiserror::Error;

use super::Isolation;
use crate::answer::Said;
use blocks::{Block, Input, Output};
use worker::Worker;

/// The blocks per worker that may be finished while an earlier one is still missing.
const MAX_BLOCKS_AHEAD_PER_WORKER: u64 = 8;

/// The bytes of the largest buffer that is kept; a larger one is freed after a huge row.
const MAX_KEPT_BUFFER_BYTES: usize = 4 << 20;

/// The settings of a stream.
#[derive(Clone, Debug)]
pub struct StreamOptions {
    /// The number of threads; at least one works.
    pub jobs: usize,
    /// The answers are in the order of the rows.
    pub ordered: bool,
    /// Warnings are left out of the answers. They are counted all the same.
    pub quiet: bool,
    /// Each answer begins with the number of its warnings, including those left out: a worker process reports them.
    pub tells_warnings: bool,
    /// The file name of rows without one.
    pub filename: String,
    pub limits: Limits,
    /// Comments in the code are ignored.
    pub ignores_directives: bool,
    /// Each finding of a plugin's rule gets the verdict of oxsec's own analysis.
    pub judges: bool,
    /// The way to start worker processes; `None`: this process analyzes.
    pub isolation: Option<Isolation>,
    /// `code` is read like `response`: code is extracted from it.
    pub extract: bool,
    /// The language of rows without one.
    pub language: Option<Said>,
}

/// The outcome of a stream.
#[derive(Debug, Default)]
pub struct StreamSummary {
    /// Rows that have a finding of severity error or do not parse.
    pub rows_with_errors: u64,
    pub warnings: u64,
    /// Rows whose `code` is Markdown.
    pub fenced: u64,
    /// Rows that could not be read.
    pub broken: u64,
    /// The first row that could not be read.
    pub first_broken: Option<BrokenRow>,
}

/// A row that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct BrokenRow {
    /// The line number, from 1.
    pub line: u64,
    pub reason: String,
}

/// The reason why a stream ended early.
#[derive(Debug, Error)]
pub enum StreamError {
    #[error("the rows cannot be read")]
    Read(#[source] io::Error),
    #[error("the answers cannot be written")]
    Write(#[source] io::Error),
    #[error("the threads cannot be started")]
    Threads(#[source] io::Error),
}

/// A stream at work, shared by all its workers.
struct Stream<R, W> {
    input: Mutex<Input<R>>,
    output: Mutex<Output<W>>,
    /// The condition that a block was written.
    written: Condvar,
    options: StreamOptions,
}

/// The means to stop a stream for good, from another thread.
pub struct StreamStop(Box<dyn Fn() + Send>);

impl StreamStop {
    /// Waits until no answer is half written, and prevents any further writing. The stream neither continues nor ends:
    /// the process is about to end.
    pub fn stop(&self) {
        (self.0)();
    }
}

/// Answers every row of `input` on `output`, until the input ends. Answers everything that it has read before it waits
/// for more. `started` gets the means to stop it.
///
/// # Errors
///
/// Errors of the input and of the output. Workers that are waiting for input are then left running, and end when the
/// input does.
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
        output: Mutex::new(Output::new(output)),
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
    /// Processes blocks until there are no more.
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
            block.rows.shrink_to(MAX_KEPT_BUFFER_BYTES);
            answers.shrink_to(MAX_KEPT_BUFFER_BYTES);
            worker.code.shrink_to(MAX_KEPT_BUFFER_BYTES);
            worker.filename.shrink_to(MAX_KEPT_BUFFER_BYTES);
        }
        Ok(worker.summary)
    }

    /// Writes the answers to a block: at once, or when all earlier blocks are written.
    fn write(&self, block: u64, answers: &mut Vec<u8>) -> io::Result<()> {
        let mut output = lock(&self.output);
        if !self.options.ordered {
            return output.write(answers);
        }
        let window = MAX_BLOCKS_AHEAD_PER_WORKER * self.options.jobs.max(1) as u64;
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

/// Locks a mutex, even a poisoned one: a worker that panicked has written nothing wrong, so its data is valid.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl StreamSummary {
    /// Adds the summary of another worker.
    fn add(&mut self, other: StreamSummary) {
        self.rows_with_errors += other.rows_with_errors;
        self.warnings += other.warnings;
        self.fenced += other.fenced;
        self.broken += other.broken;
        self.first_broken = self.first_broken.take().into_iter().chain(other.first_broken).min();
    }
}
