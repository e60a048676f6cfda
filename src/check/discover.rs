//! Which files a call means.

use std::path::{Path, PathBuf};

use ignore::WalkBuilder;
use thiserror::Error;

/// The extensions of files that are looked for in folders.
const EXTENSIONS: &[&str] = &["cjs", "cts", "js", "jsx", "mjs", "mts", "ts", "tsx"];

/// Folders that are not entered: other people's code, and version control's own.
const SKIPPED: &[&str] = &[".git", "node_modules"];

/// The name of our own ignore file, in gitignore's notation.
const IGNORE_FILE: &str = ".oxsecignore";

/// Why there is nothing to check.
#[derive(Debug, Error)]
pub enum DiscoverError {
    #[error("there is no file or folder `{}`", .0.display())]
    Missing(PathBuf),
    #[error(
        "`{}` holds no file to check: a folder is searched for {} that no ignore file leaves out (--no-ignore looks at all)",
        .0.display(),
        EXTENSIONS.iter().map(|extension| format!(".{extension}")).collect::<Vec<_>>().join(" ")
    )]
    Empty(PathBuf),
}

/// What was found.
#[derive(Debug, Default)]
pub struct Discovery {
    /// The files, absolute, sorted, each once.
    pub files: Vec<PathBuf>,
    /// What was named and could not be used, each with the reason: files that are not there, folders
    /// that cannot be read.
    pub unusable: Vec<(PathBuf, String)>,
}

/// Whether a file is looked for in folders by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    JavaScript,
    Other,
}

impl FileKind {
    pub fn of(path: &Path) -> Self {
        let known = path
            .extension()
            .and_then(|extension| extension.to_str())
            .is_some_and(|extension| EXTENSIONS.binary_search(&extension).is_ok());
        if known { FileKind::JavaScript } else { FileKind::Other }
    }
}

/// Finds the files that `paths` mean: a file is itself, whatever its name; a folder is all JavaScript
/// and TypeScript below it, except what `.gitignore`, `.ignore` and `.oxsecignore` leave out and what
/// stands in `node_modules`. With `no_ignore` nothing is left out.
///
/// # Errors
///
/// A path that is not there, if it is the only one; a folder in which there is nothing to check.
pub fn discover(paths: &[PathBuf], no_ignore: bool) -> Result<Discovery, DiscoverError> {
    let mut discovery = Discovery::default();
    for path in paths {
        let absolute = std::path::absolute(path).unwrap_or_else(|_| path.clone());
        if absolute.is_dir() {
            let before = discovery.files.len() + discovery.unusable.len();
            search(&absolute, no_ignore, &mut discovery);
            if discovery.files.len() + discovery.unusable.len() == before {
                return Err(DiscoverError::Empty(path.clone()));
            }
        } else if absolute.exists() {
            discovery.files.push(absolute);
        } else if paths.len() == 1 {
            return Err(DiscoverError::Missing(path.clone()));
        } else {
            discovery.unusable.push((absolute, "there is no such file or folder".into()));
        }
    }
    discovery.files.sort();
    discovery.files.dedup();
    Ok(discovery)
}

fn search(folder: &Path, no_ignore: bool, discovery: &mut Discovery) {
    let mut walk = WalkBuilder::new(folder);
    // In nearly the order of paths: sorting by whole paths takes longer.
    walk.hidden(false).standard_filters(false).sort_by_file_name(|one, other| one.cmp(other));
    if !no_ignore {
        walk.ignore(true)
            .git_ignore(true)
            .git_exclude(true)
            .parents(true)
            .require_git(false)
            .add_custom_ignore_filename(IGNORE_FILE)
            .filter_entry(|entry| {
                entry.depth() == 0 || !entry.file_name().to_str().is_some_and(|name| SKIPPED.contains(&name))
            });
    }
    for entry in walk.build() {
        match entry {
            Ok(entry) => {
                let is_file = entry.file_type().is_some_and(|kind| kind.is_file())
                    || entry.path_is_symlink() && entry.path().is_file();
                if is_file && FileKind::of(entry.path()) == FileKind::JavaScript {
                    discovery.files.push(entry.into_path());
                }
            }
            Err(error) => {
                let path = path_of(&error).unwrap_or(folder).to_path_buf();
                discovery.unusable.push((path, error.to_string()));
            }
        }
    }
}

/// The path that an error of the walk is about.
fn path_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => path_of(err),
        _ => None,
    }
}
