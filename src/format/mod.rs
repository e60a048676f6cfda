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

/// A result as far as it can be written by itself, which many threads do at once.
pub enum Prepared {
    Json(Vec<u8>),
    Result(LintResult),
}

impl Format {
    /// Prepares one result.
    pub fn prepare(self, result: LintResult) -> Prepared {
        match self {
            Format::Json => Prepared::Json(json::object(&result)),
            Format::Pretty | Format::Unix | Format::Sarif => Prepared::Result(result),
        }
    }

    /// Writes results that it has prepared.
    ///
    /// # Errors
    ///
    /// Those of the output.
    pub fn write(self, prepared: Vec<Prepared>, out: &mut dyn Write) -> io::Result<()> {
        let (mut objects, mut results) = (Vec::new(), Vec::new());
        for prepared in prepared {
            match prepared {
                Prepared::Json(object) => objects.push(object),
                Prepared::Result(result) => results.push(result),
            }
        }
        match self {
            Format::Json => json::write(&objects, out),
            Format::Pretty => pretty::write(&results, out),
            Format::Unix => unix::write(&results, out),
            Format::Sarif => sarif::write(&results, out),
        }
    }
}
