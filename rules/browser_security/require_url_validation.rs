use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::is_member;
use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, snippet},
    estree::{AstType, Kind, Node},
};

/// Finds pages that are navigated to wherever a variable leads.
///
/// ## Why
///
/// If the address comes from a parameter, a link to your site leads to somebody else's; `javascript:` in it runs code.
///
/// ## What is found
///
/// Found are `window.location = variable`, `location.href = variable` and `window.open(variable)`.
///
/// ## Example
///
/// ```js
/// window.location = next;                                               // found
/// window.location = new URL(next, location.origin).pathname;            // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct RequireUrlValidation;

impl StatelessRule for RequireUrlValidation {
    const META: Meta = Meta {
        id: "browser-security/require-url-validation",
        cwe: 601,
        owasp: "A01:2021 Broken Access Control",
        cvss: 6.1,
        on: &[AstType::AssignmentExpression, AstType::CallExpression],
        filters: Filters { calls: &["open"], required_words: &[&["location", "window"]], ..Filters::NONE },
        messages: &["violationDetected"],
    };

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_>) {
        let address = if node.is(Kind::CallExpression) {
            if node.callee_method_of("window") == Some("open") { node.argument_at(0) } else { None }
        } else {
            let navigates =
                |left: &Node<'_>| is_member(*left, "window", "location") || is_member(*left, "location", "href");
            node.left().filter(navigates).and(node.right())
        };
        if let Some(address) = address.filter(|address| address.is(Kind::Identifier)) {
            let what = format_args!("{} leads wherever {} says", snippet(node), snippet(address));
            let fix = "Parse it with new URL(…) and go on only where protocol and host are on a fixed list";
            ctx.report(node, "violationDetected", Level::High, what, fix);
        }
    }
}
