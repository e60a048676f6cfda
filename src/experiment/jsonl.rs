//! JSON Lines: a row a line.

use std::sync::Arc;

use super::{Columns, Effect, Place, Position, builder::Builder, fields::Fields, json, row};

/// Reads every line; empty ones are skipped, as the format has it.
pub(super) fn read(builder: &mut Builder, columns: &Columns, file: &Arc<str>, text: &[u8]) {
    for (line, text) in (1..).zip(text.split(|byte| *byte == b'\n')) {
        if text.trim_ascii().is_empty() {
            continue;
        }
        let place = Place { file: file.clone(), position: Position::Line(line) };
        if let Err(message) = read_line(builder, columns, text, place.clone()) {
            builder.problem(place, Effect::RowLeftOut, message);
        }
    }
}

fn read_line(builder: &mut Builder, columns: &Columns, text: &[u8], place: Place) -> Result<(), String> {
    let value = json::parse(text).map_err(|error| json::syntax_message(&error))?;
    let fields = Fields::of(&value, "the row")?;
    row::read(builder, columns, fields.0, place)
}
