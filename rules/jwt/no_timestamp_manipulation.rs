use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{SIGN, options_of, property_value, signs};
use crate::{
    engine::{Context, Filters, Level, Meta, SafetyChecker, StatelessRule},
    estree::{AstType, Literal, Node},
};

/// Finds tokens that are issued with their time of issue switched off.
///
/// ## Why
///
/// `noTimestamp: true` keeps `iat` out of the token. Nobody can tell then how old it is, and a copied one
/// can be played back.
///
/// ## What is found
///
/// The options of `sign`, `signJWT` and `SignJWT` (the third argument, written out as an object) are
/// looked at.
///
/// ## Example
///
/// ```js
/// jwt.sign(payload, key, { noTimestamp: true });     // found
/// jwt.sign(payload, key, { noTimestamp: false });    // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct NoTimestampManipulation {
    #[serde(flatten)]
    _trust: SafetyChecker,
}

impl StatelessRule for NoTimestampManipulation {
    const META: Meta = Meta {
        id: "jwt/no-timestamp-manipulation",
        cwe: 294,
        owasp: "A07:2021 Identification and Authentication Failures",
        cvss: 6.5,
        on: &[AstType::CallExpression],
        filters: Filters { calls: SIGN, ..Filters::NONE },
        messages: &["noTimestampTrue"],
    };

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_>) {
        if signs(call)
            && let Some(options) = options_of(call)
            && let Some(value) = property_value(options, &["noTimestamp"])
            && value.literal() == Some(Literal::Boolean(true))
        {
            let what = "noTimestamp: true keeps the time of issue out of the token, so that old tokens pass for new";
            ctx.report(value, "noTimestampTrue", Level::High, what, "Take noTimestamp out of the options");
        }
    }
}
