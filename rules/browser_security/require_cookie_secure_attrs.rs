use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{cookie_set_by, fixed_parts};
use crate::{
    engine::{Context, Filters, Level, Meta, Pattern, StatelessRule, TestOptions, snippet},
    estree::{AstType, Kind, Node},
};

/// Finds cookies that a script sets without `Secure` or without `SameSite`.
///
/// ## Why
///
/// Without `Secure` the cookie is sent in the clear over HTTP; without `SameSite` older browsers send it along with
/// requests that other pages make.
///
/// ## What is found
///
/// Assignments of a string or template to `document.cookie` are looked at. Each attribute that is missing is a
/// finding of its own.
///
/// ## Example
///
/// ```js
/// document.cookie = 'lang=en';                              // found, twice
/// document.cookie = 'lang=en; Secure; SameSite=Strict';     // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct RequireCookieSecureAttrs(TestOptions<true>);

static SECURE: Pattern = Pattern::ignoring_case(r";\s*secure").holding(&["secure"]);
static SAME_SITE: Pattern = Pattern::ignoring_case(r";\s*samesite").holding(&["samesite"]);

impl StatelessRule for RequireCookieSecureAttrs {
    const META: Meta = Meta {
        id: "browser-security/require-cookie-secure-attrs",
        cwe: 614,
        owasp: "A05:2021 Security Misconfiguration",
        cvss: 6.5,
        on: &[AstType::AssignmentExpression],
        filters: Filters { required_words: &[&["document"], &["cookie"]], ..Filters::NONE },
        messages: &["missingSecure", "missingSameSite"],
    };

    fn check<'a>(&self, assignment: Node<'a>, ctx: &mut Context<'a, '_>) {
        let Some(cookie) = cookie_set_by(assignment) else { return };
        let text = match cookie.kind() {
            Kind::TemplateLiteral => fixed_parts(cookie),
            _ => cookie.string().unwrap_or_default().into(),
        };
        if text.is_empty() || self.0.allow(ctx.path()) {
            return;
        }
        if !SECURE.is_match(&text) {
            let what = format_args!("{} sets a cookie that is sent over plain HTTP too", snippet(assignment));
            ctx.report(assignment, "missingSecure", Level::Medium, what, "Add the attribute: ; Secure");
        }
        if !SAME_SITE.is_match(&text) {
            let what = format_args!("{} sets a cookie that requests of other sites may carry", snippet(assignment));
            ctx.report(assignment, "missingSameSite", Level::Medium, what, "Add the attribute: ; SameSite=Strict");
        }
    }
}
