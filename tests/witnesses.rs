//! Witnesses of flows into Node's core, run in Node: the input of a finding does the damage that the finding names, and
//! a check that oxsec recognizes stops it.
//!
//! The code runs in Node in an empty temporary folder. The modules that it requires are stand-ins that record what
//! reaches them. A shell without any program but a stand-in for `id` shows whether a shell's command would run a
//! program. Without Node the tests are skipped, with a message.

use std::{
    fs,
    os::unix::fs::PermissionsExt,
    path::Path,
    process::{Command, Stdio},
};

use oxsec_rules::{Analyzer, Evidence, RuleSet};
use serde_json::{Value, json};
use tempfile::TempDir;

/// The value that reached a sink, and the test of whether it is damage.
enum Damage {
    /// A shell runs a program of the attacker's.
    Shell,
    /// A path is outside of this folder.
    Outside(&'static str),
    /// A browser or a request goes to another host than this.
    OtherHost(&'static str),
    /// A program is given an option.
    Option,
    /// A log has one more line.
    Line,
    /// SQL holds more than a value.
    Sql,
}

/// Code with a flow, its rule, the check that goes before the sink in its guarded twin, and the damage. The code
/// exports a function of one input; `CHECK` is where the check goes.
const FLOWS: &[(&str, &str, &str, Damage)] = &[
    (
        "oxsec/command-injection",
        "const { exec } = require('child_process');\nexports.run = (name) => { CHECK exec('ls ' + name); };",
        "if (!/^[a-z0-9]+$/.test(name)) throw new Error('refused');",
        Damage::Shell,
    ),
    (
        "oxsec/command-injection",
        "const cp = require('child_process');\nexports.run = (name) => { CHECK cp.execSync(`tar czf out.tgz \"${name}\"`); };",
        "if (name.match(/^[\\w.]+$/) === null) return;",
        Damage::Shell,
    ),
    (
        "oxsec/command-injection",
        "const cp = require('child_process');\nexports.run = (name) => { CHECK cp.exec(\"grep '\" + name + \"' log\"); };",
        "if (!['error', 'warning'].includes(name)) return;",
        Damage::Shell,
    ),
    (
        "oxsec/argument-injection",
        "const { execFile } = require('child_process');\nexports.run = (name) => { CHECK execFile('tar', ['-czf', 'out.tgz', name]); };",
        "if (name.startsWith('-')) throw new Error('refused');",
        Damage::Option,
    ),
    (
        "oxsec/path-traversal",
        "const fs = require('fs'), path = require('path');\nexports.run = (name) => { CHECK fs.readFileSync(path.join('/srv/files', name)); };",
        "if (name !== path.basename(name)) throw new Error('refused');",
        Damage::Outside("/srv/files"),
    ),
    (
        "oxsec/path-traversal",
        "const fs = require('fs'), path = require('path');\nexports.run = (name) => { const file = path.resolve('/srv/files', name); CHECK fs.unlinkSync(file); };",
        "if (!file.startsWith('/srv/files' + path.sep)) throw new Error('refused');",
        Damage::Outside("/srv/files"),
    ),
    (
        "oxsec/path-traversal",
        "const fs = require('fs'), path = require('path');\nexports.run = (name) => { const file = path.join('/srv/files', name); if (!file.startsWith('/srv/files')) return; CHECK fs.readFileSync(file); };",
        "if (path.relative('/srv/files', file).startsWith('..')) return;",
        Damage::Outside("/srv/files"),
    ),
    (
        "oxsec/server-side-request-forgery",
        "const http = require('http');\nconst app = require('express')();\napp.get('/', (req, res) => { const name = req.query.url; CHECK http.get(name, () => res.end()); });",
        "if (!['http://own.example/a', 'http://own.example/b'].includes(name)) return;",
        Damage::OtherHost("own.example"),
    ),
    (
        "oxsec/open-redirect",
        "const app = require('express')();\napp.get('/', (req, res) => { const name = req.query.url; CHECK res.redirect(name); });",
        "if (!['/home', '/login'].includes(name)) return;",
        Damage::OtherHost("own.example"),
    ),
    (
        "oxsec/log-injection",
        "const app = require('express')();\napp.get('/', (req, res) => { const name = req.query.user; CHECK console.log('user ' + name); });",
        "if (/[\\r\\n]/.test(name)) return;",
        Damage::Line,
    ),
    (
        "oxsec/sql-injection",
        "const { Pool } = require('pg');\nconst pool = new Pool();\nexports.run = (name) => { CHECK return pool.query(\"SELECT id FROM users WHERE name = '\" + name + \"'\"); };",
        "if (!/^[a-z]+$/.test(name)) throw new Error('refused');",
        Damage::Sql,
    ),
];

/// Loads `code.js` with stand-ins for what it requires, gives it the input, and prints what reached them.
const HARNESS: &str = r"
const Module = require('module');
const real = { path: require('path'), url: require('url') };
const reached = [];
function record(...given) { reached.push(given.filter((it) => typeof it !== 'function')); return standIn; }
const standIn = new Proxy(record, { get: (_, name) => (name === 'then' ? undefined : standIn), construct: () => standIn });
let handler;
const app = { get: (_, given) => { handler = given; }, listen: () => {} };
const load = Module._load;
Module._load = (name, ...rest) => {
  const plain = name.replace(/^node:/, '');
  if (plain === 'express') return () => app;
  if (plain in real) return real[plain];
  return name.startsWith('/') ? load(name, ...rest) : standIn;
};
console.log = record;
const code = require(real.path.resolve('code.js'));
const input = JSON.parse(process.argv[2]);
try {
  if (handler) handler({ query: new Proxy({}, { get: () => input }) }, { end: () => {}, redirect: record });
  else code.run(input);
} catch (error) {
  if (error.message !== 'refused') throw error;
}
process.stdout.write(JSON.stringify(reached));
";

/// Runs code with an input in Node; returns the values that reached the stand-ins.
fn reached(code: &str, input: &str) -> Vec<Vec<Value>> {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("code.js"), code).unwrap();
    fs::write(folder.path().join("harness.js"), HARNESS).unwrap();
    let mut node = Command::new("node");
    let output = node.current_dir(folder.path()).arg("harness.js").arg(json!(input).to_string()).output().unwrap();
    assert!(output.status.success(), "{code}\n{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Returns whether a shell runs a program that the command was not written for: `id`, the only one that it can find.
fn runs_id(command: &str) -> bool {
    let folder = TempDir::new().unwrap();
    let programs = folder.path().join("programs");
    fs::create_dir(&programs).unwrap();
    let id = programs.join("id");
    fs::write(&id, "#!/bin/sh\n: > \"$MARK\"\n").unwrap();
    fs::set_permissions(&id, fs::Permissions::from_mode(0o755)).unwrap();
    let mark = folder.path().join("mark");
    let mut shell = Command::new("/bin/sh");
    shell.current_dir(folder.path()).env_clear().env("PATH", &programs).env("MARK", &mark).args(["-c", command]);
    shell.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap();
    mark.exists()
}

impl Damage {
    fn is_in(&self, given: &[Value], input: &str) -> bool {
        let first = given.first().and_then(Value::as_str).unwrap_or_default();
        match self {
            Self::Shell => runs_id(first),
            Self::Outside(root) => !Path::new(&normal(first)).starts_with(root),
            Self::OtherHost(host) => {
                let rest = first.split_once("//").map_or("", |(_, rest)| rest);
                !rest.is_empty() && !rest.starts_with(host)
            }
            Self::Option => given.get(1).and_then(Value::as_array).is_some_and(|list| {
                list.iter().skip(2).any(|argument| argument.as_str().is_some_and(|it| it.starts_with('-')))
            }),
            Self::Line => first.contains(['\n', '\r']),
            // The quotes of the program and those of the input do not pair any more.
            Self::Sql => input.contains('\'') && first.contains(input),
        }
    }
}

/// Returns a path without `.` and `..`.
fn normal(path: &str) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => _ = parts.pop(),
            part => parts.push(part),
        }
    }
    format!("/{}", parts.join("/"))
}

/// Returns the input that a rule's finding shows; `None` if the rule finds nothing.
fn witness(rule: &str, code: &str) -> Option<String> {
    let analysis = Analyzer::new(&RuleSet::preset("oxsec").unwrap()).analyze("code.js", code);
    let mut found = analysis.messages.into_iter().filter(|message| message.rule_id.as_deref() == Some(rule));
    match *found.next()?.evidence? {
        Evidence::Flow { witness, .. } => Some(witness),
        Evidence::Fact { .. } => None,
    }
}

#[test]
fn a_witness_does_its_damage_in_node_and_a_guard_stops_it() {
    if Command::new("node").arg("--version").output().is_err() {
        assert!(std::env::var("CI").as_deref() != Ok("true"), "there is no Node");
        eprintln!("SKIPPED: there is no Node");
        return;
    }
    for (rule, code, check, damage) in FLOWS {
        let (open, guarded) = (code.replace("CHECK", ""), code.replace("CHECK", check));
        let input = witness(rule, &open).unwrap_or_else(|| panic!("{rule} finds nothing in {open}"));
        let given = reached(&open, &input);
        assert!(given.iter().any(|given| damage.is_in(given, &input)), "{input:?} does no damage: {given:?}\n{open}");
        assert_eq!(witness(rule, &guarded), None, "{guarded}");
        let given = reached(&guarded, &input);
        assert!(!given.iter().any(|given| damage.is_in(given, &input)), "{input:?} gets through: {given:?}\n{guarded}");
    }
}
