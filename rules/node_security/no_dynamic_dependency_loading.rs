use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, snippet},
    estree::{AstType, Kind, Node},
};

/// Finds modules that are chosen at run time.
///
/// ## Why
///
/// A module whose name is put together can be one that nobody reviewed, and whoever chooses a part of the
/// name chooses the code that runs. Tools that pin and scan dependencies do not see it either.
///
/// ## What is found
///
/// Calls of `require` are found whose first argument is no literal, and `import(…)` of anything but a
/// literal. A template counts as put together, insertions or not.
///
/// ## Example
///
/// ```js
/// const plugin = require(`./plugins/${name}`);    // found
/// const plugin = await import(url);               // found
/// const plugin = require('./plugins/csv');        // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct NoDynamicDependencyLoading;

impl StatelessRule for NoDynamicDependencyLoading {
    const META: Meta = Meta {
        id: "node-security/no-dynamic-dependency-loading",
        cwe: 1104,
        owasp: "A08:2021 Software and Data Integrity Failures",
        cvss: 7.3,
        on: &[AstType::CallExpression, AstType::ImportExpression],
        filters: Filters { calls: &["require"], ..Filters::NONE },
        messages: &["violationDetected"],
    };

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_>) {
        let module = if node.is(Kind::ImportExpression) {
            node.source()
        } else if node.callee_name() == Some("require") {
            node.argument_at(0)
        } else {
            return;
        };
        if !module.is_some_and(|module| module.is(Kind::Literal)) {
            let what = format_args!("{} loads a module that is chosen at run time", snippet(node));
            let fix =
                "Load each module by its literal name and choose among them by a table: { csv: require('./csv') }";
            ctx.report(node, "violationDetected", Level::High, what, fix);
        }
    }
}
