//! `oxsec compare`: compares two tools' findings.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
    process::ExitCode,
};

use miette::{IntoDiagnostic, Result, WrapErr, miette};
use serde_json::Value;

use super::output::{self, terminal_style};
use crate::{
    report::{
        csv, json, markdown,
        table::{Cell, Column, Kind, Table},
        terminal,
    },
    text::visible_line,
};

#[derive(Debug, clap::Args)]
pub struct Args {
    /// The output of one tool, in ESLint's JSON or SARIF
    #[arg(value_name = "A")]
    one: PathBuf,
    /// The output of the other tool, over the same code
    #[arg(value_name = "B")]
    other: PathBuf,
    /// The format of the table
    #[arg(long, short, value_enum, default_value_t)]
    format: Format,
    /// Also list each finding that only one of them has
    #[arg(long)]
    list: bool,
    /// Compare findings by rule and line alone
    #[arg(long)]
    lines: bool,
}

#[derive(Clone, Copy, Debug, Default, clap::ValueEnum)]
enum Format {
    #[default]
    Table,
    Markdown,
    Csv,
    Json,
}

/// The place and kind of a finding. Paths are relative to the folder that contains all files of an output.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Finding {
    path: String,
    line: u64,
    column: u64,
    rule: String,
    severity: u64,
}

/// The agreement of two outputs on a rule.
#[derive(Default)]
struct Agreement {
    same: usize,
    only_one: usize,
    only_other: usize,
}

/// Ends with status 1 where the outputs differ.
pub fn run(args: Args) -> Result<ExitCode> {
    let (one, other) = (read(&args.one, args.lines)?, read(&args.other, args.lines)?);
    let mut rules: BTreeMap<&str, Agreement> = BTreeMap::new();
    let mut single: Vec<(&str, &Finding)> = Vec::new();
    let findings: std::collections::BTreeSet<&Finding> = one.keys().chain(other.keys()).collect();
    for finding in findings {
        let of = |findings: &BTreeMap<Finding, usize>| findings.get(finding).copied().unwrap_or_default();
        let (in_one, in_other) = (of(&one), of(&other));
        let same = in_one.min(in_other);
        let agreement = rules.entry(&finding.rule).or_default();
        agreement.same += same;
        agreement.only_one += in_one - same;
        agreement.only_other += in_other - same;
        single.extend(std::iter::repeat_n(("A", finding), in_one - same));
        single.extend(std::iter::repeat_n(("B", finding), in_other - same));
    }
    let sum = |of: fn(&Agreement) -> usize| rules.values().map(of).sum::<usize>();
    let (same, only_one, only_other) = (sum(|it| it.same), sum(|it| it.only_one), sum(|it| it.only_other));
    let statements = vec![
        format!("A: {}", args.one.display()),
        format!("B: {}", args.other.display()),
        format!("{same} findings are the same, {only_one} only in A, {only_other} only in B"),
    ];
    let mut tables = vec![by_rule(&rules)];
    if args.list {
        tables.push(listed(&single));
    }
    let text = match args.format {
        Format::Table => terminal::render(&statements, &tables, terminal_style(&io::stdout())),
        Format::Markdown => markdown::render(&statements, &tables),
        Format::Json => json::render(&statements, &tables),
        Format::Csv => csv::render(&tables[usize::from(args.list)]),
    };
    output::write(None, &text)?;
    Ok(if only_one + only_other == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn by_rule(rules: &BTreeMap<&str, Agreement>) -> Table {
    let columns = vec![
        Column::new("rule", "rule", Kind::Text),
        Column::new("same", "same", Kind::Count),
        Column::new("only_a", "only in A", Kind::Count),
        Column::new("only_b", "only in B", Kind::Count),
    ];
    let mut table = Table::new("rules", "By rule", columns);
    table.rows = rules
        .iter()
        .map(|(rule, it)| -> Vec<Cell> {
            vec![
                visible_line(rule).as_str().into(),
                count(it.same).into(),
                count(it.only_one).into(),
                count(it.only_other).into(),
            ]
        })
        .collect();
    table
}

fn listed(single: &[(&str, &Finding)]) -> Table {
    let columns = vec![
        Column::new("in", "only in", Kind::Text),
        Column::new("path", "file", Kind::Text),
        Column::new("line", "line", Kind::Count),
        Column::new("column", "column", Kind::Count),
        Column::new("rule", "rule", Kind::Text),
    ];
    let mut table = Table::new("findings", "Findings that one of them has", columns);
    table.rows = single
        .iter()
        .map(|(name, finding)| -> Vec<Cell> {
            vec![
                (*name).into(),
                visible_line(&finding.path).as_str().into(),
                count(finding.line as usize).into(),
                count(finding.column as usize).into(),
                visible_line(&finding.rule).as_str().into(),
            ]
        })
        .collect();
    table
}

/// Returns the findings of an output, each with its number of occurrences.
fn read(path: &Path, lines: bool) -> Result<BTreeMap<Finding, usize>> {
    let text = fs::read(path).into_diagnostic().wrap_err_with(|| format!("`{}` cannot be read", path.display()))?;
    let value: Value = serde_json::from_slice(&text)
        .into_diagnostic()
        .wrap_err_with(|| format!("`{}` is not JSON", path.display()))?;
    let results = value.get("results").filter(|results| results.is_array()).unwrap_or(&value);
    let mut findings = match (results.as_array(), value["runs"].as_array()) {
        (_, Some(runs)) => runs.iter().flat_map(sarif).collect(),
        (Some(results), None) => results.iter().flat_map(eslint).collect::<Vec<_>>(),
        (None, None) => {
            return Err(miette!(
                help = "oxsec check --format json, npx eslint --format json, or any tool's SARIF",
                "`{}` is neither ESLint's JSON nor SARIF",
                path.display()
            ));
        }
    };
    let common = common_folder(findings.iter().map(|finding| finding.path.as_str()));
    for finding in &mut findings {
        finding.path.drain(..common);
        if lines {
            finding.column = 0;
            finding.severity = 0;
        }
    }
    let mut counted = BTreeMap::new();
    findings.into_iter().for_each(|finding| *counted.entry(finding).or_default() += 1);
    Ok(counted)
}

fn eslint(result: &Value) -> Vec<Finding> {
    let path = result["filePath"].as_str().unwrap_or_default();
    let messages = result["messages"].as_array().map(Vec::as_slice).unwrap_or_default();
    let finding = |message: &Value| Finding {
        path: path.replace('\\', "/"),
        line: message["line"].as_u64().unwrap_or_default(),
        column: message["column"].as_u64().unwrap_or_default(),
        rule: rule(message["ruleId"].as_str(), message["fatal"] == true),
        severity: message["severity"].as_u64().unwrap_or_default(),
    };
    messages.iter().map(finding).collect()
}

fn sarif(run: &Value) -> Vec<Finding> {
    let results = run["results"].as_array().map(Vec::as_slice).unwrap_or_default();
    let finding = |result: &Value| {
        let place = &result["locations"][0]["physicalLocation"];
        let region = &place["region"];
        Finding {
            path: place["artifactLocation"]["uri"].as_str().unwrap_or_default().replace("file://", ""),
            line: region["startLine"].as_u64().unwrap_or_default(),
            column: region["startColumn"].as_u64().unwrap_or(1),
            rule: rule(result["ruleId"].as_str().or(result["rule"]["id"].as_str()), false),
            severity: match result["level"].as_str() {
                Some("error") => 2,
                _ => 1,
            },
        }
    };
    let is_open = |result: &&Value| result["suppressions"].as_array().is_none_or(Vec::is_empty);
    let notifications = run["invocations"]
        .as_array()
        .into_iter()
        .flatten()
        .flat_map(|invocation| invocation["toolExecutionNotifications"].as_array().into_iter().flatten())
        .filter(|notification| notification["locations"][0].is_object())
        .map(|notification| Finding { rule: rule(None, true), severity: 2, ..finding(notification) });
    results.iter().filter(is_open).map(finding).chain(notifications).collect()
}

fn rule(id: Option<&str>, is_fatal: bool) -> String {
    match (id, is_fatal) {
        (_, true) => "(does not parse)".to_owned(),
        (Some("oxsec/comment") | None, false) => "(no rule)".to_owned(),
        (Some(id), false) => id.to_owned(),
    }
}

/// Returns the length of the common folder of all paths.
fn common_folder<'a>(paths: impl Iterator<Item = &'a str>) -> usize {
    let shared = paths.fold(None, |shared: Option<&str>, path| {
        let folder = &path[..path.rfind('/').map_or(0, |slash| slash + 1)];
        let Some(shared) = shared else { return Some(folder) };
        let alike = shared.bytes().zip(folder.bytes()).take_while(|(one, other)| one == other).count();
        Some(&shared[..shared.as_bytes()[..alike].iter().rposition(|&byte| byte == b'/').map_or(0, |slash| slash + 1)])
    });
    shared.map_or(0, str::len)
}
