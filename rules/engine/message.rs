//! The results of an analysis: ESLint's lint messages, in ESLint's own JSON shape.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{Evidence, Judgement, SinkReport};

/// The severity of a finding, serialized as ESLint's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// A problem to look at: exit status 0.
    Warn = 1,
    /// A problem to mend: exit status 1.
    Error = 2,
}

impl Serialize for Severity {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(*self as u8)
    }
}

/// A replacement of part of the text.
///
/// `range` counts UTF-16 units from the start of the text, without a byte order mark, end exclusive: `[2, 2]` inserts,
/// an empty `text` removes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fix {
    /// The beginning and end of the replaced part.
    pub range: [u32; 2],
    /// The replacement.
    pub text: String,
}

/// A change that a rule proposes and that needs a person's judgement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Suggestion {
    /// The id of its description.
    pub message_id: &'static str,
    /// The effect of the change, in words.
    pub desc: String,
    /// The change.
    pub fix: Fix,
}

/// An entry of ESLint's `messages`.
///
/// `line` and `column` are 1-based, columns in UTF-16 units; `end_line` and `end_column` are after the last character.
/// A message with `fatal` set and no rule says that the text did not parse; where that is TypeScript its column is
/// 0-based, as typescript-eslint has it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LintMessage {
    /// The rule with its plugin; `None` for a message that is not a rule's.
    pub rule_id: Option<Cow<'static, str>>,
    /// The text could not be analyzed.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub fatal: bool,
    /// The severity of the finding.
    pub severity: Severity,
    /// It is a note, not a failure: a placeholder, hygiene. A note counts in no rate, total or exit status; its
    /// severity is a warning's.
    #[serde(rename = "level", serialize_with = "note", skip_serializing_if = "std::ops::Not::not")]
    pub is_note: bool,
    /// The problem and, on a second line, the remedy.
    pub message: String,
    /// The line of its beginning.
    pub line: u32,
    /// The column of its beginning.
    pub column: u32,
    /// The ESTree type of the reported node.
    pub node_type: Option<&'static str>,
    /// The id of the message among the rule's messages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message_id: Option<&'static str>,
    /// The line of its end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_line: Option<u32>,
    /// The column of its end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_column: Option<u32>,
    /// A change that mends it and leaves everything else that the code does unchanged.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fix: Option<Fix>,
    /// Changes that a person may choose from.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub suggestions: Vec<Suggestion>,
    /// The weakness in the Common Weakness Enumeration, for findings that carry evidence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cwe: Option<u16>,
    /// The proof of the finding; the rules of the plugins have none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<Box<Evidence>>,
    /// The verdict of oxsec's own analysis on it, if asked for.
    #[serde(flatten)]
    pub judgement: Option<Box<Judgement>>,
}

/// Writes the level of a note; other messages have none.
#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
fn note<S: serde::Serializer>(_: &bool, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str("note")
}

impl LintMessage {
    /// Makes a message that is not a rule's, about a place in the text.
    pub fn new(severity: Severity, message: impl Into<String>, line: u32, column: u32) -> Self {
        Self {
            rule_id: None,
            fatal: false,
            severity,
            is_note: false,
            message: message.into(),
            line,
            column,
            node_type: None,
            message_id: None,
            end_line: None,
            end_column: None,
            fix: None,
            suggestions: Vec::new(),
            cwe: None,
            evidence: None,
            judgement: None,
        }
    }
}

/// The reason why a finding is suppressed: its directive, and the justification after the directive's `--`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suppression {
    /// The kind of suppression: `directive`.
    pub kind: Cow<'static, str>,
    /// The justification; empty where there is none.
    pub justification: String,
}

/// An entry of ESLint's `suppressedMessages`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SuppressedMessage {
    /// The suppressed message.
    #[serde(flatten)]
    pub message: LintMessage,
    /// The comments that suppress it.
    pub suppressions: Vec<Suppression>,
}

/// The kind of text that was analyzed, apart from any rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It parses and does something.
    Code,
    /// It parses and does nothing: a word, a literal, a label, operators between these.
    Inert,
    /// It parses and holds no statement: it is empty, or all comments.
    NoStatement,
    /// It does not parse; the first message says why.
    Unparsable,
    /// It is over a limit and was not analyzed; the first message names the limit.
    OverLimit,
}

/// The result of analyzing one text.
///
/// Messages are sorted by line, then column; those at one place keep the order in which they were
/// reported.
#[derive(Clone, Debug, PartialEq)]
pub struct Analysis {
    /// The kind of text.
    pub verdict: Verdict,
    /// The findings.
    pub messages: Vec<LintMessage>,
    /// The findings that comments suppress.
    pub suppressed: Vec<SuppressedMessage>,
    /// The number of comments that can suppress findings: `eslint-disable` and its like, `eslint RULE: VALUE`.
    pub directives: usize,
    /// The sinks that oxsec's own analysis saw, each with its outcome, in the order of the text, if asked for.
    pub sinks: Vec<SinkReport>,
    /// True if oxsec's own analysis, where it was asked for sinks, reached its limit on evaluations: sinks that it did
    /// not come to are not among them.
    pub limit_reached: bool,
}

impl Analysis {
    /// Makes the answer to a text that does not parse: one fatal message about a place in it.
    pub fn fatal(message: impl Into<String>, line: u32, column: u32) -> Self {
        let message = LintMessage { fatal: true, ..LintMessage::new(Severity::Error, message, line, column) };
        Self {
            verdict: Verdict::Unparsable,
            messages: vec![message],
            suppressed: Vec::new(),
            directives: 0,
            sinks: Vec::new(),
            limit_reached: false,
        }
    }

    /// Makes the answer to a text that is over a limit: one fatal message that names the limit.
    pub fn over_limit(message: impl Into<String>) -> Self {
        Self { verdict: Verdict::OverLimit, ..Self::fatal(message, 1, 1) }
    }
}
