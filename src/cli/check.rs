use std::{
    io::{self, IsTerminal, Read},
    path::{Path, PathBuf},
    process::{self, ExitCode},
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, Ordering},
    },
    thread,
};

use miette::{IntoDiagnostic, Result, WrapErr, miette};
use oxsec_rules::{Analyzer, Limits, RuleSet, Severity};
use signal_hook::{consts, flag, iterator::Signals};

use super::{ENDED_BY_SIGNAL, RuleArgs, WRONG_CALL, output, start_threads};
use crate::{
    check::{
        DatasetOptions, LintResult, StreamError, StreamOptions, StreamStop, absolute, discover, lint_dataset,
        lint_files, lint_rows, lint_text,
    },
    format::{Format, Report, Totals},
    text::{print_error_line, visible},
};

/// What rules see as the name of a text without one, as ESLint has it.
const NAMELESS: &str = "__placeholder__.js";

#[derive(Debug, clap::Args)]
#[command(group = clap::ArgGroup::new("standard input").args(["stdin", "stdin_jsonl"]))]
pub struct Args {
    /// Files and folders, or one Parquet file; the current folder where none is named
    #[arg(value_name = "PATH", conflicts_with = "standard input")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    rules: RuleArgs,
    /// How findings are written [default: pretty on a terminal, else json]
    #[arg(long, short, value_enum, conflicts_with = "stdin_jsonl")]
    format: Option<Format>,
    /// Write to a file instead of standard output
    #[arg(long, short, visible_alias = "output", value_name = "FILE")]
    output_file: Option<PathBuf>,
    /// Analyze standard input
    #[arg(long)]
    stdin: bool,
    /// Answer rows of standard input, {"id": …, "code": "…", "filename": "…"} each on a line, with a
    /// result on a line each
    #[arg(long)]
    stdin_jsonl: bool,
    /// The name that standard input goes by, or a row without a file name; its extension decides the language.
    /// Without one it is JavaScript and, as ESLint says, `<text>`
    #[arg(long, value_name = "FILE")]
    stdin_filename: Option<PathBuf>,
    /// With --stdin-jsonl, write results as they are done instead of in the order of the rows
    #[arg(long, requires = "stdin_jsonl")]
    unordered: bool,
    /// The column of a Parquet file that holds the code
    #[arg(long, value_name = "NAME", default_value = "code")]
    code_column: String,
    /// The column of findings that is added to a Parquet file
    #[arg(long, value_name = "NAME", default_value = "findings")]
    findings_column: String,
    /// Look at every file, whatever ignore files say, and into node_modules
    #[arg(long)]
    no_ignore: bool,
    /// Make findings count whatever the comments in the code say: no eslint-disable, no /* eslint … */
    #[arg(long)]
    no_inline_config: bool,
    /// Leave warnings out, and files without errors
    #[arg(long)]
    quiet: bool,
    /// End with status 1 when there are more warnings than this; -1 allows any number
    #[arg(long, value_name = "N", allow_negative_numbers = true, default_value_t = -1, hide_default_value = true)]
    max_warnings: i64,
    /// How many threads work [default: one a core]
    #[arg(long, short, value_name = "N")]
    jobs: Option<usize>,
    /// How many bytes a text has at most; a larger one gets a fatal message. It bounds time and memory: a megabyte of
    /// ordinary code takes about 0.03 s and 40 MB, one that is made to be slow about a second
    #[arg(long, value_name = "N", default_value_t = Limits::default().max_bytes)]
    max_bytes: usize,
    /// How many levels deep code nests at most; what is deeper gets a fatal message
    #[arg(long, value_name = "N", default_value_t = Limits::default().max_depth)]
    max_depth: usize,
    /// How many steps rules may take to look at what stands around the parts of a text, a finding being 20; one that needs
    /// more gets a fatal message
    #[arg(long, value_name = "N", default_value_t = Limits::default().max_steps)]
    max_steps: usize,
    /// How many bytes of stack a text is given at most, where it may need more than a thread has; only what it uses takes
    /// memory. Of a text that may need more it must be certain how deep it nests
    #[arg(long, value_name = "N", default_value_t = Limits::default().max_stack)]
    max_stack: usize,
}

pub fn run(args: Args) -> Result<ExitCode> {
    let rules = args.rules.rule_set()?;
    if args.stdin_jsonl {
        return check_rows(&args, &rules);
    }
    if let [path] = args.paths.as_slice()
        && path.extension().is_some_and(|extension| extension == "parquet")
    {
        return check_dataset(&args, path, &rules);
    }
    let format = args.format.unwrap_or(if args.output_file.is_none() && io::stdout().is_terminal() {
        Format::Pretty
    } else {
        Format::Json
    });
    let analyzer = || Analyzer::with_limits(&rules, args.limits()).ignoring_directives(args.no_inline_config);
    // Those that are left out count too.
    let (warnings, unreadable) = (AtomicU64::new(0), AtomicU64::new(0));
    let prepare = |result: LintResult| {
        warnings.fetch_add(result.warning_count as u64, Ordering::Relaxed);
        unreadable.fetch_add(u64::from(result.is_unreadable), Ordering::Relaxed);
        let result = if args.quiet { result.errors_alone()? } else { result };
        Some(format.prepare(result))
    };
    let written = if args.stdin {
        let (bytes, size) = read_up_to(args.max_bytes, io::stdin().lock())
            .into_diagnostic()
            .wrap_err("standard input cannot be read")?;
        let path = absolute(args.stdin_filename.as_deref().unwrap_or(Path::new(NAMELESS)));
        let mut result = match args.limits().refusal(size) {
            Some(refusal) => LintResult::new(path, "", refusal, &rules),
            // What stands around the file is not looked at: there need not be one.
            None => lint_text(&mut analyzer(), &path, &String::from_utf8_lossy(&bytes), None),
        };
        if args.stdin_filename.is_none() {
            result.file_path = PathBuf::from("<text>");
        }
        write_report(&args, format, |report| prepare(result).map_or(Ok(()), |prepared| report.add(prepared)))?
    } else {
        let here = [PathBuf::from(".")];
        let paths = if args.paths.is_empty() { &here[..] } else { &args.paths };
        let discovery = discover(paths, args.no_ignore).into_diagnostic()?;
        // One file is not worth threads, unless they are asked for.
        if discovery.files.len() > 1 || args.jobs.is_some() {
            start_threads(args.jobs)?;
        }
        write_report(&args, format, |report| {
            lint_files(discovery, analyzer, prepare, |prepared| {
                prepared.map_or(Ok(()), |prepared| report.add(prepared))
            })
        })?
    };
    Ok(match (written, unreadable.into_inner()) {
        (None, _) => reader_left(),
        (Some(totals), 0) => args.status(totals.errors > 0, warnings.into_inner()),
        (Some(_), unreadable) => {
            let what = if unreadable == 1 { "1 path was".to_owned() } else { format!("{unreadable} paths were") };
            print_error_line(format_args!("oxsec: {what} not checked, as the result says; everything else was"));
            ExitCode::from(WRONG_CALL)
        }
    })
}

/// Reads all of an input and gives what its first bytes are, and how many there are altogether.
fn read_up_to(most: usize, mut input: impl Read) -> io::Result<(Vec<u8>, usize)> {
    let mut bytes = Vec::new();
    input.by_ref().take(most as u64).read_to_end(&mut bytes)?;
    let size = bytes.len() as u64 + io::copy(&mut input, &mut io::sink())?;
    Ok((bytes, usize::try_from(size).unwrap_or(usize::MAX)))
}

/// Writes results as they come, and gives what was counted of them: `None` where the reader went away.
fn write_report(
    args: &Args,
    format: Format,
    fill: impl FnOnce(&mut Report<'_>) -> io::Result<()>,
) -> Result<Option<Totals>> {
    output::write_with(args.output_file.as_deref(), |out| {
        let mut report = Report::new(format, out);
        fill(&mut report)?;
        report.end()
    })
}

/// The exit status where the reader of the output has read enough.
fn reader_left() -> ExitCode {
    ExitCode::from(ENDED_BY_SIGNAL + consts::SIGPIPE as u8)
}

/// Answers rows until there are no more.
fn check_rows(args: &Args, rules: &RuleSet) -> Result<ExitCode> {
    let options = StreamOptions {
        jobs: args.jobs()?,
        ordered: !args.unordered,
        quiet: args.quiet,
        filename: args.row_filename(),
        limits: args.limits(),
        ignores_directives: args.no_inline_config,
    };
    let (target, out) = output::open(args.output_file.as_deref())?;
    let summary = match lint_rows(io::stdin(), out, rules, options, stop_on_signal) {
        Err(StreamError::Write(error)) if error.kind() == io::ErrorKind::BrokenPipe => {
            return Ok(reader_left());
        }
        Err(error @ StreamError::Write(_)) => return Err(error).into_diagnostic().wrap_err(target),
        ended => ended.into_diagnostic()?,
    };
    let status = args.status(summary.rows_with_errors > 0, summary.warnings);
    match summary.first_broken {
        Some(first) => {
            let (rows, line, reason) = (summary.broken, first.line, visible(&first.reason));
            print_error_line(format_args!("oxsec: {rows} rows could not be read, the first in line {line}: {reason}"));
            Ok(ExitCode::from(WRONG_CALL))
        }
        None => Ok(status),
    }
}

/// Ends the process on a signal, when no answer is half written; on a second one at once.
fn stop_on_signal(stream: StreamStop) {
    let ending = Arc::new(AtomicBool::new(false));
    let stopping = [consts::SIGINT, consts::SIGTERM];
    for signal in stopping {
        // Where signals cannot be handled, they end the process as ever.
        let _ = flag::register_conditional_default(signal, Arc::clone(&ending));
    }
    if let Ok(mut signals) = Signals::new(stopping) {
        thread::spawn(move || {
            if let Some(signal) = signals.forever().next() {
                ending.store(true, Ordering::SeqCst);
                stream.stop();
                process::exit(i32::from(ENDED_BY_SIGNAL) + signal);
            }
        });
    }
}

/// Copies a data set with the findings beside each row.
fn check_dataset(args: &Args, path: &Path, rules: &RuleSet) -> Result<ExitCode> {
    start_threads(args.jobs)?;
    let out = args.output_file.as_deref().ok_or_else(|| {
        miette!(
            help = "name the new data set with --output-file FILE",
            "`{}` is a data set, whose findings go to another one",
            path.display()
        )
    })?;
    if same_file(path, out) {
        return Err(miette!("`{}` cannot be read and written at once; name another --output-file", path.display()));
    }
    let options = DatasetOptions {
        code_column: args.code_column.clone(),
        findings_column: args.findings_column.clone(),
        filename: args.row_filename(),
        quiet: args.quiet,
        limits: args.limits(),
        ignores_directives: args.no_inline_config,
    };
    let (_, file) = output::open(Some(out))?;
    let summary = lint_dataset(path, file, rules, &options)
        .into_diagnostic()
        .wrap_err_with(|| format!("the data set `{}`", path.display()))?;
    Ok(args.status(summary.rows_with_errors > 0, summary.warnings))
}

fn same_file(one: &Path, other: &Path) -> bool {
    one.canonicalize().is_ok_and(|one| other.canonicalize().is_ok_and(|other| one == other))
}

impl Args {
    /// Returns whether the call says what to check: standard input, or paths that exist or look like code's.
    pub(super) fn names_code(&self) -> bool {
        self.stdin
            || self.stdin_jsonl
            || self
                .paths
                .iter()
                .any(|path| path.exists() || path.extension().is_some() || path.components().count() > 1)
    }

    /// The name that a row without one goes by.
    fn row_filename(&self) -> String {
        self.stdin_filename.as_deref().unwrap_or(Path::new(NAMELESS)).to_string_lossy().into_owned()
    }

    fn limits(&self) -> Limits {
        let &Self { max_bytes, max_depth, max_steps, max_stack, .. } = self;
        Limits { max_bytes, max_depth, max_steps, max_stack }
    }

    fn jobs(&self) -> Result<usize> {
        match self.jobs {
            Some(0) => Err(miette!("--jobs takes a number of threads, at least 1")),
            Some(jobs) => Ok(jobs),
            None => Ok(thread::available_parallelism().map_or(1, usize::from)),
        }
    }

    /// The exit status, ESLint's.
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
    /// The same with errors alone; nothing where there is none, as ESLint does.
    fn errors_alone(mut self) -> Option<Self> {
        self.messages.retain(|message| message.severity == Severity::Error);
        self.suppressed_messages.retain(|suppressed| suppressed.message.severity == Severity::Error);
        self.warning_count = 0;
        self.fixable_warning_count = 0;
        (!self.messages.is_empty()).then_some(self)
    }
}
