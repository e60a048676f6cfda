use documented::Documented;
use oxc_syntax::node::NodeId;

use super::{
    helpers::{call_of_member, global, member_of_global_object, property_name},
    static_value::is_static_string,
};
use crate::{
    engine::{Context, Filters, Level, Meta, Rule, snippet},
    estree::{AstType, Kind, Node},
};

/// Finds functions that run a string that they are given.
///
/// ## Why
///
/// `setTimeout`, `setInterval` and `execScript` run a string as `eval` does, in the global scope.
///
/// ## What is found
///
/// Their calls with a first argument that is a string, or joined with one, are found, where they are global variables
/// that are declared, or properties of the global object (`window.setTimeout`).
///
/// ## Example
///
/// ```js
/// /* global setTimeout */
/// setTimeout('refresh()', 1000);               // found
/// setTimeout(refresh, 1000);                   // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoImpliedEval;

impl Rule for NoImpliedEval {
    const META: Meta = Meta {
        id: "no-implied-eval",
        cwe: 95,
        owasp: "A03:2021 Injection",
        cvss: 8.1,
        on: &[AstType::CallExpression, AstType::IdentifierReference],
        filters: Filters { required_words: &[&["settimeout", "setinterval", "execscript"]], ..Filters::NONE },
        messages: &["impliedEval", "execScript"],
    };

    type Options = ();
    /// Calls of properties of the global object, which ESLint looks at last.
    type State = Vec<NodeId>;

    fn new((): ()) -> Result<Self, String> {
        Ok(Self)
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, Vec<NodeId>>) {
        if node.is(Kind::CallExpression) {
            if let Some(callee) = node.callee()
                && callee.identifier().is_some_and(runs_strings)
                && global(callee, ctx).is_some()
            {
                report(node, ctx);
            }
        } else if let Some(member) = member_of_global_object(node, ctx)
            && property_name(member).is_some_and(|name| runs_strings(&name))
            && let Some(call) = call_of_member(member)
        {
            ctx.state.push(call.id());
        }
    }

    fn finish<'a>(&self, ctx: &mut Context<'a, '_, Vec<NodeId>>) {
        for call in std::mem::take(ctx.state) {
            report(ctx.node_of(call), ctx);
        }
    }
}

fn runs_strings(name: &str) -> bool {
    matches!(name, "setTimeout" | "setInterval" | "execScript")
}

fn report<'a>(call: Node<'a>, ctx: &mut Context<'a, '_, Vec<NodeId>>) {
    let Some(code) = call.argument_at(0).filter(|&code| is_joined_string(code) || is_static_string(code, ctx)) else {
        return;
    };
    let callee = call.callee();
    let name = callee.and_then(|callee| callee.identifier().map(Into::into).or_else(|| property_name(callee)));
    let what = format_args!("{} is run as code", snippet(code));
    if name.is_some_and(|name| name == "execScript") {
        ctx.report(call, "execScript", Level::Critical, what, "Call the function itself instead of execScript");
    } else {
        ctx.report(call, "impliedEval", Level::Critical, what, "Pass a function instead of its text");
    }
}

/// Returns whether an expression is a string by what it is written with: a literal, a template, or a sum with one.
fn is_joined_string(node: Node<'_>) -> bool {
    // A sum is as deep as it is long: its left sides are gone down one by one.
    let mut rest = vec![node];
    while let Some(node) = rest.pop() {
        if node.string().is_some() || node.is(Kind::TemplateLiteral) {
            return true;
        }
        if node.is(Kind::BinaryExpression) && node.operator() == Some("+") {
            rest.extend([node.right(), node.left()].into_iter().flatten());
        }
    }
    false
}
