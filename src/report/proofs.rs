//! The verdicts of proofs on the rules' findings.

use std::collections::BTreeMap;

use oxsec_rules::Judged;

use super::grid::Grid;
use super::table::{Cell, Column, Kind, Table, Target};

/// The tables' ids.
pub const IDS: [&str; 2] = ["proofs", "proofs-by-rule"];

/// Findings confirmed, refuted and unproven, by rule and model. Repairs are not counted.
pub struct Proofs<'s> {
    pub models: Vec<&'s str>,
    /// The outcomes by rule and model, in the order of [`Judged::ALL`].
    pub rules: BTreeMap<&'s str, Vec<Outcomes>>,
}

/// The numbers of findings that are confirmed, refuted, unproven, or of a kind that is not proven.
pub type Outcomes = [u32; Judged::ALL.len()];

impl<'s> Proofs<'s> {
    pub fn new(grid: &Grid<'s>) -> Self {
        let mut rules: BTreeMap<&str, Vec<Outcomes>> = BTreeMap::new();
        for model in 0..grid.models.len() {
            let scores = grid.answers(model).map(|answer| &answer.score);
            for finding in scores.flat_map(|score| score.findings()) {
                let Some(verdict) = finding.verdict() else { continue };
                let of_rule =
                    rules.entry(finding.rule()).or_insert_with(|| vec![Outcomes::default(); grid.models.len()]);
                of_rule[model][verdict as usize] += 1;
            }
        }
        Self { models: grid.models.clone(), rules }
    }

    /// Returns the sum over all rules and models.
    pub fn total(&self) -> Outcomes {
        sum(self.rules.values().flatten())
    }

    pub fn tables(&self) -> Vec<Table> {
        if self.rules.is_empty() { Vec::new() } else { vec![self.by_model(), self.by_rule()] }
    }

    fn by_model(&self) -> Table {
        let mut columns = vec![Column::new("model", "Model", Kind::Text)];
        columns.extend(outcome_columns());
        let mut table = Table::new(IDS[0], "Findings that are proven", columns).note(
            "Confirmed: a finding with a proof, of the same family of weaknesses, is at the same place. Refuted: \
             nothing that the call is given can do the damage. Not applicable: no rule with proofs is about this \
             kind.",
        );
        for (index, model) in self.models.iter().enumerate() {
            let outcomes = sum(self.rules.values().map(|models| &models[index]));
            let name = Cell::from(*model).to(Target::Model { model: index });
            table.rows.push(std::iter::once(name).chain(cells(outcomes)).collect());
        }
        table.rows.push(std::iter::once("all".into()).chain(cells(self.total())).collect());
        table
    }

    fn by_rule(&self) -> Table {
        let mut columns = vec![Column::new("rule", "Rule", Kind::Text), Column::new("model", "Model", Kind::Text)];
        columns.extend(outcome_columns());
        let mut table = Table::new(IDS[1], "Findings that are proven, by rule and model", columns);
        table.keys = 2;
        for (rule, models) in &self.rules {
            let all = sum(models.iter());
            table.rows.push([Cell::from(*rule), "all".into()].into_iter().chain(cells(all)).collect());
            for (name, outcomes) in self.models.iter().zip(models) {
                if outcomes.iter().sum::<u32>() > 0 {
                    let key = [Cell::from(*rule), Cell::from(*name)];
                    table.rows.push(key.into_iter().chain(cells(*outcomes)).collect());
                }
            }
        }
        table
    }
}

fn outcome_columns() -> impl Iterator<Item = Column> {
    let outcomes = Judged::ALL.map(|outcome| {
        let label = match outcome {
            Judged::Confirmed => "Confirmed",
            Judged::Refuted => "Refuted",
            Judged::Unproven => "Unproven",
            Judged::NotApplicable => "Not applicable",
        };
        Column::new(outcome.name().replace(' ', "_"), label, Kind::Count)
    });
    std::iter::once(Column::new("findings", "Findings", Kind::Count)).chain(outcomes)
}

fn cells(outcomes: Outcomes) -> impl Iterator<Item = Cell> {
    std::iter::once(outcomes.iter().sum::<u32>()).chain(outcomes).map(Cell::from)
}

fn sum<'o>(outcomes: impl Iterator<Item = &'o Outcomes>) -> Outcomes {
    outcomes.fold(Outcomes::default(), |mut sum, of| {
        sum.iter_mut().zip(of).for_each(|(sum, of)| *sum += of);
        sum
    })
}
