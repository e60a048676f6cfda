use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{SIGN, options_of, property_value, signs};
use crate::{
    engine::{Context, Filters, Level, Meta, SafetyChecker, StatelessRule, snippet},
    estree::{AstType, Node},
};

/// Finds tokens that are issued without an expiry.
///
/// ## Why
///
/// Such a token is valid for ever: a copy from a log, a backup or a lost phone opens the account until
/// the key is changed for everybody.
///
/// ## What is found
///
/// Calls of `sign`, `signJWT` and `SignJWT` are looked at: the payload, where it is written out, has `exp`, or the
/// options, where they are written out, have `expiresIn`, or the call is found.
///
/// ## Example
///
/// ```js
/// jwt.sign({ sub: user.id }, key);                         // found
/// jwt.sign({ sub: user.id }, key, { expiresIn: '15m' });   // fine
/// ```
///
/// ## Limits
///
/// A payload or options in a variable count as without.
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct RequireExpiration {
    /// Accepted for ESLint's sake; nothing reads it.
    max_expiration_seconds: i64,
    #[serde(flatten)]
    _trust: SafetyChecker,
}

impl StatelessRule for RequireExpiration {
    const META: Meta = Meta {
        id: "jwt/require-expiration",
        cwe: 613,
        owasp: "A07:2021 Identification and Authentication Failures",
        cvss: 5.4,
        on: &[AstType::CallExpression],
        filters: Filters { calls: SIGN, ..Filters::NONE },
        messages: &["missingExpiration"],
    };

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_>) {
        if !signs(call) {
            return;
        }
        let Some(payload) = call.argument_at(0) else { return };
        let expires = property_value(payload, &["exp"]).is_some()
            || options_of(call).is_some_and(|options| property_value(options, &["expiresIn"]).is_some());
        if !expires {
            let what = format_args!("{} issues a token that never expires", snippet(call));
            ctx.report(call, "missingExpiration", Level::Medium, what, "Set the option { expiresIn: '15m' }");
        }
    }
}
