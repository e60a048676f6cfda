//! The findings on the labelled corpus, compared with ESLint's own (`tests/oracle/README.md`).

mod facts;

use std::{fmt::Write, fs, path::Path};

use oxsec_rules::{Analyzer, LintMessage, RuleSet};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// The plugins that the facts are about.
const PLUGINS: &[&str] = &["jwt/", "node-security/", "pg/", "secure-coding/"];

/// The rule that looks at the folder around a file instead of the code.
const FOLDER_RULE: &str = "node-security/lock-file";

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

fn finding(message: &LintMessage) -> Value {
    json!([
        message.rule_id,
        message.severity,
        message.line,
        message.column,
        message.end_line,
        message.end_column,
        message.message_id,
        message.suggestions.len(),
        u8::from(message.fix.is_some()),
        facts::edits(message),
    ])
}

/// Returns findings as a set: at one place ESLint's order depends on the order of its configuration.
fn sorted(mut findings: Vec<Value>) -> Vec<String> {
    let mut lines: Vec<String> = findings.drain(..).map(|finding| finding.to_string()).collect();
    lines.sort();
    lines
}

#[test]
fn the_labelled_corpus_has_eslints_own_findings() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut analyzer = Analyzer::new(&RuleSet::preset("all").unwrap());
    let facts = fs::read_to_string(root.join("tests/oracle/corpus.ndjson")).unwrap();
    let mut wrong = Vec::new();
    for line in facts.lines() {
        let row: Value = serde_json::from_str(line).unwrap();
        let file = root.join("corpus").join(row["file"].as_str().unwrap());
        let code = fs::read_to_string(&file).unwrap();
        let digest = hex(&Sha256::digest(&code));
        assert_eq!(&digest[..16], row["sha256_16"], "{} has changed: its facts are of another text", file.display());
        let messages = analyzer.analyze(file.to_str().unwrap(), &code).messages;
        let of_plugins = |message: &&LintMessage| {
            let rule = message.rule_id.as_deref().unwrap_or_default();
            PLUGINS.iter().any(|plugin| rule.starts_with(plugin)) && rule != FOLDER_RULE
        };
        let reported = sorted(messages.iter().filter(of_plugins).map(finding).collect());
        let expected = sorted(row["findings"].as_array().unwrap().clone());
        let fatal = messages.iter().find(|message| message.fatal).map(|message| json!([message.line, message.column]));
        let expected_fatal = row["fatal"].as_array().map(|fatal| json!(fatal[..2]));
        if reported != expected || fatal != expected_fatal {
            wrong.push(format!("{}: reported {reported:#?}, ESLint {expected:#?}", file.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
