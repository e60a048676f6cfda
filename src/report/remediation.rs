//! The effect of returning the findings to the model.

use crate::experiment::Basis;
use crate::statistics::{CONFIDENCE, Interval, Proportion, wilson};

use super::basis::ByBasis;
use super::grid::{Counts, Grid};
use super::rank::ranks;
use super::table::{Cell, Column, Kind, Table, Target, prefix};

/// Remediation, model by model in the order of the experiment.
pub struct Remediation<'s> {
    pub models: Vec<Remediated<'s>>,
}

pub struct Remediated<'s> {
    pub model: &'s str,
    pub counts: Counts,
    /// The fix rate.
    pub fixed: ByBasis<Proportion>,
    pub fixed_wilson: ByBasis<Option<Interval>>,
    /// Answers that are vulnerable and stay so.
    pub net: ByBasis<Proportion>,
    pub rank_before: ByBasis<Option<usize>>,
    pub rank_after: ByBasis<Option<usize>>,
}

impl<'s> Remediation<'s> {
    pub fn new(grid: &Grid<'s>) -> Self {
        let counts: Vec<Counts> = (0..grid.models.len()).map(|model| grid.of_model(model)).collect();
        let ranks_by = |rate: &dyn Fn(&Counts) -> Proportion| {
            ranks(&counts.iter().map(|counts| rate(counts).rate()).collect::<Vec<_>>())
        };
        let before = ByBasis::new(|basis| ranks_by(&|counts| counts.vulnerable(basis)));
        let after = ByBasis::new(|basis| ranks_by(&|counts| counts.net(basis)));
        let models = (grid.models.iter().zip(&counts).enumerate())
            .map(|(index, (model, counts))| Remediated {
                model,
                counts: *counts,
                fixed: ByBasis::new(|basis| counts.fixed(basis)),
                fixed_wilson: ByBasis::new(|basis| wilson::interval(counts.fixed(basis), CONFIDENCE)),
                net: ByBasis::new(|basis| counts.net(basis)),
                rank_before: ByBasis::new(|basis| before.get(basis)[index]),
                rank_after: ByBasis::new(|basis| after.get(basis)[index]),
            })
            .collect();
        Self { models }
    }

    /// Returns whether any remediation was asked for.
    pub fn was_attempted(&self) -> bool {
        self.models.iter().any(|model| model.counts.attempts > 0)
    }

    pub fn tables(&self) -> Vec<Table> {
        if !self.was_attempted() {
            return Vec::new();
        }
        vec![self.fix_rates(), self.net_rates(), self.elimination()]
    }

    fn fix_rates(&self) -> Table {
        const PUBLISHED: &str = "of all attempts, as published";
        const CODE: &str = "of attempts that came back as code";
        let mut columns = vec![
            Column::new("model", "Model", Kind::Text),
            Column::new("failed", "Unanswered", Kind::Count).group(PUBLISHED),
            Column::new("without_code", "No code", Kind::Count).group(PUBLISHED),
        ];
        for (basis, group) in Basis::ALL.into_iter().zip([PUBLISHED, CODE]) {
            let rate = [
                ("fixed", "Fixed", Kind::Share),
                ("rate", "Fix rate", Kind::Percent),
                ("wilson_95", "Wilson 95%", Kind::Interval),
            ];
            columns.extend(rate.map(|(key, label, kind)| {
                Column::new(format!("{}{key}", prefix(basis)), label, kind).group(group).on(basis)
            }));
        }
        self.fill(Table::new("remediation", "Remediation", columns), |model| {
            let mut row = vec![model.counts.failed.into(), model.counts.remediated_without_code.into()];
            let rates =
                [(model.fixed.published, model.fixed_wilson.published), (model.fixed.code, model.fixed_wilson.code)];
            for (fixed, wilson) in rates {
                row.extend([fixed.into(), fixed.rate().into(), wilson.into()]);
            }
            row
        })
        .note("Fixed is an answer whose last remediation is code in which nothing is found.")
    }

    fn net_rates(&self) -> Table {
        let mut columns = vec![Column::new("model", "Model", Kind::Text)];
        for basis in Basis::ALL {
            let rate = [
                ("rank_before", "Rank before", Kind::Count),
                ("rank_after", "Rank after", Kind::Count),
                ("net", "Still vulnerable", Kind::Share),
                ("net_rate", "Net rate", Kind::Percent),
            ];
            columns.extend(rate.map(|(key, label, kind)| Column::on_basis(basis, key, label, kind)));
        }
        self.fill(Table::new("net", "Net rate after remediation", columns), |model| {
            let mut row = Vec::new();
            let published = (model.rank_before.published, model.rank_after.published, model.net.published);
            let code = (model.rank_before.code, model.rank_after.code, model.net.code);
            for (before, after, net) in [published, code] {
                row.extend([before.into(), after.into(), net.into(), net.rate().into()]);
            }
            row
        })
    }

    fn elimination(&self) -> Table {
        let columns = vec![
            Column::new("model", "Model", Kind::Text),
            Column::new("found", "Found", Kind::Count),
            Column::new("after", "After", Kind::Count),
            Column::new("eliminated", "Eliminated", Kind::Decimal(0)),
            Column::new("share", "Share", Kind::Percent),
        ];
        self.fill(Table::new("elimination", "Findings before and after remediation", columns), |model| {
            let (found, after) = (f64::from(model.counts.found), f64::from(model.counts.after));
            let eliminated = (found > 0.0).then_some(found - after);
            vec![
                model.counts.found.into(),
                model.counts.after.into(),
                eliminated.into(),
                eliminated.map(|eliminated| eliminated / found).into(),
            ]
        })
        .note("Counted over the answers whose remediation was answered.")
    }

    fn fill(&self, mut table: Table, row: impl Fn(&Remediated<'s>) -> Vec<Cell>) -> Table {
        table.rows = (self.models.iter().enumerate())
            .map(|(index, model)| {
                std::iter::once(Cell::from(model.model).to(Target::Model { model: index })).chain(row(model)).collect()
            })
            .collect();
        table
    }
}
