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
pub struct Prepared {
    totals: Totals,
    body: Body,
}

enum Body {
    Text(Vec<u8>),
    /// It has to wait for all others.
    Result(LintResult),
}

/// What is counted of the results.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    pub files: usize,
    pub files_with_messages: usize,
    pub errors: usize,
    pub warnings: usize,
}

impl Format {
    /// Prepares one result.
    pub fn prepare(self, result: LintResult) -> Prepared {
        let totals = Totals {
            files: 1,
            files_with_messages: usize::from(!result.messages.is_empty()),
            errors: result.error_count,
            warnings: result.warning_count,
        };
        let body = match self {
            Format::Json => Body::Text(json::object(&result)),
            Format::Pretty => Body::Text(pretty::findings(&result).into_bytes()),
            Format::Unix => Body::Text(unix::findings(&result).into_bytes()),
            Format::Sarif => Body::Result(LintResult { source: None, ..result }),
        };
        Prepared { totals, body }
    }
}

/// Writes results as they come.
pub struct Report<'o> {
    format: Format,
    out: &'o mut dyn Write,
    totals: Totals,
    waiting: Vec<LintResult>,
}

impl<'o> Report<'o> {
    pub fn new(format: Format, out: &'o mut dyn Write) -> Self {
        Self { format, out, totals: Totals::default(), waiting: Vec::new() }
    }

    /// Writes the next result, which the same format has prepared.
    ///
    /// # Errors
    ///
    /// Those of the output.
    pub fn add(&mut self, prepared: Prepared) -> io::Result<()> {
        match prepared.body {
            Body::Text(text) => {
                if self.format == Format::Json {
                    self.out.write_all(json::before(self.totals.files))?;
                }
                self.out.write_all(&text)?;
            }
            Body::Result(result) => self.waiting.push(result),
        }
        self.totals.files += prepared.totals.files;
        self.totals.files_with_messages += prepared.totals.files_with_messages;
        self.totals.errors += prepared.totals.errors;
        self.totals.warnings += prepared.totals.warnings;
        Ok(())
    }

    /// Writes what stands behind all results, and gives what was counted.
    ///
    /// # Errors
    ///
    /// Those of the output.
    pub fn end(self) -> io::Result<Totals> {
        match self.format {
            Format::Json => self.out.write_all(json::end(self.totals.files))?,
            Format::Pretty => writeln!(self.out, "{}", pretty::summary(&self.totals))?,
            Format::Unix => {}
            Format::Sarif => sarif::write(&self.waiting, self.out)?,
        }
        Ok(self.totals)
    }
}
