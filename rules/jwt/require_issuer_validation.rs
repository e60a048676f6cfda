use documented::Documented;
use schemars::{JsonSchema, Schema, schema_for};
use serde::Deserialize;

use super::helpers::{VERIFY, lacks_option};
use crate::{
    engine::{Context, Filters, Level, Meta, Rule, snippet},
    estree::{AstType, Node},
};

/// Finds tokens that are verified without asking who issued them.
///
/// Where several services share keys, or keys come from a key set, a token of any issuer verifies: one
/// from a test system, or another tenant's.
///
/// Calls of `verify`, `verifyJWT` and `jwtVerify` with two arguments or more are looked at: their third
/// is an object that has `issuer` or `iss`, or the call is found. Options that are not written out count
/// as missing.
///
/// ```js
/// jwt.verify(token, key, { algorithms: ['RS256'] });                              // found
/// jwt.verify(token, key, { algorithms: ['RS256'], issuer: 'https://id.shop.io' });  // fine
/// ```
///
/// Options: `knownIssuers`, `trustedSanitizers`, `trustedAnnotations` and `strictMode` are taken and
/// change nothing.
#[derive(Documented)]
#[documented(trim = false)]
pub struct RequireIssuerValidation;

#[derive(Default, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Options {
    known_issuers: Vec<String>,
    trusted_sanitizers: Vec<String>,
    trusted_annotations: Vec<String>,
    strict_mode: bool,
}

impl Rule for RequireIssuerValidation {
    const META: Meta = Meta {
        id: "jwt/require-issuer-validation",
        cwe: 287,
        owasp: "A07:2021 Identification and Authentication Failures",
        cvss: 6.5,
        on: &[AstType::CallExpression],
        filters: Filters { calls: VERIFY, ..Filters::NONE },
        messages: &["missingIssuerValidation"],
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
        if let Some(place) = lacks_option(call, &["iss", "issuer"]) {
            let what = format_args!("{} accepts tokens of any issuer", snippet(place));
            let fix = "Name the issuer in the options: { issuer: process.env.JWT_ISSUER }";
            ctx.report(place, "missingIssuerValidation", Level::Medium, what, fix);
        }
    }
}
