//! Comments that silence the rules: how many answers have them, and what they change.

use crate::experiment::{Directives, Reading, Scored, ScoredAnswer};

use super::table::{Cell, Column, Kind, Table, Target};

/// Each model's answers and repairs with such comments, and its figures in both readings.
pub struct Silenced<'s> {
    pub models: Vec<(&'s str, SilencedCounts)>,
}

/// The numbers of answers with comments for ESLint.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SilencedCounts {
    /// Answers with such comments.
    pub answers: u32,
    /// Repairs with such comments, counting the last of each answer.
    pub repairs: u32,
    pub vulnerable_obeyed: u32,
    pub vulnerable_ignored: u32,
    pub fixed_obeyed: u32,
    pub fixed_ignored: u32,
}

impl<'s> Silenced<'s> {
    pub fn new(scored: &Scored<'s>) -> Self {
        let models = scored.models.iter().map(|model| {
            let mut counts = SilencedCounts::default();
            let counted = model.answers().filter(|answer| answer.is_of(scored.reading.unit));
            counted.for_each(|answer| counts.add(answer, scored.reading));
            (model.model.name.as_str(), counts)
        });
        Self { models: models.collect() }
    }

    /// Returns the sum over all models.
    pub fn total(&self) -> SilencedCounts {
        self.models.iter().fold(SilencedCounts::default(), |sum, (_, counts)| SilencedCounts {
            answers: sum.answers + counts.answers,
            repairs: sum.repairs + counts.repairs,
            vulnerable_obeyed: sum.vulnerable_obeyed + counts.vulnerable_obeyed,
            vulnerable_ignored: sum.vulnerable_ignored + counts.vulnerable_ignored,
            fixed_obeyed: sum.fixed_obeyed + counts.fixed_obeyed,
            fixed_ignored: sum.fixed_ignored + counts.fixed_ignored,
        })
    }

    /// Returns the table, if some answer or repair has such comments.
    pub fn table(&self) -> Option<Table> {
        let total = self.total();
        if total.answers + total.repairs == 0 {
            return None;
        }
        let count = |key: &'static str, label: &'static str, group: &'static str| {
            Column::new(key, label, Kind::Count).group(group)
        };
        let columns = vec![
            Column::new("model", "Model", Kind::Text),
            count("answers", "Answers", "with comments for ESLint"),
            count("repairs", "Repairs", "with comments for ESLint"),
            count("vulnerable_obeyed", "Vulnerable", "comments obeyed"),
            count("fixed_obeyed", "Fixed", "comments obeyed"),
            count("vulnerable_ignored", "Vulnerable", "comments ignored"),
            count("fixed_ignored", "Fixed", "comments ignored"),
        ];
        let mut table = Table::new("directives", "Comments that silence rules", columns).note(
            "A repair that only silences the rules is fixed with comments obeyed, and not with comments ignored.",
        );
        table.rows = (self.models.iter().enumerate())
            .map(|(index, (model, counts))| {
                let mut row = vec![Cell::from(*model).to(Target::Model { model: index })];
                row.extend(
                    [
                        counts.answers,
                        counts.repairs,
                        counts.vulnerable_obeyed,
                        counts.fixed_obeyed,
                        counts.vulnerable_ignored,
                        counts.fixed_ignored,
                    ]
                    .map(Cell::from),
                );
                row
            })
            .collect();
        Some(table)
    }
}

impl SilencedCounts {
    fn add(&mut self, answer: &ScoredAnswer, reading: Reading) {
        let [obeyed, ignored] =
            [Directives::Obeyed, Directives::Ignored].map(|directives| Reading { directives, ..reading });
        self.answers += u32::from(answer.score.silencing.is_some());
        self.repairs += u32::from(answer.remediated().is_some_and(|score| score.silencing.is_some()));
        self.vulnerable_obeyed += u32::from(answer.is_vulnerable_in(obeyed));
        self.vulnerable_ignored += u32::from(answer.is_vulnerable_in(ignored));
        self.fixed_obeyed += u32::from(answer.is_fixed_in(obeyed));
        self.fixed_ignored += u32::from(answer.is_fixed_in(ignored));
    }
}
