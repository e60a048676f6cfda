//! ESLint's suppressions file: the number of known errors of each rule in each file, which are suppressed.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Component, Path, PathBuf},
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use miette::{IntoDiagnostic, Report, Result, WrapErr, miette};
use oxsec_rules::{Severity, SuppressedMessage, Suppression};
use serde::{Deserialize, Serialize};

use super::{LintResult, absolute};

/// The file name where the call gives none.
pub const SUPPRESSIONS_FILE: &str = "eslint-suppressions.json";

/// The bytes of the largest file that is read.
const MAX_FILE_BYTES: u64 = 64 << 20;

/// The number of suppressed errors, by file (relative to the current folder) and rule.
type Counts = BTreeMap<String, BTreeMap<String, Count>>;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Count {
    count: u64,
}

/// The changes that a call makes to the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Suppress all present errors: ESLint's `--suppress-all`.
    pub suppress_all: bool,
    /// Suppress the errors of these rules: `--suppress-rule`.
    pub suppress_rules: Vec<String>,
    /// Remove entries that no longer occur: `--prune-suppressions`.
    pub prune: bool,
}

impl Changes {
    fn adds(&self, rule: &str) -> bool {
        self.suppress_all || self.suppress_rules.iter().any(|known| known == rule)
    }

    fn are_some(&self) -> bool {
        *self != Self::default()
    }
}

/// The suppressions of a run.
pub struct Suppressions {
    path: PathBuf,
    cwd: PathBuf,
    changes: Changes,
    counts: Mutex<Counts>,
    has_unused: AtomicBool,
}

impl Suppressions {
    /// Reads the suppressions file of a run in a folder; `None` where there is none and none is to be written.
    ///
    /// # Errors
    ///
    /// The file that the call names is missing, or the file cannot be read.
    pub fn read(cwd: &Path, named: Option<&Path>, changes: Changes) -> Result<Option<Self>> {
        let path = absolute(&cwd.join(named.unwrap_or(Path::new(SUPPRESSIONS_FILE))));
        if path.is_dir() {
            return Err(miette!(
                help = format!("name a file in it: --suppressions-location {}", path.join(SUPPRESSIONS_FILE).display()),
                "`{}` is a folder, and suppressions are in a file",
                path.display()
            ));
        }
        let adds = changes.suppress_all || !changes.suppress_rules.is_empty();
        let counts = match load(&path) {
            Ok(counts) => counts,
            Err(error) if error.kind() == io::ErrorKind::NotFound && (named.is_none() || adds) => {
                if !changes.are_some() {
                    return Ok(None);
                }
                Counts::new()
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Err(miette!(
                    help = "--suppress-all or --suppress-rule writes one",
                    "there is no suppressions file `{}`",
                    path.display()
                ));
            }
            Err(error) => return Err(unreadable(&path, error)),
        };
        let cwd = cwd.to_path_buf();
        Ok(Some(Self { path, cwd, changes, counts: Mutex::new(counts), has_unused: AtomicBool::new(false) }))
    }

    /// Removes the suppressed errors from a result, after the file has been changed as the call says.
    pub fn apply(&self, result: &mut LintResult) {
        let file = relative(&result.file_path, &self.cwd);
        let mut found: BTreeMap<&str, u64> = BTreeMap::new();
        for message in result.messages.iter().filter(|message| message.severity == Severity::Error) {
            if let Some(rule) = &message.rule_id {
                *found.entry(rule).or_default() += 1;
            }
        }
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        for (&rule, &count) in found.iter().filter(|(rule, _)| self.changes.adds(rule)) {
            counts.entry(file.clone()).or_default().insert(rule.to_owned(), Count { count });
        }
        let Some(known) = counts.get_mut(&file) else { return };
        if self.changes.prune {
            known.retain(|rule, known| match found.get(&**rule) {
                Some(&count) => {
                    known.count = known.count.min(count);
                    true
                }
                None => false,
            });
        }
        let is_unused = |(rule, known): (&String, &Count)| found.get(&**rule).is_none_or(|&count| count < known.count);
        if known.iter().any(is_unused) {
            self.has_unused.store(true, Ordering::Relaxed);
        }
        let is_let_be =
            |rule: &str| found.get(rule).zip(known.get(rule)).is_some_and(|(&count, known)| count <= known.count);
        let rules: Vec<String> = found.keys().filter(|rule| is_let_be(rule)).map(|&rule| rule.to_owned()).collect();
        if known.is_empty() {
            counts.remove(&file);
        }
        drop(counts);
        if !rules.is_empty() {
            suppress(result, &rules);
        }
    }

    /// Returns whether a suppressed error did not occur in a file that was checked.
    pub fn has_unused(&self) -> bool {
        self.has_unused.load(Ordering::Relaxed)
    }

    /// Returns the path and the new contents of the file, where the call changes it.
    pub fn changed(&self) -> Option<(&Path, String)> {
        if !self.changes.are_some() {
            return None;
        }
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        if self.changes.prune {
            counts.retain(|file, _| self.cwd.join(file).exists());
        }
        // As ESLint writes it, to the byte.
        let text = if counts.is_empty() {
            "{\n}".to_owned()
        } else {
            serde_json::to_string_pretty(&*counts).expect("names and numbers are JSON")
        };
        Some((&self.path, text))
    }
}

fn load(path: &Path) -> io::Result<Counts> {
    let metadata = fs::metadata(path)?;
    if !metadata.is_file() || metadata.len() > MAX_FILE_BYTES {
        return Err(io::Error::other(format!("it is not a regular file of at most {MAX_FILE_BYTES} bytes")));
    }
    Ok(serde_json::from_slice(&fs::read(path)?)?)
}

fn unreadable(path: &Path, error: io::Error) -> Report {
    let result: Result<()> = Err(error).into_diagnostic();
    let help = "it is what --suppress-all writes: {\"FILE\": {\"RULE\": {\"count\": 1}}}";
    let wrapped = result.wrap_err_with(|| format!("the suppressions file `{}` cannot be read; {help}", path.display()));
    wrapped.err().unwrap_or_else(|| miette!("{help}"))
}

/// Suppresses all messages of some rules.
fn suppress(result: &mut LintResult, rules: &[String]) {
    let is_let_be = |rule: Option<&str>| rule.is_some_and(|rule| rules.iter().any(|known| known == rule));
    let (taken, left) =
        std::mem::take(&mut result.messages).into_iter().partition(|message| is_let_be(message.rule_id.as_deref()));
    let taken: Vec<_> = taken;
    // In ESLint's order: rule by rule.
    for rule in rules {
        let of_rule = taken.iter().filter(|message| message.rule_id.as_deref() == Some(rule)).cloned();
        let suppressions = || vec![Suppression { kind: "file".into(), justification: String::new() }];
        let suppressed = of_rule.map(|message| SuppressedMessage { message, suppressions: suppressions() });
        result.suppressed_messages.extend(suppressed);
    }
    result.messages = left;
    result.count_messages();
}

/// Returns the path relative to a folder, with `/` as separator, like Node's `path.relative`.
fn relative(path: &Path, folder: &Path) -> String {
    let (mut path, mut folder) = (path.components().peekable(), folder.components().peekable());
    while path.peek().is_some() && path.peek() == folder.peek() {
        path.next();
        folder.next();
    }
    let up = folder.map(|_| "..".into());
    let down = path.map(|part: Component<'_>| part.as_os_str().to_string_lossy());
    up.chain(down).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_start_from_the_folder() {
        assert_eq!(relative(Path::new("/a/b/c.js"), Path::new("/a")), "b/c.js");
        assert_eq!(relative(Path::new("/a/c.js"), Path::new("/a/b/d")), "../../c.js");
    }
}
