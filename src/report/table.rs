//! The table that every output shares: typed values in named columns.

use serde::Serialize;

use crate::experiment::Basis;
use crate::statistics::{Interval, Proportion};

/// A table, ready to be rendered.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// The id for `--table`; also its anchor in the page.
    pub id: &'static str,
    pub title: &'static str,
    /// The sentences that a reader must know to understand it.
    pub notes: Vec<String>,
    /// The number of columns at the left that name the row.
    pub keys: usize,
    /// The answers that the whole table counts, where its figures are on one basis.
    pub basis: Option<Basis>,
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<Cell>>,
}

/// A column's names and kind.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// The name in machine-readable outputs.
    pub key: String,
    /// The heading for people.
    pub label: String,
    /// The heading that it shares with its neighbours.
    pub group: Option<&'static str>,
    /// The answers that its figures count, where a column beside it has the same figure on the other basis.
    pub basis: Option<Basis>,
    pub kind: Kind,
}

/// The kind of value that a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Text,
    /// A whole number.
    Count,
    /// A count of a total.
    Share,
    /// A share between 0 and 1, shown in percent.
    Percent,
    /// A difference between two shares, shown in percentage points.
    Points,
    /// Two shares or differences, shown in percent or percentage points.
    Interval,
    /// A number with this many decimals.
    Decimal(usize),
    /// A p-value.
    P,
}

/// A value, and the place of its answers in the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    pub value: Value,
    pub target: Option<Target>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Value {
    /// No value, such as a rate with a total of 0.
    Empty,
    Text(String),
    Count(u32),
    Share(Proportion),
    Number(f64),
    Interval(Interval),
}

/// A selection of answers, by the indices of the report's models, prompts, domains and rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Target {
    /// One model's answers to one prompt.
    Cell {
        model: usize,
        prompt: usize,
    },
    Model {
        model: usize,
    },
    Domain {
        model: usize,
        domain: usize,
    },
    Prompt {
        prompt: usize,
    },
    /// One model's answers in which a rule finds something.
    Rule {
        model: usize,
        rule: usize,
    },
    /// A list of pieces of code.
    Behind {
        list: usize,
    },
    /// One answer: the `index`-th of its cell.
    Answer {
        model: usize,
        prompt: usize,
        index: usize,
    },
}

impl Table {
    pub fn new(id: &'static str, title: &'static str, columns: Vec<Column>) -> Self {
        Self { id, title, notes: Vec::new(), keys: 1, basis: None, columns, rows: Vec::new() }
    }

    /// Returns the columns that do not name the row, by their indices; neighbours with a common heading are together.
    /// One empty group where there are none, so that the rows are shown all the same.
    pub fn groups(&self) -> Vec<(Option<&'static str>, Vec<usize>)> {
        let mut groups: Vec<(Option<&'static str>, Vec<usize>)> = Vec::new();
        for (index, column) in self.columns.iter().enumerate().skip(self.keys) {
            match groups.last_mut() {
                Some((group, columns)) if *group == column.group => columns.push(index),
                _ => groups.push((column.group, vec![index])),
            }
        }
        if groups.is_empty() {
            groups.push((None, Vec::new()));
        }
        groups
    }

    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    /// Sets the basis of all figures.
    #[must_use]
    pub fn on(self, basis: Basis) -> Self {
        Self { basis: Some(basis), ..self }
    }

    /// Keeps only the figures on one basis, under their plain names; `None` where there are none.
    pub fn only(mut self, basis: Basis) -> Option<Self> {
        if self.basis.is_some_and(|own| own != basis) {
            return None;
        }
        self.id = self.id.strip_suffix("-code").unwrap_or(self.id);
        let is_kept: Vec<bool> =
            self.columns.iter().map(|column| column.basis.is_none_or(|own| own == basis)).collect();
        for row in &mut self.rows {
            let mut kept = is_kept.iter();
            row.retain(|_| *kept.next().unwrap_or(&true));
        }
        self.columns.retain(|column| column.basis.is_none_or(|own| own == basis));
        for column in self.columns.iter_mut().filter(|column| column.basis.is_some()) {
            if let Some(plain) = column.key.strip_prefix(prefix(Basis::Code)) {
                column.key = plain.to_owned();
            }
        }
        Some(self)
    }
}

/// Returns the prefix of the keys of columns on this basis.
pub fn prefix(basis: Basis) -> &'static str {
    match basis {
        Basis::Published => "",
        Basis::Code => "code_",
    }
}

impl Table {
    /// Returns the cells that name a row, as they are shown.
    pub fn keys_of(&self, row: usize) -> Vec<String> {
        self.rows[row][..self.keys].iter().map(|cell| Kind::Text.show(&cell.value)).collect()
    }
}

impl Column {
    pub fn new(key: impl Into<String>, label: impl Into<String>, kind: Kind) -> Self {
        Self { key: key.into(), label: label.into(), group: None, basis: None, kind }
    }

    #[must_use]
    pub fn group(mut self, group: &'static str) -> Self {
        self.group = Some(group);
        self
    }

    /// Makes the column of a figure on one basis, in that basis's group, beside the same figure on the other.
    pub fn on_basis(basis: Basis, key: &str, label: &str, kind: Kind) -> Self {
        Self::new(format!("{}{key}", prefix(basis)), label, kind).group(basis.caption()).on(basis)
    }

    /// Marks it as a figure beside the same one on the other basis.
    #[must_use]
    pub fn on(self, basis: Basis) -> Self {
        Self { basis: Some(basis), ..self }
    }
}

impl Cell {
    #[must_use]
    pub fn to(self, target: Target) -> Self {
        Self { target: Some(target), ..self }
    }
}

impl From<Value> for Cell {
    fn from(value: Value) -> Self {
        Self { value, target: None }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Value::Text(text.to_owned()).into()
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Value::Text(text).into()
    }
}

impl From<Option<String>> for Cell {
    fn from(text: Option<String>) -> Self {
        text.map_or(Value::Empty, Value::Text).into()
    }
}

impl From<u32> for Cell {
    fn from(count: u32) -> Self {
        Value::Count(count).into()
    }
}

impl From<Proportion> for Cell {
    fn from(proportion: Proportion) -> Self {
        if proportion.total == 0 { Value::Empty } else { Value::Share(proportion) }.into()
    }
}

impl From<Option<f64>> for Cell {
    fn from(number: Option<f64>) -> Self {
        number.map_or(Value::Empty, Value::Number).into()
    }
}

impl From<Option<Interval>> for Cell {
    fn from(interval: Option<Interval>) -> Self {
        interval.map_or(Value::Empty, Value::Interval).into()
    }
}

impl From<Option<usize>> for Cell {
    fn from(rank: Option<usize>) -> Self {
        rank.and_then(|rank| u32::try_from(rank).ok()).map_or(Value::Empty, Value::Count).into()
    }
}

impl Kind {
    /// Returns whether its values are aligned at the right, so that their digits line up.
    pub fn is_numeric(self) -> bool {
        self != Self::Text
    }

    /// Formats a value of this kind for people; text from the input is made [`visible`].
    ///
    /// [`visible`]: crate::text::visible
    pub fn show(self, value: &Value) -> String {
        let shown = match (value, self) {
            (Value::Empty, _) => "–".to_owned(),
            (Value::Text(text), _) => return crate::text::visible(text).into_owned(),
            (Value::Count(count), _) => count.to_string(),
            (Value::Share(Proportion { count, total }), _) => format!("{count} of {total}"),
            (Value::Interval(Interval { low, high }), _) => format!("{:.1} to {:.1}", low * 100.0, high * 100.0),
            (Value::Number(number), Self::P) => p_value(*number),
            (Value::Number(number), Self::Percent) => percent(*number),
            (Value::Number(number), Self::Points) => format!("{:+.1}", number * 100.0),
            (Value::Number(number), Self::Decimal(digits)) => format!("{number:.digits$}"),
            (Value::Number(number), _) => number.to_string(),
        };
        shown.replace('-', "\u{2212}")
    }
}

/// Formats a share in percent with one decimal: `48.6%`.
pub fn percent(share: f64) -> String {
    format!("{:.1}%", share * 100.0)
}

/// Formats a p-value with three decimals; smaller ones as a bound.
pub fn p_value(p: f64) -> String {
    if p < 0.0005 { "< 0.001".to_owned() } else { format!("{p:.3}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_read_as_people_write_them() {
        for (kind, value, expected) in [
            (Kind::Share, Value::Share(Proportion::new(68, 140)), "68 of 140"),
            (Kind::Percent, Value::Number(68.0 / 140.0), "48.6%"),
            (Kind::Interval, Value::Interval(Interval { low: 0.404, high: 0.568 }), "40.4 to 56.8"),
            (Kind::Interval, Value::Interval(Interval { low: -0.064, high: 0.157 }), "\u{2212}6.4 to 15.7"),
            (Kind::Points, Value::Number(0.0286), "+2.9"),
            (Kind::P, Value::Number(0.0631), "0.063"),
            (Kind::P, Value::Number(0.0004), "< 0.001"),
            (Kind::Decimal(1), Value::Number(8.25), "8.2"),
            (Kind::Share, Value::Empty, "–"),
            (Kind::Text, Value::Text("a\u{202e}b".to_owned()), "a⟨U+202E⟩b"),
        ] {
            assert_eq!(kind.show(&value), expected);
        }
    }
}
