use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{AI_FUNCTIONS, has_key, options_of};
use crate::{
    engine::{Context, Filters, Level, Meta, Needles, Rule, snippet, words},
    estree::{AstType, Node},
};

/// Finds questions to a model whose answer may be as long as it likes.
///
/// ## Why
///
/// Tokens are paid for and take time. Who may ask can ask for the longest answer that there is, again and
/// again.
///
/// ## What is found
///
/// Calls whose callee's text holds `generateText`, `streamText`, `generateObject` or `streamObject` are
/// looked at: an object as first argument has `maxTokens` (or `max_tokens`), or the call is found.
///
/// ## Example
///
/// ```js
/// await generateText({ model, prompt });                       // found
/// await generateText({ model, prompt, maxTokens: 1024 });      // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct RequireMaxTokens {
    functions: Needles,
    suggested_limit: f64,
}

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    /// The number that the message proposes.
    suggested_limit: f64,
    /// The functions that are looked at.
    target_functions: Vec<String>,
}

impl Default for Options {
    fn default() -> Self {
        Self { suggested_limit: 4096.0, target_functions: words(AI_FUNCTIONS) }
    }
}

impl Rule for RequireMaxTokens {
    const META: Meta = Meta {
        id: "vercel-ai-security/require-max-tokens",
        cwe: 770,
        owasp: "A05:2021 Security Misconfiguration",
        cvss: 6.5,
        on: &[AstType::CallExpression],
        filters: Filters { required_words: &[AI_FUNCTIONS], ..Filters::NONE },
        messages: &["missingMaxTokens"],
    };

    type Options = Options;
    type State = ();

    fn new(options: Options) -> Result<Self, String> {
        Ok(Self { functions: Needles::of(&options.target_functions), suggested_limit: options.suggested_limit })
    }

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
        let Some(options) = options_of(call, &self.functions, ctx) else { return };
        if has_key(options, &["maxTokens", "max_tokens"]) {
            return;
        }
        let callee = call.callee().unwrap_or(call);
        let what = format_args!("{}(…) pays for an answer of whatever length", snippet(callee));
        let fix = format_args!("Say how long it may be: {{ maxTokens: {} }}", self.suggested_limit);
        ctx.report(call, "missingMaxTokens", Level::Medium, what, fix);
    }
}
