//! The edges of `oxsec check`'s command line, as ESLint has them.

#[path = "shared/mod.rs"]
mod shared;

mod program;

use std::{fs, path::Path, process::Stdio};

use predicates::prelude::*;
use serde_json::{Value, json};
use tempfile::TempDir;

use program::{folder, oxsec};

const VULNERABLE: &str = "const rows = await pool.query('SELECT * FROM users');\n";
const ERROR: &str = "const { exec } = require('child_process');\nfunction run(name) { exec('ls ' + name); }\n";

fn check(folder: &TempDir, arguments: &[&str]) -> (Option<i32>, Value, String) {
    let output =
        oxsec(folder.path()).args(["check", "--format", "json"]).args(arguments).output().expect("the program runs");
    let results = serde_json::from_slice(&output.stdout).unwrap_or_default();
    (output.status.code(), results, String::from_utf8_lossy(&output.stderr).into_owned())
}

/// Returns the names of the files that were checked, relative to the folder.
fn names(folder: &TempDir, arguments: &[&str]) -> Vec<String> {
    let (_, results, _) = check(folder, arguments);
    let root = folder.path().canonicalize().unwrap();
    let name = |result: &Value| {
        let path = result["filePath"].as_str().unwrap().to_owned();
        Path::new(&path).strip_prefix(&root).unwrap_or(Path::new(&path)).display().to_string()
    };
    results.as_array().unwrap().iter().map(name).collect()
}

#[test]
fn a_quoted_glob_means_the_files_that_match() {
    let folder = folder(&[
        ("src/a.js", "f()"),
        ("src/deep/b.js", "f()"),
        ("src/deep/c.ts", "f()"),
        ("src/notes.md", "no"),
        ("src/node_modules/d.js", "f()"),
        ("src/left.js", "f()"),
        (".gitignore", "left.js\n"),
        ("src/[id].js", "f()"),
    ]);
    assert_eq!(names(&folder, &["src/**/*.js"]), ["src/[id].js", "src/a.js", "src/deep/b.js"]);
    assert_eq!(names(&folder, &["./src/*/*.{js,ts}"]), ["src/deep/b.js", "src/deep/c.ts"]);
    assert_eq!(names(&folder, &["src/*"]), ["src/[id].js", "src/a.js"]);
    assert_eq!(names(&folder, &["src/?.js", "src/a.js"]), ["src/a.js"]);
    assert_eq!(names(&folder, &["src/*.md"]), ["src/notes.md"]);
    assert_eq!(names(&folder, &["--no-ignore", "src/l*.js"]), ["src/left.js"]);
    // A name that happens to look like a glob is that file.
    assert_eq!(names(&folder, &["src/[id].js"]), ["src/[id].js"]);
    let (status, _, said) = check(&folder, &["nosuch/**/*.js"]);
    assert_eq!(status, Some(2));
    assert!(said.contains("no file matches the glob"), "{said}");
    let (status, _, said) = check(&folder, &["src/{a.js"]);
    assert_eq!(status, Some(2));
    assert!(said.contains("is invalid"), "{said}");
}

#[test]
fn one_file_under_several_spellings_is_one_result_without_dots() {
    let folder = folder(&[("src/a.js", "f()"), ("b.js", "f()")]);
    let whole = folder.path().canonicalize().unwrap().join("src/a.js").display().to_string();
    let spellings = ["src/a.js", "./src/a.js", "src/../src/a.js", "src//a.js", "src", "src/*.js", &whole];
    assert_eq!(names(&folder, &spellings), ["src/a.js"]);
    let (_, results, _) = check(&folder, &["src/../b.js"]);
    assert!(!results[0]["filePath"].as_str().unwrap().contains(".."), "{results}");
}

#[test]
fn a_path_that_gives_nothing_makes_the_status_2_and_the_rest_is_checked() {
    let folder = folder(&[("a.js", VULNERABLE), ("empty/readme.md", "")]);
    for wrong in ["nosuch.js", "empty", "no/*.js"] {
        let (status, results, said) = check(&folder, &[wrong, "a.js"]);
        assert_eq!(status, Some(2), "{wrong}");
        assert_eq!(results.as_array().unwrap().len(), 2, "{wrong}");
        assert!(said.contains("1 path was not checked"), "{said}");
        let checked =
            results.as_array().unwrap().iter().any(|result| result["messages"][0]["ruleId"] == "pg/no-select-all");
        assert!(checked, "{wrong}: {results}");
        assert_eq!(check(&folder, &[wrong]).0, Some(2), "{wrong}");
    }
}

#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_read_makes_the_status_2() {
    use std::os::unix::fs::{PermissionsExt, symlink};

    let folder = folder(&[("a.js", "f()"), ("b.js", "f()")]);
    symlink("gone.js", folder.path().join("dangling.js")).unwrap();
    assert_eq!(check(&folder, &["a.js", "dangling.js"]).0, Some(2));
    let file = folder.path().join("b.js");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o0)).unwrap();
    if fs::read(&file).is_ok() {
        eprintln!("SKIPPED: this user reads everything");
        return;
    }
    for arguments in [&["b.js"][..], &["a.js", "b.js"], &["."]] {
        let (status, results, _) = check(&folder, arguments);
        assert_eq!(status, Some(2), "{arguments:?}");
        let said = results.as_array().unwrap().iter().any(|result| {
            result["messages"][0]["message"].as_str().unwrap_or_default().starts_with("The file cannot be read: ")
        });
        assert!(said, "{results}");
    }
}

#[test]
fn quiet_leaves_results_without_errors_out() {
    let folder = folder(&[("error.js", ERROR), ("warned.js", VULNERABLE), ("clean.js", "f()")]);
    assert_eq!(check(&folder, &["--quiet", "warned.js", "clean.js"]).1, json!([]));
    assert_eq!(names(&folder, &["--quiet", "."]), ["error.js"]);
    let (status, results, _) = check(&folder, &["--quiet", "--max-warnings", "0", "warned.js"]);
    assert_eq!((status, results), (Some(1), json!([])), "what is left out counts all the same");
}

#[test]
fn max_warnings_of_minus_one_allows_any_number() {
    let folder = folder(&[("a.js", VULNERABLE)]);
    assert_eq!(check(&folder, &["--max-warnings=-1", "a.js"]).0, Some(0));
    assert_eq!(check(&folder, &["--max-warnings", "-1", "a.js"]).0, Some(0));
    assert_eq!(check(&folder, &["--max-warnings", "0", "a.js"]).0, Some(1));
}

#[test]
fn a_rule_that_does_not_run_here_can_be_switched_off() {
    let folder = folder(&[("a.js", "f()")]);
    let status = |rule: &str| check(&folder, &["--rule", rule, "a.js"]);
    assert_eq!(status("no-eval: off").0, Some(0));
    assert_eq!(status("{'no-eval': 0, semi: [off, always]}").0, Some(0));
    assert_eq!(status("react/no-danger: off").0, Some(0));
    assert_eq!(status("@typescript-eslint/no-explicit-any: off").0, Some(0));
    assert_eq!(status("no-eval: error").0, Some(0));
    let (code, _, said) = status("semi: error");
    assert_eq!(code, Some(2));
    let said = said.split_whitespace().filter(|word| *word != "│").collect::<Vec<_>>().join(" ");
    assert!(said.contains("`semi` is a rule of ESLint's own that oxsec does not run"), "{said}");
    // A misspelt name of a rule that does run here is still said.
    assert_eq!(status("pg/no-selct-all: off").0, Some(2));
    assert_eq!(status("no-evil: off").0, Some(2));
}

#[test]
fn deprecated_rules_that_apply_are_in_every_result() {
    let folder = folder(&[("a.js", "f()"), ("bad.js", "const = 1")]);
    let deprecated = json!([{
        "ruleId": "secure-coding/no-insecure-comparison",
        "replacedBy": ["@see eslint-plugin-crypto/no-timing-unsafe-compare"],
    }]);
    let (_, results, _) = check(&folder, &["a.js", "bad.js"]);
    assert_eq!(results[0]["usedDeprecatedRules"], deprecated);
    assert_eq!(results[1]["usedDeprecatedRules"], deprecated);
    let (_, results, _) = check(&folder, &["--rule", "secure-coding/no-insecure-comparison: off", "a.js"]);
    assert_eq!(results[0]["usedDeprecatedRules"], json!([]));
}

#[test]
fn standard_input_without_a_name_is_text_and_nothing_stands_around_it() {
    let folder = TempDir::new().unwrap();
    let result = |arguments: &[&str]| -> Value {
        let output = oxsec(folder.path())
            .args(["check", "--format", "json", "--preset", "all", "--stdin"])
            .args(arguments)
            .write_stdin("const path = require('path');\n")
            .output()
            .unwrap();
        serde_json::from_slice(&output.stdout).unwrap()
    };
    assert_eq!(result(&[])[0]["filePath"], "<text>");
    assert_eq!(result(&[])[0]["messages"], json!([]));
    let named = result(&["--stdin-filename", "src/../b.js"]);
    assert_eq!(named[0]["filePath"], folder.path().canonicalize().unwrap().join("b.js").display().to_string());
    assert_eq!(named[0]["messages"], json!([]));
}

#[test]
fn ignore_files_above_the_repository_do_not_count() {
    let outer = folder(&[
        (".gitignore", "a.js\n"),
        (".ignore", "b.js\n"),
        (".oxsecignore", "c.js\n"),
        ("repository/.git/HEAD", "ref: refs/heads/main\n"),
        ("repository/.oxsecignore", "d.js\n"),
        ("repository/sub/.gitignore", "e.js\n"),
        ("repository/sub/a.js", "f()"),
        ("repository/sub/b.js", "f()"),
        ("repository/sub/c.js", "f()"),
        ("repository/sub/d.js", "f()"),
        ("repository/sub/e.js", "f()"),
        ("plain/a.js", "f()"),
        ("plain/z.js", "f()"),
        ("dist/z.js", "f()"),
    ]);
    let files = ["a.js", "b.js", "c.js"].map(|name| format!("repository/sub/{name}"));
    assert_eq!(names(&outer, &["repository"]), files);
    assert_eq!(names(&outer, &["repository/sub"]), files);
    assert_eq!(names(&outer, &["repository/sub/*.js"]), files);
    // Without a repository the ignore files of the current folder count, also for the folders in it.
    assert_eq!(names(&outer, &["plain"]), ["plain/z.js"]);
    // A named folder is searched even where it is ignored itself.
    fs::write(outer.path().join(".gitignore"), "dist/\n").unwrap();
    assert_eq!(names(&outer, &["dist"]), ["dist/z.js"]);
    assert!(!names(&outer, &["."]).contains(&"dist/z.js".to_owned()));
}

#[test]
fn no_inline_config_makes_findings_count_whatever_comments_say() {
    let silenced = [
        "/* eslint-disable */\nnew RegExp(x);\n",
        "new RegExp(x); // eslint-disable-line\n",
        "// eslint-disable-next-line -- trusted\nnew RegExp(x);\n",
        "/* eslint secure-coding/detect-non-literal-regexp: off, no-eval: off */\nnew RegExp(x);\n",
    ];
    for code in silenced {
        let folder = folder(&[("a.js", code)]);
        let rule = ["--preset", "none", "--rule", "secure-coding/detect-non-literal-regexp: error", "a.js"];
        assert_eq!(check(&folder, &rule).0, Some(0), "{code}");
        let (status, results, _) = check(&folder, &[&["--no-inline-config"], &rule[..]].concat());
        assert_eq!(status, Some(1), "{code}");
        assert_eq!(results[0]["messages"].as_array().unwrap().len(), 1, "{code}");
        assert_eq!(results[0]["suppressedMessages"], json!([]), "{code}");
        let output = oxsec(folder.path())
            .args(["check", "--stdin-jsonl", "--no-inline-config"])
            .args(&rule[..4])
            .write_stdin(format!("{}\n", json!({"id": 1, "code": code})))
            .output()
            .unwrap();
        let row: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(row["errorCount"], 1, "{code}");
    }
}

#[test]
fn a_call_without_a_command_is_told_what_to_type() {
    let folder = folder(&[("a b.js", "f()"), ("src/a.js", "f()")]);
    let said = |arguments: &[&str], meant: &str| {
        oxsec(folder.path()).args(arguments).assert().code(2).stderr(predicate::str::contains(meant));
    };
    said(&["a b.js"], "oxsec check 'a b.js'\n");
    said(&["src"], "oxsec check src\n");
    said(&["nosuch/x.ts"], "oxsec check nosuch/x.ts\n");
    said(&["--preset", "all", "src"], "oxsec check --preset all src\n");
    said(&["--format", "json", "--stdin"], "oxsec check --format json --stdin\n");
    said(&["chekc"], "unrecognized subcommand");
    said(&["--no-such-flag", "src"], "unexpected argument");
}

#[cfg(unix)]
#[test]
fn a_standard_error_that_nobody_reads_is_no_panic() {
    let folder = folder(&[("a.js", VULNERABLE)]);
    for arguments in [
        &["check", "--format", "json", "--max-warnings", "0", "a.js"][..],
        &["check", "--format", "json", "nosuch.js", "a.js"],
        &["check", "nosuch.js"],
        &["rescore", "nosuch.json"],
        &["a.js"],
        &["check", "--nosuch"],
    ] {
        let expected = oxsec(folder.path()).args(arguments).output().unwrap();
        // A pipe whose reading end is closed.
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let status = std::process::Command::new(assert_cmd::cargo::cargo_bin("oxsec"))
            .args(arguments)
            .current_dir(folder.path())
            .stdout(Stdio::null())
            .stderr(writer)
            .status()
            .unwrap();
        assert_eq!(status.code(), expected.status.code(), "{arguments:?}");
    }
}

/// The cases of the shared folder that are about the command line's edges.
#[test]
fn every_case_about_edges_is_as_expected() {
    let run = |name: &str, arguments: &[&str]| -> Option<(Option<i32>, Value)> {
        let case = shared::file(&format!("cases/{name}/expected"))?;
        let (status, results) = {
            let output = oxsec(case.parent()?).args(["check", "--format", "json"]).args(arguments).output().unwrap();
            (output.status.code(), serde_json::from_slice::<Value>(&output.stdout).unwrap_or_default())
        };
        Some((status, results))
    };
    let Some(quiet) = run("35-quiet-results", &["--quiet", "--rule", "node-security/lock-file: off", "a.js"]) else {
        return;
    };
    assert!(quiet.1.as_array().unwrap().iter().all(|result| result["errorCount"] != 0), "{quiet:?}");
    assert_eq!(run("36-glob-quoted", &["src/**/*.js"]).unwrap().1.as_array().unwrap().len(), 1);
    let missing = run("38-missing-among", &["nosuch.js", "a.js"]).unwrap();
    assert_eq!((missing.0, missing.1.as_array().unwrap().len()), (Some(2), 2));
    let silenced = run("42-no-inline-config", &["--no-inline-config", "a.js"]).unwrap();
    let said = silenced.1[0]["messages"].as_array().unwrap().iter();
    assert!(said.clone().any(|message| message["ruleId"] == "secure-coding/detect-non-literal-regexp"), "{silenced:?}");
    assert_eq!(
        run("43-max-warnings-minus-1", &["--max-warnings=-1", "--rule", "node-security/lock-file: off", "a.js"])
            .unwrap()
            .0,
        run("43-max-warnings-minus-1", &["--rule", "node-security/lock-file: off", "a.js"]).unwrap().0
    );
    let nameless = shared::file("cases/46-stdin-no-name/a.js").unwrap();
    let output = oxsec(nameless.parent().unwrap())
        .args(["check", "--stdin", "--format", "json"])
        .write_stdin(fs::read(&nameless).unwrap())
        .output()
        .unwrap();
    assert_eq!(serde_json::from_slice::<Value>(&output.stdout).unwrap()[0]["filePath"], "<text>");
    assert_ne!(run("44-rule-core-off", &["--rule", "no-eval: off", "a.js"]).unwrap().0, Some(2));
    assert_eq!(
        run("45-used-deprecated", &["a.js"]).unwrap().1[0]["usedDeprecatedRules"],
        json!([{"ruleId": "secure-coding/no-insecure-comparison", "replacedBy": ["@see eslint-plugin-crypto/no-timing-unsafe-compare"]}])
    );
}
