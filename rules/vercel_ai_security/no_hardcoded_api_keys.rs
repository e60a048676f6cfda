use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{calls_one_of, properties};
use crate::{
    engine::{Context, Filters, Level, Meta, Needles, Rule, lower_cased, shorten, words},
    estree::{AstType, Kind, Node, to_lower_case, utf16_length},
};

/// Finds keys of AI providers written into the code.
///
/// ## Why
///
/// Whoever can read the code, its history or what is built from it can call the model at the owner's
/// expense and read what the account stores.
///
/// ## What is found
///
/// Properties whose name holds `apiKey`, `api_key`, `token`, `secret` or `credentials`, upper and lower
/// case alike, are looked at in whatever object. A string is found when it has more than 20 characters or
/// reads like a key (`sk-ant-…`, 20 capitals and digits), unless it is `YOUR_API_KEY` or begins with `$`.
/// `apiKey` and `api_key` in the second argument of `openai(…)`, `anthropic(…)`, `google(…)`, `cohere(…)`,
/// `mistral(…)` and of what creates these are found by themselves, and so twice.
///
/// ## Example
///
/// ```js
/// createOpenAI({ apiKey: 'sk-3fPq0aZx7Kd92mVbTn41Lw' });       // found
/// createOpenAI({ apiKey: process.env.OPENAI_API_KEY });        // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoHardcodedApiKeys {
    names: Needles,
}

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    /// The parts of names that are found.
    api_key_patterns: Vec<String>,
}

/// The words that the name of a key holds.
const KEY_NAMES: &[&str] = &["apiKey", "api_key", "token", "secret", "credentials"];

impl Default for Options {
    fn default() -> Self {
        Self { api_key_patterns: words(KEY_NAMES) }
    }
}

/// The words that the text of a callee holds that makes a model's provider.
static PROVIDERS: Needles = Needles::new(&[
    "anthropic",
    "cohere",
    "createAnthropic",
    "createGoogle",
    "createMistral",
    "createOpenAI",
    "google",
    "mistral",
    "openai",
]);

/// The UTF-16 units above which every string counts as a key.
const MAX_PLAIN_UTF16_UNITS: usize = 20;

impl Rule for NoHardcodedApiKeys {
    const META: Meta = Meta {
        id: "vercel-ai-security/no-hardcoded-api-keys",
        cwe: 798,
        owasp: "A02:2021 Cryptographic Failures",
        cvss: 8.5,
        on: &[AstType::CallExpression, AstType::ObjectProperty],
        filters: Filters { required_words: &[KEY_NAMES], ..Filters::NONE },
        messages: &["hardcodedApiKey"],
    };

    type Options = Options;
    type State = ();

    fn new(options: Options) -> Result<Self, String> {
        Ok(Self { names: Needles::of(&lower_cased(&options.api_key_patterns)) })
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
        if node.is(Kind::Property) {
            let is_key = |value: &Node<'_>| value.string().is_some_and(|key| !is_placeholder(key) && is_like_key(key));
            if let Some(value) = node.value().filter(is_key)
                && node.key_text().is_some_and(|name| !name.is_empty() && self.names.is_in(&to_lower_case(&name)))
            {
                report(node, value, ctx);
            }
        } else if let Some(options) = node.argument_at(1).filter(|options| options.is(Kind::ObjectExpression))
            && calls_one_of(node, &PROVIDERS, ctx)
        {
            for property in properties(options) {
                if let Some("apiKey" | "api_key") = property.key_identifier()
                    && let Some(value) = property.value().filter(|value| value.string().is_some_and(is_like_key))
                {
                    report(property, value, ctx);
                }
            }
        }
    }
}

fn is_placeholder(text: &str) -> bool {
    text.is_empty() || text == "YOUR_API_KEY" || text.starts_with('$')
}

fn is_like_key(text: &str) -> bool {
    let is_capital_or_digit = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit();
    let begins_as_key = text
        .strip_prefix("sk-ant-")
        .is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'));
    utf16_length(text) > MAX_PLAIN_UTF16_UNITS
        || begins_as_key
        || text.len() == MAX_PLAIN_UTF16_UNITS && text.bytes().all(is_capital_or_digit)
}

/// The message leaves the key out: logs of findings are read by more people than the code.
fn report<'a>(property: Node<'a>, value: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
    let name = property.key_text().unwrap_or_default();
    let what = format_args!("The value of {} is written into the code", shorten(&name));
    let fix = "Read it from an environment variable, process.env.OPENAI_API_KEY, and revoke the one written here";
    ctx.report(value, "hardcodedApiKey", Level::Critical, what, fix);
}
