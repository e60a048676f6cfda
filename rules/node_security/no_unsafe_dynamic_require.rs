use std::collections::HashMap;

use documented::Documented;
use oxc_syntax::node::NodeId;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Filters, Level, Meta, Rule, snippet},
    estree::{AstType, Kind, Node},
};

/// Finds modules that `require` loads under a name put together at run time.
///
/// ## Why
///
/// `require` runs what it loads. Whoever chooses a part of the name can have any file run that the
/// process can read, an uploaded one included.
///
/// ## What is found
///
/// Calls of `require`, and of a variable that was declared with `require` as its value, are looked at:
/// they are found unless their first argument is a literal or a template without insertions.
///
/// ## Example
///
/// ```js
/// const handler = require('./handlers/' + req.params.name);    // found
/// const handler = HANDLERS[req.params.name];                   // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoUnsafeDynamicRequire;

#[derive(Default, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    /// Accepted for ESLint's sake; nothing reads it: `import(…)` is never looked at.
    allow_dynamic_import: bool,
}

impl Rule for NoUnsafeDynamicRequire {
    const META: Meta = Meta {
        id: "node-security/no-unsafe-dynamic-require",
        cwe: 95,
        owasp: "A03:2021 Injection",
        cvss: 8.8,
        on: &[AstType::CallExpression, AstType::VariableDeclarator],
        filters: Filters {
            calls: &["require"],
            inits: &[AstType::IdentifierReference],
            required_words: &[&["require"]],
            ..Filters::NONE
        },
        messages: &["unsafeDynamicRequire"],
    };

    type Options = Options;
    /// The variables that are `require` by another name, each with the declarator that says so first.
    type State = HashMap<String, NodeId>;

    fn new(_: Options) -> Result<Self, String> {
        Ok(Self)
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, Self::State>) {
        if node.is(Kind::CallExpression) {
            if node.callee_name() == Some("require") {
                check_call(node, ctx);
            }
        } else if node.init().is_some_and(|init| init.is_identifier("require"))
            && let Some(name) = node.declared().and_then(Node::identifier)
        {
            ctx.state.entry(name.to_string()).or_insert(node.id());
        }
    }

    fn finish<'a>(&self, ctx: &mut Context<'a, '_, Self::State>) {
        if ctx.state.is_empty() {
            return;
        }
        for call in ctx.tree().nodes_of([Kind::CallExpression]) {
            let declared = call.callee_name().filter(|name| *name != "require").and_then(|name| ctx.state.get(name));
            if declared.is_some_and(|&declarator| declarator < call.id()) {
                check_call(call, ctx);
            }
        }
    }
}

fn check_call<'a>(call: Node<'a>, ctx: &mut Context<'a, '_, HashMap<String, NodeId>>) {
    if let Some(module) = call.argument_at(0)
        && is_put_together(module)
    {
        let what = format_args!("{} runs whichever module {} names", snippet(call), snippet(module));
        let fix = "Load the modules by literal names into a table and pick from it: HANDLERS[name]";
        ctx.report(call, "unsafeDynamicRequire", Level::Critical, what, fix).found_at(call);
    }
}

fn is_put_together(module: Node<'_>) -> bool {
    match module.kind() {
        Kind::Literal | Kind::SpreadElement => false,
        Kind::TemplateLiteral => !module.expressions().is_empty(),
        _ => true,
    }
}
