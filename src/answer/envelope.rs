//! Unwraps the JSON in which command lines and endpoints wrap an answer.

use serde_json::{Map, Value};

use super::language::Language;

/// The nested envelopes that are opened.
const MAX_DEPTH: usize = 3;

/// The contents of an envelope.
#[derive(Debug, PartialEq)]
pub(super) enum Content {
    /// The answer, and whether the envelope says that it is cut off.
    Text { text: String, is_cut_off: bool },
    /// Files, each with its path.
    Files(Vec<(String, String)>),
    /// The reason why the call failed, from the envelope.
    Failed(String),
}

/// The keys under which models give code when asked for JSON, the likeliest first.
const ANSWER_KEYS: &[&str] = &[
    "code",
    "javascript",
    "js",
    "fixedCode",
    "fixed_code",
    "solution",
    "answer",
    "response",
    "completion",
    "generated_text",
    "content",
    "output",
    "text",
    "result",
];

/// Opens a text that is an envelope: returns the envelope's name and contents. `None` where the text is not one.
pub(super) fn open(text: &str) -> Option<(&'static str, Content)> {
    let (mut name, mut content) = open_once(text)?;
    for _ in 1..MAX_DEPTH {
        let Content::Text { text, is_cut_off } = &content else { break };
        let Some((inner, opened)) = open_once(text) else { break };
        let cut = *is_cut_off;
        content = match opened {
            Content::Text { text, is_cut_off } => Content::Text { text, is_cut_off: is_cut_off || cut },
            other => other,
        };
        if name == "json" {
            name = inner;
        }
    }
    Some((name, content))
}

fn open_once(text: &str) -> Option<(&'static str, Content)> {
    let trimmed = text.trim_start_matches('\u{FEFF}').trim();
    if !trimmed.starts_with(['{', '[']) {
        return None;
    }
    if let Ok(value) = serde_json::from_str::<Value>(trimmed) {
        return match &value {
            Value::Object(_) => object(&value),
            Value::Array(items) => match items.as_slice() {
                [only] if only["generated_text"].is_string() => object(only),
                items => events(items),
            },
            _ => None,
        };
    }
    // One event per line.
    let lines: Vec<Value> = trimmed
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map_while(|line| serde_json::from_str(line).ok())
        .collect();
    let count = trimmed.lines().filter(|line| !line.trim().is_empty()).count();
    (lines.len() > 1 && lines.len() == count).then(|| events(&lines))?
}

fn object(value: &Value) -> Option<(&'static str, Content)> {
    let text = |pointer: &str| value.pointer(pointer).and_then(Value::as_str);
    let content = |text: String, is_cut_off| Content::Text { text, is_cut_off };
    // Claude's command line.
    if text("/type") == Some("result") {
        let result = text("/result").unwrap_or_default().to_owned();
        let subtype = text("/subtype").unwrap_or("success");
        let failed = value["is_error"] == true || subtype.starts_with("error");
        return Some((
            "claude",
            if failed {
                Content::Failed(if result.is_empty() { subtype.to_owned() } else { result })
            } else {
                content(result, is_cut_off(text("/stop_reason")))
            },
        ));
    }
    // Chat completions, and older completions.
    if let Some(choice) = value["choices"].get(0) {
        let said = parts(&choice["message"]["content"]).or_else(|| parts(&choice["text"]));
        let reason = choice["finish_reason"].as_str().unwrap_or_default();
        return Some((
            "openai",
            match (said, reason) {
                (_, "content_filter" | "error") => Content::Failed(format!("finish_reason: {reason}")),
                (Some(said), _) => content(said, is_cut_off(Some(reason))),
                (None, _) => Content::Failed("the completion has no text".into()),
            },
        ));
    }
    // Responses.
    if value["object"] == "response" || value["output"].is_array() {
        let messages = value["output"].as_array().into_iter().flatten().filter(|item| item["type"] == "message");
        let said: Vec<String> = messages.filter_map(|message| parts(&message["content"])).collect();
        return Some(("openai", content(said.join("\n"), text("/status") == Some("incomplete"))));
    }
    // Anthropic's messages.
    if text("/type") == Some("message") && value["content"].is_array() {
        let said = parts(&value["content"]).unwrap_or_default();
        return Some(("anthropic", content(said, is_cut_off(text("/stop_reason")))));
    }
    // Gemini's endpoint.
    if let Some(candidate) = value["candidates"].get(0) {
        let reason = candidate["finishReason"].as_str().unwrap_or_default();
        let said = parts(&candidate["content"]["parts"]);
        return Some((
            "gemini",
            match said {
                Some(said) if !said.is_empty() => content(said, is_cut_off(Some(reason))),
                _ => Content::Failed(format!("finishReason: {}", if reason.is_empty() { "not given" } else { reason })),
            },
        ));
    }
    // An error and nothing else.
    if let Some(error) =
        value.get("error").filter(|error| !error.is_null() && value.get("response").is_none_or(Value::is_null))
    {
        let message =
            error.as_str().or_else(|| error["message"].as_str()).map_or_else(|| error.to_string(), str::to_owned);
        return Some(("error", Content::Failed(message)));
    }
    if text("/type") == Some("error") {
        return Some(("error", Content::Failed(text("/message").unwrap_or("no reason given").to_owned())));
    }
    // Bedrock's Converse.
    if let Some(said) = parts(&value["output"]["message"]["content"]) {
        return Some(("bedrock", content(said, is_cut_off(text("/stopReason")))));
    }
    // Ollama's chat, Cohere's.
    if let Some(said) = parts(&value["message"]["content"]) {
        return Some(("ollama", content(said, is_cut_off(text("/done_reason").or(text("/finish_reason"))))));
    }
    // Gemini's command line, Ollama.
    if let Some(said) = value["response"].as_str() {
        let name = if value.get("done").is_some() { "ollama" } else { "gemini" };
        return Some((name, content(said.to_owned(), is_cut_off(text("/done_reason")))));
    }
    files(value).or_else(|| {
        let said = ANSWER_KEYS.iter().find_map(|key| value[*key].as_str().filter(|said| !said.trim().is_empty()))?;
        Some(("json", content(said.to_owned(), false)))
    })
}

/// Returns whether an endpoint's stop reason means that the answer reached its length limit.
fn is_cut_off(reason: Option<&str>) -> bool {
    const LENGTH_LIMIT_REASONS: [&str; 5] =
        ["length", "max_tokens", "max_output_tokens", "model_length", "token_limit"];
    reason.is_some_and(|reason| LENGTH_LIMIT_REASONS.iter().any(|length| reason.eq_ignore_ascii_case(length)))
}

/// Reads `{"files": [{"path": …, "content": …}]}`, `{"files": {"PATH": …}}` or `{"PATH": …}`.
fn files(value: &Value) -> Option<(&'static str, Content)> {
    let of_paths = |files: &Map<String, Value>| -> Vec<(String, String)> {
        files.iter().filter_map(|(path, text)| Some((path.clone(), text.as_str()?.to_owned()))).collect()
    };
    let found: Vec<(String, String)> = match &value["files"] {
        Value::Null => {
            let files = of_paths(value.as_object()?);
            let is_script = |(path, _): &(String, String)| {
                path.rsplit_once('.').is_some_and(|(_, extension)| Language::of_word(extension).is_some())
            };
            if files.iter().any(is_script) { files } else { return None }
        }
        Value::Object(files) => of_paths(files),
        Value::Array(files) => files
            .iter()
            .filter_map(|file| {
                let first = |names: &[&str]| names.iter().find_map(|name| file[*name].as_str()).map(str::to_owned);
                Some((first(&["path", "name", "filename", "file"])?, first(&["content", "code", "contents", "text"])?))
            })
            .collect(),
        _ => return None,
    };
    (!found.is_empty()).then_some(("json", Content::Files(found)))
}

/// Reads a list of events. The last result or message is the answer; its pieces are joined.
fn events(items: &[Value]) -> Option<(&'static str, Content)> {
    if let Some(result) = items.iter().rev().find(|item| item["type"] == "result") {
        return object(result);
    }
    let mut message: Option<(&'static str, String)> = None;
    let mut pieces = String::new();
    let mut breaks_off = false;
    let mut failure = None;
    for item in items {
        let of = |pointer: &str| item.pointer(pointer).and_then(Value::as_str);
        // Codex, in its newer and its older form.
        if matches!(of("/item/type"), Some("agent_message" | "assistant_message"))
            && of("/type") != Some("item.started")
        {
            message = of("/item/text").map(|text| ("codex", text.to_owned())).or(message);
        } else if of("/msg/type") == Some("agent_message") {
            message = of("/msg/message").map(|text| ("codex", text.to_owned())).or(message);
        } else if of("/type") == Some("turn.failed") || of("/type") == Some("error") || of("/msg/type") == Some("error")
        {
            let said = of("/error/message").or(of("/message")).or(of("/msg/message")).or(of("/error"));
            failure = Some(said.unwrap_or("no reason given").to_owned());
        } else if of("/type") == Some("text") && of("/part/text").is_some() {
            pieces += of("/part/text").unwrap_or_default();
        } else if of("/type") == Some("assistant") {
            message = parts(&item["message"]["content"]).map(|text| ("claude", text)).or(message);
        } else if of("/type") == Some("message") && matches!(of("/role"), Some("assistant" | "model")) {
            pieces += &parts(&item["content"]).unwrap_or_default();
        } else if let Some(choice) = item["choices"].get(0) {
            pieces += choice["delta"]["content"].as_str().or(choice["text"].as_str()).unwrap_or_default();
            breaks_off |= is_cut_off(choice["finish_reason"].as_str());
        } else if item.get("done").is_some() {
            pieces += of("/response").or(of("/message/content")).unwrap_or_default();
            breaks_off |= is_cut_off(item["done_reason"].as_str());
        } else if item["role"] == "assistant" {
            message = parts(&item["content"]).map(|text| ("chat", text)).or(message);
        }
    }
    match (message, failure) {
        (Some((name, text)), _) => Some((name, Content::Text { text, is_cut_off: breaks_off })),
        (None, _) if !pieces.is_empty() => Some(("stream", Content::Text { text: pieces, is_cut_off: breaks_off })),
        (None, Some(reason)) => Some(("error", Content::Failed(reason))),
        (None, None) => None,
    }
}

/// Returns the text of a message: a string, or a list of parts without thoughts and calls.
pub fn parts(content: &Value) -> Option<String> {
    match content {
        Value::String(text) => Some(text.clone()),
        Value::Array(parts) => {
            let texts: Vec<&str> = parts
                .iter()
                .filter(|part| part["thought"] != true)
                .filter_map(|part| match part {
                    Value::String(text) => Some(text.as_str()),
                    part => match part["type"].as_str() {
                        None | Some("text" | "output_text") => {
                            part["text"].as_str().or_else(|| part["text"]["value"].as_str())
                        }
                        Some(_) => None,
                    },
                })
                .collect();
            (!texts.is_empty()).then(|| texts.concat())
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn text(envelope: &str) -> Option<String> {
        match open(envelope)?.1 {
            Content::Text { text, .. } => Some(text),
            _ => None,
        }
    }

    #[test]
    fn envelopes_of_the_known_command_lines_and_endpoints_are_opened() {
        for envelope in [
            json!({"type": "result", "subtype": "success", "is_error": false, "result": "f()"}),
            json!([{"type": "system"},
                   {"type": "assistant", "message": {"content": [{"type": "text", "text": "draft"}]}},
                   {"type": "result", "result": "f()"}]),
            json!({"response": "f()", "stats": {}, "error": null}),
            json!({"choices": [{"message": {"role": "assistant", "content": "f()"}, "finish_reason": "stop"}]}),
            json!({"choices": [{"message": {"content": [
                {"type": "thinking", "thinking": "x"}, {"type": "text", "text": "f()"}]}}]}),
            json!({"choices": [{"text": "f()"}]}),
            json!({"object": "response", "output": [{"type": "reasoning", "summary": []},
                   {"type": "message", "content": [{"type": "output_text", "text": "f()"}]}]}),
            json!({"type": "message", "role": "assistant", "content": [
                {"type": "thinking", "thinking": "x"}, {"type": "text", "text": "f()"}]}),
            json!({"candidates": [
                {"content": {"parts": [{"text": "x", "thought": true}, {"text": "f()"}]}, "finishReason": "STOP"}]}),
            json!({"model": "m", "message": {"role": "assistant", "content": "f()"}, "done": true}),
            json!({"model": "m", "response": "f()", "done": true}),
            json!({"output": {"message": {"role": "assistant", "content": [{"text": "f()"}]}},
                "stopReason": "end_turn"}),
            json!({"id": "1", "message": {"role": "assistant", "content": [{"type": "text", "text": "f()"}]},
                "finish_reason": "COMPLETE"}),
            json!([{"generated_text": "f()"}]),
            json!({"code": "f()", "explanation": "it calls f"}),
            json!({"type": "result", "result": "{\"code\": \"f()\"}"}),
        ] {
            assert_eq!(text(&envelope.to_string()).as_deref(), Some("f()"), "{envelope}");
            assert_eq!(text(&format!("{envelope:#}\n")).as_deref(), Some("f()"), "{envelope}");
        }
        for lines in [
            "{\"type\":\"thread.started\"}\n\
             {\"type\":\"item.completed\",\"item\":{\"type\":\"reasoning\",\"text\":\"x\"}}\n\
             {\"type\":\"item.completed\",\"item\":{\"type\":\"agent_message\",\"text\":\"f()\"}}\n",
            "{\"id\":\"0\",\"msg\":{\"type\":\"task_started\"}}\n\
             {\"id\":\"0\",\"msg\":{\"type\":\"agent_message\",\"message\":\"f()\"}}",
            "{\"response\":\"f\",\"done\":false}\n{\"response\":\"()\",\"done\":true}",
            "{\"type\":\"step_start\"}\n{\"type\":\"text\",\"part\":{\"type\":\"text\",\"text\":\"f()\"}}",
            "{\"type\":\"init\"}\n{\"type\":\"message\",\"role\":\"user\",\"content\":\"x\"}\n\
             {\"type\":\"message\",\"role\":\"assistant\",\"content\":\"f()\",\"delta\":true}",
            "{\"type\":\"system\"}\n{\"type\":\"result\",\"result\":\"f()\"}",
        ] {
            assert_eq!(text(lines).as_deref(), Some("f()"), "{lines}");
        }
    }

    #[test]
    fn failures_are_told() {
        for envelope in [
            json!({"type": "result", "is_error": true, "result": "Credit balance is too low"}),
            json!({"type": "result", "subtype": "error_max_turns"}),
            json!({"error": {"message": "quota"}}),
            json!({"choices": [{"message": {"content": null}, "finish_reason": "content_filter"}]}),
            json!({"candidates": [{"finishReason": "SAFETY"}]}),
            json!({"type": "error", "message": "overloaded"}),
        ] {
            assert!(matches!(open(&envelope.to_string()), Some((_, Content::Failed(_)))), "{envelope}");
        }
    }

    #[test]
    fn what_breaks_off_is_told() {
        for envelope in [
            json!({"choices": [{"message": {"content": "f("}, "finish_reason": "length"}]}),
            json!({"type": "message", "content": [{"type": "text", "text": "f("}], "stop_reason": "max_tokens"}),
            json!({"response": "f(", "done": true, "done_reason": "length"}),
            json!({"output": {"message": {"content": [{"text": "f("}]}}, "stopReason": "max_tokens"}),
            json!({"candidates": [{"content": {"parts": [{"text": "f("}]}, "finishReason": "MAX_TOKENS"}]}),
        ] {
            assert!(
                matches!(open(&envelope.to_string()), Some((_, Content::Text { is_cut_off: true, .. }))),
                "{envelope}"
            );
        }
    }

    #[test]
    fn other_json_is_no_envelope() {
        for other in ["{\"type\": \"module\"}", "[1, 2]", "{}", "{ f() }", "[]", "{\"a\": 1}\n{\"b\": 2}"] {
            assert_eq!(open(other), None, "{other}");
        }
    }
}
