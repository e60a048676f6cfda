use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, snippet},
    estree::{AstType, Node},
};

/// Finds `delete`, which removes a property and leaves its value in memory.
///
/// ## Why
///
/// A secret that is deleted this way stays where it was until the memory is used again, and other
/// references to it stay too. A buffer can be overwritten before it is let go.
///
/// ## What is found
///
/// Every `delete` is found.
///
/// ## Example
///
/// ```js
/// delete session.key;    // found
/// session.key.fill(0);   // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct RequireSecureDeletion;

impl StatelessRule for RequireSecureDeletion {
    const META: Meta = Meta {
        id: "node-security/require-secure-deletion",
        cwe: 459,
        owasp: "A04:2021 Insecure Design",
        cvss: 3.3,
        on: &[AstType::UnaryExpression],
        filters: Filters::NONE,
        messages: &["violationDetected"],
    };

    fn check<'a>(&self, unary: Node<'a>, ctx: &mut Context<'a, '_>) {
        if unary.operator() == Some("delete") {
            let what = format_args!("{} removes the name and leaves the value in memory", snippet(unary));
            let fix = "Keep secrets in a Buffer and overwrite it with buffer.fill(0) before it is let go";
            ctx.report(unary, "violationDetected", Level::Medium, what, fix);
        }
    }
}
