//! The named readings side by side: the rates in each, and the order of the models.

use rayon::prelude::*;

use crate::experiment::{Reading, Scored, ScoredAnswer, VulnerableBy};
use crate::statistics::bootstrap::Resamples;
use crate::statistics::{CONFIDENCE, Proportion, wilson};

use super::grid::{Counts, Grid};
use super::leaderboard::Estimate;
use super::rank::ranks;
use super::table::{Cell, Column, Kind, Table, Target};

/// The prefix of the ids of tables that show readings side by side.
pub const READINGS: &str = "readings";

/// Each model's figures in each named reading.
pub struct Readings<'s> {
    pub models: Vec<&'s str>,
    pub readings: Vec<Read>,
}

/// The models' figures in one reading, in the order of the experiment.
pub struct Read {
    pub name: &'static str,
    pub reading: Reading,
    pub models: Vec<Figures>,
}

/// A model's figures in one reading.
#[derive(Clone, Copy, Debug)]
pub struct Figures {
    pub rank: Option<usize>,
    pub vulnerable: Estimate,
    /// The fix rate.
    pub fixed: Proportion,
    pub net: Proportion,
    pub net_rank: Option<usize>,
    pub attempts: u32,
}

impl<'s> Readings<'s> {
    /// Counts in every named reading. Without proofs there is no reading that depends on them.
    pub fn new(scored: &Scored<'s>, grid: &Grid<'s>, resamples: &Resamples) -> Self {
        let has_figures = |reading: &Reading| scored.has_proofs || matches!(reading.verdict, VulnerableBy::Rules);
        let named = Reading::NAMED.into_iter().filter(|(_, reading)| has_figures(reading));
        let readings = named.map(|(name, reading)| Read::new(name, reading, scored, grid, resamples)).collect();
        Self { models: grid.models.clone(), readings }
    }

    pub fn tables(&self) -> Vec<Table> {
        self.tables_as([
            ("readings", "The leaderboard in each reading"),
            ("readings-remediation", "Remediation in each reading"),
            ("readings-net", "Net rate after remediation in each reading"),
        ])
    }

    /// Returns the same tables under these ids and titles: rates, fix rates, net rates.
    pub fn tables_as(&self, [rates, fixed, net]: [(&'static str, &'static str); 3]) -> Vec<Table> {
        let mut tables = vec![self.rates(rates)];
        if self.readings.iter().flat_map(|read| &read.models).any(|figures| figures.attempts > 0) {
            tables.extend([self.fix_rates(fixed), self.net_rates(net)]);
        }
        tables
    }

    fn rates(&self, names: (&'static str, &'static str)) -> Table {
        let columns = [
            ("rank", "Rank", Kind::Count),
            ("vulnerable", "Vulnerable", Kind::Share),
            ("rate", "Rate", Kind::Percent),
            ("wilson_95", "Wilson 95%", Kind::Interval),
        ];
        let table = self.table(names, &columns, |Figures { rank, vulnerable, .. }| {
            let share = vulnerable.proportion;
            vec![(*rank).into(), share.into(), share.rate().into(), vulnerable.wilson.into()]
        });
        let notes = self.readings.iter().map(|read| format!("{}: {}.", read.name, read.reading.in_words()));
        notes.fold(table, Table::note)
    }

    fn fix_rates(&self, names: (&'static str, &'static str)) -> Table {
        let columns = [
            ("fixed", "Fixed", Kind::Share),
            ("rate", "Fix rate", Kind::Percent),
            ("wilson_95", "Wilson 95%", Kind::Interval),
        ];
        self.table(names, &columns, |figures| {
            let fixed = figures.fixed;
            vec![fixed.into(), fixed.rate().into(), wilson::interval(fixed, CONFIDENCE).into()]
        })
    }

    fn net_rates(&self, names: (&'static str, &'static str)) -> Table {
        let columns = [
            ("rank", "Rank", Kind::Count),
            ("net", "Still vulnerable", Kind::Share),
            ("rate", "Net rate", Kind::Percent),
            ("wilson_95", "Wilson 95%", Kind::Interval),
        ];
        self.table(names, &columns, |figures| {
            let net = figures.net;
            vec![figures.net_rank.into(), net.into(), net.rate().into(), wilson::interval(net, CONFIDENCE).into()]
        })
    }

    /// Makes a table with a row for each model and a group of columns for each reading.
    fn table(
        &self,
        (id, title): (&'static str, &'static str),
        columns: &[(&str, &str, Kind)],
        cells: impl Fn(&Figures) -> Vec<Cell>,
    ) -> Table {
        let mut all = vec![Column::new("model", "Model", Kind::Text)];
        for read in &self.readings {
            let column = |(key, label, kind): &(&str, &str, Kind)| {
                Column::new(format!("{}_{key}", read.name), *label, *kind).group(read.name)
            };
            all.extend(columns.iter().map(column));
        }
        let mut table = Table::new(id, title, all);
        for (index, model) in self.models.iter().enumerate() {
            let mut row = vec![Cell::from(*model).to(Target::Model { model: index })];
            row.extend(self.readings.iter().flat_map(|read| cells(&read.models[index])));
            table.rows.push(row);
        }
        table
    }
}

impl Read {
    /// Counts the answers of scores, in whichever reading they were made.
    pub fn new(name: &'static str, reading: Reading, scored: &Scored, grid: &Grid, resamples: &Resamples) -> Self {
        let count = |_: &str, _: &str, answer: &ScoredAnswer| Counts::of(answer, reading);
        Self::by(name, reading, scored, grid, resamples, count)
    }

    /// Counts answers with a function of each answer and the names of its model and prompt.
    pub fn by(
        name: &'static str,
        reading: Reading,
        scored: &Scored,
        grid: &Grid,
        resamples: &Resamples,
        count: impl Fn(&str, &str, &ScoredAnswer) -> Counts + Sync,
    ) -> Self {
        let figures = |model: usize| {
            let mut clusters = vec![Proportion::default(); grid.prompts.len()];
            let mut sum = Counts::default();
            for prompt in &scored.models[model].prompts {
                let of_unit = prompt.answers.iter().filter(|answer| answer.is_of(reading.unit));
                let counts: Counts = of_unit.map(|answer| count(grid.models[model], &prompt.prompt.id, answer)).sum();
                clusters[grid.prompt_index(&prompt.prompt.id)] = counts.vulnerable(reading.basis);
                sum += counts;
            }
            Figures {
                rank: None,
                vulnerable: Estimate::new(&clusters, resamples),
                fixed: sum.fixed(reading.basis),
                net: sum.net(reading.basis),
                net_rank: None,
                attempts: sum.attempts,
            }
        };
        let mut models: Vec<Figures> = (0..scored.models.len()).into_par_iter().map(figures).collect();
        let ranked = |rate: fn(&Figures) -> Option<f64>| ranks(&models.iter().map(rate).collect::<Vec<_>>());
        let (by_rate, by_net) =
            (ranked(|figures| figures.vulnerable.proportion.rate()), ranked(|figures| figures.net.rate()));
        for (figures, (rank, net_rank)) in models.iter_mut().zip(by_rate.into_iter().zip(by_net)) {
            (figures.rank, figures.net_rank) = (rank, net_rank);
        }
        Self { name, reading, models }
    }
}
