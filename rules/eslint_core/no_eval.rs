use documented::Documented;
use oxc_syntax::node::NodeId;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{call_of, global, member_of_global_object, property_name};
use crate::{
    engine::{Context, Filters, Level, Meta, Rule},
    estree::{AstType, Kind, Node},
};

/// Finds `eval`, called or passed on.
///
/// ## Why
///
/// What `eval` is given runs with all that the code around it may do: whoever can shape the string runs code of their
/// own.
///
/// ## What is found
///
/// Calls of `eval` are found, other uses of the global `eval`, and `eval` as a property of the global object, where
/// that goes by a name that is declared: `globalThis` always is, `window` and `global` where the configuration or a
/// `/* global window */` says so.
///
/// ## Example
///
/// ```js
/// const total = eval(formula);                 // found
/// const run = eval;                            // found
/// globalThis.eval(formula);                    // found
/// parser.eval(formula);                        // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoEval(Options);

#[derive(Default, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    /// Finds direct calls alone: only those see the variables around them.
    allow_indirect: bool,
}

impl Rule for NoEval {
    const META: Meta = Meta {
        id: "no-eval",
        cwe: 95,
        owasp: "A03:2021 Injection",
        cvss: 8.1,
        on: &[AstType::CallExpression, AstType::IdentifierReference],
        filters: Filters { required_words: &[&["eval"]], ..Filters::NONE },
        messages: &["unexpected"],
    };

    type Options = Options;
    /// The findings, which ESLint reports when it leaves the nodes.
    type State = Vec<Found>;

    fn new(options: Options) -> Result<Self, String> {
        Ok(Self(options))
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, Vec<Found>>) {
        if node.is(Kind::CallExpression) {
            let callee = node.callee().filter(|callee| callee.is_identifier("eval"));
            if let Some(callee) = callee.filter(|_| !(self.0.allow_indirect && node.optional())) {
                ctx.state.push(Found { place: callee.id(), reported: node.id() });
            }
            return;
        }
        if self.0.allow_indirect {
            return;
        }
        if node.is_identifier("eval") {
            if call_of(node).is_none() && global(node, ctx).is_some() {
                ctx.state.push(Found { place: node.id(), reported: node.id() });
            }
        } else if let Some(member) = member_of_global_object(node, ctx)
            && property_name(member).is_some_and(|name| name == "eval")
            && let Some(property) = member.property()
        {
            let reported = call_of(member).unwrap_or(member);
            ctx.state.push(Found { place: property.id(), reported: reported.id() });
        }
    }

    fn finish<'a>(&self, ctx: &mut Context<'a, '_, Vec<Found>>) {
        for Found { place, reported } in std::mem::take(ctx.state) {
            let (place, reported) = (ctx.node_of(place), ctx.node_of(reported));
            let what = "eval runs a string as code";
            let fix = "Read data with JSON.parse, or look the action up in a table of functions";
            ctx.report(place, "unexpected", Level::Critical, what, fix).of_type(reported);
        }
    }
}

/// The node whose place a finding has, and the one whose type.
pub(super) struct Found {
    place: NodeId,
    reported: NodeId,
}
