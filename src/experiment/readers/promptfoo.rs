//! promptfoo's results: `results.results[]` of a JSON export, `results[]` of an older one, or one result per line.

use serde_json::{Value, json};

use super::{Row, Source, name_of, row_of};

/// Returns whether a row is a result.
pub(super) fn matches_row(row: &Value) -> bool {
    let has_any = |names: &[&str]| names.iter().any(|name| row.get(*name).is_some());
    has_any(&["provider", "promptIdx"])
        && has_any(&["prompt"])
        && (row["response"].is_object() || has_any(&["error"]))
        && has_any(&["vars", "testCase", "success", "testIdx"])
}

/// Returns the results of an export, and their path.
pub(super) fn results(value: &Value) -> Option<(&'static str, &Vec<Value>)> {
    let found =
        ["/results/results", "/results"].into_iter().find_map(|at| Some((at, value.pointer(at)?.as_array()?)))?;
    found.1.first().is_some_and(matches_row).then_some(found)
}

/// Returns a result's row.
pub(super) fn rows_of_result(result: &Value, source: &Source<'_>) -> Vec<Row> {
    let provider = &result["provider"];
    let model = source.model.map(str::to_owned).or_else(|| {
        ["label", "id"]
            .iter()
            .find_map(|key| name_of(&provider[*key]).filter(|name| !name.is_empty()))
            .or_else(|| name_of(provider))
    });
    let test = &result["testCase"];
    let described = name_of(&test["description"]).or_else(|| name_of(&result["description"]));
    let of_vars = ["id", "task_id", "prompt_id"].iter().find_map(|key| name_of(&result["vars"][*key]));
    let index = name_of(&result["testIdx"]).map(|index| format!("test-{index}"));
    let prompt = described.or(of_vars).or(index).or_else(|| name_of(&result["prompt"]["raw"])).unwrap_or_default();
    let output = &result["response"]["output"];
    let response = match (output, result["error"].as_str().or_else(|| result["response"]["error"].as_str())) {
        (Value::Null, Some(error)) => json!({ "error": { "message": error } }).to_string(),
        (Value::String(text), _) => text.clone(),
        (Value::Null, None) => String::new(),
        (other, _) => other.to_string(),
    };
    vec![row_of(model.unwrap_or_else(|| source.model()), prompt, response.into())]
}
