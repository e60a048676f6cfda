//! `oxsec init`: writes an example configuration.

use std::{path::PathBuf, process::ExitCode};

use miette::Result;

use super::output;
use crate::config::{EXAMPLE, OXSEC_TOML};

#[derive(Debug, clap::Args)]
pub struct Args {
    /// The file to write
    #[arg(default_value = OXSEC_TOML)]
    file: PathBuf,
}

/// Writes the example, unless the file exists.
pub fn run(args: Args) -> Result<ExitCode> {
    let path = args.file;
    output::write_new(&path, EXAMPLE)?;
    output::write(None, &format!("{} is written; `oxsec check` reads it from this folder on.\n", path.display()))?;
    Ok(ExitCode::SUCCESS)
}
