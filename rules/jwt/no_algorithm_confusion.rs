use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{ALGORITHM, VERIFY, options_of, property_value, verifies};
use crate::{
    engine::{Context, Filters, Level, Meta, Needles, SafetyChecker, StatelessRule, snippet},
    estree::{AstType, Node},
};

/// Finds tokens that are verified with a public key and a symmetric algorithm.
///
/// ## Why
///
/// HS256 and its kin sign and verify with the same secret. Where that secret is a public key, anyone can
/// take the key and sign tokens that verify.
///
/// ## What is found
///
/// Calls of `verify`, `verifyJWT` and `jwtVerify` are looked at whose options are written out and name a
/// symmetric algorithm, and whose key's code speaks of a public key: it holds `public` or `jwks`, or ends
/// in `.pub` or `.pem`.
///
/// ## Example
///
/// ```js
/// jwt.verify(token, publicKey, { algorithms: ['RS256', 'HS256'] });    // found
/// jwt.verify(token, publicKey, { algorithms: ['RS256'] });             // fine
/// jwt.verify(token, secret, { algorithms: ['HS256'] });                // fine
/// ```
#[derive(Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct NoAlgorithmConfusion {
    /// The algorithms that sign and verify with one secret.
    symmetric_algorithms: Vec<String>,
    #[serde(flatten)]
    _trust: SafetyChecker,
}

impl Default for NoAlgorithmConfusion {
    fn default() -> Self {
        Self {
            symmetric_algorithms: ["HS256", "HS384", "HS512"].map(String::from).into(),
            _trust: SafetyChecker::default(),
        }
    }
}

static PUBLIC_KEY: Needles = Needles::ignoring_case(&["jwks", "public"]);

impl StatelessRule for NoAlgorithmConfusion {
    const META: Meta = Meta {
        id: "jwt/no-algorithm-confusion",
        cwe: 347,
        owasp: "A02:2021 Cryptographic Failures",
        cvss: 9.1,
        on: &[AstType::CallExpression],
        filters: Filters { calls: VERIFY, ..Filters::NONE },
        messages: &["algorithmConfusion"],
    };

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_>) {
        if !verifies(call) {
            return;
        }
        let (Some(key), Some(options)) = (call.argument_at(1), options_of(call)) else { return };
        if let Some(symmetric) = algorithms(options).find(|&algorithm| self.is_symmetric(algorithm))
            && is_public_key(key, ctx)
            && let Some(value) = property_value(options, ALGORITHM)
        {
            let what = format_args!(
                "{} is allowed although {} is a public key: whoever has the key can sign tokens",
                snippet(symmetric),
                snippet(key)
            );
            let fix = "Allow only the algorithm of the key pair: algorithms: ['RS256']";
            ctx.report(value, "algorithmConfusion", Level::Critical, what, fix);
        }
    }
}

impl NoAlgorithmConfusion {
    fn is_symmetric(&self, algorithm: Node<'_>) -> bool {
        algorithm.string().is_some_and(|name| self.symmetric_algorithms.iter().any(|known| known == name))
    }
}

/// Returns what options name as algorithms, alone or in a list.
fn algorithms<'a>(options: Node<'a>) -> impl Iterator<Item = Node<'a>> {
    options
        .named_properties()
        .filter(|(name, _)| ALGORITHM.contains(name))
        .filter_map(|(_, option)| option.value())
        .flat_map(|value| std::iter::once(value).chain(value.elements().iter()))
}

/// Returns whether a key's code speaks of a public key.
fn is_public_key<'a>(key: Node<'a>, ctx: &mut Context<'a, '_>) -> bool {
    ctx.contains(key, &PUBLIC_KEY) || [".pub", ".pem"].iter().any(|ending| key.text().ends_with(ending))
}
