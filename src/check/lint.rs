//! Reading files and linting them, in parallel.

use std::{
    cmp::Reverse,
    fs::{self, File},
    io::{self, Read},
    path::{Path, PathBuf},
    sync::atomic::{AtomicUsize, Ordering},
};

use oxsec_rules::{Analysis, Analyzer, Limits, RuleSet, Surroundings};
use rayon::prelude::*;

use super::{Discovery, LintResult, surroundings::Folders};

/// Lints what was found, does something with each result on the thread that it came up on, and gives what that gives,
/// sorted by path. A file that cannot be read is its own fatal message.
pub fn lint_files<T: Send>(
    discovery: Discovery,
    rules: &RuleSet,
    limits: Limits,
    each: impl Fn(LintResult) -> T + Sync,
) -> Vec<T> {
    let Discovery { files, unusable } = discovery;
    let is_worth_threads = files.len() > 1;
    let mut found: Vec<Found> = files
        .into_iter()
        .map(|path| Found { path, unusable: None })
        .chain(unusable.into_iter().map(|(path, reason)| Found { path, unusable: Some(reason) }))
        .collect();
    found.sort_by(|one, other| one.path.cmp(&other.path));
    let worker = || Worker { analyzer: Analyzer::with_limits(rules, limits), folders: Folders::default() };
    if !is_worth_threads {
        let mut worker = worker();
        return found.iter().map(|found| each(worker.lint(found, found.size()))).collect();
    }
    // The largest first, so that no thread is left alone with one at the end.
    let mut sized: Vec<(u64, usize)> =
        found.par_iter().enumerate().map(|(place, found)| (found.size(), place)).collect();
    sized.sort_unstable_by_key(|&(size, place)| (Reverse(size), place));
    // Each thread keeps its analyzer, and takes the next file when it is done with one.
    let next = AtomicUsize::new(0);
    let lint = |_: rayon::BroadcastContext| -> Vec<(usize, T)> {
        let mut worker = worker();
        std::iter::from_fn(|| sized.get(next.fetch_add(1, Ordering::Relaxed)))
            .map(|&(size, place)| (place, each(worker.lint(&found[place], size))))
            .collect()
    };
    let mut done: Vec<(usize, T)> = rayon::broadcast(lint).into_iter().flatten().collect();
    done.sort_unstable_by_key(|&(place, _)| place);
    done.into_iter().map(|(_, result)| result).collect()
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

/// What one thread works with.
struct Worker {
    analyzer: Analyzer,
    folders: Folders,
}

impl Worker {
    fn lint(&mut self, found: &Found, size: u64) -> LintResult {
        let file = found.path.as_path();
        if let Some(reason) = &found.unusable {
            return unusable_file(file, reason);
        }
        if let Some(refusal) = self.analyzer.limits().refusal(usize::try_from(size).unwrap_or(usize::MAX)) {
            return LintResult::new(file.to_path_buf(), "", refusal);
        }
        match read(file, size) {
            Ok(source) => lint_text(&mut self.analyzer, file, &source, Some(&self.folders.around(file))),
            Err(error) => unusable_file(file, &error.to_string()),
        }
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
    LintResult::new(path.to_path_buf(), source, analysis)
}

/// The text of a file of about this size: UTF-8, with U+FFFD for what is none.
fn read(file: &Path, size: u64) -> io::Result<String> {
    let mut bytes = Vec::new();
    // With one more, so that the end is found without making room. The size is known and not asked for again.
    bytes.try_reserve_exact(usize::try_from(size).unwrap_or(usize::MAX).saturating_add(1))?;
    File::open(file)?.take(u64::MAX).read_to_end(&mut bytes)?;
    Ok(String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned()))
}

fn unusable_file(path: &Path, reason: &str) -> LintResult {
    LintResult::new(path.to_path_buf(), "", Analysis::fatal(format!("The file cannot be read: {reason}"), 1, 1))
}
