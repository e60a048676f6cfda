//! An experiment's tables and pictures: terminal, Markdown, CSV, JSON, HTML.
//!
//! [`Report::new`] counts and tests once. Every figure then stands in a plain typed value (a file each);
//! [`Report::tables`] lays these out as [`Table`]s, which the outputs set, and [`Report::statements`] says
//! in words what one would otherwise overlook.

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
pub mod rank;
mod record;
pub mod remediation;
pub mod rules;
pub mod selection;
pub mod statuses;
mod summary;
pub mod table;
pub mod terminal;

use oxsec_rules::RuleSet;

use crate::experiment::{Agreement, Experiment, Scored, agreement};
use crate::statistics::bootstrap::{DRAWS, Resamples, SEED};

use comparison::Comparison;
use directives::Silenced;
use domains::Domains;
use grid::Grid;
use groups::{Group, HeadToHead};
use leaderboard::Leaderboard;
use prompts::{Consistency, Prompts};
use remediation::Remediation;
use rules::Rules;
use selection::Selection;
use table::Table;

/// Everything that a scored experiment has to say.
pub struct Report<'s> {
    pub experiment: &'s Experiment,
    pub scored: &'s Scored<'s>,
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
    /// `rules` are those that the experiment was scored with.
    pub fn new(scored: &'s Scored<'s>, rules: &RuleSet, groups: &'s [Group]) -> Self {
        let experiment = scored.experiment;
        let grid = Grid::new(scored);
        let resamples = Resamples::new(grid.prompts.len(), DRAWS, SEED);
        let domains = Domains::new(&grid);
        let prompts = Prompts::new(&grid);
        Self {
            experiment,
            scored,
            directives: Silenced::new(scored),
            leaderboard: Leaderboard::new(experiment, &grid, &resamples),
            comparison: Comparison::new(&grid, &resamples),
            consistency: Consistency::new(&prompts),
            remediation: Remediation::new(&grid),
            rules: Rules::new(&grid, experiment, rules),
            head_to_head: HeadToHead::new(&grid, groups),
            selection: Selection::new(&grid, &domains),
            agreement: agreement(scored, |id| rules.rules().any(|(rule, _)| rule == id)),
            domains,
            prompts,
            grid,
        }
    }

    /// What the figures say, in words, the gravest first.
    pub fn statements(&self) -> Vec<String> {
        summary::statements(self)
    }

    /// Every table, in the order in which a report shows them.
    pub fn tables(&self) -> Vec<Table> {
        let mut tables = vec![self.leaderboard.table(), statuses::table(&self.grid, self.scored)];
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
        tables.extend(record::tables(&self.agreement, &self.grid));
        tables
    }
}
