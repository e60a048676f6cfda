//! Rates by domain, and the best model in each.

use crate::experiment::Basis;
use crate::statistics::Proportion;

use super::basis::ByBasis;
use super::grid::{Counts, Grid};
use super::rank::Podium;
use super::table::{Cell, Column, Kind, Table, Target};

/// Each model's counts in each domain.
pub struct Domains<'s> {
    pub models: Vec<&'s str>,
    pub domains: Vec<Domain<'s>>,
}

pub struct Domain<'s> {
    pub name: &'s str,
    pub prompts: usize,
    /// The counts of each model.
    pub counts: Vec<Counts>,
    /// The podium by vulnerability rate.
    pub generation: ByBasis<Podium>,
    /// The podium by fix rate.
    pub remediation: ByBasis<Podium>,
}

impl<'s> Domains<'s> {
    pub fn new(grid: &Grid<'s>) -> Self {
        let domains = grid
            .domains
            .iter()
            .enumerate()
            .map(|(index, name)| {
                let counts: Vec<Counts> = (0..grid.models.len()).map(|model| grid.of_domain(model, index)).collect();
                let rates = |rate: &dyn Fn(&Counts) -> Proportion| -> Vec<Option<f64>> {
                    counts.iter().map(|counts| rate(counts).rate()).collect()
                };
                Domain {
                    name,
                    prompts: grid.prompts_of(index).count(),
                    generation: ByBasis::new(|basis| Podium::lowest(&rates(&|counts| counts.vulnerable(basis)))),
                    remediation: ByBasis::new(|basis| Podium::highest(&rates(&|counts| counts.fixed(basis)))),
                    counts,
                }
            })
            .collect();
        Self { models: grid.models.clone(), domains }
    }

    pub fn tables(&self) -> Vec<Table> {
        let mut tables = vec![
            self.by_model("domains", "Vulnerability by domain", |counts| counts.vulnerable(Basis::Published))
                .on(Basis::Published),
            self.by_model("domains-code", "Vulnerability by domain, among answers that are code", |counts| {
                counts.vulnerable(Basis::Code)
            })
            .on(Basis::Code),
            self.champions(
                "champions-generation",
                "Safest generator by domain",
                "The lowest vulnerability rate.",
                |domain| &domain.generation,
            ),
        ];
        if self.domains.iter().flat_map(|domain| &domain.counts).any(|counts| counts.attempts > 0) {
            tables.extend([
                self.by_model("domains-remediation", "Fix rate by domain", |counts| counts.fixed(Basis::Published))
                    .on(Basis::Published),
                self.by_model(
                    "domains-remediation-code",
                    "Fix rate by domain, of attempts that came back as code",
                    |counts| counts.fixed(Basis::Code),
                )
                .on(Basis::Code),
                self.champions(
                    "champions-remediation",
                    "Best remediator by domain",
                    "The highest share of attempts after which nothing is found.",
                    |domain| &domain.remediation,
                ),
            ]);
        }
        tables
    }

    fn by_model(&self, id: &'static str, title: &'static str, rate: impl Fn(&Counts) -> Proportion) -> Table {
        let mut columns = vec![Column::new("domain", "Domain", Kind::Text)];
        columns.extend(self.models.iter().map(|model| Column::new(*model, *model, Kind::Percent)));
        let mut table = Table::new(id, title, columns);
        table.rows =
            self.domains
                .iter()
                .enumerate()
                .map(|(index, domain)| {
                    let rates = domain.counts.iter().enumerate().map(|(model, counts)| {
                        Cell::from(rate(counts).rate()).to(Target::Domain { model, domain: index })
                    });
                    std::iter::once(domain.name.into()).chain(rates).collect()
                })
                .collect();
        table
    }

    fn champions(
        &self,
        id: &'static str,
        title: &'static str,
        note: &str,
        podium: for<'d> fn(&'d Domain<'s>) -> &'d ByBasis<Podium>,
    ) -> Table {
        let mut columns = vec![Column::new("domain", "Domain", Kind::Text)];
        for basis in Basis::ALL {
            let places = [
                ("champion", "Champion", Kind::Text),
                ("rate", "Rate", Kind::Percent),
                ("runner_up", "Runner-up", Kind::Text),
                ("runner_up_rate", "Rate", Kind::Percent),
            ];
            columns.extend(places.map(|(key, label, kind)| Column::on_basis(basis, key, label, kind)));
        }
        let mut table = Table::new(id, title, columns).note(note);
        table.rows = self
            .domains
            .iter()
            .map(|domain| {
                let mut row: Vec<Cell> = vec![domain.name.into()];
                for podium in Basis::ALL.map(|basis| podium(domain).get(basis)) {
                    row.extend([
                        podium.champions.names(&self.models).into(),
                        podium.champions.value.into(),
                        podium.runners_up.names(&self.models).into(),
                        podium.runners_up.value.into(),
                    ]);
                }
                row
            })
            .collect();
        table
    }
}
