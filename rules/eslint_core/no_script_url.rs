use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::static_text;
use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, snippet},
    estree::{AstType, Kind, Node},
};

/// Finds strings that begin with `javascript:`.
///
/// ## Why
///
/// A browser that goes to such an address runs what follows as code on the page.
///
/// ## Example
///
/// ```js
/// link.href = 'javascript:void(0)';            // found
/// link.href = '#';                             // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct NoScriptUrl;

/// The beginning of the strings, in any case.
const SCHEME: &str = "javascript:";

impl StatelessRule for NoScriptUrl {
    const META: Meta = Meta {
        id: "no-script-url",
        cwe: 79,
        owasp: "A03:2021 Injection",
        cvss: 6.1,
        on: &[AstType::StringLiteral, AstType::TemplateLiteral],
        filters: Filters { required_words: &[&["javascript"]], ..Filters::NONE },
        messages: &["unexpectedScriptURL"],
    };

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_>) {
        if node.parent().is_some_and(|parent| parent.is(Kind::TaggedTemplateExpression))
            && node.is(Kind::TemplateLiteral)
        {
            return;
        }
        let is_script = static_text(node)
            .is_some_and(|text| text.chars().flat_map(char::to_lowercase).take(SCHEME.len()).eq(SCHEME.chars()));
        if is_script {
            let what = format_args!("{} runs code where it is gone to", snippet(node));
            let fix = "Use a button with an event listener, or an address of its own";
            ctx.report(node, "unexpectedScriptURL", Level::Medium, what, fix);
        }
    }
}
