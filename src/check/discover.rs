//! Which files a call means.

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

/// The extensions of files that are looked for in folders.
const EXTENSIONS: &[&str] = &["cjs", "cts", "js", "jsx", "mjs", "mts", "ts", "tsx"];

/// Folders that are not entered: other people's code, and version control's own.
const SKIPPED: &[&str] = &[".git", "node_modules"];

/// The name of our own ignore file, in gitignore's notation.
const IGNORE_FILE: &str = ".oxsecignore";

/// The characters that make a path a glob, where there is no file of that very name.
const GLOB_CHARACTERS: &[char] = &['*', '?', '[', '{'];

/// Why a path gives nothing to check.
#[derive(Debug, Error)]
pub enum DiscoverError {
    #[error("there is no file or folder `{}`", .0.display())]
    Missing(PathBuf),
    #[error("no file matches the glob `{}`, apart from what ignore files leave out", .0.display())]
    NoMatch(PathBuf),
    #[error("the glob `{}` cannot be read: {reason}", .path.display())]
    Glob { path: PathBuf, reason: String },
    #[error(
        "`{}` holds no file to check: a folder is searched for {} that no ignore file leaves out (--no-ignore looks at all)",
        .0.display(),
        EXTENSIONS.iter().map(|extension| format!(".{extension}")).collect::<Vec<_>>().join(" ")
    )]
    Empty(PathBuf),
}

/// The files that were found.
#[derive(Default)]
pub struct Discovery {
    /// Sorted by path, each once.
    pub files: Vec<Found>,
}

/// A file, or a path that gave none.
pub struct Found {
    /// Absolute and without `..`.
    pub path: PathBuf,
    pub fate: Fate,
}

/// The fate of what was found.
pub enum Fate {
    /// It is checked, with these rules.
    Checked(Arc<Resolved>),
    /// It was named and is not checked, which a warning says.
    Ignored(&'static str),
    /// It was named and cannot be used, for this reason: a file that is not there, a folder that cannot be read.
    Unusable(String),
}

/// The settings by which files are chosen.
pub struct Selection {
    pub configs: Arc<Configs>,
    /// Whether ignore files count for nothing.
    pub no_ignore: bool,
    /// Whether a path that gives nothing is passed over.
    pub passes_unmatched: bool,
}

/// The kinds of files, by whether they are looked for in folders.
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
/// stands in `node_modules`; a glob is the files that match it, with the same exceptions. With
/// `no_ignore` nothing is left out. Under ESLint's configuration that decides alone, also of files that are named.
/// A path that gives nothing is unusable, and the others are found all the same.
///
/// # Errors
///
/// A path that gives nothing, if it is the only one; a configuration that is wrong for a file.
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
    /// What is wrong with the configuration.
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
        // Whether a file that is there can be read is found out when it is.
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
        // `src/**/*.ts` means what it says; `src/**` means what a folder means.
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
            // A file that is named is checked whatever its name and whatever ignores it, unless the call itself does.
            Ok(Status::External | Status::Unconfigured) if !config.is_eslint => {
                config.for_named(&path).map(Fate::Checked)
            }
            Ok(Status::Ignored) if !config.is_eslint && !config.ignores_by_call(&path) => {
                config.for_named(&path).map(Fate::Checked)
            }
            Ok(Status::Ignored) => Ok(Fate::Ignored(if in_node_modules(&path) {
                "The file is in node_modules and not checked: the ignore pattern \"!**/node_modules/\" lets it be, --no-warn-ignored leaves this out"
            } else {
                "The file matches an ignore pattern and is not checked: --no-ignore lets it be, --no-warn-ignored leaves this out"
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

    /// Adds the files below a folder that are meant and configured.
    fn search(&mut self, folder: &Path, is_meant: impl Fn(&Path) -> bool) {
        self.search_named(folder, is_meant, false);
    }

    /// As [`search`](Self::search), also for files that have no configuration where the call names their extension.
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
    /// Returns what applies to a file that a search found, if it is checked.
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

/// The paths that a walk came to.
struct Paths {
    files: Vec<PathBuf>,
    unusable: Vec<(PathBuf, String)>,
}

/// The path from the root on, without `.` and `..`, by its text alone, as Node's `path.resolve` gives it.
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

/// Adds the files below a folder that are meant.
fn search(folder: &Path, selection: &Selection, is_meant: impl Fn(&Path) -> bool, paths: &mut Paths) -> Result<()> {
    let config = selection.configs.of_folder(folder)?;
    let no_ignore = selection.no_ignore || config.is_eslint;
    let is_reached = !no_ignore && walk(ignore_root(folder), folder, selection, &config, &is_meant, paths);
    if !is_reached {
        walk(folder, folder, selection, &config, &is_meant, paths);
    }
    Ok(())
}

/// The folder whose ignore files are the first that count for what is in `folder`: the root of its repository, or else
/// the current folder where it is in there, or else the folder itself. Those above are other people's.
fn ignore_root(folder: &Path) -> &Path {
    if let Some(root) = folder.ancestors().find(|ancestor| ancestor.join(".git").exists()) {
        return root;
    }
    let current = std::env::current_dir().unwrap_or_default();
    folder.ancestors().find(|ancestor| *ancestor == current).unwrap_or(folder)
}

/// Walks from `root` to `folder`, whose files it adds, and says whether the ignore files on the way let it come there.
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
    // In nearly the order of paths: sorting by whole paths takes longer.
    walk.hidden(false).standard_filters(false).sort_by_file_name(|one, other| one.cmp(other));
    if config.is_eslint {
        let configs = Arc::clone(&selection.configs);
        walk.filter_entry(move |entry| {
            let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
            // What is wrong with a configuration is said of the first file that it is for.
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
                // A folder on the way that cannot be listed leaves `folder` to be walked by itself.
                if path.starts_with(folder) {
                    discovery.unusable.push((path, error.to_string()));
                }
            }
        }
    }
    discovery.unusable.append(&mut unusable.lock().unwrap_or_else(PoisonError::into_inner));
    is_reached
}

/// Returns the ignore file of a folder that cannot be read to its end, and why: a device or a FIFO, or one that is far
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

/// The path that an error of the walk is about.
fn path_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => path_of(err),
        _ => None,
    }
}
