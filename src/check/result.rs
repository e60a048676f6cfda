use std::path::PathBuf;

use oxsec_rules::{Analysis, LintMessage, Severity, SuppressedMessage};
use serde::Serialize;

/// What ESLint says of one file, in ESLint 9's JSON shape.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LintResult {
    /// Absolute.
    pub file_path: PathBuf,
    pub messages: Vec<LintMessage>,
    pub suppressed_messages: Vec<SuppressedMessage>,
    pub error_count: usize,
    pub fatal_error_count: usize,
    pub warning_count: usize,
    pub fixable_error_count: usize,
    pub fixable_warning_count: usize,
    /// The text, where something is said of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    pub used_deprecated_rules: [(); 0],
}

impl LintResult {
    pub fn new(file_path: PathBuf, source: &str, analysis: Analysis) -> Self {
        let Analysis { messages, suppressed, .. } = analysis;
        let count = |severity, wanted: fn(&LintMessage) -> bool| {
            messages.iter().filter(|message| message.severity == severity && wanted(message)).count()
        };
        Self {
            file_path,
            error_count: count(Severity::Error, |_| true),
            fatal_error_count: count(Severity::Error, |message| message.fatal),
            warning_count: count(Severity::Warn, |_| true),
            fixable_error_count: count(Severity::Error, |message| message.fix.is_some()),
            fixable_warning_count: count(Severity::Warn, |message| message.fix.is_some()),
            source: (!messages.is_empty() && !source.is_empty()).then(|| source.to_string()),
            messages,
            suppressed_messages: suppressed,
            used_deprecated_rules: [],
        }
    }
}
