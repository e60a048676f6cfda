//! The names of the types of Parquet columns.

use parquet::{basic::ConvertedType, schema::types::Type};

/// Names the type of a column for a message: `INT64`, `INT32 (DATE)`, `LIST`.
pub(crate) fn type_name(column: &Type) -> String {
    let annotation = column.get_basic_info().converted_type();
    match (column.is_primitive(), annotation) {
        (true, ConvertedType::NONE) => column.get_physical_type().to_string(),
        (true, annotation) => format!("{} ({annotation})", column.get_physical_type()),
        (false, ConvertedType::NONE) => "a group".to_owned(),
        (false, annotation) => annotation.to_string(),
    }
}
