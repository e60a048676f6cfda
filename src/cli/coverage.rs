//! `oxsec coverage`: compares rules with labels, an experiment, other tools.

use std::{
    collections::HashMap,
    fs, io,
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::ValueEnum;
use miette::{IntoDiagnostic, Result, WrapErr, miette};
use oxsec_rules::{Analyzer, Limits, RuleSet};

use super::{
    RuleArgs, WRONG_CALL,
    output::{self, terminal_style},
    progress,
};
use crate::{
    check::{self, Discovery, Fate, Found, Linting},
    config::{Config, Overrides, Resolved},
    coverage::{
        self, Coverage, Impact, Judgement, Label, PieceOutcome, Report, Reported,
        labels::{LabelProblem, read_answers, read_folder, read_manifest},
        leaderboard,
        sample::{self, SampleFormat},
    },
    experiment::{self, Basis, Columns, Domains, Experiment, Reading, Scored},
    report::{
        csv, json, markdown,
        page::{self, behind::Behind},
        table::Table,
        terminal,
    },
    text::{print_error_line, visible_line},
};

/// The missing files of another tool's report that are named.
const MAX_NAMED_FILES: usize = 5;

/// The bytes of the largest labelled file that is shown on pages.
const MAX_SHOWN_BYTES: u64 = 1 << 20;

/// The seed of samples and of resampled intervals.
const SEED: u64 = 7;

#[derive(Debug, clap::Args)]
pub struct Args {
    /// Labelled code: PLUGIN/RULE/name.js with marked findings, or any folder with labels in its files, in folders
    /// named vulnerable/ and safe/, or in a manifest (--labels)
    folder: Option<PathBuf>,
    /// Labels, a JSON object a line (.gz too): of places in the folder, or of answers with --experiment
    #[arg(long, value_name = "FILE")]
    labels: Option<PathBuf>,
    /// A stored experiment: the rules' findings on its answers, and their precision with --labels or --reviewed
    #[arg(long, value_name = "FILE", conflicts_with = "folder")]
    experiment: Option<PathBuf>,
    /// Another tool's findings over the same folder, as ESLint's JSON or SARIF; can be repeated
    #[arg(long, value_name = "NAME=FILE", requires = "folder", value_parser = against)]
    against: Vec<(String, PathBuf)>,
    /// A JSON object that maps other tools' rules to weaknesses: {"security/detect-child-process": 78}
    #[arg(long, value_name = "FILE", requires = "against")]
    cwe: Option<PathBuf>,
    /// Draw this many findings, and answers without any, to be judged; written to -o as .md, .csv or .html
    #[arg(long, value_name = "N", requires = "experiment", requires = "output")]
    sample: Option<usize>,
    /// A sample with verdicts: reports each rule's precision, and the leaderboard with it
    #[arg(long, value_name = "FILE", requires = "experiment", conflicts_with = "sample")]
    reviewed: Option<PathBuf>,
    /// Compare the published conclusions with every other reading, as a Markdown document: docs/leaderboard.md
    #[arg(long, requires = "experiment", conflicts_with_all = ["sample", "reviewed", "format", "tables"])]
    leaderboard: bool,
    /// The seed of the sample; another one draws another sample
    #[arg(long, default_value_t = SEED)]
    seed: u64,
    #[command(flatten)]
    rules: RuleArgs,
    /// The format of the tables
    #[arg(long, short, value_enum, default_value_t)]
    format: Format,
    /// Show only this table; can be repeated
    #[arg(long = "table", value_name = "TABLE")]
    tables: Vec<String>,
    /// Write to a file
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Format {
    /// Tables for the terminal
    #[default]
    Table,
    Markdown,
    /// One table (--table)
    Csv,
    Json,
    /// The tables as a page
    Html,
}

fn against(text: &str) -> Result<(String, PathBuf), String> {
    match text.split_once('=') {
        Some((name, file)) if !name.is_empty() && !file.is_empty() => Ok((name.to_owned(), file.into())),
        _ => Err("write NAME=FILE, such as semgrep=semgrep.sarif".to_owned()),
    }
}

/// Runs the command. Ends with status 1 where a rule contradicts marked findings, with 2 where something could not be
/// used.
pub fn run(args: Args) -> Result<ExitCode> {
    if let Some(file) = &args.experiment {
        return on_experiment(file, &args);
    }
    let folder = args.folder.as_deref().unwrap_or(Path::new("corpus"));
    if args.labels.is_none() && args.against.is_empty() {
        match coverage::read(folder) {
            Ok(pieces) => return on_corpus(&pieces, &args),
            Err(coverage::CorpusError::NoPieces(_)) => {}
            Err(error) => return Err(error).into_diagnostic(),
        }
    }
    on_labels(folder, &args)
}

fn on_corpus(pieces: &[coverage::Piece], args: &Args) -> Result<ExitCode> {
    let coverage = coverage::measure(pieces).into_diagnostic()?;
    let (statements, tables) = (statements(&coverage), vec![coverage.table()]);
    write(Outcome { reading: None, statements, tables, behind: &|_| Vec::new() }, args)?;
    Ok(if coverage.wrong().next().is_none() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Reports on labels of places: the true labels and the tools' findings, in tables of their own.
fn on_labels(folder: &Path, args: &Args) -> Result<ExitCode> {
    let mut labels = match &args.labels {
        Some(manifest) => read_manifest(manifest, folder),
        None => read_folder(folder),
    }
    .into_diagnostic()?;
    if labels.places.is_empty() && labels.problems.is_empty() {
        return Err(miette!(
            help = "label code with `// vulnerable: CWE-89`, `// safe`, `// expect: RULE`, with folders vulnerable/ \
                    and safe/, or with --labels FILE",
            "there is no label in {}",
            folder.display()
        ));
    }
    let rules = args.rules.rule_set()?;
    let mut reports = vec![own_report(folder, &rules)?];
    let cwes = args.cwe.as_deref().map(read_cwes).transpose()?.unwrap_or_default();
    let mut foreign = Vec::new();
    for (name, file) in &args.against {
        let report = match Report::read(name, file, folder, &cwes) {
            Ok(report) => report,
            // The other tools are measured all the same.
            Err(error) => {
                foreign.push(format!("{name} is left out: {error}"));
                continue;
            }
        };
        if !report.foreign.is_empty() {
            let named = report.foreign.iter().take(MAX_NAMED_FILES).map(String::as_str).collect::<Vec<_>>().join(", ");
            let more = report.foreign.len().saturating_sub(MAX_NAMED_FILES);
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            foreign.push(format!(
                "{}: {name} reports findings in other code than that in {}: {named}{more}",
                file.display(),
                folder.display()
            ));
        }
        reports.push(report);
    }
    let judgement = Judgement { labels: &labels.places, reports: &reports };
    let mut tables = judgement.truth_tables();
    tables.extend(judgement.expected_table());
    let statements = vec![format!("{} labels of places in {}", labels.places.len(), folder.display())];
    let behind = |tables: &mut [Table]| judgement.behind(tables, |file| code_of(&folder.join(file)));
    write(Outcome { reading: None, statements, tables, behind: &behind }, args)?;
    foreign.iter().for_each(|reason| print_error_line(visible_line(reason)));
    Ok(if name_problems(&mut labels.problems) || !foreign.is_empty() {
        ExitCode::from(WRONG_CALL)
    } else {
        ExitCode::SUCCESS
    })
}

/// Returns the text of a labelled file, where it is small enough for a page.
fn code_of(file: &Path) -> Option<String> {
    let is_small = fs::metadata(file).is_ok_and(|metadata| metadata.len() <= MAX_SHOWN_BYTES);
    is_small.then(|| fs::read(file).ok()).flatten().map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
}

/// Returns oxsec's findings in a folder.
fn own_report(folder: &Path, rules: &RuleSet) -> Result<Report> {
    let root = fs::canonicalize(folder).into_diagnostic().wrap_err_with(|| format!("`{}`", folder.display()))?;
    let files = ignore::WalkBuilder::new(&root)
        .standard_filters(false)
        .build()
        .filter_map(Result::ok)
        .map(ignore::DirEntry::into_path)
        .filter(|path| path.is_file() && check::FileKind::of(path) == check::FileKind::JavaScript);
    let config = Config::fixed(rules, &root, Overrides::default())?;
    let files: Result<Vec<Found>> = files
        .map(|path| {
            let fate = Fate::Checked(config.for_named(&path)?);
            Ok(Found { path, fate })
        })
        .collect();
    let mut files = files?;
    files.sort_by(|one, other| one.path.cmp(&other.path));
    let mut report = Report { tool: "oxsec".to_owned(), ..Report::default() };
    super::start_threads(None)?;
    let discovery = Discovery { files };
    let take = |result: check::LintResult| {
        let findings =
            result.messages.iter().filter(|message| !message.fatal && !message.is_note).filter_map(|message| {
                let rule = message.rule_id.as_deref()?;
                Some(Reported {
                    lines: (message.line, message.end_line.unwrap_or(message.line)),
                    rule: rule.to_owned(),
                    message_id: message.message_id.map(str::to_owned),
                    cwes: oxsec_rules::catalogue::entry(rule).map(|entry| entry.meta.cwe).into_iter().collect(),
                })
            });
        report.add(&result.file_path.to_string_lossy(), &root, findings.collect());
        Ok(())
    };
    let analyzer = |resolved: &Resolved| Analyzer::new(&resolved.rules);
    let linting = Linting { analyzer: &analyzer, limits: Limits::default(), fixes: None };
    let worker = || {
        let mut linter = check::FileLinter::new(&linting);
        move |found: &Found| linter.lint(found)
    };
    check::lint_files(discovery, worker, take).into_diagnostic()?;
    Ok(report)
}

fn read_cwes(file: &Path) -> Result<HashMap<String, u16>> {
    let text = fs::read(file).into_diagnostic().wrap_err_with(|| format!("`{}` cannot be read", file.display()))?;
    serde_json::from_slice(&text)
        .into_diagnostic()
        .wrap_err_with(|| format!("`{}` is not an object of rule ids and CWE numbers", file.display()))
}

fn on_experiment(file: &Path, args: &Args) -> Result<ExitCode> {
    let domains = Domains::default();
    let mut columns = Columns::default();
    columns.options.for_tables = true;
    let experiment: Experiment = experiment::read(&[file.to_path_buf()], &columns, &domains);
    if experiment.models.is_empty() {
        let why: Vec<String> = experiment.problems.iter().map(|problem| problem.message.clone()).collect();
        return Err(miette!("there is no answer in {}: {}", file.display(), why.join("; ")));
    }
    let rules = args.rules.rule_set()?;
    super::start_threads(None)?;
    let has_proofs = args.labels.is_some() || args.leaderboard;
    let scored = progress::score(&experiment, &rules, Reading::PUBLISHED, has_proofs);
    if let (Some(size), Some(output)) = (args.sample, &args.output) {
        let Some(format) = SampleFormat::of(output) else {
            return Err(miette!("a sample is written as .md, .csv or .html, not as {}", output.display()));
        };
        let drawn = sample::draw(&scored, size, args.seed);
        output::write(Some(output), &sample::render(&drawn, format))?;
        return Ok(ExitCode::SUCCESS);
    }
    if args.leaderboard {
        return on_leaderboard(file, &scored, args);
    }
    let mut problems = Vec::new();
    let impact = Impact::new(&scored, Basis::Published);
    let mut tables = impact.tables();
    let mut statements = impact.statements();
    if let Some(file) = &args.labels {
        let labels = read_answers(file).into_diagnostic()?;
        let (of_labels, count, unmatched) = coverage::beside_labels(&scored, &labels, &file.display().to_string());
        problems.extend(unmatched);
        statements.push(format!("{count} of the answers and repairs are labelled"));
        tables.splice(0..0, of_labels);
    }
    if let Some(file) = &args.reviewed {
        let review = sample::read_review(file).into_diagnostic()?;
        tables.splice(0..0, [review.table(), review.leaderboard(&scored, Basis::Published, args.seed)]);
        if review.unsure > 0 {
            statements.push(format!("{} items were left unsure", review.unsure));
        }
        problems.extend(review.problems);
    }
    tables.retain(|table| !table.rows.is_empty());
    let behind = |tables: &mut [Table]| impact.behind(tables);
    write(Outcome { reading: Some(scored.reading), statements, tables, behind: &behind }, args)?;
    Ok(if name_problems(&mut problems) { ExitCode::from(WRONG_CALL) } else { ExitCode::SUCCESS })
}

/// Writes the document of all readings.
fn on_leaderboard(file: &Path, scored: &Scored, args: &Args) -> Result<ExitCode> {
    let labels = args.labels.as_deref().map(|file| read_answers(file).map(|labels| (labels, file)));
    let labels = labels.transpose().into_diagnostic()?;
    // Names without folders, so that the document is the same wherever the files are.
    let bare = |file: &Path| file.file_name().unwrap_or(file.as_os_str()).to_string_lossy().into_owned();
    let digest = |file: &Path| (bare(file), page::Input::read(file).sha256.unwrap_or_default());
    let mut command = format!("oxsec coverage --leaderboard --experiment {}", bare(file));
    let mut files = vec![digest(file)];
    if let Some((_, labels)) = &labels {
        command += &format!(" --labels {}", bare(labels));
        files.push(digest(labels));
    }
    let sources = leaderboard::Sources { command: &command, files: &files };
    let name = labels.as_ref().map_or_else(String::new, |(_, file)| file.display().to_string());
    let beside = labels.as_ref().map(|(labels, _)| (labels, name.as_str()));
    output::write(args.output.as_deref(), &leaderboard::document(scored, beside, &sources))?;
    let mut problems = beside.map(|(labels, name)| coverage::judge(scored, labels, name).1).unwrap_or_default();
    Ok(if name_problems(&mut problems) { ExitCode::from(WRONG_CALL) } else { ExitCode::SUCCESS })
}

/// Reports labels that could not be used; returns whether there were any.
pub(super) fn name_problems(problems: &mut [LabelProblem]) -> bool {
    problems.sort_by(|one, other| one.origin.cmp(&other.origin));
    problems.iter().for_each(|problem| print_error_line(visible_line(&problem.to_string())));
    !problems.is_empty()
}

/// The output of the command: how it was read, its statements, its tables, and the code behind their cells.
struct Outcome<'o> {
    reading: Option<Reading>,
    statements: Vec<String>,
    tables: Vec<Table>,
    behind: &'o dyn Fn(&mut [Table]) -> Vec<Behind>,
}

fn write(outcome: Outcome, args: &Args) -> Result<()> {
    let Outcome { reading, statements, mut tables, behind } = outcome;
    if !args.tables.is_empty() && !args.tables.iter().any(|name| name == "all") {
        let there: Vec<&str> = tables.iter().map(|table| table.id).collect();
        if let Some(missing) = args.tables.iter().find(|name| !there.contains(&name.as_str())) {
            let help = format!("there are {}", there.join(", "));
            return Err(miette!(help = help, "there is no table `{}`", visible_line(missing)));
        }
        tables.retain(|table| args.tables.iter().any(|name| name == table.id));
    }
    let text = match args.format {
        Format::Table => terminal::render(&statements, &tables, terminal_style(&io::stdout())),
        Format::Markdown => markdown::render(&statements, &tables),
        Format::Json => json::render_read(reading, &statements, &tables),
        Format::Html => {
            let behind = behind(&mut tables);
            page::tables("Which rules are right", &statements, &tables, &behind)
        }
        Format::Csv => match tables.as_slice() {
            [table] => csv::render(table),
            several => {
                let ids: Vec<&str> = several.iter().map(|table| table.id).collect();
                return Err(miette!(
                    help = format!("--table {}", ids.join(", --table ")),
                    "comma-separated values hold one table: choose it with --table"
                ));
            }
        },
    };
    output::write(args.output.as_deref(), &text)
}

/// Returns the statements of the table: what was measured, which rules were not, and each piece on which a rule was
/// wrong.
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
