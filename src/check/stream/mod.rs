//! JSON Lines in, JSON Lines out: a row an answer, in bounded memory, however long the stream.
//!
//! Each worker reads a block of whole rows for itself, analyzes them and writes what it found. So a
//! single row costs no hand-over between threads, and a side that is slow makes the others wait
//! instead of filling memory: nobody reads ahead of what can be written.

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

impl StreamSummary {
    /// Adds what another worker did.
    fn add(&mut self, other: StreamSummary) {
        self.rows_with_errors += other.rows_with_errors;
        self.warnings += other.warnings;
        self.fenced += other.fenced;
        self.broken += other.broken;
        self.first_broken = self.first_broken.take().into_iter().chain(other.first_broken).min();
    }
}
