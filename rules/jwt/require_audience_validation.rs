use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{VERIFY, lacks_option};
use crate::{
    engine::{Context, Filters, Level, Meta, SafetyChecker, StatelessRule, snippet},
    estree::{AstType, Node},
};

/// Finds tokens that are verified without asking whom they are for.
///
/// ## Why
///
/// An issuer signs tokens for many services with one key. Without the audience, a token that a user got
/// for one of them opens all others.
///
/// ## What is found
///
/// Calls of `verify`, `verifyJWT` and `jwtVerify` with two arguments or more are looked at: their third is an object
/// that has `audience` or `aud`, or the call is found.
///
/// ## Example
///
/// ```js
/// jwt.verify(token, key, { algorithms: ['RS256'] });                                 // found
/// jwt.verify(token, key, { algorithms: ['RS256'], audience: 'https://api.shop.io' });  // fine
/// ```
///
/// ## Limits
///
/// Options that are not written out count as missing.
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct RequireAudienceValidation {
    /// Accepted for ESLint's sake; nothing reads it.
    known_audiences: Vec<String>,
    #[serde(flatten)]
    _trust: SafetyChecker,
}

impl StatelessRule for RequireAudienceValidation {
    const META: Meta = Meta {
        id: "jwt/require-audience-validation",
        cwe: 287,
        owasp: "A07:2021 Identification and Authentication Failures",
        cvss: 6.5,
        on: &[AstType::CallExpression],
        filters: Filters { calls: VERIFY, ..Filters::NONE },
        messages: &["missingAudienceValidation"],
    };

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_>) {
        if let Some(place) = lacks_option(call, &["aud", "audience"]) {
            let what = format_args!("{} accepts tokens that were made for other services", snippet(place));
            let fix = "Name this service in the options: { audience: process.env.JWT_AUDIENCE }";
            ctx.report(place, "missingAudienceValidation", Level::Medium, what, fix);
        }
    }
}
