//! What a rule is, which rules there are, and how a text meets them.

mod analyzer;
mod bindings;
mod budget;
mod checks;
mod context;
mod core_rules;
mod directives;
mod inline_config;
mod limits;
mod matches;
mod message;
mod needles;
mod nesting;
mod parameters;
mod pattern;
mod plan;
mod presets;
mod registry;
mod rule;
mod ruleset;
mod safety;

pub use analyzer::Analyzer;
pub use budget::{Budget, Indexed};
pub use checks::{Checks, Innermost, Speech};
pub use context::{Context, Edit, Finding, Surroundings, shorten, snippet};
pub use limits::{Limits, worker_stack};
pub use matches::Matches;
pub use message::{Analysis, Fix, LintMessage, Severity, Suggestion, SuppressedMessage, Suppression, Verdict};
pub use needles::{DIRECT, Needles};
pub use parameters::Parameters;
pub use pattern::{Pattern, javascript_regex, option_regex};
pub use presets::{PRESETS, Preset};
pub use registry::{Entry, entries, entry};
pub use rule::{Filters, Level, Meta, Rule};
pub use ruleset::{ConfigError, RuleSet};
pub use safety::{SafetyChecker, SafetyMemo};
