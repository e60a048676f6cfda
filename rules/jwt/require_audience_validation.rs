use documented::Documented;
use schemars::{JsonSchema, Schema, schema_for};
use serde::Deserialize;

use super::helpers::{VERIFY, lacks_option};
use crate::{
    engine::{Context, Filters, Level, Meta, Rule, snippet},
    estree::{AstType, Node},
};

/// Finds tokens that are verified without asking whom they are for.
///
/// An issuer signs tokens for many services with one key. Without the audience, a token that a user got
/// for one of them opens all others.
///
/// Calls of `verify`, `verifyJWT` and `jwtVerify` with two arguments or more are looked at: their third
/// is an object that has `audience` or `aud`, or the call is found. Options that are not written out
/// count as missing.
///
/// ```js
/// jwt.verify(token, key, { algorithms: ['RS256'] });                                 // found
/// jwt.verify(token, key, { algorithms: ['RS256'], audience: 'https://api.shop.io' });  // fine
/// ```
///
/// Options: `knownAudiences`, `trustedSanitizers`, `trustedAnnotations` and `strictMode` are taken and
/// change nothing.
#[derive(Documented)]
#[documented(trim = false)]
pub struct RequireAudienceValidation;

#[derive(Default, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Options {
    known_audiences: Vec<String>,
    trusted_sanitizers: Vec<String>,
    trusted_annotations: Vec<String>,
    strict_mode: bool,
}

impl Rule for RequireAudienceValidation {
    const META: Meta = Meta {
        id: "jwt/require-audience-validation",
        cwe: 287,
        owasp: "A07:2021 Identification and Authentication Failures",
        cvss: 6.5,
        on: &[AstType::CallExpression],
        filters: Filters { calls: VERIFY, ..Filters::NONE },
        messages: &["missingAudienceValidation"],
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
        if let Some(place) = lacks_option(call, &["aud", "audience"]) {
            let what = format_args!("{} accepts tokens that were made for other services", snippet(place));
            let fix = "Name this service in the options: { audience: process.env.JWT_AUDIENCE }";
            ctx.report(place, "missingAudienceValidation", Level::Medium, what, fix);
        }
    }
}
