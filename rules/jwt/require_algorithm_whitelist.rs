use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{ALGORITHM, VERIFY, lacks_option};
use crate::{
    engine::{Context, Filters, Level, Meta, SafetyChecker, StatelessRule, snippet},
    estree::{AstType, Node},
};

/// Finds tokens that are verified without saying which algorithms are allowed.
///
/// ## Why
///
/// Without a list, the token's own header says how it is to be verified, and the header is the
/// client's: it can choose a weaker algorithm, or one that takes the public key for a secret.
///
/// ## What is found
///
/// Calls of `verify`, `verifyJWT` and `jwtVerify` with two arguments or more are looked at: their third is an object
/// that has `algorithms`, `algorithm` or `alg`, or the call is found.
///
/// ## Example
///
/// ```js
/// jwt.verify(token, key);                             // found
/// jwt.verify(token, key, { issuer });                 // found
/// jwt.verify(token, key, { algorithms: ['RS256'] });  // fine
/// ```
///
/// ## Limits
///
/// Options that are not written out count as missing.
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct RequireAlgorithmWhitelist {
    /// Accepted for ESLint's sake; nothing reads it.
    recommended_algorithms: Vec<String>,
    #[serde(flatten)]
    _trust: SafetyChecker,
}

impl StatelessRule for RequireAlgorithmWhitelist {
    const META: Meta = Meta {
        id: "jwt/require-algorithm-whitelist",
        cwe: 757,
        owasp: "A02:2021 Cryptographic Failures",
        cvss: 7.4,
        on: &[AstType::CallExpression],
        filters: Filters { calls: VERIFY, ..Filters::NONE },
        messages: &["missingAlgorithmWhitelist"],
    };

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_>) {
        if let Some(place) = lacks_option(call, ALGORITHM) {
            let what = format_args!("{} lets the token choose its own algorithm", snippet(place));
            let fix = "Name the algorithm of the key in the options: { algorithms: ['RS256'] }";
            ctx.report(place, "missingAlgorithmWhitelist", Level::High, what, fix);
        }
    }
}
