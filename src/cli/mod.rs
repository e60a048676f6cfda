//! The command line: a file a subcommand, each with its arguments and its wiring.

mod check;
mod coverage;
mod output;
mod rescore;
mod rule_args;
mod rules;
mod run;

use std::{process::ExitCode, thread};

use clap::{Parser, Subcommand};
use miette::{IntoDiagnostic, Result, WrapErr};
use oxsec_rules::worker_stack;

use rule_args::RuleArgs;

/// The exit status when the call or its surroundings are wrong, as ESLint's.
const WRONG_CALL: u8 = 2;

/// Added to a signal's number in the exit status of a command that it ended, as shells do.
const ENDED_BY_SIGNAL: u8 = 128;

#[derive(Parser)]
#[command(version, about, propagate_version = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Analyze files, folders or standard input
    Check(Box<check::Args>),
    /// Score stored generations again
    Rescore(Box<rescore::Args>),
    /// Run the generate-remediate loop of a plan, or go on where it stopped
    Run(run::Args),
    /// Hold the rules against labelled code
    Coverage(coverage::Args),
    /// List the rules, or show one rule's page
    Rules(rules::Args),
}

/// Reads the arguments, runs the command, prints what went wrong, and says how it ended.
pub fn main() -> ExitCode {
    let result = match Cli::parse().command {
        Command::Check(args) => check::run(*args),
        Command::Rescore(args) => rescore::run(*args),
        Command::Run(args) => run::run(args),
        Command::Coverage(args) => coverage::run(args),
        Command::Rules(args) => rules::run(args),
    };
    result.unwrap_or_else(|report| {
        eprintln!("{report:?}");
        ExitCode::from(WRONG_CALL)
    })
}

/// Starts the threads that work in parallel: as many as `jobs` says, or one a core.
fn start_threads(jobs: Option<usize>) -> Result<()> {
    if jobs == Some(0) {
        return Err(miette::miette!("--jobs takes a number of threads, at least 1"));
    }
    let threads = jobs.unwrap_or_else(|| thread::available_parallelism().map_or(1, usize::from));
    rayon::ThreadPoolBuilder::new()
        .num_threads(jobs.unwrap_or(0))
        .stack_size(worker_stack(threads))
        .build_global()
        .into_diagnostic()
        .wrap_err("the threads cannot be started")
}
