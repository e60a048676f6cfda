//! An experiment's tables and pictures: terminal, Markdown, CSV, JSON, HTML.
//!
//! [`Report::new`] counts and tests once. Every figure is then in a plain typed value (one file each);
//! [`Report::tables`] lays these out as [`Table`]s, which the outputs render, and [`Report::statements`] says in words
//! what a reader would otherwise overlook.

pub mod basis;
mod classification;
pub mod comparison;
pub mod csv;
pub mod directives;
pub mod domains;
pub mod grid;
pub mod groups;
pub mod json;
pub mod leaderboard;
pub mod markdown;
pub mod page;
pub mod prompts;
pub mod proofs;
pub mod rank;
pub mod readings;
mod record;
pub mod remediation;
pub mod rules;
pub mod selection;
pub mod statuses;
mod summary;
pub mod table;
pub mod terminal;

use crate::experiment::{Agreement, Basis, Experiment, Scored, VulnerableBy, agreement, counting_rules};
use crate::statistics::bootstrap::{DRAWS, Resamples, SEED};

use comparison::Comparison;
use directives::Silenced;
use domains::Domains;
use grid::Grid;
use groups::{Group, HeadToHead};
use leaderboard::Leaderboard;
use prompts::{Consistency, Prompts};
use proofs::Proofs;
use readings::Readings;
use remediation::Remediation;
use rules::Rules;
use selection::Selection;
use table::Table;

/// Returns whether a table shows what proofs say; the others are the same without any.
pub fn shows_proofs(table: &str) -> bool {
    table.starts_with(readings::READINGS) || proofs::IDS.contains(&table)
}

/// The report of a scored experiment.
pub struct Report<'s> {
    pub experiment: &'s Experiment,
    pub scored: &'s Scored<'s>,
    /// The only basis of all figures, where one was chosen.
    pub only: Option<Basis>,
    /// Tables from elsewhere, which come last.
    pub more: Vec<Table>,
    pub readings: Readings<'s>,
    pub proofs: Proofs<'s>,
    pub directives: Silenced<'s>,
    pub grid: Grid<'s>,
    pub leaderboard: Leaderboard<'s>,
    pub comparison: Comparison<'s>,
    pub domains: Domains<'s>,
    pub prompts: Prompts<'s>,
    pub consistency: Consistency<'s>,
    pub remediation: Remediation<'s>,
    pub rules: Rules<'s>,
    pub head_to_head: HeadToHead<'s>,
    pub selection: Selection<'s>,
    pub agreement: Agreement<'s>,
}

impl<'s> Report<'s> {
    /// Makes the report, with a comparison of these groups of models.
    pub fn new(scored: &'s Scored<'s>, groups: &'s [Group]) -> Self {
        let Scored { experiment, rules, .. } = *scored;
        let grid = Grid::new(scored);
        let resamples = Resamples::new(grid.prompts.len(), DRAWS, SEED);
        let domains = Domains::new(&grid);
        let prompts = Prompts::new(&grid);
        Self {
            experiment,
            scored,
            only: None,
            more: Vec::new(),
            readings: Readings::new(scored, &grid, &resamples),
            proofs: Proofs::new(&grid),
            directives: Silenced::new(scored),
            leaderboard: Leaderboard::new(scored, &grid, &resamples),
            comparison: Comparison::new(&grid, &resamples),
            consistency: Consistency::new(&prompts),
            remediation: Remediation::new(&grid),
            rules: Rules::new(&grid, experiment, &counting_rules(rules, scored.reading)),
            head_to_head: HeadToHead::new(&grid, groups),
            selection: Selection::new(&grid, &domains),
            agreement: if scored.reading.verdict == VulnerableBy::Rules {
                agreement(scored, |id| rules.rules().any(|(rule, _)| rule == id))
            } else {
                // The record has the rules' findings.
                Agreement::default()
            },
            domains,
            prompts,
            grid,
        }
    }

    /// Restricts the report to the figures of the scores' own reading.
    #[must_use]
    pub fn in_one_reading(self) -> Self {
        Self { only: Some(self.scored.reading.basis), ..self }
    }

    /// Returns the bases on which figures are shown.
    pub fn bases(&self) -> Vec<Basis> {
        self.only.map_or(Basis::ALL.to_vec(), |basis| vec![basis])
    }

    /// Returns the statements of the figures, in words, the most serious first.
    pub fn statements(&self) -> Vec<String> {
        summary::statements(self)
    }

    /// Returns every table, in the order in which a report shows them.
    pub fn tables(&self) -> Vec<Table> {
        let mut tables = vec![self.leaderboard.table()];
        tables.extend(self.readings.tables());
        tables.push(statuses::table(&self.grid));
        tables.extend(self.directives.table());
        tables.extend(self.comparison.tables());
        tables.extend(self.head_to_head.tables());
        tables.extend(self.domains.tables());
        tables.extend(self.prompts.tables());
        tables.push(self.consistency.table());
        tables.extend(self.remediation.tables());
        if self.remediation.was_attempted() {
            tables.push(self.selection.table());
        }
        tables.extend(self.rules.tables());
        tables.extend(self.proofs.tables());
        tables.extend(record::tables(&self.agreement, &self.grid));
        tables.extend(self.more.iter().cloned());
        match self.only {
            Some(basis) => tables.into_iter().filter_map(|table| table.only(basis)).collect(),
            None => tables,
        }
    }
}
