//! `/* eslint rule: [error, { option: 1 }] */`: configuration in comments.
//!
//! Whoever writes the code writes these too. So what all comments of a text may ask for has a limit: a comment over it is
//! ignored, with a warning at its place.

use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

use oxc_span::Span;
use regex::Regex;
use serde_json::{Map, Value};

use super::{
    ConfigError, LintMessage, RuleSet,
    comment::{DirectiveComment, Label, Named, named},
    complaint::{MAX_COMPLAINTS, comment_message, ignored, unknown_rule},
    core_rules::CORE_RULES,
    relaxed::parse_relaxed,
    ruleset::severity,
};
use crate::estree::{Positions, TooMuch, Tree, is_white_space};

/// How many bytes of configuration comments of one text are read.
const MAX_CONFIGURATION_BYTES: usize = 64 << 10;

/// How many values and keys the options hold that comments of one text give to rules. Rules may look at each of them for each
/// node.
const MAX_OPTION_VALUES: usize = 256;

/// What the comments of a text change of the configuration.
pub(super) struct InlineConfig<'a> {
    /// The configuration with the changes, where there are any.
    pub rules: Option<RuleSet>,
    /// ESLint's own rules that the text switches on.
    pub core_rules: HashSet<&'a str>,
    /// What is wrong with the comments.
    pub complaints: Vec<LintMessage>,
}

/// Reads the configuration that the comments hold. For one rule the first comment wins.
pub(super) fn read<'a>(
    comments: &[DirectiveComment<'a>],
    configured: &RuleSet,
    tree: &Tree<'_>,
    positions: &Positions<'_>,
) -> InlineConfig<'a> {
    let mut reader = Reader {
        rules: configured.clone(),
        core_rules: HashSet::new(),
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
                let messages = bad_globals(comment.value)
                    .map(|message| comment_message(comment.span, None, true, message, positions));
                reader.fatal.extend(messages.take(MAX_COMPLAINTS));
            }
            _ => {}
        }
    }
    let Reader { rules, core_rules, seen, mut fatal, complaints, .. } = reader;
    fatal.extend(complaints);
    InlineConfig { rules: (!seen.is_empty()).then_some(rules), core_rules, complaints: fatal }
}

impl InlineConfig<'_> {
    /// Ignores all comments that change the configuration, because rules configured by them took too much.
    pub fn ignore_all(&mut self, comments: &[DirectiveComment<'_>], reason: TooMuch, positions: &Positions<'_>) {
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

struct Reader<'a, 'p> {
    rules: RuleSet,
    core_rules: HashSet<&'a str>,
    /// The rules that a comment has configured.
    seen: HashSet<String>,
    /// What was wrong with the settings that were refused, by rule and setting: the same need not be tried again.
    refused: HashMap<(String, String), String>,
    configuration_bytes: usize,
    option_values: usize,
    fatal: Vec<LintMessage>,
    complaints: Vec<LintMessage>,
    positions: &'p Positions<'p>,
}

impl<'a> Reader<'a, '_> {
    fn configure(&mut self, comment: &DirectiveComment<'a>, tree: &Tree<'_>) {
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
        let Some(kind) = named(&rule, self.rules.catalogue()) else {
            self.complaints.push(unknown_rule(span, &rule, positions));
            return;
        };
        if self.seen.contains(&rule) {
            let message = format!(
                "Rule \"{rule}\" is already configured by another configuration comment in the preceding code. This configuration is ignored."
            );
            complain(None, message);
            return;
        }
        let result = match kind {
            Named::Core | Named::Inherited => first_severity(value).map(|severity| {
                if severity.is_some()
                    && let Some(core) = core_rule(&rule)
                {
                    self.core_rules.insert(core);
                }
            }),
            Named::Rule => {
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
                self.rules.reconfigure(&rule, value).inspect_err(|error| {
                    self.refused.insert(attempt, invalid(&rule, error));
                })
            }
        };
        match result {
            Ok(()) => {
                self.seen.insert(rule);
            }
            Err(error) => {
                let message = invalid(&rule, &error);
                complain(Some(rule), message);
            }
        }
    }
}

/// The name of one of ESLint's own rules as its list has it.
fn core_rule(rule: &str) -> Option<&'static str> {
    let at = CORE_RULES.binary_search(&rule.strip_prefix("@/").unwrap_or(rule)).ok()?;
    Some(CORE_RULES[at])
}

/// Returns how many values and keys the options of a setting hold.
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

fn first_severity(value: &Value) -> Result<Option<super::Severity>, ConfigError> {
    match value {
        Value::Array(items) => severity(items.first().unwrap_or(&Value::Null)),
        value => severity(value),
    }
}

/// What is wrong with the values of a `/* global */` comment: each that is none of ESLint's words.
fn bad_globals(value: &str) -> impl Iterator<Item = String> {
    // A name alone has no value that could be wrong.
    let value = if value.contains(':') { value } else { "" };
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
    const KNOWN: &[&str] = &["false", "off", "readable", "readonly", "true", "writable", "writeable"];
    settings.into_iter().filter_map(|(_, setting)| {
        let setting = setting.as_str()?;
        (!KNOWN.contains(&setting)).then(|| {
            format!("'{setting}' is not a valid configuration for a global (use 'readonly', 'writable', or 'off')")
        })
    })
}

/// Reads a comment's configuration as ESLint does: the relaxed notation, or else something near JSON.
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
