use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{RandomStrings, values_of};
use crate::{
    engine::{Context, Edit, Filters, Level, Meta, Rule},
    estree::{AstType, Kind, Node},
};

/// Finds random tokens that are made of digits alone.
///
/// ## Why
///
/// Each character of such a token has ten values in place of sixty-two: to guess one of a given length
/// takes far fewer attempts.
///
/// ## What is found
///
/// Calls of what a file imports from `crypto-random-string`, and of methods of it, are looked at: each
/// `type: 'numeric'` in their first argument is found.
///
/// ## Example
///
/// ```js
/// import cryptoRandomString from 'crypto-random-string';
/// cryptoRandomString({ length: 32, type: 'numeric' });         // found
/// cryptoRandomString({ length: 32, type: 'alphanumeric' });    // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoNumericOnlyTokens;

#[derive(Default, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    /// Accepted for ESLint's sake; nothing reads it.
    allowed_contexts: Vec<String>,
}

impl Rule for NoNumericOnlyTokens {
    const META: Meta = Meta {
        id: "crypto/no-numeric-only-tokens",
        cwe: 330,
        owasp: "A02:2021 Cryptographic Failures",
        cvss: 5.3,
        on: &[AstType::CallExpression, AstType::ImportDeclaration],
        filters: Filters { required_words: &[&["crypto-random-string"], &["numeric"]], ..Filters::NONE },
        messages: &["numericOnlyToken", "useAlphanumeric", "useUrlSafe"],
    };

    type Options = Options;
    type State = RandomStrings;

    fn new(_: Options) -> Result<Self, String> {
        Ok(Self)
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, RandomStrings>) {
        if node.is(Kind::ImportDeclaration) {
            ctx.state.note(node);
            return;
        }
        let Some(options) = ctx.state.options_of(node) else { return };
        for value in values_of(options, "type").filter(|value| value.string() == Some("numeric")) {
            let what = "The token is made of digits alone, which makes it easy to guess for its length";
            let fix = "Use type: 'alphanumeric' or type: 'url-safe'";
            ctx.report(value, "numericOnlyToken", Level::Medium, what, fix)
                .suggest("useAlphanumeric", "Use letters and digits", Edit::replace(value, "'alphanumeric'"))
                .suggest("useUrlSafe", "Use the characters of base64url", Edit::replace(value, "'url-safe'"));
        }
    }
}
