//! ESLint's command line, recorded from ESLint itself: its own rules, namespaces, suppressions, the shape of its JSON.

mod program;

use std::{collections::BTreeMap, fs, path::Path};

use serde_json::{Value, json};

use program::{folder, run as oxsec};

/// Returns the results of a check as JSON, by file relative to the folder.
fn results(folder: &Path, arguments: &[&str]) -> (i32, BTreeMap<String, Value>) {
    let (status, out, said) = oxsec(folder, &[&["check", "--format", "json"], arguments].concat());
    let root = folder.canonicalize().unwrap();
    let results: Vec<Value> = serde_json::from_str(&out).unwrap_or_else(|error| panic!("{error}: {said}"));
    let named = results.into_iter().map(|result| {
        let path = Path::new(result["filePath"].as_str().unwrap()).to_path_buf();
        (path.strip_prefix(&root).unwrap_or(&path).display().to_string(), result)
    });
    (status, named.collect())
}

/// Returns `file: rule severity line:column, …` of each file.
fn findings(folder: &Path, arguments: &[&str]) -> Vec<String> {
    let finding = |message: &Value| {
        let rule = message["ruleId"].as_str().unwrap_or("-");
        format!("{rule} {} {}:{}", message["severity"], message["line"], message["column"])
    };
    let line = |(name, result): (&String, &Value)| {
        let messages = result["messages"].as_array().unwrap().iter().map(finding);
        format!("{name}: {}", messages.collect::<Vec<_>>().join(", "))
    };
    results(folder, arguments).1.iter().map(line).collect()
}

const CONFIG: &str = r#"import { defineConfig } from "eslint/config";
import coding from "eslint-plugin-secure-coding";

export default defineConfig([
  { ignores: ["dist/"] },
  {
    plugins: { sec: coding },
    languageOptions: { globals: { window: "readonly", setTimeout: false, setInterval: "off" } },
    rules: {
      "no-eval": ["error", { allowIndirect: false }],
      "no-implied-eval": "error",
      "no-new-func": 1,
      "no-script-url": 1,
      "no-var": "error",
      "no-alert": "off",
      "sec/detect-non-literal-regexp": "error",
      "sec/no-improper-type-validation": "off",
    },
    linterOptions: { reportUnusedInlineConfigs: "warn" },
  },
  { files: ["lib/**"], rules: { "no-eval": ["warn", { allowIndirect: true }], "sec/detect-non-literal-regexp": 0 } },
]);
"#;

const FILES: &[(&str, &str)] = &[
    ("eslint.config.mjs", CONFIG),
    (
        "src/a.js",
        r#"/* eslint no-eval: error, no-alert: off, sec/no-improper-type-validation: off, no-console: off */
/* eslint no-new-func: [warn] */
export function f(code, pattern) {
  eval(code);
  window.eval(code);
  global.eval(code);
  setTimeout("go()", 1);
  setInterval("go()", 1);
  const make = new Function(code);
  location.href = "javascript:go()";
  return [make, new RegExp(pattern)];
}
"#,
    ),
    (
        "src/b.js",
        r"/* global global, setInterval: writable */
export const g = (code, pattern) => {
  global.eval(code);
  setInterval(`go()`);
  eval(code); // eslint-disable-line no-eval -- it is a calculator
  // eslint-disable-next-line sec/detect-non-literal-regexp
  const one = new RegExp(pattern);
  // eslint-disable-next-line secure-coding/detect-non-literal-regexp
  const other = new RegExp(pattern);
  return [one, other]; // eslint-disable-line no-script-url, @/no-eval
};
",
    ),
    ("lib/c.js", "export const h = (code, pattern) => [(0, eval)(code), eval(code), new RegExp(pattern)];\n"),
    (
        "lib/d.js",
        r#"/* eslint @/no-eval: "error" */
/* eslint no-eval: ["warn", { allowIndirect: true }] */
/* eslint no-eval: ["loud"] */
/* eslint no-implied-eval: ["error", 1] */
/* global x: loud */
export const h = (code) => [(0, eval)(code)];
"#,
    ),
    ("lib/e.js", "const = 1;\n"),
];

/// The report of ESLint 9.39.2 with eslint-plugin-secure-coding 3.1.3 for `.` in this folder.
const RECORDED: &[&str] = &[
    "eslint.config.mjs: ",
    "lib/c.js: no-eval 1 1:55",
    "lib/d.js: - 1 2:1, - 2 3:1, no-implied-eval 2 4:1, - 2 5:1, @/no-eval 2 6:33",
    "lib/e.js: - 2 1:7",
    "src/a.js: - 1 1:1, - 1 1:1, - 1 1:1, - 1 1:1, - 1 2:1, no-eval 2 4:3, no-eval 2 5:10, no-implied-eval 2 7:3, no-new-func 1 9:16, no-script-url 1 10:19, sec/detect-non-literal-regexp 2 11:17",
    "src/b.js: no-eval 2 3:10, no-implied-eval 2 4:3, secure-coding/detect-non-literal-regexp 2 8:3, sec/detect-non-literal-regexp 2 9:17, - 1 10:24",
];

#[test]
fn eslints_own_rules_and_namespaces_are_as_recorded() {
    let folder = folder(FILES);
    assert_eq!(findings(folder.path(), &["."]), RECORDED);
    let (_, results) = results(folder.path(), &["src"]);
    let suppressed: Vec<&Value> =
        results["src/b.js"]["suppressedMessages"].as_array().unwrap().iter().map(|it| &it["ruleId"]).collect();
    assert_eq!(suppressed, ["no-eval", "sec/detect-non-literal-regexp"]);
    let said: Vec<&Value> =
        results["src/a.js"]["messages"].as_array().unwrap().iter().take(5).map(|it| &it["message"]).collect();
    assert_eq!(
        said,
        [
            "Unused inline config ('no-eval' is already configured to 'error').",
            "Unused inline config ('no-alert' is already configured to 'off').",
            "Unused inline config ('sec/no-improper-type-validation' is already configured to 'off').",
            "Unused inline config ('no-console' is not enabled so can't be turned off).",
            "Unused inline config ('no-new-func' is already configured to 'warn').",
        ]
    );
}

#[test]
fn what_is_known_of_a_rule_is_known_under_another_namespace_too() {
    let folder = folder(FILES);
    let (_, sarif, _) = oxsec(folder.path(), &["check", "--format", "sarif", "src/a.js", "lib/d.js"]);
    let sarif: Value = serde_json::from_str(&sarif).unwrap();
    let rules = sarif["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap();
    let tags = |id: &str| &rules.iter().find(|rule| rule["id"] == id).unwrap()["properties"]["tags"][1];
    assert_eq!(tags("sec/detect-non-literal-regexp"), "external/cwe/cwe-1333");
    assert_eq!(tags("@/no-eval"), "external/cwe/cwe-95");
    let (_, json, _) = oxsec(folder.path(), &["check", "--format", "json-with-metadata", "src/a.js"]);
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["metadata"]["rulesMeta"]["sec/detect-non-literal-regexp"]["cwe"], "CWE-1333");
}

#[test]
fn nothing_is_said_of_comments_for_rules_that_eslint_alone_runs() {
    let config = "import react from 'eslint-plugin-react';\nexport default [{ plugins: { react }, rules: { semi: 2, 'react/no-danger': 2 } }];";
    let code = "f() // eslint-disable-line semi, react/no-danger\ng() // eslint-disable-line quotes, react/jsx-key\n";
    let folder = folder(&[("eslint.config.mjs", config), ("a.js", code)]);
    // Directives for rules that are off are unused; those for rules that are on may have something to suppress.
    assert_eq!(findings(folder.path(), &["a.js"]), ["a.js: - 1 2:5"]);
    let open = "import react from 'eslint-plugin-react';\nexport default [react.configs.flat.recommended, { plugins: { react } }];";
    fs::write(folder.path().join("eslint.config.mjs"), open).unwrap();
    assert_eq!(findings(folder.path(), &["a.js"]), ["a.js: "]);
}

#[test]
fn eslints_own_rules_run_where_they_are_switched_on_and_count_in_no_rate() {
    let folder = folder(&[("a.js", "eval(x);\n"), ("b.js", "/* eslint no-eval: 1 */\neval(x);\n")]);
    let names = |arguments: &[&str]| findings(folder.path(), &[&["--preset", "none"], arguments].concat());
    assert_eq!(names(&["."]), ["a.js: ", "b.js: no-eval 1 2:1"]);
    assert_eq!(names(&["--rule", "no-eval: error", "a.js"]), ["a.js: no-eval 2 1:1"]);
    for preset in ["all", "ecosystem", "oxsec"] {
        let (_, results) = results(folder.path(), &["--preset", preset, "a.js"]);
        assert!(!results["a.js"].to_string().contains("\"no-eval\""), "{preset}");
    }
    let toml = "preset = 'none'\n[rules]\nno-script-url = 'error'\n'pg/*' = 'warn'\n";
    fs::write(folder.path().join("oxsec.toml"), toml).unwrap();
    fs::write(folder.path().join("c.js"), "x = 'javascript:1'; pool.query('SELECT * FROM a');\n").unwrap();
    let found = findings(folder.path(), &["c.js"]);
    assert!(found[0].contains("no-script-url 2 1:5") && found[0].contains("pg/no-select-all 1"), "{found:?}");
    let row = |code: &str| format!("{}\n", json!({"model": "m", "prompt": "p", "response": code}));
    fs::write(
        folder.path().join("answers.jsonl"),
        row("```js\n/* eslint no-eval: error */\nconst f = (x) => eval(x);\nf(1);\n```"),
    )
    .unwrap();
    let (status, tables, said) =
        oxsec(folder.path(), &["rescore", "answers.jsonl", "--preset", "none", "--format", "json"]);
    assert_eq!(status, 0, "{said}");
    assert!(!tables.contains("no-eval\","), "{tables}");
}

#[test]
fn global_variables_of_the_call_and_of_a_package_count() {
    let folder = folder(&[
        ("a.js", "window.eval(x); setTimeout('f()');\n"),
        (
            "eslint.config.mjs",
            "import globals from 'globals';\nexport default [{ languageOptions: { globals: { ...globals.browser } }, rules: { 'no-eval': 2, 'no-implied-eval': 2 } }];\n",
        ),
    ]);
    assert_eq!(findings(folder.path(), &["a.js"]), ["a.js: no-eval 2 1:8, no-implied-eval 2 1:17"]);
    assert_eq!(findings(folder.path(), &["--global", "setTimeout:off", "a.js"]), ["a.js: no-eval 2 1:8"]);
    let rules = ["--preset", "none", "--rule", "no-eval: 2, no-implied-eval: 2", "a.js"];
    assert_eq!(findings(folder.path(), &rules), ["a.js: "]);
    let found = findings(folder.path(), &[&["--global", "window,setTimeout"], &rules[..]].concat());
    assert_eq!(found, ["a.js: no-eval 2 1:8, no-implied-eval 2 1:17"]);
}

#[test]
fn an_asterisk_in_a_rule_means_all_that_match() {
    let code = "pool.query('SELECT * FROM a');\nconst re = new RegExp(x);\n";
    let folder = folder(&[("a.js", code)]);
    let rules = |rule: &str| -> Vec<String> {
        let (_, results) = results(folder.path(), &["--rule", "node-security/lock-file: off", "--rule", rule, "a.js"]);
        let messages = results["a.js"]["messages"].as_array().unwrap().iter();
        messages.map(|message| format!("{} {}", message["ruleId"].as_str().unwrap(), message["severity"])).collect()
    };
    assert!(rules("pg/*: off").iter().all(|rule| rule.starts_with("secure-coding/")));
    assert!(rules("pg/*: warn").contains(&"pg/no-select-all 1".to_owned()));
    assert!(rules("*/no-select-all: error").contains(&"pg/no-select-all 2".to_owned()));
    let (status, _, said) = oxsec(folder.path(), &["check", "--rule", "pq/*: off", "a.js"]);
    assert_ne!(status, 2, "of a plugin that is not here, as ESLint: {said}");
    let (status, _, said) = oxsec(folder.path(), &["check", "--rule", "pg/nosuch-*: error", "a.js"]);
    assert_eq!(status, 2);
    assert!(said.contains("there is no rule `pg/nosuch-*`"), "{said}");
}

/// Random patterns in `files`, `ignores`, `basePath` and on the command line, with what ESLint 9.39.2 checks with which
/// rules.
#[test]
fn patterns_mean_what_they_mean_to_eslint() {
    let recorded: Value = serde_json::from_str(include_str!("eslint/patterns.json")).unwrap();
    let code = recorded["code"].as_str().unwrap();
    let paths = recorded["files"].as_array().unwrap().iter().map(|path| (path.as_str().unwrap(), code));
    let folder = folder(&paths.collect::<Vec<_>>());
    for case in recorded["cases"].as_array().unwrap() {
        fs::write(folder.path().join("config.mjs"), case["config"].as_str().unwrap()).unwrap();
        let arguments = case["arguments"].as_array().unwrap().iter().map(|argument| argument.as_str().unwrap());
        let arguments: Vec<&str> = ["--config", "config.mjs"].into_iter().chain(arguments).collect();
        let (_, mut results) = results(folder.path(), &arguments);
        results.remove("config.mjs");
        let said = |message: &Value| match message["ruleId"].as_str() {
            Some(rule) => format!("{rule} {}", message["severity"]),
            None if message["line"].is_null() => "ignored".to_owned(),
            None => "fatal".to_owned(),
        };
        let found = results.into_iter().map(|(name, result)| {
            let mut messages: Vec<String> = result["messages"].as_array().unwrap().iter().map(said).collect();
            messages.sort();
            (name, messages.join(", "))
        });
        assert_eq!(json!(found.collect::<BTreeMap<_, _>>()), case["expected"], "{}", case["config"]);
    }
}

#[test]
fn comments_that_the_configuration_takes_the_effect_from_are_warned_of() {
    let config = "export default [{ rules: { 'no-eval': 'error' }, linterOptions: { noInlineConfig: true } }];";
    let code = "/* eslint no-eval: off */\neval(x); // eslint-disable-line no-eval\n// a comment\n";
    let folder = folder(&[("eslint.config.mjs", config), ("a.js", code)]);
    assert_eq!(findings(folder.path(), &["a.js"]), ["a.js: - 1 1:1, no-eval 2 2:1, - 1 2:10"]);
    let (_, results) = results(folder.path(), &["a.js"]);
    let message = &results["a.js"]["messages"][2];
    let said =
        "'// eslint-disable-line no-eval' has no effect because you have 'noInlineConfig' setting in your config.";
    assert_eq!((&message["message"], &message["endColumn"]), (&said.into(), &40.into()));
    assert_eq!(findings(folder.path(), &["--no-inline-config", "a.js"]), ["a.js: no-eval 2 2:1"]);
}

/// Statuses, results and the file after each call, as ESLint 9.39.2 gave them.
#[test]
fn suppressions_are_as_recorded() {
    let config = "export default [{ rules: { 'no-eval': 'error', 'no-script-url': 'error', 'no-new-func': 'warn' } }];";
    let folder = folder(&[
        ("eslint.config.mjs", config),
        ("src/a.js", "eval(a);\neval(b);\nnew Function(c);\n"),
        ("b.js", "x = 'javascript:1'; eval(x);\n"),
    ]);
    let path = folder.path();
    let file =
        || fs::read_to_string(path.join("eslint-suppressions.json")).unwrap_or_default().replace(['\n', ' '], "");
    let run = |arguments: &[&str]| -> (i32, Vec<String>) {
        let (status, results) = results(path, arguments);
        let ids = |messages: &Value| -> Vec<String> {
            let id = |message: &Value| message["ruleId"].as_str().unwrap().to_owned();
            messages.as_array().unwrap().iter().map(id).collect()
        };
        let line = |(name, result): (&String, &Value)| {
            for suppressed in result["suppressedMessages"].as_array().unwrap() {
                assert_eq!(suppressed["suppressions"], json!([{"kind": "file", "justification": ""}]));
            }
            let left = ids(&result["messages"]).join(" ");
            format!("{name}: {left} | {} | {}", ids(&result["suppressedMessages"]).join(" "), result["errorCount"])
        };
        let shown = results.iter().filter(|(name, _)| *name != "eslint.config.mjs");
        (status, shown.map(line).collect())
    };
    let lines = |lines: &[&str]| lines.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>();

    let all = ["b.js: no-script-url no-eval |  | 2", "src/a.js: no-eval no-eval no-new-func |  | 2"];
    assert_eq!(run(&["src", "b.js"]), (1, lines(&all)));
    assert_eq!(file(), "");
    let of_rule = ["b.js: no-script-url | no-eval | 1", "src/a.js: no-new-func | no-eval no-eval | 0"];
    assert_eq!(run(&["src", "b.js", "--suppress-rule", "no-eval"]), (1, lines(&of_rule)));
    assert_eq!(file(), r#"{"b.js":{"no-eval":{"count":1}},"src/a.js":{"no-eval":{"count":2}}}"#);
    assert_eq!(run(&["."]), (1, lines(&of_rule)));
    let isolated: Vec<String> = run(&["--isolate", "."]).1;
    assert_eq!(isolated, lines(&of_rule));

    fs::write(path.join("src/a.js"), "eval(a);\n").unwrap();
    let fewer = ["b.js: no-script-url | no-eval | 1", "src/a.js:  | no-eval | 0"];
    assert_eq!(run(&["."]), (2, lines(&fewer)), "what does not occur any more");
    assert_eq!(run(&["--isolate", "."]).0, 2);
    assert_eq!(run(&["src/a.js", "--pass-on-unpruned-suppressions"]), (0, lines(&fewer[1..])));
    let (_, _, said) = oxsec(path, &["check", "."]);
    assert!(said.contains("--prune-suppressions"), "{said}");
    assert_eq!(run(&[".", "--prune-suppressions"]), (1, lines(&fewer)));
    assert_eq!(file(), r#"{"b.js":{"no-eval":{"count":1}},"src/a.js":{"no-eval":{"count":1}}}"#);
    fs::remove_file(path.join("b.js")).unwrap();
    assert_eq!(run(&[".", "--prune-suppressions"]).0, 0);
    assert_eq!(file(), r#"{"src/a.js":{"no-eval":{"count":1}}}"#);

    fs::write(path.join("src/a.js"), "eval(a);eval(b)\n").unwrap();
    assert_eq!(run(&["."]), (1, lines(&["src/a.js: no-eval no-eval |  | 2"])), "more than are let be");
    assert_eq!(run(&[".", "--suppress-all"]), (0, lines(&["src/a.js:  | no-eval no-eval | 0"])));
    let written = fs::read_to_string(path.join("eslint-suppressions.json")).unwrap();
    assert_eq!(written, "{\n  \"src/a.js\": {\n    \"no-eval\": {\n      \"count\": 2\n    }\n  }\n}");
    fs::remove_file(path.join("eslint-suppressions.json")).unwrap();
    assert_eq!(run(&[".", "--prune-suppressions"]).0, 1);
    assert_eq!(fs::read_to_string(path.join("eslint-suppressions.json")).unwrap(), "{\n}");
    assert_eq!(run(&["--no-suppressions", "."]).0, 1);
    assert_eq!(run(&[".", "--suppress-all", "--suppressions-location", "known.json"]).0, 0);
    assert_eq!(run(&[".", "--suppressions-location", "known.json"]).0, 0);

    fs::write(path.join("broken.json"), "{").unwrap();
    for (arguments, expected) in [
        (&["--suppressions-location", "absent.json"][..], "absent.json"),
        (&["--suppressions-location", "broken.json"], "broken.json"),
        (&["--suppressions-location", "src"], "is a folder"),
        (&["--suppress-all", "--suppressions-location", "no/such/x.json"], "no/such/x.json"),
        (&["--suppress-all", "--prune-suppressions"], "cannot be used with"),
        (&["--suppress-all", "--suppress-rule", "no-eval"], "cannot be used with"),
    ] {
        let (status, _, said) = oxsec(path, &[&["check", "src"], arguments].concat());
        assert_eq!(status, 2, "{arguments:?}: {said}");
        assert!(said.contains(expected), "{arguments:?}: {said}");
    }
    let (status, _, said) = oxsec(path, &["check", "--stdin", "--suppress-all"]);
    assert_eq!(status, 2, "{said}");
}

/// Returns a value with the names of types in place of its contents; names of fields are sorted.
fn shape(value: &Value) -> Value {
    match value {
        Value::Null => "null".into(),
        Value::Bool(_) => "boolean".into(),
        Value::Number(_) => "number".into(),
        Value::String(_) => "string".into(),
        Value::Array(items) => items.iter().map(shape).collect(),
        Value::Object(fields) => {
            let sorted: BTreeMap<&String, Value> = fields.iter().map(|(name, value)| (name, shape(value))).collect();
            json!(sorted)
        }
    }
}

/// Returns the same of recorded values, which already consist of names of types.
fn sorted(value: &Value) -> Value {
    match value {
        Value::Array(items) => items.iter().map(sorted).collect(),
        Value::Object(fields) => {
            let sorted: BTreeMap<&String, Value> = fields.iter().map(|(name, value)| (name, sorted(value))).collect();
            json!(sorted)
        }
        name => name.clone(),
    }
}

/// Every kind of message that there is has the fields of ESLint 9 and 10, in their types.
#[test]
fn json_has_the_fields_of_eslints_in_the_same_types() {
    let recorded: Value = serde_json::from_str(include_str!("eslint/shapes.json")).unwrap();
    let config = |plugin: bool| {
        let rules = if plugin {
            "'secure-coding/no-insecure-comparison': 2, 'secure-coding/no-redos-vulnerable-regex': 2,"
        } else {
            ""
        };
        format!(
            "import coding from 'eslint-plugin-secure-coding';\nexport default [{{ ignores: ['ignored.js'] }}, {{ \
             plugins: {{ 'secure-coding': coding }}, linterOptions: {{ reportUnusedInlineConfigs: 'warn' }}, \
             rules: {{ 'no-eval': 2, {rules} }} }}];"
        )
    };
    let files: Vec<(&str, &str)> = recorded["files"]
        .as_object()
        .unwrap()
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str().unwrap()))
        .collect();
    let folder = folder(&files);
    for (version, plugin) in [("9", true), ("10", false)] {
        fs::write(folder.path().join("eslint.config.mjs"), config(plugin)).unwrap();
        let expected = recorded[version].as_object().unwrap();
        let names: Vec<&str> = expected.keys().map(String::as_str).collect();
        let (_, results) = results(folder.path(), &[&["--eslint", version], &names[..]].concat());
        assert_eq!(results.len(), expected.len());
        for (name, result) in &results {
            assert_eq!(shape(result), sorted(&expected[name]), "{name}, ESLint {version}");
        }
    }
    fs::write(folder.path().join("eslint.config.mjs"), config(true)).unwrap();
    let arguments = ["--stats", "--fix-dry-run", "unused.js", "finding.js", "parse.js"];
    for (name, result) in &results(folder.path(), &arguments).1 {
        assert_eq!(shape(result), sorted(&recorded["stats"][name]), "{name}");
    }
}

#[test]
fn eslint_10_takes_the_configuration_nearest_to_each_file() {
    let code = "eval(x); new Function(y);\n";
    let folder = folder(&[
        ("eslint.config.mjs", "export default [{ ignores: ['ignored/'] }, { rules: { 'no-eval': 'error' } }];"),
        (
            "sub/eslint.config.mjs",
            "export default [{ ignores: ['**/skip.js'] }, { files: ['deep/*.js'], rules: { 'no-new-func': 'warn' } }];",
        ),
        ("ignored/own/eslint.config.mjs", "export default [{ rules: { 'no-eval': 'error' } }];"),
        ("a.js", code),
        ("sub/b.js", code),
        ("sub/deep/c.js", code),
        ("sub/deep/skip.js", code),
        ("sub/node_modules/p/e.js", code),
        ("other/d.js", code),
        ("ignored/f.js", code),
        ("ignored/own/g.js", "eval(x);\n"),
    ]);
    // As ESLint 9.39.2 and 10.15.0 give them.
    let nine = [
        "a.js: no-eval 2 1:1",
        "eslint.config.mjs: ",
        "other/d.js: no-eval 2 1:1",
        "sub/b.js: no-eval 2 1:1",
        "sub/deep/c.js: no-eval 2 1:1",
        "sub/deep/skip.js: no-eval 2 1:1",
        "sub/eslint.config.mjs: ",
    ];
    let ten = [
        "a.js: no-eval 2 1:1",
        "eslint.config.mjs: ",
        "other/d.js: no-eval 2 1:1",
        "sub/b.js: ",
        "sub/deep/c.js: no-new-func 1 1:10",
        "sub/eslint.config.mjs: ",
    ];
    assert_eq!(findings(folder.path(), &["."]), nine);
    assert_eq!(findings(folder.path(), &["--eslint", "10", "."]), ten);
    assert_eq!(findings(folder.path(), &["--eslint", "10", "--isolate", "."]), ten);
    let elsewhere = ["--eslint", "10", "sub/b.js", "sub/deep", "ignored/own/g.js"];
    let expected = ["ignored/own/g.js: no-eval 2 1:1", "sub/b.js: ", "sub/deep/c.js: no-new-func 1 1:10"];
    assert_eq!(findings(folder.path(), &elsewhere), expected);
    let (_, printed, _) = oxsec(folder.path(), &["check", "--eslint", "10", "--print-config", "sub/deep/c.js"]);
    assert!(printed.contains("no-new-func") && !printed.contains("no-eval"), "{printed}");
    fs::write(folder.path().join("sub/eslint.config.mjs"), "export default [").unwrap();
    let (status, _, said) = oxsec(folder.path(), &["check", "--eslint", "10", "."]);
    assert_eq!(status, 2);
    assert!(said.contains("sub/eslint.config.mjs"), "{said}");
}

#[test]
fn short_flags_are_the_same_everywhere() {
    let folder = folder(&[]);
    let version = format!("{}\n", env!("CARGO_PKG_VERSION"));
    for command in [&[][..], &["check"], &["rescore"], &["run"], &["coverage"], &["rules"], &["compare"], &["init"]] {
        for flag in ["-v", "-V", "--version"] {
            let (status, out, said) = oxsec(folder.path(), &[command, &[flag]].concat());
            assert_eq!(status, 0, "{command:?} {flag}: {said}");
            assert!(out.ends_with(&version), "{command:?} {flag}: {out}");
        }
    }
    // Every command that has one of these flags has it under the same letter.
    for command in ["check", "rescore", "run", "coverage", "compare"] {
        let (_, help, _) = oxsec(folder.path(), &[command, "--help"]);
        for (long, short) in [("--format ", "-f, "), ("--output ", "-o, "), ("--config ", "-c, "), ("--jobs ", "-j, ")]
        {
            let lines = help.lines().map(str::trim).filter(|line| line.starts_with('-'));
            let line = lines.map(|line| format!("{line} ")).find(|line| line.contains(long));
            assert!(line.as_ref().is_none_or(|line| line.starts_with(short)), "{command}: {line:?}");
        }
    }
}

#[test]
fn a_flag_that_is_misspelt_or_of_an_older_eslint_is_told_what_to_type() {
    let folder = folder(&[("a.js", "f()")]);
    for (flag, meant) in [
        ("--suppres-all", "--suppress-all"),
        ("--max-warning=1", "--max-warnings"),
        ("--ignore-patern=x", "--ignore-pattern"),
        ("--no-eslintrc", "--no-config-lookup"),
        ("--ignore-path=x", "--ignore-pattern"),
        ("--rulesdir=x", "--rule"),
        ("--env=node", "--global"),
    ] {
        let (status, _, said) = oxsec(folder.path(), &["check", flag, "a.js"]);
        assert_eq!(status, 2, "{flag}");
        assert!(said.contains(meant), "{flag}: {said}");
    }
}

/// The two calls of the published benchmark's scripts, unchanged but for `npx eslint`.
#[cfg(unix)]
#[test]
fn the_benchmarks_callers_run_unchanged_but_for_the_word() {
    let config = "import coding from 'eslint-plugin-secure-coding';\nimport pg from 'eslint-plugin-pg';
export default [{ files: ['**/*.js'], languageOptions: { ecmaVersion: 2024, sourceType: 'module' } }, coding.configs.recommended, pg.configs.recommended];\n";
    let vulnerable = "export const get = (pool, id) => pool.query(`SELECT id FROM users WHERE id = ${id}`).then(id);\n";
    let folder = folder(&[
        ("bench/eslint.config.js", config),
        ("bench/fixtures/10/a.js", vulnerable),
        ("bench/fixtures/10/b.js", "export const one = 1;\n"),
        ("bench/fixtures/empty/readme.md", ""),
    ]);
    let root = folder.path().join("bench");
    let shell = |script: &str| {
        let program = assert_cmd::cargo::cargo_bin("oxsec");
        let path = format!("{}:{}", program.parent().unwrap().display(), std::env::var("PATH").unwrap_or_default());
        let output =
            std::process::Command::new("bash").arg("-c").arg(script).current_dir(&root).env("PATH", path).output();
        let output = output.unwrap();
        (output.status.code(), String::from_utf8_lossy(&output.stdout).into_owned())
    };
    let fixtures = root.join("fixtures");
    let call = |name: &str| {
        let (config, fixture) = (root.join("eslint.config.js"), fixtures.join(name));
        shell(&format!(
            "oxsec check \"{}\" --config \"{}\" --no-error-on-unmatched-pattern 2>/dev/null",
            fixture.display(),
            config.display()
        ))
    };
    let (status, out) = call("10");
    assert_eq!(status, Some(1), "{out}");
    assert!(out.contains("pg/no-unsafe-query") && out.contains("1 problem (1 error, 0 warnings)"), "{out}");
    assert_eq!(call("empty"), (Some(0), String::new()));
    let script = "result=$(oxsec check fixtures/10/*.js --config ./eslint.config.js --no-color 2>&1)
        echo \"$result\" | grep -c error; echo \"$result\" | grep -c warning";
    assert_eq!(shell(script), (Some(0), "2\n1\n".to_owned()));
}
