//! `/* eslint rule: [error, { option: 1 }] */`: configuration in comments.
//!
//! The author of the code writes these comments too, so everything that the comments of a text ask for has a limit: a
//! comment over it is ignored, with a warning at its place.

use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

use oxc_span::Span;
use regex::Regex;
use serde_json::{Map, Value};

use super::{
    ConfigError, Globals, LintMessage, RuleSet, Severity,
    comment::{DirectiveComment, Label},
    complaint::{MAX_COMPLAINTS, comment_message, ignored, unknown_rule},
    naming::Named,
    relaxed::parse_relaxed,
    ruleset::severity,
};
use crate::estree::{Positions, TooMuch, Tree, is_white_space};

/// The bytes of configuration comments that are read in one text.
const MAX_CONFIGURATION_BYTES: usize = 64 << 10;

/// The values and keys in the options that the comments of one text may give to rules. Rules may look at each of them
/// for each node.
const MAX_OPTION_VALUES: usize = 256;

/// The changes that a text's comments make to the configuration.
pub(super) struct InlineConfig {
    /// The changed configuration, where there are changes.
    pub rules: Option<RuleSet>,
    /// Rules that the text enables and that do not run here.
    pub switched_on: HashSet<String>,
    /// The global variables, where comments declare some.
    pub globals: Option<Globals>,
    /// The messages about the comments.
    pub complaints: Vec<LintMessage>,
}

/// Reads the configuration in the comments. Of several comments on one rule the first counts. A comment that changes
/// nothing is a finding of the severity `unused`, if that is given.
pub(super) fn read(
    comments: &[DirectiveComment<'_>],
    configured: &RuleSet,
    unused: Option<Severity>,
    tree: &Tree<'_>,
    positions: &Positions<'_>,
) -> InlineConfig {
    let mut reader = Reader {
        configured,
        unused,
        rules: configured.clone(),
        switched_on: HashSet::new(),
        globals: None,
        seen: HashSet::new(),
        refused: HashMap::new(),
        configuration_bytes: 0,
        option_values: 0,
        fatal: Vec::new(),
        complaints: Vec::new(),
        positions,
    };
    for comment in comments {
        if reader.fatal.len() + reader.complaints.len() >= MAX_COMPLAINTS {
            break;
        }
        match comment.label {
            Label::Eslint => reader.configure(comment, tree),
            Label::Global => {
                let settings = globals(comment.value);
                let bad = settings.values().filter_map(|setting| global_is_declared(setting).err());
                let messages = bad.map(|message| comment_message(comment.span, None, true, message, positions));
                reader.fatal.extend(messages.take(MAX_COMPLAINTS));
                reader.declare(&settings);
            }
            _ => {}
        }
    }
    let Reader { rules, switched_on, globals, seen, mut fatal, complaints, .. } = reader;
    fatal.extend(complaints);
    InlineConfig { rules: (!seen.is_empty()).then_some(rules), switched_on, globals, complaints: fatal }
}

impl InlineConfig {
    /// Ignores all comments that change the configuration, because the rules that they configured took too many steps.
    pub(super) fn ignore_all(&mut self, comments: &[DirectiveComment<'_>], reason: TooMuch, positions: &Positions<'_>) {
        let reason = match reason {
            TooMuch::OptionSteps(_) => "the patterns and lists of its options take too many steps for this code",
            _ => "the rules that it configures take too many steps for this code",
        };
        let configuring = comments.iter().filter(|comment| comment.label == Label::Eslint);
        let room = MAX_COMPLAINTS.saturating_sub(self.complaints.len()).max(1);
        self.complaints.extend(configuring.take(room).map(|comment| ignored(comment.span, reason, positions)));
        self.rules = None;
    }
}

struct Reader<'p> {
    /// The configuration without the comments' changes.
    configured: &'p RuleSet,
    unused: Option<Severity>,
    rules: RuleSet,
    switched_on: HashSet<String>,
    globals: Option<Globals>,
    /// The rules that a comment has configured.
    seen: HashSet<String>,
    /// The reasons why settings were refused, by rule and setting, so that the same setting is tried once.
    refused: HashMap<(String, String), String>,
    configuration_bytes: usize,
    option_values: usize,
    fatal: Vec<LintMessage>,
    complaints: Vec<LintMessage>,
    positions: &'p Positions<'p>,
}

impl Reader<'_> {
    fn configure(&mut self, comment: &DirectiveComment<'_>, tree: &Tree<'_>) {
        self.configuration_bytes = self.configuration_bytes.saturating_add(comment.value.len());
        if self.configuration_bytes > MAX_CONFIGURATION_BYTES {
            let reason =
                format!("the configuration comments of this text are more than {MAX_CONFIGURATION_BYTES} bytes long");
            self.complaints.push(ignored(comment.span, &reason, self.positions));
            return;
        }
        tree.count_comment_steps(comment.value.len());
        match parse_config(comment.value) {
            Ok(config) => config.into_iter().for_each(|(rule, value)| self.set(rule, &value, comment.span)),
            Err(message) => self.fatal.push(comment_message(comment.span, None, true, message, self.positions)),
        }
    }

    fn set(&mut self, rule: String, value: &Value, span: Span) {
        let positions = self.positions;
        let mut complain = |rule: Option<String>, message: String| {
            self.complaints.push(comment_message(span, rule, false, message, positions));
        };
        let Some(kind) = self.rules.named(&rule) else {
            self.complaints.push(unknown_rule(span, &rule, positions));
            return;
        };
        if self.seen.contains(&rule) {
            let message = format!(
                "Rule \"{rule}\" is already configured by another configuration comment in the preceding code. This \
                 configuration is ignored."
            );
            complain(None, message);
            return;
        }
        let result = match kind {
            Named::Foreign => first_severity(value).map(|severity| {
                if severity.is_some() {
                    self.switched_on.insert(rule.clone());
                } else if !self.configured.may_run_elsewhere(&rule) {
                    self.report_if_unused(&rule, value, span);
                }
            }),
            Named::Inherited => first_severity(value).map(|_| ()),
            Named::Rule(_) => {
                let attempt = (rule.clone(), value.to_string());
                if let Some(reason) = self.refused.get(&attempt) {
                    complain(Some(rule), reason.clone());
                    return;
                }
                let values = option_values(value);
                if self.option_values + values > MAX_OPTION_VALUES {
                    let reason =
                        format!("the options in comments of this text hold more than {MAX_OPTION_VALUES} values");
                    self.complaints.push(ignored(span, &reason, positions));
                    return;
                }
                self.option_values += values;
                let set = self.rules.reconfigure(&rule, value);
                match &set {
                    Ok(()) => self.report_if_unused(&rule, value, span),
                    Err(error) => {
                        self.refused.insert(attempt, invalid(&rule, error));
                    }
                }
                set
            }
        };
        match result {
            Ok(()) => {
                self.seen.insert(rule);
            }
            Err(error) => {
                let message = invalid(&rule, &error);
                self.complaints.push(comment_message(span, Some(rule), false, message, positions));
            }
        }
    }

    /// Adds a warning where a comment changes nothing and such warnings are on.
    fn report_if_unused(&mut self, rule: &str, value: &Value, span: Span) {
        let Some(severity) = self.unused else { return };
        let given = match value {
            Value::Array(items) => items.get(1..).unwrap_or_default(),
            _ => &[],
        };
        let how = match (first_severity(value).ok().flatten(), self.configured.configured(rule)) {
            (None, None) if self.configured.is_named_off(rule) => "is already configured to 'off'".to_owned(),
            (None, None) => "is not enabled so can't be turned off".to_owned(),
            (Some(severity), Some(known))
                if known.severity == severity && (given.is_empty() || given == known.options) =>
            {
                let word = if severity == Severity::Error { "error" } else { "warn" };
                let options = if given.is_empty() { "" } else { " with the same options" };
                format!("is already configured to '{word}'{options}")
            }
            _ => return,
        };
        let message = format!("Unused inline config ('{rule}' {how}).");
        let message = comment_message(span, None, false, message, self.positions);
        self.complaints.push(LintMessage { severity, ..message });
    }

    /// Adds the global variables that a comment declares.
    fn declare(&mut self, settings: &Map<String, Value>) {
        let globals = self.globals.get_or_insert_with(|| self.configured.globals.as_ref().clone());
        for (name, setting) in settings {
            if let Ok(exists) = global_is_declared(setting) {
                globals.set(name.as_str(), exists);
            }
        }
    }
}

/// Returns the number of values and keys in a setting's options.
fn option_values(value: &Value) -> usize {
    fn count(value: &Value) -> usize {
        match value {
            Value::Array(items) => 1 + items.iter().map(count).sum::<usize>(),
            Value::Object(fields) => 1 + fields.values().map(|value| 1 + count(value)).sum::<usize>(),
            _ => 1,
        }
    }
    match value {
        Value::Array(items) => items.iter().skip(1).map(count).sum(),
        _ => 0,
    }
}

fn invalid(rule: &str, error: &ConfigError) -> String {
    format!("Inline configuration for rule \"{rule}\" is invalid:\n\t{error}\n")
}

fn first_severity(value: &Value) -> Result<Option<Severity>, ConfigError> {
    match value {
        Value::Array(items) => severity(items.first().unwrap_or(&Value::Null)),
        value => severity(value),
    }
}

/// Reads the settings of a `/* global */` comment, by name.
fn globals(value: &str) -> Map<String, Value> {
    static COLONS: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\s*([:,])\s*").expect("a fixed pattern compiles"));
    let text = COLONS.replace_all(value, "$1").into_owned();
    let mut settings: Map<String, Value> = Map::new();
    for item in text.split(|character: char| character == ',' || is_white_space(character)) {
        let mut parts = item.split(':');
        let name = parts.next().unwrap_or_default();
        if !item.is_empty() {
            settings.insert(name.to_string(), parts.next().map_or(Value::Null, Value::from));
        }
    }
    settings
}

/// Returns whether a setting declares a global variable: every setting but `off` does, as does a name without a
/// setting.
///
/// # Errors
///
/// The setting is not one of ESLint's words.
fn global_is_declared(setting: &Value) -> Result<bool, String> {
    match setting.as_str() {
        None | Some("false" | "readable" | "readonly" | "true" | "writable" | "writeable") => Ok(true),
        Some("off") => Ok(false),
        Some(setting) => {
            Err(format!("'{setting}' is not a valid configuration for a global (use 'readonly', 'writable', or 'off')"))
        }
    }
}

/// Reads a comment's configuration as ESLint does: in the relaxed notation, or else in a dialect of JSON.
fn parse_config(text: &str) -> Result<Map<String, Value>, String> {
    if let Ok(config) = parse_relaxed(text)
        && config.values().all(|value| first_severity(value).is_ok())
    {
        return Ok(config);
    }
    static KEYS: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"([-a-zA-Z0-9/]+):").expect("a fixed pattern compiles"));
    static MISSING_COMMA: LazyLock<Regex> =
        LazyLock::new(|| Regex::new("([\\]0-9])\\s+\"").expect("a fixed pattern compiles"));
    let quoted = KEYS.replace_all(text, "\"$1\":");
    let normalized = MISSING_COMMA.replace(&quoted, "$1,\"");
    serde_json::from_str(&format!("{{{normalized}}}"))
        .map_err(|error| format!("Failed to parse JSON from '{normalized}': {error}"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_not_relaxed_may_still_be_near_json() {
        assert_eq!(
            parse_config("no-alert: 2 no-console: 2").map(Value::Object),
            Ok(json!({"no-alert": 2, "no-console": 2}))
        );
        assert!(parse_config("no-alert: [2").unwrap_err().starts_with("Failed to parse JSON"));
    }
}
