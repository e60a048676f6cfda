//! The rules that find something, and in which models' answers.

use std::collections::BTreeMap;

use crate::experiment::{Experiment, Finding};

use super::classification::Classification;
use super::grid::Grid;
use super::table::{Cell, Column, Kind, Table, Target};

/// Findings by rule and model.
pub struct Rules<'s> {
    pub models: Vec<&'s str>,
    /// The rules that found something, the most frequent first.
    pub fired: Vec<RuleRow<'s>>,
    /// The active rules that found nothing in any answer, sorted.
    pub silent: Vec<&'s str>,
}

pub struct RuleRow<'s> {
    pub rule: &'s str,
    pub own: Classification,
    /// The classification that the experiment recorded.
    pub recorded: Classification,
    /// The findings in answers of each model.
    pub findings: Vec<u32>,
}

impl RuleRow<'_> {
    pub fn total(&self) -> u32 {
        self.findings.iter().sum()
    }
}

impl<'s> Rules<'s> {
    /// Counts the findings; `active` are the rules whose findings count.
    pub fn new(grid: &Grid<'s>, experiment: &Experiment, active: &[&'static str]) -> Self {
        let mut findings: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
        for model in 0..grid.models.len() {
            let found = grid.answers(model).flat_map(|answer| answer.score.findings());
            for rule in found.map(Finding::rule) {
                findings.entry(rule).or_insert_with(|| vec![0; grid.models.len()])[model] += 1;
            }
        }
        let mut silent: Vec<&str> = active.iter().copied().filter(|rule| !findings.contains_key(rule)).collect();
        silent.sort_unstable();
        let mut fired: Vec<RuleRow> = findings
            .into_iter()
            .map(|(rule, findings)| RuleRow {
                rule,
                own: Classification::own(rule),
                recorded: Classification::recorded(experiment, rule),
                findings,
            })
            .collect();
        fired.sort_by_key(|row| std::cmp::Reverse(row.total()));
        Self { models: grid.models.clone(), fired, silent }
    }

    pub fn tables(&self) -> Vec<Table> {
        let mut tables = vec![self.by_model()];
        if !self.silent.is_empty() {
            tables.push(self.never());
        }
        tables
    }

    fn by_model(&self) -> Table {
        let mut columns =
            vec![Column::new("rule", "Rule", Kind::Text), Column::new("total", "All", Kind::Count).group("findings")];
        columns.extend(self.models.iter().map(|model| Column::new(*model, *model, Kind::Count).group("findings")));
        columns.extend(classification_columns("", "classification"));
        let has_record = self.fired.iter().any(|row| row.recorded != Classification::default());
        if has_record {
            columns.extend(classification_columns("recorded_", "classification as recorded"));
        }
        let mut table = Table::new("rules", "Findings by rule", columns);
        table.rows = (self.fired.iter().enumerate())
            .map(|(rule, row)| {
                let mut cells = vec![row.rule.into(), row.total().into()];
                cells.extend(
                    (row.findings.iter().enumerate())
                        .map(|(model, findings)| Cell::from(*findings).to(Target::Rule { model, rule })),
                );
                cells.extend(classification_cells(&row.own));
                if has_record {
                    cells.extend(classification_cells(&row.recorded));
                }
                cells
            })
            .collect();
        table
    }

    fn never(&self) -> Table {
        let mut table = Table::new(
            "silent-rules",
            "Active rules that found nothing",
            vec![Column::new("rule", "Rule", Kind::Text)],
        )
        .note(format!(
            "{} of {} active rules found nothing in any answer.",
            self.silent.len(),
            self.silent.len() + self.fired.len()
        ));
        table.rows = self.silent.iter().map(|rule| vec![Cell::from(*rule)]).collect();
        table
    }
}

fn classification_columns(prefix: &str, group: &'static str) -> [Column; 3] {
    [("cwe", "CWE", Kind::Text), ("cvss", "CVSS", Kind::Decimal(1)), ("owasp", "OWASP", Kind::Text)]
        .map(|(key, label, kind)| Column::new(format!("{prefix}{key}"), label, kind).group(group))
}

fn classification_cells(classification: &Classification) -> [Cell; 3] {
    [classification.cwe.clone().into(), classification.cvss.into(), classification.owasp.clone().into()]
}
