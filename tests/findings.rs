//! The findings on the stored experiment, compared with ESLint's own on all its 1,136 pieces.

mod facts;
mod shared;

use std::{collections::BTreeMap, fs};

use oxsec_rules::{Analyzer, LintMessage, RuleSet, catalogue::entry};
use serde_json::{Value, json};

/// A file's row of the facts: ESLint's findings with the recommended rules, and those of the others.
struct Facts {
    fatal: Value,
    recommended: Vec<Value>,
    all: Vec<Value>,
}

fn facts(text: &str) -> BTreeMap<String, Facts> {
    text.lines()
        .map(|line| {
            let row: Value = serde_json::from_str(line).expect("the facts are JSON Lines");
            let list = |field: &str| row[field].as_array().cloned().expect("a list of findings");
            let facts = Facts { fatal: row["fatal"].clone(), recommended: list("recommended"), all: list("all") };
            (row["id"].as_str().expect("an id").to_string(), facts)
        })
        .collect()
}

/// Returns every piece of code of the experiment, by the id that the facts give it.
fn pieces(experiment: &str) -> BTreeMap<String, String> {
    let experiment: Value = serde_json::from_str(experiment).expect("the experiment is JSON");
    let mut pieces = BTreeMap::new();
    for (model, result) in experiment["models"].as_object().expect("models") {
        for prompt in result["byPrompt"].as_array().expect("prompts") {
            for answer in prompt["iterations"].as_array().expect("answers") {
                let id = format!("{model}/{}/{}", prompt["id"].as_str().expect("an id"), answer["iteration"]);
                if let Some(fixed) = answer["remediation"]["fixedCode"].as_str() {
                    pieces.insert(format!("{id}/fixed"), fixed.to_string());
                }
                pieces.insert(id, answer["code"].as_str().expect("code").to_string());
            }
        }
    }
    pieces
}

/// Returns a message as the facts write a finding.
fn finding(message: &LintMessage) -> Value {
    json!([
        message.rule_id,
        message.severity,
        message.line,
        message.column,
        message.end_line,
        message.end_column,
        message.message_id,
        message.node_type,
        message.suggestions.len(),
        u8::from(message.fix.is_some()),
        facts::edits(message),
    ])
}

#[test]
fn the_stored_experiment_has_the_findings_that_eslint_reported() {
    let (Some(facts_file), Some(further_facts_file), Some(experiment)) = (
        shared::file("oracle/stored.ndjson"),
        shared::file("oracle/stored7.ndjson"),
        shared::file("stored/overnight-7iter.json"),
    ) else {
        return;
    };
    let facts = facts(&fs::read_to_string(facts_file).unwrap());
    let further_facts = self::facts(&fs::read_to_string(further_facts_file).unwrap());
    let pieces = pieces(&fs::read_to_string(experiment).unwrap());
    assert_eq!(pieces.len(), 1136);
    assert!(pieces.keys().eq(facts.keys()), "the facts are about the experiment's pieces");
    let mut recommended = Analyzer::new(&RuleSet::preset("recommended").unwrap());
    let mut all = Analyzer::new(&RuleSet::preset("all").unwrap());
    for (id, code) in &pieces {
        let facts = &facts[id];
        let analysis = recommended.analyze("answer.js", code);
        let fatal = analysis
            .messages
            .iter()
            .find(|message| message.fatal)
            .map_or(Value::Null, |message| json!([message.line, message.column, message.message]));
        assert_eq!(fatal, facts.fatal, "{id}");
        // In the order in which ESLint gives them, warnings about directives left out.
        let found: Vec<Value> =
            analysis.messages.iter().filter(|message| message.message_id.is_some()).map(finding).collect();
        let expected: Vec<Value> = facts.recommended.iter().filter(|row| !row[0].is_null()).cloned().collect();
        assert_eq!(found, expected, "{id}, recommended");
        let mut found: Vec<String> = all
            .analyze("answer.js", code)
            .messages
            .iter()
            .filter(|message| message.message_id.is_some())
            .map(|message| finding(message).to_string())
            .collect();
        // The plugins beyond the published four, as far as there are rules of them.
        let further = [&further_facts[id].recommended, &further_facts[id].all].into_iter().flatten();
        let further = further.filter(|row| row[0].as_str().is_some_and(|rule| entry(rule).is_some()));
        let mut expected: Vec<String> =
            expected.iter().chain(&facts.all).chain(further).map(Value::to_string).collect();
        found.sort_unstable();
        expected.sort_unstable();
        assert_eq!(found, expected, "{id}, all");
    }
}

#[test]
fn findings_at_one_place_come_in_the_order_in_which_eslint_walks() {
    // That of the call comes before that of the string within, whatever the order of the rules.
    let code = "fs.writeFile('/var/tmp/report.csv', rows, done);";
    let found = Analyzer::new(&RuleSet::preset("recommended").unwrap()).analyze("answer.js", code).messages;
    let rules: Vec<_> = found.iter().filter_map(|message| message.rule_id.as_deref()).collect();
    assert_eq!(rules, ["node-security/no-data-in-temp-storage", "node-security/no-zip-slip"]);
}
