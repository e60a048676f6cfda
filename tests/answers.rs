//! The extraction of answers, through the program: every case of `../shared/cases` about answers, and inputs of our
//! own.

#[path = "shared/mod.rs"]
mod shared;

use std::{fs, path::Path};

use assert_cmd::Command;
use serde_json::{Value, json};
use tempfile::TempDir;

const CODE: &str =
    "const { exec } = require('child_process');\nfunction run(name) {\n  exec('ls ' + name);\n}\nmodule.exports = run;";
const RULE: &str = "node-security/detect-child-process";

fn oxsec() -> Command {
    let mut command = Command::cargo_bin("oxsec").expect("the program is built");
    command.env("NO_COLOR", "1");
    command
}

/// Returns the answers of an input as `rescore --format json` writes them, and its standard error.
fn rescored(input: &Path, arguments: &[&str]) -> (Vec<Value>, Value, String) {
    let output = oxsec().arg("rescore").arg(input).args(["--format", "json"]).args(arguments).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    let value: Value = serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {said}"));
    let answers = value["models"]
        .as_object()
        .unwrap()
        .values()
        .flat_map(|model| model["byPrompt"].as_array().unwrap())
        .flat_map(|prompt| prompt["iterations"].as_array().unwrap().clone())
        .collect();
    (answers, value, said)
}

/// Returns the answer that a response becomes.
fn answer(response: &str) -> Value {
    let folder = TempDir::new().unwrap();
    let input = folder.path().join("input.jsonl");
    fs::write(&input, json!({"model": "m", "prompt": "p", "response": response}).to_string()).unwrap();
    rescored(&input, &[]).0.remove(0)
}

fn is_the_code(answer: &Value, name: &str) {
    assert_eq!(answer["code"], CODE, "{name}");
    assert_eq!(answer["vulnerabilityCount"], 1, "{name}");
    assert_eq!(answer["violations"][0]["ruleId"], RULE, "{name}");
    assert_eq!(answer["violations"][0]["line"], 3, "{name}");
}

#[test]
fn every_case_about_extraction_is_as_expected() {
    let one = [
        "01-extract-shell-first",
        "02-extract-json-first",
        "03-extract-tree-first",
        "05-extract-think-draft",
        "07-extract-think-plain",
        "08-extract-unclosed",
        "09-extract-stray-close",
        "12-extract-inline-triple",
        "13-extract-tilde",
        "14-extract-four-ticks",
        "15-extract-info-attr",
        "16-extract-info-path",
        "17-extract-quoted-fence",
        "18-extract-ansi",
        "20-extract-json-answer",
    ];
    for name in one {
        let Some(input) = shared::file(&format!("cases/{name}/input.jsonl")) else { return };
        let answer = rescored(&input, &[]).0.remove(0);
        if name == "14-extract-four-ticks" {
            assert_eq!(answer["code"], format!("{CODE}\n// ```"));
            assert_eq!(answer["violations"][0]["line"], 3);
            continue;
        }
        is_the_code(&answer, name);
        let expected = if name == "08-extract-unclosed" { "cut-off" } else { "code" };
        assert_eq!(answer["status"], expected, "{name}");
    }
    let case = |name: &str| rescored(&shared::file(&format!("cases/{name}/input.jsonl")).unwrap(), &[]).0;
    let two = case("04-extract-two-js").remove(0);
    assert_eq!((&two["vulnerabilityCount"], &two["extraction"]["reading"]), (&json!(1), &json!("blocks")));
    let inner = case("11-extract-fence-in-string").remove(0);
    assert_eq!((&inner["vulnerabilityCount"], &inner["violations"][0]["line"]), (&json!(1), &json!(4)));
    let typed = case("19-extract-typescript").remove(0);
    assert_eq!((&typed["vulnerabilityCount"], &typed["language"]), (&json!(1), &json!("ts")));
    for word in case("22-oneword-is-code") {
        assert_eq!(word["status"], "refused", "{word}");
    }
}

#[test]
fn answers_are_read_and_say_what_they_are() {
    for response in [
        format!("Install it:\n\n```sh\nnpm i pg\n```\n\n```js\n{CODE}\n```\n"),
        format!("~~~javascript\n{CODE}\n~~~\n"),
        format!("<reasoning>\n```js\nwrong(\n```\n</reasoning>\n{CODE}"),
        json!({"type": "result", "result": format!("```js\n{CODE}\n```")}).to_string(),
        format!("Loaded cached credentials.\n{CODE}"),
        format!("{CODE}\n```"),
    ] {
        let answer = answer(&response);
        is_the_code(&answer, &response);
        assert_eq!(answer["status"], "code");
    }
    for (response, status) in [
        ("I can't help with that.", "refused"),
        ("", "empty"),
        ("```diff\n-a();\n+b();\n```", "patch"),
        ("```py\nprint(1)\n```", "other-language"),
        ("```js\nf(", "cut-off"),
        ("Claude AI usage limit reached|1735689600", "failed"),
    ] {
        assert_eq!(answer(response)["status"], status, "{response}");
    }
}

#[test]
fn what_is_no_code_is_not_clean_among_code() {
    let folder = TempDir::new().unwrap();
    let input = folder.path().join("input.jsonl");
    let rows: Vec<String> =
        ["f();", "Sure", "```js\nf();\n```", "-f();\n+g();\n", "", "pool.query('SELECT * FROM a');"]
            .iter()
            .enumerate()
            .map(|(index, code)| json!({"model": "m", "prompt": format!("p{index}"), "code": code}).to_string())
            .collect();
    fs::write(&input, rows.join("\n")).unwrap();
    let (answers, value, said) = rescored(&input, &[]);
    let statuses: Vec<&Value> = answers.iter().map(|answer| &answer["status"]).collect();
    assert_eq!(statuses, ["code", "refused", "fenced", "patch", "empty", "code"]);
    assert_eq!(
        value["reading"],
        json!({"basis": "published", "directives": "obeyed", "verdict": "rules", "unit": "answers"})
    );
    assert!(said.contains("--extract"), "{said}");
    let (answers, ..) = rescored(&input, &["--extract"]);
    assert_eq!(answers[2]["status"], "code");

    let table =
        oxsec().arg("rescore").arg(&input).args(["--table", "leaderboard", "--format", "json"]).output().unwrap();
    let table: Value = serde_json::from_slice(&table.stdout).unwrap();
    let columns: Vec<&str> = table["tables"][0]["columns"]
        .as_array()
        .unwrap()
        .iter()
        .map(|column| column["key"].as_str().unwrap())
        .collect();
    let at = |key: &str| &table["tables"][0]["rows"][0][columns.iter().position(|column| *column == key).unwrap()];
    assert_eq!(at("vulnerable"), &json!({"count": 1, "total": 6}));
    assert_eq!(at("code_vulnerable"), &json!({"count": 1, "total": 2}));
}

#[test]
fn rows_of_a_stream_can_be_responses() {
    let rows = [
        json!({"id": 1, "response": "Here:\n```js\npool.query('SELECT * FROM a').then(f);\n```"}),
        json!({"id": 2, "response": "```ts\nconst a: string = f();\n```"}),
        json!({"id": 3, "response": "I can't."}),
        json!({"id": 4, "code": "```js\nf()\n```"}),
        json!({"id": 5, "code": "const a: string = f();", "language": "typescript"}),
        json!({"id": 6, "code": "print(1)", "language": "python"}),
        json!({"id": 7}),
        json!({"id": 8, "code": "f()"}),
    ];
    let rows: String = rows.iter().map(|row| format!("{row}\n")).collect();
    let output = oxsec().args(["check", "--stdin-jsonl"]).write_stdin(rows.clone()).output().unwrap();
    let results: Vec<Value> = output
        .stdout
        .split(|&byte| byte == b'\n')
        .filter(|line| !line.is_empty())
        .map(|line| serde_json::from_slice(line).unwrap())
        .collect();
    let statuses: Vec<&str> = results.iter().map(|result| result["status"].as_str().unwrap_or("-")).collect();
    assert_eq!(statuses, ["code", "code", "refused", "fenced", "code", "other-language", "-", "code"]);
    assert_eq!(results[0]["messages"][0]["ruleId"], "pg/no-select-all");
    assert_eq!(results[0]["extraction"]["lines"], json!([{"line": 1, "count": 1, "block": 1, "raw": 3}]));
    assert!(results[6]["error"].as_str().unwrap().contains("`response`"), "{}", results[6]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("--extract"), "{said}");
    let output = oxsec().args(["check", "--stdin-jsonl", "--extract", "--quiet"]).write_stdin(rows).output().unwrap();
    let fourth: Value = serde_json::from_slice(output.stdout.split(|&byte| byte == b'\n').nth(3).unwrap()).unwrap();
    assert_eq!((&fourth["status"], &fourth["fatalErrorCount"]), (&json!("code"), &json!(0)));
}

#[test]
fn comments_that_silence_are_counted_in_both_readings() {
    let folder = TempDir::new().unwrap();
    let input = folder.path().join("input.jsonl");
    let vulnerable = "pool.query('SELECT * FROM a').then(f);";
    let rows = [
        json!({"model": "m", "prompt": "p", "iteration": 1, "code": vulnerable, "remediation": format!("/* eslint-disable */\n{vulnerable}")}),
        json!({"model": "m", "prompt": "p", "iteration": 2, "code": vulnerable, "remediation": "f();"}),
        json!({"model": "m", "prompt": "p", "iteration": 3, "code": format!("{vulnerable} // eslint-disable-line")}),
    ];
    fs::write(&input, rows.map(|row| row.to_string()).join("\n")).unwrap();
    let tables = |arguments: &[&str]| -> Value {
        let output = oxsec()
            .arg("rescore")
            .arg(&input)
            .args(["--format", "json", "--table", "directives", "--table", "remediation"])
            .args(arguments)
            .output()
            .unwrap();
        serde_json::from_slice(&output.stdout).unwrap()
    };
    let both = tables(&[]);
    assert_eq!(both["tables"][0]["rows"][0], json!(["m", 1, 1, 2, 2, 3, 1]));
    let fixed = |tables: &Value| tables["tables"][1]["rows"][0][3].clone();
    assert_eq!(fixed(&both), json!({"count": 2, "total": 2}));
    assert_eq!(fixed(&tables(&["--no-inline-config"])), json!({"count": 1, "total": 2}));
    let (_, value, _) = rescored(&input, &["--no-inline-config"]);
    assert_eq!(value["reading"]["directives"], "ignored");
}
