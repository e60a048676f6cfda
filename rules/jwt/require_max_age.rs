use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{VERIFY, lacks_option};
use crate::{
    engine::{Context, Filters, Level, Meta, SafetyChecker, StatelessRule, snippet},
    estree::{AstType, Node},
};

/// Finds tokens that are verified however old they are.
///
/// ## Why
///
/// A token that was copied from a log or a backup is as good as on its first day until it expires, and
/// for ever where it carries no expiry. `maxAge` makes the verifier look at when the token was issued.
///
/// ## What is found
///
/// Calls of `verify`, `verifyJWT` and `jwtVerify` with two arguments or more are looked at: their third is an object
/// that has `maxAge` (or `clockTolerance`), or the call is found.
///
/// ## Example
///
/// ```js
/// jwt.verify(token, key, { algorithms: ['RS256'] });                // found
/// jwt.verify(token, key, { algorithms: ['RS256'], maxAge: '1h' });  // fine
/// ```
///
/// ## Limits
///
/// Options that are not written out count as missing.
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct RequireMaxAge {
    #[serde(flatten)]
    _trust: SafetyChecker,
}

impl StatelessRule for RequireMaxAge {
    const META: Meta = Meta {
        id: "jwt/require-max-age",
        cwe: 294,
        owasp: "A07:2021 Identification and Authentication Failures",
        cvss: 5.9,
        on: &[AstType::CallExpression],
        filters: Filters { calls: VERIFY, ..Filters::NONE },
        messages: &["missingMaxAge"],
    };

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_>) {
        if let Some(place) = lacks_option(call, &["clockTolerance", "maxAge"]) {
            let what = format_args!("{} accepts tokens of any age", snippet(place));
            let fix = "Set how old a token may be in the options: { maxAge: '1h' }";
            ctx.report(place, "missingMaxAge", Level::Medium, what, fix);
        }
    }
}
