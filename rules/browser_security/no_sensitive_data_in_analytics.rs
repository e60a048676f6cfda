use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Filters, Level, Meta, Needles, StatelessRule, snippet},
    estree::{AstType, Kind, Node, to_lower_case},
};

/// Finds personal data that is sent to an analytics service.
///
/// ## Why
///
/// It leaves the company without the users' consent, and what was sent cannot be taken back.
///
/// ## What is found
///
/// In the object that is the second argument of `analytics.track(…)`, each property is found whose name holds `email`,
/// `ssn`, `creditcard`, `password`, `phone` or `address`.
///
/// ## Example
///
/// ```js
/// analytics.track('Signed up', { email: user.email });       // found
/// analytics.track('Signed up', { plan: user.plan });         // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct NoSensitiveDataInAnalytics;

static PERSONAL: Needles = Needles::new(&["address", "creditcard", "email", "password", "phone", "ssn"]);

impl StatelessRule for NoSensitiveDataInAnalytics {
    const META: Meta = Meta {
        id: "browser-security/no-sensitive-data-in-analytics",
        cwe: 359,
        owasp: "A01:2021 Broken Access Control",
        cvss: 5.3,
        on: &[AstType::CallExpression],
        filters: Filters { calls: &["track"], required_words: &[&["analytics"], &["track"]], ..Filters::NONE },
        messages: &["violationDetected"],
    };

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_>) {
        if call.callee_method_of("analytics") != Some("track") {
            return;
        }
        let Some(data) = call.argument_at(1).filter(|data| data.is(Kind::ObjectExpression)) else { return };
        let is_personal =
            |property: &Node<'a>| property.key_identifier().is_some_and(|name| PERSONAL.is_in(&to_lower_case(name)));
        for property in data.properties().iter().filter(is_personal) {
            let what = format_args!("{} goes to the analytics service", snippet(property));
            let fix = "Leave it out, or send an internal id in its place";
            ctx.report(property, "violationDetected", Level::High, what, fix);
        }
    }
}
