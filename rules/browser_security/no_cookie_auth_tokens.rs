use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{cookie_set_by, fixed_parts, string_operands};
use crate::{
    engine::{Context, Filters, Level, Meta, Needles, StatelessRule, TestOptions, snippet},
    estree::{AstType, Kind, Node},
};

/// Finds authentication tokens in cookies that a script sets.
///
/// ## Why
///
/// A cookie that a script can set has no `HttpOnly`: one injected script reads it and has the session.
///
/// ## What is found
///
/// Assignments to `document.cookie` are looked at, and in them the text of a string, of a template, or of the
/// strings in a concatenation: `token`, `jwt`, `auth`, `session`, `bearer`, `access`, `refresh`, `credential`.
///
/// ## Example
///
/// ```js
/// document.cookie = `authToken=${token}; Secure`;       // found
/// document.cookie = 'lang=en; Secure; SameSite=Lax';    // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct NoCookieAuthTokens(TestOptions<true>);

/// The words that the text of a cookie holds that authenticates.
static TOKENS: Needles =
    Needles::ignoring_case(&["access", "auth", "bearer", "credential", "jwt", "refresh", "session", "token"]);

impl StatelessRule for NoCookieAuthTokens {
    const META: Meta = Meta {
        id: "browser-security/no-cookie-auth-tokens",
        cwe: 1004,
        owasp: "A02:2021 Cryptographic Failures",
        cvss: 8.5,
        on: &[AstType::AssignmentExpression],
        filters: Filters { required_words: &[&["document"], &["cookie"]], ..Filters::NONE },
        messages: &["authTokenInCookie"],
    };

    fn check<'a>(&self, assignment: Node<'a>, ctx: &mut Context<'a, '_>) {
        let Some(cookie) = cookie_set_by(assignment) else { return };
        if self.0.allow(ctx.path()) {
            return;
        }
        let authenticates = match cookie.kind() {
            Kind::TemplateLiteral => TOKENS.is_in(&fixed_parts(cookie)),
            Kind::BinaryExpression => TOKENS.is_in(&string_operands(cookie).collect::<String>()),
            _ => cookie.string().is_some_and(|text| TOKENS.is_in(text)),
        };
        if authenticates {
            let what = format_args!("{} sets a token where every script can read it", snippet(assignment));
            let fix = "Have the server set the cookie, with HttpOnly, Secure and SameSite";
            ctx.report(assignment, "authTokenInCookie", Level::High, what, fix);
        }
    }
}
