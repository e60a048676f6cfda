//! The reader of Parquet: one answer per row, with the columns of JSON Lines.

use std::io::Cursor;

use bytes::Bytes;
use oxsec_rules::Limits;
use parquet::{
    basic::{ConvertedType, LogicalType, Type as PhysicalType},
    file::reader::{FileReader, SerializedFileReader},
    record::Field,
    schema::types::{Type, TypePtr},
};
use serde_json::{Map, Value};

use super::{Columns, Effect, FileName, Place, Position, builder::Builder, row, row::Column};
use crate::{parquet_pages::check_pages, parquet_type::type_name};

/// Reads every row of a file that starts with Parquet's magic number.
pub(super) fn read(builder: &mut Builder, columns: &Columns, bytes: Vec<u8>, file: &FileName) {
    if let Err(message) = read_rows(builder, columns, bytes, file) {
        let place = Place { file: file.clone(), position: Position::Whole };
        builder.problem(place, Effect::FileLeftOut, message);
    }
}

fn read_rows(builder: &mut Builder, columns: &Columns, bytes: Vec<u8>, file: &FileName) -> Result<(), String> {
    let unreadable = |error| format!("cannot be read: {error}");
    let bytes = Bytes::from(bytes);
    let reader = SerializedFileReader::new(bytes.clone()).map_err(|error| format!("is not valid Parquet: {error}"))?;
    let schema_descr = reader.metadata().file_metadata().schema_descr();
    let schema = reader.metadata().file_metadata().schema();
    check_columns(columns, schema.get_fields().iter().map(|field| field.name()).collect())?;
    let is_wanted = |field: &&TypePtr| columns.names().any(|name| outermost(name, field.name()));
    let wanted: Vec<TypePtr> = schema.get_fields().iter().filter(is_wanted).cloned().collect();
    if let Some(other) = wanted.iter().find(|field| field.is_primitive() && !holds_text_or_numbers(field)) {
        return Err(format!("the column `{}` holds {}; expected text or numbers", other.name(), type_name(other)));
    }
    let projection = Type::group_type_builder(schema.name()).with_fields(wanted).build().map_err(unreadable)?;
    let wanted_columns: Vec<usize> = (0..schema_descr.num_columns())
        .filter(|&column| {
            projection.get_fields().iter().any(|field| schema_descr.get_column_root(column).name() == field.name())
        })
        .collect();
    check_pages(Cursor::new(&bytes), reader.metadata(), &wanted_columns, Limits::default().max_bytes)
        .map_err(|error| error.to_string())?;
    let rows = reader.get_row_iter(Some(projection)).map_err(unreadable)?;
    for (index, row) in rows.enumerate() {
        let row = row.map_err(|error| format!("breaks off after row {index}: {error}"))?;
        let place = Place { file: file.clone(), position: Position::row(index + 1) };
        let row: Map<_, _> = row.into_columns().into_iter().map(|(name, field)| (name, value(field))).collect();
        if let Err(message) = row::read(builder, columns, &row, place.clone()) {
            builder.problem(place, Effect::RowLeftOut, message);
        }
    }
    Ok(())
}

/// Refuses a file without the columns that every row needs.
fn check_columns(columns: &Columns, present: Vec<&str>) -> Result<(), String> {
    let is_missing = |column: &Column| !present.iter().any(|name| outermost(columns.name(*column), name));
    let has_default = |column: &Column| *column == Column::Model && columns.options.model.is_some();
    let mut missing: Vec<_> = [Column::Model, Column::Prompt]
        .iter()
        .filter(|column| is_missing(column) && !has_default(column))
        .map(|column| columns.name(*column))
        .collect();
    if is_missing(&Column::Code) && is_missing(&Column::Response) {
        missing.push(columns.name(Column::Code));
    }
    if missing.is_empty() {
        return Ok(());
    }
    Err(format!(
        "has no column {}; it has {}. Another name is given with --map COLUMN=NAME, a model with --model NAME",
        quoted(&missing),
        quoted(&present)
    ))
}

/// Returns whether a column's name, which may be a path such as `a.0.b`, begins with this one.
fn outermost(path: &str, name: &str) -> bool {
    path == name || path.split_once('.').is_some_and(|(first, _)| first == name)
}

fn quoted(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

/// Returns whether a column has one of the kinds of values that [`value`] reads, at most one per row. Text is not
/// always marked as such.
fn holds_text_or_numbers(column: &Type) -> bool {
    use ConvertedType::{ENUM, INT_8, INT_16, INT_32, INT_64, JSON, NONE, UINT_8, UINT_16, UINT_32, UINT_64, UTF8};
    if !column.is_primitive() || column.get_basic_info().repetition() == parquet::basic::Repetition::REPEATED {
        return false;
    }
    let converted = column.get_basic_info().converted_type();
    // A column without any value may have no type at all.
    let is_plain = match column.get_basic_info().logical_type_ref() {
        None => true,
        Some(LogicalType::String | LogicalType::Json | LogicalType::Enum | LogicalType::Unknown) => true,
        Some(logical) => matches!(logical, LogicalType::Integer { .. }),
    };
    is_plain
        && match column.get_physical_type() {
            PhysicalType::INT32 | PhysicalType::INT64 => {
                matches!(converted, NONE | INT_8 | INT_16 | INT_32 | INT_64 | UINT_8 | UINT_16 | UINT_32 | UINT_64)
            }
            PhysicalType::FLOAT | PhysicalType::DOUBLE => true,
            PhysicalType::BYTE_ARRAY => matches!(converted, NONE | UTF8 | ENUM | JSON),
            PhysicalType::BOOLEAN | PhysicalType::INT96 | PhysicalType::FIXED_LEN_BYTE_ARRAY => false,
        }
}

/// Converts a cell to JSON: text, a number, or lists and objects of these.
fn value(field: Field) -> Value {
    match field {
        Field::Byte(number) => number.into(),
        Field::Short(number) => number.into(),
        Field::Int(number) => number.into(),
        Field::Long(number) => number.into(),
        Field::UByte(number) => number.into(),
        Field::UShort(number) => number.into(),
        Field::UInt(number) => number.into(),
        Field::ULong(number) => number.into(),
        Field::Float(number) => f64::from(number).into(),
        Field::Double(number) => number.into(),
        Field::Str(text) => text.into(),
        Field::Bytes(bytes) => String::from_utf8_lossy(bytes.data()).into(),
        Field::ListInternal(list) => list.elements().iter().cloned().map(value).collect(),
        Field::Group(group) => group.into_columns().into_iter().map(|(name, field)| (name, value(field))).collect(),
        _ => Value::Null,
    }
}
