//! `oxsec check` of Parquet: data sets in one file, in several files, and in folders of shards.

use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use miette::{IntoDiagnostic, Result, WrapErr, miette};

use super::{super::WRONG_CALL, args::Args, same_file};
use crate::{
    check::{DatasetOptions, DatasetSummary, lint_dataset},
    cli::{output, start_threads},
    text::print_error_line,
};

/// The depth to which folders of shards are searched.
const MAX_FOLDER_DEPTH: usize = 16;

/// A Parquet file to check.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Shard {
    path: PathBuf,
    /// Its name in the folder of results: its path below the named folder.
    name: PathBuf,
}

/// Returns the Parquet files that paths name: files, and the contents of folders with nothing else in them. `None`
/// where no path is one of these.
///
/// # Errors
///
/// Some paths are data sets and others are not, or two would have the same result.
pub fn find(paths: &[PathBuf]) -> Result<Option<Vec<Shard>>> {
    let mut shards = Vec::new();
    let mut other = None;
    for path in paths {
        if is_parquet(path) {
            let name = path.file_name().map(PathBuf::from).unwrap_or_default();
            shards.push(Shard { path: path.clone(), name });
        } else if path.is_dir() && holds_shards(path, path, MAX_FOLDER_DEPTH, &mut shards) {
        } else {
            other = Some(path);
        }
    }
    let Some(first) = shards.first() else { return Ok(None) };
    if let Some(other) = other {
        return Err(miette!(
            help = "check Parquet files and code in two calls",
            "`{}` is Parquet and `{}` is not",
            first.path.display(),
            other.display()
        ));
    }
    shards.sort();
    shards.dedup();
    let mut names: Vec<&Shard> = shards.iter().collect();
    names.sort_by_key(|shard| &shard.name);
    if let Some([one, two]) = names.array_windows().find(|[one, two]| one.name == two.name) {
        let (one, two) = (one.path.display(), two.path.display());
        return Err(miette!("`{one}` and `{two}` would have one result; check their folder, or rename one"));
    }
    Ok(Some(shards))
}

fn is_parquet(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "parquet")
}

/// Adds the Parquet files below a folder, unless it holds other files too; returns whether there are any. Names that
/// begin with `.` or `_` are the writers' own files.
fn holds_shards(root: &Path, folder: &Path, depth: usize, shards: &mut Vec<Shard>) -> bool {
    let before = shards.len();
    if add_shards(root, folder, depth, shards).is_none() {
        shards.truncate(before);
    }
    shards.len() > before
}

/// Adds the Parquet files below a folder. `None` where there is another file, or an unreadable one.
fn add_shards(root: &Path, folder: &Path, depth: usize, shards: &mut Vec<Shard>) -> Option<()> {
    for entry in fs::read_dir(folder).ok()?.flatten() {
        let (path, kind) = (entry.path(), entry.file_type().ok()?);
        if matches!(entry.file_name().as_encoded_bytes(), [b'.' | b'_', ..]) {
            continue;
        }
        if kind.is_dir() {
            let is_shards = depth > 0 && holds_shards(root, &path, depth - 1, shards);
            is_shards.then_some(())?;
        } else if is_parquet(&path) {
            let name = path.strip_prefix(root).ok()?.to_path_buf();
            shards.push(Shard { path, name });
        } else {
            return None;
        }
    }
    Some(())
}

/// Copies data sets with the findings of each row added: one to a file, several into a folder. A failure is reported,
/// and the rest is checked.
pub fn check(args: &Args, shards: &[Shard]) -> Result<ExitCode> {
    let out = args.output_file.as_deref().ok_or_else(|| {
        miette!(
            help = "name the new data set with --output-file FILE, or FOLDER where there are several",
            "`{}` is a data set, whose findings go to another one",
            shards[0].path.display()
        )
    })?;
    let rules = args.rules.rule_set()?;
    start_threads(args.threads())?;
    let names_folder = !args.paths.contains(&shards[0].path);
    let into_folder = shards.len() > 1 || names_folder || out.is_dir();
    if into_folder && out.exists() && !out.is_dir() {
        return Err(miette!("`{}` is a file; several data sets need a folder", out.display()));
    }
    let mut whole = DatasetSummary::default();
    let mut failed = 0;
    for shard in shards {
        let target = if into_folder { out.join(&shard.name) } else { out.to_path_buf() };
        match check_one(args, &shard.path, &target, &rules) {
            Ok(summary) => {
                whole.rows_with_errors += summary.rows_with_errors;
                whole.warnings += summary.warnings;
            }
            Err(error) if shards.len() == 1 => return Err(error),
            Err(error) => {
                print_error_line(format_args!("{error:?}"));
                failed += 1;
            }
        }
    }
    if failed > 0 {
        print_error_line(format_args!(
            "oxsec: {failed} of {} data sets were not checked; the others were",
            shards.len()
        ));
        return Ok(ExitCode::from(WRONG_CALL));
    }
    Ok(args.status(whole.rows_with_errors > 0, whole.warnings))
}

fn check_one(args: &Args, path: &Path, out: &Path, rules: &oxsec_rules::RuleSet) -> Result<DatasetSummary> {
    if same_file(path, out) {
        return Err(miette!("`{}` cannot be read and written at once; name another --output-file", path.display()));
    }
    let options = DatasetOptions {
        code_column: args.code_column.clone(),
        findings_column: args.findings_column.clone(),
        status_column: args.status_column.clone(),
        extract: args.extract,
        language: args.language()?,
        filename: args.row_filename(),
        quiet: args.quiet,
        limits: args.limits(),
        ignores_directives: args.no_inline_config,
        judges: args.verdict,
    };
    if let Some(folder) = out.parent() {
        fs::create_dir_all(folder)
            .into_diagnostic()
            .wrap_err_with(|| format!("the folder `{}` cannot be made", folder.display()))?;
    }
    let mut file = output::Output::open(Some(out))?;
    let summary = lint_dataset(path, &mut file, rules, &options)
        .into_diagnostic()
        .wrap_err_with(|| format!("the data set `{}`", path.display()))?;
    file.keep()?;
    Ok(summary)
}
