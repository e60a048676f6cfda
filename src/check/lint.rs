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

/// Lints what was found. The results are sorted by path; a file that cannot be read is its own fatal
/// message.
pub fn lint_files(discovery: Discovery, rules: &RuleSet, limits: Limits) -> Vec<LintResult> {
    let worker = || Worker { limits, analyzer: Analyzer::with_limits(rules, limits), folders: Folders::default() };
    let Discovery { files, unusable } = discovery;
    let mut results: Vec<LintResult> = match files.as_slice() {
        // One file is not worth a pool of threads.
        [file] => vec![worker().lint(file, size_of(file))],
        _ => {
            // The largest first, so that no thread is left alone with one at the end.
            let mut sized: Vec<(u64, PathBuf)> = files.into_par_iter().map(|file| (size_of(&file), file)).collect();
            sized.sort_unstable_by(|one, other| (Reverse(one.0), &one.1).cmp(&(Reverse(other.0), &other.1)));
            // Each thread keeps its analyzer, and takes the next file when it is done with one.
            let next = AtomicUsize::new(0);
            let lint = |_: rayon::BroadcastContext| -> Vec<LintResult> {
                let mut worker = worker();
                std::iter::from_fn(|| sized.get(next.fetch_add(1, Ordering::Relaxed)))
                    .map(|(size, file)| worker.lint(file, *size))
                    .collect()
            };
            rayon::broadcast(lint).into_iter().flatten().collect()
        }
    };
    results.extend(unusable.into_iter().map(|(path, reason)| unusable_file(path, &reason)));
    results.sort_by(|one, other| one.file_path.cmp(&other.file_path));
    results
}

/// A file's size in bytes as far as it can be told.
fn size_of(file: &Path) -> u64 {
    fs::metadata(file).map_or(0, |metadata| metadata.len())
}

/// What one thread works with.
struct Worker {
    limits: Limits,
    analyzer: Analyzer,
    folders: Folders,
}

impl Worker {
    fn lint(&mut self, file: &Path, size: u64) -> LintResult {
        if let Some(refusal) = self.limits.refusal(usize::try_from(size).unwrap_or(usize::MAX)) {
            return LintResult::new(file.to_path_buf(), "", refusal);
        }
        match read(file, size) {
            Ok(source) => lint_text(&mut self.analyzer, file, &source, Some(&self.folders.around(file))),
            Err(error) => unusable_file(file.to_path_buf(), &error.to_string()),
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

fn unusable_file(path: PathBuf, reason: &str) -> LintResult {
    LintResult::new(path, "", Analysis::fatal(format!("The file cannot be read: {reason}"), 1, 1))
}
