use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{has_identifier_key, has_key, options_of};
use crate::{
    engine::{Context, Filters, Level, Meta, Needles, StatelessRule, snippet},
    estree::{AstType, Node},
};

/// Finds tools that a model may call without end.
///
/// ## Why
///
/// Each step is another question to the model. One that goes round in circles, or is told to, runs until
/// the money is gone.
///
/// ## What is found
///
/// Calls whose callee's text holds `generateText` or `streamText` are looked at: where an object as first
/// argument has `tools`, it has `maxSteps` (or `max_steps`), or the call is found.
///
/// ## Example
///
/// ```js
/// await generateText({ model, prompt, tools });                  // found
/// await generateText({ model, prompt, tools, maxSteps: 5 });     // fine
/// ```
#[derive(Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct RequireMaxSteps {
    /// The number that the message proposes.
    suggested_max_steps: f64,
}

impl Default for RequireMaxSteps {
    fn default() -> Self {
        Self { suggested_max_steps: 5.0 }
    }
}

/// The functions that take tools.
const TOOL_FUNCTIONS: &[&str] = &["generateText", "streamText"];
static TOOL_CALLS: Needles = Needles::new(TOOL_FUNCTIONS);

impl StatelessRule for RequireMaxSteps {
    const META: Meta = Meta {
        id: "vercel-ai-security/require-max-steps",
        cwe: 834,
        owasp: "A05:2021 Security Misconfiguration",
        cvss: 6.5,
        on: &[AstType::CallExpression],
        filters: Filters { required_words: &[TOOL_FUNCTIONS, &["tools"]], ..Filters::NONE },
        messages: &["missingMaxSteps"],
    };

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_>) {
        let Some(options) = options_of(call, &TOOL_CALLS, ctx) else { return };
        if !has_identifier_key(options, &["tools"]) || has_key(options, &["maxSteps", "max_steps"]) {
            return;
        }
        let callee = call.callee().unwrap_or(call);
        let what = format_args!("{}(…) lets the model call its tools without end", snippet(callee));
        let fix = format_args!("Say how often it may: {{ maxSteps: {} }}", self.suggested_max_steps);
        ctx.report(call, "missingMaxSteps", Level::Medium, what, fix);
    }
}
