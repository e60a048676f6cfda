//! OpenAI's batch output: one line per request, with the whole response in it.

use serde_json::{Value, json};

use super::{Row, Source, name_of, row_of};

/// Returns whether a row is the outcome of a request.
pub(super) fn matches(row: &Value) -> bool {
    row.get("custom_id").is_some() && (row.get("response").is_some() || row.get("error").is_some())
}

/// Returns a row for each choice; one for a request that failed.
pub(super) fn rows(line: &Value, source: &Source<'_>) -> Vec<Row> {
    let body = &line["response"]["body"];
    let model = source.model.map(str::to_owned).or_else(|| name_of(&body["model"])).unwrap_or_else(|| source.stem());
    let prompt = name_of(&line["custom_id"]).unwrap_or_default();
    let row = |response: Value| row_of(model.clone(), prompt.clone(), response.to_string().into());
    match body["choices"].as_array() {
        Some(choices) if !choices.is_empty() => {
            choices.iter().map(|choice| row(json!({ "choices": [choice] }))).collect()
        }
        _ if body["output"].is_array() => vec![row(body.clone())],
        _ => {
            let error = [&line["error"], &body["error"]].into_iter().find(|error| !error.is_null());
            vec![row(json!({ "error": error.cloned().unwrap_or_else(|| "the response has no choice".into()) }))]
        }
    }
}
