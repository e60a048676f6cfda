//! Arrow columns in and out, through the Arrow PyCapsule interface.

mod capsule;
mod findings;

use std::{borrow::Cow, sync::Arc};

use arrow_array::{
    Array, ArrayRef, BinaryArray, BinaryViewArray, GenericBinaryArray, LargeBinaryArray, OffsetSizeTrait, RecordBatch,
    StructArray, cast::AsArray,
};
use arrow_schema::{DataType, SchemaRef};
use pyo3::{exceptions::PyTypeError, prelude::*};

use crate::{analyzer::Analyzer, value_error};

pub use capsule::table_stream;

/// A column of results: a struct a row, absent where the text was null.
///
/// Anything that speaks the Arrow PyCapsule interface takes it: `pyarrow.table(column)`, `polars.DataFrame(column)`,
/// `pyarrow.array(column)` where it is in one piece.
#[pyclass(frozen, module = "oxsec.arrow")]
pub struct Column {
    schema: SchemaRef,
    batches: Vec<RecordBatch>,
}

#[pymethods]
impl Column {
    /// Analyzes a column of texts: `oxsec.arrow.check` calls this.
    #[staticmethod]
    #[pyo3(signature = (analyzer, column, *, filename = None))]
    fn check(analyzer: &Analyzer, column: &Bound<'_, PyAny>, filename: Option<&str>) -> PyResult<Self> {
        let py = column.py();
        let chunks = capsule::read(column)?;
        let schema = findings::schema();
        let mut batches = Vec::with_capacity(chunks.len());
        for chunk in chunks {
            let texts = Texts::new(&chunk)?;
            let rows: Vec<Option<Cow<'_, str>>> = (0..texts.len()).map(|row| texts.get(row)).collect();
            let outcomes = analyzer.outcomes(py, &rows, filename, Some)?;
            let texts = rows.iter().map(|text| text.as_deref().unwrap_or_default());
            batches.push(py.detach(|| findings::batch(outcomes.iter().zip(texts))).map_err(value_error)?);
        }
        Ok(Self { schema, batches })
    }

    /// The number of rows.
    fn __len__(&self) -> usize {
        self.batches.iter().map(RecordBatch::num_rows).sum()
    }

    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let _ = requested_schema; // the interface lets a producer pass over it
        capsule::stream(py, Arc::clone(&self.schema), self.batches.clone())
    }

    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_array__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyAny>)> {
        let _ = requested_schema;
        let batch = match self.batches.as_slice() {
            [] => RecordBatch::new_empty(Arc::clone(&self.schema)),
            [batch] => batch.clone(),
            several => {
                let reason = format!(
                    "the column has {} chunks: take it as a stream, such as pyarrow.chunked_array",
                    several.len()
                );
                return Err(value_error(reason));
            }
        };
        capsule::array(py, &StructArray::from(batch))
    }

    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        capsule::schema(py, &DataType::Struct(self.schema.fields().clone()))
    }
}

/// A column of texts, of whichever Arrow type, read in place. As bytes: what Parquet files call text need not be UTF-8.
enum Texts {
    Text(BinaryArray),
    Large(LargeBinaryArray),
    View(BinaryViewArray),
    /// The values of a dictionary, and each row's index in them, if it is not null.
    Dictionary(Box<Self>, Vec<Option<usize>>),
    Null(usize),
}

impl Texts {
    fn new(array: &ArrayRef) -> PyResult<Self> {
        Ok(match array.data_type() {
            DataType::Utf8 => Self::Text(as_bytes::<i32>(array)),
            DataType::LargeUtf8 => Self::Large(as_bytes::<i64>(array)),
            DataType::Utf8View => Self::View(array.as_string_view().clone().to_binary_view()),
            DataType::Null => Self::Null(array.len()),
            DataType::Dictionary(..) => {
                let dictionary = array.as_any_dictionary();
                // A dictionary without values has null rows alone.
                let keys =
                    if dictionary.values().is_empty() { vec![0; array.len()] } else { dictionary.normalized_keys() };
                let keys = keys.into_iter().enumerate();
                let rows = keys.map(|(row, key)| (!array.is_null(row)).then_some(key)).collect();
                Self::Dictionary(Box::new(Self::new(dictionary.values())?), rows)
            }
            other => {
                return Err(PyTypeError::new_err(format!(
                    "the column must hold text (string, large_string, string_view or a dictionary of these), not \
                     {other}"
                )));
            }
        })
    }

    fn len(&self) -> usize {
        match self {
            Self::Text(array) => array.len(),
            Self::Large(array) => array.len(),
            Self::View(array) => array.len(),
            Self::Dictionary(_, rows) => rows.len(),
            Self::Null(rows) => *rows,
        }
    }

    /// The text of a row, with U+FFFD for what is not UTF-8; `None` where it is null.
    fn get(&self, row: usize) -> Option<Cow<'_, str>> {
        let bytes = match self {
            Self::Text(array) => (!array.is_null(row)).then(|| array.value(row)),
            Self::Large(array) => (!array.is_null(row)).then(|| array.value(row)),
            Self::View(array) => (!array.is_null(row)).then(|| array.value(row)),
            Self::Dictionary(values, rows) => return rows[row].and_then(|row| values.get(row)),
            Self::Null(_) => None,
        };
        bytes.map(String::from_utf8_lossy)
    }
}

/// The bytes of a column of strings, which stay where they are.
fn as_bytes<O: OffsetSizeTrait>(array: &ArrayRef) -> GenericBinaryArray<O> {
    let (offsets, values, nulls) = array.as_string::<O>().clone().into_parts();
    GenericBinaryArray::new(offsets, values, nulls)
}
