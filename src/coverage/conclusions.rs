//! The conclusions of an experiment's published reading, and the other readings that support them.

use crate::{
    report::{
        comparison::describe,
        readings::{Figures, Read, Readings},
        table::{Cell, Column, Kind, Table, Value},
    },
    statistics::{ALPHA, Proportion, chi_squared, pairwise},
};

/// A question about the figures whose answer is the models' order, or a part of it.
struct Question {
    /// Formats the conclusion where the answer is this model, or these in their order.
    says: fn(&str) -> String,
    rate: fn(&Figures) -> Proportion,
    wants: Wanted,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Wanted {
    Lowest,
    Highest,
    /// All models, the lowest rate first.
    Order,
}

const VULNERABLE: fn(&Figures) -> Proportion = |figures| figures.vulnerable.proportion;
const FIXED: fn(&Figures) -> Proportion = |figures| figures.fixed;
const NET: fn(&Figures) -> Proportion = |figures| figures.net;

const QUESTIONS: [Question; 7] = [
    Question { says: |name| format!("{name} writes the safest code"), rate: VULNERABLE, wants: Wanted::Lowest },
    Question { says: |name| format!("{name} writes the least safe code"), rate: VULNERABLE, wants: Wanted::Highest },
    Question { says: |names| format!("The order is {names}"), rate: VULNERABLE, wants: Wanted::Order },
    Question { says: |name| format!("{name} repairs best"), rate: FIXED, wants: Wanted::Highest },
    Question { says: |name| format!("{name} repairs worst"), rate: FIXED, wants: Wanted::Lowest },
    Question { says: |name| format!("{name} is safest after repair"), rate: NET, wants: Wanted::Lowest },
    Question { says: |name| format!("{name} is least safe after repair"), rate: NET, wants: Wanted::Highest },
];

/// Returns the conclusions of `published`, the first of its readings, and whether each reading of `others` supports
/// them.
pub fn table(id: &'static str, title: &'static str, published: &Readings, others: &Readings) -> Table {
    let mut columns = vec![Column::new("conclusion", "Published conclusion", Kind::Text)];
    columns.extend(others.readings.iter().map(|read| Column::new(read.name, read.name, Kind::Text)));
    let mut table = Table::new(id, title, columns).note(
        "p is Fisher's exact test of the first model against the next; it takes the answers as independent, which they \
         are not, so that p is too small. Several names share a place.",
    );
    let mut row = vec!["The models differ".into()];
    row.extend(others.readings.iter().map(|read| differ(read).into()));
    table.rows.push(row);
    let Some(first) = published.readings.first() else { return table };
    for question in &QUESTIONS {
        let Some(expected) = question.answer(&published.models, first) else { continue };
        let mut row = vec![(question.says)(&expected.names()).into()];
        for read in &others.readings {
            let found = question.answer(&others.models, read);
            row.push(found.map_or_else(|| "–".to_owned(), |found| found.beside(&expected)).into());
        }
        table.rows.push(row);
    }
    let borne_out = others.readings.iter().enumerate().map(|(index, read)| {
        let is_borne_out =
            |row: &&Vec<Cell>| matches!(&row[index + 1].value, Value::Text(text) if text.starts_with("yes"));
        format!("{} {}", read.name, table.rows.iter().filter(is_borne_out).count())
    });
    let borne_out = borne_out.collect::<Vec<_>>().join(", ");
    let count = table.rows.len();
    table.note(format!("Of these {count} conclusions the same is found by: {borne_out}."))
}

/// Returns whether the models' rates differ by more than chance, taking the answers as independent.
fn differ(read: &Read) -> String {
    let rates: Vec<Proportion> = read.models.iter().map(VULNERABLE).collect();
    match chi_squared::homogeneity(&rates) {
        Some(test) if test.p < ALPHA => format!("yes ({})", describe(&test)),
        Some(test) => format!("no ({})", describe(&test)),
        None => "–".to_owned(),
    }
}

/// The answer to a question.
struct Answer<'m> {
    /// The models; those of equal rank are together.
    places: Vec<Vec<&'m str>>,
    /// The p-value of the first model against the next, where one model is asked for.
    p: Option<f64>,
}

impl Question {
    fn answer<'m>(&self, names: &[&'m str], read: &Read) -> Option<Answer<'m>> {
        let mut models: Vec<(&str, Proportion, f64)> = names
            .iter()
            .zip(&read.models)
            .filter_map(|(name, figures)| {
                let proportion = (self.rate)(figures);
                Some((*name, proportion, proportion.rate()?))
            })
            .collect();
        if models.len() < 2 {
            return None;
        }
        models.sort_by(|one, other| one.2.total_cmp(&other.2));
        if self.wants == Wanted::Highest {
            models.reverse();
        }
        let places: Vec<Vec<&str>> = models
            .chunk_by(|one, other| one.2 == other.2)
            .map(|place| place.iter().map(|model| model.0).collect())
            .collect();
        Some(match self.wants {
            Wanted::Order => Answer { places, p: None },
            Wanted::Lowest | Wanted::Highest => Answer {
                p: Some(pairwise::fisher_exact(models[0].1, models[1].1)),
                places: places.into_iter().take(1).collect(),
            },
        })
    }
}

impl Answer<'_> {
    fn names(&self) -> String {
        self.places.iter().map(|place| place.join(" and ")).collect::<Vec<_>>().join(", ")
    }

    fn beside(&self, expected: &Self) -> String {
        let verdict = if self.places == expected.places { "yes".to_owned() } else { format!("no: {}", self.names()) };
        match self.p {
            Some(p) if p < ALPHA => format!("{verdict} (p = {p:.3})"),
            Some(p) => format!("{verdict}, not significantly (p = {p:.2})"),
            None => verdict,
        }
    }
}
