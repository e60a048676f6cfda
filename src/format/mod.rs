//! Lint results → ESLint JSON, pretty, and whatever else reads them.

mod json;
mod pretty;
mod sarif;
mod unix;

use std::io::{self, Write};

use clap::ValueEnum;

use crate::check::LintResult;

/// How lint results are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people: the code, the caret, the reason, the help
    Pretty,
    /// ESLint's JSON, an array with an object a file
    Json,
    /// `path:line:column: message [rule]`, a line a finding
    Unix,
    /// SARIF 2.1.0, for code scanning
    Sarif,
}

impl Format {
    /// Writes the results.
    ///
    /// # Errors
    ///
    /// Those of the output.
    pub fn write(self, results: &[LintResult], out: &mut dyn Write) -> io::Result<()> {
        match self {
            Format::Pretty => pretty::write(results, out),
            Format::Json => json::write(results, out),
            Format::Unix => unix::write(results, out),
            Format::Sarif => sarif::write(results, out),
        }
    }
}
