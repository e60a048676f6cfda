use documented::Documented;
use schemars::{JsonSchema, Schema, schema_for};
use serde::Deserialize;

use super::helpers::{ALGORITHM, VERIFY, lacks_option};
use crate::{
    engine::{Context, Filters, Level, Meta, Rule, snippet},
    estree::{AstType, Node},
};

/// Finds tokens that are verified without saying which algorithms are allowed.
///
/// Without a list, the token's own header says how it is to be verified, and the header is the
/// client's: it can choose a weaker algorithm, or one that takes the public key for a secret.
///
/// Calls of `verify`, `verifyJWT` and `jwtVerify` with two arguments or more are looked at: their third
/// is an object that has `algorithms`, `algorithm` or `alg`, or the call is found. Options that are not
/// written out count as missing.
///
/// ```js
/// jwt.verify(token, key);                             // found
/// jwt.verify(token, key, { issuer });                 // found
/// jwt.verify(token, key, { algorithms: ['RS256'] });  // fine
/// ```
///
/// Options: `recommendedAlgorithms`, `trustedSanitizers`, `trustedAnnotations` and `strictMode` are
/// taken and change nothing.
#[derive(Documented)]
#[documented(trim = false)]
pub struct RequireAlgorithmWhitelist;

#[derive(Default, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Options {
    recommended_algorithms: Vec<String>,
    trusted_sanitizers: Vec<String>,
    trusted_annotations: Vec<String>,
    strict_mode: bool,
}

impl Rule for RequireAlgorithmWhitelist {
    const META: Meta = Meta {
        id: "jwt/require-algorithm-whitelist",
        cwe: 757,
        owasp: "A02:2021 Cryptographic Failures",
        cvss: 7.4,
        on: &[AstType::CallExpression],
        filters: Filters { calls: VERIFY, ..Filters::NONE },
        messages: &["missingAlgorithmWhitelist"],
    };

    type Options = Options;
    type State = ();

    fn options_schema() -> Option<Schema> {
        Some(schema_for!(Options))
    }

    fn new(_: Options) -> Result<Self, String> {
        Ok(Self)
    }

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
        if let Some(place) = lacks_option(call, ALGORITHM) {
            let what = format_args!("{} lets the token choose its own algorithm", snippet(place));
            let fix = "Name the algorithm of the key in the options: { algorithms: ['RS256'] }";
            ctx.report(place, "missingAlgorithmWhitelist", Level::High, what, fix);
        }
    }
}
