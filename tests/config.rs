//! ESLint's flat configuration and oxsec.toml, through the program.

mod program;

use std::{fs, path::Path};

use serde_json::Value;

use program::{folder, run as oxsec};

/// Returns `file: rule severity line:column, …` of each file, sorted.
fn findings(folder: &Path, json: &str) -> Vec<String> {
    let root = folder.canonicalize().unwrap();
    let results: Vec<Value> = serde_json::from_str(json).unwrap_or_else(|error| panic!("{error}: {json}"));
    let mut files: Vec<String> = results
        .iter()
        .map(|result| {
            let path = Path::new(result["filePath"].as_str().unwrap());
            let name = path.strip_prefix(&root).or(path.strip_prefix(folder)).unwrap_or(path).display().to_string();
            let messages = result["messages"].as_array().unwrap().iter().map(|message| {
                let rule = message["ruleId"].as_str().unwrap_or("-");
                format!("{rule} {} {}:{}", message["severity"], message["line"], message["column"])
            });
            format!("{name}: {}", messages.collect::<Vec<_>>().join(", "))
        })
        .collect();
    files.sort();
    files
}

const CODE: &str = "const jwt = require('jsonwebtoken');
async function f(pool, id) {
  pool.query('SELECT * FROM users');
  await pool.query(`SELECT id FROM users WHERE id = ${id}`);
  return jwt.sign({ id, password: 1 }, 'a-secret-that-is-not-so-very-short-after-all-it-is', {});
}
module.exports = f; // eslint-disable-line
";

const CONFIG: &str = r#"import { defineConfig, globalIgnores } from "eslint/config";
import sql from "eslint-plugin-pg";
import * as tokens from "eslint-plugin-jwt";
import { strictFiles, relaxed as soft } from "./config/shared.mjs";

const isStrict = !false;

export default defineConfig([
  globalIgnores(["dist/", "**/*.generated.js"]),
  { files: ["**/*.{js,mjs}"], extends: [sql.configs.recommended], rules: { "pg/no-select-all": isStrict ? "error" : "off" } },
  { files: strictFiles, plugins: { jwt: tokens }, rules: { ...tokens.configs.strict.rules, "jwt/no-weak-secret": ["error", { minSecretLength: 64 }] } },
  { files: ["**/legacy/**"], ignores: ["**/legacy/keep.js"], rules: soft },
  { files: ["test/**"], linterOptions: { reportUnusedDisableDirectives: "error" }, rules: { "pg/no-floating-query": 0 } },
]);
"#;

const SHARED: &str = r#"export const strictFiles = ["src/**/*.js", "!**/*.test.js"];
export const relaxed = { "pg/no-select-all": "warn", "jwt/require-expiration": "off" };
"#;

/// The report of ESLint 9.39.2 with eslint-plugin-pg 1.4.3 and eslint-plugin-jwt 2.2.3 for `.` in this folder.
const RECORDED: &[&str] = &[
    "config/shared.mjs: ",
    "eslint.config.mjs: ",
    "src/a.js: pg/no-floating-query 2 3:3, pg/no-select-all 2 3:14, pg/no-unsafe-query 2 4:20, jwt/require-expiration 2 5:10, jwt/no-sensitive-payload 2 5:25, jwt/no-weak-secret 2 5:40, jwt/no-hardcoded-secret 2 5:40, - 1 7:21",
    "src/a.test.js: pg/no-floating-query 2 3:3, pg/no-select-all 2 3:14, pg/no-unsafe-query 2 4:20, jwt/require-expiration 2 5:10, jwt/no-sensitive-payload 2 5:25, jwt/no-weak-secret 2 5:40, jwt/no-hardcoded-secret 2 5:40, - 1 7:21",
    "src/b.mjs: pg/no-floating-query 2 3:3, pg/no-select-all 2 3:14, pg/no-unsafe-query 2 4:20, jwt/require-expiration 2 5:10, jwt/no-sensitive-payload 2 5:25, jwt/no-weak-secret 2 5:40, jwt/no-hardcoded-secret 2 5:40, - 1 7:21",
    "src/legacy/keep.js: pg/no-floating-query 2 3:3, pg/no-select-all 2 3:14, pg/no-unsafe-query 2 4:20, jwt/require-expiration 2 5:10, jwt/no-sensitive-payload 2 5:25, jwt/no-weak-secret 2 5:40, jwt/no-hardcoded-secret 2 5:40, - 1 7:21",
    "src/legacy/old.js: pg/no-floating-query 2 3:3, pg/no-select-all 1 3:14, pg/no-unsafe-query 2 4:20, jwt/no-sensitive-payload 2 5:25, jwt/no-weak-secret 2 5:40, jwt/no-hardcoded-secret 2 5:40, - 1 7:21",
    "test/t.js: pg/no-select-all 2 3:14, pg/no-unsafe-query 2 4:20, jwt/require-expiration 2 5:10, jwt/no-sensitive-payload 2 5:25, jwt/no-weak-secret 2 5:40, jwt/no-hardcoded-secret 2 5:40, - 2 7:21",
];

#[test]
fn a_repository_gives_what_eslint_gives() {
    let paths = [
        "src/a.js",
        "src/legacy/old.js",
        "src/legacy/keep.js",
        "dist/x.js",
        "src/x.generated.js",
        "test/t.js",
        "src/a.test.js",
        "src/b.mjs",
        "src/c.ts",
        "node_modules/p/index.js",
    ];
    let mut files: Vec<(&str, &str)> = paths.iter().map(|&path| (path, CODE)).collect();
    files.extend([("eslint.config.mjs", CONFIG), ("config/shared.mjs", SHARED)]);
    let folder = folder(&files);
    let (status, json, said) = oxsec(folder.path(), &["check", "--format", "json", "."]);
    assert_eq!((status, said.as_str()), (1, ""));
    assert_eq!(findings(folder.path(), &json), RECORDED);
    // The same from a folder below, where ESLint looks up as well.
    let (_, json, _) = oxsec(&folder.path().join("test"), &["check", "--format", "json", "."]);
    assert_eq!(findings(folder.path(), &json), RECORDED[RECORDED.len() - 1..]);
    // A preset on the command line replaces the configuration.
    let (_, json, _) = oxsec(folder.path(), &["check", "--format", "json", "--preset", "none", "src/c.ts"]);
    assert!(findings(folder.path(), &json)[0].starts_with("src/c.ts: "));
}

#[test]
fn what_is_named_and_not_configured_is_a_warning() {
    let folder =
        folder(&[("a.txt", "f()"), ("b.js", "f()"), ("eslint.config.js", "export default [{ ignores: ['b.js'] }];")]);
    let (status, json, _) = oxsec(folder.path(), &["check", "--format", "json", "a.txt", "b.js"]);
    assert_eq!(status, 0);
    let results: Value = serde_json::from_str(&json).unwrap();
    let message = results[0]["messages"][0].as_object().unwrap();
    let fields: Vec<&String> = message.keys().collect();
    assert_eq!(fields, ["ruleId", "fatal", "severity", "message", "nodeType"]);
    assert_eq!(results[1]["warningCount"], 1);
    let (_, json, _) = oxsec(folder.path(), &["check", "--format", "json", "--no-warn-ignored", "a.txt", "b.js"]);
    assert_eq!(json, "[]\n");
}

#[test]
fn what_is_wrong_is_told_with_its_place_and_what_to_do() {
    let doubled: String = (1..40).map(|index| format!("const a{index} = [...a{0}, ...a{0}];\n", index - 1)).collect();
    let doubled = format!("const a0 = [1, 2, 3, 4, 5, 6, 7, 8];\n{doubled}export default a39;");
    let nested = format!("export default {}", "[".repeat(200_000));
    let large = format!("export default [{}];", "1,".repeat(5_000_000));
    for (config, place, expected) in [
        ("export default [\n  { files: ['**/*.js' }\n];", ":2:23", "does not parse"),
        ("import x from './absent.mjs';\nexport default [x];", ":1:15", "there is no file `./absent.mjs`"),
        ("export default [{ rules: { 'no-eval': 'eror' } }];", ":1:39", "severity"),
        ("export default [{ rules: { 'no-evl': 2 } }];", ":1:38", "did you mean `no-eval`"),
        ("import pg from 'eslint-plugin-pg'; export default [pg.configs.recomended];", ":1:52", "oxsec presets"),
        ("const a = [...b];\nconst b = [...a];\nexport default a;", ":2:15", "made of itself"),
        ("export default [{ rules: process.env.CI ? {} : {} }];", ":1:26", "environment"),
        ("const c = [];\nc.push({});\nexport default c;", ":2:1", "changed after it is declared"),
        ("export default [{ rulse: {} }];", ":1:26", "did you mean `rules`"),
        ("export default [{ rules: { 'pg/no-select-all': 2 } }];", ":1:48", "plugin `pg`"),
        ("export default async () => [];", ":1:16", "would have to be run"),
        ("f();", "", "exports no configuration"),
        (&doubled, ":17:", "more than 1000000 values"),
        (&nested, "", "levels deep"),
        (&large, "", "larger than the 512 KiB"),
        (&large, "", "eslint --print-config"),
    ] {
        let folder = folder(&[("a.js", "f()"), ("eslint.config.mjs", config)]);
        let (status, out, said) = oxsec(folder.path(), &["check", "a.js"]);
        // The text is wrapped for the terminal.
        let said: String = said.replace("\n  │ ", " ").split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!((status, out.as_str()), (2, ""), "{said}");
        let flat = said.replace(' ', "");
        assert!(flat.contains(&expected.replace(' ', "")), "{expected}: {said}");
        assert!(flat.contains(&format!("eslint.config.mjs{place}")), "{place}: {said}");
    }
}

#[test]
fn files_that_are_not_of_the_configuration_are_neither_read_nor_shown() {
    let folder = folder(&[
        ("in/a.js", "f()"),
        ("secret.txt", "hunter2 = ("),
        ("out.mjs", "export default hunter2 ("),
        ("in/one.mjs", "import x from '../out.mjs'; export default [x];"),
    ]);
    for config in ["../secret.txt", "one.mjs"] {
        let (status, _, said) = oxsec(&folder.path().join("in"), &["check", "--config", config, "a.js"]);
        assert_eq!(status, 2);
        assert!(!said.contains("hunter2"), "{said}");
    }
}

#[test]
fn what_other_packages_bring_is_passed_over_and_told() {
    let config = "import ts from 'typescript-eslint';\nimport pg from 'eslint-plugin-pg';\n
export default ts.config(...ts.configs.recommended.map((it) => ({ ...it, files: ['**/*.ts'] })), pg.configs.recommended,
  { languageOptions: { parser: ts.parser }, rules: { semi: 1 } });";
    let folder = folder(&[("a.js", "pool.query('SELECT * FROM a')"), ("eslint.config.mjs", config)]);
    let (_, json, said) = oxsec(folder.path(), &["check", "--format", "json", "a.js"]);
    assert!(json.contains("pg/no-select-all"), "{json}");
    assert!(said.contains("semi") && said.contains("typescript-eslint"), "{said}");
}

#[test]
fn what_eslint_prints_is_a_configuration() {
    let folder = folder(&[("a.js", "pool.query('SELECT * FROM a')")]);
    let rules = ["check", "--preset", "none", "--rule", "pg/no-select-all: error"];
    let (_, printed, _) = oxsec(folder.path(), &[&rules[..], &["--print-config", "a.js"]].concat());
    fs::write(folder.path().join("printed.json"), printed).unwrap();
    let (status, json, said) = oxsec(folder.path(), &["check", "-c", "printed.json", "-f", "json", "a.js"]);
    assert_eq!((status, said.as_str()), (1, ""));
    assert_eq!(findings(folder.path(), &json), ["a.js: pg/no-select-all 2 1:12"]);
}

#[test]
fn what_is_wrong_with_oxsec_toml_is_told_with_its_place() {
    for (toml, place, expected) in [
        ("preset = 'recomended'\n", ":1:10", "did you mean `recommended`"),
        ("[rules]\n'pg/no-select-all' = 'loud'\n", ":2:1", "a severity is \"off\""),
        (
            "[rules]\n'pg/no-select-all' = 'warn'\n'pg/no-selct-all' = 'warn'\n",
            ":3:1",
            "did you mean `pg/no-select-all`",
        ),
        ("rulez = 1\n", ":1:1", "expected one of"),
        ("[rules\n", ":1:7", "unclosed table"),
        ("[[overrides]]\nfiles = ['*.js']\nrules = { 'pg/x' = 3 }\n", ":3:11", "invalid severity of `pg/x`: 3"),
    ] {
        let folder = folder(&[("a.js", "f()"), ("oxsec.toml", toml)]);
        let (status, _, said) = oxsec(folder.path(), &["check", "a.js"]);
        assert_eq!(status, 2, "{toml}");
        let flat = said.replace("\n  │ ", " ").split_whitespace().collect::<String>();
        assert!(flat.contains(&expected.replace(' ', "")), "{toml}: {said}");
        assert!(flat.contains(&format!("oxsec.toml{place}:")), "{toml}: {said}");
    }
}

#[test]
fn oxsec_toml_says_the_same() {
    let toml = "preset = ['jwt/strict']\nignores = ['dist/**']\n[rules]\n'pg/no-select-all' = 'error'
[[overrides]]\nfiles = ['**/*.test.js']\nrules = { 'pg/no-select-all' = 'off' }\n";
    let code = "pool.query('SELECT * FROM a')";
    let folder = folder(&[("a.ts", code), ("a.test.js", code), ("dist/a.js", code), ("oxsec.toml", toml)]);
    let (_, json, _) = oxsec(folder.path(), &["check", "-f", "json", "."]);
    assert_eq!(findings(folder.path(), &json), ["a.test.js: ", "a.ts: pg/no-select-all 2 1:12"]);
    let (status, _, said) = oxsec(folder.path(), &["init"]);
    assert_eq!(status, 2, "{said}");
    fs::remove_file(folder.path().join("oxsec.toml")).unwrap();
    assert_eq!(oxsec(folder.path(), &["init"]).0, 0);
    assert_eq!(oxsec(folder.path(), &["check", "--preset", "none", "."]).0, 0);
    assert_eq!(oxsec(folder.path(), &["check", "--print-config", "a.ts"]).0, 0);
}

#[test]
fn fixes_are_applied_and_shown() {
    let code = "f(); // eslint-disable-line\n";
    let folder = folder(&[("a.js", code)]);
    let (_, json, _) = oxsec(folder.path(), &["check", "--fix-dry-run", "-f", "json", "a.js"]);
    let results: Value = serde_json::from_str(&json).unwrap();
    assert_eq!((&results[0]["output"], &results[0]["warningCount"]), (&Value::from("f();  \n"), &Value::from(0)));
    let (_, patch, _) = oxsec(folder.path(), &["check", "--diff", "a.js"]);
    assert!(patch.contains("-f(); // eslint-disable-line\n+f();  \n"), "{patch}");
    let (_, json, _) = oxsec(folder.path(), &["check", "--fix-dry-run", "--fix-type", "problem", "-f", "json", "a.js"]);
    assert!(!json.contains("\"output\""), "{json}");
    let path = folder.path().join("a.js");
    assert_eq!(fs::read_to_string(&path).unwrap(), code);
    assert_eq!(oxsec(folder.path(), &["check", "--fix", "a.js"]).0, 0);
    assert_eq!(fs::read_to_string(&path).unwrap(), "f();  \n");
}

#[test]
fn outputs_are_compared() {
    let folder = folder(&[("a.js", "pool.query('SELECT * FROM a')"), ("b.js", "f()")]);
    let run = |arguments: &[&str]| oxsec(folder.path(), arguments);
    run(&["check", "-f", "json=a.json", "-f", "sarif=a.sarif", "a.js"]);
    run(&["check", "-f", "json=b.json", "--rule", "pg/no-select-all: off", "a.js"]);
    let (status, table, said) = run(&["compare", "a.json", "a.sarif"]);
    assert_eq!(status, 0, "{table}{said}");
    let (status, table, _) = run(&["compare", "a.json", "b.json", "--list"]);
    assert_eq!(status, 1);
    assert!(table.contains("1 only in A") && table.contains("pg/no-select-all"), "{table}");
    assert_eq!(run(&["compare", "a.json", "a.js"]).0, 2);
}

#[test]
fn flags_without_effect_are_accepted_and_told() {
    let folder = folder(&[("a.js", "f()")]);
    let (status, _, said) = oxsec(folder.path(), &["check", "--cache", "--cache-location", ".c", "--debug", "a.js"]);
    assert_eq!(status, 0);
    assert!(said.contains("--cache, --cache-location, --debug"), "{said}");
    let (status, _, said) = oxsec(folder.path(), &["check", "--fromat", "json", "a.js"]);
    assert_eq!(status, 2);
    assert!(said.contains("--format"), "{said}");
}

#[test]
fn a_call_lays_objects_under_and_over_the_configuration() {
    let folder = folder(&[
        ("eslint.config.mjs", "import pg from \"eslint-plugin-pg\";\nexport default [pg.configs.recommended];\n"),
        ("src/a.js", "const f = (pool) => pool.query('SELECT * FROM users WHERE id = $1', [1]).catch(f);\n"),
        ("lib/a.js", "const f = (pool) => pool.query('SELECT * FROM users WHERE id = $1', [1]).catch(f);\n"),
    ]);
    let check = |arguments: &[&str]| {
        let (status, out, error) =
            oxsec(folder.path(), &[&["check", "--format=json", "src", "lib"][..], arguments].concat());
        assert!(status < 2, "{error}");
        findings(folder.path(), &out)
    };
    let unchanged = check(&[]);
    assert!(unchanged.iter().all(|file| file.contains("pg/no-select-all")), "{unchanged:?}");
    let setting = r#"[{"files": ["lib/**"], "rules": {"pg/no-select-all": "off"}}]"#;
    assert_eq!(check(&["--base-config", setting]), unchanged);
    let over = check(&["--override-config", setting]);
    assert_eq!(over[0], "lib/a.js: ");
    assert_eq!(over[1], unchanged[1]);

    for (json, said) in [
        (r#"{"rules": {"pg/no-select-all": "loud"}}"#, "--override-config:1:32"),
        (r#"{"rules": {"pg/no-such": "error"}}"#, "pg/no-such"),
        ("{", "--override-config"),
    ] {
        let (status, _, error) = oxsec(folder.path(), &["check", "src", "--override-config", json]);
        assert_eq!(status, 2, "{json}");
        assert!(error.contains(said), "{json}: {error}");
    }
}
