//! What a rule is, which rules there are, and how a text meets them.

mod analyzer;
mod message;

pub use analyzer::{Analyzer, RuleSet};
pub use message::{Analysis, Fix, LintMessage, Severity, Suggestion, SuppressedMessage, Suppression, Verdict};
