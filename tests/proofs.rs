//! Findings with their proof, verdicts on the plugins' findings, explanations: as the program gives them.

mod pieces;
mod program;

use std::{fs, path::Path};

use oxsec::format::FORMATS;
use oxsec_rules::{Analyzer, Evidence, Judged, LintMessage, RuleSet, SinkState, SourceKind, SourceKinds};
use proptest::{
    prelude::*,
    sample::subsequence,
    test_runner::{FileFailurePersistence, RngSeed},
};
use rayon::prelude::*;
use regex::Regex;
use serde_json::{Value, json};
use tempfile::TempDir;

/// Code with a flow, a fact, and findings that are refuted, confirmed, unproven, and about style.
const CODE: &str = "const { exec } = require('child_process');
const express = require('express');
const jwt = require('jsonwebtoken');
const app = express();

app.get('/ping', (req, res) => {
  const host = req.query.host;
  exec(`ping -c 1 \"${host}\"`, (error, out) => res.send(out));
  if (!/^[a-z0-9.]+$/.test(host)) return;
  exec('host ' + host, (error, out) => res.json({ out }));
});

exports.token = (id) => jwt.sign({ id }, 'dev-secret-key', { expiresIn: '15m' });
exports.find = (pool, name) => pool.query('SELECT * FROM users WHERE löwe = ' + Number(name));
";

fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("a.js"), CODE).unwrap();
    folder
}

/// Runs the program; returns its output, its status, and its errors.
fn run(folder: &Path, arguments: &[&str]) -> (String, Option<i32>, String) {
    let (status, out, err) = program::run(folder, arguments);
    (out, Some(status), err)
}

fn json_of(folder: &Path, arguments: &[&str]) -> Value {
    let (out, _, err) = run(folder, arguments);
    serde_json::from_str(&out).unwrap_or_else(|error| panic!("{error}: {out}{err}"))
}

#[test]
fn every_format_shows_the_proof() {
    let folder = folder();
    let root = folder.path().canonicalize().unwrap();
    let pages = Regex::new(r#""markdown":"(\\.|[^"\\])*""#).unwrap();
    for (info, _) in FORMATS {
        let arguments = ["check", "--preset", "oxsec,recommended", "--verdict", "--format", info.name, "a.js"];
        let (text, _, err) = run(&root, &arguments);
        assert_eq!(err, "", "{}", info.name);
        let shown = text
            .replace(root.to_str().unwrap(), "/folder")
            .replace(&format!("semanticVersion\":\"{}", env!("CARGO_PKG_VERSION")), "semanticVersion\":\"VERSION")
            .replace(&format!("oxsec {}", env!("CARGO_PKG_VERSION")), "oxsec VERSION");
        insta::assert_snapshot!(format!("proof-{}", info.name), pages.replace_all(&shown, "\"markdown\":\"PAGE\""));
    }
}

#[test]
fn sarif_has_the_way_of_the_data_as_a_code_flow_of_the_schema() {
    let folder = folder();
    let (text, ..) = run(folder.path(), &["check", "--preset", "oxsec", "--format", "sarif", "a.js"]);
    let sarif: serde_sarif::sarif::Sarif = serde_json::from_str(&text).unwrap();
    let results = sarif.runs[0].results.as_ref().unwrap();
    let flow = results.iter().find(|result| result.rule_id.as_deref() == Some("oxsec/command-injection")).unwrap();
    let way = &flow.code_flows.as_ref().unwrap()[0].thread_flows[0].locations;
    let lines: Vec<_> =
        way.iter().map(|step| step.location.as_ref().unwrap().physical_location.as_ref().unwrap()).collect();
    let lines: Vec<_> = lines.iter().map(|place| place.region.as_ref().unwrap().start_line.unwrap()).collect();
    assert_eq!((lines.first(), lines.last()), (Some(&7), Some(&8)));
    let secret = results.iter().find(|result| result.rule_id.as_deref() == Some("oxsec/hardcoded-secret")).unwrap();
    assert!(secret.code_flows.is_none() && secret.related_locations.is_some());
}

#[test]
fn json_has_verdicts_where_they_are_asked_for() {
    let folder = folder();
    let verdicts = |arguments: &[&str]| -> Vec<Value> {
        let value = json_of(folder.path(), arguments);
        value[0]["messages"].as_array().unwrap().iter().map(|message| message["verdict"].clone()).collect()
    };
    let check = ["check", "--preset", "recommended,oxsec", "--format", "json", "a.js"];
    assert!(verdicts(&check).iter().all(Value::is_null));
    let judged = verdicts(&[&check[..], &["--verdict"]].concat());
    for verdict in ["confirmed", "refuted", "not applicable"] {
        assert!(judged.contains(&json!(verdict)), "{verdict} is not in {judged:?}");
    }
    // oxsec's own findings carry their proof.
    assert!(judged.contains(&Value::Null));
}

/// Returns the verdicts on the findings of one rule in a text.
fn verdicts(rule: &str, code: &str) -> Vec<Judged> {
    let mut rules = RuleSet::new();
    rules.configure_text(&format!("{rule}: error")).unwrap();
    let analysis = Analyzer::new(&rules).judging_findings(true).analyze("a.js", code);
    analysis.messages.iter().map(|message| message.judgement.as_ref().expect("it is judged").verdict).collect()
}

#[test]
fn a_verdict_is_what_the_analysis_shows() {
    use Judged::{Confirmed, NotApplicable, Refuted, Unproven};
    let fs_of = |body: &str| {
        format!(
            "const fs = require('fs'); const path = require('path');\nconst ROOT = '/srv/files';\nexports.read = (name) => {{ {body} }};"
        )
    };
    let shell_of =
        |body: &str| format!("const {{ exec }} = require('child_process');\nexports.run = (name) => {{ {body} }};");
    let fs_rule = "node-security/detect-non-literal-fs-filename";
    let shell_rule = "node-security/detect-child-process";
    for (rule, code, expected) in [
        (shell_rule, shell_of("exec('ls ' + name);"), Confirmed),
        (shell_rule, shell_of("if (!/^[a-z]+$/.test(name)) return; exec('ls ' + name);"), Refuted),
        (shell_rule, shell_of("if (!['a', 'b'].includes(name)) throw 1; exec('ls ' + name);"), Refuted),
        (shell_rule, shell_of("exec('ls ' + Number(name));"), Refuted),
        (shell_rule, shell_of("exec('ls ' + name.replace(/[^a-z]/gi, ''));"), Refuted),
        // The pattern checks only a part of the text.
        (shell_rule, shell_of("if (!/^[a-z]+/.test(name)) return; exec('ls ' + name);"), Confirmed),
        // The result of the function is unknown.
        (shell_rule, shell_of("exec('ls ' + require('./safe')(name));"), Unproven),
        (shell_rule, shell_of("exec('ls ' + require('./config').folder);"), Unproven),
        (fs_rule, fs_of("fs.readFileSync(path.join(ROOT, name));"), Confirmed),
        (fs_rule, fs_of("fs.readFileSync(path.join(ROOT, path.basename(name)));"), Refuted),
        (fs_rule, fs_of("if (name.includes('..')) return; fs.readFileSync(path.join(ROOT, name));"), Refuted),
        ("pg/no-select-all", "pool.query('SELECT * FROM a')".to_owned(), NotApplicable),
    ] {
        assert_eq!(verdicts(rule, &code), [expected], "{code}");
    }
}

/// Returns the states of the sinks of a file that opens files below a folder.
fn states(body: &str) -> Vec<SinkState> {
    let code = format!(
        "const fs = require('fs'); const path = require('path');\nconst ROOT = '/srv/files';\n\
         exports.read = (name) => {{ {body} }};"
    );
    let analysis = Analyzer::new(&RuleSet::new()).judging_findings(true).analyze("a.js", &code);
    analysis.sinks.iter().map(|sink| sink.state).collect()
}

#[test]
fn a_sink_is_refuted_where_no_input_leads_out_of_the_folder() {
    use SinkState::{Proven, Refuted};
    let file = "const file = path.resolve(ROOT, name);";
    for (body, expected) in [
        (format!("{file} fs.readFileSync(file);"), Proven),
        (format!("{file} if (!file.startsWith(ROOT + path.sep)) throw 1; fs.readFileSync(file);"), Refuted),
        (
            format!("{file} if (file !== ROOT && !file.startsWith(`${{ROOT}}/`)) return; fs.readFileSync(file);"),
            Refuted,
        ),
        (format!("{file} if (path.relative(ROOT, file).startsWith('..')) return; fs.readFileSync(file);"), Refuted),
        // A sibling's name begins with the root's.
        (format!("{file} if (!file.startsWith(ROOT)) throw 1; fs.readFileSync(file);"), Proven),
        // The check comes too late.
        (format!("{file} fs.readFileSync(file); if (!file.startsWith(ROOT + path.sep)) throw 1;"), Proven),
    ] {
        assert_eq!(states(&body), [expected], "{body}");
    }
}

#[test]
fn an_explanation_names_sink_guard_and_scope() {
    let folder = folder();
    let explained = |place: &str| run(folder.path(), &["explain", place]);
    let (text, status, _) = explained("a.js:8");
    assert_eq!(status, Some(0));
    insta::assert_snapshot!("explain-proven", text);
    let (text, ..) = explained("a.js:10");
    insta::assert_snapshot!("explain-refuted", text);
    let (text, ..) = explained("a.js:4:1");
    insta::assert_snapshot!("explain-nothing", text);
    let value = json_of(folder.path(), &["explain", "a.js:10", "--json"]);
    assert_eq!(value["sinks"][0]["state"], "refuted");
    for (place, part) in
        [("a.js", "src/a.js:12"), ("a.js:0", "src/a.js:12"), ("a.js:99", "14 lines"), ("b.js:1", "b.js")]
    {
        let (_, status, err) = explained(place);
        assert_eq!(status, Some(2), "{place}");
        assert!(err.contains(part), "{place}: {err}");
    }
}

/// Returns the effects of a file's sinks, those of one call after the other.
fn sinks(call: &str) -> Vec<String> {
    let code = format!(
        "const {{ exec, execFile }} = require('child_process');\n\
         function done(error) {{ console.error(error); }}\nexports.run = (name, options) => {call};"
    );
    let analysis = Analyzer::new(&RuleSet::new()).judging_findings(true).analyze("a.js", &code);
    analysis.sinks.iter().map(|sink| sink.does.to_string()).filter(|does| does.contains("file")).collect()
}

#[test]
fn an_option_is_a_sink_where_options_are_given() {
    for call in [
        "exec(name, () => {})",
        "exec(name, function () {})",
        "exec(name, done)",
        "exec(name, { timeout: 5 })",
        "exec(name, undefined, done)",
        "execFile('ls', ['-l'], done)",
        "exec('ls', options)",
    ] {
        assert_eq!(sinks(call), [] as [String; 0], "{call}");
    }
    for call in ["exec('ls', { cwd: name }, done)", "execFile('ls', ['-l'], { cwd: name })"] {
        assert_eq!(sinks(call).len(), 1, "{call}");
    }
}

#[test]
fn sources_are_chosen_by_kind() {
    let folder = TempDir::new().unwrap();
    let code = "const { exec } = require('child_process');\n\
                exports.run = (name) => exec('ls ' + name);\n\
                exec('ls ' + process.argv[2]);\n";
    fs::write(folder.path().join("a.js"), code).unwrap();
    let lines = |sources: &[&str]| -> Vec<u64> {
        let arguments = ["check", "--preset", "oxsec", "--format", "json", "a.js"];
        let value = json_of(folder.path(), &[&arguments[..], sources].concat());
        value[0]["messages"].as_array().unwrap().iter().map(|message| message["line"].as_u64().unwrap()).collect()
    };
    assert_eq!(lines(&[]), [2, 3]);
    assert_eq!(lines(&["--sources", "parameter"]), [2]);
    assert_eq!(lines(&["--sources", "remote,local"]), [3]);
    assert_eq!(lines(&["--sources", "remote,browser"]), [] as [u64; 0]);
    let (_, status, err) = run(folder.path(), &["check", "--sources", "remot", "a.js"]);
    assert_eq!(status, Some(2));
    assert!(err.contains("expected one of remote, browser, parameter, local, secret"), "{err}");
}

#[test]
fn models_of_users_are_followed_and_wrong_rows_are_named() {
    let folder = TempDir::new().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write(
        "a.js",
        "const db = require('shop-db');\nconst job = require('shop-queue').take();\ndb.run('DELETE FROM a WHERE b = ' + job.b);\n",
    );
    write(
        "models.toml",
        "[[model]]\npath = \"shop-db.run\"\nsink = \"sql\"\n\n[[model]]\npath = \"shop-queue.take()\"\nsource = \"remote\"\n",
    );
    let check = ["check", "--preset", "oxsec", "--format", "json", "a.js"];
    assert_eq!(json_of(folder.path(), &check)[0]["messages"], json!([]));
    let found = json_of(folder.path(), &[&check[..], &["--models", "models.toml"]].concat());
    assert_eq!(found[0]["messages"][0]["ruleId"], "oxsec/sql-injection");
    // A configuration file's rules know them too.
    write("oxsec.toml", "preset = \"oxsec\"\n");
    let found = json_of(folder.path(), &["check", "--format", "json", "--models", "models.toml", "a.js"]);
    assert_eq!(found[0]["messages"][0]["ruleId"], "oxsec/sql-injection");
    for (text, parts) in [
        (
            "[[model]]\npath = \"a\"\nneutral = true\n\n[[model]]\npath = \"b\"\nsink = \"sgl\"\n",
            ["models.toml:5", "not `sgl`"],
        ),
        ("[[model]]\npath = \"a\"\nsnk = \"sql\"\n", ["models.toml:3", "unknown field `snk`"]),
        ("[[model]\n", ["models.toml:1", ""]),
    ] {
        write("models.toml", text);
        let (_, status, err) = run(folder.path(), &["check", "--models", "models.toml", "a.js"]);
        assert_eq!(status, Some(2), "{text}");
        // A long message is wrapped at any word.
        let unwrapped = err.replace("\n  │ ", " ");
        assert!(parts.iter().all(|part| unwrapped.contains(part)), "{err}");
    }
    let (_, status, err) = run(folder.path(), &["check", "--models", "absent.toml", "a.js"]);
    assert!(status == Some(2) && err.contains("absent.toml"), "{err}");
}

/// Returns the corpus of oxsec's own rules: path and code of each piece.
fn own_corpus() -> Vec<(String, String)> {
    let pieces = pieces::own();
    assert!(pieces.len() > 100, "{} pieces", pieces.len());
    pieces.into_iter().map(|piece| (piece.filename, piece.code)).collect()
}

fn evidence_is_in_the_text(code: &str, message: &LintMessage) {
    let lines: Vec<&str> = code.split('\n').collect();
    let steps = match message.evidence.as_deref() {
        Some(Evidence::Flow { steps, witness, sink, .. }) => {
            assert!(!witness.is_empty() && !sink.does.is_empty() && steps.len() > 1, "{message:?}");
            steps
        }
        Some(Evidence::Fact { steps, attack }) => {
            assert!(!attack.is_empty(), "{message:?}");
            steps
        }
        None => panic!("a finding of oxsec's own has no evidence: {message:?}"),
    };
    for step in steps {
        assert!((step.line, step.column) <= (step.end_line, step.end_column), "{step:?}");
        for (line, column) in [(step.line, step.column), (step.end_line, step.end_column)] {
            let units = lines[line as usize - 1].encode_utf16().count();
            assert!((1..=units + 1).contains(&(column as usize)), "{step:?}");
        }
    }
}

#[test]
fn evidence_is_in_the_text_and_judging_changes_no_finding() {
    let rules = RuleSet::preset("oxsec").unwrap();
    let mut plain = Analyzer::new(&rules);
    let mut judging = Analyzer::new(&rules).judging_findings(true);
    for (path, code) in own_corpus() {
        // Positions count UTF-16 units.
        for code in [code.clone(), format!("/* 𝒳é */ {code}")] {
            let messages = plain.analyze(&path, &code).messages;
            messages.iter().for_each(|message| evidence_is_in_the_text(&code, message));
            let judged = judging.analyze(&path, &code);
            assert_eq!(judged.messages, messages, "{path}");
            // A sink without a flow that is found elsewhere is never called proven.
            let proven = judged.sinks.iter().filter(|sink| sink.state == SinkState::Proven).count();
            assert!(proven == 0 || !messages.is_empty(), "{path}");
        }
    }
}

#[test]
fn a_source_of_another_kind_is_never_evidence() {
    for kind in SourceKind::ALL {
        let mut rules = RuleSet::preset("oxsec").unwrap();
        rules.set_sources(SourceKinds::from_iter([kind]));
        let mut analyzer = Analyzer::new(&rules);
        for (path, code) in own_corpus() {
            for message in analyzer.analyze(&path, &code).messages {
                if let Some(Evidence::Flow { source, .. }) = message.evidence.as_deref() {
                    assert_eq!(*source, kind, "{path}");
                }
            }
        }
    }
}

#[test]
fn the_same_is_found_at_one_thread_and_at_many() {
    let folder = TempDir::new().unwrap();
    for (at, (path, code)) in own_corpus().into_iter().enumerate() {
        let extension = Path::new(&path).extension().unwrap().to_owned();
        fs::write(folder.path().join(format!("{at}")).with_extension(extension), code).unwrap();
    }
    let at = |jobs: &str| {
        let arguments = ["check", "--preset", "all,oxsec", "--verdict", "--format", "json", "--jobs", jobs, "."];
        run(folder.path(), &arguments).0
    };
    assert_eq!(at("1"), at("4"));
}

/// Returns an expression for the value of a model's path: `require("pg").Pool().query` for `pg.Pool().query`.
fn expression_of(path: &str) -> String {
    let is_identifier = |name: &str| {
        let is_letter = |it: char| it.is_ascii_alphanumeric() || matches!(it, '_' | '$');
        name.chars().all(is_letter) && !name.starts_with(|it: char| it.is_ascii_digit())
    };
    let (first, rest) = path.split_at(path.find(['.', '(']).unwrap_or(path.len()));
    let mut code = format!("require({first:?})");
    for part in rest.split_inclusive([')', ']']).flat_map(|part| part.split('.')) {
        let (name, call) = part.split_at(part.find('(').unwrap_or(part.len()));
        code += &match name {
            "" => String::new(),
            "[]" => "[list]".to_owned(),
            name if name.starts_with('*') => ".anything".to_owned(),
            name if is_identifier(name) => format!(".{name}"),
            name => format!("[{name:?}]"),
        };
        code += call;
    }
    code
}

/// Returns code that calls a function in several ways and gives the results to sinks; `X` is the function.
fn calls_of(function: &str) -> String {
    const CALLS: &[&str] =
        &["new X()", "X(...[])", "X(...list)", "X(...X(), it)", "X.call()", "X.apply(null, list)", "it.map(X)"];
    const USES: &[&str] = &[
        "exec(V)",
        "exec(`ls ${V}` + it)",
        "fetch(V)",
        "fs.readFileSync(path.join(V, it))",
        "if (/^[a-z]+$/.test(V)) exec(V)",
        "if (!X(V, it)) exec('ls ' + it)",
        "if (!V) eval(it)",
        "res.send(V)",
        "it[V][it] = V",
        "console.log(V)",
        "console.log(JSON.stringify(V), it)",
    ];
    let calls = CALLS.iter().map(|call| format!("exec('ls ' + {call} + it)"));
    let uses = USES.iter().map(|used| used.replace('V', "(X())"));
    let body: String = calls.chain(uses).map(|used| format!("  {};\n", used.replace('X', function))).collect();
    format!(
        "const {{ exec }} = require('child_process'), fs = require('fs'), path = require('path');\n\
         require('express')().post('/', (req, res) => {{\n  const it = req.query.it, list = req.body.list;\n{body}}});\n"
    )
}

#[test]
fn calls_without_arguments_or_with_spread_ones_are_analyzed() {
    /// Operators and methods of the language that no row names.
    const OTHERS: &[&str] =
        &["it.at", "it.concat", "it.includes", "it.replace", "it.slice", "it.test", "JSON.stringify"];
    let mut functions: Vec<String> = RuleSet::model_rows().into_iter().map(|(path, _)| expression_of(path)).collect();
    functions.sort_unstable();
    functions.dedup();
    assert!(functions.len() > 1_000, "{} functions", functions.len());
    functions.extend(OTHERS.iter().map(|&name| name.to_owned()));
    let rules = RuleSet::preset("oxsec").unwrap();
    functions.par_iter().for_each(|function| {
        let code = calls_of(function);
        let analysis = Analyzer::new(&rules).judging_findings(true).analyze("a.js", &code);
        let failure = analysis.messages.iter().find(|message| message.fatal);
        assert!(failure.is_none(), "{function}: {failure:?}");
    });
}

/// The steps on an input: operations, checks, and sinks; `X` is the value.
const STEPS: &[&str] = &[
    "X = X.trim();",
    "X = X.toLowerCase();",
    "X = X.slice(1);",
    "X = X.replace(/[^a-z0-9]/gi, '');",
    "X = X.replace(/\\.\\./g, '');",
    "X = X.replaceAll('/', '_');",
    "X = String(X);",
    "X = Number(X);",
    "X = path.basename(X);",
    "X = path.join('/srv/files', X);",
    "X = path.resolve('/srv/files', X);",
    "X = encodeURIComponent(X);",
    "X = X || 'default';",
    "X = MAP[X];",
    "if (!/^[a-z0-9._-]+$/i.test(X)) return;",
    "if (/[;|&$]/.test(X)) throw new Error();",
    "if (X.includes('..')) return;",
    "if (X.includes('/') || X.includes('\\\\')) return;",
    "if (!['a', 'b'].includes(X)) return;",
    "if (ALLOWED.indexOf(X) === -1) return;",
    "if (!(X in MAP)) return;",
    "if (!Object.hasOwn(MAP, X)) return;",
    "if (typeof X !== 'string') return;",
    "if (typeof X === 'number' || X === 'all') { } else return;",
    "if (!X.startsWith('/srv/files/')) return;",
    "if (X !== '/srv/files' && !X.startsWith('/srv/files' + path.sep)) return;",
    "if (path.relative('/srv/files', X).startsWith('..')) return;",
    "if (!isFine(X)) return;",
    "check(X);",
    "switch (X) { case 'a': case 'b': break; default: return; }",
];

const SINKS: &[&str] = &[
    "cp.exec('ls ' + X);",
    "cp.exec(`ls \"${X}\"`);",
    "cp.execFile('tar', ['-x', X]);",
    "fs.readFile(X, () => {});",
    "fs.readdir(path.join('/srv/files', X), () => {});",
    "pool.query('SELECT a FROM b WHERE c = ' + X);",
    "users.find({ name: X });",
    "http.get('http://' + X + '/a');",
    "http.get('http://own.example/a/' + X);",
    "res.redirect('/' + X);",
    "res.send('<p>' + X + '</p>');",
    "new RegExp(X);",
    "eval(X);",
    "console.log('got ' + X);",
];

/// Returns a handler that takes these steps on an input and passes it to a sink.
fn handler(steps: &[&str], sink: &str) -> String {
    let body: String = steps.iter().chain([&sink]).map(|step| format!("  {}\n", step.replace('X', "it"))).collect();
    format!(
        "const cp = require('child_process'), fs = require('fs'), path = require('path'), http = require('http');\n\
         const {{ Pool }} = require('pg'); const pool = new Pool();\n\
         const users = require('mongoose').model('users', {{}});\n\
         const app = require('express')();\n\
         const MAP = {{ a: 'one', b: 'two' }}; const ALLOWED = ['a', 'b'];\n\
         const isFine = (it) => {{ if (it.length > 9) return false; return /^[a-z]+$/.test(it); }};\n\
         function check(it) {{ if (!/^\\w+$/.test(it)) throw new Error('bad'); }}\n\
         app.get('/', (req, res) => {{\n  let it = req.query.it;\n{body}}});\n"
    )
}

proptest! {
    #![proptest_config(ProptestConfig {
        // The same inputs in every run.
        cases: 400,
        rng_seed: RngSeed::Fixed(24),
        failure_persistence: Some(Box::new(FileFailurePersistence::Off)),
        ..ProptestConfig::default()
    })]

    // The engine asserts that a witness does its damage when it is tried anew, and that no sink with a witness is
    // refuted.
    #[test]
    fn what_is_proven_is_never_refuted(steps in subsequence(STEPS, 0..4).prop_shuffle(), sink in 0..SINKS.len()) {
        let code = handler(&steps, SINKS[sink]);
        let rules = RuleSet::preset("oxsec").unwrap();
        let judged = Analyzer::new(&rules).judging_findings(true).analyze("a.js", &code);
        prop_assert!(!judged.messages.iter().any(|message| message.fatal), "{}\n{:?}", code, judged.messages);
        judged.messages.iter().for_each(|message| evidence_is_in_the_text(&code, message));
        prop_assert_eq!(&Analyzer::new(&rules).analyze("a.js", &code).messages, &judged.messages);
        let state = |state| judged.sinks.iter().any(|sink| sink.state == state);
        let is_proven = judged.messages.iter().any(|message| matches!(message.evidence.as_deref(), Some(Evidence::Flow { .. })));
        prop_assert_eq!(is_proven, state(SinkState::Proven), "{}", code);
    }
}

#[test]
fn an_explanation_says_that_the_limit_was_reached() {
    // Each function calls eight others, each call with other arguments.
    let calls =
        |at: usize| (0..8).map(|by| format!("f{}(a + '{by}', b)", (at + by) % 12)).collect::<Vec<_>>().join(" + ");
    let functions: String =
        (0..12).map(|at| format!("function f{at}(a, b) {{ if (a) exec(a); return {}; }}\n", calls(at))).collect();
    let text = format!(
        "const {{ exec }} = require('child_process');\n{functions}exports.run = (given) => exec(f0(given.a, given.b));\n\
         exports.last = (given) => exec('ls ' + given);\n"
    );
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    fs::write(folder.path().join("a.js"), &text).expect("a file can be written");
    let (said, ..) = run(folder.path(), &["explain", "a.js:15"]);
    assert!(
        said.starts_with("No sink is known in line 15: the limit on evaluations of one file was reached"),
        "{said}"
    );
    assert_eq!(json_of(folder.path(), &["explain", "a.js:15", "--json"])["limitReached"], true);
    fs::write(folder.path().join("a.js"), "let a;\n").expect("a file can be written");
    assert_eq!(json_of(folder.path(), &["explain", "a.js:1", "--json"])["limitReached"], false);
}

#[test]
fn an_explanation_knows_the_writes_and_calls_of_a_dynamic_name() {
    let text = "exports.set = (object, first, second, value) => {\n  object[first][second] = value;\n};\n\
                require('express')().get('/', (req, res) => {\n  res[req.query.method]();\n});\n";
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    fs::write(folder.path().join("a.js"), text).expect("a file can be written");
    for place in ["a.js:2", "a.js:5"] {
        let (said, ..) = run(folder.path(), &["explain", place]);
        assert!(said.contains("\n  proven: "), "{said}");
        assert_eq!(json_of(folder.path(), &["explain", place, "--json"])["sinks"][0]["state"], "proven", "{place}");
    }
}
