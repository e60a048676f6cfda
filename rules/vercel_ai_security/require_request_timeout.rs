use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{AI_CALLS, AI_FUNCTIONS, calls_one_of, has_identifier_key};
use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, TestOptions, snippet},
    estree::{AstType, Kind, Node},
};

/// Finds questions to a model that wait for ever.
///
/// ## Why
///
/// A provider that does not answer holds the request, its connection and its memory. Enough of them, and
/// nobody is served any more.
///
/// ## What is found
///
/// Calls whose callee's text holds `generateText`, `streamText`, `generateObject` or `streamObject` are found unless
/// their first argument is an object with `timeout`, `abortSignal`, `signal`, `timeoutMs` or `requestTimeout`.
///
/// ## Example
///
/// ```js
/// await generateText({ model, prompt });                                                 // found
/// await generateText({ model, prompt, abortSignal: AbortSignal.timeout(30_000) });       // fine
/// ```
///
/// ## Limits
///
/// Options that are not written out count as missing.
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct RequireRequestTimeout(TestOptions<true>);

/// The options that end a question after a time.
const TIMEOUTS: &[&str] = &["abortSignal", "requestTimeout", "signal", "timeout", "timeoutMs"];

impl StatelessRule for RequireRequestTimeout {
    const META: Meta = Meta {
        id: "vercel-ai-security/require-request-timeout",
        cwe: 400,
        owasp: "A05:2021 Security Misconfiguration",
        cvss: 5.0,
        on: &[AstType::CallExpression],
        filters: Filters { required_words: &[AI_FUNCTIONS], ..Filters::NONE },
        messages: &["missingTimeout"],
    };

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_>) {
        let options = call.argument_at(0).filter(|options| options.is(Kind::ObjectExpression));
        if !calls_one_of(call, &AI_CALLS, ctx)
            || options.is_some_and(|options| has_identifier_key(options, TIMEOUTS))
            || self.0.allow(ctx.path())
        {
            return;
        }
        let callee = call.callee().unwrap_or(call);
        let what = format_args!("{}(…) waits for the model however long that takes", snippet(callee));
        let fix = "Say how long it may take: { abortSignal: AbortSignal.timeout(30_000) }";
        ctx.report(call, "missingTimeout", Level::Medium, what, fix);
    }
}
