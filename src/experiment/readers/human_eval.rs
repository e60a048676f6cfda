//! HumanEval-style samples: `task_id` and a `completion` or `solution`, and MultiPL-E's `name` and `completions`.

use serde_json::Value;

use super::{Row, Source, name_of, row_of};
use crate::answer::{Extracted, Status};

/// The possible names of a sample's text.
const TEXTS: &[&str] = &["completion", "completions", "solution", "generation", "generations", "raw_solution"];

/// Returns whether a row is a sample.
pub(super) fn matches(row: &Value) -> bool {
    let is_task = row.get("task_id").is_some() || row.get("name").is_some() && row["completions"].is_array();
    is_task && row.get("code").is_none() && TEXTS.iter().any(|name| row[*name].is_string() || row[*name].is_array())
}

/// Returns a row for each completion of a task.
pub(super) fn rows(sample: &Value, source: &Source<'_>) -> Vec<Row> {
    let prompt = name_of(&sample["task_id"]).or_else(|| name_of(&sample["name"])).unwrap_or_default();
    let model = name_of(&sample["model"]).unwrap_or_else(|| source.model());
    let text = TEXTS.iter().map(|name| &sample[*name]).find(|text| !text.is_null()).unwrap_or(&Value::Null);
    let texts: Vec<&str> = match text {
        Value::String(text) => vec![text],
        Value::Array(items) => items.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    let beginning = sample["prompt"].as_str().unwrap_or_default();
    let row = |text: &str| {
        let mut row = row_of(model.clone(), prompt.clone(), whole(beginning, text).into());
        if let Some(language) = sample["language"].as_str() {
            row.insert("language".into(), language.into());
        }
        row
    };
    texts.into_iter().map(row).collect()
}

/// Returns a completion, preceded by its beginning if it is code only with that.
fn whole(beginning: &str, completion: &str) -> String {
    let is_code = |text: &str| Extracted::from_response(text, None).status == Status::Code;
    let joined = format!("{beginning}{completion}");
    if !beginning.is_empty() && !is_code(completion) && is_code(&joined) { joined } else { completion.to_owned() }
}
