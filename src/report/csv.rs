//! One table as comma-separated values (RFC 4180), with a header.

use super::table::{Cell, Column, Kind, Table, Value};

/// Renders a table. Shares take two columns, `…_count` and `…_total`; intervals two, `…_low` and `…_high`. Rates are
/// shares between 0 and 1. Text is unchanged, except for an apostrophe before what a spreadsheet would run.
pub fn render(table: &Table) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let write = |writer: &mut csv::Writer<Vec<u8>>, fields: Vec<String>| {
        writer.write_record(fields).expect("memory takes every record of one length");
    };
    write(&mut writer, table.columns.iter().flat_map(names).collect());
    for row in &table.rows {
        write(&mut writer, row.iter().zip(&table.columns).flat_map(fields).collect());
    }
    let bytes = writer.into_inner().expect("memory needs no flushing");
    String::from_utf8(bytes).expect("all fields are text")
}

fn names(column: &Column) -> Vec<String> {
    let endings: &[&str] = match column.kind {
        Kind::Share => &["_count", "_total"],
        Kind::Interval => &["_low", "_high"],
        _ => &[""],
    };
    endings.iter().map(|ending| format!("{}{ending}", column.key)).collect()
}

fn fields((cell, column): (&Cell, &Column)) -> Vec<String> {
    match &cell.value {
        Value::Empty => vec![String::new(); names(column).len()],
        Value::Text(text) => vec![guarded(text)],
        Value::Count(count) => vec![count.to_string()],
        Value::Number(number) => vec![number.to_string()],
        Value::Share(share) => vec![share.count.to_string(), share.total.to_string()],
        Value::Interval(interval) => vec![interval.low.to_string(), interval.high.to_string()],
    }
}

/// Puts an apostrophe before a text that a spreadsheet would take for a formula, even one that begins with apostrophes,
/// so that removing one restores each text. A number is unchanged.
fn guarded(text: &str) -> String {
    let is_formula = text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
    if is_formula && text.parse::<f64>().is_err() { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::{Interval, Proportion};

    #[test]
    fn texts_that_a_spreadsheet_would_run_are_guarded() {
        for text in ["=1+1", "+cmd|' /C calc'!A0", "-a", "@SUM(A1)", "\t=1", "'=1", "''=1"] {
            assert_eq!(guarded(text), format!("'{text}"));
        }
        for text in ["", "a=1", "-5", "+1.5e3", "'", "'a", "claude-4"] {
            assert_eq!(guarded(text), text);
        }
    }

    #[test]
    fn shares_and_intervals_take_two_columns() {
        let columns = vec![
            Column::new("model", "Model", Kind::Text),
            Column::new("vulnerable", "Vulnerable", Kind::Share),
            Column::new("wilson_95", "Wilson", Kind::Interval),
        ];
        let mut table = Table::new("t", "A table", columns);
        let interval = Some(Interval { low: 0.25, high: 0.5 });
        table.rows.push(vec!["a,\"b\"".into(), Proportion::new(3, 7).into(), interval.into()]);
        table.rows.push(vec!["c".into(), Proportion::default().into(), Value::Empty.into()]);
        assert_eq!(
            render(&table),
            "model,vulnerable_count,vulnerable_total,wilson_95_low,wilson_95_high\n\
             \"a,\"\"b\"\"\",3,7,0.25,0.5\nc,,,,\n"
        );
    }
}
