//! `oxsec rescore`: stored generations → the same, scored again.

use std::{
    fs::File,
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use comfy_table::{CellAlignment, Table, presets};
use miette::{IntoDiagnostic, Result, WrapErr, miette};
use oxsec_rules::{RuleSet, Verdict};

use super::WRONG_CALL;
use crate::{
    experiment::{self, Agreement, Columns, Domains, Effect, Experiment, Scored, ScoredAnswer, ScoredModel},
    statistics::Proportion,
};

#[derive(Debug, clap::Args)]
pub struct Args {
    /// Stored experiments (JSON), a row an answer (JSON Lines, Parquet), or folders MODEL/PROMPT/ITERATION.js
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Names of columns in JSON Lines and Parquet, such as `code=completion,model=engine`
    #[arg(long, value_name = "COLUMN=NAME,…")]
    map: Option<Columns>,
    /// A JSON object with the prompts of each domain, such as {"database": ["db-*"]}
    #[arg(long, value_name = "FILE")]
    domains: Option<PathBuf>,
    /// The rules to apply: `recommended`, `all`, or a plugin's own preset such as `jwt/strict`
    #[arg(long, default_value = "recommended")]
    preset: String,
    /// How to show the scores
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Write to a file, not to standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, Default, clap::ValueEnum)]
enum Format {
    /// Tables for the terminal
    #[default]
    Table,
    /// The experiment in its own shape, findings and counts replaced
    Json,
}

pub fn run(args: Args) -> Result<ExitCode> {
    let rules = RuleSet::preset(&args.preset).into_diagnostic()?;
    let domains = args.domains.as_deref().map(Domains::read).transpose().into_diagnostic()?.unwrap_or_default();
    let columns = args.map.unwrap_or_default();
    let experiment = experiment::read(&args.files, &columns, &domains);
    name_problems(&experiment);
    if experiment.models.is_empty() {
        return Err(miette!(
            help = "oxsec rescore --help lists the formats",
            "there is no answer to score in {}",
            list(&args.files)
        ));
    }
    let scored = experiment::score(&experiment, &rules);
    let text = match args.format {
        Format::Table => overview(&scored, &rules),
        Format::Json => json(&scored)?,
    };
    write(args.output.as_deref(), &text)?;
    let is_whole = experiment.problems.iter().all(|problem| problem.effect != Effect::FileLeftOut);
    Ok(if is_whole { ExitCode::SUCCESS } else { ExitCode::from(WRONG_CALL) })
}

fn list(files: &[PathBuf]) -> String {
    files.iter().map(|file| file.display().to_string()).collect::<Vec<_>>().join(", ")
}

/// Says on standard error what the input could not give: each place, and how many in all.
fn name_problems(experiment: &Experiment) {
    for problem in &experiment.problems {
        eprintln!("{}", visible(&format!("{}: {}", problem.place, problem.message)));
    }
    let count = |effect| experiment.problems.iter().filter(|problem| problem.effect == effect).count();
    let effects = [(Effect::FileLeftOut, "file"), (Effect::RowLeftOut, "row"), (Effect::FieldLeftOut, "field")];
    let left_out: Vec<String> = effects
        .into_iter()
        .filter_map(|(effect, name)| match count(effect) {
            0 => None,
            1 => Some(format!("1 {name}")),
            many => Some(format!("{many} {name}s")),
        })
        .collect();
    if !left_out.is_empty() {
        eprintln!("left out: {}", left_out.join(", "));
    }
}

fn json(scored: &Scored) -> Result<String> {
    let mut text = serde_json::to_string_pretty(&experiment::give_back(scored)).into_diagnostic()?;
    text.push('\n');
    Ok(text)
}

fn write(output: Option<&Path>, text: &str) -> Result<()> {
    let written = match output {
        Some(path) => File::create(path).and_then(|file| write_all(file, text)),
        None => write_all(io::stdout().lock(), text),
    };
    match written {
        // Whoever reads has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written.into_diagnostic().wrap_err_with(|| match output {
            Some(path) => format!("{} cannot be written", path.display()),
            None => "standard output cannot be written".into(),
        }),
    }
}

fn write_all(output: impl Write, text: &str) -> io::Result<()> {
    let mut output = BufWriter::new(output);
    output.write_all(text.as_bytes())?;
    output.flush()
}

/// A row a model, and how far the findings agree with the record.
fn overview(scored: &Scored, rules: &RuleSet) -> String {
    let mut table = Table::new();
    table.load_style(presets::NOTHING);
    table.set_header([
        "model",
        "answers",
        "unparsable",
        "empty",
        "vulnerable",
        "rate",
        "rate of code",
        "attempts",
        "fixed",
    ]);
    for model in &scored.models {
        table.add_row(overview_row(model));
    }
    for column in table.column_iter_mut().skip(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    let agreement = experiment::agreement(scored, |rule| rules.rules().any(|(active, _)| active == rule));
    format!("{table}\n{}", agreement_lines(&agreement))
}

fn overview_row(model: &ScoredModel) -> Vec<String> {
    let count = |holds: fn(&ScoredAnswer) -> bool| model.answers().filter(|answer| holds(answer)).count();
    let vulnerable = count(|answer| answer.is_vulnerable());
    let percent = |of: usize| match of {
        0 => "–".into(),
        of => format!("{:.1}%", vulnerable as f64 / of as f64 * 100.0),
    };
    let cells = [
        count(|_| true).to_string(),
        count(|answer| answer.score.verdict == Verdict::Unparsable).to_string(),
        count(|answer| answer.score.verdict == Verdict::NoStatement).to_string(),
        vulnerable.to_string(),
        percent(count(|_| true)),
        percent(count(|answer| answer.score.is_code())),
        count(|answer| answer.is_attempted()).to_string(),
        count(|answer| answer.is_fixed()).to_string(),
    ];
    std::iter::once(visible(&model.model.name)).chain(cells).collect()
}

fn agreement_lines(agreement: &Agreement) -> String {
    let mut lines = String::new();
    let recorded = [("answers", agreement.answers), ("remediations", agreement.remediations)];
    for (what, Proportion { count, total }) in recorded.into_iter().filter(|(_, proportion)| proportion.total > 0) {
        lines += &format!("\n{count} of {total} {what} agree with their recorded findings");
    }
    for disagreement in &agreement.disagreements {
        let (lost, gained) = (disagreement.lost.len(), disagreement.gained.len());
        lines += &visible(&format!("  {}: {lost} not found any more, {gained} not recorded", disagreement.place));
        lines.push('\n');
    }
    lines + "\n"
}

/// Text from the input with every character written out that could steer the terminal or hide text.
fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' => {
                shown.extend(character.escape_unicode());
            }
            _ if character.is_control() => shown.extend(character.escape_unicode()),
            _ => shown.push(character),
        }
    }
    shown
}
