use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{AI_CALLS, AI_FUNCTIONS, last_name, options_of, properties};
use crate::{
    engine::{Context, Filters, Level, Meta, Needles, Rule, lower_cased, snippet, words},
    estree::{AstType, Kind, Node, to_lower_case},
};

/// Finds prompts that passwords, tokens and the like go into.
///
/// ## Why
///
/// A prompt leaves the house: the provider stores it, and the model may repeat it to whoever asks next.
///
/// ## What is found
///
/// In the object that `generateText`, `streamText`, `generateObject` or `streamObject` gets, `prompt`,
/// `system` and `messages` are looked at. One is found when it is a variable or a member whose name holds
/// `password`, `secret`, `apiKey`, `api_key`, `token`, `credential`, `ssn`, `creditCard`, `privateKey` or
/// `accessToken`, upper and lower case alike, or a template or an operation with such a part.
///
/// ## Example
///
/// ```js
/// await generateText({ model, prompt: `Log in as ${user.password}` });     // found
/// await generateText({ model, prompt: `Greet ${user.firstName}` });        // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoSensitiveInPrompt {
    sensitive: Needles,
}

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    /// The parts of names that are found.
    sensitive_patterns: Vec<String>,
}

/// The words that the name of something sensitive holds.
const SENSITIVE: &[&str] = &[
    "password",
    "secret",
    "apiKey",
    "api_key",
    "token",
    "credential",
    "ssn",
    "creditCard",
    "privateKey",
    "accessToken",
];

impl Default for Options {
    fn default() -> Self {
        Self { sensitive_patterns: words(SENSITIVE) }
    }
}

impl Rule for NoSensitiveInPrompt {
    const META: Meta = Meta {
        id: "vercel-ai-security/no-sensitive-in-prompt",
        cwe: 200,
        owasp: "A01:2021 Broken Access Control",
        cvss: 8.0,
        on: &[AstType::CallExpression],
        filters: Filters { required_words: &[AI_FUNCTIONS], ..Filters::NONE },
        messages: &["sensitiveInPrompt"],
    };

    type Options = Options;
    type State = ();

    fn new(options: Options) -> Result<Self, String> {
        Ok(Self { sensitive: Needles::of(&lower_cased(&options.sensitive_patterns)) })
    }

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
        let Some(options) = options_of(call, &AI_CALLS, ctx) else { return };
        let is_prompt = |key: Option<&str>| matches!(key, Some("messages" | "prompt" | "system"));
        let prompts = properties(options).filter(|property| is_prompt(property.key_identifier()));
        for prompt in prompts.filter_map(Node::value) {
            if let Some(part) = prompt.joined_parts().find(|part| self.is_sensitive(*part)) {
                let what = format_args!("{} goes into a prompt, and so to the model's provider", snippet(part));
                let fix = format_args!("Leave {} out of the prompt, or put a placeholder in its place", snippet(part));
                ctx.report(prompt, "sensitiveInPrompt", Level::Critical, what, fix);
            }
        }
    }
}

impl NoSensitiveInPrompt {
    fn is_sensitive(&self, part: Node<'_>) -> bool {
        part.is_any(&[Kind::Identifier, Kind::MemberExpression])
            && last_name(part).is_some_and(|name| self.sensitive.is_in(&to_lower_case(name)))
    }
}
