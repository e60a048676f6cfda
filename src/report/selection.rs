//! The effect of choosing a generator and a remediator by domain.

use crate::experiment::Basis;

use super::basis::ByBasis;
use super::domains::{Domain, Domains};
use super::grid::{Counts, Grid};
use super::rank::{Place, Podium};
use super::table::{Cell, Column, Kind, Table};

/// The best model for each step in each domain, and the net rate that they would reach together.
pub struct Selection<'s> {
    pub models: Vec<&'s str>,
    pub domains: Vec<Choice<'s>>,
    /// The net rate over all domains, weighted by their numbers of prompts.
    pub net: ByBasis<Option<f64>>,
    /// The lowest net rate that one model reaches alone.
    pub best_single: ByBasis<Place>,
}

pub struct Choice<'s> {
    pub domain: &'s str,
    pub prompts: usize,
    pub generator: ByBasis<Place>,
    pub remediator: ByBasis<Place>,
    /// The net rate: the generator's rate times the share that the remediator leaves.
    pub net: ByBasis<Option<f64>>,
}

impl<'s> Selection<'s> {
    pub fn new(grid: &Grid<'s>, domains: &Domains<'s>) -> Self {
        let choices: Vec<Choice> = domains.domains.iter().map(Choice::new).collect();
        let of_models: Vec<Counts> = (0..grid.models.len()).map(|model| grid.of_model(model)).collect();
        Self {
            models: grid.models.clone(),
            net: ByBasis::new(|basis| {
                weighted_mean(choices.iter().map(|choice| (*choice.net.get(basis), choice.prompts as f64)))
            }),
            best_single: ByBasis::new(|basis| {
                Podium::lowest(&of_models.iter().map(|counts| counts.net(basis).rate()).collect::<Vec<_>>()).champions
            }),
            domains: choices,
        }
    }

    pub fn table(&self) -> Table {
        let mut columns = vec![Column::new("domain", "Domain", Kind::Text)];
        for basis in Basis::ALL {
            let choice = [
                ("generator", "Generator", Kind::Text),
                ("vulnerable", "Rate", Kind::Percent),
                ("remediator", "Remediator", Kind::Text),
                ("fix_rate", "Fix rate", Kind::Percent),
                ("net", "Net rate", Kind::Percent),
            ];
            columns.extend(choice.map(|(key, label, kind)| Column::on_basis(basis, key, label, kind)));
        }
        let mut table = Table::new("selection", "Choosing by domain", columns).note(self.in_words()).note(
            "That assumes that a model mends another's code as often as its own (only its own was tried), that the \
             prompts of a domain stand for those to come, in the same numbers, and that a best of several that was \
             picked on these very answers stays the best: it will do less well on new ones.",
        );
        table.rows = self.domains.iter().map(|choice| self.row(choice)).collect();
        table
    }

    /// Returns the effect of the choice, compared with the best single model, in words.
    fn in_words(&self) -> String {
        let ByBasis { published: Some(net), .. } = self.net else {
            return "No domain has both a generator and a remediator to choose.".to_owned();
        };
        let code = self.net.code.map(|net| format!(" ({:.1}% among answers that are code)", net * 100.0));
        let single = self.best_single.published.value.map(|rate| {
            format!(
                "; the best model alone, {}, reaches {:.1}%",
                self.best_single.published.names(&self.models),
                rate * 100.0
            )
        });
        format!(
            "The best generator and the best remediator of each domain would leave {:.1}% vulnerable{}{}.",
            net * 100.0,
            code.unwrap_or_default(),
            single.unwrap_or_default()
        )
    }

    fn row(&self, choice: &Choice) -> Vec<Cell> {
        let mut row = vec![choice.domain.into()];
        for (generator, remediator, net) in [
            (&choice.generator.published, &choice.remediator.published, choice.net.published),
            (&choice.generator.code, &choice.remediator.code, choice.net.code),
        ] {
            row.extend([
                generator.names(&self.models).into(),
                generator.value.into(),
                remediator.names(&self.models).into(),
                remediator.value.into(),
                net.into(),
            ]);
        }
        row
    }
}

impl<'s> Choice<'s> {
    fn new(domain: &Domain<'s>) -> Self {
        let place = |podium: &ByBasis<Podium>| ByBasis::new(|basis| podium.get(basis).champions.clone());
        let (generator, remediator) = (place(&domain.generation), place(&domain.remediation));
        Self {
            domain: domain.name,
            prompts: domain.prompts,
            net: ByBasis::new(|basis| {
                let rate = generator.get(basis).value?;
                // Nobody had anything to fix, so that a fix rate means nothing.
                let fix_rate = remediator.get(basis).value.or((rate == 0.0).then_some(0.0))?;
                Some(rate * (1.0 - fix_rate))
            }),
            generator,
            remediator,
        }
    }
}

/// Returns the weighted mean; `None` where a value is missing or all weights are 0.
fn weighted_mean(values: impl Iterator<Item = (Option<f64>, f64)>) -> Option<f64> {
    let (mut sum, mut weights) = (0.0, 0.0);
    for (value, weight) in values {
        sum += value? * weight;
        weights += weight;
    }
    (weights > 0.0).then(|| sum / weights)
}
