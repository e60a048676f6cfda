//! The command line: one file for each subcommand, with its arguments and its wiring.

mod check;
mod compare;
mod coverage;
mod documents;
mod explain;
mod init;
mod output;
mod progress;
mod rescore;
mod rule_args;
mod rules;
mod run;

use std::{env, ffi::OsString, io::Write, process::ExitCode, thread};

use clap::{
    ArgAction, Parser, Subcommand,
    error::{ContextKind, ContextValue, ErrorKind},
};
use miette::{IntoDiagnostic, Result, WrapErr};
use oxsec_rules::worker_stack;

use crate::{
    generation::watch,
    text::{print_error_line, visible_line},
};
use rule_args::RuleArgs;

/// The exit status where the call or its surroundings are wrong, as in ESLint.
const WRONG_CALL: u8 = 2;

/// The summand that a shell adds to a signal's number in the exit status of a command that the signal ended.
const ENDED_BY_SIGNAL: u8 = 128;

/// The exit status where the reader of the output went away: that of SIGPIPE.
const READER_LEFT: u8 = ENDED_BY_SIGNAL + 13;

#[derive(Parser)]
#[command(version, about, propagate_version = true, disable_version_flag = true)]
struct Cli {
    /// Print the version
    #[arg(short, short_alias = 'V', long, global = true, action = ArgAction::Version, display_order = 900)]
    version: Option<bool>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Analyze files, folders or standard input
    Check(Box<check::Args>),
    /// Explain why something is found at a place, or is not
    Explain(Box<explain::Args>),
    /// Score stored generations again
    Rescore(Box<rescore::Args>),
    /// Run the generate-remediate loop of a plan, or continue where it stopped
    Run(run::Args),
    /// Compare the rules with labelled code
    Coverage(Box<coverage::Args>),
    /// List the rules, or show one rule's page
    Rules(rules::Args),
    /// List the presets with their numbers of rules
    Presets,
    /// Compare two tools' findings over the same code: status 1 where they differ
    Compare(compare::Args),
    /// Write an oxsec.toml with every setting
    Init(init::Args),
    /// Write completions for a shell
    Completions(documents::CompletionsArgs),
    /// Write the manual pages to a folder
    Man(documents::ManArgs),
    /// Write the rules' pages to a folder
    Docs(documents::DocsArgs),
}

/// Reads the arguments, runs the command, prints its error, and returns the exit status.
pub fn main() -> ExitCode {
    let arguments: Vec<OsString> = env::args_os().collect();
    #[cfg(unix)]
    if let [_, only] = arguments.as_slice()
        && only == watch::WATCH
    {
        watch::watch(std::io::stdin().lock());
        return ExitCode::SUCCESS;
    }
    let cli = Cli::try_parse_from(&arguments).unwrap_or_else(|error| {
        if let Some(meant) = with_check(&arguments, &error) {
            print_error_line(format_args!("oxsec: a command is missing; to check code, type:\n\n    {meant}\n"));
            std::process::exit(WRONG_CALL.into());
        }
        let status = print_usage(&error);
        if let Some(hint) = hint(&error) {
            print_error_line(format_args!("\n  tip: {hint}"));
        }
        std::process::exit(status.into())
    });
    let result = match cli.command {
        Command::Check(args) => check::run(*args),
        Command::Explain(args) => explain::run(*args),
        Command::Rescore(args) => rescore::run(*args),
        Command::Run(args) => run::run(args),
        Command::Coverage(args) => coverage::run(*args),
        Command::Rules(args) => rules::run(args),
        Command::Presets => rules::presets(),
        Command::Compare(args) => compare::run(args),
        Command::Init(args) => init::run(args),
        Command::Completions(args) => documents::completions(args),
        Command::Man(args) => documents::man(args),
        Command::Docs(args) => documents::docs(args),
    };
    result.unwrap_or_else(|report| {
        if report.is::<output::ReaderLeft>() {
            return reader_left();
        }
        print_error_line(format_args!("{report:?}"));
        ExitCode::from(WRONG_CALL)
    })
}

/// Prints clap's message, which may be the help, and returns the exit status.
fn print_usage(error: &clap::Error) -> u8 {
    let printed = error.print().and_then(|()| std::io::stdout().flush());
    match printed {
        _ if error.use_stderr() => WRONG_CALL,
        Ok(()) => 0,
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => READER_LEFT,
        Err(error) => {
            print_error_line(format_args!("oxsec: standard output cannot be written: {error}"));
            WRONG_CALL
        }
    }
}

/// ESLint's flags, older ones included, that have no equivalent name here, with a replacement.
const FLAGS_ELSEWHERE: &[(&str, &str)] = &[
    ("--env", "environments are global variables now: --global NAME"),
    ("--env-info", "oxsec --version names the version"),
    ("--ignore-path", "--ignore-pattern PATTERN leaves files out, and so does a file .oxsecignore"),
    ("--init", "oxsec init writes an oxsec.toml"),
    ("--no-eslintrc", "--no-config-lookup looks for no configuration"),
    ("--rulesdir", "oxsec has its rules built in; --rule ID sets one, oxsec rules lists them"),
];

/// Returns the replacement for a flag that is ESLint's and not oxsec's.
fn hint(error: &clap::Error) -> Option<&'static str> {
    let ContextValue::String(flag) = error.get(ContextKind::InvalidArg)? else { return None };
    let flag = flag.split('=').next().unwrap_or(flag);
    FLAGS_ELSEWHERE.iter().find(|(known, _)| *known == flag).map(|(_, hint)| *hint)
}

/// Returns the exit status where the reader of the output went away.
fn reader_left() -> ExitCode {
    ExitCode::from(READER_LEFT)
}

/// Returns the call with `check` inserted, where only that is missing: `oxsec src` and the like. A single word that
/// names no file or folder is rather a misspelt command.
fn with_check(arguments: &[OsString], error: &clap::Error) -> Option<String> {
    if !matches!(error.kind(), ErrorKind::InvalidSubcommand | ErrorKind::UnknownArgument) {
        return None;
    }
    let (program, rest) = arguments.split_first()?;
    let words = [program.clone(), OsString::from("check")].into_iter().chain(rest.iter().cloned());
    let Cli { command: Command::Check(args), .. } = Cli::try_parse_from(words).ok()? else { return None };
    let typed: Vec<String> = rest.iter().map(|word| quoted(&visible_line(&word.to_string_lossy()))).collect();
    args.names_code().then(|| format!("oxsec check {}", typed.join(" ")))
}

/// Quotes a word for a shell.
fn quoted(word: &str) -> String {
    let is_plain = |character: char| character.is_alphanumeric() || "-_./:=,@%+".contains(character);
    if !word.is_empty() && word.chars().all(is_plain) {
        return word.to_owned();
    }
    format!("'{}'", word.replace('\'', "'\\''"))
}

/// Returns the number of threads that `--jobs` asks for, or one per core.
fn thread_count(jobs: Option<usize>) -> Result<usize> {
    match jobs {
        Some(0) => Err(miette::miette!("--jobs takes a number of threads, at least 1")),
        Some(jobs) => Ok(jobs),
        None => Ok(thread::available_parallelism().map_or(1, usize::from)),
    }
}

/// Starts the threads that work in parallel: as many as `jobs` says, or one per core.
fn start_threads(jobs: Option<usize>) -> Result<()> {
    let threads = thread_count(jobs)?;
    rayon::ThreadPoolBuilder::new()
        .num_threads(jobs.unwrap_or(0))
        .stack_size(worker_stack(threads))
        .build_global()
        .into_diagnostic()
        .wrap_err("the threads cannot be started")
}
