//! Stored generations, scored again: the tables of `oxsec rescore`.

use std::{num::NonZeroUsize, path::PathBuf, sync::Arc, thread};

use arrow_array::{ArrayRef, Float64Array, RecordBatch, StringArray, UInt32Array};
use arrow_schema::{DataType, Field, Schema};
use oxsec::{
    experiment::{self, Columns, Directives, Domains, Effect, Reading, RowOptions},
    report::{
        Report,
        table::{Cell, Kind, Table as ReportTable, Value},
    },
};
use oxsec_rules::worker_stack;
use pyo3::{exceptions::PyFileNotFoundError, prelude::*, types::PyDict};
use rayon::{ThreadPoolBuildError, ThreadPoolBuilder};

use crate::{analyzer::rule_set, arrow::table_stream, to_python, value_error};

/// A scored experiment.
#[pyclass(frozen, get_all, module = "oxsec")]
pub struct Experiment {
    /// The tables by name, each an object that any Arrow library takes.
    tables: Py<PyDict>,
    /// The statements of the figures, the most serious first.
    statements: Vec<String>,
    /// The problems of the input: places and reasons.
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

    /// The sentences that a reader must know to understand the table.
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
                fields
                    .flat_map(|(column, cell)| {
                        fields_of(&column.key, column.kind).into_iter().zip(values(cell, column.kind))
                    })
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
                    DataType::UInt32 => Arc::new(
                        cells
                            .map(|cell| cell.as_u64().and_then(|count| count.try_into().ok()))
                            .collect::<UInt32Array>(),
                    ),
                    DataType::Float64 => Arc::new(cells.map(|cell| cell.as_f64()).collect::<Float64Array>()),
                    _ => Arc::new(cells.map(|cell| cell.as_str().map(str::to_owned)).collect::<StringArray>()),
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
/// `source` is a path or a list of paths; `map` names columns (`{"code": "completion", "model": "engine"}`);
/// `reading` is one of `published`, `code`, `proven` and `distinct`, whose figures alone are given.
#[pyfunction]
#[pyo3(signature = (
    source, *, map = None, model = None, extract = false, domains = None, preset = "recommended", rules = None,
    inline_config = None, reading = None
))]
#[expect(clippy::too_many_arguments, reason = "Python's keywords")]
pub fn rescore(
    source: &Bound<'_, PyAny>,
    map: Option<&Bound<'_, PyDict>>,
    model: Option<String>,
    extract: bool,
    domains: Option<PathBuf>,
    preset: &str,
    rules: Option<Vec<String>>,
    inline_config: Option<bool>,
    reading: Option<&str>,
) -> PyResult<Experiment> {
    let py = source.py();
    let paths = source.extract::<PathBuf>().map(|path| vec![path]).or_else(|_| source.extract::<Vec<PathBuf>>())?;
    if let Some(missing) = paths.iter().find(|path| !path.exists()) {
        return Err(PyFileNotFoundError::new_err(format!("{} does not exist", missing.display())));
    }
    let pairs: Vec<String> = map.into_iter().flatten().map(|(column, name)| format!("{column}={name}")).collect();
    let names = if pairs.is_empty() { Ok(Columns::default()) } else { pairs.join(",").parse() };
    let mut columns: Columns = names.map_err(value_error)?;
    columns.options = RowOptions { model, extract, for_tables: true, ..RowOptions::default() };
    let domains = domains.map(|path| Domains::read(&path)).transpose().map_err(value_error)?.unwrap_or_default();
    let rules = rule_set(preset, &rules.unwrap_or_default())?;
    let mut chosen = reading.map_or(Ok(Reading::PUBLISHED), reading_named)?;
    if let Some(obeyed) = inline_config {
        chosen.directives = if obeyed { Directives::Obeyed } else { Directives::Ignored };
    }
    let in_one_reading = reading.is_some();
    let done = py.detach(|| {
        // Threads of its own: a global pool's would be missing in a forked child, which would wait for them forever.
        let threads = thread::available_parallelism().map_or(1, NonZeroUsize::get);
        let pool = ThreadPoolBuilder::new().num_threads(threads).stack_size(worker_stack(threads)).build()?;
        Ok::<_, ThreadPoolBuildError>(pool.install(|| {
            let experiment = experiment::read(&paths, &columns, &domains);
            let scored = experiment::score_in(&experiment, &rules, chosen);
            let report = Report::new(&scored, &[]);
            let report = if in_one_reading { report.in_one_reading() } else { report };
            Scores {
                tables: report.tables(),
                statements: report.statements(),
                problems: experiment
                    .problems
                    .iter()
                    .map(|problem| format!("{}: {}", problem.place, problem.message))
                    .collect(),
                left_out: experiment.problems.iter().filter(|problem| problem.effect != Effect::FieldLeftOut).count(),
                answers: experiment.answer_count(),
                models: experiment.models.iter().map(|model| model.name.clone()).collect(),
            }
        }))
    });
    let Scores { tables, statements, problems, left_out, answers, models } = done.map_err(value_error)?;
    if answers == 0 {
        let why = if problems.is_empty() { String::new() } else { format!(": {}", problems.join("; ")) };
        return Err(value_error(format!("there is no answer to score{why}")));
    }
    let by_name = PyDict::new(py);
    for table in tables {
        by_name.set_item(table.id, Py::new(py, Table { table })?)?;
    }
    Ok(Experiment { tables: by_name.unbind(), statements, problems, left_out, answers, models })
}

fn reading_named(name: &str) -> PyResult<Reading> {
    Reading::named(name).ok_or_else(|| {
        let names = Reading::NAMED.map(|(name, _)| name).join(", ");
        value_error(format!("there is no reading {name:?}: expected one of {names}"))
    })
}

/// An [`Experiment`] without Python.
struct Scores {
    tables: Vec<ReportTable>,
    statements: Vec<String>,
    problems: Vec<String>,
    left_out: usize,
    answers: usize,
    models: Vec<String>,
}
