//! One table as comma-separated values (RFC 4180), with a header.

use super::table::{Cell, Column, Kind, Table, Value};

/// Shares take two columns, `…_count` and `…_total`; intervals two, `…_low` and `…_high`. Rates are
/// shares between 0 and 1. Text is the input's own, nothing about it changed.
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
        Value::Text(text) => vec![text.clone()],
        Value::Count(count) => vec![count.to_string()],
        Value::Number(number) => vec![number.to_string()],
        Value::Share(share) => vec![share.count.to_string(), share.total.to_string()],
        Value::Interval(interval) => vec![interval.low.to_string(), interval.high.to_string()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::statistics::{Interval, Proportion};

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
            "model,vulnerable_count,vulnerable_total,wilson_95_low,wilson_95_high\n\"a,\"\"b\"\"\",3,7,0.25,0.5\nc,,,,\n"
        );
    }
}
