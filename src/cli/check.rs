use std::process::ExitCode;

/// Not there yet.
#[derive(Debug, clap::Args)]
pub struct Args {}

pub fn run(_args: Args) -> miette::Result<ExitCode> {
    Err(miette::miette!("`oxsec check` is not there yet"))
}
