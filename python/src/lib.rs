//! oxsec in Python's process: texts in, results out, without a child process and without the interpreter's lock.
//!
//! [`analyzer`] runs batches on threads of their own, [`result`] has Python's view of one text, [`reward`] turns a
//! result into a number for training, [`arrow`] takes and gives columns, [`experiment`] scores stored generations.

mod analyzer;
mod arrow;
mod experiment;
mod result;
mod reward;
mod text;

use pyo3::{exceptions::PyValueError, prelude::*};

/// The native part of the package `oxsec`.
#[pymodule(name = "_oxsec")]
fn package(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add("__version__", env!("CARGO_PKG_VERSION"))?;
    module.add_class::<analyzer::Analyzer>()?;
    module.add_class::<result::Result>()?;
    module.add_class::<result::Finding>()?;
    module.add_class::<arrow::Column>()?;
    module.add_class::<experiment::Experiment>()?;
    module.add_class::<experiment::Table>()?;
    module.add_function(wrap_pyfunction!(result::restore_result, module)?)?;
    module.add_function(wrap_pyfunction!(result::restore_finding, module)?)?;
    module.add_function(wrap_pyfunction!(analyzer::rules, module)?)?;
    module.add_function(wrap_pyfunction!(experiment::rescore, module)?)
}

/// Makes a `ValueError` with a reason.
fn value_error(reason: impl ToString) -> PyErr {
    PyValueError::new_err(reason.to_string())
}

/// Converts a value of Rust to Python, through its JSON.
fn to_python<'py>(py: Python<'py>, value: &impl serde::Serialize) -> PyResult<Bound<'py, PyAny>> {
    from_json(py, &serde_json::to_string(value).map_err(value_error)?)
}

/// Converts a JSON text to the Python object that it describes.
fn from_json<'py>(py: Python<'py>, json: &str) -> PyResult<Bound<'py, PyAny>> {
    py.import("json")?.call_method1("loads", (json,))
}
