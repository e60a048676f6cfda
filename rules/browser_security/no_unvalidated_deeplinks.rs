use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, snippet},
    estree::{AstType, Kind, Node},
};

/// Finds links that an app follows wherever they lead.
///
/// ## Why
///
/// Other apps and pages can open an app with a link of their own. One that is followed as it came opens a phishing page
/// or a screen that should have asked for a login.
///
/// ## What is found
///
/// Found are `Linking.openURL(…)` with a variable or a member as its argument, and `….navigate(…)` with a variable.
///
/// ## Example
///
/// ```js
/// Linking.openURL(link);                                   // found
/// Linking.openURL('https://www.example.com/help');         // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct NoUnvalidatedDeeplinks;

impl StatelessRule for NoUnvalidatedDeeplinks {
    const META: Meta = Meta {
        id: "browser-security/no-unvalidated-deeplinks",
        cwe: 939,
        owasp: "A01:2021 Broken Access Control",
        cvss: 6.1,
        on: &[AstType::CallExpression],
        filters: Filters { calls: &["navigate", "openURL"], ..Filters::NONE },
        messages: &["violationDetected"],
    };

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_>) {
        let Some(link) = call.argument_at(0) else { return };
        let follows = match link.kind() {
            Kind::Identifier => opens_link(call) || call.callee_method() == Some("navigate"),
            Kind::MemberExpression => opens_link(call),
            _ => false,
        };
        if follows {
            let what = format_args!("{} goes wherever {} leads", snippet(call), snippet(link));
            let fix = "Parse the link and compare its scheme and host with a fixed list first";
            ctx.report(call, "violationDetected", Level::High, what, fix);
        }
    }
}

fn opens_link(call: Node<'_>) -> bool {
    call.callee_method_of("Linking") == Some("openURL")
}
