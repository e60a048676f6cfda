//! Tables as JSON.

use std::collections::BTreeMap;

use serde::Serialize;

use super::readings::READINGS;
use super::table::{Kind, Table, Value};
use crate::experiment::Reading;
use crate::text::escape_json;

#[derive(Serialize)]
struct Document<'t> {
    /// The reading of the figures; those of columns `code_…` and tables `…-code` are among the answers that are code.
    #[serde(skip_serializing_if = "Option::is_none")]
    reading: Option<Reading>,
    /// The readings that tables name.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    readings: BTreeMap<&'static str, Reading>,
    statements: &'t [String],
    tables: Vec<TableDocument<'t>>,
}

#[derive(Serialize)]
struct TableDocument<'t> {
    id: &'t str,
    title: &'t str,
    notes: &'t [String],
    columns: Vec<ColumnDocument<'t>>,
    /// The rows as arrays rather than objects: a model may have the name of another column.
    rows: Vec<Vec<&'t Value>>,
}

#[derive(Serialize)]
struct ColumnDocument<'t> {
    key: &'t str,
    label: &'t str,
    #[serde(skip_serializing_if = "Option::is_none")]
    group: Option<&'t str>,
    kind: &'static str,
}

/// Renders the statements and every table.
pub fn render(statements: &[String], tables: &[Table]) -> String {
    render_read(None, statements, tables)
}

/// Renders the reading, the statements and every table: its columns, and its rows as arrays in their order. A share is
/// `{"count": 3, "total": 7}`, an interval `{"low": 0.1, "high": 0.8}`, a rate a number between 0 and 1.
pub fn render_read(reading: Option<Reading>, statements: &[String], tables: &[Table]) -> String {
    let names_readings = tables.iter().any(|table| table.id.starts_with(READINGS));
    let readings = if names_readings { Reading::NAMED.into_iter().collect() } else { BTreeMap::new() };
    let tables = tables
        .iter()
        .map(|table| TableDocument {
            id: table.id,
            title: table.title,
            notes: &table.notes,
            columns: table
                .columns
                .iter()
                .map(|column| ColumnDocument {
                    key: &column.key,
                    label: &column.label,
                    group: column.group,
                    kind: kind(column.kind),
                })
                .collect(),
            rows: table.rows.iter().map(|row| row.iter().map(|cell| &cell.value).collect()).collect(),
        })
        .collect();
    let out =
        serde_json::to_string_pretty(&Document { reading, readings, statements, tables }).expect("all keys are text");
    let mut out = escape_json(out);
    out.push('\n');
    out
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "text",
        Kind::Count => "count",
        Kind::Share => "share",
        Kind::Percent => "rate",
        Kind::Points => "difference",
        Kind::Interval => "interval",
        Kind::Decimal(_) => "number",
        Kind::P => "p",
    }
}

#[cfg(test)]
mod tests {
    use super::super::table::Column;
    use super::*;
    use crate::statistics::Proportion;

    #[test]
    fn values_keep_their_shape() {
        let columns = vec![Column::new("model", "Model", Kind::Text), Column::new("n", "n", Kind::Share)];
        let mut table = Table::new("t", "A table", columns);
        table.rows.push(vec!["</script>".into(), Proportion::new(3, 7).into()]);
        table.rows.push(vec![Value::Empty.into(), Some(0.5).into()]);
        let json: serde_json::Value = serde_json::from_str(&render(&[], &[table])).unwrap();
        assert_eq!(
            json["tables"][0]["rows"],
            serde_json::json!([["</script>", { "count": 3, "total": 7 }], [null, 0.5]])
        );
    }
}
