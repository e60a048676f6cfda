//! Responses of CyberSecEval's code tests: a list, or lines, of prompts with the model's answers.

use serde_json::Value;

use super::{Row, Source, name_of, row_of};

/// Returns whether a row is such a response.
pub(super) fn matches(row: &Value) -> bool {
    row["response"].is_string()
        && (row.get("cwe_identifier").is_some()
            || row.get("mutated_prompt").is_some()
            || row.get("test_case_prompt").is_some())
}

/// Returns the row of a response.
pub(super) fn rows(item: &Value, source: &Source<'_>) -> Vec<Row> {
    let model = source.model.map(str::to_owned).or_else(|| name_of(&item["model"])).unwrap_or_else(|| source.stem());
    let prompt =
        ["prompt_id", "test_case_prompt", "prompt"].iter().find_map(|key| name_of(&item[*key])).unwrap_or_default();
    let mut row = row_of(model, prompt, item["response"].clone());
    for (ours, theirs) in [("domain", "cwe_identifier"), ("language", "language")] {
        if let Some(text) = item[theirs].as_str() {
            row.insert(ours.into(), text.into());
        }
    }
    vec![row]
}
