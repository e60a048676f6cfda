//! Samples of lm-evaluation-harness: `samples_TASK_DATE.jsonl` in a folder named after the model.

use serde_json::Value;

use super::{Row, Source, name_of, row_of};

/// Returns whether a row is a sample.
pub(super) fn matches(row: &Value) -> bool {
    (row["resps"].is_array() || row["filtered_resps"].is_array()) && row.get("doc_id").is_some()
}

/// Returns the samples of a file of results that groups them by task.
pub(super) fn samples(value: &Value) -> Option<Vec<(String, &Value)>> {
    let tasks = value["samples"].as_object()?;
    let samples: Vec<(String, &Value)> = tasks
        .iter()
        .flat_map(|(task, samples)| {
            let samples = samples.as_array().into_iter().flatten().enumerate();
            samples.map(move |(index, sample)| (format!("/samples/{task}/{index}"), sample))
        })
        .collect();
    samples.first().is_some_and(|(_, first)| matches(first)).then_some(samples)
}

/// Returns a row for each response to a document.
pub(super) fn rows(sample: &Value, source: &Source<'_>) -> Vec<Row> {
    // The harness writes `org/name` as `org__name`.
    let folder = source.folder().filter(|folder| folder.contains("__")).map(|folder| folder.replacen("__", "/", 1));
    let model = source.model.map(str::to_owned).or(folder).unwrap_or_else(|| source.stem());
    let doc = &sample["doc"];
    let id = ["task_id", "id", "question_id", "name"].iter().find_map(|key| name_of(&doc[*key]));
    let task = source.stem().trim_start_matches("samples_").to_owned();
    let prompt = id.or_else(|| name_of(&sample["doc_id"]).map(|id| format!("{task}-{id}"))).unwrap_or(task);
    let mut texts = Vec::new();
    let responses = if sample["resps"].is_array() { &sample["resps"] } else { &sample["filtered_resps"] };
    collect(responses, &mut texts);
    texts.into_iter().map(|text| row_of(model.clone(), prompt.clone(), text.into())).collect()
}

/// Collects all texts of lists within lists.
fn collect(value: &Value, texts: &mut Vec<String>) {
    match value {
        Value::String(text) => texts.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| collect(item, texts)),
        _ => {}
    }
}
