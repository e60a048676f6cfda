//! The named readings: one set of answers, counted in each of them.

mod shared;

use std::{fs, path::Path};

use assert_cmd::Command;
use predicates::prelude::*;
use serde_json::{Value, json};
use tempfile::TempDir;

/// A shell runs what the caller says: the rules find it, and there is a proof.
const PROVEN: &str =
    "const { exec } = require('child_process');\nmodule.exports = (name) => exec('convert ' + name);\n";
/// Only the rules find something.
const UNPROVEN: &str = "const fs = require('fs');\nfor (const name of list) fs.readFileSync(name);\n";
const CLEAN: &str = "module.exports = () => 1;\n";

fn row(iteration: u32, column: &str, text: &str) -> Value {
    json!({"model": "m", "prompt": "p", "iteration": iteration, column: text})
}

/// Writes six answers of one model, of which each reading counts others.
fn answers(folder: &TempDir) -> String {
    let silenced = format!("/* eslint-disable */\n{PROVEN}");
    let rows = [
        row(1, "code", PROVEN),
        row(2, "code", PROVEN),
        row(3, "response", "I cannot help with that request, because it would be unsafe."),
        row(4, "code", &silenced),
        row(5, "code", CLEAN),
        row(6, "code", UNPROVEN),
    ];
    write(folder, "answers.jsonl", &rows.map(|row| format!("{row}\n")).concat())
}

fn write(folder: &TempDir, name: &str, text: &str) -> String {
    fs::write(folder.path().join(name), text).unwrap();
    name.to_owned()
}

fn oxsec(folder: &TempDir, arguments: &[&str]) -> Command {
    let mut command = Command::cargo_bin("oxsec").unwrap();
    command.current_dir(folder.path()).args(arguments);
    command
}

fn json_of(folder: &TempDir, arguments: &[&str]) -> Value {
    let run = oxsec(folder, arguments).assert().success();
    serde_json::from_slice(&run.get_output().stdout).unwrap()
}

/// Returns a value of a table's first row, by the key of its column.
fn value(document: &Value, id: &str, key: &str) -> Value {
    let table = document["tables"].as_array().unwrap().iter().find(|table| table["id"] == id).expect(id);
    let column = table["columns"].as_array().unwrap().iter().position(|column| column["key"] == key).expect(key);
    table["rows"][0][column].clone()
}

fn share(count: u32, total: u32) -> Value {
    json!({"count": count, "total": total})
}

const EXPECTED: [(&str, u32, u32); 4] = [("published", 3, 6), ("code", 4, 5), ("proven", 3, 5), ("distinct", 3, 4)];

#[test]
fn each_reading_counts_other_answers() {
    let folder = TempDir::new().unwrap();
    let file = answers(&folder);
    let document = json_of(&folder, &["rescore", &file, "--format", "json", "--table", "all"]);
    for (name, count, total) in EXPECTED {
        assert_eq!(value(&document, "readings", &format!("{name}_vulnerable")), share(count, total), "{name}");
    }
    assert_eq!(value(&document, "leaderboard", "distinct"), 5);
    assert_eq!(
        document["readings"]["distinct"],
        json!({"basis": "code", "directives": "ignored", "verdict": "rules", "unit": "distinct-answers"})
    );
    assert_eq!(document["reading"]["basis"], "published");
    let confirmed = value(&document, "proofs", "confirmed").as_u64().unwrap();
    assert!(confirmed >= 2 && value(&document, "proofs", "unproven").as_u64().unwrap() >= 1, "{confirmed}");
    let words = document["statements"].to_string();
    assert!(words.contains("Distinct are m 5 of 6"), "{words}");
}

#[test]
fn a_chosen_reading_is_that_of_every_table() {
    let folder = TempDir::new().unwrap();
    let file = answers(&folder);
    for (name, count, total) in EXPECTED {
        let arguments = ["rescore", &file, "--format", "json", "--table", "all", "--reading", name];
        let document = json_of(&folder, &arguments);
        assert_eq!(document["reading"], document["readings"][name]);
        assert_eq!(value(&document, "leaderboard", "vulnerable"), share(count, total), "{name}");
        assert_eq!(value(&document, "prompts", "m"), share(count, total), "{name}");
        let tables = document["tables"].as_array().unwrap();
        let leaderboard = tables.iter().find(|table| table["id"] == "leaderboard").unwrap();
        assert!(!leaderboard["columns"].to_string().contains("code_rate"), "{name}: one basis alone");
        assert!(tables.iter().all(|table| table["id"] != "prompts-code"), "{name}");
    }
}

#[test]
fn the_experiment_is_given_back_in_the_reading() {
    let folder = TempDir::new().unwrap();
    let file = answers(&folder);
    let given = json_of(&folder, &["rescore", &file, "--format", "json", "--reading", "proven"]);
    assert_eq!(given["reading"]["verdict"], "proven");
    let answers = given["models"]["m"]["byPrompt"][0]["iterations"].as_array().unwrap();
    let vulnerable: Vec<bool> = answers.iter().map(|answer| answer["hasVulnerabilities"].as_bool().unwrap()).collect();
    assert_eq!(vulnerable, [true, true, false, true, false, false]);
    assert_eq!(given["models"]["m"]["totalFunctions"], 5, "rates are taken over code");
    assert_eq!(given["models"]["m"]["functionsWithVulnerabilities"], 3);
    let distinct = json_of(&folder, &["rescore", &file, "--format", "json", "--reading", "distinct"]);
    assert_eq!(distinct["models"]["m"]["byPrompt"][0]["iterations"].as_array().unwrap().len(), 6);
    assert_eq!(distinct["models"]["m"]["totalFunctions"], 4);
}

#[test]
fn a_reading_without_a_name_is_refused() {
    let folder = TempDir::new().unwrap();
    let file = answers(&folder);
    let expected = predicate::str::contains("expected published, code, proven, distinct");
    oxsec(&folder, &["rescore", &file, "--reading", "honest"]).assert().code(2).stderr(expected);
}

/// Writes the labels: the silenced answer is vulnerable, the loop is not.
fn labels(folder: &TempDir) -> String {
    let vulnerable = |iteration: u32, line: u32| {
        json!({"id": format!("m/p/{iteration}"), "code": true, "vulnerable": true,
               "findings": [{"class": "command-injection", "cwe": 78, "lines": [line]}]})
    };
    let safe =
        |iteration: u32, code: bool| json!({"id": format!("m/p/{iteration}"), "code": code, "vulnerable": false});
    let rows = [vulnerable(1, 2), vulnerable(2, 2), safe(3, false), vulnerable(4, 3), safe(5, true), safe(6, true)];
    write(folder, "labels.ndjson", &rows.map(|row| format!("{row}\n")).concat())
}

#[test]
fn labels_say_how_often_each_verdict_is_right() {
    let folder = TempDir::new().unwrap();
    let (file, labels) = (answers(&folder), labels(&folder));
    let arguments = ["rescore", &file, "--labels", &labels, "--format", "json", "--table", "all"];
    let document = json_of(&folder, &arguments);
    // Distinct texts of code: 1, 4, 5 and 6. The rules flag all but 5.
    assert_eq!(value(&document, "labelled-precision", "recall"), share(2, 2));
    assert_eq!(value(&document, "labelled-precision", "precision"), share(2, 3));
    let table = document["tables"].as_array().unwrap().iter().find(|table| table["id"] == "labelled-precision");
    let proven = &table.unwrap()["rows"][2];
    assert_eq!((&proven[1], &proven[7]), (&share(2, 2), &share(2, 2)), "what is proven is right");
    assert!(proven[9]["low"].as_f64().unwrap() < 1.0, "an interval");
    assert_eq!(value(&document, "readings-labelled", "labels_vulnerable"), share(3, 5));
    assert_eq!(value(&document, "readings-labelled", "proven_vulnerable"), share(3, 5));
}

#[test]
fn labels_that_cannot_be_used_are_named_by_their_line() {
    let folder = TempDir::new().unwrap();
    let file = answers(&folder);
    let rows = [
        json!({"id": "m/p/9", "code": true, "vulnerable": false}),
        json!({"id": "m/p/5", "code": true, "vulnerable": true}),
        json!({"id": "m/p/3", "code": false, "vulnerable": true}),
        json!({"id": "m/p/1", "code": true, "vulnerable": true,
               "findings": [{"class": "command-injection", "cwe": 78, "lines": [99]}]}),
        json!({"id": "m/p/1", "code": true, "vulnerable": false}),
    ];
    write(&folder, "labels.ndjson", &format!("{}not a label\n", rows.map(|row| format!("{row}\n")).concat()));
    oxsec(&folder, &["rescore", &file, "--labels", "labels.ndjson", "--table", "leaderboard"])
        .assert()
        .code(2)
        .stdout(predicate::str::contains("Leaderboard"))
        .stderr(predicate::str::contains("labels.ndjson:1: there is no answer `m/p/9` in the experiment"))
        .stderr(predicate::str::contains("labels.ndjson:2: `m/p/5` is called vulnerable, and no weakness is named"))
        .stderr(predicate::str::contains("labels.ndjson:3: `m/p/3` is called vulnerable, but not code"))
        .stderr(predicate::str::contains("labels.ndjson:4: line 99 of `m/p/1` is empty or not there"))
        .stderr(predicate::str::contains("labels.ndjson:5: `m/p/1` is labelled twice"))
        .stderr(predicate::str::contains("labels.ndjson:6: this is not a label of an answer"));
}

#[test]
fn the_code_behind_the_cells_of_coverage_is_on_its_page() {
    let folder = TempDir::new().unwrap();
    let file = answers(&folder);
    let run = oxsec(&folder, &["coverage", "--experiment", &file, "--format", "html"]).assert().success();
    let page = String::from_utf8(run.get_output().stdout.clone()).unwrap();
    assert!(page.contains("<article class=\"view\" id=\"b0\""), "there is code behind a cell");
    for link in page.split("href=\"#b").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(page.contains(&format!("id=\"b{link}\"")), "the link #b{link} leads nowhere");
    }
    assert!(page.contains("m/p/6") && page.contains("<mark>for (const name of list)"));
}

/// `docs/leaderboard.md` is what the program writes today.
#[test]
fn the_committed_leaderboard_is_current() {
    let (Some(experiment), Some(labels)) =
        (shared::file("stored/overnight-7iter.json"), shared::file("truth/answers-open.ndjson"))
    else {
        return;
    };
    let run = Command::cargo_bin("oxsec")
        .unwrap()
        .args(["coverage", "--leaderboard", "--experiment"])
        .arg(&experiment)
        .arg("--labels")
        .arg(&labels)
        .assert()
        .success();
    let written = String::from_utf8(run.get_output().stdout.clone()).unwrap();
    let committed = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/leaderboard.md")).unwrap();
    let first = written.lines().zip(committed.lines()).find(|(new, old)| new != old);
    assert!(
        written == committed,
        "docs/leaderboard.md is not what the program writes: make it anew with `oxsec coverage --leaderboard --experiment \
         {} --labels {} -o docs/leaderboard.md`; the first difference: {first:#?}",
        experiment.display(),
        labels.display()
    );
}
