//! Stored generations, scored again: the tables of `oxsec rescore`.

use std::{path::PathBuf, sync::Arc};

use arrow_array::{ArrayRef, RecordBatch, Float64Array, StringArray, UInt32Array};
use arrow_schema::{DataType, Field, Schema};
use oxsec::{
    experiment::{self, Columns, Domains, Effect},
    report::{
        Report,
        table::{Cell, Kind, Table as ReportTable, Value},
    },
};
use oxsec_rules::RuleSet;
use pyo3::{
    exceptions::{PyOSError, PyValueError},
    prelude::*,
    types::{PyDict, PyList},
};

use crate::{arrow::table_stream, to_python, value_error};

/// What a scored experiment says.
#[pyclass(frozen, get_all, module = "oxsec")]
pub struct Experiment {
    /// The tables by name, each an object that any Arrow library takes.
    tables: Py<PyDict>,
    /// What the figures say, in words, the gravest first.
    statements: Vec<String>,
    /// What the input could not give: places and reasons.
    problems: Vec<String>,
    /// The number of rows and files that were left out because of problems.
    left_out: usize,
    /// The number of answers.
    answers: usize,
    models: Vec<String>,
}

#[pymethods]
impl Experiment {
    fn __repr__(&self) -> String {
        format!("Experiment(models={}, answers={})", self.models.len(), self.answers)
    }
}

/// One table: `pyarrow.table(table)`, `polars.DataFrame(table)`, or `table.rows()`.
#[pyclass(frozen, module = "oxsec")]
pub struct Table {
    table: ReportTable,
}

#[pymethods]
impl Table {
    #[getter]
    fn name(&self) -> &str {
        self.table.id
    }

    #[getter]
    fn title(&self) -> &str {
        self.table.title
    }

    /// What one has to know to read the table.
    #[getter]
    fn notes(&self) -> &[String] {
        &self.table.notes
    }

    /// The rows as dictionaries.
    fn rows<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let rows: Vec<serde_json::Map<String, serde_json::Value>> = self
            .table
            .rows
            .iter()
            .map(|row| {
                let fields = self.table.columns.iter().zip(row);
                fields.flat_map(|(column, cell)| fields_of(&column.key, column.kind).into_iter().zip(values(cell, column.kind)))
                    .map(|((name, _), value)| (name, value))
                    .collect()
            })
            .collect();
        to_python(py, &rows)
    }

    fn __len__(&self) -> usize {
        self.table.rows.len()
    }

    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let _ = requested_schema; // a wish, which the interface lets a producer pass over
        table_stream(py, self.batch()?)
    }

    fn __repr__(&self) -> String {
        format!("Table({:?}, {} rows)", self.table.id, self.table.rows.len())
    }
}

impl Table {
    fn batch(&self) -> PyResult<RecordBatch> {
        let mut fields = Vec::new();
        let mut arrays: Vec<ArrayRef> = Vec::new();
        for (index, column) in self.table.columns.iter().enumerate() {
            for (part, (name, data_type)) in fields_of(&column.key, column.kind).into_iter().enumerate() {
                let cells = self.table.rows.iter().map(|row| values(&row[index], column.kind).swap_remove(part));
                arrays.push(match data_type {
                    DataType::UInt32 => {
                        Arc::new(cells.map(|cell| cell.as_u64().and_then(|count| count.try_into().ok())).collect::<UInt32Array>())
                    }
                    DataType::Float64 => Arc::new(cells.map(|cell| cell.as_f64()).collect::<Float64Array>()),
                    _ => Arc::new(
                        cells.map(|cell| cell.as_str().map(str::to_owned)).collect::<StringArray>(),
                    ),
                });
                fields.push(Field::new(name, data_type, true));
            }
        }
        RecordBatch::try_new(Arc::new(Schema::new(fields)), arrays).map_err(value_error)
    }
}

/// The columns that a column of a report becomes: a share is a count and a total, an interval a low and a high end.
fn fields_of(key: &str, kind: Kind) -> Vec<(String, DataType)> {
    let part = |ending: &str, data_type| (format!("{key}{ending}"), data_type);
    match kind {
        Kind::Text => vec![part("", DataType::Utf8)],
        Kind::Count => vec![part("", DataType::UInt32)],
        Kind::Share => vec![part("_count", DataType::UInt32), part("_total", DataType::UInt32)],
        Kind::Interval => vec![part("_low", DataType::Float64), part("_high", DataType::Float64)],
        Kind::Percent | Kind::Points | Kind::Decimal(_) | Kind::P => vec![part("", DataType::Float64)],
    }
}

/// The values of a cell, one for each of [`fields_of`] its column.
fn values(cell: &Cell, kind: Kind) -> Vec<serde_json::Value> {
    match &cell.value {
        Value::Empty => vec![serde_json::Value::Null; fields_of("", kind).len()],
        Value::Text(text) => vec![text.as_str().into()],
        Value::Count(count) => vec![(*count).into()],
        Value::Number(number) => vec![(*number).into()],
        Value::Share(share) => vec![share.count.into(), share.total.into()],
        Value::Interval(interval) => vec![interval.low.into(), interval.high.into()],
    }
}

/// Scores stored generations again: experiments, rows, logs, or folders, as `oxsec rescore` reads them.
///
/// `source` is a path or a list of paths; `map` names columns (`{"code": "completion", "model": "engine"}`).
#[pyfunction]
#[pyo3(signature = (source, *, map = None, model = None, preset = "recommended", domains = None))]
pub fn rescore(
    source: &Bound<'_, PyAny>,
    map: Option<&Bound<'_, PyDict>>,
    model: Option<String>,
    preset: &str,
    domains: Option<PathBuf>,
) -> PyResult<Experiment> {
    let py = source.py();
    let paths: Vec<PathBuf> = match source.cast::<PyList>() {
        Ok(paths) => paths.extract()?,
        Err(_) => vec![source.extract()?],
    };
    if let Some(missing) = paths.iter().find(|path| !path.exists()) {
        return Err(PyOSError::new_err(format!("{} does not exist", missing.display())));
    }
    let pairs = map.into_iter().flat_map(|map| map.iter()).map(|(column, name)| Ok(format!("{column}={name}")));
    let pairs: Vec<String> = pairs.collect::<PyResult<_>>()?;
    let columns: Columns = if pairs.is_empty() { Columns::default() } else { pairs.join(",").parse().map_err(value_error)? };
    let domains = domains.map(|path| Domains::read(&path)).transpose().map_err(value_error)?.unwrap_or_default();
    let mut rules = RuleSet::new();
    for preset in preset.split(',') {
        rules.add_preset(preset.trim()).map_err(value_error)?;
    }
    let done = py.detach(|| {
        let experiment = experiment::read(&paths, &columns.with_model(model), &domains);
        let scored = experiment::score(&experiment, &rules);
        let report = Report::new(&scored, &rules, &[]);
        (
            report.tables(),
            report.statements(),
            experiment.problems.iter().map(|problem| format!("{}: {}", problem.place, problem.message)).collect::<Vec<_>>(),
            experiment.problems.iter().filter(|problem| problem.effect != Effect::FieldLeftOut).count(),
            experiment.answer_count(),
            experiment.models.iter().map(|model| model.name.clone()).collect::<Vec<_>>(),
        )
    });
    let (tables, statements, problems, left_out, answers, models) = done;
    if answers == 0 {
        let why = if problems.is_empty() { String::new() } else { format!(": {}", problems.join("; ")) };
        return Err(PyValueError::new_err(format!("there is no answer to score{why}")));
    }
    let by_name = PyDict::new(py);
    for table in tables {
        by_name.set_item(table.id, Py::new(py, Table { table })?)?;
    }
    Ok(Experiment { tables: by_name.unbind(), statements, problems, left_out, answers, models })
}
