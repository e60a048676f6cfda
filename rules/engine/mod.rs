//! What a rule is, which rules there are, and how a text meets them.

mod message;

pub use message::{Analysis, Fix, LintMessage, Severity, Suggestion, SuppressedMessage, Suppression, Verdict};
