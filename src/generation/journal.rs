//! The journal: one JSON value per line; every answer is synced to the disk before it counts.
//!
//! The first line identifies the plan; each further line is one call and its outcome, in the order in which they came.
//! Extending a plan adds a line of its own.

use std::{
    collections::HashMap,
    fs::{File, OpenOptions, TryLockError},
    io::{self, Read, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
    thread,
    time::Duration,
};

use chrono::{SecondsFormat, Utc};
use miette::Diagnostic;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use thiserror::Error;

use super::{
    call::{Call, Details},
    change::Change,
    folder_of,
    plan::Plan,
};
use crate::answer::EXTRACTOR_VERSION;

/// The version of the journal's format.
const JOURNAL_FORMAT: u32 = 1;

/// The beginning of every journal.
const BEGINNING: &[u8] = br#"{"journal":"#;

/// A call and its outcome.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    #[serde(flatten)]
    pub call: Call,
    /// The model that was asked.
    pub by: String,
    /// The text that it was sent.
    pub asked: String,
    /// The time at which the outcome was known.
    pub at: String,
    #[serde(flatten)]
    pub outcome: Outcome,
}

/// The outcome of a call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Outcome {
    /// The whole answer, and its duration in milliseconds.
    Answered {
        answer: String,
        took_ms: u64,
        /// The answer is code as it is, from a stored experiment.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        is_code: bool,
        #[serde(flatten)]
        details: Details,
    },
    Failed {
        error: String,
        /// The text that came in the answer's place.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        said: Option<String>,
        /// The failure is recorded in the stored experiment that was asked.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        recorded: bool,
    },
}

impl Outcome {
    /// Makes the outcome of a call that counts as failed.
    pub fn failed(error: impl Into<String>) -> Self {
        Self::Failed { error: error.into(), said: None, recorded: false }
    }

    /// Returns whether asking again may give what is missing: the call failed, or its answer is cut off.
    pub fn is_wanting(&self) -> bool {
        match self {
            Self::Answered { details, .. } => details.is_cut_off(),
            Self::Failed { .. } => true,
        }
    }
}

/// A line that identifies the plan from here on.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Header {
    journal: u32,
    oxsec: String,
    at: String,
    /// The version of the extraction of code from answers; the first one had no number.
    #[serde(default = "first_extractor")]
    extractor: u32,
    plan: Value,
}

fn first_extractor() -> u32 {
    1
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Line {
    Header(Header),
    Entry(Entry),
}

/// A journal that is open for writing and locked against other runs.
#[derive(Debug)]
pub struct Journal {
    file: File,
    path: PathBuf,
    /// The bytes of the whole lines.
    length: u64,
    /// The header to write when the run begins.
    header: Option<Header>,
}

/// The contents of a journal when it was opened.
#[derive(Debug)]
pub struct Record {
    /// The time at which the run was first started.
    pub started: String,
    /// The last entry of every call.
    pub entries: HashMap<Call, Entry>,
    /// The bytes of an incomplete last line that was cut off.
    pub torn: Option<usize>,
}

/// The reason why a journal cannot be used.
#[derive(Debug, Error, Diagnostic)]
pub enum JournalError {
    #[error("the journal {} cannot be {what}: {error}", path.display())]
    #[diagnostic(help(
        "its contents so far are complete; make room or give access, then run the same command to continue"
    ))]
    Io { what: &'static str, path: PathBuf, error: io::Error },
    #[error("another run is using the journal {}", path.display())]
    #[diagnostic(help("wait for it to end, or give this plan a `journal` of its own"))]
    InUse { path: PathBuf },
    #[error("{} is not a journal of `oxsec run`", path.display())]
    #[diagnostic(help("it is left as it is; name another file as `journal` in the plan"))]
    NoJournal { path: PathBuf },
    #[error("line {line} of the journal {} is invalid: {error}", path.display())]
    #[diagnostic(help("only a last line can be torn by a run that was killed; mend or remove this one by hand"))]
    BrokenLine { path: PathBuf, line: usize, error: serde_json::Error },
    #[error("the journal {} has format {form}; this program reads format {JOURNAL_FORMAT}", path.display())]
    OtherForm { path: PathBuf, form: u32 },
    #[error("the plan is not the one that the journal {} was begun with:\n{}", path.display(), listed(changes))]
    #[diagnostic(help(
        "`--extend` goes on with the plan as it is now and keeps the answers that still belong to it; \
         for a run of its own, give the plan another `output`"
    ))]
    OtherPlan { path: PathBuf, changes: Vec<Change> },
}

fn listed(changes: &[Change]) -> String {
    changes.iter().map(|change| format!("  {change}")).collect::<Vec<_>>().join("\n")
}

impl Journal {
    /// Opens the journal of a plan, or begins it. With `extend`, a journal that was begun with another plan continues
    /// with this one.
    pub fn open(plan: &Plan, extend: bool) -> Result<(Self, Record), JournalError> {
        let path = &plan.journal;
        let io_error = |what| move |error| JournalError::Io { what, path: path.clone(), error };
        let is_new = !path.exists();
        let mut file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(path)
            .map_err(io_error("opened"))?;
        match lock(&file) {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(JournalError::InUse { path: path.clone() }),
            Err(TryLockError::Error(error)) => return Err(io_error("locked")(error)),
        }
        if !file.metadata().map_err(io_error("read"))?.is_file() {
            return Err(JournalError::NoJournal { path: path.clone() });
        }
        if is_new {
            sync_folder(path).map_err(io_error("made"))?;
        }
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).map_err(io_error("read"))?;
        let (lines, torn) = whole_lines(&bytes);
        if lines.is_empty() && !is_torn_header(torn) {
            return Err(JournalError::NoJournal { path: path.clone() });
        }
        let (headers, entries) = read_lines(path, &lines)?;
        let length = (bytes.len() - torn.len()) as u64;
        let header = Header::now(plan);
        let mut new = None;
        let begun_with = headers.last().map(|header| header.changes(&Header::now(plan)));
        match begun_with {
            Some(changes) if changes.is_empty() => {}
            Some(changes) if !extend => return Err(JournalError::OtherPlan { path: path.clone(), changes }),
            _ => new = Some(header.clone()),
        }
        let started = headers.into_iter().next().unwrap_or(header).at;
        let entries = entries.into_iter().map(|entry| (entry.call.clone(), entry)).collect();
        let torn = (!torn.is_empty()).then_some(torn.len());
        let journal = Self { file, path: path.clone(), length, header: new };
        Ok((journal, Record { started, entries, torn }))
    }

    /// Writes the plan with which the run continues. Until then the file is unchanged.
    pub fn begin(&mut self) -> Result<(), JournalError> {
        self.cut().map_err(|error| JournalError::Io { what: "mended", path: self.path.clone(), error })?;
        self.header.take().map_or(Ok(()), |header| self.append(&[&header]))
    }

    /// Writes entries and returns when they are on the disk. After an error the journal ends as before.
    pub fn append<E: Serialize>(&mut self, entries: &[E]) -> Result<(), JournalError> {
        let mut lines = Vec::new();
        for entry in entries {
            serde_json::to_writer(&mut lines, entry).expect("an entry is JSON, and memory takes every byte");
            lines.push(b'\n');
        }
        match self.write(&lines) {
            Ok(()) => {
                self.length += lines.len() as u64;
                Ok(())
            }
            Err(error) => {
                // If this fails too, the torn line is cut off when the journal is opened again.
                let _ = self.cut();
                Err(JournalError::Io { what: "written", path: self.path.clone(), error })
            }
        }
    }

    fn write(&mut self, lines: &[u8]) -> io::Result<()> {
        self.file.seek(SeekFrom::Start(self.length))?;
        self.file.write_all(lines)?;
        self.file.sync_data()
    }

    /// Cuts off everything after the last whole line.
    fn cut(&mut self) -> io::Result<()> {
        self.file.set_len(self.length)?;
        self.file.sync_data()
    }
}

/// Returns the time as entries have it: RFC 3339, UTC.
pub fn now() -> String {
    Utc::now().to_rfc3339_opts(SecondsFormat::AutoSi, true)
}

impl Header {
    fn now(plan: &Plan) -> Self {
        Self {
            journal: JOURNAL_FORMAT,
            oxsec: env!("CARGO_PKG_VERSION").to_owned(),
            at: now(),
            extractor: EXTRACTOR_VERSION,
            plan: serde_json::to_value(plan).expect("a plan is JSON"),
        }
    }

    /// Returns the differences of the current header. Another version of the program may find other things in the same
    /// answers.
    fn changes(&self, now: &Self) -> Vec<Change> {
        let mut changes = Change::between(&self.plan, &now.plan);
        if self.oxsec != now.oxsec {
            changes.push(Change::of("the version of oxsec", &self.oxsec, &now.oxsec));
        }
        if self.extractor != now.extractor {
            let versions = [self.extractor, now.extractor].map(|version| version.to_string());
            changes.push(Change::of("how code is taken from answers", &versions[0], &versions[1]));
        }
        changes
    }
}

/// Returns the complete lines, and the bytes after them.
fn whole_lines(bytes: &[u8]) -> (Vec<&[u8]>, &[u8]) {
    let mut lines: Vec<&[u8]> = bytes.split_inclusive(|&byte| byte == b'\n').collect();
    // A power failure can leave a last line with its length and its end, but not its content.
    match lines.last() {
        Some(last) if serde_json::from_slice::<serde::de::IgnoredAny>(last).is_err() || !last.ends_with(b"\n") => {
            let torn = lines.pop().unwrap_or_default();
            (lines, torn)
        }
        _ => (lines, &[]),
    }
}

/// Returns whether this can be the beginning of a journal whose first line is incomplete. Another file, named by
/// mistake, must not be cut.
fn is_torn_header(torn: &[u8]) -> bool {
    let common = torn.len().min(BEGINNING.len());
    torn[..common] == BEGINNING[..common] || torn.iter().all(|&byte| byte == 0)
}

fn read_lines(path: &Path, lines: &[&[u8]]) -> Result<(Vec<Header>, Vec<Entry>), JournalError> {
    let mut headers = Vec::new();
    let mut entries = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        match serde_json::from_slice(line) {
            Ok(Line::Header(header)) if header.journal != JOURNAL_FORMAT => {
                return Err(JournalError::OtherForm { path: path.to_owned(), form: header.journal });
            }
            Ok(Line::Header(header)) => headers.push(header),
            Ok(Line::Entry(entry)) if index > 0 => entries.push(entry),
            _ if index == 0 => return Err(JournalError::NoJournal { path: path.to_owned() }),
            Ok(Line::Entry(_)) => unreachable!("the arm above takes the first line"),
            Err(error) => return Err(JournalError::BrokenLine { path: path.to_owned(), line: index + 1, error }),
        }
    }
    Ok((headers, entries))
}

/// Makes a new file's name durable, as `sync_data` makes its content.
fn sync_folder(path: &Path) -> io::Result<()> {
    File::open(folder_of(path))?.sync_all()
}

/// The number of attempts to take a lock that another process holds.
const LOCK_TRIES: u32 = 40;
/// The pause between two attempts to take the lock.
const LOCK_PAUSE: Duration = Duration::from_millis(25);

/// Locks the journal. A program that a killed run was just starting holds the run's files until it has started, so a
/// lock that is held is tried again for a second.
fn lock(file: &File) -> Result<(), TryLockError> {
    for _ in 0..LOCK_TRIES {
        match file.try_lock() {
            Err(TryLockError::WouldBlock) => thread::sleep(LOCK_PAUSE),
            decided => return decided,
        }
    }
    file.try_lock()
}
