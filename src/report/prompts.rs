//! The models' answers to each prompt, and their consistency.

use crate::experiment::Basis;
use crate::statistics::Proportion;

use super::basis::ByBasis;
use super::grid::Grid;
use super::table::{Cell, Column, Kind, Table, Target};

/// Vulnerable answers by prompt and model.
pub struct Prompts<'s> {
    pub models: Vec<&'s str>,
    pub prompts: Vec<PromptRow<'s>>,
}

pub struct PromptRow<'s> {
    pub id: &'s str,
    pub domain: &'s str,
    /// The share for each model.
    pub vulnerable: Vec<ByBasis<Proportion>>,
}

/// The consistency of each model's answers to the same prompt.
pub struct Consistency<'s> {
    pub models: Vec<&'s str>,
    /// The counts for each model.
    pub counts: Vec<ByBasis<Agreement>>,
}

/// The numbers of prompts on which a model's answers agree.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Agreement {
    pub always_clean: u32,
    pub always_vulnerable: u32,
    pub mixed: u32,
    /// Prompts without an answer on this basis.
    pub none: u32,
}

impl<'s> Prompts<'s> {
    pub fn new(grid: &Grid<'s>) -> Self {
        let prompts = grid
            .prompts
            .iter()
            .enumerate()
            .map(|(index, prompt)| PromptRow {
                id: &prompt.prompt.id,
                domain: grid.domains[prompt.domain],
                vulnerable: (0..grid.models.len())
                    .map(|model| ByBasis::new(|basis| grid.cell(model, index).counts.vulnerable(basis)))
                    .collect(),
            })
            .collect();
        Self { models: grid.models.clone(), prompts }
    }

    pub fn tables(&self) -> Vec<Table> {
        vec![
            self.table("prompts", "Vulnerable answers by prompt", Basis::Published),
            self.table("prompts-code", "Vulnerable answers by prompt, among answers that are code", Basis::Code),
        ]
    }

    fn table(&self, id: &'static str, title: &'static str, basis: Basis) -> Table {
        let mut columns = vec![Column::new("prompt", "Prompt", Kind::Text)];
        columns.extend(self.models.iter().map(|model| Column::new(*model, *model, Kind::Share)));
        let mut table = Table::new(id, title, columns).on(basis);
        table.rows = self
            .prompts
            .iter()
            .enumerate()
            .map(|(prompt, row)| {
                let shares = row
                    .vulnerable
                    .iter()
                    .enumerate()
                    .map(|(model, share)| Cell::from(*share.get(basis)).to(Target::Cell { model, prompt }));
                std::iter::once(Cell::from(row.id).to(Target::Prompt { prompt })).chain(shares).collect()
            })
            .collect();
        table
    }
}

impl<'s> Consistency<'s> {
    pub fn new(prompts: &Prompts<'s>) -> Self {
        let counts = (0..prompts.models.len())
            .map(|model| {
                ByBasis::new(|basis| {
                    let mut agreement = Agreement::default();
                    for prompt in &prompts.prompts {
                        agreement.add(*prompt.vulnerable[model].get(basis));
                    }
                    agreement
                })
            })
            .collect();
        Self { models: prompts.models.clone(), counts }
    }

    pub fn table(&self) -> Table {
        let columns = |basis: Basis| {
            [("always_clean", "Always clean"), ("always_vulnerable", "Always vulnerable"), ("mixed", "Mixed")]
                .map(|(key, label)| Column::on_basis(basis, key, label, Kind::Count))
        };
        let mut all = vec![Column::new("model", "Model", Kind::Text)];
        all.extend(Basis::ALL.into_iter().flat_map(columns));
        let mut table = Table::new("consistency", "Consistency", all)
            .note("Prompts to which all answers of a model are clean, all vulnerable, or some of either.");
        table.rows = (self.models.iter().zip(&self.counts).enumerate())
            .map(|(index, (model, counts))| {
                let mut row = vec![Cell::from(*model).to(Target::Model { model: index })];
                for agreement in [counts.published, counts.code] {
                    row.extend([agreement.always_clean, agreement.always_vulnerable, agreement.mixed].map(Cell::from));
                }
                row
            })
            .collect();
        table
    }
}

impl Agreement {
    fn add(&mut self, vulnerable: Proportion) {
        match vulnerable {
            Proportion { total: 0, .. } => self.none += 1,
            Proportion { count: 0, .. } => self.always_clean += 1,
            Proportion { count, total } if count == total => self.always_vulnerable += 1,
            _ => self.mixed += 1,
        }
    }
}
