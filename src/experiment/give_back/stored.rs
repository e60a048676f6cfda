//! The stored experiment's shape: answers, remediations, and the counts of them.

use oxsec_rules::Severity;
use serde::{Serialize, Serializer, ser::SerializeMap};
use serde_json::{Value, json};

use super::super::{
    Attempt, Experiment, Finding, Origin, Score, Scored, ScoredAnswer, ScoredModel, ScoredPrompt, ScoredRemediation,
};
use super::{
    Object,
    findings::{Messages, category},
    numbers::{fixed, number, round, round_to_tenth, whole_percent},
    put,
};
use crate::answer::Language;
use crate::statistics::{ALPHA, CONFIDENCE, Proportion, chi_squared, wilson};

/// The categories that the summary names.
const TOP_CATEGORIES: usize = 5;

/// The whole shape, for an experiment that was read from another one. Answers are made one by one as they are written.
pub(super) struct Built<'s, 'e> {
    pub scored: &'s Scored<'e>,
    /// The experiment as the reading counts it.
    pub counted: &'s Scored<'e>,
    pub messages: &'s Messages<'e>,
}

impl Serialize for Built<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let &Self { scored, counted, messages } = self;
        let experiment = scored.experiment;
        let pairs = scored.models.iter().zip(&counted.models);
        let models =
            pairs.map(|(model, counted)| (&model.model.name, BuiltModel { model, counted, experiment, messages }));
        let mut map = serializer.serialize_map(Some(3))?;
        map.serialize_entry("models", &Entries(models))?;
        map.serialize_entry("summary", &summary(counted))?;
        map.serialize_entry("reading", &scored.reading)?;
        map.end()
    }
}

struct BuiltModel<'s, 'e> {
    model: &'s ScoredModel<'e>,
    counted: &'s ScoredModel<'e>,
    experiment: &'e Experiment,
    messages: &'s Messages<'e>,
}

impl Serialize for BuiltModel<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let &Self { model, counted, experiment, messages } = self;
        let mut aggregates = Object::new();
        write_aggregates(&mut aggregates, counted, experiment);
        let mut map = serializer.serialize_map(None)?;
        let prompts = model.prompts.iter().map(|prompt| BuiltPrompt(prompt, messages));
        map.serialize_entry("byPrompt", &Items(prompts))?;
        for (name, value) in &aggregates {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

struct BuiltPrompt<'s, 'e>(&'s ScoredPrompt<'e>, &'s Messages<'e>);

impl Serialize for BuiltPrompt<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let &Self(prompt, messages) = self;
        let mut map = serializer.serialize_map(Some(4))?;
        map.serialize_entry("id", &prompt.prompt.id)?;
        map.serialize_entry("prompt", &prompt.prompt.text)?;
        map.serialize_entry("domain", &prompt.prompt.domain)?;
        let answers = prompt.answers.iter().map(|answer| build_answer(answer, messages));
        map.serialize_entry("iterations", &Items(answers))?;
        map.end()
    }
}

/// A list whose items are made as they are written.
struct Items<I>(I);

impl<I: Iterator<Item: Serialize> + Clone> Serialize for Items<I> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.clone())
    }
}

/// An object whose fields are made as they are written.
struct Entries<I>(I);

impl<K: Serialize, V: Serialize, I: Iterator<Item = (K, V)> + Clone> Serialize for Entries<I> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.clone())
    }
}

fn build_answer(answer: &ScoredAnswer, messages: &Messages) -> Value {
    let mut object = Object::new();
    object.insert("iteration".into(), answer.answer.iteration.into());
    write_answer(&mut object, answer, messages);
    object.insert("code".into(), (*answer.answer.code).into());
    write_origin(&mut object, &answer.answer.origin);
    if let Some(time) = answer.answer.generation_time_ms {
        object.insert("generationTimeMs".into(), number(time));
    }
    let mut rounds: Vec<Value> =
        answer.remediations.iter().map(|remediation| build_remediation(remediation, answer, messages)).collect();
    match rounds.len() {
        0 => {}
        1 => drop(object.insert("remediation".into(), rounds.remove(0))),
        _ => drop(object.insert("remediation".into(), rounds.into())),
    }
    object.into()
}

fn build_remediation(remediation: &ScoredRemediation, answer: &ScoredAnswer, messages: &Messages) -> Value {
    let mut object = Object::new();
    match &remediation.remediation.attempt {
        Attempt::Answered { code, origin, .. } => {
            object.insert("fixedCode".into(), (**code).into());
            write_origin(&mut object, origin);
        }
        Attempt::Failed { error } => _ = object.insert("error".into(), (**error).into()),
    }
    write_remediation(&mut object, remediation, answer, messages);
    object.into()
}

/// Writes the way in which code was extracted from an answer, and its language where that is not JavaScript.
fn write_origin(object: &mut Object, origin: &Origin) {
    if origin.language != Language::default() {
        object.insert("language".into(), origin.language.name().into());
    }
    if let Some(extraction) = &origin.extraction {
        object.insert("extraction".into(), json!(extraction));
    }
}

/// Writes the findings in an answer.
pub(super) fn write_answer(object: &mut Object, answer: &ScoredAnswer, messages: &Messages) {
    put(
        object,
        json!({
            "status": answer.score.status,
            "hasVulnerabilities": answer.is_vulnerable(),
            "vulnerabilityCount": answer.score.findings().len(),
            "violations": messages.list(&answer.score, &answer.answer.code, &answer.answer.origin),
        }),
    );
}

/// Writes the findings in a remediation, and its effect. A failed attempt is unchanged.
pub(super) fn write_remediation(
    object: &mut Object,
    remediation: &ScoredRemediation,
    answer: &ScoredAnswer,
    messages: &Messages,
) {
    let Some(score) = &remediation.score else { return };
    let Attempt::Answered { code, origin, .. } = &remediation.remediation.attempt else { return };
    let original = answer.score.findings().len();
    let remaining = remaining(score, original);
    put(
        object,
        json!({
            "status": score.status,
            "originalVulnerabilityCount": original,
            "remainingVulnerabilityCount": remaining,
            "fixedAllVulnerabilities": score.is_clean_code(),
            "fixRate": format!("{}%", fix_rate(original, remaining)),
            "remainingViolations": messages.list(score, code, origin),
        }),
    );
}

/// Returns the number of remaining findings of `original`. A remediation that is not code removes none.
fn remaining(score: &Score, original: usize) -> usize {
    if score.is_code() { score.findings().len() } else { original }
}

/// Returns the share of findings that are gone, in percent; negative where there are more than before.
fn fix_rate(original: usize, remaining: usize) -> f64 {
    if original == 0 { 100.0 } else { round((original as f64 - remaining as f64) / original as f64 * 100.0) }
}

/// Writes all counts over a model's answers.
pub(super) fn write_aggregates(object: &mut Object, model: &ScoredModel, experiment: &Experiment) {
    let remediation = RemediationCounts::of(model);
    put(object, finding_counts(model, experiment));
    put(object, rates(model, experiment));
    put(
        object,
        json!({
            "remediationAttempts": remediation.attempts,
            "remediationFullyFixed": remediation.fixed,
            "remediationTotalOriginal": remediation.original,
            "remediationTotalRemaining": remediation.remaining,
        }),
    );
    if remediation.attempts > 0 {
        object.insert("remediationEffectiveness".into(), remediation.effectiveness());
    } else {
        object.shift_remove("remediationEffectiveness");
    }
}

/// Counts findings by everything that classifies a rule, each in the order of first occurrence.
fn finding_counts(model: &ScoredModel, experiment: &Experiment) -> Value {
    let (mut errors, mut warnings) = (0, 0);
    let [mut by_category, mut by_cwe, mut by_owasp, mut by_rule] = std::array::from_fn(|_| Object::new());
    let mut by_severity: Object =
        ["critical", "high", "medium", "low"].into_iter().map(|level| (level.to_owned(), 0.into())).collect();
    for finding in model.answers().flat_map(|answer| answer.score.findings()) {
        let metadata = experiment.classification(finding.rule());
        match finding.severity {
            Severity::Error => errors += 1,
            Severity::Warn => warnings += 1,
        }
        increment(by_category.entry(category(metadata)).or_insert(0.into()));
        let entry = by_rule.entry(finding.rule()).or_insert_with(|| {
            json!({
                "count": 0,
                "cwe": metadata.and_then(|metadata| metadata.cwe.as_deref()),
                "cvss": metadata.and_then(|metadata| metadata.cvss),
                "severity": metadata.and_then(|metadata| metadata.cvss_level.as_deref()),
            })
        });
        increment(&mut entry["count"]);
        let Some(metadata) = metadata else { continue };
        if let Some(cwe) = &metadata.cwe {
            increment(
                &mut by_cwe.entry(cwe).or_insert_with(|| json!({"count": 0, "name": metadata.cwe_name}))["count"],
            );
        }
        if let Some(owasp) = &metadata.owasp {
            increment(by_owasp.entry(owasp).or_insert(0.into()));
        }
        if let Some(level) = metadata.cvss_level.as_ref().and_then(|level| by_severity.get_mut(&level.to_lowercase())) {
            increment(level);
        }
    }
    let unique_cwes: Vec<String> = by_cwe.keys().cloned().collect();
    let unique_rules: Vec<String> = by_rule.keys().cloned().collect();
    json!({
        "totalFunctions": model.answers().count(),
        "functionsWithVulnerabilities": vulnerable(model),
        "totalVulnerabilities": errors + warnings,
        "errors": errors,
        "warnings": warnings,
        "byCategory": by_category,
        "byCWE": by_cwe,
        "byOWASP": by_owasp,
        "bySeverity": by_severity,
        "byRule": by_rule,
        "uniqueCWEs": unique_cwes,
        "uniqueRules": unique_rules,
    })
}

fn increment(count: &mut Value) {
    *count = (count.as_u64().unwrap_or(0) + 1).into();
}

fn vulnerable(model: &ScoredModel) -> usize {
    model.answers().filter(|answer| answer.is_vulnerable()).count()
}

fn vulnerability_rate(model: &ScoredModel) -> f64 {
    whole_percent(vulnerable(model), model.answers().count())
}

fn rates(model: &ScoredModel, experiment: &Experiment) -> Value {
    let rate = vulnerability_rate(model);
    let time = mean(model.answers().filter_map(|answer| answer.answer.generation_time_ms));
    json!({
        "vulnerabilityRate": format!("{rate}%"),
        "vulnerabilityRateNumeric": number(rate),
        "averageCVSS": average_cvss(model, experiment).map(number),
        "averageGenerationTimeMs": time.map(|time| number(round(time))),
    })
}

/// Returns the average over all findings whose rule has a score, rounded to one decimal.
fn average_cvss(model: &ScoredModel, experiment: &Experiment) -> Option<f64> {
    let findings = model.answers().flat_map(|answer| answer.score.findings());
    mean(findings.filter_map(|finding| experiment.classification(finding.rule())?.cvss).filter(|cvss| *cvss > 0.0))
        .map(|mean| round(mean * 10.0) / 10.0)
}

fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (count, sum) = values.fold((0u32, 0.0), |(count, sum), value| (count + 1, sum + value));
    (count > 0).then(|| sum / f64::from(count))
}

/// The counts of a model's answered attempts at remediation.
struct RemediationCounts {
    attempts: usize,
    fixed: usize,
    original: usize,
    remaining: usize,
}

impl RemediationCounts {
    fn of(model: &ScoredModel) -> Self {
        let attempted = || model.answers().filter(|answer| answer.is_attempted());
        Self {
            attempts: attempted().count(),
            fixed: attempted().filter(|answer| answer.is_fixed()).count(),
            original: attempted().map(|answer| answer.score.findings().len()).sum(),
            remaining: attempted().map(|answer| answer.findings_left()).sum(),
        }
    }

    fn effectiveness(&self) -> Value {
        let overall = if self.original == 0 { 0.0 } else { fix_rate(self.original, self.remaining) };
        json!({
            "attempts": self.attempts,
            "fullyFixed": self.fixed,
            "fullyFixedRate": format!("{}%", whole_percent(self.fixed, self.attempts)),
            "totalOriginalVulnerabilities": self.original,
            "totalRemainingVulnerabilities": self.remaining,
            "overallFixRate": format!("{overall}%"),
        })
    }
}

/// Returns the counts over all models; `null` without any.
pub(super) fn summary(scored: &Scored) -> Value {
    let rates: Vec<f64> = scored.models.iter().map(vulnerability_rate).collect();
    let Some(average_rate) = mean(rates.iter().copied()) else { return Value::Null };
    let lowest = rates.iter().copied().fold(f64::INFINITY, f64::min);
    let highest = rates.iter().copied().fold(0.0, f64::max);
    let cvss = mean(scored.models.iter().filter_map(|model| average_cvss(model, scored.experiment)));
    let findings = scored.models.iter().flat_map(|model| model.answers()).map(|answer| answer.score.findings().len());
    json!({
        "totalModels": scored.models.len(),
        "totalFunctions": scored.models.iter().map(|model| model.answers().count()).sum::<usize>(),
        "totalVulnerabilities": findings.sum::<usize>(),
        "averageVulnerabilityRate": format!("{}%", round(average_rate)),
        "vulnerabilityRateRange": format!("{lowest}-{highest}%"),
        "averageCVSS": cvss.map(round_to_tenth),
        "allUniqueCWEs": unique_cwes(scored),
        "topCategories": top_categories(scored),
        "statistics": statistics(scored),
    })
}

fn unique_cwes<'s>(scored: &'s Scored) -> Vec<&'s str> {
    let mut unique = Vec::new();
    for cwe in rules_found(scored).filter_map(|rule| scored.experiment.classification(rule)?.cwe.as_deref()) {
        if !unique.contains(&cwe) {
            unique.push(cwe);
        }
    }
    unique
}

/// Returns the most frequent categories with their counts; of equal ones, the one that came first.
fn top_categories<'s>(scored: &'s Scored) -> Vec<(&'s str, usize)> {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for category in rules_found(scored).map(|rule| category(scored.experiment.classification(rule))) {
        match counts.iter_mut().find(|(known, _)| *known == category) {
            Some((_, count)) => *count += 1,
            None => counts.push((category, 1)),
        }
    }
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counts.truncate(TOP_CATEGORIES);
    counts
}

/// Returns the rule of every finding in every answer.
fn rules_found(scored: &Scored) -> impl Iterator<Item = &'static str> {
    scored.models.iter().flat_map(|model| model.answers()).flat_map(|answer| answer.score.findings()).map(Finding::rule)
}

fn statistics(scored: &Scored) -> Value {
    let by_model = |proportion: &dyn Fn(&ScoredModel) -> Proportion| -> Object {
        let rates = scored.models.iter().map(|model| (model.model.name.clone(), rate(proportion(model))));
        rates.filter_map(|(name, rate)| Some((name, rate?))).collect()
    };
    json!({
        "vulnerabilityRates": by_model(&vulnerable_of_all),
        "remediationRates": by_model(&fixed_of_attempted),
        "modelComparison": comparison(scored),
    })
}

fn vulnerable_of_all(model: &ScoredModel) -> Proportion {
    model.answers().map(|answer| Proportion::new(u32::from(answer.is_vulnerable()), 1)).sum()
}

fn fixed_of_attempted(model: &ScoredModel) -> Proportion {
    let attempted = model.answers().filter(|answer| answer.is_attempted());
    attempted.map(|answer| Proportion::new(u32::from(answer.is_fixed()), 1)).sum()
}

fn rate(proportion: Proportion) -> Option<Value> {
    let interval = wilson::interval(proportion, CONFIDENCE)?;
    let percent = |share: f64| fixed(share * 100.0);
    Some(json!({
        "rate": format!("{}%", percent(proportion.rate()?)),
        "ci95": format!("[{}% - {}%]", percent(interval.low), percent(interval.high)),
        "n": proportion.total,
    }))
}

fn comparison(scored: &Scored) -> Value {
    let groups: Vec<Proportion> = scored.models.iter().map(vulnerable_of_all).collect();
    let Some(test) = chi_squared::homogeneity(&groups) else { return Value::Null };
    let is_significant = test.p < ALPHA;
    json!({
        "chiSquared": number(round(test.statistic * 1000.0) / 1000.0),
        "df": test.df,
        "pValue": if is_significant { "< 0.05" } else { "> 0.05" },
        "significant": is_significant,
    })
}
