//! `oxsec rescore`: scores stored generations again.

use std::{
    env, fs,
    io::{self, IsTerminal},
    path::{Path, PathBuf},
    process::ExitCode,
};

use chrono::{SecondsFormat, Utc};
use miette::{IntoDiagnostic, Result, WrapErr, miette};

use super::{
    RuleArgs, WRONG_CALL,
    coverage::name_problems as name_label_problems,
    output::{self, write},
    progress, start_threads,
};
use crate::{
    answer::{Language, Said, Status},
    coverage::{self, labels::read_answers},
    experiment::{self, Columns, Directives, Domains, Effect, Experiment, Reading, RowOptions, Scored, VulnerableBy},
    report::{Report, csv, groups::Group, json, markdown, page, proofs, shows_proofs, table::Table, terminal},
    text::{print_error_line, visible_line},
};

/// The columns of tables where there is no terminal.
const WIDTH_WITHOUT_TERMINAL: usize = 120;

/// The sentences before the leaderboard on a terminal.
const MAX_BRIEF_STATEMENTS: usize = 6;

/// The problems of the input that are listed.
const MAX_NAMED_PROBLEMS: usize = 20;

/// The value of `--table` for every table.
const ALL_TABLES: &str = "all";

#[derive(Debug, clap::Args)]
pub struct Args {
    /// Stored experiments (JSON), one answer per row (JSON Lines, JSON lists, Parquet), folders of such files or
    /// MODEL/PROMPT/ITERATION.js, logs and samples of other tools (Inspect .eval and JSON, lm-evaluation-harness,
    /// promptfoo, HumanEval, OpenAI batch output, CyberSecEval); `-` is standard input; .gz and .zst are unpacked
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Names of columns in JSON Lines and Parquet, such as `response=choices.0.message.content,model=engine`; a column
    /// can hold a list of answers, or a conversation
    #[arg(long, value_name = "COLUMN=NAME,…")]
    map: Option<Columns>,
    /// The model of answers without one
    #[arg(long, value_name = "NAME")]
    model: Option<String>,
    /// Read `code` like `response`: extract the code from a model's answer
    #[arg(long)]
    extract: bool,
    /// The language of answers without one: js, jsx, ts or tsx; a column `language` takes precedence
    #[arg(long, value_name = "NAME")]
    language: Option<String>,
    /// Ignore the comments in the code that silence or configure rules. Without this they are obeyed, as published, and
    /// the table `directives` shows both
    #[arg(long)]
    no_inline_config: bool,
    /// Count in one way in all tables: published (answers without code are clean, comments silence rules), code (among
    /// answers that are code, comments ignored), proven (of these, findings with a proof alone) or distinct (of these,
    /// identical answers once). Without it the tables show the first two, and `readings` all four
    #[arg(long, value_name = "NAME", value_parser = reading)]
    reading: Option<Reading>,
    /// Labels of answers, one JSON object per line: adds precision and recall, and the rates by the labels
    #[arg(long, value_name = "FILE")]
    labels: Option<PathBuf>,
    /// End with status 0 although rows were left out, and continue where most of them were
    #[arg(long)]
    allow_partial: bool,
    #[allow(clippy::doc_link_with_quotes, reason = "an example in JSON, not a link")]
    /// A JSON object with the prompts of each domain, such as {"database": ["db-*"]}
    #[arg(long, value_name = "FILE")]
    domains: Option<PathBuf>,
    #[command(flatten)]
    rules: RuleArgs,
    /// The output format
    #[arg(long, short, value_enum, default_value_t)]
    format: Format,
    /// Show only this table; can be repeated; `all` shows every one
    #[arg(long = "table", value_name = "TABLE")]
    tables: Vec<String>,
    /// Compare models as groups, such as `claude=opus*,sonnet*,haiku*`
    #[arg(long = "group", value_name = "NAME=MODEL,…")]
    groups: Vec<Group>,
    /// Write to a file instead of standard output; with --format csv and several tables, to files in this folder
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, Default, clap::ValueEnum)]
enum Format {
    /// Tables for the terminal
    #[default]
    Table,
    /// The same tables in Markdown
    Markdown,
    /// One table (--table), or each in a file of its own (-o FOLDER)
    Csv,
    /// The experiment in its own shape, findings and counts replaced; with --table, these tables
    Json,
    /// A page with pictures and the answers behind every figure
    Html,
}

impl Args {
    /// Returns whether only the first table is shown, with the way to see the rest, as on a terminal.
    fn are_brief(&self) -> bool {
        self.tables.is_empty()
            && matches!(self.format, Format::Table)
            && self.output.is_none()
            && io::stdout().is_terminal()
    }

    /// Returns whether something is shown that needs a search for proofs, which takes ten times as long.
    fn shows_proofs(&self) -> bool {
        let shows = |table: &String| table == ALL_TABLES || shows_proofs(table);
        if self.tables.is_empty() { !self.are_brief() } else { self.tables.iter().any(shows) }
    }
}

pub fn run(mut args: Args) -> Result<ExitCode> {
    let rules = args.rules.rule_set()?;
    let domains = args.domains.as_deref().map(Domains::read).transpose().into_diagnostic()?.unwrap_or_default();
    if let Some(input) =
        args.output.as_deref().and_then(|output| args.files.iter().find(|file| same_file(file, output)))
    {
        return Err(miette!("`{}` cannot be read and written at once; name another --output", input.display()));
    }
    let mut columns = args.map.take().unwrap_or_default();
    let language = args.language.as_deref().map(language).transpose()?;
    let gives_back = matches!(args.format, Format::Json) && args.tables.is_empty();
    columns.options = RowOptions { model: args.model.take(), language, extract: args.extract, for_tables: !gives_back };
    let labels = args.labels.as_deref().map(read_answers).transpose().into_diagnostic()?;
    let label_file = args.labels.as_deref().map_or_else(String::new, |file| file.display().to_string());
    let experiment = experiment::read(&args.files, &columns, &domains);
    name_problems(&experiment);
    let rows_left_out = left_out(&experiment, Effect::RowLeftOut);
    if rows_left_out > experiment.answer_count() && !args.allow_partial {
        return Err(miette!(
            help = "--map COLUMN=NAME gives the names of the columns, --allow-partial continues with the rest",
            "most rows cannot be used: {rows_left_out} are left out, {} answers are left",
            experiment.answer_count()
        ));
    }
    if experiment.models.is_empty() {
        return Err(miette!(
            help = "oxsec rescore --help lists the formats",
            "there is no answer to score in {}",
            list(&args.files)
        ));
    }
    start_threads(None)?;
    let mut reading = args.reading.unwrap_or(Reading::PUBLISHED);
    if args.no_inline_config {
        reading.directives = Directives::Ignored;
    }
    let shows_proofs = !gives_back && args.shows_proofs();
    let has_proofs = reading.verdict != VulnerableBy::Rules || labels.is_some() || shows_proofs;
    let scored = progress::score(&experiment, &rules, reading, has_proofs);
    hint_at_fences(&scored);
    let beside_labels = |labels| coverage::beside_labels(&scored, labels, &label_file);
    let (labelled, _, mut problems) = labels.as_ref().map(beside_labels).unwrap_or_default();
    if gives_back {
        let written = output::write_with(args.output.as_deref(), |out| {
            experiment::write_back(&scored, &mut *out)?;
            out.write_all(b"\n")
        })?;
        written.ok_or(output::ReaderLeft)?;
    } else {
        let report = Report::new(&scored, &args.groups);
        let report = if args.reading.is_some() { report.in_one_reading() } else { report };
        show(&Report { more: labelled, ..report }, &args)?;
    }
    let is_whole = left_out(&experiment, Effect::FileLeftOut) + rows_left_out == 0;
    let is_whole = !name_label_problems(&mut problems) && is_whole;
    Ok(if is_whole || args.allow_partial { ExitCode::SUCCESS } else { ExitCode::from(WRONG_CALL) })
}

/// Returns the reading of this name.
fn reading(name: &str) -> Result<Reading, String> {
    Reading::named(name).ok_or_else(|| {
        let names: Vec<&str> = Reading::NAMED.iter().map(|(name, _)| *name).collect();
        format!("unknown reading; expected {}", names.join(", "))
    })
}

/// Returns the language of this name.
pub(super) fn language(name: &str) -> Result<Said> {
    match Language::of_word(name) {
        Some(language) => Ok(Said::Known(language)),
        None => Err(miette!("the language `{}` is not analyzed; expected js, jsx, ts or tsx", visible_line(name))),
    }
}

/// Tells on standard error how to read code that is Markdown.
fn hint_at_fences(scored: &Scored) {
    let answers = scored.models.iter().flat_map(|model| model.answers());
    let fenced = answers.filter(|answer| answer.score.status == Status::Fenced).count();
    if fenced > 0 {
        print_error_line(fences_hint(fenced));
    }
}

/// Returns the advice about code that is Markdown.
pub(super) fn fences_hint(count: usize) -> String {
    format!(
        "oxsec: {count} of the texts given as `code` hold Markdown fences and were not read as code; \
         give them as `response`, or say --extract"
    )
}

fn show(report: &Report, args: &Args) -> Result<()> {
    let all = report.tables();
    let mut names = ids(&all);
    if !report.scored.has_proofs {
        names.extend(proofs::IDS);
    }
    let rest = names[1..].join(", ");
    let is_brief = args.are_brief();
    let tables = if is_brief { all.into_iter().take(1).collect() } else { chosen(all, &args.tables, &names)? };
    // A table that is asked for gets no introduction.
    let is_whole = args.tables.is_empty() || args.tables.iter().any(|name| name == ALL_TABLES);
    let mut statements = if is_whole { report.statements() } else { Vec::new() };
    let more_statements = if is_brief { statements.len().saturating_sub(MAX_BRIEF_STATEMENTS) } else { 0 };
    statements.truncate(statements.len() - more_statements);
    let output = args.output.as_deref();
    let text = match args.format {
        Format::Table => {
            let style = style(output);
            let mut text = terminal::render(&statements, &tables, style);
            if is_brief {
                let sentences = match more_statements {
                    0 => String::new(),
                    more => format!("{more} more sentences and every table: --table all. "),
                };
                let more =
                    format!("{sentences}One table: --table NAME, of {rest}. On a page: --format html -o report.html");
                text.push('\n');
                text += &terminal::wrapped(&more, style);
            }
            text
        }
        Format::Markdown => markdown::render(&statements, &tables),
        Format::Json => json::render_read(Some(report.scored.reading), &statements, &tables),
        Format::Html => page::render(report, &origin(args)),
        Format::Csv => match (tables.as_slice(), output) {
            ([table], _) => csv::render(table),
            (tables, Some(folder)) => return write_each(folder, tables),
            (tables, None) => {
                return Err(miette!(
                    help = format!("--table {}", ids(tables).join(", --table ")),
                    "comma-separated values hold one table: choose it with --table, or a folder for all with -o"
                ));
            }
        },
    };
    write(output, &text)
}

/// Returns the origin of a page's figures.
fn origin(args: &Args) -> page::Origin {
    let typed: Vec<String> = env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned()).collect();
    page::Origin {
        date: Utc::now().to_rfc3339_opts(SecondsFormat::Secs, true),
        inputs: args.files.iter().map(|file| page::Input::read(file)).collect(),
        rules: args.rules.to_string(),
        command: command_line(&typed),
        everything: command_line(&as_json(&typed)),
    }
}

/// Replaces the output format by JSON, and removes the output file.
fn as_json(arguments: &[String]) -> Vec<String> {
    let mut kept = Vec::new();
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match argument.as_str() {
            "--format" | "--output" | "-o" | "--table" => {
                rest.next();
            }
            other if ["--format=", "--output=", "--table=", "-o"].iter().any(|option| other.starts_with(option)) => {}
            other => kept.push(other.to_owned()),
        }
    }
    kept.extend(["--format", "json", "-o", "scored.json"].map(str::to_owned));
    kept
}

/// Returns the shell command with these arguments.
fn command_line(arguments: &[String]) -> String {
    let is_plain = |character: char| character.is_ascii_alphanumeric() || "-_./=,:@+%".contains(character);
    let quote = |argument: &String| {
        if !argument.is_empty() && argument.chars().all(is_plain) {
            argument.clone()
        } else {
            format!("'{}'", argument.replace('\'', r"'\''"))
        }
    };
    std::iter::once("oxsec".to_owned()).chain(arguments.iter().map(quote)).collect::<Vec<_>>().join(" ")
}

/// Returns the tables of these names, in the order of the names; every one where there are none.
fn chosen(tables: Vec<Table>, names: &[String], all: &[&str]) -> Result<Vec<Table>> {
    if names.is_empty() || names.iter().any(|name| name == ALL_TABLES) {
        return Ok(tables);
    }
    let find = |name: &String| {
        tables.iter().find(|table| table.id == *name).cloned().ok_or_else(|| {
            miette!(help = format!("there are {}", all.join(", ")), "there is no table `{}`", visible_line(name))
        })
    };
    names.iter().map(find).collect()
}

fn ids(tables: &[Table]) -> Vec<&'static str> {
    tables.iter().map(|table| table.id).collect()
}

/// Returns the style of a table: as wide as the terminal and with emphasis if there is one.
pub(super) fn style(output: Option<&Path>) -> terminal::Style {
    let is_terminal = output.is_none() && io::stdout().is_terminal();
    let size = terminal_size::terminal_size().filter(|_| is_terminal);
    terminal::Style {
        width: size.map_or(WIDTH_WITHOUT_TERMINAL, |(width, _)| usize::from(width.0)),
        styled: is_terminal && env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()),
    }
}

fn same_file(one: &Path, other: &Path) -> bool {
    other.is_file() && one.canonicalize().is_ok_and(|one| other.canonicalize().is_ok_and(|other| one == other))
}

fn write_each(folder: &Path, tables: &[Table]) -> Result<()> {
    fs::create_dir_all(folder).into_diagnostic().wrap_err_with(|| format!("{} cannot be made", folder.display()))?;
    tables.iter().try_for_each(|table| write(Some(&folder.join(format!("{}.csv", table.id))), &csv::render(table)))
}

fn list(files: &[PathBuf]) -> String {
    files.iter().map(|file| file.display().to_string()).collect::<Vec<_>>().join(", ")
}

/// Returns the number of problems with this effect.
fn left_out(experiment: &Experiment, effect: Effect) -> usize {
    experiment.problems.iter().filter(|problem| problem.effect == effect).count()
}

/// Reports the problems of the input on standard error: each place, and their number.
fn name_problems(experiment: &Experiment) {
    for problem in experiment.problems.iter().take(MAX_NAMED_PROBLEMS) {
        print_error_line(visible_line(&format!("{}: {}", problem.place, problem.message)));
    }
    let more = experiment.problems.len().saturating_sub(MAX_NAMED_PROBLEMS);
    if more > 0 {
        print_error_line(format_args!("and {more} more"));
    }
    let count = |effect| left_out(experiment, effect);
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
        print_error_line(format_args!("left out: {}", left_out.join(", ")));
    }
}
