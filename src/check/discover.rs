//! Discovery of the files that a call names.

use std::{
    fs,
    path::{Component, Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

use globset::GlobBuilder;
use ignore::WalkBuilder;
use miette::{IntoDiagnostic, Report, Result};
use thiserror::Error;

use super::read::check_kind;
use crate::config::{Config, Configs, Resolved, Status};

/// The extensions of files that are searched for in folders.
const EXTENSIONS: &[&str] = &["cjs", "cts", "js", "jsx", "mjs", "mts", "ts", "tsx"];

/// The folders that are not entered: other people's code, and the version control system's.
const SKIPPED: &[&str] = &[".git", "node_modules"];

/// The name of our own ignore file, in gitignore's notation.
const IGNORE_FILE: &str = ".oxsecignore";

/// The characters that make a path a glob, unless a file has exactly this name.
const GLOB_CHARACTERS: &[char] = &['*', '?', '[', '{'];

/// The reason why a path yields nothing to check.
#[derive(Debug, Error)]
pub enum DiscoverError {
    #[error("there is no file or folder `{}`", .0.display())]
    Missing(PathBuf),
    #[error("no file matches the glob `{}`, or ignore files exclude all that do", .0.display())]
    NoMatch(PathBuf),
    #[error("the glob `{}` is invalid: {reason}", .path.display())]
    Glob { path: PathBuf, reason: String },
    #[error(
        "`{}` has no files to check; expected files with the extensions {} that no ignore file excludes; \
         --no-ignore includes those too",
        .0.display(),
        EXTENSIONS.iter().map(|extension| format!(".{extension}")).collect::<Vec<_>>().join(" ")
    )]
    Empty(PathBuf),
}

/// The files that were found.
#[derive(Default)]
pub struct Discovery {
    /// The files sorted by path, each once.
    pub files: Vec<Found>,
}

/// A file, or a path that yielded none.
pub struct Found {
    /// The absolute path, without `..`.
    pub path: PathBuf,
    pub fate: Fate,
}

/// The treatment of a path.
pub enum Fate {
    /// It is checked, with these rules.
    Checked(Arc<Resolved>),
    /// It was named and is not checked, which a warning says.
    Ignored(&'static str),
    /// It was named and cannot be used, for this reason: a missing file, an unreadable folder.
    Unusable(String),
}

/// The settings that select files.
pub struct Selection {
    pub configs: Arc<Configs>,
    /// Ignore files are ignored.
    pub no_ignore: bool,
    /// A path that yields nothing is skipped.
    pub passes_unmatched: bool,
}

/// The kind of a file: whether folders are searched for it.
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

/// Finds the files that `paths` name: a file is itself, whatever its name; a folder is all JavaScript and TypeScript
/// below it, except for `node_modules` and what `.gitignore`, `.ignore` and `.oxsecignore` exclude; a glob is the files
/// that match it, with the same exceptions. With `no_ignore` nothing is excluded. Under ESLint's configuration that
/// alone decides, also about named files. A path that yields nothing is unusable, and the others are found all the
/// same.
///
/// # Errors
///
/// A single path yields nothing, or the configuration is wrong for a file.
pub fn discover(paths: &[PathBuf], selection: &Selection) -> Result<Discovery> {
    let mut search = Search { selection, discovery: Discovery::default(), wrong: None };
    for path in paths {
        let found = search.add(path);
        if let Some(wrong) = search.wrong.take() {
            return Err(wrong);
        }
        match found {
            Ok(()) => {}
            Err(DiscoverError::Missing(_) | DiscoverError::NoMatch(_) | DiscoverError::Empty(_))
                if selection.passes_unmatched => {}
            Err(error) if paths.len() == 1 => return Err(error).into_diagnostic(),
            Err(error) => search.push(absolute(path), Fate::Unusable(error.to_string())),
        }
    }
    let mut discovery = search.discovery;
    discovery.files.sort_by(|one, other| one.path.cmp(&other.path));
    discovery.files.dedup_by(|later, earlier| later.path == earlier.path);
    Ok(discovery)
}

struct Search<'s> {
    selection: &'s Selection,
    discovery: Discovery,
    /// The error in the configuration.
    wrong: Option<Report>,
}

impl Search<'_> {
    fn push(&mut self, path: PathBuf, fate: Fate) {
        self.discovery.files.push(Found { path, fate });
    }

    fn add(&mut self, path: &Path) -> Result<(), DiscoverError> {
        let absolute = absolute(path);
        let before = self.discovery.files.len();
        if absolute.is_dir() {
            self.search(&absolute, |_| true);
            let is_empty = self.discovery.files.len() == before;
            return if is_empty { Err(DiscoverError::Empty(path.to_path_buf())) } else { Ok(()) };
        }
        // An existing file that cannot be read fails when it is read.
        if absolute.symlink_metadata().is_ok() {
            self.add_named(absolute);
            return Ok(());
        }
        let Some(pattern) = path.to_str().filter(|path| path.contains(GLOB_CHARACTERS)) else {
            return Err(DiscoverError::Missing(path.to_path_buf()));
        };
        let glob = GlobBuilder::new(&absolute.to_string_lossy())
            .literal_separator(true)
            .build()
            .map_err(|error| DiscoverError::Glob { path: path.to_path_buf(), reason: error.kind().to_string() })?
            .compile_matcher();
        // `src/**/*.ts` means exactly that; `src/**` means the same as a folder.
        let names_extension = Path::new(pattern).extension().is_some_and(|extension| extension != "*");
        let selection = self.selection;
        let is_eslint = |file: &Path| selection.configs.of_file(file).is_ok_and(|config| config.is_eslint);
        let is_meant = |file: &Path| {
            glob.is_match(file) && (names_extension || FileKind::of(file) == FileKind::JavaScript || is_eslint(file))
        };
        let folder = absolute.ancestors().find(|folder| !folder.to_string_lossy().contains(GLOB_CHARACTERS));
        if let Some(folder) = folder.filter(|folder| folder.is_dir()) {
            let mut found = Vec::new();
            std::mem::swap(&mut found, &mut self.discovery.files);
            let mut inner = Search { selection: self.selection, discovery: Discovery::default(), wrong: None };
            inner.search_named(folder, is_meant, names_extension);
            found.append(&mut inner.discovery.files);
            self.wrong = self.wrong.take().or(inner.wrong);
            self.discovery.files = found;
        }
        let is_empty = self.discovery.files.len() == before;
        if is_empty { Err(DiscoverError::NoMatch(path.to_path_buf())) } else { Ok(()) }
    }

    /// Adds a file that the call names.
    fn add_named(&mut self, path: PathBuf) {
        let config = match self.selection.configs.of_file(&path) {
            Ok(config) => config,
            Err(wrong) => {
                self.wrong = Some(wrong);
                return;
            }
        };
        let fate = match config.status(&path) {
            Ok(Status::Checked(rules)) => Ok(Fate::Checked(rules)),
            // A named file is checked whatever its name and whatever ignores it, unless the call itself does.
            Ok(Status::External | Status::Unconfigured) if !config.is_eslint => {
                config.for_named(&path).map(Fate::Checked)
            }
            Ok(Status::Ignored) if !config.is_eslint && !config.ignores_by_call(&path) => {
                config.for_named(&path).map(Fate::Checked)
            }
            Ok(Status::Ignored) => Ok(Fate::Ignored(if in_node_modules(&path) {
                "The file is in node_modules and not checked; check it with the ignore pattern \"!**/node_modules/\", \
                 or silence this warning with --no-warn-ignored"
            } else {
                "The file matches an ignore pattern and is not checked; check it with --no-ignore, or silence this \
                 warning with --no-warn-ignored"
            })),
            Ok(Status::External) => {
                Ok(Fate::Ignored("The file is not within the configuration's folder and not checked"))
            }
            Ok(Status::Unconfigured) => {
                Ok(Fate::Ignored("No object of the configuration matches the file with `files`, and it is not checked"))
            }
            Err(wrong) => Err(wrong),
        };
        match fate {
            Ok(fate) => self.push(path, fate),
            Err(wrong) => self.wrong = Some(wrong),
        }
    }

    /// Adds the files below a folder that satisfy `is_meant` and are configured.
    fn search(&mut self, folder: &Path, is_meant: impl Fn(&Path) -> bool) {
        self.search_named(folder, is_meant, false);
    }

    /// Works like [`search`](Self::search), and adds files without a configuration where the call names their
    /// extension.
    fn search_named(&mut self, folder: &Path, is_meant: impl Fn(&Path) -> bool, names_extension: bool) {
        let mut paths = Paths { files: Vec::new(), unusable: Vec::new() };
        if let Err(wrong) = search(folder, self.selection, is_meant, &mut paths) {
            self.wrong = Some(self.wrong.take().unwrap_or(wrong));
            return;
        }
        for path in paths.files {
            match self.resolved(&path, names_extension) {
                Ok(Some(rules)) => self.discovery.files.push(Found { path, fate: Fate::Checked(rules) }),
                Ok(None) => {}
                Err(wrong) => self.wrong = Some(self.wrong.take().unwrap_or(wrong)),
            }
        }
        for (path, reason) in paths.unusable {
            self.push(path, Fate::Unusable(reason));
        }
    }
}

impl Search<'_> {
    /// Returns the configuration of a file that a search found, if the file is checked.
    fn resolved(&self, path: &Path, names_extension: bool) -> Result<Option<Arc<Resolved>>> {
        let config = self.selection.configs.of_file(path)?;
        match config.status(path)? {
            Status::Checked(rules) => Ok(Some(rules)),
            Status::Unconfigured if names_extension && !config.is_eslint => config.for_named(path).map(Some),
            Status::Unconfigured | Status::External | Status::Ignored => Ok(None),
        }
    }
}

fn in_node_modules(path: &Path) -> bool {
    path.components().any(|component| component.as_os_str() == "node_modules")
}

/// The paths that a walk found.
struct Paths {
    files: Vec<PathBuf>,
    unusable: Vec<(PathBuf, String)>,
}

/// Returns the path from the root, with `.` and `..` resolved in the text alone, like Node's `path.resolve`.
pub fn absolute(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    let mut resolved = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => {
                resolved.pop();
            }
            component => resolved.push(component),
        }
    }
    resolved
}

/// Adds the files below a folder that satisfy `is_meant`.
fn search(folder: &Path, selection: &Selection, is_meant: impl Fn(&Path) -> bool, paths: &mut Paths) -> Result<()> {
    let config = selection.configs.of_folder(folder)?;
    let no_ignore = selection.no_ignore || config.is_eslint;
    let is_reached = !no_ignore && walk(ignore_root(folder), folder, selection, &config, &is_meant, paths);
    if !is_reached {
        walk(folder, folder, selection, &config, &is_meant, paths);
    }
    Ok(())
}

/// Returns the topmost folder whose ignore files count for the contents of `folder`: the root of its repository, or
/// else the current folder if it contains `folder`, or else `folder` itself. Those above belong to others.
fn ignore_root(folder: &Path) -> &Path {
    if let Some(root) = folder.ancestors().find(|ancestor| ancestor.join(".git").exists()) {
        return root;
    }
    let current = std::env::current_dir().unwrap_or_default();
    folder.ancestors().find(|ancestor| *ancestor == current).unwrap_or(folder)
}

/// Walks from `root` to `folder` and adds its files. Returns whether the ignore files on the way let the walk reach it.
fn walk(
    root: &Path,
    folder: &Path,
    selection: &Selection,
    config: &Config,
    is_meant: &impl Fn(&Path) -> bool,
    discovery: &mut Paths,
) -> bool {
    let reads_ignore_files = !selection.no_ignore && !config.is_eslint;
    if reads_ignore_files && let Some((path, reason)) = unusable_ignore_file(root) {
        discovery.unusable.push((path, reason));
        return true;
    }
    let unusable = Arc::new(Mutex::new(Vec::new()));
    let mut walk = WalkBuilder::new(root);
    // Nearly in path order: sorting by whole paths takes longer.
    walk.hidden(false).standard_filters(false).sort_by_file_name(|one, other| one.cmp(other));
    if config.is_eslint {
        let configs = Arc::clone(&selection.configs);
        walk.filter_entry(move |entry| {
            let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
            // An error in a configuration is reported for the first file that it applies to.
            let is_ignored = || configs.of_folder(entry.path()).is_ok_and(|config| config.ignores_folder(entry.path()));
            entry.depth() == 0 || !is_folder || !is_ignored()
        });
    } else if !selection.no_ignore {
        walk.ignore(true).git_ignore(true).git_exclude(true).require_git(false).add_custom_ignore_filename(IGNORE_FILE);
        let folder = folder.to_path_buf();
        let unusable = Arc::clone(&unusable);
        walk.filter_entry(move |entry| {
            let path = entry.path();
            let is_meant = folder.starts_with(path)
                || path.starts_with(&folder) && !entry.file_name().to_str().is_some_and(|name| SKIPPED.contains(&name));
            let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
            let odd = if is_meant && is_folder { unusable_ignore_file(path) } else { None };
            let is_entered = is_meant && odd.is_none();
            unusable.lock().unwrap_or_else(PoisonError::into_inner).extend(odd);
            is_entered
        });
    }
    let mut is_reached = false;
    for entry in walk.build() {
        match entry {
            Ok(entry) => {
                is_reached |= entry.path().starts_with(folder);
                let is_file = entry.file_type().is_some_and(|kind| kind.is_file())
                    || entry.path_is_symlink() && entry.path().is_file();
                if is_file && entry.path().starts_with(folder) && is_meant(entry.path()) {
                    discovery.files.push(entry.into_path());
                }
            }
            Err(error) => {
                let path = path_of(&error).unwrap_or(folder).to_path_buf();
                // An unreadable folder on the way leaves `folder` to be walked by itself.
                if path.starts_with(folder) {
                    discovery.unusable.push((path, error.to_string()));
                }
            }
        }
    }
    discovery.unusable.append(&mut unusable.lock().unwrap_or_else(PoisonError::into_inner));
    is_reached
}

/// Returns the ignore file of a folder that cannot be read to its end, and why: a device or a FIFO, or a file far
/// larger than any list.
fn unusable_ignore_file(folder: &Path) -> Option<(PathBuf, String)> {
    const MAX_IGNORE_FILE_BYTES: u64 = 16 << 20;
    [".gitignore", ".ignore", IGNORE_FILE, ".git/info/exclude"].iter().find_map(|name| {
        let path = folder.join(name);
        let metadata = fs::metadata(&path).ok().filter(|metadata| !metadata.is_dir())?;
        let reason = match check_kind(&metadata) {
            Err(error) => error.to_string(),
            Ok(()) if metadata.len() > MAX_IGNORE_FILE_BYTES => {
                format!("it is larger than {MAX_IGNORE_FILE_BYTES} bytes")
            }
            Ok(()) => return None,
        };
        Some((path, format!("as an ignore file {reason}")))
    })
}

/// Returns the path that an error of the walk is about.
fn path_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => path_of(err),
        _ => None,
    }
}
