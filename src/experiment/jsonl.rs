//! JSON Lines: a row a line.

use std::sync::Arc;

use serde_json::Value;

use super::{
    Columns, Effect, Place, Position,
    builder::Builder,
    fields::Fields,
    json,
    readers::{self, Row, Source},
    row,
};

/// Reads every line; empty ones are skipped, as the format has it.
pub(super) fn read(builder: &mut Builder, columns: &Columns, file: &Arc<str>, text: &[u8], source: &Source<'_>) {
    // The first row says whose rows they are; a call that names columns knows better.
    let first = text.split(|byte| *byte == b'\n').find(|line| !line.trim_ascii().is_empty());
    let others = first.filter(|_| !columns.is_mapped()).and_then(|line| readers::of_line(&json::parse(line).ok()?));
    for (line, text) in (1..).zip(text.split(|byte| *byte == b'\n')) {
        if text.trim_ascii().is_empty() {
            continue;
        }
        let place = Place { file: file.clone(), position: Position::Line(line) };
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
        return Err("the row holds no answer".into());
    }
    rows.iter().try_for_each(|row| row::read(builder, &columns.own(), row, place.clone()))
}
