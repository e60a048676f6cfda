//! SARIF 2.1.0 for code scanning.
//!
//! Results come before the tool with its rules, so that they can be written as they come. GitHub accepts 25,000 results
//! per run: the rest is in further runs, each with a name of its own.

use std::{
    io::{self, Write},
    path::Path,
    sync::{Mutex, PoisonError},
};

use oxsec_rules::{Evidence, EvidenceStep, Fix, LintMessage, Suppression};
use serde_json::{Value, json};

use super::{
    Format, Info, Settings, Totals,
    escape::uri,
    fingerprint::Fingerprints,
    parts::{Conclusion, level},
    rule_url,
};
use crate::check::LintResult;

pub const INFO: Info = Info { name: "sarif", help: "SARIF 2.1.0, for code scanning" };

/// The schema that the output follows.
const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The results that GitHub accepts in a run.
const MAX_RUN_RESULTS: usize = 25_000;

/// The characters of a description that GitHub accepts.
const MAX_DESCRIPTION_CHARS: usize = 1024;

/// The files that are listed as not analyzed; the others are only counted.
const MAX_NOTIFICATIONS: usize = 1000;

/// The rule of messages without one, which are about comments.
const COMMENT_RULE: &str = "oxsec/comment";

/// The beginning of a line that is a notification rather than a result.
const NOTIFICATION: char = '!';

pub fn new(settings: &Settings) -> Box<dyn Format> {
    Box::new(Sarif { settings: settings.clone(), run: Mutex::default() })
}

struct Sarif {
    settings: Settings,
    run: Mutex<Run>,
}

/// The run that is being written.
#[derive(Default)]
struct Run {
    results: usize,
    /// The number of runs that have ended.
    ended: usize,
    notifications: Vec<String>,
    more_notifications: usize,
    names_comments: bool,
}

impl Format for Sarif {
    fn begin(&self, _totals: &Totals, out: &mut dyn Write) -> io::Result<()> {
        write!(out, "{{\"$schema\":\"{SCHEMA}\",\"version\":\"2.1.0\",\"runs\":[{{\"results\":[")
    }

    /// Returns `false`: the text is one line per result or notification.
    fn is_json(&self) -> bool {
        true
    }

    fn result(&self, result: &LintResult) -> String {
        let place = self.artifact(&result.file_path);
        let mut fingerprints = result.source.as_deref().map(Fingerprints::new);
        let mut text = String::new();
        for message in &result.messages {
            if message.fatal {
                text.push(NOTIFICATION);
                text += &notification(message, &place).to_string();
            } else {
                let fingerprint = fingerprints.as_mut().map(|fingerprints| fingerprints.next(message));
                text += &finding(message, &place, fingerprint, None).to_string();
            }
            text.push('\n');
        }
        for suppressed in result.suppressed_messages.iter().filter(|suppressed| !suppressed.message.fatal) {
            text += &finding(&suppressed.message, &place, None, Some(&suppressed.suppressions)).to_string();
            text.push('\n');
        }
        text
    }

    fn add(&self, rendered: &str, _is_first: bool, totals: &Totals, out: &mut dyn Write) -> io::Result<()> {
        let mut run = self.run.lock().unwrap_or_else(PoisonError::into_inner);
        for line in rendered.lines() {
            if let Some(notification) = line.strip_prefix(NOTIFICATION) {
                if run.notifications.len() < MAX_NOTIFICATIONS {
                    run.notifications.push(notification.to_owned());
                } else {
                    run.more_notifications += 1;
                }
                continue;
            }
            if run.results == MAX_RUN_RESULTS {
                self.end_run(&mut run, totals, out)?;
                out.write_all(b"},\n{\"results\":[")?;
            }
            if run.results > 0 {
                out.write_all(b",\n")?;
            }
            out.write_all(line.as_bytes())?;
            run.results += 1;
            run.names_comments |= line.contains(COMMENT_RULE);
        }
        Ok(())
    }

    fn end(&self, totals: &Totals, out: &mut dyn Write) -> io::Result<()> {
        let mut run = self.run.lock().unwrap_or_else(PoisonError::into_inner);
        self.end_run(&mut run, totals, out)?;
        out.write_all(b"}]}\n")
    }
}

impl Sarif {
    /// Returns the descriptor of a rule, by its name in messages.
    fn descriptor(&self, rule: &str) -> Value {
        let Some(entry) = self.settings.entry(rule) else {
            // A comment named it, and no rule has the name.
            let text = "A comment names this rule, which does not exist.";
            return json!({"id": rule, "shortDescription": {"text": text}});
        };
        let meta = entry.meta;
        let summary: String = entry.summary().chars().take(MAX_DESCRIPTION_CHARS).collect();
        json!({
            "id": rule,
            "name": rule,
            "shortDescription": {"text": summary},
            "fullDescription": {"text": summary},
            "help": {"text": summary, "markdown": entry.page()},
            "helpUri": rule_url(meta.id),
            "properties": {
                "tags": ["security", format!("external/cwe/cwe-{}", meta.cwe)],
                "security-severity": format!("{:.1}", meta.cvss),
                "owasp": meta.owasp,
            },
        })
    }

    /// Writes the text after the results of a run, except for its last brace.
    fn end_run(&self, run: &mut Run, totals: &Totals, out: &mut dyn Write) -> io::Result<()> {
        let Run { notifications, more_notifications, ended, names_comments, .. } = std::mem::take(run);
        let comments = names_comments.then(comment_descriptor);
        let rules: Vec<Value> = totals.rules.keys().map(|rule| self.descriptor(rule)).chain(comments).collect();
        let tool = json!({"driver": {
            "name": "oxsec",
            "semanticVersion": env!("CARGO_PKG_VERSION"),
            "informationUri": env!("CARGO_PKG_REPOSITORY"),
            "rules": rules,
        }});
        let root = format!("file://{}/", uri(self.settings.cwd.to_string_lossy().trim_end_matches('/')));
        let bases = json!({"%SRCROOT%": {"uri": root}});
        write!(out, "],\"tool\":{tool},\"columnKind\":\"utf16CodeUnits\",\"originalUriBaseIds\":{bases}")?;
        // Runs of one tool with equal names would replace one another.
        if ended > 0 {
            write!(out, ",\"automationDetails\":{}", json!({"id": format!("oxsec/{}", ended + 1)}))?;
        }
        write!(out, ",\"invocations\":[{{\"executionSuccessful\":true,\"toolExecutionNotifications\":[")?;
        out.write_all(notifications.join(",\n").as_bytes())?;
        if more_notifications > 0 {
            let text = format!("{more_notifications} more files could not be analyzed");
            write!(out, ",{}", json!({"level": "error", "message": {"text": text}}))?;
        }
        out.write_all(b"]}]")?;
        run.ended = ended + 1;
        Ok(())
    }

    /// Returns the location of a file: relative to the folder of the call where it is within.
    fn artifact(&self, path: &Path) -> Value {
        match path.strip_prefix(&self.settings.cwd) {
            Ok(relative) => json!({"uri": uri(&relative.to_string_lossy()), "uriBaseId": "%SRCROOT%"}),
            Err(_) if path.is_absolute() => json!({"uri": format!("file://{}", uri(&path.to_string_lossy()))}),
            Err(_) => json!({"uri": uri(&path.to_string_lossy())}),
        }
    }
}

fn region(message: &LintMessage) -> Value {
    let mut region = json!({"startLine": message.line.max(1), "startColumn": message.column.max(1)});
    if let Some((line, column)) = message.end_line.zip(message.end_column) {
        region["endLine"] = line.into();
        region["endColumn"] = column.into();
    }
    region
}

fn locations(message: &LintMessage, artifact: &Value) -> Value {
    json!([{"physicalLocation": {"artifactLocation": artifact, "region": region(message)}}])
}

fn notification(message: &LintMessage, artifact: &Value) -> Value {
    json!({"level": "error", "message": {"text": message.message}, "locations": locations(message, artifact)})
}

fn finding(
    message: &LintMessage,
    artifact: &Value,
    fingerprint: Option<String>,
    suppressions: Option<&[Suppression]>,
) -> Value {
    // The places are in the code flow; the conclusion is shown with the message.
    let conclusion = Conclusion::of(message).map(|conclusion| format!("\n   {}", conclusion.line()));
    let text = format!("{}{}", message.message, conclusion.unwrap_or_default());
    let mut result = json!({
        "ruleId": message.rule_id.as_deref().unwrap_or(COMMENT_RULE),
        "level": level(message),
        "message": {"text": text},
        "locations": locations(message, artifact),
    });
    if let Some(evidence) = &message.evidence {
        add_evidence(&mut result, evidence, artifact);
    }
    if let Some(judgement) = message.judgement.as_deref() {
        result["properties"]["verdict"] = judgement.verdict.name().into();
        result["properties"]["verdictReason"] = judgement.reason.as_str().into();
    }
    if let Some(fingerprint) = fingerprint {
        result["partialFingerprints"] = json!({"primaryLocationLineHash": fingerprint});
    }
    let fix = |fix: &Fix, description: &str| {
        let [start, end] = fix.range;
        let deleted = json!({"charOffset": start, "charLength": end.saturating_sub(start)});
        let replacement = json!({"deletedRegion": deleted, "insertedContent": {"text": fix.text}});
        json!({
            "description": {"text": description},
            "artifactChanges": [{"artifactLocation": artifact, "replacements": [replacement]}],
        })
    };
    let fixes: Vec<Value> = message
        .fix
        .iter()
        .map(|it| fix(it, "What --fix does"))
        .chain(message.suggestions.iter().map(|suggestion| fix(&suggestion.fix, &suggestion.desc)))
        .collect();
    if !fixes.is_empty() {
        result["fixes"] = fixes.into();
    }
    if let Some(suppressions) = suppressions {
        result["suppressions"] = suppressions
            .iter()
            .map(|suppression| {
                let kind = if suppression.kind == "file" { "external" } else { "inSource" };
                json!({"kind": kind, "justification": suppression.justification})
            })
            .collect();
    }
    result
}

/// Adds the path of a flow as a code flow, the places of a fact as related ones, and the conclusion as a property.
fn add_evidence(result: &mut Value, evidence: &Evidence, artifact: &Value) {
    let location = |step: &EvidenceStep| {
        let region = json!({
            "startLine": step.line, "startColumn": step.column, "endLine": step.end_line, "endColumn": step.end_column,
        });
        json!({
            "physicalLocation": {"artifactLocation": artifact, "region": region},
            "message": {"text": step.text},
        })
    };
    match evidence {
        Evidence::Flow { source, steps, sink, witness } => {
            let last = steps.len().saturating_sub(1);
            let way = steps.iter().enumerate().map(|(at, step)| {
                let importance = if at == 0 || at == last { "essential" } else { "important" };
                json!({"location": location(step), "executionOrder": at + 1, "importance": importance})
            });
            let way: Vec<Value> = way.collect();
            result["codeFlows"] = json!([{"threadFlows": [{"locations": way}]}]);
            result["properties"] = json!({
                "source": source, "sink": sink.does, "context": sink.context, "witness": witness,
            });
        }
        Evidence::Fact { steps, attack } => {
            let places = steps.iter().enumerate().map(|(at, step)| {
                let mut place = location(step);
                place["id"] = (at + 1).into();
                place
            });
            result["relatedLocations"] = places.collect();
            result["properties"] = json!({"attack": attack});
        }
    }
}

fn comment_descriptor() -> Value {
    json!({
        "id": COMMENT_RULE,
        "name": COMMENT_RULE,
        "shortDescription": {"text": "A comment that is written for the linter does nothing, or is wrong."},
    })
}
