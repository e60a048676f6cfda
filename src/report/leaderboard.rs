//! The vulnerability rates of the models.

use std::collections::HashMap;

use rayon::prelude::*;

use crate::experiment::{Basis, Scored, ScoredAnswer};
use crate::statistics::bootstrap::{DRAWS, Resamples, SEED, design_effect};
use crate::statistics::{CONFIDENCE, Interval, Proportion, wilson};

use super::basis::ByBasis;
use super::classification::Classification;
use super::grid::{Counts, Grid};
use super::rank::ranks;
use super::table::{Cell, Column, Kind, Table, Target, prefix};

/// The models, the lowest rate first, on the basis of the reading.
pub struct Leaderboard<'s> {
    pub standings: Vec<Standing<'s>>,
    /// The experiment recorded the classification of its findings.
    has_record: bool,
}

/// A model's standing.
pub struct Standing<'s> {
    /// Its index among the experiment's models.
    pub index: usize,
    pub model: &'s str,
    pub rank: ByBasis<Option<usize>>,
    pub counts: Counts,
    pub vulnerable: ByBasis<Estimate>,
    /// The mean base score of its findings.
    pub average_cvss: Option<f64>,
    /// The mean of the scores that the experiment recorded, over the findings whose rule has one there.
    pub average_recorded_cvss: Option<f64>,
    pub average_generation_ms: Option<f64>,
}

/// A rate and its uncertainty.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    pub proportion: Proportion,
    /// The interval that takes the answers as independent.
    pub wilson: Option<Interval>,
    /// The interval by resampling whole prompts.
    pub clustered: Option<Interval>,
    pub design_effect: Option<f64>,
}

impl<'s> Leaderboard<'s> {
    pub fn new(scored: &Scored, grid: &Grid<'s>, resamples: &Resamples) -> Self {
        let experiment = scored.experiment;
        let mut own = Scores::new(|rule| Classification::own(rule).cvss);
        let mut recorded = Scores::new(|rule| Classification::recorded(experiment, rule).cvss);
        let vulnerable: Vec<ByBasis<Estimate>> = (0..grid.models.len())
            .into_par_iter()
            .map(|index| ByBasis::new(|basis| Estimate::new(&grid.clusters(index, basis), resamples)))
            .collect();
        let mut standings: Vec<Standing> = vulnerable
            .into_iter()
            .enumerate()
            .map(|(index, vulnerable)| Standing {
                vulnerable,
                index,
                model: grid.models[index],
                rank: ByBasis::default(),
                counts: grid.of_model(index),
                average_cvss: own.average(grid.answers(index)),
                average_recorded_cvss: recorded.average(grid.answers(index)),
                average_generation_ms: mean(grid.answers(index).filter_map(|answer| answer.answer.generation_time_ms)),
            })
            .collect();
        let rank = ByBasis::new(|basis| {
            ranks(&standings.iter().map(|standing| standing.counts.vulnerable(basis).rate()).collect::<Vec<_>>())
        });
        for (index, standing) in standings.iter_mut().enumerate() {
            standing.rank = ByBasis::new(|basis| rank.get(basis)[index]);
        }
        let basis = scored.reading.basis;
        standings.sort_by_key(|standing| standing.rank.get(basis).unwrap_or(usize::MAX));
        Self { standings, has_record: !experiment.recorded_metadata.is_empty() }
    }

    pub fn table(&self) -> Table {
        let rate = |basis: Basis| {
            let (prefix, group) = (prefix(basis), basis.caption());
            [
                Column::new(format!("{prefix}vulnerable"), "Vulnerable", Kind::Share).group(group),
                Column::new(format!("{prefix}rate"), "Rate", Kind::Percent).group(group),
                Column::new(format!("{prefix}wilson_95"), "Wilson 95%", Kind::Interval).group(group),
                Column::new(format!("{prefix}clustered_95"), "Clustered 95%", Kind::Interval).group(group),
                Column::new(format!("{prefix}design_effect"), "Design effect", Kind::Decimal(1)).group(group),
            ]
            .map(|column| column.on(basis))
        };
        let mut columns = vec![Column::new("model", "Model", Kind::Text)];
        columns.extend(Basis::ALL.into_iter().flat_map(rate));
        columns.extend([
            Column::new("answers", "Answers", Kind::Count).group("answers"),
            Column::new("distinct", "Distinct", Kind::Count).group("answers"),
            Column::new("unparsable", "Does not parse", Kind::Count).group("answers"),
            Column::new("no_statement", "Holds no statement", Kind::Count).group("answers"),
            Column::new("average_generation_seconds", "Average seconds", Kind::Decimal(1)).group("answers"),
            Column::new("average_cvss", "Average CVSS", Kind::Decimal(1)).group("answers"),
        ]);
        if self.has_record {
            columns
                .push(Column::new("average_recorded_cvss", "Average recorded CVSS", Kind::Decimal(1)).group("answers"));
        }
        let mut table = Table::new("leaderboard", "Leaderboard", columns).note(format!(
            "Distinct answers are those whose code no earlier answer to the same prompt has. Wilson's interval takes \
             the answers as independent. The clustered one resamples whole prompts ({DRAWS} draws, seed {SEED}); the \
             design effect is how many times larger that makes the variance."
        ));
        table.rows = self.standings.iter().map(|standing| self.row(standing)).collect();
        table
    }

    fn row(&self, standing: &Standing) -> Vec<Cell> {
        let mut row = vec![Cell::from(standing.model).to(Target::Model { model: standing.index })];
        for estimate in [&standing.vulnerable.published, &standing.vulnerable.code] {
            row.extend([
                estimate.proportion.into(),
                estimate.proportion.rate().into(),
                estimate.wilson.into(),
                estimate.clustered.into(),
                estimate.design_effect.into(),
            ]);
        }
        row.extend([
            standing.counts.answers.into(),
            standing.counts.distinct.into(),
            standing.counts.unparsable.into(),
            standing.counts.empty.into(),
            standing.average_generation_ms.map(|ms| ms / 1000.0).into(),
            standing.average_cvss.into(),
        ]);
        if self.has_record {
            row.push(standing.average_recorded_cvss.into());
        }
        row
    }
}

/// The base scores of rules, each looked up once.
struct Scores<F> {
    of_rule: F,
    known: HashMap<&'static str, Option<f64>>,
}

impl<F: Fn(&str) -> Option<f64>> Scores<F> {
    fn new(of_rule: F) -> Self {
        Self { of_rule, known: HashMap::new() }
    }

    /// Returns the mean score of the findings in these answers whose rule has one.
    fn average<'s>(&mut self, answers: impl Iterator<Item = &'s ScoredAnswer<'s>>) -> Option<f64> {
        mean(answers.flat_map(|answer| answer.score.findings()).filter_map(|finding| {
            let rule = finding.rule();
            match self.known.get(rule) {
                Some(score) => *score,
                None => *self.known.entry(rule).or_insert((self.of_rule)(rule)),
            }
        }))
    }
}

impl Estimate {
    /// Estimates the rate over all `clusters`, one proportion per prompt.
    pub fn new(clusters: &[Proportion], resamples: &Resamples) -> Self {
        let proportion: Proportion = clusters.iter().copied().sum();
        Self {
            proportion,
            wilson: wilson::interval(proportion, CONFIDENCE),
            clustered: resamples.rates(clusters).interval(CONFIDENCE),
            design_effect: design_effect(clusters),
        }
    }
}

/// Returns the mean; `None` of an empty list.
fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (sum, count) = values.fold((0.0, 0_u32), |(sum, count), value| (sum + value, count + 1));
    (count > 0).then(|| sum / f64::from(count))
}
