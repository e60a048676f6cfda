use std::sync::LazyLock;

use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Filters, Level, Meta, Needles, OptionPattern, Rule, snippet},
    estree::{AstType, Kind, Node, contains_ignoring_case, to_lower_case},
};

/// Finds secrets and personal data in log calls and error messages.
///
/// ## Why
///
/// A password that is logged stands in every copy of the log, in clear text. One in an error message
/// reaches whoever the error is shown to.
///
/// ## What is found
///
/// The arguments of `console.*` and `logger.*` (`log`, `info`, `warn`, `error`, `debug`, `trace`), of
/// functions with `log` in their name, and of `new Error` are looked at: strings and variables that hold
/// a sensitive word, `accessToken` and `access_token` alike. A call is reported once.
///
/// ## Example
///
/// ```js
/// logger.info('User password:', value);    // found
/// throw new Error('Bad token ' + token);   // found
/// logger.info('User signed in', userId);   // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoSensitiveDataExposure {
    options: Options,
    /// Any of the words that an option lists in place of the well-known ones; `None` where it lists none.
    listed: Option<Option<OptionPattern>>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    /// The sensitive words, as regular expressions.
    sensitive_patterns: Vec<String>,
    /// Looks at what is logged.
    check_console_log: bool,
    /// Looks at the messages of errors.
    check_error_messages: bool,
    /// Accepted for ESLint's sake; nothing reads it.
    check_api_responses: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            sensitive_patterns: SENSITIVE.iter().copied().map(String::from).collect(),
            check_console_log: true,
            check_error_messages: true,
            check_api_responses: true,
        }
    }
}

const SENSITIVE: &[&str] = &[
    "access_token",
    "api_key",
    "apikey",
    "auth_token",
    "credit_card",
    "creditcard",
    "encryption_key",
    "passwd",
    "password",
    "private_key",
    "secret",
    "secret_key",
    "ssn",
    "token",
];

/// The parts of each name that are in a text whether its words are apart or not.
static PARTS: Needles =
    Needles::ignoring_case(&["api", "credit", "encryption", "passw", "private", "secret", "ssn", "token"]);

/// Any of them, compiled when the first text asks: it takes longer than many a text.
static WELL_KNOWN: LazyLock<Option<OptionPattern>> =
    LazyLock::new(|| any_of(SENSITIVE).expect("the well-known words make a pattern"));

const LOG_METHODS: &[&str] = &["debug", "error", "info", "log", "trace", "warn"];

impl Rule for NoSensitiveDataExposure {
    const META: Meta = Meta {
        id: "secure-coding/no-sensitive-data-exposure",
        cwe: 532,
        owasp: "A09:2021 Security Logging and Monitoring Failures",
        cvss: 5.5,
        on: &[AstType::CallExpression, AstType::NewExpression],
        filters: Filters { callee_words: &["debug", "error", "info", "log", "trace", "warn"], ..Filters::NONE },
        messages: &["sensitiveDataExposure"],
    };

    type Options = Options;
    type State = ();

    fn new(options: Options) -> Result<Self, String> {
        let listed =
            if options.sensitive_patterns == SENSITIVE { None } else { Some(any_of(&options.sensitive_patterns)?) };
        Ok(Self { options, listed })
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
        let (exposed, place) = if node.is(Kind::CallExpression) {
            if !self.options.check_console_log || !is_log_call(node) {
                return;
            }
            (node.arguments().iter().find(|&argument| self.is_sensitive(argument)), "the log")
        } else {
            if !self.options.check_error_messages || node.callee_name() != Some("Error") {
                return;
            }
            (node.arguments().iter().find_map(|argument| self.sensitive_in_message(argument)), "an error message")
        };
        if let Some(exposed) = exposed {
            let what = format_args!("{} puts sensitive data into {place}", snippet(exposed));
            ctx.report(exposed, "sensitiveDataExposure", Level::High, what, "Leave the value out, or mask it first");
        }
    }
}

impl NoSensitiveDataExposure {
    /// The part of an error's argument that is sensitive: the argument, or the text on the left or the
    /// variable on the right of a `+`.
    fn sensitive_in_message<'a>(&self, argument: Node<'a>) -> Option<Node<'a>> {
        if !argument.is(Kind::BinaryExpression) {
            return (argument.string().is_some() && self.is_sensitive(argument)).then_some(argument);
        }
        if argument.operator() != Some("+") {
            return None;
        }
        let left = argument.left().filter(|left| left.string().is_some() && self.is_sensitive(*left));
        left.or_else(|| argument.right().filter(|right| right.identifier().is_some() && self.is_sensitive(*right)))
    }

    /// Returns whether a string's text or a variable's name holds a sensitive word.
    fn is_sensitive(&self, node: Node<'_>) -> bool {
        let Some(sensitive) = self.listed.as_ref().unwrap_or(&WELL_KNOWN) else { return false };
        node.string().or_else(|| node.identifier()).is_some_and(|text| {
            let may_be = self.listed.is_some() || !text.is_ascii() || PARTS.is_in(text);
            may_be && sensitive.is_match(&separate_words(text), node.tree())
        })
    }
}

fn is_log_call(call: Node<'_>) -> bool {
    let Some(callee) = call.callee() else { return false };
    let is_any = |name: &str, of: &[&str]| of.iter().any(|known| name.eq_ignore_ascii_case(known));
    match callee.kind() {
        Kind::MemberExpression => {
            callee.property_identifier().is_some_and(|method| is_any(method, LOG_METHODS))
                && callee.object().and_then(Node::identifier).is_some_and(|name| is_any(name, &["console", "logger"]))
        }
        Kind::Identifier => callee.name().is_some_and(|name| contains_ignoring_case(name, "log")),
        _ => false,
    }
}

/// Makes an expression for any of these words, as whole words of a text in lower case; a blank and an underscore in
/// them mean either.
fn any_of(words: &[impl AsRef<str>]) -> Result<Option<OptionPattern>, String> {
    // An empty word is found in every text and reported in none: it hides those after it.
    let words: Vec<_> = words
        .iter()
        .map(AsRef::as_ref)
        .take_while(|word: &&str| !word.is_empty())
        .map(|word| escape(&to_lower_case(word)))
        .collect();
    if words.is_empty() {
        return Ok(None);
    }
    OptionPattern::new(&format!(r"\b(?:{})\b", words.join("|")), false)
        .map(Some)
        .map_err(|error| format!("`sensitivePatterns` makes no pattern: {error}"))
}

fn escape(word: &str) -> String {
    let mut escaped = String::with_capacity(word.len());
    for character in word.chars() {
        match character {
            '_' | ' ' => escaped.push_str("[_ ]"),
            '.' | '*' | '+' | '?' | '^' | '$' | '{' | '}' | '(' | ')' | '|' | '[' | ']' | '\\' => {
                escaped.extend(['\\', character]);
            }
            other => escaped.push(other),
        }
    }
    escaped
}

/// Converts `accessToken` to `access token`, all in lower case.
fn separate_words(text: &str) -> String {
    let mut separated = String::with_capacity(text.len() + 8);
    let mut after_lower = false;
    for character in text.chars() {
        if after_lower && character.is_ascii_uppercase() {
            separated.push(' ');
        }
        after_lower = character.is_ascii_lowercase();
        separated.push(character);
    }
    separated.to_lowercase()
}
