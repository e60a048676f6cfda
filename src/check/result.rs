use std::path::{Path, PathBuf};

use oxsec_rules::{Analysis, DeprecatedRule, LintMessage, RuleSet, Severity, SuppressedMessage};
use serde::{Serialize, Serializer};

use super::Stats;

/// ESLint's result for one file, in ESLint 9's JSON shape.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LintResult {
    /// The absolute path. U+FFFD replaces the parts of a name that are not Unicode.
    #[serde(serialize_with = "lossy")]
    pub file_path: PathBuf,
    pub messages: Vec<LintMessage>,
    pub suppressed_messages: Vec<SuppressedMessage>,
    pub error_count: usize,
    pub fatal_error_count: usize,
    pub warning_count: usize,
    pub fixable_error_count: usize,
    pub fixable_warning_count: usize,
    /// The text with fixes applied, where some were.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub output: Option<String>,
    /// The text, where there are messages about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// The durations of the analysis, if asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stats: Option<Stats>,
    /// The deprecated rules among those that apply.
    pub used_deprecated_rules: Vec<DeprecatedRule>,
    /// There was no text, because the file is missing or cannot be read.
    #[serde(skip)]
    pub is_unreadable: bool,
    /// The text before fixes were applied, where some were.
    #[serde(skip)]
    pub original: Option<String>,
    /// The number of passes in which fixes were applied.
    #[serde(skip)]
    pub fix_passes: usize,
    /// The file is ignored, as its one message says.
    #[serde(skip)]
    pub is_ignored: bool,
}

fn lossy<S: Serializer>(path: &Path, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&path.to_string_lossy())
}

impl LintResult {
    /// Returns the result of analyzing a text with these rules.
    pub fn new(file_path: PathBuf, source: &str, analysis: Analysis, rules: &RuleSet) -> Self {
        let Analysis { messages, suppressed, .. } = analysis;
        let counts = Counts::of(&messages);
        Self {
            file_path,
            error_count: counts.errors,
            fatal_error_count: counts.fatal_errors,
            warning_count: counts.warnings,
            fixable_error_count: counts.fixable_errors,
            fixable_warning_count: counts.fixable_warnings,
            source: (!messages.is_empty() && !source.is_empty()).then(|| source.to_string()),
            messages,
            suppressed_messages: suppressed,
            stats: None,
            used_deprecated_rules: rules.deprecated_rules(),
            is_unreadable: false,
            output: None,
            original: None,
            fix_passes: 0,
            is_ignored: false,
        }
    }

    /// Counts the messages again after some were removed.
    pub fn count_messages(&mut self) {
        let counts = Counts::of(&self.messages);
        self.error_count = counts.errors;
        self.fatal_error_count = counts.fatal_errors;
        self.warning_count = counts.warnings;
        self.fixable_error_count = counts.fixable_errors;
        self.fixable_warning_count = counts.fixable_warnings;
    }

    /// Returns the result of a file that is not checked: a warning that says why.
    pub fn ignored(path: &Path, reason: &str) -> Self {
        let warning = LintMessage::new(Severity::Warn, reason, 0, 0);
        let analysis = Analysis { messages: vec![warning], ..Analysis::fatal("", 0, 0) };
        Self { is_ignored: true, ..Self::new(path.to_path_buf(), "", analysis, &RuleSet::new()) }
    }
}

/// The numbers of messages of each kind that ESLint counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Counts {
    pub errors: usize,
    pub fatal_errors: usize,
    pub warnings: usize,
    pub fixable_errors: usize,
    pub fixable_warnings: usize,
}

impl Counts {
    pub fn of(messages: &[LintMessage]) -> Self {
        let mut counts = Self::default();
        for message in messages.iter().filter(|message| !message.is_note) {
            let fixable = usize::from(message.fix.is_some());
            match message.severity {
                Severity::Error => {
                    counts.errors += 1;
                    counts.fatal_errors += usize::from(message.fatal);
                    counts.fixable_errors += fixable;
                }
                Severity::Warn => {
                    counts.warnings += 1;
                    counts.fixable_warnings += fixable;
                }
            }
        }
        counts
    }
}
