//! Inspect's logs: a JSON file, or a `.eval` archive with one JSON file per sample.

use std::io::{Cursor, Read};

use serde_json::{Value, json};

use super::{Row, Source, name_of, row_of};

/// The beginning of an archive.
pub const ARCHIVE_MAGIC: &[u8] = b"PK\x03\x04";

/// The bytes to which a file in an archive may expand.
const MAX_MEMBER_BYTES: u64 = 1 << 30;

/// Returns whether a document is a log.
pub(super) fn matches(value: &Value) -> bool {
    value["eval"].is_object() && value.get("version").is_some()
        || value["samples"].is_array() && value["eval"].is_object()
}

/// Returns whether a row is a separate sample.
pub(super) fn matches_sample(value: &Value) -> bool {
    value["output"]["choices"].is_array() && value.get("id").is_some() && value.get("epoch").is_some()
}

/// Returns the rows of a log in one document.
pub(super) fn rows(log: &Value, source: &Source<'_>) -> Vec<(String, Row)> {
    let samples = log["samples"].as_array().into_iter().flatten().enumerate();
    samples.map(|(index, sample)| (format!("/samples/{index}"), row(sample, &log["eval"], source))).collect()
}

/// Returns the row of a separate sample.
pub(super) fn rows_of_lone_sample(sample: &Value, source: &Source<'_>) -> Vec<Row> {
    vec![row(sample, &Value::Null, source)]
}

/// Returns the rows of an archive, each with the name of its member.
///
/// # Errors
///
/// The reason why it is not such an archive, in words for people.
pub fn archive(bytes: &[u8], source: &Source<'_>) -> Result<Vec<(String, Row)>, String> {
    let mut archive =
        zip::ZipArchive::new(Cursor::new(bytes)).map_err(|error| format!("is not a valid archive: {error}"))?;
    let mut names: Vec<String> = archive.file_names().filter_map(|name| Some(name.ok()?.into_owned())).collect();
    names.sort();
    let mut member = |name: &str| -> Result<Value, String> {
        let file = archive.by_name(name).map_err(|error| format!("the member `{name}` cannot be read: {error}"))?;
        let mut bytes = Vec::new();
        let read = file.take(MAX_MEMBER_BYTES).read_to_end(&mut bytes);
        read.map_err(|error| format!("the member `{name}` cannot be read: {error}"))?;
        super::super::json::parse(&bytes).map_err(|error| format!("the member `{name}` is not JSON: {error}"))
    };
    let header =
        ["header.json", "_journal/start.json"].into_iter().find(|name| names.iter().any(|known| known == name));
    let Some(header) = header else {
        return Err("is an archive, but not an Inspect log: it has no `header.json`".into());
    };
    let header = member(header)?;
    let samples = names.iter().filter(|name| name.starts_with("samples/") && name.ends_with(".json"));
    samples.map(|name| Ok((format!("/{name}"), row(&member(name)?, &header["eval"], source)))).collect()
}

fn row(sample: &Value, eval: &Value, source: &Source<'_>) -> Row {
    let output = &sample["output"];
    let model =
        source.model.map(str::to_owned).or_else(|| name_of(&eval["model"])).or_else(|| name_of(&output["model"]));
    let prompt = name_of(&sample["id"]).unwrap_or_default();
    let choice = &output["choices"][0];
    let stop = choice["stop_reason"].as_str().unwrap_or_default();
    let content = &choice["message"]["content"];
    // As a chat completion, whose reader handles parts and cut-off answers.
    let finish = match stop {
        "max_tokens" | "model_length" => "length",
        stop => stop,
    };
    let response = if let Some(error) = sample["error"]["message"].as_str() {
        json!({ "error": { "message": error } }).to_string()
    } else if content.is_null() {
        output["completion"].as_str().unwrap_or_default().to_owned()
    } else {
        json!({ "choices": [{ "message": { "content": content }, "finish_reason": finish }] }).to_string()
    };
    let mut row = row_of(model.unwrap_or_else(|| source.model()), prompt, response.into());
    row.insert("iteration".into(), sample["epoch"].as_u64().unwrap_or(1).into());
    if let Some(domain) = ["domain", "category", "cwe"].iter().find_map(|key| sample["metadata"][*key].as_str()) {
        row.insert("domain".into(), domain.into());
    }
    row
}
