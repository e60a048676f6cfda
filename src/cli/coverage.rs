use std::{io, path::PathBuf, process::ExitCode};

use clap::ValueEnum;
use miette::{IntoDiagnostic, Result};

use super::output::{self, terminal_style};
use crate::{
    coverage::{self, Coverage, Label, PieceOutcome},
    report::{csv, json, markdown, terminal},
};

#[derive(Debug, clap::Args)]
pub struct Args {
    /// The folder of labelled code: PLUGIN/RULE/name.js
    #[arg(default_value = "corpus")]
    folder: PathBuf,
    /// How the table is written
    #[arg(long, short, value_enum, default_value_t)]
    format: Format,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Format {
    #[default]
    Table,
    Markdown,
    Csv,
    Json,
}

/// Ends with status 1 where a rule does not do what the labels say.
pub fn run(args: Args) -> Result<ExitCode> {
    let pieces = coverage::read(&args.folder).into_diagnostic()?;
    let coverage = coverage::measure(&pieces).into_diagnostic()?;
    let statements = statements(&coverage);
    let table = coverage.table();
    let text = match args.format {
        Format::Table => terminal::render(&statements, &[table], terminal_style(&io::stdout())),
        Format::Markdown => markdown::render(&statements, &[table]),
        Format::Csv => csv::render(&table),
        Format::Json => json::render(&statements, &[table]),
    };
    output::write(None, &text)?;
    Ok(if coverage.wrong().next().is_none() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// What the table shows, in words: what was measured, which rules were not, and each piece on which a
/// rule was wrong.
fn statements(coverage: &Coverage<'_>) -> Vec<String> {
    let pieces: usize = coverage.rules.iter().map(|rule| rule.outcomes.len()).sum();
    let wrong: Vec<&PieceOutcome<'_>> = coverage.wrong().collect();
    let mut statements =
        vec![format!("{pieces} pieces of labelled code; on {} the rules do what the labels say", pieces - wrong.len())];
    let unlabelled: Vec<&str> =
        coverage.rules.iter().filter(|rule| rule.outcomes.is_empty()).map(|rule| rule.id).collect();
    if !unlabelled.is_empty() {
        statements.push(format!("no labelled code: {}", unlabelled.join(", ")));
    }
    let never: Vec<&str> = coverage
        .rules
        .iter()
        .filter(|rule| !rule.outcomes.is_empty())
        .filter(|rule| rule.outcomes.iter().all(|outcome| outcome.found == 0 && outcome.unexpected.is_empty()))
        .map(|rule| rule.id)
        .collect();
    if !never.is_empty() {
        statements.push(format!("never fired: {}", never.join(", ")));
    }
    statements.extend(wrong.into_iter().map(describe));
    statements
}

fn describe(outcome: &PieceOutcome<'_>) -> String {
    let list = |what: &str, labels: &[Label]| {
        let places: Vec<String> =
            labels.iter().map(|label| format!("{}:{} {}", label.line, label.column, label.message_id)).collect();
        (!places.is_empty()).then(|| format!("{what} {}", places.join(", ")))
    };
    let parts: Vec<String> =
        [outcome.fatal.clone(), list("missed", &outcome.missed), list("unexpected", &outcome.unexpected)]
            .into_iter()
            .flatten()
            .collect();
    format!("{}: {}", outcome.piece.file.display(), parts.join("; "))
}
