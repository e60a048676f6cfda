//! Parquet: a row an answer, the columns as in JSON Lines.

use std::sync::Arc;

use arrow::{
    array::{Array, ArrayRef, AsArray},
    compute::{CastOptions, cast_with_options},
    datatypes::{DataType, Float64Type, Int64Type},
    record_batch::RecordBatch,
};
use bytes::Bytes;
use parquet::arrow::{ProjectionMask, arrow_reader::ParquetRecordBatchReaderBuilder};
use serde_json::{Map, Value};

use super::{Columns, Effect, Place, Position, builder::Builder, row, row::Column};

/// Reads every row of a file that starts with Parquet's magic number.
pub(super) fn read(builder: &mut Builder, columns: &Columns, bytes: Vec<u8>, file: &Arc<str>) {
    if let Err(message) = read_batches(builder, columns, bytes, file) {
        let place = Place { file: file.clone(), position: Position::Whole };
        builder.problem(place, Effect::FileLeftOut, message);
    }
}

fn read_batches(builder: &mut Builder, columns: &Columns, bytes: Vec<u8>, file: &Arc<str>) -> Result<(), String> {
    let reader = ParquetRecordBatchReaderBuilder::try_new(Bytes::from(bytes))
        .map_err(|error| format!("is no Parquet: {error}"))?;
    check_columns(columns, reader.schema().fields().iter().map(|field| field.name().as_str()).collect())?;
    let projection = ProjectionMask::columns(reader.parquet_schema(), columns.names());
    let batches = reader.with_projection(projection).build().map_err(|error| format!("cannot be read: {error}"))?;
    let mut first_row = 1;
    for batch in batches {
        let batch = batch.map_err(|error| format!("breaks off after row {}: {error}", first_row - 1))?;
        read_batch(builder, columns, &batch, file, first_row)?;
        first_row += batch.num_rows();
    }
    Ok(())
}

/// Refuses a file without the columns that no row can do without.
fn check_columns(columns: &Columns, present: Vec<&str>) -> Result<(), String> {
    let is_missing = |column: &Column| !present.contains(&columns.name(*column));
    let mut missing: Vec<_> = [Column::Model, Column::Prompt]
        .iter()
        .filter(|column| is_missing(column))
        .map(|column| columns.name(*column))
        .collect();
    if is_missing(&Column::Code) && is_missing(&Column::Response) {
        missing.push(columns.name(Column::Code));
    }
    if missing.is_empty() {
        return Ok(());
    }
    Err(format!(
        "has no column {}; it has {}. Another name is given with --map COLUMN=NAME",
        quoted(&missing),
        quoted(&present)
    ))
}

fn quoted(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

fn read_batch(
    builder: &mut Builder,
    columns: &Columns,
    batch: &RecordBatch,
    file: &Arc<str>,
    first_row: usize,
) -> Result<(), String> {
    let schema = batch.schema();
    let mut cells = Vec::with_capacity(batch.num_columns());
    for (field, array) in std::iter::zip(schema.fields(), batch.columns()) {
        let name = field.name();
        cells.push((name, Cells::of(array).map_err(|error| format!("the column `{name}` {error}"))?));
    }
    for index in 0..batch.num_rows() {
        let place = Place { file: file.clone(), position: Position::Row(first_row + index) };
        let row: Map<_, _> = cells.iter().map(|(name, cells)| ((*name).to_owned(), cells.value(index))).collect();
        if let Err(message) = row::read(builder, columns, &row, place.clone()) {
            builder.problem(place, Effect::RowLeftOut, message);
        }
    }
    Ok(())
}

/// One column's cells: text, whole numbers or numbers.
struct Cells(ArrayRef);

impl Cells {
    fn of(array: &ArrayRef) -> Result<Self, String> {
        let target = match array.data_type() {
            whole if whole.is_integer() => DataType::Int64,
            number if number.is_floating() => DataType::Float64,
            text if is_text(text) => DataType::LargeUtf8,
            DataType::Dictionary(_, values) if is_text(values) => DataType::LargeUtf8,
            other => return Err(format!("holds {other}; expected text or numbers")),
        };
        // Not `safe`: a cell that cannot be converted is an error, not a null.
        let options = CastOptions { safe: false, ..CastOptions::default() };
        cast_with_options(array, &target, &options).map(Self).map_err(|error| format!("cannot be read: {error}"))
    }

    fn value(&self, index: usize) -> Value {
        let Self(array) = self;
        match array.data_type() {
            _ if array.is_null(index) => Value::Null,
            DataType::Int64 => array.as_primitive::<Int64Type>().value(index).into(),
            DataType::Float64 => array.as_primitive::<Float64Type>().value(index).into(),
            _ => array.as_string::<i64>().value(index).into(),
        }
    }
}

/// Text is not always marked as such; a column without any value has no type at all.
fn is_text(data_type: &DataType) -> bool {
    use DataType::{Binary, BinaryView, LargeBinary, LargeUtf8, Null, Utf8, Utf8View};
    matches!(data_type, Utf8 | LargeUtf8 | Utf8View | Binary | LargeBinary | BinaryView | Null)
}
