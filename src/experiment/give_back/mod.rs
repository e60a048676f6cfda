//! The output of an experiment in its own shape, with its findings and counts replaced.

mod findings;
mod numbers;
mod rounds;
mod stored;

use std::io;

use serde_json::{Map, Value};

use super::{Document, Place, Position, Scored, ScoredAnswer, Shape};
use findings::Messages;

type Object = Map<String, Value>;

/// Writes an experiment as JSON, with the result of [`give_back`] but without holding all of a large one in memory.
///
/// # Errors
///
/// Errors of the writer.
pub fn write_back(scored: &Scored, out: impl io::Write) -> serde_json::Result<()> {
    match only_document(scored) {
        Some(_) => serde_json::to_writer_pretty(out, &give_back(scored)),
        None => serde_json::to_writer_pretty(
            out,
            &stored::Built { scored, counted: &scored.counted(), messages: &Messages::of(scored) },
        ),
    }
}

/// Returns an experiment as JSON.
///
/// A single JSON file keeps its shape, with every finding, count and rate in it replaced by today's; what could not be
/// read of it is unchanged. Everything else, including several files, has the shape of the stored experiment.
pub fn give_back(scored: &Scored) -> Value {
    let (counted, messages) = (&scored.counted(), &Messages::of(scored));
    let Some(document) = only_document(scored) else {
        return serde_json::to_value(stored::Built { scored, counted, messages }).expect("names are strings");
    };
    let mut value = fill(document, scored, counted, messages);
    value["reading"] = serde_json::to_value(scored.reading).expect("a reading is words");
    value
}

/// Returns the document that holds the whole experiment, if there is one.
fn only_document<'e>(scored: &Scored<'e>) -> Option<&'e Document> {
    let [document] = scored.experiment.documents.as_slice() else { return None };
    answers(scored).all(|answer| answer.answer.place.file == document.file).then_some(document)
}

fn answers<'s, 'e>(scored: &'s Scored<'e>) -> impl Iterator<Item = &'s ScoredAnswer<'e>> {
    scored.models.iter().flat_map(|model| model.answers())
}

/// Fills a document. `counted` are the answers that rates count; findings are written for all.
fn fill(document: &Document, scored: &Scored, counted: &Scored, messages: &Messages) -> Value {
    let mut value = document.value.clone();
    match document.shape {
        Shape::Stored => {
            fill_answers(&mut value, scored, messages);
            for model in &counted.models {
                stored::write_aggregates(object(&mut value["models"][&model.model.name]), model, scored.experiment);
            }
            value["summary"] = stored::summary(counted);
        }
        Shape::Checkpoint => {
            fill_answers(&mut value, scored, messages);
            for model in &counted.models {
                stored::write_aggregates(object(&mut value["results"]), model, scored.experiment);
            }
        }
        Shape::Rounds => rounds::fill(&mut value, scored, counted, messages),
    }
    value
}

fn fill_answers(value: &mut Value, scored: &Scored, messages: &Messages) {
    for answer in answers(scored) {
        stored::write_answer(at(value, &answer.answer.place), answer, messages);
        for remediation in &answer.remediations {
            let place = at(value, &remediation.remediation.place);
            stored::write_remediation(place, remediation, answer, messages);
        }
    }
}

/// Returns the object that was read from this place of the document.
fn at<'v>(document: &'v mut Value, place: &Place) -> &'v mut Object {
    let Position::Pointer(pointer) = &place.position else { unreachable!("a JSON file's places are pointers") };
    object(document.pointer_mut(pointer).expect("what was read from there is there"))
}

fn object(value: &mut Value) -> &mut Object {
    value.as_object_mut().expect("the reader takes objects only")
}

/// Replaces existing fields in place, and adds the others.
fn put(object: &mut Object, fields: Value) {
    if let Value::Object(fields) = fields {
        object.extend(fields);
    }
}

#[cfg(test)]
#[path = "../../../tests/shared/mod.rs"]
mod shared;

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use oxsec_rules::{LintMessage, RuleSet, Verdict};
    use serde_json::json;

    use super::super::{
        Columns, Directives, Domains, Experiment, Finding, Reading, RecordedFinding, Score, json, read,
        score::{assemble, pieces},
    };
    use super::*;
    use crate::answer::Status;

    /// No rules: what is found is what was recorded.
    static NO_RULES: LazyLock<RuleSet> = LazyLock::new(RuleSet::new);

    /// Returns an experiment scored as if linting found exactly what was recorded.
    fn scored_as_recorded(experiment: &Experiment) -> Scored<'_> {
        let scores = pieces(experiment).map(|(.., recorded)| score(recorded));
        assemble(experiment, &NO_RULES, Reading::published(Directives::Obeyed), scores)
    }

    fn score(recorded: Option<&[RecordedFinding]>) -> Score {
        let findings = recorded.unwrap_or_default().iter().map(|finding| {
            let message = LintMessage::new(finding.severity, "", finding.line, finding.column.unwrap_or(1));
            Finding::of(&LintMessage { rule_id: Some(finding.rule.clone().into()), ..message }).unwrap()
        });
        Score::of(Verdict::Code, Status::Code, findings.collect())
    }

    fn without_messages(value: &mut Value) {
        match value {
            Value::Array(items) => items.iter_mut().for_each(without_messages),
            Value::Object(fields) => {
                // The record lacks these: our messages, and the status of each answer.
                for ours in ["message", "status", "reading"] {
                    fields.shift_remove(ours);
                }
                fields.values_mut().for_each(without_messages);
            }
            _ => {}
        }
    }

    fn given_back(value: &Value) -> Value {
        let experiment = json::experiment_of(value);
        assert_eq!(experiment.problems, []);
        give_back(&scored_as_recorded(&experiment))
    }

    /// The same findings must give the same counts, rates and statistics, byte for byte.
    #[test]
    fn the_stored_experiment_comes_back_as_it_was() {
        let Some(path) = shared::file("stored/overnight-7iter.json") else { return };
        let experiment = read(&[path], &Columns::default(), &Domains::default());
        let mut expected = experiment.documents[0].value.clone();
        let mut found = give_back(&scored_as_recorded(&experiment));
        without_messages(&mut expected);
        without_messages(&mut found);
        assert_same(&found, &expected);
    }

    /// Compares the texts, so that the order of fields counts, and shows the first line that differs.
    fn assert_same(found: &Value, expected: &Value) {
        let [found, expected] = [found, expected].map(|value| serde_json::to_string_pretty(value).unwrap());
        for (line, (found, expected)) in (1..).zip(found.lines().zip(expected.lines())) {
            assert_eq!(found, expected, "line {line}");
        }
        assert_eq!(found.len(), expected.len());
    }

    fn violation(rule: &str, line: u32, source: &str) -> Value {
        json!({
            "ruleId": rule, "severity": "error", "line": line, "column": 1, "sourceLine": source, "category": "other",
            "cwe": null, "cweName": null, "cvss": null, "cvssLevel": null, "owasp": null, "ruleDescription": null,
        })
    }

    #[test]
    fn several_rounds_come_back_as_they_were() {
        let changes = |value: Value, details: Value| {
            let mut value = value;
            value["introducedDetails"] = details;
            value
        };
        let mut expected = json!({
            "model": "m",
            "prompts": [
                {"promptId": "db-a", "generations": [
                    {"generation": 0, "code": "a();\nb();", "violationCount": 3, "ruleIds": ["pg/no-floating-query",
                     "pg/no-select-all"],
                     "violations": [violation("pg/no-floating-query", 1, "a();"), violation("pg/no-floating-query", 2,
                     "b();"), violation("pg/no-select-all", 2, "b();")]},
                    {"generation": 1, "code": "c();", "violationCount": 2, "ruleIds": ["pg/no-floating-query",
                     "pg/no-unsafe-query"],
                     "violations": [violation("pg/no-floating-query", 1, "c();"), violation("pg/no-unsafe-query", 1,
                     "c();")],
                     "changes": changes(json!({
                        "fixed": ["pg/no-select-all"], "fixedCount": 1, "persisted": ["pg/no-floating-query"],
                        "persistedCount": 1,
                        "introduced": ["pg/no-unsafe-query"], "introducedCount": 1, "introducedDetails": null,
                        "netChange": -1,
                        "isHydra": true, "prevTotal": 3, "currTotal": 2,
                     }), json!([{"ruleId": "pg/no-unsafe-query", "category": "other", "cwe": null, "cweName": null,
                      "cvss": null, "sourceLine": "c();"}]))},
                    {"generation": 2, "code": "d();", "violationCount": 0, "ruleIds": [], "violations": [],
                     "changes": changes(json!({
                        "fixed": ["pg/no-floating-query", "pg/no-unsafe-query"], "fixedCount": 2, "persisted": [],
                        "persistedCount": 0,
                        "introduced": [], "introducedCount": 0, "introducedDetails": null, "netChange": -2,
                        "isHydra": false, "prevTotal": 2, "currTotal": 0,
                     }), json!([]))},
                ]},
                {"promptId": "db-b", "generations": [
                    {"generation": 0, "code": "a();", "violationCount": 0, "ruleIds": [], "violations": []},
                    {"generation": 1, "label": "Round 1", "error": "timed out"},
                ]},
            ],
            "summary": {
                "totalPrompts": 2, "totalGenerations": 4, "totalRegenerationAttempts": 2,
                "gen0": {"totalVulnerabilities": 3, "promptsWithVulnerabilities": 1, "cleanPrompts": 1,
                         "avgVulnerabilitiesPerPrompt": 1.5},
                "hydra": {
                    "totalHydraEvents": 1, "promptsWithHydra": 1, "totalNewVulnsIntroduced": 1, "totalVulnsFixed": 3,
                    "totalVulnsPersisted": 1, "hydraRate": "50%", "newVulnsByCategory": {"other": 1},
                    "newVulnsByRule": {"pg/no-unsafe-query": 1}, "promptsWithHydraIds": ["db-a"],
                },
                "finalState": {"totalVulnerabilities": 0, "promptsFullyFixed": 1, "promptsPartiallyFixed": 0,
                               "promptsUnchanged": 0, "promptsWorsened": 0},
                "stubborn": [],
            },
        });
        let mut found = given_back(&expected);
        without_messages(&mut found);
        // Fields that were there keep their places; the order within them is compared on the stored file.
        assert_eq!(found, expected);
        expected["summary"] = Value::Null;
        assert_eq!(given_back(&expected)["summary"], Value::Null);
    }

    #[test]
    fn what_was_not_read_stays_as_it_is() {
        let answer = json!({"iteration": 1, "code": "a()", "violations": [], "mine": {"kept": true}});
        let value = json!({
            "note": "mine",
            "models": {
                "empty": {"byPrompt": []},
                "m": {"byPrompt": [
                    {"id": "p", "iterations": [answer, {"iteration": 2, "error": "timed out"}, answer]}]},
            },
        });
        let experiment = json::experiment_of(&value);
        assert_eq!(experiment.problems.len(), 3);
        let found = give_back(&scored_as_recorded(&experiment));
        assert_eq!(found["note"], "mine");
        assert_eq!(found["models"]["empty"], value["models"]["empty"]);
        let iterations = &found["models"]["m"]["byPrompt"][0]["iterations"];
        assert_eq!(iterations[0]["mine"], json!({"kept": true}));
        assert_eq!(iterations[0]["hasVulnerabilities"], false);
        assert_eq!(iterations[1], json!({"iteration": 2, "error": "timed out"}));
        assert_eq!(iterations[2], answer);
        assert_eq!(found["models"]["m"]["totalFunctions"], 1);
    }
}
