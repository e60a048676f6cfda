mod args;
mod datasets;
mod worker;

use std::{
    collections::HashMap,
    env,
    io::{self, IsTerminal, Read, Write},
    path::{Path, PathBuf},
    process::{self, ExitCode},
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    thread,
};

use miette::{IntoDiagnostic, Result, WrapErr, miette};
use oxsec_rules::{Analyzer, LintMessage, RuleSet, Severity};
use signal_hook::{consts, flag, iterator::Signals};

use super::progress::Progress;
pub use args::Args;
use worker::{
    Answer,
    Linted::{Apart, Here},
    ParentSurroundings, PathWorker, answer_paths, is_worker, isolation,
};

use super::{
    ENDED_BY_SIGNAL, WRONG_CALL, output, reader_left,
    rescore::{fences_hint, language},
    start_threads,
};
use crate::{
    answer::Said,
    check::{
        FileLinter, Fixable, Found, LintResult, Linting, Selection, StreamError, StreamOptions, StreamStop,
        Suppressions, absolute, clock, decode, discover, lint_and_fix, lint_files, lint_rows, lint_text,
    },
    config::{Config, Configs, LinterOptions, Overrides, Resolved, Status},
    format::{EslintVersion, Format, FormatName, Prepared, Report, Settings, Totals},
    terminal::Terminal,
    text::{print_error_line, visible},
};

/// The file name that rules see for a text without one, as in ESLint.
const NAMELESS: &str = "__placeholder__.js";

pub fn run(args: Args) -> Result<ExitCode> {
    let idle = args.without_effect.given();
    if !idle.is_empty() {
        print_error_line(format_args!("oxsec: without effect here: {}", idle.join(", ")));
    }
    let surroundings = ParentSurroundings::from_parent()?;
    if args.stdin_jsonl {
        return check_rows(&args, &args.rules.rule_set()?);
    }
    if let Some(shards) = datasets::find(&args.paths)? {
        return datasets::check(&args, &shards);
    }
    let cwd = env::current_dir().into_diagnostic().wrap_err("the current folder is unknown")?;
    let configs = Arc::new(configurations(&args, &cwd)?);
    if let Some(path) = &args.print_config {
        return print_config(&configs, path);
    }
    let suppressions = if args.stdin || args.no_suppressions {
        None
    } else {
        Suppressions::read(&cwd, args.suppressions_location.as_deref(), args.suppression_changes())?
    };
    let outputs = Outputs::new(&args, &cwd, &configs.namespaces(), surroundings.as_ref())?;
    let knowledge = args.rules.knowledge()?;
    let judges = args.verdict || outputs.are_pretty();
    let analyzer = |resolved: &Resolved| {
        let LinterOptions { no_inline_config, unused_directives, unused_inline_configs } = resolved.linter;
        let mut rules = resolved.rules.clone();
        knowledge.apply(&mut rules);
        let analyzer = Analyzer::with_limits(&rules, args.limits())
            .judging_findings(judges)
            .ignoring_directives(no_inline_config.unwrap_or_default())
            .warning_of_ignored_directives(!args.no_inline_config)
            .reporting_unused_directives(unused_directives.unwrap_or(Some(Severity::Warn)))
            .reporting_unused_inline_configs(unused_inline_configs.unwrap_or_default());
        if args.stats { analyzer.timed_by(clock) } else { analyzer }
    };
    let fixes = |message: &LintMessage| args.applies(message);
    let fixes: Option<&Fixable<'_>> = if args.fixes() { Some(&fixes) } else { None };
    let linting = Linting { analyzer: &analyzer, limits: args.limits(), fixes };
    // Warnings that are left out are counted too.
    let (warnings, unreadable, unwritten) = (AtomicU64::new(0), AtomicU64::new(0), AtomicU64::new(0));
    let unused = AtomicBool::new(false);
    let let_be = |mut result: LintResult| {
        if let Some(suppressions) = &suppressions {
            suppressions.apply(&mut result);
        }
        result
    };
    let prepare = |result: LintResult| {
        warnings.fetch_add(result.warning_count as u64, Ordering::Relaxed);
        unreadable.fetch_add(u64::from(result.is_unreadable), Ordering::Relaxed);
        if result.is_ignored && args.no_warn_ignored {
            return None;
        }
        if args.fix
            && let Some(text) = &result.output
            && let Err(error) = output::write(Some(&result.file_path), text)
        {
            print_error_line(format_args!("oxsec: {error:?}"));
            unwritten.fetch_add(1, Ordering::Relaxed);
        }
        let result = if args.quiet { result.errors_alone()? } else { result };
        Some(Prepared::new(&outputs.formats, &result))
    };
    if surroundings.is_some() {
        return answer_paths(&configs, &linting, |result| {
            let result = let_be(result);
            let (warnings, is_unreadable) = (result.warning_count, result.is_unreadable);
            let has_unused = suppressions.as_ref().is_some_and(Suppressions::has_unused);
            Answer { warnings, is_unreadable, has_unused, prepared: prepare(result) }
        });
    }
    let written = if args.stdin {
        let (bytes, size) = read_up_to(args.max_bytes, io::stdin().lock())
            .into_diagnostic()
            .wrap_err("standard input cannot be read")?;
        let path = absolute(args.stdin_filename.as_deref().unwrap_or(Path::new(NAMELESS)));
        let config = configs.of_file(&path)?;
        let status = match config.status(&path)? {
            Status::Checked(resolved) => Some(resolved),
            _ if config.is_eslint => None,
            _ => Some(config.for_named(&path)?),
        };
        let mut result = match (status, args.limits().refusal(size)) {
            (None, _) => LintResult::ignored(&path, "The configuration does not apply to a file of this name"),
            (Some(resolved), Some(refusal)) => LintResult::new(path, "", refusal, &resolved.rules),
            // The file need not exist, so its surroundings are not examined.
            (Some(resolved), None) => {
                let source = decode(&bytes).into_diagnostic().wrap_err("standard input cannot be read")?;
                match fixes {
                    Some(fixes) => lint_and_fix(&mut analyzer(&resolved), &path, &source, None, fixes),
                    None => lint_text(&mut analyzer(&resolved), &path, &source, None),
                }
            }
        };
        if args.stdin_filename.is_none() {
            result.file_path = PathBuf::from("<text>");
        }
        outputs.write(|report| prepare(result).map_or(Ok(()), |prepared| report.add(prepared)))?
    } else {
        let isolation = if args.isolate { Some(isolation(&outputs.surroundings)?) } else { None };
        let here = [PathBuf::from(".")];
        let paths = match args.paths.as_slice() {
            [] if args.pass_on_no_patterns => &[],
            [] => &here[..],
            paths => paths,
        };
        let selection = Selection {
            configs: Arc::clone(&configs),
            no_ignore: args.no_ignore,
            passes_unmatched: args.no_error_on_unmatched_pattern,
        };
        let discovery = discover(paths, &selection)?;
        outputs.check_inputs(&discovery.files)?;
        // One file is not worth threads, unless they are asked for.
        if discovery.files.len() > 1 || args.threads().is_some() {
            start_threads(args.threads())?;
        }
        let progress = Progress::new(discovery.files.len(), "files");
        let written = outputs.write(|report| {
            let take = |prepared: Option<Prepared>| {
                prepared.map_or(Ok(()), |prepared| progress.aside(|| report.add(prepared)))
            };
            let linted = match &isolation {
                None => {
                    let worker = || {
                        let mut linter = FileLinter::new(&linting);
                        let (prepare, let_be, progress) = (&prepare, &let_be, &progress);
                        move |found: &Found| {
                            let prepared = prepare(let_be(linter.lint(found)));
                            progress.step(1);
                            prepared
                        }
                    };
                    lint_files(discovery, worker, take)
                }
                Some(isolation) => {
                    let worker = || {
                        let mut worker = PathWorker::new(isolation.clone(), FileLinter::new(&linting));
                        let (prepare, let_be, progress) = (&prepare, &let_be, &progress);
                        let (warnings, unreadable, unused) = (&warnings, &unreadable, &unused);
                        move |found: &Found| {
                            let prepared = match worker.lint(found) {
                                Here(result) => prepare(let_be(result)),
                                Apart(answer) => {
                                    warnings.fetch_add(answer.warnings as u64, Ordering::Relaxed);
                                    unreadable.fetch_add(u64::from(answer.is_unreadable), Ordering::Relaxed);
                                    unused.fetch_or(answer.has_unused, Ordering::Relaxed);
                                    answer.prepared
                                }
                            };
                            progress.step(1);
                            prepared
                        }
                    };
                    lint_files(discovery, worker, take)
                }
            };
            progress.end();
            linted
        });
        written?
    };
    if let Some((path, text)) = suppressions.as_ref().and_then(Suppressions::changed) {
        output::write(Some(path), &text)?;
    }
    let has_unused = unused.into_inner() || suppressions.as_ref().is_some_and(Suppressions::has_unused);
    let is_unpruned = has_unused && !args.pass_on_unpruned_suppressions;
    if is_unpruned && written.is_some() {
        print_error_line(
            "oxsec: the suppressions file lists errors that do not occur any more; --prune-suppressions takes them out",
        );
    }
    for note in configs.passed_over() {
        print_error_line(format_args!("oxsec: {}", visible(&note)));
    }
    Ok(match (written, unreadable.into_inner()) {
        (None, _) => reader_left(),
        (Some(_), 0) if is_unpruned || unwritten.into_inner() > 0 => ExitCode::from(WRONG_CALL),
        (Some(totals), 0) if args.exit_on_fatal_error && totals.fatal_errors > 0 => ExitCode::from(WRONG_CALL),
        (Some(totals), 0) => args.status(totals.errors > 0, warnings.into_inner()),
        (Some(_), unreadable) => {
            let what = if unreadable == 1 { "1 path was".to_owned() } else { format!("{unreadable} paths were") };
            print_error_line(format_args!("oxsec: {what} not checked, as the result says; everything else was"));
            ExitCode::from(WRONG_CALL)
        }
    })
}

/// Returns the configurations: the file that the call names, the rules that it names, or the first file from the
/// current folder up; in ESLint 10's look-up, from each file's folder up.
fn configurations(args: &Args, cwd: &Path) -> Result<Configs> {
    let mut overrides = Overrides {
        rules: Vec::new(),
        ignores: args.ignore_pattern.clone(),
        extensions: args.ext.clone(),
        linter: args.linter(),
        no_ignore: args.no_ignore,
        globals: args.globals(),
        base_config: args.base_config.clone(),
        override_config: args.override_config.clone(),
    };
    if let Some(path) = &args.config {
        overrides.rules = args.rules.settings().to_vec();
        return Config::read(&absolute(path), cwd, cwd, overrides).map(|config| Configs::One(Arc::new(config)));
    }
    let (rules, cwd) = (args.rules.rule_set()?, cwd.to_path_buf());
    let looks_up = !args.no_config_lookup && !args.rules.are_given();
    let found = if looks_up && args.eslint == EslintVersion::Nine { Config::look_up(&cwd) } else { None };
    let read = move |found: Option<&Path>| match found {
        Some(path) => Config::read(path, path.parent().unwrap_or(&cwd), &cwd, overrides.clone()),
        None => Config::fixed(&rules, &cwd, overrides.clone()),
    };
    Ok(if looks_up && args.eslint == EslintVersion::Ten {
        Configs::nearest(read)
    } else {
        Configs::One(Arc::new(read(found.as_deref())?))
    })
}

/// Shows the configuration of a file.
fn print_config(configs: &Configs, path: &Path) -> Result<ExitCode> {
    let path = &absolute(path);
    let config = configs.of_file(path)?;
    let text = match config.status(path)? {
        Status::Checked(resolved) => format!("{:#}\n", resolved.print()),
        Status::Unconfigured | Status::External if !config.is_eslint => {
            format!("{:#}\n", config.for_named(path)?.print())
        }
        _ => "undefined\n".to_owned(),
    };
    output::write(None, &text)?;
    Ok(ExitCode::SUCCESS)
}

/// Reads all of an input. Returns its first bytes, up to `most`, and its size.
fn read_up_to(most: usize, mut input: impl Read) -> io::Result<(Vec<u8>, usize)> {
    let mut bytes = Vec::new();
    input.by_ref().take(most as u64).read_to_end(&mut bytes)?;
    let size = bytes.len() as u64 + io::copy(&mut input, &mut io::sink())?;
    Ok((bytes, usize::try_from(size).unwrap_or(usize::MAX)))
}

/// The formats of a run and their output files.
struct Outputs {
    formats: Vec<Box<dyn Format>>,
    names: Vec<FormatName>,
    files: Vec<Option<PathBuf>>,
    surroundings: ParentSurroundings,
}

impl Outputs {
    /// Makes the outputs. As in ESLint, the last of several formats without a file counts.
    ///
    /// A worker process renders as its parent would.
    fn new(
        args: &Args,
        cwd: &Path,
        namespaces: &HashMap<String, &'static str>,
        surroundings: Option<&ParentSurroundings>,
    ) -> Result<Self> {
        let surroundings = surroundings.cloned().unwrap_or_else(|| ParentSurroundings {
            is_terminal: io::stdout().is_terminal(),
            terminal: Terminal::stdout(args.colors()),
        });
        let is_terminal = args.output_file.is_none() && surroundings.is_terminal;
        let main = match args.format.iter().rev().find(|format| format.file.is_none()) {
            Some(format) => Some(format.name),
            None if !args.format.is_empty() && args.output_file.is_none() && !is_terminal => None,
            None if args.diff => Some("diff".parse().expect("a format of this name is listed")),
            None => Some(default_format(is_terminal)),
        };
        let to_files = args.format.iter().filter_map(|format| Some((format.name, Some(format.file.clone()?))));
        let chosen: Vec<(FormatName, Option<PathBuf>)> =
            main.map(|name| (name, args.output_file.clone())).into_iter().chain(to_files).collect();
        let names = chosen.iter().map(|&(name, _)| name).collect();
        let (formats, files) = chosen
            .into_iter()
            .map(|(name, file)| {
                // Colours are for the terminal; a file gets them only if they are asked for.
                let terminal = match (&file, args.colors()) {
                    (Some(_), None) => Terminal::PLAIN,
                    _ => surroundings.terminal,
                };
                let settings = Settings {
                    terminal,
                    cwd: cwd.to_path_buf(),
                    eslint: args.eslint,
                    statistics: args.statistics,
                    namespaces: namespaces.clone(),
                };
                (name.with(&settings), file)
            })
            .unzip();
        Ok(Self { formats, names, files, surroundings })
    }

    /// Returns whether all output is for people.
    fn are_pretty(&self) -> bool {
        self.names.iter().all(|name| name.info().name == "pretty")
    }

    /// Checks that no file is both read and written.
    fn check_inputs(&self, inputs: &[Found]) -> Result<()> {
        for output in self.files.iter().flatten().filter_map(|file| file.canonicalize().ok()) {
            let is_input = |Found { path, .. }: &Found| {
                *path == output || path.file_name() == output.file_name() && same_file(path, &output)
            };
            if output.is_file() && inputs.iter().any(is_input) {
                return Err(miette!("`{}` cannot be read and written at once; name another file", output.display()));
            }
        }
        Ok(())
    }

    /// Writes results as they come, and returns their totals; `None` where the reader went away.
    fn write(&self, fill: impl FnOnce(&mut Report<'_>) -> io::Result<()>) -> Result<Option<Totals>> {
        let files: Vec<Option<&Path>> = self.files.iter().map(Option::as_deref).collect();
        output::write_many(&files, |outputs| {
            let formats = self.formats.iter().map(|format| &**format);
            let mut report = Report::new(formats.zip(outputs.iter_mut().map(|output| output as &mut dyn Write)))?;
            fill(&mut report)?;
            report.end()
        })
    }
}

fn default_format(is_terminal: bool) -> FormatName {
    let name = if is_terminal { "pretty" } else { "stylish" };
    name.parse().expect("a format of this name is listed")
}

/// Answers rows until there are no more.
fn check_rows(args: &Args, rules: &RuleSet) -> Result<ExitCode> {
    let options = StreamOptions {
        jobs: if is_worker() { 1 } else { args.jobs()? },
        ordered: !args.unordered,
        quiet: args.quiet,
        tells_warnings: is_worker(),
        filename: args.row_filename(),
        limits: args.limits(),
        ignores_directives: args.no_inline_config,
        judges: args.verdict,
        isolation: if args.isolate && !is_worker() { Some(isolation(&ParentSurroundings::default())?) } else { None },
        extract: args.extract,
        language: args.language()?,
    };
    let shared = output::Shared::open(args.output_file.as_deref().filter(|_| !is_worker()))?;
    let on_signal = shared.clone();
    let ended = lint_rows(io::stdin(), shared.clone(), rules, options, |stream| stop_on_signal(stream, on_signal));
    let Some(output) = shared.take() else { return Ok(ExitCode::from(ENDED_BY_SIGNAL)) };
    let summary = match ended {
        Err(StreamError::Write(error)) if error.kind() == io::ErrorKind::BrokenPipe => {
            return Ok(reader_left());
        }
        Err(error @ StreamError::Write(_)) => return Err(error).into_diagnostic().wrap_err(output.failure()),
        ended => ended.into_diagnostic()?,
    };
    output.keep()?;
    let status = args.status(summary.rows_with_errors > 0, summary.warnings);
    if summary.fenced > 0 {
        print_error_line(fences_hint(usize::try_from(summary.fenced).unwrap_or(usize::MAX)));
    }
    match summary.first_broken {
        Some(first) => {
            let (rows, line, reason) = (summary.broken, first.line, visible(&first.reason));
            print_error_line(format_args!("oxsec: {rows} rows could not be read, the first in line {line}: {reason}"));
            Ok(ExitCode::from(WRONG_CALL))
        }
        None => Ok(status),
    }
}

/// Ends the process on a signal, when no answer is half written; on a second one at once. An output file stays
/// unchanged.
fn stop_on_signal(stream: StreamStop, output: output::Shared) {
    let ending = Arc::new(AtomicBool::new(false));
    let stopping = [consts::SIGINT, consts::SIGTERM];
    for signal in stopping {
        // Signals that cannot be handled end the process as usual.
        let _ = flag::register_conditional_default(signal, Arc::clone(&ending));
    }
    if let Ok(mut signals) = Signals::new(stopping) {
        thread::spawn(move || {
            if let Some(signal) = signals.forever().next() {
                ending.store(true, Ordering::SeqCst);
                stream.stop();
                drop(output.take());
                process::exit(i32::from(ENDED_BY_SIGNAL) + signal);
            }
        });
    }
}

/// Returns whether two paths lead to the same file.
fn same_file(one: &Path, other: &Path) -> bool {
    one.canonicalize().is_ok_and(|one| other.canonicalize().is_ok_and(|other| one == other))
}

impl Args {
    fn language(&self) -> Result<Option<Said>> {
        self.language.as_deref().map(language).transpose()
    }

    /// Returns whether the call names something to check: standard input, or paths that exist or look like code.
    pub(super) fn names_code(&self) -> bool {
        self.stdin
            || self.stdin_jsonl
            || self
                .paths
                .iter()
                .any(|path| path.exists() || path.extension().is_some() || path.components().count() > 1)
    }

    /// Returns the file name of rows without one.
    fn row_filename(&self) -> String {
        self.stdin_filename.as_deref().unwrap_or(Path::new(NAMELESS)).to_string_lossy().into_owned()
    }

    fn jobs(&self) -> Result<usize> {
        super::thread_count(self.threads())
    }

    /// Returns ESLint's exit status.
    fn status(&self, errors: bool, warnings: u64) -> ExitCode {
        match u64::try_from(self.max_warnings) {
            _ if errors => ExitCode::FAILURE,
            Ok(most) if warnings > most => {
                print_error_line(format_args!(
                    "oxsec: {warnings} warnings are more than the {most} that --max-warnings allows"
                ));
                ExitCode::FAILURE
            }
            _ => ExitCode::SUCCESS,
        }
    }
}

impl LintResult {
    /// Leaves out warnings; `None` where there are no errors, as in ESLint.
    fn errors_alone(mut self) -> Option<Self> {
        self.messages.retain(|message| message.severity == Severity::Error);
        self.suppressed_messages.retain(|suppressed| suppressed.message.severity == Severity::Error);
        self.warning_count = 0;
        self.fixable_warning_count = 0;
        (!self.messages.is_empty()).then_some(self)
    }
}
