//! Reading files and linting them, in parallel.

use std::{
    cmp::Reverse,
    fs, io,
    path::{Path, PathBuf},
    sync::atomic::{AtomicUsize, Ordering},
};

use oxsec_rules::{Analysis, Analyzer, Limits, RuleSet, Surroundings};
use rayon::prelude::*;

use super::{Discovery, LintResult, surroundings::Folder};

/// Lints what was found. The results are sorted by path; a file that cannot be read is its own fatal
/// message.
pub fn lint_files(discovery: Discovery, rules: &RuleSet, limits: Limits) -> Vec<LintResult> {
    let analyzer = || Analyzer::with_limits(rules, limits);
    let Discovery { files, unusable } = discovery;
    let mut results: Vec<LintResult> = match files.as_slice() {
        // One file is not worth a pool of threads.
        [file] => vec![lint_file(&mut analyzer(), file)],
        _ => {
            // The largest first, so that no thread is left alone with one at the end.
            let mut sized: Vec<(u64, PathBuf)> = files
                .into_par_iter()
                .map(|file| (fs::metadata(&file).map_or(0, |metadata| metadata.len()), file))
                .collect();
            sized.sort_unstable_by(|one, other| (Reverse(one.0), &one.1).cmp(&(Reverse(other.0), &other.1)));
            // Each thread keeps its analyzer, and takes the next file when it is done with one.
            let next = AtomicUsize::new(0);
            let lint = |_: rayon::BroadcastContext| -> Vec<LintResult> {
                let mut analyzer = analyzer();
                std::iter::from_fn(|| sized.get(next.fetch_add(1, Ordering::Relaxed)))
                    .map(|(_, file)| lint_file(&mut analyzer, file))
                    .collect()
            };
            rayon::broadcast(lint).into_iter().flatten().collect()
        }
    };
    results.extend(unusable.into_iter().map(|(path, reason)| unusable_file(path, &reason)));
    results.sort_by(|one, other| one.file_path.cmp(&other.file_path));
    results
}

fn lint_file(analyzer: &mut Analyzer, file: &Path) -> LintResult {
    match read(file) {
        Ok(source) => lint_text(analyzer, file, &source, Some(&Folder(file))),
        Err(error) => unusable_file(file.to_path_buf(), &error.to_string()),
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

/// A file's text: UTF-8, with U+FFFD for what is none.
fn read(file: &Path) -> io::Result<String> {
    let bytes = fs::read(file)?;
    Ok(String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned()))
}

fn unusable_file(path: PathBuf, reason: &str) -> LintResult {
    LintResult::new(path, "", Analysis::fatal(format!("The file cannot be read: {reason}"), 1, 1))
}
