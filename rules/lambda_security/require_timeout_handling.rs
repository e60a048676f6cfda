use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{event_parameter, nodes_of_handler};
use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, TestOptions},
    estree::{AstType, Kind, Node},
};

/// Finds handlers that wait for others until they are cut off.
///
/// ## Why
///
/// A function whose time is over is stopped where it stands: a transaction stays open, a message is taken
/// and never acknowledged, the caller gets no answer.
///
/// ## What is found
///
/// A function is found with a parameter `event`, `evt`, `e`, `request` or `req` and one named `context`,
/// `ctx` or `lambdaContext`, and no function with such an event within, that calls `fetch`, `axios`, `send`,
/// `invoke`, `query`, `connect` or the like, bare or as a method of anything. It is fine with
/// `getRemainingTimeInMillis`, `new AbortController` or `Promise.race(…)` in it.
///
/// ## Example
///
/// ```js
/// exports.handler = async (event, context) => fetch(PRICES);                                          // found
/// exports.handler = async (event, context) =>                                                         // fine
///   fetch(PRICES, { signal: AbortSignal.timeout(context.getRemainingTimeInMillis() - 500) });
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct RequireTimeoutHandling(TestOptions<true>);

/// Functions and methods that wait for something outside.
const WAITING: &[&str] =
    &["axios", "connect", "execute", "fetch", "got", "invoke", "promise", "query", "request", "send", "wait"];

impl StatelessRule for RequireTimeoutHandling {
    const META: Meta = Meta {
        id: "lambda-security/require-timeout-handling",
        cwe: 400,
        owasp: "A04:2021 Insecure Design",
        cvss: 6.0,
        on: &[AstType::ArrowFunctionExpression, AstType::Function],
        filters: Filters::NONE,
        messages: &["missingTimeoutHandling"],
    };

    fn check<'a>(&self, function: Node<'a>, ctx: &mut Context<'a, '_>) {
        let mut names = function.params().iter().filter_map(Node::identifier);
        let is_handler = function.is_function()
            && event_parameter(function).is_some()
            && names.any(|name| matches!(name, "context" | "ctx" | "lambdaContext"));
        if !is_handler {
            return;
        }
        let Some(nodes) = nodes_of_handler(function) else { return };
        let Some(waiting) = nodes.iter().find_map(|&node| waits(node)) else { return };
        if nodes.iter().any(|&node| minds_time(node)) || self.0.allow(ctx.path()) {
            return;
        }
        let what = format_args!("The handler waits for {waiting}(…) until the function is cut off");
        let fix = "Give up in time: AbortSignal.timeout(context.getRemainingTimeInMillis() - 500), or Promise.race";
        let last = nodes.last().copied().unwrap_or(function);
        // ESLint's rule reports when it leaves the function.
        ctx.report(function, "missingTimeoutHandling", Level::Medium, what, fix).found_at(last);
    }
}

/// The name of what a call waits for.
fn waits(node: Node<'_>) -> Option<&str> {
    let called = node.callee_name().or_else(|| node.callee_method()).filter(|_| node.is(Kind::CallExpression));
    called.filter(|name| WAITING.contains(name))
}

/// Returns whether a node looks at the time that is left, or limits it.
fn minds_time(node: Node<'_>) -> bool {
    match node.kind() {
        Kind::MemberExpression => node.property_identifier() == Some("getRemainingTimeInMillis"),
        Kind::NewExpression => node.callee_name() == Some("AbortController"),
        Kind::CallExpression => {
            node.callee_method() == Some("race")
                && node.callee().and_then(Node::object).is_some_and(|object| object.is_identifier("Promise"))
        }
        _ => false,
    }
}
