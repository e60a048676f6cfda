use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{
        Context, Edit, Filters, Level, Meta, OptionPattern, Pattern, Rule, option_regex, option_regexes, snippet,
    },
    estree::{AstType, Kind, Node, to_upper_case},
};

/// Finds passwords, API keys, tokens and connection strings written into the code.
///
/// ## Why
///
/// Whoever can read the code, its history or the bundle made from it has the credential, and it cannot
/// be changed without a release. It belongs into the environment or a secret store.
///
/// ## What is found
///
/// A string literal or template is looked at for what it is, whatever variable holds it: a common
/// password, a connection string with a password in it, a JWT, an OAuth token, an AWS key, or 32 and
/// more characters that look like key material.
///
/// ## Example
///
/// ```js
/// const db = connect('postgres://app:hunter2@db.internal/app');    // found
/// const db = connect(process.env.DATABASE_URL);                    // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoHardcodedCredentials {
    options: Options,
    ignored: Vec<OptionPattern>,
    custom: Vec<(String, OptionPattern)>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    /// JavaScript regular expressions without look-around, for strings that are left alone.
    ignore_patterns: Vec<String>,
    /// Leaves test files alone: `*.test.js`, `*.spec.ts` and the like.
    allow_in_tests: bool,
    /// The fewest characters of a token or key that is found.
    min_length: f64,
    /// Looks for keys of APIs.
    detect_api_keys: bool,
    /// Looks for passwords.
    detect_passwords: bool,
    /// Looks for tokens.
    detect_tokens: bool,
    /// Looks for connection strings of databases.
    detect_database_strings: bool,
    /// Further kinds of credentials, each with a `type` for the message and a `pattern`: a JavaScript regular
    /// expression without look-around.
    custom_patterns: Vec<CustomPattern>,
    /// The preferred repair; nothing reads it.
    strategy: Strategy,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            ignore_patterns: Vec::new(),
            allow_in_tests: false,
            min_length: 8.0,
            detect_api_keys: true,
            detect_passwords: true,
            detect_tokens: true,
            detect_database_strings: true,
            custom_patterns: Vec::new(),
            strategy: Strategy::Auto,
        }
    }
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct CustomPattern {
    r#type: String,
    pattern: String,
}

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
enum Strategy {
    Env,
    Config,
    Vault,
    Auto,
}

/// The bytes of the longest common password.
const MAX_COMMON_PASSWORD_BYTES: usize = 11;

/// The passwords that are guessed first.
const COMMON_PASSWORDS: &[&str] = &[
    "123456",
    "12345678",
    "1234567890",
    "admin",
    "guest",
    "letmein",
    "monkey",
    "password",
    "password123",
    "qwerty",
    "root",
    "test",
    "welcome",
];

const DATABASES: &[&str] = &["mongodb", "mysql", "postgres", "redis"];
static DATABASE_URL: Pattern = Pattern::new(r"^(?:mysql|postgres|mongodb|redis)://[^:]+:[^@]+@").holding(&["://"]);
static JSON_WEB_TOKEN: Pattern = Pattern::new(r"^eyJ[A-Za-z0-9_-]+\.eyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$");
static OAUTH_TOKEN: Pattern = Pattern::new(r"^(?:ghp_|gho_|ghu_|ghs_|ghr_)[A-Za-z0-9]{36,}$");
static AWS_ACCESS_KEY: Pattern = Pattern::new(r"^AKIA[0-9A-Z]{16}$");
static SECRET_KEY: Pattern = Pattern::new(r"^(?:[A-Za-z0-9+/]{32,}={0,2}|[A-Fa-f0-9]{32,})$");
static API_KEY: Pattern = Pattern::new(r"^[A-Za-z0-9_-]{32,}$");

/// The words that a file's name holds when it is a test.
const TEST_FILES: &[&str] = &[".test.", ".spec.", "__tests__", "/test/"];

impl Rule for NoHardcodedCredentials {
    const META: Meta = Meta {
        id: "secure-coding/no-hardcoded-credentials",
        cwe: 798,
        owasp: "A07:2021 Identification and Authentication Failures",
        cvss: 9.8,
        on: &[AstType::StringLiteral, AstType::TemplateLiteral],
        filters: Filters::NONE,
        messages: &["useEnvironmentVariable", "useSecretManager"],
    };

    type Options = Options;
    type State = ();

    fn new(options: Options) -> Result<Self, String> {
        let ignored = option_regexes("ignorePatterns", &options.ignore_patterns, false)?;
        let custom = options
            .custom_patterns
            .iter()
            .map(|CustomPattern { r#type, pattern }| {
                option_regex("customPatterns", pattern, false).map(|regex| (r#type.clone(), regex))
            })
            .collect::<Result<_, _>>()?;
        Ok(Self { options, ignored, custom })
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
        if self.options.allow_in_tests && TEST_FILES.iter().any(|part| ctx.path().contains(part)) {
            return;
        }
        if let Some(value) = node.string() {
            if let Some(credential) = self.credential(value, node) {
                let variable = variable_for(node);
                let replacement = format!("process.env.{variable} || '{value}'");
                report(node, credential, &variable, Some(replacement), ctx);
            }
        } else if node.is(Kind::TemplateLiteral) && node.expressions().is_empty() {
            // Nothing is inserted: it is all of one piece.
            let Some(text) = node.quasis().first().and_then(Node::raw) else { return };
            if let Some(credential) = self.credential(text, node) {
                report(node, credential, DEFAULT_VARIABLE, Some(format!("process.env.API_KEY || `{text}`")), ctx);
            }
        } else {
            // The text between two insertions cannot be moved out on its own: no suggestion.
            for part in node.quasis().iter() {
                if let Some(credential) =
                    part.raw().filter(|raw| !raw.is_empty()).and_then(|raw| self.credential(raw, node))
                {
                    report(part, credential, DEFAULT_VARIABLE, None, ctx);
                }
            }
        }
    }
}

impl NoHardcodedCredentials {
    /// Returns what credential a text is, if it is one.
    fn credential<'r>(&'r self, value: &str, node: Node<'_>) -> Option<&'r str> {
        let options = &self.options;
        if self.ignored.iter().any(|pattern| pattern.is_match(value, node.tree())) {
            return None;
        }
        if let Some((name, _)) = self.custom.iter().find(|(_, pattern)| pattern.is_match(value, node.tree())) {
            return Some(name);
        }
        let is_common = || COMMON_PASSWORDS.iter().any(|password| value.eq_ignore_ascii_case(password));
        if options.detect_passwords && value.len() <= MAX_COMMON_PASSWORD_BYTES && is_common() {
            return Some("common password");
        }
        let is_of_database = || DATABASES.iter().any(|database| value.starts_with(database));
        if options.detect_database_strings && is_of_database() && DATABASE_URL.is_match(value) {
            return Some("connection string");
        }
        // All that follow are of ASCII characters.
        if (value.len() as f64) < options.min_length {
            return None;
        }
        if options.detect_tokens && value.starts_with("eyJ") && JSON_WEB_TOKEN.is_match(value) {
            return Some("JSON Web Token");
        }
        if options.detect_tokens && value.starts_with("gh") && OAUTH_TOKEN.is_match(value) {
            return Some("OAuth token");
        }
        // No shorter text is key material, and no longer one with a blank near its beginning.
        let may_be_key = value.len() >= 32 && !value.bytes().take(32).any(|byte| byte.is_ascii_whitespace());
        if may_be_key && SECRET_KEY.is_match(value) {
            return Some("secret key");
        }
        if options.detect_api_keys && value.starts_with("AKIA") && AWS_ACCESS_KEY.is_match(value) {
            return Some("AWS access key");
        }
        if options.detect_api_keys && may_be_key && API_KEY.is_match(value) {
            return Some("API key");
        }
        None
    }
}

const DEFAULT_VARIABLE: &str = "API_KEY";

/// The environment variable that a literal could move to: named after the property or variable that
/// it is the value of.
fn variable_for(literal: Node<'_>) -> String {
    let name = literal.parent().and_then(|parent| match parent.kind() {
        Kind::Property => parent.key_identifier(),
        Kind::VariableDeclarator => parent.declared()?.identifier(),
        _ => None,
    });
    name.map_or_else(|| DEFAULT_VARIABLE.to_string(), constant_case)
}

/// Converts `apiKey` to `API_KEY`.
fn constant_case(name: &str) -> String {
    let mut separated = String::new();
    let mut after_lower = false;
    for character in name.chars() {
        if after_lower && character.is_ascii_uppercase() {
            separated.push('_');
        }
        after_lower = character.is_ascii_lowercase();
        separated.push(character);
    }
    to_upper_case(&separated)
        .chars()
        .flat_map(|character| match character {
            'A'..='Z' | '0'..='9' | '_' => std::iter::repeat_n(character, 1),
            other => std::iter::repeat_n('_', other.len_utf16()),
        })
        .collect()
}

fn report<'a>(
    node: Node<'a>,
    credential: &str,
    variable: &str,
    replacement: Option<String>,
    ctx: &mut Context<'a, '_, ()>,
) {
    let what = format_args!("{} is a {credential} in the code", snippet(node));
    let fix = format_args!("Read it from process.env.{variable} or a secret store, and revoke this one");
    let finding = ctx.report(node, "useEnvironmentVariable", Level::Critical, what, fix);
    if let Some(replacement) = replacement {
        finding
            .suggest(
                "useEnvironmentVariable",
                format!("Read the {credential} from process.env.{variable}"),
                Edit::replace(node, replacement),
            )
            .suggest(
                "useSecretManager",
                format!("Ask a secret store for the {credential}"),
                Edit::replace(node, format!("await getSecret('{}')", variable.to_lowercase())),
            );
    }
}
