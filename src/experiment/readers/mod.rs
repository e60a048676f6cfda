//! Logs and samples of other tools, one file each. Each converts its input into rows in the form of our own JSON Lines.

mod cybersec_eval;
mod human_eval;
pub(super) mod inspect;
mod lm_eval;
mod openai_batch;
mod promptfoo;

use std::path::Path;

use serde_json::{Map, Value, json};

use super::{Columns, Effect, FileName, Place, Position, builder::Builder, row};

/// A row of an answer, with our own column names.
pub(super) type Row = Map<String, Value>;

/// The facts about rows that their file's name tells.
pub(super) struct Source<'p> {
    pub path: &'p Path,
    /// The model that the call names for files without one.
    pub model: Option<&'p str>,
}

impl Source<'_> {
    /// Returns the model that the call names, or else the stem of the file's name.
    fn model(&self) -> String {
        self.model.map_or_else(|| self.stem(), str::to_owned)
    }

    fn stem(&self) -> String {
        let name = self.path.file_name().and_then(|name| name.to_str()).unwrap_or("unnamed");
        name.split('.').next().filter(|stem| !stem.is_empty()).unwrap_or(name).to_owned()
    }

    fn folder(&self) -> Option<&str> {
        self.path.parent()?.file_name()?.to_str()
    }
}

/// A shape of rows in JSON Lines: its name, its test, and its conversion into one or several of our rows.
type LineShape = (&'static str, fn(&Value) -> bool, fn(&Value, &Source<'_>) -> Vec<Row>);

/// The shapes that are recognized by their first row.
const LINE_SHAPES: &[LineShape] = &[
    ("OpenAI batch output", openai_batch::matches, openai_batch::rows),
    ("lm-evaluation-harness samples", lm_eval::matches, lm_eval::rows),
    ("promptfoo results", promptfoo::matches_row, promptfoo::rows_of_result),
    ("CyberSecEval responses", cybersec_eval::matches, cybersec_eval::rows),
    ("Inspect samples", inspect::matches_sample, inspect::rows_of_lone_sample),
    ("HumanEval samples", human_eval::matches, human_eval::rows),
];

/// The shapes that are known besides our own, for messages.
pub(super) const KNOWN: &str = "an Inspect log, lm-evaluation-harness samples, promptfoo results, HumanEval samples, \
                                OpenAI batch output, CyberSecEval responses, or rows with `model`, `prompt` and \
                                `response` or `code`";

/// Returns the conversion of rows of this shape into ours; `None` where the shape is unknown.
pub(super) fn of_line(first: &Value) -> Option<fn(&Value, &Source<'_>) -> Vec<Row>> {
    LINE_SHAPES.iter().find(|(_, matches, _)| matches(first)).map(|&(.., rows)| rows)
}

/// Reads a whole JSON document of another tool; `None` where its shape is unknown. Each row has its place in the
/// document.
pub(super) fn of_document(value: &Value, source: &Source<'_>) -> Option<Vec<(String, Row)>> {
    if inspect::matches(value) {
        return Some(inspect::rows(value, source));
    }
    if let Some((pointer, results)) = promptfoo::results(value) {
        let rows = results.iter().enumerate().flat_map(|(index, result)| {
            let place = format!("{pointer}/{index}");
            promptfoo::rows_of_result(result, source).into_iter().map(move |row| (place.clone(), row))
        });
        return Some(rows.collect());
    }
    if let Some(samples) = lm_eval::samples(value) {
        let rows = samples
            .into_iter()
            .flat_map(|(place, sample)| lm_eval::rows(sample, source).into_iter().map(move |row| (place.clone(), row)));
        return Some(rows.collect());
    }
    let items = value.as_array()?;
    let rows_of = of_line(items.first()?)?;
    let rows = items
        .iter()
        .enumerate()
        .flat_map(|(index, item)| rows_of(item, source).into_iter().map(move |row| (format!("/{index}"), row)));
    Some(rows.collect())
}

/// Adds rows to an experiment.
pub(super) fn add(builder: &mut Builder, columns: &Columns, file: &FileName, rows: Vec<(String, Row)>) {
    let own = columns.own();
    for (pointer, row) in rows {
        let place = Place { file: file.clone(), position: Position::pointer(pointer) };
        if let Err(message) = row::read(builder, &own, &row, place.clone()) {
            builder.problem(place, Effect::RowLeftOut, message);
        }
    }
}

/// Makes one of our rows.
fn row_of(model: String, prompt: String, response: Value) -> Row {
    let Value::Object(row) = json!({ "model": model, "prompt": prompt, "response": response }) else {
        unreachable!("the macro makes an object");
    };
    row
}

/// Returns a text or a number as a name.
fn name_of(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if !text.is_empty() => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}
