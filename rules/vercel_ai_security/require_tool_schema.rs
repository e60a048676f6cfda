use std::borrow::Cow;

use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{AI_CALLS, has_identifier_key, options_of, properties};
use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, TestOptions, shorten},
    estree::{AstType, Kind, Node},
};

/// Finds tools that take whatever a model gives them.
///
/// ## Why
///
/// The model makes up a tool's arguments, from texts that others wrote. Without a schema a path, an address
/// or a query reaches the code after the tool unchecked.
///
/// ## What is found
///
/// The object that `tool(…)` or `….tool(…)` gets is looked at, and each object in the `tools` of the object
/// that `generateText`, `streamText`, `generateObject` or `streamObject` gets: it has `inputSchema` (or
/// `parameters`), or it is found.
///
/// ## Example
///
/// ```js
/// tool({ description: 'Reads a note', execute: ({ id }) => notes.get(id) });                 // found
/// tool({ inputSchema: z.object({ id: z.uuid() }), execute: ({ id }) => notes.get(id) });     // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct RequireToolSchema(TestOptions<false>);

impl StatelessRule for RequireToolSchema {
    const META: Meta = Meta {
        id: "vercel-ai-security/require-tool-schema",
        cwe: 20,
        owasp: "A03:2021 Injection",
        cvss: 7.5,
        on: &[AstType::CallExpression],
        filters: Filters { required_words: &[&["tool"]], ..Filters::NONE },
        messages: &["missingInputSchema"],
    };

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_>) {
        let Some(options) = call.argument_at(0).filter(|options| options.is(Kind::ObjectExpression)) else { return };
        if self.0.allow(ctx.path()) {
            return;
        }
        let callee = call.callee().map(Node::text).unwrap_or_default();
        if callee == "tool" || callee.ends_with(".tool") {
            check_tool(options, None, ctx);
            return;
        }
        let Some(tools) = properties(options).find(|property| property.key_identifier() == Some("tools")) else {
            return;
        };
        let Some(tools) = tools.value().filter(|tools| tools.is(Kind::ObjectExpression)) else { return };
        if options_of(call, &AI_CALLS, ctx).is_none() {
            return;
        }
        for property in properties(tools) {
            if let Some(tool) = property.value().filter(|tool| tool.is(Kind::ObjectExpression)) {
                check_tool(tool, property.key_text(), ctx);
            }
        }
    }
}

fn check_tool<'a>(tool: Node<'a>, name: Option<Cow<'a, str>>, ctx: &mut Context<'a, '_, ()>) {
    if has_identifier_key(tool, &["inputSchema", "parameters"]) {
        return;
    }
    let name = name.map(|name| format!(" {}", shorten(&name))).unwrap_or_default();
    let what = format_args!("The tool{name} takes whatever the model gives it");
    let fix = "Say what it takes: inputSchema: z.object({ … })";
    ctx.report(tool, "missingInputSchema", Level::High, what, fix);
}
