use std::{io, process::ExitCode};

use miette::{Result, miette};
use oxsec_rules::{
    Entry, RuleSet, Severity,
    catalogue::{catalogue, entries, entry},
};
use serde_json::Value;

use super::output::{self, terminal_style};
use crate::{
    report::{
        table::{self, Cell, Column, Kind, Table},
        terminal,
    },
    rule_json,
};

#[derive(Debug, clap::Args)]
pub struct Args {
    /// The rule whose page to show, such as `pg/no-select-all`
    id: Option<String>,
    /// Write JSON: one object per rule, with its presets, message ids and the schema of its options
    #[arg(long)]
    json: bool,
}

pub fn run(args: Args) -> Result<ExitCode> {
    let text = match args.id {
        Some(id) if args.json => format!("{:#}\n", rule_json(find(&id)?)),
        Some(id) => page(find(&id)?),
        None if args.json => format!("{:#}\n", entries().map(rule_json).collect::<Value>()),
        None => terminal::render(&[], &[list()], terminal_style(&io::stdout())),
    };
    output::write(None, &text)?;
    Ok(ExitCode::SUCCESS)
}

/// Returns the rule of this id, or of this name where only one plugin has a rule of that name.
fn find(id: &str) -> Result<&'static Entry> {
    if let Some(entry) = entry(id) {
        return Ok(entry);
    }
    let named: Vec<&Entry> = entries().filter(|entry| entry.meta.id.rsplit('/').next() == Some(id)).collect();
    match named.as_slice() {
        [one] => Ok(one),
        [] => {
            // The error names the nearest rule.
            let unknown = RuleSet::new().configure(id, Some(Severity::Error), &[]);
            Err(unknown.map_or_else(|error| miette!("{error}"), |()| miette!("there is no rule `{id}`")))
        }
        several => {
            let ids: Vec<&str> = several.iter().map(|entry| entry.meta.id).collect();
            Err(miette!("several plugins have a rule `{id}`: {}", ids.join(", ")))
        }
    }
}

/// Returns a rule's page, in Markdown, with the same headings for every rule.
pub fn page(entry: &Entry) -> String {
    let meta = entry.meta;
    let messages: Vec<String> = meta.messages.iter().map(|id| format!("- `{id}`\n")).collect();
    format!(
        "# {}\n\nCWE-{} · {} · CVSS {:.1}\n\n{}\n\n## Where it is on\n\n{}\n\n## Messages\n\n{}",
        meta.id,
        meta.cwe,
        meta.owasp,
        meta.cvss,
        entry.page().trim(),
        where_on(entry),
        messages.concat()
    )
}

/// Returns the presets that enable a rule, and the other ways to enable it.
fn where_on(entry: &Entry) -> String {
    let id = entry.meta.id;
    let severity = default_severity(id).unwrap_or("warn");
    let on = rule_json::presets_of(id);
    let by_hand = format!("`--rule '{id}: {severity}'`, or `\"{id}\": \"{severity}\"` in a configuration");
    match (default_severity(id), on.as_slice()) {
        (Some(_), _) => format!("By default, at the severity `{severity}`. Presets: {}.", on.join(", ")),
        (None, []) => format!("Off by default, and in no preset. Switch it on with {by_hand}."),
        (None, _) => format!("Off by default. Presets: {}. Or switch it on with {by_hand}.", on.join(", ")),
    }
}

/// Returns a rule's default severity, in ESLint's word; `None` where it is off.
pub fn default_severity(id: &str) -> Option<&'static str> {
    recommended(id).map(|severity| match severity {
        Severity::Error => "error",
        Severity::Warn => "warn",
    })
}

fn recommended(id: &str) -> Option<Severity> {
    let preset = RuleSet::preset("recommended").ok()?;
    preset.rules().find(|(rule, _)| *rule == id).map(|(_, severity)| severity)
}

fn list() -> Table {
    let columns = vec![
        Column::new("rule", "rule", Kind::Text),
        Column::new("recommended", "recommended", Kind::Text),
        Column::new("cwe", "CWE", Kind::Count),
        Column::new("cvss", "CVSS", Kind::Decimal(1)),
        Column::new("summary", "what it finds", Kind::Text),
    ];
    let mut table = Table::new("rules", "Rules", columns);
    table.rows = entries().map(row).collect();
    table
}

fn row(entry: &Entry) -> Vec<Cell> {
    let meta = entry.meta;
    let recommended = match default_severity(meta.id) {
        Some(severity) => table::Value::Text(severity.into()),
        None => table::Value::Empty,
    };
    [
        table::Value::Text(meta.id.to_string()),
        recommended,
        table::Value::Count(meta.cwe.into()),
        table::Value::Number(f64::from(meta.cvss)),
        table::Value::Text(entry.summary()),
    ]
    .map(Cell::from)
    .into()
}

/// Lists the presets.
pub fn presets() -> Result<ExitCode> {
    let columns = vec![
        Column::new("preset", "preset", Kind::Text),
        Column::new("rules", "rules", Kind::Count),
        Column::new("errors", "as errors", Kind::Count),
        Column::new("warnings", "as warnings", Kind::Count),
    ];
    let mut table = Table::new("presets", "Presets", columns);
    table.rows = catalogue()
        .presets()
        .iter()
        .map(|preset| {
            let errors = preset.rules.iter().filter(|(_, severity)| *severity == Severity::Error).count();
            let count = |number: usize| table::Value::Count(u32::try_from(number).unwrap_or(u32::MAX));
            let cells = [
                table::Value::Text(preset.name.clone()),
                count(preset.rules.len()),
                count(errors),
                count(preset.rules.len() - errors),
            ];
            cells.map(Cell::from).into()
        })
        .collect();
    output::write(None, &terminal::render(&[], &[table], terminal_style(&io::stdout())))?;
    Ok(ExitCode::SUCCESS)
}
