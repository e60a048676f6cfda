//! Every format, as the program writes it.

mod program;

use std::{fs, path::Path};

use assert_cmd::Command;
use oxsec::format::FORMATS;
use regex::Regex;
use serde_json::Value;
use tempfile::TempDir;

const CODE: &str = "const rows = await pool.query('SELECT * FROM users WHERE id = ' + req.params.id);
eval(code); // eslint-disable-line node-security/detect-eval-with-expression -- a calculator
const löwe = '𝒳'; /* eslint-disable-line */
if (token === secret) grant();
";

/// Makes a folder with code that causes some of everything: errors, warnings, suppressed, a fix, a parse error, no
/// finding.
fn folder() -> TempDir {
    program::folder(&[("src/a.js", CODE), ("src/<b>.js", "let = 1"), ("src/c.js", "f()\n"), (".git/x", "")])
}

fn oxsec(folder: &Path, arguments: &[&str]) -> String {
    let output = program::oxsec(folder).arg("check").args(arguments).output().unwrap();
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn every_format_is_as_it_was() {
    let folder = folder();
    let root = folder.path().canonicalize().unwrap();
    let pages = Regex::new(r#""markdown":"(\\.|[^"\\])*""#).unwrap();
    for (info, _) in FORMATS {
        let text = oxsec(&root, &["--format", info.name, "--statistics", "src"]);
        let shown = text
            .replace(root.to_str().unwrap(), "/folder")
            .replace(&format!("semanticVersion\":\"{}", env!("CARGO_PKG_VERSION")), "semanticVersion\":\"VERSION")
            .replace(&format!("oxsec {}", env!("CARGO_PKG_VERSION")), "oxsec VERSION");
        // A rule's page is not the format's.
        let shown = pages.replace_all(&shown, "\"markdown\":\"PAGE\"");
        insta::assert_snapshot!(info.name, shown);
    }
}

#[test]
fn formats_of_json_are_json() {
    let folder = folder();
    for name in ["json", "json-with-metadata", "gitlab", "rdjson", "sarif"] {
        for path in ["src", "src/c.js"] {
            let text = oxsec(folder.path(), &["--format", name, path]);
            serde_json::from_str::<Value>(&text).unwrap_or_else(|error| panic!("{name}: {error}\n{text}"));
        }
    }
    for line in oxsec(folder.path(), &["--format", "jsonl", "src"]).lines() {
        assert!(serde_json::from_str::<Value>(line).unwrap()["filePath"].is_string());
    }
}

#[test]
fn several_formats_are_written_in_one_run() {
    let folder = folder();
    let shown = oxsec(folder.path(), &["-f", "unix", "-f", "sarif=out.sarif", "-f", "json=out.json", "src"]);
    assert!(shown.contains("pg/no-unsafe-query"), "{shown}");
    let read = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
    assert_eq!(read("out.json"), oxsec(folder.path(), &["-f", "json", "src"]));
    assert_eq!(read("out.sarif"), oxsec(folder.path(), &["-f", "sarif", "src"]));
}

#[test]
fn sarif_is_of_the_schema_and_in_runs_that_github_takes() {
    let folder = folder();
    let sarif: serde_sarif::sarif::Sarif =
        serde_json::from_str(&oxsec(folder.path(), &["--format", "sarif", "src"])).unwrap();
    assert_eq!(sarif.runs.len(), 1);
    let calls = "pool.query('SELECT * FROM a');\n".repeat(13_000);
    fs::write(folder.path().join("many.js"), calls).unwrap();
    let text = oxsec(folder.path(), &["--format", "sarif", "many.js"]);
    let sarif: Value = serde_json::from_str(&text).unwrap();
    let runs = sarif["runs"].as_array().unwrap();
    let lengths: Vec<usize> = runs.iter().map(|run| run["results"].as_array().unwrap().len()).collect();
    assert_eq!(lengths, [25_000, 1_000]);
    assert_eq!(runs[1]["automationDetails"]["id"], "oxsec/2");
    assert!(runs.iter().all(|run| run["tool"]["driver"]["rules"].as_array().unwrap().len() == 2));
}

#[test]
fn a_format_that_is_misspelt_is_named() {
    let output = Command::cargo_bin("oxsec").unwrap().args(["check", "-f", "stylsh"]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("did you mean `stylish`?"));
}

#[test]
fn an_output_that_cannot_be_written_leaves_no_half_file() {
    let folder = folder();
    fs::write(folder.path().join("old.json"), "old").unwrap();
    let mut command = Command::cargo_bin("oxsec").unwrap();
    let arguments = ["check", "-f", "json=old.json", "-f", "json=absent/new.json", "src"];
    let output = command.current_dir(folder.path()).args(arguments).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("absent/new.json"));
    assert_eq!(fs::read_to_string(folder.path().join("old.json")).unwrap(), "old");
    let names: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(names.iter().all(|name| !name.to_string_lossy().starts_with(".oxsec-")), "{names:?}");
}
