//! The conversion of the journal into the experiment file.

use std::{
    collections::BTreeMap,
    fs::{self, File},
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
};

use miette::Diagnostic;
use oxsec_rules::RuleSet;
use serde_json::{Map, Value, json};
use thiserror::Error;

use super::{
    call::Call,
    course::code_of,
    folder_of,
    journal::{Entry, Outcome, Record},
    model::Model,
    plan::{Condition, Plan},
    prompts::Prompt,
    provider::Source,
    rounds::{self, Round},
    stored,
};
use crate::{
    answer::{Language, Status},
    experiment::{self, Domains, Origin, Position, RuleMetadata, Scored},
};

/// A result that was written.
#[derive(Clone, Debug)]
pub struct Written {
    pub condition: String,
    pub path: PathBuf,
    /// The outcome of each model's rounds of remediation.
    pub rounds: Vec<Round>,
    /// The number of answers of each status, in the order of [`Status::ALL`].
    pub statuses: [u32; Status::ALL.len()],
}

fn statuses(scored: &Scored) -> [u32; Status::ALL.len()] {
    let mut statuses = [0; Status::ALL.len()];
    for answer in scored.models.iter().flat_map(|model| model.answers()) {
        statuses[answer.score.status as usize] += 1;
    }
    statuses
}

/// The reason why there is no result.
#[derive(Debug, Error, Diagnostic)]
#[error("the result {} cannot be written: {error}", path.display())]
#[diagnostic(help("no answer is lost: make room or give access, then run the same command again"))]
pub struct ResultError {
    path: PathBuf,
    error: io::Error,
}

/// Checks that the results can be written, before anything is asked. It touches no file of that name, since another run
/// may be writing it.
pub fn check_writable(plan: &Plan) -> Result<(), ResultError> {
    for condition in &plan.conditions {
        let path = plan.output_of(&condition.name);
        let check = || {
            tempfile::tempfile_in(folder_of(&path))?;
            if path.is_dir() { Err(io::ErrorKind::IsADirectory.into()) } else { Ok(()) }
        };
        check().map_err(|error| ResultError { path: path.clone(), error })?;
    }
    Ok(())
}

/// Writes one experiment for each condition. Its contents depend on the plan, the rules and the journal's entries, not
/// on their order or on interruptions of the run.
pub fn write(plan: &Plan, record: &Record, rules: &RuleSet) -> Result<Vec<Written>, ResultError> {
    let classification = classification(plan, rules)?;
    plan.conditions
        .iter()
        .map(|condition| {
            let path = plan.output_of(&condition.name);
            let text = document(plan, condition, record).to_string();
            let mut experiment = experiment::from_json(&path.to_string_lossy(), text.as_bytes(), &Domains::default());
            experiment.recorded_metadata.clone_from(&classification);
            let scored = experiment::score_with(&experiment, rules, plan.directives());
            let rounds = rounds::rounds(&scored);
            let mut document = experiment::give_back(&scored);
            add_rounds(&mut document, &scored, plan);
            replace(&path, &document).map_err(|error| ResultError { path: path.clone(), error })?;
            let statuses = statuses(&scored);
            Ok(Written { condition: condition.name.clone(), path, rounds, statuses })
        })
        .collect()
}

/// Returns the classification of findings: as a stored experiment recorded it, where one is replayed, else our own.
fn classification(plan: &Plan, rules: &RuleSet) -> Result<BTreeMap<String, RuleMetadata>, ResultError> {
    let own = rules.rules().filter_map(|(rule, _)| Some((rule.to_owned(), RuleMetadata::own(rule)?)));
    let mut classification: BTreeMap<_, _> = own.collect();
    for provider in plan.providers_in_use() {
        if let Source::Replay(settings) = &provider.source {
            let stored = stored::read(&settings.file)
                .map_err(|error| ResultError { path: plan.output.clone(), error: io::Error::other(error) })?;
            classification.extend(stored.recorded_metadata);
        }
    }
    Ok(classification)
}

/// Returns the answers of a condition in the stored shape, without findings and counts.
fn document(plan: &Plan, condition: &Condition, record: &Record) -> Value {
    let models: Map<String, Value> = plan
        .authors()
        .map(|model| {
            let prompts = plan.prompts.iter().map(|prompt| by_prompt(plan, condition, model, prompt, record));
            (model.name.clone(), json!({ "byPrompt": prompts.collect::<Vec<_>>() }))
        })
        .collect();
    let mut domains: Vec<&str> = plan.prompts.iter().map(|prompt| prompt.domain.as_str()).collect();
    domains.dedup();
    json!({
        "bench": "oxsec",
        "benchVersion": env!("CARGO_PKG_VERSION"),
        "timestamp": record.started,
        "runner": "oxsec run",
        "methodology": {
            "isolation": "Each call is a session of its own and knows of no other",
            "condition": condition.name,
            "promptTemplate": condition.prompt,
            "promptCount": plan.prompts.len(),
            "iterationsPerPrompt": plan.iterations,
            "analysisTools": [format!("oxsec {}", env!("CARGO_PKG_VERSION"))],
        },
        "config": {
            "models": plan.authors().map(|model| &model.name).collect::<Vec<_>>(),
            "iterationsPerPrompt": plan.iterations,
            "categories": domains,
            "enableRemediation": plan.rounds > 0,
            "plan": plan,
        },
        "models": models,
    })
}

fn by_prompt(plan: &Plan, condition: &Condition, model: &Model, prompt: &Prompt, record: &Record) -> Value {
    let iterations = (1..=plan.iterations).filter_map(|iteration| {
        let entry = |round| {
            record.entries.get(&Call {
                condition: condition.name.clone(),
                model: model.name.clone(),
                prompt: prompt.id.clone(),
                iteration,
                round,
            })
        };
        let mut answer = Map::from_iter([("iteration".to_owned(), json!(iteration))]);
        answer.extend(outcome(entry(0)?, "code"));
        let mut repairs: Vec<Value> =
            (1..=plan.rounds).map_while(entry).map(|entry| outcome(entry, "fixedCode").into()).collect();
        // One round is an object, as in the stored experiment; several are a list.
        match plan.rounds {
            1 => answer.extend(repairs.pop().map(|repair| ("remediation".to_owned(), repair))),
            _ if repairs.is_empty() => {}
            _ => _ = answer.insert("remediation".to_owned(), repairs.into()),
        }
        Some(Value::Object(answer))
    });
    json!({
        "id": prompt.id,
        "domain": prompt.domain,
        "prompt": prompt.text,
        "expectedVulnerabilities": prompt.expected,
        "iterations": iterations.collect::<Vec<_>>(),
    })
}

/// Returns one call: its outcome with the code under this key, what the model saw, and the text around the code.
fn outcome(entry: &Entry, code_key: &str) -> Map<String, Value> {
    let mut object = Map::new();
    let mut put = |key: &str, value: Value| _ = object.insert(key.to_owned(), value);
    match &entry.outcome {
        Outcome::Answered { answer, took_ms, is_code, details } => {
            let (code, Origin { language, status, extraction }) = code_of(answer, *is_code, details.is_cut_off());
            put(code_key, json!(code));
            if language != Language::default() {
                put("language", json!(language));
            }
            if let Some(status) = status {
                put("status", json!(status));
            }
            put("generationTimeMs", json!(took_ms));
            if let Some(extraction) = extraction {
                let (before, after) = extraction.around(answer);
                if !before.is_empty() || !after.is_empty() {
                    put("discarded", json!({ "before": before, "after": after }));
                }
                put("extraction", json!(extraction));
            }
            if let Some(reason) = &details.finish_reason {
                put("finishReason", json!(reason));
            }
        }
        Outcome::Failed { error, .. } => put("error", json!(error)),
    }
    put("answeredAt", json!(entry.at));
    if entry.by != entry.call.model {
        put("by", json!(entry.by));
    }
    put("asked", json!(entry.asked));
    object
}

/// Adds the fates of the findings: to each repair, and the counts to each model.
fn add_rounds(document: &mut Value, scored: &Scored, plan: &Plan) {
    if plan.rounds == 0 {
        return;
    }
    for model in &scored.models {
        for repair in model.answers().flat_map(rounds::repairs) {
            let Position::Pointer(pointer) = &repair.place.position else { continue };
            if let Some(place) = document.pointer_mut(pointer) {
                let followed = &repair.followed;
                place["changes"] = json!({
                    "fixed": followed.fixed.len(),
                    "kept": followed.kept.len(),
                    "introduced": followed.introduced.len(),
                });
            }
        }
        document["models"][&model.model.name]["remediationRounds"] = json!(rounds::of_model(model));
    }
}

/// Replaces a file atomically.
fn replace(path: &Path, document: &Value) -> io::Result<()> {
    let partial = partial(path);
    let mut file = BufWriter::new(File::create(&partial)?);
    let written = serde_json::to_writer_pretty(&mut file, document).map_err(io::Error::from);
    let written = written.and_then(|()| file.write_all(b"\n")).and_then(|()| file.into_inner()?.sync_all());
    match written.and_then(|()| fs::rename(&partial, path)) {
        Ok(()) => Ok(()),
        Err(error) => {
            // A leftover only takes room; the first error is the one that counts.
            let _ = fs::remove_file(&partial);
            Err(error)
        }
    }
}

/// Returns the temporary file that becomes the result when it is complete.
fn partial(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".partial");
    path.with_file_name(name)
}
