use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, snippet},
    estree::{AstType, Literal, Node},
};

/// Finds configurations that let an app load anything without encryption.
///
/// ## Why
///
/// With `allowArbitraryLoads` iOS's App Transport Security is off: the app talks HTTP, and HTTPS with certificates that
/// nobody checks.
///
/// ## Example
///
/// ```js
/// const transport = { allowArbitraryLoads: true };       // found
/// const transport = { allowArbitraryLoads: false };      // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct NoAllowArbitraryLoads;

impl StatelessRule for NoAllowArbitraryLoads {
    const META: Meta = Meta {
        id: "browser-security/no-allow-arbitrary-loads",
        cwe: 295,
        owasp: "A07:2021 Identification and Authentication Failures",
        cvss: 7.4,
        on: &[AstType::ObjectProperty],
        filters: Filters { required_words: &[&["allowArbitraryLoads"]], ..Filters::NONE },
        messages: &["violationDetected"],
    };

    fn check<'a>(&self, property: Node<'a>, ctx: &mut Context<'a, '_>) {
        if property.key_identifier() == Some("allowArbitraryLoads")
            && property.value().and_then(Node::literal) == Some(Literal::Boolean(true))
        {
            let what = format_args!("{} lets the app load without encryption", snippet(property));
            let fix = "Set allowArbitraryLoads to false, and name the hosts that need an exception";
            ctx.report(property, "violationDetected", Level::High, what, fix);
        }
    }
}
