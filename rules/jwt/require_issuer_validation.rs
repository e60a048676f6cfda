use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{VERIFY, lacks_option};
use crate::{
    engine::{Context, Filters, Level, Meta, SafetyChecker, StatelessRule, snippet},
    estree::{AstType, Node},
};

/// Finds tokens that are verified without asking who issued them.
///
/// ## Why
///
/// Where several services share keys, or keys come from a key set, a token of any issuer verifies: one
/// from a test system, or another tenant's.
///
/// ## What is found
///
/// Calls of `verify`, `verifyJWT` and `jwtVerify` with two arguments or more are looked at: their third is an object
/// that has `issuer` or `iss`, or the call is found.
///
/// ## Example
///
/// ```js
/// jwt.verify(token, key, { algorithms: ['RS256'] });                              // found
/// jwt.verify(token, key, { algorithms: ['RS256'], issuer: 'https://id.shop.io' });  // fine
/// ```
///
/// ## Limits
///
/// Options that are not written out count as missing.
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct RequireIssuerValidation {
    /// Accepted for ESLint's sake; nothing reads it.
    known_issuers: Vec<String>,
    #[serde(flatten)]
    _trust: SafetyChecker,
}

impl StatelessRule for RequireIssuerValidation {
    const META: Meta = Meta {
        id: "jwt/require-issuer-validation",
        cwe: 287,
        owasp: "A07:2021 Identification and Authentication Failures",
        cvss: 6.5,
        on: &[AstType::CallExpression],
        filters: Filters { calls: VERIFY, ..Filters::NONE },
        messages: &["missingIssuerValidation"],
    };

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_>) {
        if let Some(place) = lacks_option(call, &["iss", "issuer"]) {
            let what = format_args!("{} accepts tokens of any issuer", snippet(place));
            let fix = "Name the issuer in the options: { issuer: process.env.JWT_ISSUER }";
            ctx.report(place, "missingIssuerValidation", Level::Medium, what, fix);
        }
    }
}
