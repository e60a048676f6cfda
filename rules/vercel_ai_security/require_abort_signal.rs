use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{has_key, options_of};
use crate::{
    engine::{Context, Filters, Level, Meta, Needles, Rule, snippet, words},
    estree::{AstType, Node},
};

/// Finds streams from a model that nobody can stop.
///
/// ## Why
///
/// The user goes, the model writes on, and every token is paid for. A signal that is aborted when the
/// client disconnects ends it.
///
/// ## What is found
///
/// Calls whose callee's text holds `streamText` or `streamObject` are looked at: an object as first argument
/// has `abortSignal` (or `signal`), or the call is found.
///
/// ## Example
///
/// ```js
/// streamText({ model, prompt });                                    // found
/// streamText({ model, prompt, abortSignal: request.signal });       // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct RequireAbortSignal {
    functions: Needles,
}

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    /// The functions that are looked at.
    target_functions: Vec<String>,
}

/// The functions that stream.
const STREAMS: &[&str] = &["streamText", "streamObject"];

impl Default for Options {
    fn default() -> Self {
        Self { target_functions: words(STREAMS) }
    }
}

impl Rule for RequireAbortSignal {
    const META: Meta = Meta {
        id: "vercel-ai-security/require-abort-signal",
        cwe: 404,
        owasp: "A05:2021 Security Misconfiguration",
        cvss: 4.0,
        on: &[AstType::CallExpression],
        filters: Filters { required_words: &[STREAMS], ..Filters::NONE },
        messages: &["missingAbortSignal"],
    };

    type Options = Options;
    type State = ();

    fn new(options: Options) -> Result<Self, String> {
        Ok(Self { functions: Needles::of(&options.target_functions) })
    }

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
        let Some(options) = options_of(call, &self.functions, ctx) else { return };
        if has_key(options, &["abortSignal", "signal"]) {
            return;
        }
        let callee = call.callee().unwrap_or(call);
        let what = format_args!("The stream of {}(…) goes on when nobody reads it any more", snippet(callee));
        let fix = "Give it a signal that is aborted when the client goes: { abortSignal: controller.signal }";
        ctx.report(call, "missingAbortSignal", Level::Low, what, fix);
    }
}
