use oxsec_rules::{Evidence, EvidenceStep, Judged, LintMessage, Severity};

use crate::text::{visible, visible_line};

/// The parts of a rule's message: `CWE-89 | what is wrong | HIGH`, and `   Fix: what to do` on the next line.
pub struct Parts<'a> {
    pub cwe: Option<&'a str>,
    pub what: &'a str,
    pub level: Option<&'a str>,
    pub fix: Option<&'a str>,
}

impl<'a> Parts<'a> {
    pub fn of(message: &'a LintMessage) -> Self {
        let (head, fix) = match message.message.split_once("\n   Fix: ") {
            Some((head, fix)) => (head, Some(fix)),
            None => (message.message.as_str(), None),
        };
        let parts = head.split_once(" | ").and_then(|(cwe, rest)| Some((cwe, rest.rsplit_once(" | ")?)));
        match parts {
            Some((cwe, (what, level))) => Self { cwe: Some(cwe), what, level: Some(level), fix },
            None => Self { cwe: None, what: head, level: None, fix },
        }
    }
}

/// Joins the lines of a message.
pub fn one_line(message: &str) -> String {
    visible_line(&message.replace("\n   Fix:", " Fix:"))
}

/// Returns the severity of a message, in the word that formats for people use.
pub fn level(message: &LintMessage) -> &'static str {
    match message.severity {
        _ if message.is_note => "note",
        Severity::Error => "error",
        Severity::Warn => "warning",
    }
}

/// Returns the places in a message's evidence, from the source to the sink; empty where it has no evidence.
pub fn steps(message: &LintMessage) -> &[EvidenceStep] {
    match message.evidence.as_deref() {
        Some(Evidence::Flow { steps, .. } | Evidence::Fact { steps, .. }) => steps,
        None => &[],
    }
}

/// The conclusion of a message's evidence: the input that does the damage, or the attack.
pub struct Conclusion<'a> {
    /// The kind: `input` or `attack`.
    pub name: &'static str,
    pub text: &'a str,
    /// The place of the input in the sink.
    pub context: Option<&'a str>,
}

impl<'a> Conclusion<'a> {
    pub fn of(message: &'a LintMessage) -> Option<Self> {
        Some(match message.evidence.as_deref()? {
            Evidence::Flow { witness, sink, .. } => Self {
                name: "input",
                text: witness,
                context: Some(&sink.context).filter(|it| !it.is_empty()).map(String::as_str),
            },
            Evidence::Fact { attack, .. } => Self { name: "attack", text: attack, context: None },
        })
    }

    /// Returns the conclusion on one line.
    pub fn line(&self) -> String {
        let context = self.context.map(|context| format!(" ({})", visible_line(context))).unwrap_or_default();
        format!("{}: {}{context}", self.name, visible_line(self.text))
    }
}

/// Returns the proof of a message in short lines: its places, numbered, its conclusion, and the verdict; empty where it
/// has neither evidence nor verdict.
pub fn proof(message: &LintMessage) -> Vec<String> {
    let places = steps(message).iter().enumerate();
    let places =
        places.map(|(at, step)| format!("{}. {}:{} {}", at + 1, step.line, step.column, visible_line(&step.text)));
    places.chain(Conclusion::of(message).map(|conclusion| conclusion.line())).chain(verdict(message)).collect()
}

/// Returns the verdict of oxsec's own analysis on a finding, where there is one.
pub fn verdict(message: &LintMessage) -> Option<String> {
    let judgement = message.judgement.as_deref().filter(|it| it.verdict != Judged::NotApplicable)?;
    Some(format!("verdict: {} ({})", judgement.verdict.name(), visible_line(&judgement.reason)))
}

/// Returns a message with its proof, line by line: for formats that show a single text.
pub fn with_proof(message: &LintMessage) -> String {
    let mut text = visible(&message.message).into_owned();
    for line in proof(message) {
        text.push_str("\n   ");
        text.push_str(&line);
    }
    text
}
