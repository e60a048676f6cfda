use documented::Documented;

use crate::{
    engine::{Context, Filters, Level, Meta, Rule, snippet},
    estree::{Around, AstType, Kind, Node},
};

/// Finds calls of analytics services that do not depend on the user's consent.
///
/// ## Why
///
/// The law of many countries wants consent before anybody is tracked.
///
/// ## What is found
///
/// Found are `analytics.track(…)`, `analytics.identify(…)`, `analytics.page(…)` and `gtag(…)` that stand in no `if` and
/// in no conditional expression, whatever it asks.
///
/// ## Example
///
/// ```js
/// analytics.page('Home');                          // found
/// if (consent.given) analytics.page('Home');       // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoTrackingWithoutConsent;

impl Rule for NoTrackingWithoutConsent {
    const META: Meta = Meta {
        id: "browser-security/no-tracking-without-consent",
        cwe: 359,
        owasp: "A01:2021 Broken Access Control",
        cvss: 4.3,
        on: &[AstType::CallExpression],
        filters: Filters {
            calls: &["gtag", "identify", "page", "track"],
            required_words: &[&["analytics", "gtag"]],
            ..Filters::NONE
        },
        messages: &["violationDetected"],
    };

    type Options = ();
    type State = Around;

    fn new((): ()) -> Result<Self, String> {
        Ok(Self)
    }

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, Around>) {
        let tracks = matches!(call.callee_method_of("analytics"), Some("identify" | "page" | "track"))
            || call.callee_name() == Some("gtag");
        let is_condition = |node: Node<'_>| node.is_any(&[Kind::ConditionalExpression, Kind::IfStatement]);
        if tracks && !ctx.state.any(call, is_condition) {
            let what = format_args!("{} tracks whether the user agreed or not", snippet(call));
            let fix = "Ask for consent first, and call it only in: if (hasConsent) { … }";
            ctx.report(call, "violationDetected", Level::Medium, what, fix);
        }
    }
}
