use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{SIGN, options_of, property_value, signs};
use crate::{
    engine::{Context, Filters, Level, Meta, SafetyChecker, StatelessRule},
    estree::{AstType, Node},
};

/// Finds tokens that do not say when they were issued.
///
/// ## Why
///
/// Without `iat` nobody can tell a fresh token from one that was copied last year, so an old one can be
/// played back.
///
/// ## What is found
///
/// Libraries write `iat` by themselves. Calls of `sign`, `signJWT` and `SignJWT` are found whose options,
/// written out, have `noTimestamp`, whatever its value, unless the payload, written out, has `iat`.
///
/// ## Example
///
/// ```js
/// jwt.sign({ sub: user.id }, key, { noTimestamp: true });            // found
/// jwt.sign({ sub: user.id, iat: now }, key, { noTimestamp: true });  // fine
/// jwt.sign({ sub: user.id }, key);                                   // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct RequireIssuedAt {
    #[serde(flatten)]
    _trust: SafetyChecker,
}

impl StatelessRule for RequireIssuedAt {
    const META: Meta = Meta {
        id: "jwt/require-issued-at",
        cwe: 294,
        owasp: "A07:2021 Identification and Authentication Failures",
        cvss: 5.9,
        on: &[AstType::CallExpression],
        filters: Filters { calls: SIGN, ..Filters::NONE },
        messages: &["missingIssuedAt"],
    };

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_>) {
        if signs(call)
            && let Some(options) = options_of(call)
            && property_value(options, &["noTimestamp"]).is_some()
            && call.argument_at(0).is_some_and(|payload| property_value(payload, &["iat"]).is_none())
        {
            let what = "The token is issued without iat, so that nobody can tell how old it is";
            ctx.report(options, "missingIssuedAt", Level::Medium, what, "Take noTimestamp out of the options");
        }
    }
}
