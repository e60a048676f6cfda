//! `oxsec rescore` from end to end.

mod shared;

use std::{collections::BTreeMap, fs, path::PathBuf};

use assert_cmd::Command;
use oxsec::experiment::{self, Agreement, Columns, Domains, Experiment, Scored};
use oxsec_rules::{RuleSet, Verdict};
use predicates::prelude::*;
use serde_json::{Value, json};

/// Returns a file of the stored experiment, if it exists.
fn stored(name: &str) -> Option<PathBuf> {
    shared::file(&format!("stored/{name}"))
}

fn sample() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("corpus/experiment.json")
}

fn rescore() -> Command {
    let mut command = Command::cargo_bin("oxsec").unwrap();
    command.arg("rescore");
    command
}

fn with_scored<T>(path: PathBuf, check: impl FnOnce(&Experiment, &Scored, &RuleSet) -> T) -> T {
    let experiment = experiment::read(&[path], &Columns::default(), &Domains::default());
    let rules = RuleSet::preset("recommended").unwrap();
    let scored = experiment::score(&experiment, &rules);
    check(&experiment, &scored, &rules)
}

#[test]
fn the_stored_experiment_is_read_whole() {
    let Some(path) = stored("overnight-7iter.json") else { return };
    with_scored(path, |experiment, scored, _| {
        assert_eq!(experiment.problems, []);
        let no_code = |verdict| -> Vec<(&str, usize)> {
            let count = |model: &experiment::ScoredModel| {
                model.answers().filter(|answer| answer.score.verdict == verdict).count()
            };
            scored.models.iter().map(|model| (model.model.name.as_str(), count(model))).collect()
        };
        assert_eq!(
            no_code(Verdict::Unparsable),
            [
                ("opus-4.6", 0),
                ("sonnet-4.5", 0),
                ("haiku-4.5", 17),
                ("gemini-2.5-flash-cli", 2),
                ("gemini-2.5-pro-cli", 2)
            ]
        );
        assert_eq!(
            no_code(Verdict::NoStatement),
            [
                ("opus-4.6", 0),
                ("sonnet-4.5", 0),
                ("haiku-4.5", 3),
                ("gemini-2.5-flash-cli", 0),
                ("gemini-2.5-pro-cli", 0)
            ]
        );
        let attempts: Vec<usize> =
            scored.models.iter().map(|model| model.answers().filter(|answer| answer.is_attempted()).count()).collect();
        assert_eq!(attempts, [91, 87, 68, 89, 101]);
        for model in &scored.models {
            assert_eq!(model.answers().count(), 140);
        }
    });
}

#[test]
fn the_findings_agree_with_the_record() {
    let Some(path) = stored("overnight-7iter.json") else { return };
    with_scored(path, |_, scored, rules| {
        let Agreement { answers, remediations, disagreements } =
            experiment::agreement(scored, |rule| rules.rules().any(|(active, _)| active == rule));
        let mut by_rule: BTreeMap<&str, [usize; 2]> = BTreeMap::new();
        for disagreement in &disagreements {
            for (index, findings) in [&disagreement.lost, &disagreement.gained].into_iter().enumerate() {
                for finding in findings {
                    by_rule.entry(&finding.rule).or_default()[index] += 1;
                }
            }
        }
        assert!(disagreements.is_empty(), "findings lost and gained by rule: {by_rule:#?}");
        assert_eq!((answers.count, answers.total), (700, 700));
        assert_eq!((remediations.count, remediations.total), (436, 436));
    });
}

#[test]
fn the_counts_are_those_that_were_published() {
    let (Some(path), Some(published)) = (stored("overnight-7iter.json"), stored("published.json")) else { return };
    let published: Value = serde_json::from_slice(&fs::read(published).unwrap()).unwrap();
    with_scored(path, |_, scored, _| {
        for model in &scored.models {
            let name = model.model.name.as_str();
            let count =
                |holds: fn(&experiment::ScoredAnswer) -> bool| model.answers().filter(|answer| holds(answer)).count();
            assert_eq!(published["aggregate"][name]["vulnerable"], count(|answer| answer.is_vulnerable()), "{name}");
            assert_eq!(published["remediation"][name]["fixed"], count(|answer| answer.is_fixed()), "{name}");
            let attempted = || model.answers().filter(|answer| answer.is_attempted());
            let found: usize = attempted().map(|answer| answer.score.findings().len()).sum();
            let after: usize = attempted().map(|answer| answer.findings_left()).sum();
            assert_eq!(published["elimination"][name]["found"], found, "{name}");
            assert_eq!(published["elimination"][name]["after"], after, "{name}");
        }
    });
}

#[test]
fn the_domains_are_those_that_were_published() {
    let (Some(path), Some(published)) = (stored("overnight-7iter.json"), stored("published.json")) else { return };
    let published: Value = serde_json::from_slice(&fs::read(published).unwrap()).unwrap();
    for path in [path, sample()] {
        with_scored(path, |experiment, _, _| {
            for model in &experiment.models {
                let mut domains: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
                for prompt in &model.prompts {
                    domains.entry(&prompt.domain).or_default().push(&prompt.id);
                }
                assert_eq!(json!(domains), published["domains"], "{}", model.name);
            }
        });
    }
}

/// Everything but the findings' messages, which are in words of our own.
#[test]
fn json_gives_the_stored_file_back() {
    let Some(path) = stored("overnight-7iter.json") else { return };
    let output = rescore().arg(&path).args(["--format", "json"]).assert().success().get_output().stdout.clone();
    let mut found: Value = serde_json::from_slice(&output).unwrap();
    let mut expected: Value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
    for part in ["summary", "models"] {
        without_messages(&mut found[part]);
        without_messages(&mut expected[part]);
    }
    assert_eq!(found["reading"]["directives"], "obeyed");
    found.as_object_mut().unwrap().remove("reading");
    assert_eq!(found["summary"], expected["summary"]);
    assert!(found == expected, "the summaries are equal, the models are not");
}

fn without_messages(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(without_messages),
        Value::Object(fields) => {
            fields.remove("message");
            fields.remove("status");
            fields.values_mut().for_each(without_messages);
        }
        _ => {}
    }
}

#[test]
fn the_sample_experiment_is_scored() {
    rescore()
        .arg(sample())
        .assert()
        .success()
        .stderr("")
        .stdout(predicate::str::contains("sample-a").and(predicate::str::contains("sample-b")));
    with_scored(sample(), |experiment, scored, _| {
        assert_eq!(experiment.problems, []);
        let verdicts = |verdict| {
            scored
                .models
                .iter()
                .flat_map(|model| model.answers())
                .filter(|answer| answer.score.verdict == verdict)
                .count()
        };
        assert_eq!((verdicts(Verdict::Unparsable), verdicts(Verdict::NoStatement)), (1, 1));
        for model in &scored.models {
            let vulnerable = model.answers().filter(|answer| answer.is_vulnerable()).count();
            assert!(vulnerable > 0 && vulnerable < model.answers().count(), "{}: {vulnerable}", model.model.name);
        }
    });
}

#[test]
fn columns_are_mapped_and_output_goes_to_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let (rows, output) = (folder.path().join("rows.jsonl"), folder.path().join("out.json"));
    fs::write(&rows, r#"{"engine":"m","prompt":"p","completion":"let a = 1;"}"#).unwrap();
    rescore()
        .arg(&rows)
        .args(["--map", "code=completion,model=engine", "--format", "json", "-o"])
        .arg(&output)
        .assert()
        .success()
        .stdout("");
    let value: Value = serde_json::from_slice(&fs::read(output).unwrap()).unwrap();
    assert_eq!(value["models"]["m"]["totalFunctions"], 1);
    assert_eq!(value["models"]["m"]["byPrompt"][0]["iterations"][0]["code"], "let a = 1;");
}

#[test]
fn domains_come_from_a_mapping() {
    let folder = tempfile::tempdir().unwrap();
    let (rows, domains) = (folder.path().join("rows.jsonl"), folder.path().join("domains.json"));
    fs::write(&rows, r#"{"model":"m","prompt":"db-x","code":"let a = 1;"}"#).unwrap();
    fs::write(&domains, r#"{"storage": ["db-*"]}"#).unwrap();
    let output = rescore().arg(&rows).arg("--domains").arg(&domains).args(["--format", "json"]).output().unwrap();
    let value: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(value["models"]["m"]["byPrompt"][0]["domain"], "storage");
    fs::write(&domains, "[]").unwrap();
    rescore()
        .arg(&rows)
        .arg("--domains")
        .arg(&domains)
        .assert()
        .code(2)
        .stderr(predicate::str::contains("is not an object"));
}

#[test]
fn wrong_calls_exit_with_2_and_say_why() {
    let folder = tempfile::tempdir().unwrap();
    let truncated = folder.path().join("truncated.json");
    fs::write(&truncated, r#"{"models": {"a": "#).unwrap();
    let missing = folder.path().join("missing.json");
    for (arguments, message) in [
        (vec![truncated.as_os_str()], "the file is truncated"),
        (vec![missing.as_os_str()], "cannot be read"),
        (vec![folder.path().as_os_str()], "the file is truncated"),
        (vec![truncated.as_os_str(), "--map".as_ref(), "cod=x".as_ref()], "there is no column `cod`"),
        (vec![truncated.as_os_str(), "--preset".as_ref(), "recomended".as_ref()], "there is no preset `recomended`"),
    ] {
        rescore().args(arguments).assert().code(2).stderr(predicate::str::contains(message));
    }
}

#[test]
fn a_bad_file_among_good_ones_is_named_and_the_others_scored() {
    let folder = tempfile::tempdir().unwrap();
    let bad = folder.path().join("bad.json");
    fs::write(&bad, "{}").unwrap();
    rescore()
        .args([&bad, &sample()])
        .assert()
        .code(2)
        .stderr(
            predicate::str::contains("bad.json: this JSON is not an experiment")
                .and(predicate::str::contains("1 file")),
        )
        .stdout(predicate::str::contains("sample-a"));
}

#[test]
fn names_from_the_input_do_not_steer_the_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let rows = folder.path().join("rows.jsonl");
    let row = json!({"model": "m\u{1b}[31m\u{202e}", "prompt": "p", "code": "x"});
    fs::write(&rows, format!("{row}\n{}", r#"{"model":"m","prompt":"p","code":5,"\u001b":1}"#)).unwrap();
    let output = rescore().arg(&rows).output().unwrap();
    for text in [output.stdout, output.stderr] {
        let text = String::from_utf8(text).unwrap();
        assert!(!text.contains(['\u{1b}', '\u{202e}']), "{text:?}");
    }
}

#[test]
fn every_format_gives_the_tables_that_are_asked_for() {
    let sample = sample();
    let output = |arguments: &[&str]| {
        let output = rescore().arg(&sample).args(arguments).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(output(&["--format", "markdown"]).contains("| sample-a |"));
    assert!(output(&["--format", "csv", "--table", "leaderboard"]).starts_with("model,"));
    let tables: Value = serde_json::from_str(&output(&["--format", "json", "--table", "leaderboard"])).unwrap();
    assert_eq!(tables["tables"].as_array().unwrap().len(), 1);
    let stored: Value = serde_json::from_str(&output(&["--format", "json"])).unwrap();
    assert!(stored["models"]["sample-a"]["byPrompt"].is_array());
    assert!(output(&["--format", "html"]).starts_with("<!DOCTYPE html>"));
    assert!(output(&["--group", "one=sample-a,two=sample-b"]).contains("one"));
}

#[test]
fn a_rule_can_be_set_for_a_rescore() {
    let output = rescore().arg(sample()).args(["--preset", "none", "--format", "json"]).output().unwrap();
    let stored: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(stored["models"]["sample-a"]["functionsWithVulnerabilities"], 0);
    let output = rescore()
        .arg(sample())
        .args(["--preset", "none", "--rule", "pg/no-select-all: warn", "--format", "json"])
        .output()
        .unwrap();
    let stored: Value = serde_json::from_slice(&output.stdout).unwrap();
    let rules: Vec<&String> = stored["models"]["sample-a"]["byRule"].as_object().unwrap().keys().collect();
    assert_eq!(rules, ["pg/no-select-all"]);
}
