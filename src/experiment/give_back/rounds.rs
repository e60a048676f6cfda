//! The shape with several remediation rounds: generations, the changes of each, and the summary.

use std::cmp::Ordering;

use serde_json::{Value, json};

use super::super::{Attempt, Experiment, Finding, Score, Scored};
use super::{
    Object, answers, at,
    findings::{Messages, category},
    numbers::{round_to_tenth, whole_percent},
    put,
};

/// Fills a document of this shape.
pub(super) fn fill(document: &mut Value, scored: &Scored, counted: &Scored, messages: &Messages) {
    for answer in answers(scored) {
        let original = answer.answer;
        let violations = messages.list(&answer.score, &original.code, &original.origin);
        write_generation(at(document, &original.place), &answer.score, violations);
        let mut before = &answer.score;
        for remediation in &answer.remediations {
            let Some(after) = &remediation.score else { continue };
            let Attempt::Answered { code, origin, .. } = &remediation.remediation.attempt else { continue };
            let generation = at(document, &remediation.remediation.place);
            write_generation(generation, after, messages.list(after, code, origin));
            let changes = changes(before, after, &generation["violations"]);
            generation.insert("changes".into(), changes);
            before = after;
        }
    }
    let prompts = document["prompts"].as_array().map_or(0, Vec::len);
    if let Some(summary) = document["summary"].as_object_mut() {
        write_summary(summary, prompts, counted);
    }
}

fn write_generation(generation: &mut Object, score: &Score, violations: Value) {
    put(
        generation,
        json!({
            "violations": violations,
            "violationCount": score.findings().len(),
            "ruleIds": rule_counts(score).into_iter().map(|(rule, _)| rule).collect::<Vec<_>>(),
        }),
    );
}

/// Returns the rules with findings, in the order of first occurrence, and their numbers of findings.
fn rule_counts(score: &Score) -> Vec<(&str, usize)> {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for rule in score.findings().iter().map(Finding::rule) {
        match counts.iter_mut().find(|(known, _)| *known == rule) {
            Some((_, count)) => *count += 1,
            None => counts.push((rule, 1)),
        }
    }
    counts
}

/// The changes of a round, rule by rule: a rule is fixed when it no longer finds anything, introduced when it found
/// nothing before, and persists otherwise.
struct Changes<'s> {
    fixed: Vec<(&'s str, usize)>,
    /// The persisting rules, each as often as it is there both before and after.
    persisted: Vec<(&'s str, usize)>,
    introduced: Vec<(&'s str, usize)>,
}

impl<'s> Changes<'s> {
    fn between(before: &'s Score, after: &'s Score) -> Self {
        let (before, after) = (rule_counts(before), rule_counts(after));
        let count_in = |counts: &[(&str, usize)], rule: &str| {
            counts.iter().find(|(known, _)| *known == rule).map_or(0, |(_, count)| *count)
        };
        let without = |counts: &[(&'s str, usize)], others: &[(&str, usize)]| {
            counts.iter().copied().filter(|(rule, _)| count_in(others, rule) == 0).collect()
        };
        let persisted = before.iter().map(|(rule, count)| (*rule, count_in(&after, rule).min(*count)));
        Self {
            fixed: without(&before, &after),
            persisted: persisted.filter(|(_, count)| *count > 0).collect(),
            introduced: without(&after, &before),
        }
    }

    fn introduces(&self, rule: &str) -> bool {
        self.introduced.iter().any(|(introduced, _)| *introduced == rule)
    }
}

fn rules<'s>(counts: &[(&'s str, usize)]) -> Vec<&'s str> {
    counts.iter().map(|(rule, _)| *rule).collect()
}

fn total(counts: &[(&str, usize)]) -> usize {
    counts.iter().map(|(_, count)| count).sum()
}

fn changes(before: &Score, after: &Score, violations: &Value) -> Value {
    let changes = Changes::between(before, after);
    let details: Vec<Value> = violations
        .as_array()
        .into_iter()
        .flatten()
        .filter(|finding| finding["ruleId"].as_str().is_some_and(|rule| changes.introduces(rule)))
        .map(|finding| {
            let fields = ["ruleId", "category", "cwe", "cweName", "cvss", "sourceLine"];
            fields.into_iter().map(|field| (field.to_owned(), finding[field].clone())).collect::<Object>().into()
        })
        .collect();
    let (before, after) = (before.findings().len(), after.findings().len());
    json!({
        "fixed": rules(&changes.fixed),
        "fixedCount": total(&changes.fixed),
        "persisted": rules(&changes.persisted),
        "persistedCount": total(&changes.persisted),
        "introduced": rules(&changes.introduced),
        "introducedCount": total(&changes.introduced),
        "introducedDetails": details,
        "netChange": after as i64 - before as i64,
        "isHydra": !changes.introduced.is_empty(),
        "prevTotal": before,
        "currTotal": after,
    })
}

/// Replaces the contents of a summary; files name the same count differently, and each keeps its own names.
fn write_summary(summary: &mut Object, prompts: usize, scored: &Scored) {
    let rounds = rounds(scored);
    let generations = answers(scored).count() + rounds.len();
    let fields = json!({
        "totalPrompts": prompts,
        "totalGenerations": generations,
        "totalRemediationAttempts": rounds.len(),
        "totalRegenerationAttempts": rounds.len(),
        "gen0": first_generations(prompts, scored),
        "hydra": introductions(&rounds, scored.experiment),
        "finalState": last_generations(scored),
    });
    for (name, value) in fields.as_object().into_iter().flatten() {
        if let Some(present) = summary.get_mut(name) {
            *present = value.clone();
        }
    }
}

/// An answered remediation round of a prompt.
struct Round<'s> {
    prompt: &'s str,
    changes: Changes<'s>,
    after: &'s Score,
}

fn rounds<'s>(scored: &'s Scored) -> Vec<Round<'s>> {
    let mut rounds = Vec::new();
    for prompt in scored.models.iter().flat_map(|model| &model.prompts) {
        for answer in &prompt.answers {
            let mut before = &answer.score;
            for after in answer.remediations.iter().filter_map(|remediation| remediation.score.as_ref()) {
                rounds.push(Round { prompt: &prompt.prompt.id, changes: Changes::between(before, after), after });
                before = after;
            }
        }
    }
    rounds
}

fn first_generations(prompts: usize, scored: &Scored) -> Value {
    let findings: usize = answers(scored).map(|answer| answer.score.findings().len()).sum();
    let vulnerable = answers(scored).filter(|answer| answer.is_vulnerable()).count();
    json!({
        "totalVulnerabilities": findings,
        "promptsWithVulnerabilities": vulnerable,
        "cleanPrompts": answers(scored).count() - vulnerable,
        "avgVulnerabilitiesPerPrompt":
            round_to_tenth(if prompts == 0 { 0.0 } else { findings as f64 / prompts as f64 }),
    })
}

fn introductions(rounds: &[Round], experiment: &Experiment) -> Value {
    let introducing = || rounds.iter().filter(|round| !round.changes.introduced.is_empty());
    let (mut by_category, mut by_rule) = (Object::new(), Object::new());
    for round in introducing() {
        for rule in round.after.findings().iter().map(Finding::rule).filter(|rule| round.changes.introduces(rule)) {
            increment(&mut by_category, category(experiment.classification(rule)));
            increment(&mut by_rule, rule);
        }
    }
    let mut prompts: Vec<&str> = introducing().map(|round| round.prompt).collect();
    prompts.dedup();
    let sum = |counts: fn(&Changes) -> usize| rounds.iter().map(|round| counts(&round.changes)).sum::<usize>();
    json!({
        "totalHydraEvents": introducing().count(),
        "promptsWithHydra": prompts.len(),
        "totalNewVulnsIntroduced": sum(|changes| total(&changes.introduced)),
        "totalVulnsFixed": sum(|changes| total(&changes.fixed)),
        "totalVulnsPersisted": sum(|changes| total(&changes.persisted)),
        "hydraRate": format!("{}%", whole_percent(introducing().count(), rounds.len())),
        "newVulnsByCategory": by_category,
        "newVulnsByRule": by_rule,
        "promptsWithHydraIds": prompts,
    })
}

fn increment(counts: &mut Object, name: &str) {
    let count = counts.entry(name).or_insert(0.into());
    *count = (count.as_u64().unwrap_or(0) + 1).into();
}

fn last_generations(scored: &Scored) -> Value {
    let (mut findings, mut fixed, mut partially, mut unchanged, mut worsened) = (0, 0, 0, 0, 0);
    for answer in answers(scored) {
        let first = answer.score.findings().len();
        let last = answer.remediated().unwrap_or(&answer.score).findings().len();
        findings += last;
        if answer.is_attempted() {
            let outcome = match last.cmp(&first) {
                _ if last == 0 => &mut fixed,
                Ordering::Less => &mut partially,
                Ordering::Equal => &mut unchanged,
                Ordering::Greater => &mut worsened,
            };
            *outcome += 1;
        }
    }
    json!({
        "totalVulnerabilities": findings,
        "promptsFullyFixed": fixed,
        "promptsPartiallyFixed": partially,
        "promptsUnchanged": unchanged,
        "promptsWorsened": worsened,
    })
}
