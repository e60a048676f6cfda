//! The reader of JSON Lines: one row per line.

use std::io::BufRead;

use serde_json::Value;

use super::{
    BYTE_ORDER_MARK, Columns, Effect, FileName, Place, Position,
    builder::Builder,
    fields::Fields,
    input, json,
    readers::{self, Row, Source},
    row,
};

/// Reads every line; empty ones are skipped, as the format allows.
pub(super) fn read(
    builder: &mut Builder,
    columns: &Columns,
    file: &FileName,
    mut input: impl BufRead,
    source: &Source<'_>,
) {
    let mut others = None;
    let mut buffer = Vec::new();
    for line in 1.. {
        let place = Place { file: file.clone(), position: Position::line(line) };
        buffer.clear();
        match input.read_until(b'\n', &mut buffer) {
            Ok(0) => break,
            Ok(_) => {}
            Err(error) => {
                builder.problem(place, Effect::FileLeftOut, format!("from here on the file {}", input::words(&error)));
                break;
            }
        }
        let text = if line == 1 { buffer.strip_prefix(BYTE_ORDER_MARK).unwrap_or(&buffer) } else { &buffer };
        let text = text.trim_ascii();
        if text.is_empty() {
            continue;
        }
        // The first row tells whose rows they are, unless the call names columns.
        let others = *others.get_or_insert_with(|| match json::parse(text) {
            Ok(first) if !columns.is_mapped() => readers::of_line(&first),
            _ => None,
        });
        let read = match others {
            None => read_line(builder, columns, text, place.clone()),
            Some(rows_of) => read_rows(builder, columns, text, &place, |row| rows_of(row, source)),
        };
        if let Err(message) = read {
            builder.problem(place, Effect::RowLeftOut, message);
        }
    }
}

fn read_line(builder: &mut Builder, columns: &Columns, text: &[u8], place: Place) -> Result<(), String> {
    let value = json::parse(text).map_err(|error| json::syntax_message(&error))?;
    let fields = Fields::of(&value, "the row")?;
    row::read(builder, columns, fields.0, place)
}

fn read_rows(
    builder: &mut Builder,
    columns: &Columns,
    text: &[u8],
    place: &Place,
    rows_of: impl Fn(&Value) -> Vec<Row>,
) -> Result<(), String> {
    let value = json::parse(text).map_err(|error| json::syntax_message(&error))?;
    let rows = rows_of(&value);
    if rows.is_empty() {
        return Err("the row has no answer".into());
    }
    rows.iter().try_for_each(|row| row::read(builder, &columns.own(), row, place.clone()))
}
