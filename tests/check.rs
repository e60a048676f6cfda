//! `oxsec check`, through the program.

mod program;

use std::{fs, io::Read, path::Path, process::Stdio};

use assert_cmd::Command;
use predicates::prelude::*;
use serde_json::Value;
use tempfile::TempDir;

use program::{folder, oxsec};

const VULNERABLE: &str = "const rows = await pool.query('SELECT * FROM users');\n";

fn json(command: &mut Command) -> Value {
    let output = command.output().unwrap();
    serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stderr)))
}

#[test]
fn json_is_eslints_to_the_field() {
    let folder = folder(&[("a.js", VULNERABLE)]);
    let results = json(oxsec(folder.path()).args(["check", "--format", "json", "a.js"]));
    let result = &results[0];
    let fields: Vec<&String> = result.as_object().unwrap().keys().collect();
    assert_eq!(
        fields,
        [
            "filePath",
            "messages",
            "suppressedMessages",
            "errorCount",
            "fatalErrorCount",
            "warningCount",
            "fixableErrorCount",
            "fixableWarningCount",
            "source",
            "usedDeprecatedRules"
        ]
    );
    assert!(Path::new(result["filePath"].as_str().unwrap()).is_absolute());
    assert_eq!(result["source"], VULNERABLE);
    let message = &result["messages"][0];
    assert_eq!(message["ruleId"], "pg/no-select-all");
    assert_eq!(message["messageId"], "noSelectAll");
    assert_eq!(message["nodeType"], "Literal");
    assert_eq!(
        [&message["severity"], &message["line"], &message["column"], &message["endLine"], &message["endColumn"]],
        [1, 1, 31, 1, 52]
    );
    assert!(message["message"].as_str().unwrap().contains("\n   Fix: "));
}

#[test]
fn results_are_sorted_by_path_and_folders_are_searched() {
    let folder = folder(&[
        ("b/two.mjs", "f()"),
        ("a.js", "f()"),
        ("b/one.ts", "let a: string"),
        ("node_modules/x.js", "f()"),
        ("ignored.js", "f()"),
        (".gitignore", "ignored.js\n"),
        ("text.md", "no"),
    ]);
    let names = |arguments: &[&str]| -> Vec<String> {
        let results = json(oxsec(folder.path()).args(arguments));
        results
            .as_array()
            .unwrap()
            .iter()
            .map(|result| {
                let path = Path::new(result["filePath"].as_str().unwrap());
                path.strip_prefix(folder.path().canonicalize().unwrap()).unwrap_or(path).display().to_string()
            })
            .map(|name| name.rsplit_once(".tmp").map_or(name.clone(), |(_, rest)| rest.to_string()))
            .collect()
    };
    let ends = |names: Vec<String>, expected: &[&str]| {
        assert_eq!(names.len(), expected.len(), "{names:?}");
        for (name, end) in names.iter().zip(expected) {
            assert!(name.ends_with(end), "{names:?}");
        }
    };
    ends(names(&["check", "--format", "json", "."]), &["a.js", "b/one.ts", "b/two.mjs"]);
    ends(
        names(&["check", "--format", "json", "--no-ignore", "."]),
        &["a.js", "b/one.ts", "b/two.mjs", "ignored.js", "node_modules/x.js"],
    );
}

#[test]
fn files_outside_of_the_current_folder_are_checked_like_others() {
    let (here, there) = (TempDir::new().unwrap(), folder(&[("a.js", VULNERABLE)]));
    for path in [there.path().to_path_buf(), there.path().join("a.js")] {
        let results = json(oxsec(here.path()).args(["check", "--format", "json"]).arg(path));
        assert_eq!(results[0]["messages"][0]["ruleId"], "pg/no-select-all", "{results}");
    }
}

#[test]
fn the_exit_status_is_eslints() {
    let folder = folder(&[("clean.js", "f()"), ("warned.js", VULNERABLE), ("wrong.js", "let = 1")]);
    let status = |arguments: &[&str]| oxsec(folder.path()).arg("check").args(arguments).output().unwrap().status.code();
    assert_eq!(status(&["clean.js"]), Some(0));
    assert_eq!(status(&["--rule", "pg/no-floating-query: off", "warned.js"]), Some(0));
    assert_eq!(status(&["--rule", "pg/no-select-all: error", "warned.js"]), Some(1));
    assert_eq!(status(&["--max-warnings", "0", "warned.js"]), Some(1));
    assert_eq!(status(&["--max-warnings", "1", "warned.js"]), Some(0));
    assert_eq!(status(&["wrong.js"]), Some(1));
    assert_eq!(status(&["absent.js"]), Some(2));
    assert_eq!(status(&["--preset", "nothing", "clean.js"]), Some(2));
    assert_eq!(status(&["--no-such-flag"]), Some(2));
}

#[test]
fn standard_input_goes_by_the_name_that_it_is_given() {
    let folder = folder(&[]);
    let typed = "const a: string = 'x';";
    let results = |name: &str| {
        json(
            oxsec(folder.path())
                .args(["check", "--format", "json", "--stdin", "--stdin-filename", name])
                .write_stdin(typed),
        )
    };
    assert_eq!(results("a.ts")[0]["fatalErrorCount"], 0);
    assert_eq!(results("a.js")[0]["fatalErrorCount"], 1);
    assert!(results("sub/a.ts")[0]["filePath"].as_str().unwrap().ends_with("sub/a.ts"));
}

#[test]
fn directives_suppress_and_say_why() {
    let folder = folder(&[(
        "a.js",
        "pool.query('SELECT * FROM a').then(f); // eslint-disable-line pg/no-select-all -- a report\n",
    )]);
    let results = json(oxsec(folder.path()).args(["check", "--format", "json", "--preset", "none"]).args([
        "--rule",
        "pg/no-select-all: error",
        "a.js",
    ]));
    assert_eq!(results[0]["messages"].as_array().unwrap().len(), 0);
    let suppressed = &results[0]["suppressedMessages"][0];
    assert_eq!(suppressed["ruleId"], "pg/no-select-all");
    assert_eq!(suppressed["suppressions"][0]["kind"], "directive");
    assert_eq!(suppressed["suppressions"][0]["justification"], "a report");
}

#[test]
fn what_is_wrong_with_the_call_is_named() {
    let folder = folder(&[("a.js", "f()"), ("docs/readme.md", "text")]);
    let fails = |arguments: &[&str], words: &[&str]| {
        let output = oxsec(folder.path()).arg("check").args(arguments).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let said = String::from_utf8(output.stderr).unwrap();
        let said = said.split_whitespace().filter(|word| *word != "│").collect::<Vec<_>>().join(" ");
        for word in words {
            assert!(said.contains(word), "{arguments:?}: {said}");
        }
    };
    fails(&["absent.js"], &["absent.js"]);
    fails(&["docs"], &["docs", "no files to check"]);
    fails(&["--rule", "pg/no-selct-all: error", "a.js"], &["pg/no-selct-all", "did you mean `pg/no-select-all`"]);
    fails(&["--rule", "pg/no-select-all: loud", "a.js"], &["loud", "warn"]);
    fails(&["--rule", "pg/no-select-all", "a.js"], &["pg/no-select-all", "ID: severity"]);
    fails(&["--rule", "pg/no-select-all: [error, {a: 1}]", "a.js"], &["pg/no-select-all", "takes no options"]);
    fails(
        &["--rule", "secure-coding/no-hardcoded-credentials: [error, {minLenght: 3}]", "a.js"],
        &["secure-coding/no-hardcoded-credentials", "minLenght", "minLength"],
    );
    fails(
        &["--rule", "secure-coding/no-hardcoded-credentials: [error, {minLength: long}]", "a.js"],
        &["secure-coding/no-hardcoded-credentials", "long"],
    );
}

#[test]
fn one_bad_file_among_many_is_its_own_message() {
    let folder = folder(&[("good.js", VULNERABLE), ("empty.js", "")]);
    fs::write(folder.path().join("bytes.js"), b"f('\xff\xfe');").unwrap();
    let results = json(oxsec(folder.path()).args(["check", "--format", "json"]).args([
        "good.js",
        "empty.js",
        "bytes.js",
        "absent.js",
    ]));
    let fatal = |name: &str| {
        let result = results
            .as_array()
            .unwrap()
            .iter()
            .find(|result| result["filePath"].as_str().unwrap().ends_with(name))
            .unwrap();
        result["fatalErrorCount"].as_u64().unwrap()
    };
    assert_eq!(["good.js", "empty.js", "bytes.js", "absent.js"].map(fatal), [0, 0, 0, 1]);
}

#[test]
fn limits_can_be_set_and_hold_for_each_text_alone() {
    let folder =
        folder(&[("long.js", &"x;".repeat(100)), ("deep.js", "((((((((((((x))))))))))))"), ("fine.js", VULNERABLE)]);
    let limits = ["--max-bytes", "100", "--max-depth", "10"];
    let results = json(oxsec(folder.path()).args(["check", "--format", "json", "."]).args(limits));
    let said: Vec<&str> = (0..3).map(|at| results[at]["messages"][0]["message"].as_str().unwrap()).collect();
    assert!(said[0].contains("more than 10 levels deep"), "{said:?}");
    assert!(said[1].starts_with("CWE-1049 "), "{said:?}");
    assert!(said[2].contains("200 bytes long, more than the 100"), "{said:?}");
    let rows = r#"{"id":1,"code":"((((((((((((x))))))))))))"}"#;
    let answer = json(oxsec(folder.path()).args(["check", "--stdin-jsonl"]).args(limits).write_stdin(rows));
    assert_eq!(answer["fatalErrorCount"], 1);
    let rows = r#"{"id":1,"code":"if (a) { if (b) { if (c) { pool.query(sql) } } }"}"#;
    let steps = ["check", "--stdin-jsonl", "--max-steps", "5"];
    let answer = json(oxsec(folder.path()).args(steps).write_stdin(rows));
    assert!(answer["messages"][0]["message"].as_str().unwrap().contains("more than 5 steps"), "{answer}");
    let rows = format!(r#"{{"id":1,"filename":"a.ts","code":"{}"}}"#, "let a: A<b>;".repeat(20_000));
    for (stack, is_enough) in [("100000000", false), ("2000000000", true)] {
        let command = ["check", "--stdin-jsonl", "--max-stack", stack];
        let answer = json(oxsec(folder.path()).args(command).write_stdin(rows.clone()));
        assert_eq!(answer["fatalErrorCount"] == 0, is_enough, "{answer}");
        assert_eq!(
            answer.to_string().contains("more than 100000000 bytes of stack are enough for"),
            !is_enough,
            "{answer}"
        );
    }
}

/// As a shell or a cluster limits it, with `ulimit -v`.
#[cfg(target_os = "linux")]
#[test]
fn where_memory_is_scarce_a_text_has_less_stack_but_its_findings() {
    let types = "let a: A<b>;".repeat(60_000);
    let folder = folder(&[("flat.js", &"pool.query(sql + a);\n".repeat(20_000)), ("types.ts", &types)]);
    let check = |limit: &str| {
        let mut command = Command::new("sh");
        let script = format!("{limit}; exec \"$0\" check --format json --jobs 2 .");
        json(command.args(["-c", &script, env!("CARGO_BIN_EXE_oxsec")]).current_dir(folder.path()))
    };
    let (scarce, ample) = (check("ulimit -v 2000000"), check("true"));
    assert_eq!(scarce[0]["fatalErrorCount"], 0);
    assert_eq!(scarce[0], ample[0]);
    assert_eq!(ample[1]["fatalErrorCount"], 0);
    let message = scarce[1]["messages"][0]["message"].as_str().unwrap();
    assert!(message.contains("bytes of stack, more than the system provides"), "{message}");
}

#[test]
fn standard_input_over_the_limit_is_refused_with_its_size() {
    let folder = folder(&[]);
    let command = ["check", "--stdin", "--format", "json", "--max-bytes", "100"];
    let results = json(oxsec(folder.path()).args(command).write_stdin("x;".repeat(1_000_000)));
    let message = results[0]["messages"][0]["message"].as_str().unwrap();
    assert!(message.contains("2000000 bytes long, more than the 100"), "{message}");
    let results = json(oxsec(folder.path()).args(command).write_stdin(" ".repeat(100)));
    assert_eq!(results[0]["messages"].as_array().unwrap().len(), 0);
}

#[test]
fn many_files_are_written_in_order_whatever_batch_they_are_in() {
    let names: Vec<String> = (0..9_000).map(|number| format!("{number:04}.js")).collect();
    let code = |number: usize| if number.is_multiple_of(3) { VULNERABLE.to_owned() } else { ";".repeat(number % 7) };
    let files: Vec<_> = names.iter().enumerate().map(|(number, name)| (name.as_str(), code(number))).collect();
    let files: Vec<_> = files.iter().map(|(name, code)| (*name, code.as_str())).collect();
    let folder = folder(&files);
    let results = json(oxsec(folder.path()).args(["check", "--format", "json", "--jobs", "3", "."]));
    let results = results.as_array().unwrap();
    assert_eq!(results.len(), names.len());
    for (number, (name, result)) in names.iter().zip(results).enumerate() {
        assert!(result["filePath"].as_str().unwrap().ends_with(name.as_str()), "{name}: {}", result["filePath"]);
        assert_eq!(result["messages"].as_array().unwrap().is_empty(), !number.is_multiple_of(3), "{name}");
    }
}

#[test]
fn a_file_over_the_limit_is_not_even_read() {
    let folder = folder(&[("fine.js", VULNERABLE)]);
    // A terabyte, of which nothing is on the disk.
    fs::File::create(folder.path().join("huge.js")).unwrap().set_len(1 << 40).unwrap();
    let results = json(oxsec(folder.path()).args(["check", "--format", "json", "."]));
    assert_eq!(results[0]["messages"][0]["ruleId"], "pg/no-select-all");
    assert!(results[1]["messages"][0]["message"].as_str().unwrap().contains("1099511627776 bytes long"), "{results}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_no_unicode_leaves_the_other_files_alone() {
    use std::{ffi::OsStr, os::unix::ffi::OsStrExt};

    let folder = folder(&[("fine.js", VULNERABLE)]);
    fs::write(folder.path().join(OsStr::from_bytes(b"odd\xFF.js")), VULNERABLE).unwrap();
    let results = json(oxsec(folder.path()).args(["check", "--format", "json", "."]));
    assert_eq!(results[0]["messages"], results[1]["messages"]);
    assert!(results[1]["filePath"].as_str().unwrap().ends_with("odd\u{FFFD}.js"), "{results}");
}

#[test]
fn results_can_go_to_a_file() {
    let folder = folder(&[("a.js", VULNERABLE)]);
    oxsec(folder.path())
        .args(["check", "--format", "json", "-o", "out.json", "a.js"])
        .assert()
        .stdout(predicate::str::is_empty());
    let written: Value = serde_json::from_slice(&fs::read(folder.path().join("out.json")).unwrap()).unwrap();
    assert_eq!(written[0]["warningCount"], 1);
    oxsec(folder.path())
        .args(["check", "-o", "no/such/folder/out.json", "a.js"])
        .assert()
        .code(2)
        .stderr(predicate::str::contains("no/such/folder/out.json"));
}

#[test]
fn people_are_shown_code_caret_reason_and_help() {
    let folder = folder(&[("a.js", "pool.query('SELECT * FROM \u{202e}users').then(f)\n")]);
    let output = oxsec(folder.path()).args(["check", "--format", "pretty", "a.js"]).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    for part in ["pg/no-select-all (CWE-1049, medium)", ":1:12]", "───", "help: ", "1 problem (0 errors, 1 warning)"]
    {
        assert!(text.contains(part), "{part} in {text}");
    }
    assert!(!text.contains('\u{202e}'), "what changes the direction of text is shown as what it is");
}

#[test]
fn sarif_holds_findings_with_their_rules() {
    let folder = folder(&[("a.js", VULNERABLE)]);
    let sarif = json(oxsec(folder.path()).args(["check", "--format", "sarif", "a.js"]));
    let run = &sarif["runs"][0];
    assert_eq!(sarif["version"], "2.1.0");
    assert_eq!(run["results"][0]["ruleId"], "pg/no-select-all");
    assert_eq!(run["results"][0]["locations"][0]["physicalLocation"]["region"]["startColumn"], 31);
    assert_eq!(run["tool"]["driver"]["rules"][0]["id"], "pg/no-select-all");
}

#[test]
fn a_reader_that_goes_away_is_a_quiet_end() {
    let files: Vec<(String, String)> = (0..5_000).map(|index| (format!("{index}.js"), VULNERABLE.repeat(50))).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let folder = folder(&files);
    let mut child = std::process::Command::new(assert_cmd::cargo::cargo_bin("oxsec"))
        .args(["check", "--format", "json", "."])
        .current_dir(folder.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdout.take().unwrap().read_exact(&mut [0; 100]).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_eq!(output.status.code(), Some(141));
}
