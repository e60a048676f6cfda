use documented::Documented;
use oxc_syntax::node::NodeId;

use super::helpers::{call_of_member, global, property_name};
use crate::{
    engine::{Context, Filters, Level, Meta, Rule, snippet},
    estree::{AstType, Kind, Node},
};

/// Finds functions that are made of strings with the global `Function`.
///
/// ## Why
///
/// `new Function(…)` parses its arguments as code, as `eval` does: whoever can shape them runs code of their own.
///
/// ## What is found
///
/// Calls with `new` and without are found, and those through `apply`, `bind` and `call`.
///
/// ## Example
///
/// ```js
/// const add = new Function('a', 'b', body);    // found
/// Function.call(null, body);                   // found
/// const add = (a, b) => a + b;                 // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoNewFunc;

impl Rule for NoNewFunc {
    const META: Meta = Meta {
        id: "no-new-func",
        cwe: 95,
        owasp: "A03:2021 Injection",
        cvss: 8.1,
        on: &[AstType::IdentifierReference],
        filters: Filters { required_words: &[&["function"]], ..Filters::NONE },
        messages: &["noFunctionConstructor"],
    };

    type Options = ();
    /// The calls that are found: ESLint tells them at the end.
    type State = Vec<NodeId>;

    fn new((): ()) -> Result<Self, String> {
        Ok(Self)
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, Vec<NodeId>>) {
        if node.is_identifier("Function")
            && let Some(call) = call(node)
            && global(node, ctx).is_some()
        {
            ctx.state.push(call.id());
        }
    }

    fn finish<'a>(&self, ctx: &mut Context<'a, '_, Vec<NodeId>>) {
        for call in std::mem::take(ctx.state) {
            let call = ctx.node_of(call);
            let what = format_args!("{} makes code of a string", snippet(call));
            let fix = "Write the function out, or look it up in a table of functions";
            ctx.report(call, "noFunctionConstructor", Level::Critical, what, fix);
        }
    }
}

/// The call or `new` expression that makes a function with a constructor.
fn call(constructor: Node<'_>) -> Option<Node<'_>> {
    let parent = constructor.parent()?;
    let is_self = |node: Option<Node<'_>>| node.is_some_and(|node| node.id() == constructor.id());
    if parent.is_any(&[Kind::CallExpression, Kind::NewExpression]) {
        return is_self(parent.callee()).then_some(parent);
    }
    let passes_on = parent.is(Kind::MemberExpression)
        && is_self(parent.object())
        && property_name(parent).is_some_and(|name| matches!(&*name, "apply" | "bind" | "call"));
    if passes_on { call_of_member(parent) } else { None }
}
