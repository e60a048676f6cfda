//! `oxsec coverage`: rules against an experiment, labels, and other tools.

use std::{fs, path::Path};

use assert_cmd::Command;
use predicates::prelude::*;
use serde_json::{Value, json};
use tempfile::TempDir;

mod shared;

fn oxsec() -> Command {
    Command::cargo_bin("oxsec").expect("the program is built")
}

fn write(folder: &TempDir, name: &str, text: &str) {
    let path = folder.path().join(name);
    fs::create_dir_all(path.parent().expect("a folder")).unwrap();
    fs::write(path, text).unwrap();
}

fn tables(output: &[u8]) -> Value {
    serde_json::from_slice(output).expect("tables are JSON")
}

/// The rows of a table, each an object of column keys and values.
fn rows(output: &Value, id: &str) -> Vec<Value> {
    let table = output["tables"].as_array().unwrap().iter().find(|table| table["id"] == id).expect(id);
    let keys: Vec<&str> =
        table["columns"].as_array().unwrap().iter().map(|column| column["key"].as_str().unwrap()).collect();
    let row = |cells: &Value| {
        let cells = cells.as_array().unwrap();
        Value::Object(keys.iter().zip(cells).map(|(key, value)| (key.to_string(), value.clone())).collect())
    };
    table["rows"].as_array().unwrap().iter().map(row).collect()
}

const VULNERABLE: &str =
    "export async function find(db, id) {\n  return await db.query('SELECT a FROM t WHERE id = ' + id);\n}\n";
const SAFE: &str =
    "export async function find(db, id) {\n  return await db.query('SELECT a FROM t WHERE id = $1', [id]);\n}\n";

#[test]
fn folders_and_comments_are_labels() {
    let folder = TempDir::new().unwrap();
    write(&folder, "CWE-89/vulnerable/find.js", VULNERABLE);
    write(&folder, "CWE-89/safe/find.js", SAFE);
    write(
        &folder,
        "marked.js",
        "eval(x); // expect: node-security/detect-eval-with-expression\n// vulnerable: CWE-95\neval(y);\n",
    );
    let run = oxsec().args(["coverage", "--format", "json"]).arg(folder.path()).assert().code(0);
    let output = tables(&run.get_output().stdout);
    let all = rows(&output, "labels-by-set").pop().unwrap();
    assert_eq!(
        (&all["vulnerable"], &all["found"], &all["safe"], &all["flagged"]),
        (&json!(2), &json!(2), &json!(1), &json!(0))
    );
    let pair = &rows(&output, "pairs-told-apart")[0];
    assert_eq!((&pair["pairs"], &pair["told_apart"]), (&json!(1), &json!(1)));
    assert_eq!(rows(&output, "expected")[0]["reported"], 1);
    let rule = rows(&output, "labels-by-rule").into_iter().find(|row| row["rule"] == "pg/no-unsafe-query").unwrap();
    assert_eq!((&rule["found"], &rule["flagged"]), (&json!(1), &json!(0)));
}

#[test]
fn manifests_and_other_tools_stand_beside_each_other() {
    let folder = TempDir::new().unwrap();
    write(&folder, "code/a.js", VULNERABLE);
    write(&folder, "code/b.js", SAFE);
    let labels = [
        json!({"set": "s", "file": "a.js", "kind": "vulnerable", "line": 2, "end": 2, "cwe": [89]}),
        json!({"set": "s", "file": "b.js", "kind": "safe", "line": 2, "end": 2, "cwe": [89]}),
    ];
    write(&folder, "labels.ndjson", &labels.map(|label| format!("{label}\n")).concat());
    let sarif = json!({"version": "2.1.0", "runs": [{
        "tool": {"driver": {"name": "t", "rules": [{"id": "r", "properties": {"tags": ["external/cwe/cwe-089"]}}]}},
        "results": [{"ruleId": "r", "message": {"text": "m"}, "locations": [
            {"physicalLocation": {"artifactLocation": {"uri": "b.js"}, "region": {"startLine": 2}}}]}],
    }]});
    write(&folder, "other.sarif", &sarif.to_string());
    let eslint = json!([{"filePath": folder.path().join("code/a.js"), "messages": [
        {"ruleId": "x/sql", "severity": 2, "line": 2, "column": 1}]}]);
    write(&folder, "other.json", &eslint.to_string());
    write(&folder, "cwe.json", "{\"x/sql\": 89}");
    let run = oxsec()
        .current_dir(folder.path())
        .args(["coverage", "code", "--labels", "labels.ndjson", "--against", "sarif=other.sarif"])
        .args(["--against", "eslint=other.json", "--cwe", "cwe.json", "--format", "json"])
        .assert()
        .code(0);
    let output = tables(&run.get_output().stdout);
    let found: Vec<(Value, Value, Value)> = rows(&output, "tools")
        .into_iter()
        .map(|row| (row["tool"].clone(), row["found"].clone(), row["flagged"].clone()))
        .collect();
    let expected = [("oxsec", 1, 0), ("sarif", 0, 1), ("eslint", 1, 0)];
    assert_eq!(found, expected.map(|(tool, found, flagged)| (json!(tool), json!(found), json!(flagged))));
    let agreement = rows(&output, "agreement");
    assert!(agreement.contains(&json!({"tools": "sarif alone", "vulnerable": 0, "safe": 1})), "{agreement:?}");
    assert!(agreement.contains(&json!({"tools": "oxsec and eslint", "vulnerable": 1, "safe": 0})), "{agreement:?}");
}

#[test]
fn labels_that_cannot_be_used_are_named_and_the_rest_is_measured() {
    let folder = TempDir::new().unwrap();
    write(&folder, "code/a.js", &format!("{VULNERABLE}f(); // expect: pg/no-such-rule\n// safe\n\n"));
    let labels = [
        json!({"file": "a.js", "kind": "vulnerable", "line": 2, "cwe": [89]}),
        json!({"file": "missing.js", "kind": "vulnerable", "line": 1, "cwe": [89]}),
        json!({"file": "../labels.ndjson", "kind": "safe"}),
        json!({"file": "a.js", "kind": "safe", "line": 1, "cwe": [89]}),
        json!({"file": "a.js", "kind": "vulnerable", "line": 1, "cwe": [89]}),
        json!({"file": "a.js", "kind": "maybe"}),
    ];
    write(&folder, "labels.ndjson", &labels.map(|label| format!("{label}\n")).concat());
    oxsec()
        .current_dir(folder.path())
        .args(["coverage", "code", "--labels", "labels.ndjson"])
        .assert()
        .code(2)
        .stderr(predicate::str::contains("labels.ndjson:2: there is no file `missing.js`"))
        .stderr(predicate::str::contains("labels.ndjson:3: there is no file"))
        .stderr(predicate::str::contains(
            "labels.ndjson:5: the place is called vulnerable here and safe at labels.ndjson:4",
        ))
        .stderr(predicate::str::contains("labels.ndjson:6: this is not a label of a place"))
        .stdout(predicate::str::contains("1 labels of places"));
    oxsec()
        .current_dir(folder.path())
        .args(["coverage", "code"])
        .assert()
        .code(2)
        .stderr(predicate::str::contains("a.js:4: there is no rule `pg/no-such-rule`"))
        .stderr(predicate::str::contains("a.js:5: the label is about the next line"));
    write(&folder, "foreign.json", "[{\"filePath\": \"/nowhere/x.js\", \"messages\": []}]");
    oxsec()
        .current_dir(folder.path())
        .args(["coverage", "code", "--labels", "labels.ndjson", "--against", "t=foreign.json"])
        .assert()
        .code(2)
        .stderr(predicate::str::contains("t reports findings in other code than that in code: /nowhere/x.js"));
    write(&folder, "broken.json", "no JSON");
    let lines = [
        json!({"file": "a.js", "kind": "vulnerable", "line": 99, "cwe": [89]}),
        json!({"file": "a.js", "kind": "vulnerable", "line": 6, "cwe": [89]}),
        json!({"file": "a.js", "kind": "vulnerable", "line": 2, "cwe": [89]}),
    ];
    write(&folder, "lines.ndjson", &lines.map(|label| format!("{label}\n")).concat());
    oxsec()
        .current_dir(folder.path())
        .args(["coverage", "code", "--labels", "lines.ndjson", "--against", "t=broken.json"])
        .assert()
        .code(2)
        .stdout(predicate::str::contains("1 labels of places"))
        .stderr(predicate::str::contains("lines.ndjson:1: `a.js` has no line 99"))
        .stderr(predicate::str::contains("lines.ndjson:2: line 6 of `a.js` is empty"))
        .stderr(predicate::str::contains("t is left out: `broken.json` is not JSON"));
}

const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus/experiment.json");

#[test]
fn an_experiment_says_what_its_rules_did() {
    let run = oxsec().args(["coverage", "--experiment", SAMPLE, "--format", "json"]).assert().code(0);
    let output = tables(&run.get_output().stdout);
    assert!(!rows(&output, "fired").is_empty() && !rows(&output, "never").is_empty());
    let fired = rows(&output, "fired").len();
    assert!(output["statements"][0].as_str().unwrap().starts_with(&format!("{fired} of 58 active rules fired")));
}

#[test]
fn a_sample_is_judged_and_read_back() {
    let folder = TempDir::new().unwrap();
    for name in ["review.md", "review.csv", "review.html"] {
        oxsec()
            .current_dir(folder.path())
            .args(["coverage", "--experiment", SAMPLE, "--sample", "12", "-o", name])
            .assert()
            .code(0);
    }
    let markdown = fs::read_to_string(folder.path().join("review.md")).unwrap();
    assert_eq!(markdown.matches("\nverdict:\n").count(), 12);
    // Alternately right and wrong.
    let mut index = 0;
    let judged: Vec<String> = markdown
        .lines()
        .map(|line| {
            if line != "verdict:" {
                return line.to_owned();
            }
            index += 1;
            format!("verdict: {}", if index % 2 == 0 { "right" } else { "wrong" })
        })
        .collect();
    write(&folder, "review.md", &judged.join("\n"));
    let run = oxsec()
        .current_dir(folder.path())
        .args(["coverage", "--experiment", SAMPLE, "--reviewed", "review.md", "--format", "json"])
        .assert()
        .code(0);
    let output = tables(&run.get_output().stdout);
    let totals: u64 = rows(&output, "reviewed").iter().map(|row| row["judged"].as_u64().unwrap()).sum();
    let right: u64 = rows(&output, "reviewed").iter().map(|row| row["right"].as_u64().unwrap()).sum();
    assert_eq!((totals, right), (12, 6));
    assert!(!rows(&output, "adjusted").is_empty());

    let csv = fs::read_to_string(folder.path().join("review.csv")).unwrap();
    assert!(csv.starts_with("id,rule,message,code,verdict\n"));
    oxsec()
        .current_dir(folder.path())
        .args(["coverage", "--experiment", SAMPLE, "--reviewed", "review.csv"])
        .assert()
        .code(2)
        .stderr(predicate::str::contains("holds no verdict"));
    write(&folder, "wrong.csv", "id,rule,message,code,verdict\na,r,,,right\nb,r,,,yes\n");
    oxsec()
        .current_dir(folder.path())
        .args(["coverage", "--experiment", SAMPLE, "--reviewed", "wrong.csv"])
        .assert()
        .code(2)
        .stderr(predicate::str::contains("wrong.csv:3: `yes` is not a verdict"));
}

#[test]
fn the_stored_experiment_shows_what_was_disputed() {
    let Some(stored) = shared::file("stored/overnight-7iter.json") else { return };
    let run = oxsec().args(["coverage", "--format", "json", "--experiment"]).arg(&stored).assert().code(0);
    let output = tables(&run.get_output().stdout);
    assert_eq!(rows(&output, "fired").len(), 20);
    let pairs: Vec<(Value, Value)> = rows(&output, "pairs")
        .into_iter()
        .filter(|row| row["same"] == "yes")
        .map(|row| (row["first"].clone(), row["second"].clone()))
        .collect();
    for (first, second) in [
        ("node-security/detect-non-literal-fs-filename", "node-security/no-arbitrary-file-access"),
        ("secure-coding/no-unsafe-deserialization", "secure-coding/no-xxe-injection"),
    ] {
        assert!(pairs.contains(&(json!(first), json!(second))), "{first} and {second}: {pairs:?}");
    }
    let labels = Path::new(&stored).ancestors().nth(2).unwrap().join("truth/answers-open.ndjson");
    let run = oxsec()
        .args(["coverage", "--format", "json", "--experiment"])
        .arg(&stored)
        .arg("--labels")
        .arg(labels)
        .assert()
        .code(0);
    let output = tables(&run.get_output().stdout);
    let all = rows(&output, "labelled-answers").pop().unwrap();
    assert_eq!(all["recall"], json!({"count": 136, "total": 216}));
    assert_eq!(all["alarms"], json!({"count": 92, "total": 193}));
}
