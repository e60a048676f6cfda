//! Reading files and linting them, in parallel.

use std::{
    cmp::Reverse,
    fs, io,
    path::{Path, PathBuf},
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
};

use oxsec_rules::{Analysis, Analyzer, Surroundings};
use rayon::prelude::*;

use super::{
    Discovery, LintResult,
    read::{Contents, decode, read_file},
    surroundings::Folders,
};

/// How many files are linted, and how many bytes, before what came of them is taken.
const BATCH_FILES: usize = 2048;
const BATCH_BYTES: u64 = 16 << 20;

/// Lints what was found, each thread with a `worker` of its own, which is given the path of a file and, where it is known to
/// be unusable, the reason. What it makes of a file is taken in the order of the paths, while other files are linted, so
/// that memory does not grow with the number of files.
///
/// # Errors
///
/// The first of `take`: then no more is linted.
pub fn lint_files<T: Send, W: FnMut(&Path, Option<&str>) -> T>(
    discovery: Discovery,
    worker: impl Fn() -> W + Sync,
    mut take: impl FnMut(T) -> io::Result<()>,
) -> io::Result<()> {
    let Discovery { files, unusable } = discovery;
    let is_worth_threads = files.len() > 1;
    let mut found: Vec<Found> = files
        .into_iter()
        .map(|path| Found { path, unusable: None })
        .chain(unusable.into_iter().map(|(path, reason)| Found { path, unusable: Some(reason) }))
        .collect();
    found.sort_by(|one, other| one.path.cmp(&other.path));
    if !is_worth_threads {
        let mut worker = worker();
        return found.iter().try_for_each(|found| take(worker(&found.path, found.unusable.as_deref())));
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
        // Each thread keeps its analyzer, and takes the next file when it is done with one.
        let lint = || {
            let mut worker = worker();
            let places = std::iter::from_fn(|| places.get(next.fetch_add(1, Ordering::Relaxed)));
            let linted = |&place: &usize| {
                let found = batch[place].1;
                (place, worker(&found.path, found.unusable.as_deref()))
            };
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

/// How many of these files, with their sizes, make a batch.
fn batch_length(files: &[(u64, &Found)]) -> usize {
    let mut bytes = 0;
    let fits = |(size, _): &&(u64, &Found)| {
        let fits = bytes < BATCH_BYTES;
        bytes += size;
        fits
    };
    files.iter().take(BATCH_FILES).take_while(fits).count()
}

/// A file, or why there is none.
struct Found {
    path: PathBuf,
    unusable: Option<String>,
}

impl Found {
    /// How large it is, in bytes, as far as that can be told.
    fn size(&self) -> u64 {
        if self.unusable.is_some() { 0 } else { fs::metadata(&self.path).map_or(0, |metadata| metadata.len()) }
    }
}

/// Lints one file after the other.
pub struct FileLinter {
    analyzer: Analyzer,
    folders: Folders,
}

impl FileLinter {
    pub fn new(analyzer: Analyzer) -> Self {
        Self { analyzer, folders: Folders::default() }
    }

    /// Lints a file, or tells why it is unusable. A file that cannot be read is its own fatal message.
    pub fn lint(&mut self, file: &Path, unusable: Option<&str>) -> LintResult {
        if let Some(reason) = unusable {
            return self.unusable(file, reason);
        }
        let limits = self.analyzer.limits();
        match read_file(file, limits.max_bytes) {
            Ok(Contents::Whole(bytes)) => match decode(&bytes) {
                Ok(source) => lint_text(&mut self.analyzer, file, &source, Some(&self.folders.around(file))),
                Err(error) => self.unusable(file, &error.to_string()),
            },
            Ok(Contents::TooLarge(size)) => {
                let refusal = limits.refusal(size).unwrap_or_else(|| Analysis::over_limit("The text is too large"));
                LintResult::new(file.to_path_buf(), "", refusal, self.analyzer.rules())
            }
            Err(error) => self.unusable(file, &error.to_string()),
        }
    }

    /// Gives the answer to a file over which a process ended.
    pub fn ended(&self, path: &Path, message: String) -> LintResult {
        LintResult::new(path.to_path_buf(), "", Analysis::over_limit(message), self.analyzer.rules())
    }

    fn unusable(&self, path: &Path, reason: &str) -> LintResult {
        let fatal = Analysis::fatal(format!("The file cannot be read: {reason}"), 1, 1);
        LintResult { is_unreadable: true, ..LintResult::new(path.to_path_buf(), "", fatal, self.analyzer.rules()) }
    }
}

/// Lints one text under a file's name.
pub fn lint_text(
    analyzer: &mut Analyzer,
    path: &Path,
    source: &str,
    surroundings: Option<&dyn Surroundings>,
) -> LintResult {
    let analysis = analyzer.analyze_in(&path.to_string_lossy(), source, surroundings);
    LintResult::new(path.to_path_buf(), source, analysis, analyzer.rules())
}
