//! Inputs of every kind that `oxsec rescore` reads.

use std::{fs, io::Write, path::Path};

use assert_cmd::Command;
use serde_json::{Value, json};
use tempfile::TempDir;

const CODE: &str = "pool.query('SELECT * FROM a').then(f);";

fn rescore(folder: &Path) -> Command {
    let mut command = Command::cargo_bin("oxsec").unwrap();
    command.env("NO_COLOR", "1").current_dir(folder).arg("rescore");
    command
}

/// Returns `model/prompt/iteration status findings` of every answer.
fn outline(folder: &TempDir, arguments: &[&str]) -> Vec<String> {
    let output = rescore(folder.path()).args(arguments).args(["--format", "json"]).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    let value: Value = serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {said}"));
    let mut lines = Vec::new();
    for (model, object) in value["models"].as_object().unwrap() {
        for prompt in object["byPrompt"].as_array().unwrap() {
            for answer in prompt["iterations"].as_array().unwrap() {
                let text = |value: &Value| value.as_str().unwrap().to_owned();
                let (id, status) = (text(&prompt["id"]), text(&answer["status"]));
                lines.push(format!("{model}/{id}/{} {status} {}", answer["iteration"], answer["vulnerabilityCount"]));
            }
        }
    }
    lines
}

fn written(name: &str, bytes: impl AsRef<[u8]>) -> TempDir {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
    folder
}

fn lines(rows: &[Value]) -> String {
    rows.iter().map(|row| format!("{row}\n")).collect()
}

fn fenced() -> String {
    format!("Here:\n```js\n{CODE}\n```\n")
}

#[test]
fn logs_of_inspect_are_read() {
    let sample = |id: &str, epoch: u32, content: Value, stop: &str| {
        json!({"id": id, "epoch": epoch, "input": "x", "metadata": {"category": "sql"},
               "output": {"model": "other", "choices": [{"message": {"role": "assistant", "content": content}, "stop_reason": stop}], "completion": "x"}})
    };
    let eval = json!({"model": "openai/gpt", "task": "code"});
    let samples = [
        sample("a", 1, fenced().into(), "stop"),
        sample("a", 2, json!([{"type": "reasoning", "reasoning": "hm"}, {"type": "text", "text": fenced()}]), "stop"),
        sample("b", 1, "```js\nf(".into(), "max_tokens"),
        json!({"id": "c", "epoch": 1, "output": {"choices": []}, "error": {"message": "timed out"}}),
    ];
    let expected =
        ["openai/gpt/a/1 code 1", "openai/gpt/a/2 code 1", "openai/gpt/b/1 cut-off 0", "openai/gpt/c/1 failed 0"];
    let log = json!({"version": 2, "status": "success", "eval": eval, "samples": samples});
    assert_eq!(outline(&written("log.json", log.to_string()), &["log.json"]), expected);

    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    let mut member = |name: &str, value: &Value| {
        archive.start_file(name, options).unwrap();
        archive.write_all(value.to_string().as_bytes()).unwrap();
    };
    member("header.json", &json!({"version": 2, "eval": eval}));
    member("summaries.json", &json!([]));
    for (index, sample) in samples.iter().enumerate() {
        member(&format!("samples/{index}_epoch_1.json"), sample);
    }
    let bytes = archive.finish().unwrap().into_inner();
    assert_eq!(outline(&written("log.eval", &bytes), &["log.eval"]), expected);
    let other = written("log.eval", &bytes[..bytes.len() / 2]);
    rescore(other.path()).arg("log.eval").assert().code(2);
}

#[test]
fn samples_of_the_harness_are_read() {
    let rows = lines(&[
        json!({"doc_id": 0, "doc": {"task_id": "JS/0"}, "arguments": [["x", {}]], "resps": [[fenced(), "no"]], "filtered_resps": ["x"], "target": ""}),
        json!({"doc_id": 1, "doc": {}, "resps": [[fenced()]], "filtered_resps": ["x"]}),
    ]);
    let folder = written("org__name/samples_code_2026-01-01.jsonl", rows);
    let expected = ["org/name/JS/0/1 code 1", "org/name/JS/0/2 refused 0", "org/name/code_2026-01-01-1/1 code 1"];
    assert_eq!(outline(&folder, &["org__name/samples_code_2026-01-01.jsonl"]), expected);
}

#[test]
fn results_of_promptfoo_are_read() {
    let result = |output: Value, index: u32| {
        json!({"provider": {"id": "openai:gpt", "label": ""}, "prompt": {"raw": "x", "label": "x"}, "vars": {},
               "response": {"output": output}, "testIdx": index, "success": true})
    };
    let failed = json!({"provider": {"id": "openai:gpt"}, "prompt": {"raw": "x"}, "error": "API error: 500", "testIdx": 2, "success": false});
    let export = json!({"evalId": "e", "results": {"version": 3, "results": [result(fenced().into(), 0), result(json!({"code": CODE}), 1), failed]}});
    let expected = ["openai:gpt/test-0/1 code 1", "openai:gpt/test-1/1 code 1", "openai:gpt/test-2/1 failed 0"];
    assert_eq!(outline(&written("out.json", export.to_string()), &["out.json"]), expected);
    let rows: Vec<Value> = export["results"]["results"].as_array().unwrap().clone();
    assert_eq!(outline(&written("out.jsonl", lines(&rows)), &["out.jsonl"]), expected);
}

#[test]
fn samples_like_human_eval_are_read() {
    let rows = lines(&[
        json!({"task_id": "HumanEval/0", "completion": fenced()}),
        json!({"task_id": "HumanEval/0", "completion": "I can't."}),
        json!({"task_id": "HumanEval/1", "prompt": "function f(a) {\n", "completion": "  pool.query('SELECT * FROM b').then(a);\n}\n"}),
        json!({"task_id": "HumanEval/2", "solution": CODE}),
    ]);
    let folder = written("samples.jsonl", rows);
    let expected =
        ["m/HumanEval/0/1 code 1", "m/HumanEval/0/2 refused 0", "m/HumanEval/1/1 code 1", "m/HumanEval/2/1 code 1"];
    assert_eq!(outline(&folder, &["samples.jsonl", "--model", "m"]), expected);
    assert_eq!(outline(&folder, &["samples.jsonl"])[0], "samples/HumanEval/0/1 code 1");
    let folder = written(
        "multiple.jsonl",
        lines(&[json!({"name": "p", "language": "js", "prompt": "", "completions": [CODE, "no"]})]),
    );
    assert_eq!(outline(&folder, &["multiple.jsonl", "--model", "m"]), ["m/p/1 code 1", "m/p/2 refused 0"]);
}

#[test]
fn output_of_batches_is_read() {
    let line = |id: &str, body: Value, error: Value| json!({"id": "batch_req_1", "custom_id": id, "response": {"status_code": 200, "body": body}, "error": error});
    let choice = |content: &str, finish: &str| json!({"message": {"role": "assistant", "content": content}, "finish_reason": finish});
    let rows = lines(&[
        line("a", json!({"model": "gpt", "choices": [choice(&fenced(), "stop"), choice("no", "stop")]}), Value::Null),
        line("b", json!({"model": "gpt", "choices": [choice("```js\nf(", "length")]}), Value::Null),
        line("c", json!({"model": "gpt", "error": {"message": "too long"}}), Value::Null),
    ]);
    let expected = ["gpt/a/1 code 1", "gpt/a/2 refused 0", "gpt/b/1 cut-off 0", "gpt/c/1 failed 0"];
    assert_eq!(outline(&written("batch.jsonl", rows), &["batch.jsonl"]), expected);
}

#[test]
fn responses_of_cybersec_eval_are_read() {
    let row = |id: u32, language: &str, response: &str| {
        json!({"prompt_id": id, "cwe_identifier": "CWE-89", "language": language, "test_case_prompt": "x", "mutated_prompt": "x",
               "model": "llama", "response": response})
    };
    let list = json!([
        row(1, "javascript", &fenced()),
        row(2, "python", "```python\nprint(1)\n```"),
        row(3, "javascript", "No.")
    ]);
    let expected = ["llama/1/1 code 1", "llama/2/1 other-language 0", "llama/3/1 refused 0"];
    assert_eq!(outline(&written("responses.json", list.to_string()), &["responses.json"]), expected);
}

#[test]
fn columns_can_be_nested_lists_and_conversations() {
    let rows = lines(&[
        json!({"prompt": "a", "choices": [{"message": {"content": fenced()}}]}),
        json!({"prompt": "b", "choices": [{"message": {"content": [{"type": "text", "text": fenced()}]}}]}),
    ]);
    let folder = written("rows.jsonl", rows);
    let map = ["rows.jsonl", "--map", "response=choices.0.message.content", "--model", "m"];
    assert_eq!(outline(&folder, &map), ["m/a/1 code 1", "m/b/1 code 1"]);
    let rows = lines(&[
        json!({"model": "m", "prompt": "a", "response": [fenced(), "no"]}),
        json!({"model": "m", "prompt": "b", "response": [{"role": "user", "content": "x"}, {"role": "assistant", "content": "draft"},
                                                            {"role": "user", "content": "y"}, {"role": "assistant", "content": fenced()}]}),
        json!({"model": "m", "prompt": [{"role": "system", "content": "s"}, {"role": "user", "content": "task"}], "response": fenced()}),
    ]);
    let folder = written("rows.jsonl", rows);
    assert_eq!(
        outline(&folder, &["rows.jsonl"]),
        ["m/a/1 code 1", "m/a/2 refused 0", "m/b/1 code 1", "m/task/1 code 1"]
    );
    let list = json!([{"model": "m", "prompt": "p", "code": CODE}]);
    assert_eq!(outline(&written("rows.json", list.to_string()), &["rows.json"]), ["m/p/1 code 1"]);
}

#[test]
fn compressed_files_shards_and_standard_input_are_read() {
    let rows = lines(&[json!({"model": "m", "prompt": "p", "code": CODE})]);
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all(rows.as_bytes()).unwrap();
    let gzip = gzip.finish().unwrap();
    assert_eq!(outline(&written("rows.jsonl.gz", &gzip), &["rows.jsonl.gz"]), ["m/p/1 code 1"]);
    let zstd = zstd::encode_all(rows.as_bytes(), 1).unwrap();
    assert_eq!(outline(&written("rows.jsonl.zst", &zstd), &["rows.jsonl.zst"]), ["m/p/1 code 1"]);
    assert_eq!(outline(&written("rows.jsonl", &zstd), &["rows.jsonl"]), ["m/p/1 code 1"]);
    let torn = written("rows.jsonl.gz", &gzip[..gzip.len() - 6]);
    let output = rescore(torn.path()).arg("rows.jsonl.gz").output().unwrap();
    assert!(String::from_utf8_lossy(&output.stderr).contains("is gzip that breaks off"), "{output:?}");

    let folder = written("shards/part-0.jsonl", &rows);
    fs::write(folder.path().join("shards/part-1.jsonl.gz"), {
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        gzip.write_all(lines(&[json!({"model": "m", "prompt": "q", "code": "f()"})]).as_bytes()).unwrap();
        gzip.finish().unwrap()
    })
    .unwrap();
    assert_eq!(outline(&folder, &["shards"]), ["m/p/1 code 1", "m/q/1 code 0"]);

    let output = rescore(folder.path()).args(["-", "--format", "json"]).write_stdin(rows).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let value: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(value["models"]["m"]["byPrompt"][0]["iterations"][0]["vulnerabilityCount"], 1);
}

#[test]
fn what_is_dropped_decides_the_status() {
    let rows = |good: usize, bad: usize| {
        let good = (0..good).map(|index| json!({"model": "m", "prompt": format!("p{index}"), "code": "f()"}));
        let bad = (0..bad).map(|index| json!({"model": "m", "prompt": format!("q{index}"), "completion": "f()"}));
        lines(&good.chain(bad).collect::<Vec<_>>())
    };
    let run = |text: String, arguments: &[&str]| {
        let folder = written("rows.jsonl", text);
        let output = rescore(folder.path()).arg("rows.jsonl").args(arguments).output().unwrap();
        (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned(), output.stdout.is_empty())
    };
    assert_eq!(run(rows(3, 0), &[]).0, Some(0));
    let (status, said, is_empty) = run(rows(3, 1), &[]);
    assert_eq!((status, is_empty), (Some(2), false));
    assert!(said.contains("left out: 1 row") && said.contains("`completion`"), "{said}");
    assert_eq!(run(rows(3, 1), &["--allow-partial"]).0, Some(0));
    let (status, said, is_empty) = run(rows(1, 85), &[]);
    assert_eq!((status, is_empty), (Some(2), true));
    assert!(said.contains("most rows cannot be used") && said.contains("and 65 more"), "{said}");
    assert!(said.lines().count() < 40, "{said}");
    assert_eq!(run(rows(1, 85), &["--allow-partial"]).0, Some(0));
    let (status, said, _) = run(lines(&[json!({"prompt": "p", "code": "f()"})]), &[]);
    assert_eq!(status, Some(2));
    assert!(said.contains("--model NAME"), "{said}");
}

#[test]
fn files_of_other_kinds_are_named() {
    for (name, bytes, words) in [
        ("table.arrow", &b"ARROW1\0\0rest"[..], "is an Arrow IPC file"),
        ("data.json", b"{\"results\": 1}", "an Inspect log"),
        ("archive.zip", b"PK\x03\x04rest", "is not a valid archive"),
    ] {
        let folder = written(name, bytes);
        let output = rescore(folder.path()).arg(name).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.code() == Some(2) && said.contains(words), "{name}: {said}");
    }
}

#[test]
fn shapes_of_other_versions_are_read() {
    // As the harness wrote samples into its results, by task; some exports hold filtered responses alone.
    let samples = json!({"results": {}, "samples": {"js": [
        {"doc_id": 0, "doc": {"task_id": "JS/0"}, "resps": [[fenced()]]},
        {"doc_id": 1, "doc": {"task_id": "JS/1"}, "filtered_resps": [fenced()]},
    ]}});
    let folder = written("results.json", samples.to_string());
    assert_eq!(outline(&folder, &["results.json", "--model", "m"]), ["m/JS/0/1 code 1", "m/JS/1/1 code 1"]);
    // promptfoo's rows without variables, and its repeats, each with an index of its own and the description in common.
    let row = |index: u32| {
        json!({"testIdx": index, "promptIdx": 0, "promptId": "p", "provider": {"id": "fixture"}, "prompt": {"raw": "x"},
               "testCase": {"description": "find a user"}, "response": {"output": fenced()}, "failureReason": 0})
    };
    let export = json!({"version": 4, "timestamp": "2026-01-01T00:00:00Z", "results": [row(0), row(1)]});
    let folder = written("out.json", export.to_string());
    assert_eq!(outline(&folder, &["out.json"]), ["fixture/find a user/1 code 1", "fixture/find a user/2 code 1"]);
}

#[test]
fn numbers_that_only_python_writes_are_passed_over() {
    let sample = "{\"doc_id\": 0, \"doc\": {\"task_id\": \"a NaN\"}, \"resps\": [[\"f(NaN, -Infinity);\"]], \"score\": NaN, \
                  \"bounds\": [-Infinity, Infinity]}\n";
    let folder = written("org__m/samples_js.jsonl", sample);
    assert_eq!(outline(&folder, &["org__m/samples_js.jsonl"]), ["org/m/a NaN/1 code 0"]);
    let truncated = written("a.jsonl", "{\"model\": NaN");
    rescore(truncated.path()).arg("a.jsonl").assert().code(2);
}
