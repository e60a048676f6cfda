//! Reading files and linting them, in parallel.

use std::{
    cmp::Reverse,
    fs, io,
    path::Path,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
};

use oxsec_rules::{Analysis, Analyzer, Limits, RuleSet};
use rayon::prelude::*;

use super::{
    Discovery, LintResult,
    discover::{Fate, Found},
    fix::{Fixable, lint_and_fix},
    read::{Contents, decode, read_file},
    surroundings::Folders,
    text::lint_text,
};
use crate::config::Resolved;

/// The files that are linted before their results are taken.
const BATCH_FILES: usize = 2048;
/// The bytes of files that are linted before their results are taken.
const BATCH_BYTES: u64 = 16 << 20;

/// Lints the files that were found; each thread has a `worker` of its own, which gets a file and returns its result.
/// `take` gets the results in path order while other files are linted, so that memory does not grow with the number of
/// files.
///
/// # Errors
///
/// The first error of `take`, after which nothing more is linted.
pub fn lint_files<T: Send, W: FnMut(&Found) -> T>(
    discovery: Discovery,
    worker: impl Fn() -> W + Sync,
    mut take: impl FnMut(T) -> io::Result<()>,
) -> io::Result<()> {
    let found = discovery.files;
    let is_worth_threads = found.len() > 1;
    if !is_worth_threads {
        let mut worker = worker();
        return found.iter().try_for_each(|found| take(worker(found)));
    }
    let sized: Vec<(u64, &Found)> = found.par_iter().map(|found| (found.size(), found)).collect();
    let mut rest = sized.as_slice();
    let mut done: Vec<(usize, T)> = Vec::new();
    while !rest.is_empty() {
        let (batch, others) = rest.split_at(batch_length(rest));
        rest = others;
        // The largest first, so that no thread is left alone with one at the end.
        let mut places: Vec<usize> = (0..batch.len()).collect();
        places.sort_unstable_by_key(|&place| (Reverse(batch[place].0), place));
        let (next, next_done) = (AtomicUsize::new(0), Mutex::new(Vec::with_capacity(batch.len())));
        // Each thread keeps its analyzer, and takes the next file when it has finished one.
        let lint = || {
            let mut worker = worker();
            let places = std::iter::from_fn(|| places.get(next.fetch_add(1, Ordering::Relaxed)));
            let linted = |&place: &usize| (place, worker(batch[place].1));
            let linted: Vec<(usize, T)> = places.map(linted).collect();
            next_done.lock().unwrap_or_else(PoisonError::into_inner).extend(linted);
        };
        rayon::in_place_scope(|scope| {
            scope.spawn_broadcast(|_, _| lint());
            done.drain(..).try_for_each(|(_, prepared)| take(prepared))
        })?;
        done = next_done.into_inner().unwrap_or_else(PoisonError::into_inner);
        done.sort_unstable_by_key(|&(place, _)| place);
    }
    done.into_iter().try_for_each(|(_, prepared)| take(prepared))
}

/// Returns how many of these files, given with their sizes, make a batch.
fn batch_length(files: &[(u64, &Found)]) -> usize {
    let mut bytes = 0;
    let fits = |(size, _): &&(u64, &Found)| {
        let fits = bytes < BATCH_BYTES;
        bytes += size;
        fits
    };
    files.iter().take(BATCH_FILES).take_while(fits).count()
}

impl Found {
    /// Returns its size in bytes; 0 where that is unknown.
    fn size(&self) -> u64 {
        match self.fate {
            Fate::Checked(_) => fs::metadata(&self.path).map_or(0, |metadata| metadata.len()),
            Fate::Ignored(_) | Fate::Unusable(_) => 0,
        }
    }
}

/// The settings for linting files.
pub struct Linting<'l> {
    /// Makes the analyzer for a file's configuration.
    pub analyzer: &'l (dyn Fn(&Resolved) -> Analyzer + Sync),
    pub limits: Limits,
    /// The test for the fixes to apply; `None`: no fixes.
    pub fixes: Option<&'l Fixable<'l>>,
}

/// Lints files one by one.
pub struct FileLinter<'l> {
    linting: &'l Linting<'l>,
    /// The analyzers, by the number of their configuration.
    analyzers: Vec<Option<Analyzer>>,
    folders: Folders,
}

impl<'l> FileLinter<'l> {
    pub fn new(linting: &'l Linting<'l>) -> Self {
        Self { linting, analyzers: Vec::new(), folders: Folders::default() }
    }

    /// Lints a file, or returns a result that says why it is not linted. An unreadable file gets a fatal message.
    pub fn lint(&mut self, found: &Found) -> LintResult {
        match &found.fate {
            Fate::Checked(resolved) => self.lint_with(&found.path, resolved),
            Fate::Ignored(reason) => LintResult::ignored(&found.path, reason),
            Fate::Unusable(reason) => unusable(&found.path, reason),
        }
    }

    /// Lints a file with its configuration.
    pub fn lint_with(&mut self, file: &Path, resolved: &Resolved) -> LintResult {
        if self.analyzers.len() <= resolved.number {
            self.analyzers.resize_with(resolved.number + 1, || None);
        }
        let analyzer = self.analyzers[resolved.number].get_or_insert_with(|| (self.linting.analyzer)(resolved));
        let limits = self.linting.limits;
        let source = match read_file(file, limits.max_bytes) {
            Ok(Contents::Whole(bytes)) => match decode(&bytes) {
                Ok(source) => source.into_owned(),
                Err(error) => return unusable(file, &error.to_string()),
            },
            Ok(Contents::TooLarge(size)) => {
                let refusal = limits.refusal(size).unwrap_or_else(|| Analysis::over_limit("The text is too large"));
                return LintResult::new(file.to_path_buf(), "", refusal, &resolved.rules);
            }
            Err(error) => return unusable(file, &error.to_string()),
        };
        let around = self.folders.around(file);
        match self.linting.fixes {
            Some(fixes) => lint_and_fix(analyzer, file, &source, Some(&around), fixes),
            None => lint_text(analyzer, file, &source, Some(&around)),
        }
    }
}

/// Returns the result of a file during which a process ended.
pub fn ended(path: &Path, message: String) -> LintResult {
    LintResult::new(path.to_path_buf(), "", Analysis::over_limit(message), &RuleSet::new())
}

/// Returns the result of a file that cannot be read.
pub fn unusable(path: &Path, reason: &str) -> LintResult {
    let fatal = Analysis::fatal(format!("The file cannot be read: {reason}"), 1, 1);
    LintResult { is_unreadable: true, ..LintResult::new(path.to_path_buf(), "", fatal, &RuleSet::new()) }
}
