//! `oxsec init`: a configuration to start from.

use std::{fs::File, io::Write, path::PathBuf, process::ExitCode};

use miette::{IntoDiagnostic, Result, WrapErr};

use super::output;
use crate::config::{EXAMPLE, OXSEC_TOML};

#[derive(Debug, clap::Args)]
pub struct Args {
    /// Where it is written
    #[arg(default_value = OXSEC_TOML)]
    file: PathBuf,
}

/// Writes the example, unless there is a file already.
pub fn run(args: Args) -> Result<ExitCode> {
    let path = args.file;
    File::create_new(&path)
        .and_then(|mut file| file.write_all(EXAMPLE.as_bytes()))
        .into_diagnostic()
        .wrap_err_with(|| format!("`{}` cannot be written", path.display()))?;
    output::write(None, &format!("{} is written; `oxsec check` reads it from this folder on.\n", path.display()))?;
    Ok(ExitCode::SUCCESS)
}
