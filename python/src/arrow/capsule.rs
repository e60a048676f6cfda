//! The Arrow PyCapsule interface: C structures in named capsules.
//! <https://arrow.apache.org/docs/format/CDataInterface/PyCapsuleInterface.html>
#![allow(unsafe_code, reason = "capsules hold C structures; what is taken from one is taken as the interface says")]

use std::ffi::CStr;

use arrow_array::{
    Array, ArrayRef, RecordBatch, RecordBatchIterator, StructArray,
    ffi::{FFI_ArrowArray, FFI_ArrowSchema, from_ffi, to_ffi},
    ffi_stream::{ArrayStreamReader, FFI_ArrowArrayStream},
    make_array,
};
use arrow_schema::{ArrowError, DataType, SchemaRef};
use pyo3::{
    exceptions::PyTypeError,
    prelude::*,
    types::{PyCapsule, PyTuple},
};

use crate::value_error;

const SCHEMA: &CStr = c"arrow_schema";
const ARRAY: &CStr = c"arrow_array";
const STREAM: &CStr = c"arrow_array_stream";

/// The chunks of any object that gives itself as an Arrow array or stream; the data stay where they are.
pub fn read(column: &Bound<'_, PyAny>) -> PyResult<Vec<ArrayRef>> {
    if column.hasattr("__arrow_c_array__")? {
        let capsules = column.call_method0("__arrow_c_array__")?;
        let capsules = capsules.cast::<PyTuple>()?;
        let (schema, array) = (capsules.get_item(0)?, capsules.get_item(1)?);
        let schema = pointer::<FFI_ArrowSchema>(&schema, SCHEMA)?;
        let array = pointer::<FFI_ArrowArray>(&array, ARRAY)?;
        // SAFETY: the capsules' names say what they point at, and the producer vouches that the array is of the
        // schema's type. `from_raw` moves the array out and leaves a released one, as the interface asks of a consumer;
        // the schema stays the capsule's.
        let data = unsafe { from_ffi(FFI_ArrowArray::from_raw(array), &*schema) }.map_err(value_error)?;
        return Ok(vec![make_array(data)]);
    }
    if column.hasattr("__arrow_c_stream__")? {
        let capsule = column.call_method0("__arrow_c_stream__")?;
        let stream = pointer::<FFI_ArrowArrayStream>(&capsule, STREAM)?;
        // SAFETY: as above.
        let chunks = unsafe { ArrayStreamReader::from_raw(stream) }.map_err(value_error)?;
        return chunks.collect::<Result<_, _>>().map_err(value_error);
    }
    let found = column.get_type().name()?;
    Err(PyTypeError::new_err(format!(
        "the column must speak the Arrow PyCapsule interface (pyarrow, polars, pandas 2 or later …), {found} does not"
    )))
}

/// The structure in a capsule of this name.
fn pointer<T>(object: &Bound<'_, PyAny>, name: &CStr) -> PyResult<*mut T> {
    let capsule = object.cast::<PyCapsule>()?;
    Ok(capsule.pointer_checked(Some(name))?.as_ptr().cast())
}

/// The capsules of an array.
pub fn array<'py>(py: Python<'py>, array: &StructArray) -> PyResult<(Bound<'py, PyAny>, Bound<'py, PyAny>)> {
    let (array, schema) = to_ffi(&array.to_data()).map_err(value_error)?;
    let schema = PyCapsule::new_with_value(py, schema, SCHEMA)?;
    let array = PyCapsule::new_with_value(py, array, ARRAY)?;
    Ok((schema.into_any(), array.into_any()))
}

/// The capsule of a type.
pub fn schema<'py>(py: Python<'py>, data_type: &DataType) -> PyResult<Bound<'py, PyAny>> {
    let schema = FFI_ArrowSchema::try_from(data_type).map_err(value_error)?;
    Ok(PyCapsule::new_with_value(py, schema, SCHEMA)?.into_any())
}

/// The capsule of a stream of batches.
pub fn stream<'py>(py: Python<'py>, schema: SchemaRef, batches: Vec<RecordBatch>) -> PyResult<Bound<'py, PyAny>> {
    let batches = RecordBatchIterator::new(batches.into_iter().map(Ok::<_, ArrowError>), schema);
    let stream = FFI_ArrowArrayStream::new(Box::new(batches));
    Ok(PyCapsule::new_with_value(py, stream, STREAM)?.into_any())
}

/// The capsule of a stream of one batch.
pub fn table_stream<'py>(py: Python<'py>, batch: RecordBatch) -> PyResult<Bound<'py, PyAny>> {
    stream(py, batch.schema(), vec![batch])
}
