use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::report_facts;
use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, snippet},
    estree::{AstType, Node},
    flow::{Fact, FactFound, Flow},
};

/// Finds answers that show where the program failed.
///
/// A stack trace names files, versions and inner workings: a map for the next attack.
///
/// ```js
/// res.status(500).send(error.stack);                  // found
/// res.status(500).json({ error: 'internal error' });  // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub struct StackTraceExposure;

pub const FACT: Fact = Fact { rule: "stack-trace-exposure", on: &[AstType::CallExpression], check };

fn check<'a>(flow: &mut Flow<'a>, call: Node<'a>) -> Option<FactFound> {
    if !matches!(call.callee_method(), Some("send" | "json" | "end" | "write" | "render" | "jsonp")) {
        return None;
    }
    let path = flow.callee(call)?;
    let is_answer = ["express.Response.", "http.Response.", "fastify.Reply."].iter().any(|kind| path.starts_with(kind));
    if !is_answer {
        return None;
    }
    /// How many nodes of the arguments are looked through.
    const MAX_NODES: usize = 400;
    let stack = call.arguments().iter().find_map(|argument| {
        let mut nodes = std::iter::once(argument).chain(argument.descendants()).take(MAX_NODES);
        nodes.find(|node| node.property_identifier() == Some("stack"))
    })?;
    // Shown to developers alone.
    let mut around = stack.ancestors().take_while(|node| node.id() != call.id());
    if around.any(|node| {
        node.test().is_some_and(|test| test.text().contains("production") || test.text().contains("development"))
    }) {
        return None;
    }
    Some(
        FactFound::at(call, "stackTraceExposure", 209)
            .what(format!("{} sends {} to whoever asked", snippet(call), snippet(stack)))
            .fix("Log the error, and answer with a fixed text and an id to look it up by")
            .step(stack, "the stack trace")
            .attack("Whoever makes a request fail learns files, versions and inner workings"),
    )
}

impl StatelessRule for StackTraceExposure {
    const META: Meta = Meta {
        id: "oxsec/stack-trace-exposure",
        cwe: 209,
        owasp: "A05:2021 Security Misconfiguration",
        cvss: 5.3,
        on: &[AstType::Program],
        filters: Filters::NONE,
        messages: &["stackTraceExposure"],
    };

    fn check<'a>(&self, _: Node<'a>, ctx: &mut Context<'a, '_>) {
        report_facts(ctx, &FACT, Level::Medium);
    }
}
