//! `/* eslint rule: [error, { option: 1 }] */`: configuration in comments, and the relaxed notation
//! that ESLint's command line shares with it.

use std::{collections::HashSet, sync::LazyLock};

use oxc_span::Span;
use regex::Regex;
use serde_json::{Map, Number, Value};

use super::{
    ConfigError, LintMessage, RuleSet,
    core_rules::CORE_RULES,
    directives::{DirectiveComment, Label, comment_message},
    ruleset::severity,
};
use crate::estree::{Positions, is_white_space};

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
    positions: &Positions<'_>,
) -> InlineConfig<'a> {
    let mut fatal = Vec::new();
    let mut complaints = Vec::new();
    let mut core_rules = HashSet::new();
    let mut seen: HashSet<String> = HashSet::new();
    let mut rules = configured.clone();
    for comment in comments {
        let config = match comment.label {
            Label::Eslint => match parse_config(comment.value) {
                Ok(config) => config,
                Err(message) => {
                    fatal.push(comment_message(comment.span, None, true, message, positions));
                    continue;
                }
            },
            Label::Global => {
                fatal.extend(
                    bad_globals(comment.value)
                        .map(|message| comment_message(comment.span, None, true, message, positions)),
                );
                continue;
            }
            _ => continue,
        };
        for (rule, value) in config {
            let complain =
                |rule: Option<String>, message: String| comment_message(comment.span, rule, false, message, positions);
            if seen.contains(&rule) {
                let message = format!(
                    "Rule \"{rule}\" is already configured by another configuration comment in the preceding code. This configuration is ignored."
                );
                complaints.push(complain(None, message));
                continue;
            }
            if let Ok(at) = CORE_RULES.binary_search(&rule.as_str()) {
                match first_severity(&value) {
                    Ok(None) => {}
                    Ok(Some(_)) => {
                        core_rules.insert(CORE_RULES[at]);
                    }
                    Err(error) => {
                        complaints.push(complain(Some(rule.clone()), invalid(&rule, &error)));
                        continue;
                    }
                }
                seen.insert(rule);
                continue;
            }
            match rules.reconfigure(&rule, &value) {
                Ok(()) => {
                    seen.insert(rule);
                }
                Err(ConfigError::UnknownRule { id, .. }) => complaints.push(unknown_rule(comment.span, &id, positions)),
                Err(error) => complaints.push(complain(Some(rule.clone()), invalid(&rule, &error))),
            }
        }
    }
    fatal.extend(complaints);
    InlineConfig { rules: (!seen.is_empty()).then_some(rules), core_rules, complaints: fatal }
}

/// A message about a rule that does not exist.
pub(super) fn unknown_rule(span: Span, rule: &str, positions: &Positions<'_>) -> LintMessage {
    let message = format!("Definition for rule '{rule}' was not found.");
    comment_message(span, Some(rule.to_string()), false, message, positions)
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

/// Reads the relaxed notation of ESLint's command line and comments: fields with commas between
/// them, where a bare word is a string, a number, `true`, `false` or `null`, and nothing is zero.
///
/// # Errors
///
/// What was expected, and where.
pub fn parse_relaxed(text: &str) -> Result<Map<String, Value>, String> {
    let tokens = tokens(text);
    let braced = tokens.first() == Some(&"{");
    let mut reader = Relaxed { tokens: &tokens, depth: 0 };
    let fields = reader.fields(braced)?;
    match reader.tokens {
        [] => Ok(fields),
        [extra, ..] => Err(format!("`{extra}` stands where the end was expected")),
    }
}

const SPECIAL: &str = "[](){}:,";

/// Splits into quoted strings, brackets, and words; a word may hold blanks but does not end in one.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start_matches(is_white_space);
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '"' | '\'' => quoted_length(rest, first),
            special if SPECIAL.contains(special) => Some(1),
            _ => None,
        };
        let length = length.unwrap_or_else(|| {
            let end = rest.find(|character| SPECIAL.contains(character)).unwrap_or(rest.len());
            rest[..end].trim_end_matches(is_white_space).len()
        });
        tokens.push(&rest[..length]);
        rest = rest[length..].trim_start_matches(is_white_space);
    }
    tokens
}

/// The length of the quoted string that a text begins with, quotes counted.
fn quoted_length(text: &str, quote: char) -> Option<usize> {
    let mut escaped = false;
    for (at, character) in text.char_indices().skip(1) {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            character if character == quote => return Some(at + 1),
            _ => {}
        }
    }
    None
}

/// How deep lists and objects may stand in each other.
const MAX_DEPTH: usize = 32;

struct Relaxed<'t, 'a> {
    tokens: &'t [&'a str],
    depth: usize,
}

impl<'a> Relaxed<'_, 'a> {
    fn peek(&self) -> Option<&'a str> {
        self.tokens.first().copied()
    }

    fn next(&mut self) -> Option<&'a str> {
        let (&first, rest) = self.tokens.split_first()?;
        self.tokens = rest;
        Some(first)
    }

    fn expect(&mut self, token: &str) -> Result<(), String> {
        match self.next() {
            Some(next) if next == token => Ok(()),
            Some(next) => Err(format!("`{token}` was expected, not `{next}`")),
            None => Err(format!("`{token}` was expected at the end")),
        }
    }

    fn fields(&mut self, braced: bool) -> Result<Map<String, Value>, String> {
        if braced {
            self.expect("{")?;
        }
        let mut fields = Map::new();
        while let Some(token) = self.peek()
            && !(braced && token == "}")
        {
            let key = self.word(":");
            self.expect(":")?;
            let value = self.element(if braced { ",}" } else { "," })?;
            fields.insert(unquoted(&key).to_string(), value);
            if self.peek() == Some(",") {
                self.next();
            }
        }
        if braced {
            self.expect("}")?;
        }
        Ok(fields)
    }

    fn element(&mut self, ends: &str) -> Result<Value, String> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(format!("lists and objects stand more than {MAX_DEPTH} deep in each other"));
        }
        let value = match self.peek() {
            Some("[") => {
                self.next();
                let mut items = Vec::new();
                while let Some(token) = self.peek()
                    && token != "]"
                {
                    items.push(self.element(",]")?);
                    if self.peek() == Some(",") {
                        self.next();
                    }
                }
                self.expect("]")?;
                Value::Array(items)
            }
            Some("{") => Value::Object(self.fields(true)?),
            _ => scalar(&self.word(ends)),
        };
        self.depth -= 1;
        Ok(value)
    }

    fn word(&mut self, ends: &str) -> String {
        let mut word = String::new();
        while let Some(token) = self.peek()
            && !ends.contains(&token[..token.chars().next().map_or(0, char::len_utf8)])
        {
            word.push_str(token);
            self.next();
        }
        word
    }
}

fn unquoted(word: &str) -> &str {
    ['\'', '"'].into_iter().find_map(|quote| word.strip_prefix(quote)?.strip_suffix(quote)).unwrap_or(word)
}

fn scalar(word: &str) -> Value {
    match word {
        "" => Value::from(0),
        "null" => Value::Null,
        "true" => Value::Bool(true),
        "false" => Value::Bool(false),
        _ if word.starts_with(['\'', '"']) => {
            let inner = unquoted(word);
            // Escapes are JSON's, in either kind of quotes.
            serde_json::from_str(&format!("\"{}\"", inner.replace("\\'", "'").replace('"', "\\\"")))
                .unwrap_or_else(|_| Value::from(inner))
        }
        _ => number(word).unwrap_or_else(|| Value::from(word)),
    }
}

fn number(word: &str) -> Option<Value> {
    if let Ok(whole) = word.parse::<i64>() {
        return Some(Value::from(whole));
    }
    let decimal = word.starts_with(|first: char| first.is_ascii_digit() || matches!(first, '-' | '+' | '.'));
    word.parse::<f64>().ok().filter(|_| decimal).and_then(Number::from_f64).map(Value::Number)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_relaxed_notation_reads_as_eslint_reads_it() {
        for (text, value) in [
            ("a: 2", json!({"a": 2})),
            ("a:", json!({"a": 0})),
            ("a: []", json!({"a": []})),
            (
                "'a/b': [error, {x: 'y', z: [1,2]}], c: off",
                json!({"a/b": ["error", {"x": "y", "z": [1, 2]}], "c": "off"}),
            ),
            ("a: error b: 2", json!({"a": "error b:2"})),
            ("pg/x: 2,", json!({"pg/x": 2})),
            ("{a: 2}", json!({"a": 2})),
            ("", json!({})),
            ("a: 0, a: 1", json!({"a": 1})),
            ("a: [2, foo bar]", json!({"a": [2, "foo bar"]})),
            ("a: -1", json!({"a": -1})),
            ("a: [2, {b: true, c: null, d: \"x,y\"}]", json!({"a": [2, {"b": true, "c": null, "d": "x,y"}]})),
        ] {
            assert_eq!(parse_relaxed(text).map(Value::Object), Ok(value), "{text}");
        }
        assert!(parse_relaxed("a").unwrap_err().contains("`:`"));
        assert!(parse_relaxed(&"[".repeat(100_000)).is_err());
        assert!(parse_relaxed(&format!("a: {}", "[".repeat(100_000))).unwrap_err().contains("deep"));
    }

    #[test]
    fn what_is_not_relaxed_may_still_be_near_json() {
        assert_eq!(
            parse_config("no-alert: 2 no-console: 2").map(Value::Object),
            Ok(json!({"no-alert": 2, "no-console": 2}))
        );
        assert!(parse_config("no-alert: [2").unwrap_err().starts_with("Failed to parse JSON"));
    }
}
