use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{SIGN, signs};
use crate::{
    engine::{Context, Filters, Level, Meta, Rule, SafetyChecker, shorten},
    estree::{AstType, Kind, Node, to_lower_case},
};

/// Finds passwords, keys and personal data in the payload of a token.
///
/// ## Why
///
/// A signed token is not encrypted: its payload is Base64, and whoever sees the token (the browser, a
/// log, a proxy) reads what is in it.
///
/// ## What is found
///
/// The first argument of `sign`, `signJWT` or `SignJWT` is looked at where it is written out as an
/// object: each property whose name, upper or lower case, is that of a credential, of personal data or
/// of an account or card number.
///
/// ## Example
///
/// ```js
/// jwt.sign({ sub: user.id, email: user.email }, key, options);    // found: email
/// jwt.sign({ sub: user.id, role: user.role }, key, options);      // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoSensitivePayload {
    additional: Vec<String>,
}

#[derive(Default, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    /// Further names, in lower case.
    additional_sensitive_fields: Vec<String>,
    #[serde(flatten)]
    _trust: SafetyChecker,
}

/// Names of credentials, personal data, accounts and cards, as people spell them, in lower case.
const SENSITIVE: &[&str] = &[
    "access_token",
    "accesstoken",
    "account_number",
    "accountnumber",
    "address",
    "api_key",
    "api_secret",
    "apikey",
    "apisecret",
    "bank_account",
    "bankaccount",
    "bearer_token",
    "bearertoken",
    "birthdate",
    "card_number",
    "cardnumber",
    "credit_card",
    "creditcard",
    "cvc",
    "cvv",
    "date_of_birth",
    "dateofbirth",
    "dob",
    "email",
    "email_address",
    "emailaddress",
    "pass",
    "passwd",
    "password",
    "phone",
    "phone_number",
    "phonenumber",
    "pin",
    "pin_code",
    "pincode",
    "private_key",
    "privatekey",
    "pwd",
    "refresh_token",
    "refreshtoken",
    "routing_number",
    "routingnumber",
    "secret",
    "secret_key",
    "secretkey",
    "security_code",
    "securitycode",
    "social_security_number",
    "socialsecuritynumber",
    "ssn",
    "street_address",
    "streetaddress",
];

impl Rule for NoSensitivePayload {
    const META: Meta = Meta {
        id: "jwt/no-sensitive-payload",
        cwe: 359,
        owasp: "A01:2021 Broken Access Control",
        cvss: 5.3,
        on: &[AstType::CallExpression],
        filters: Filters { calls: SIGN, ..Filters::NONE },
        messages: &["sensitivePayloadField"],
    };

    type Options = Options;
    type State = ();

    fn new(options: Options) -> Result<Self, String> {
        Ok(Self { additional: options.additional_sensitive_fields })
    }

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
        if !signs(call) {
            return;
        }
        let Some(payload) = call.argument_at(0).filter(|payload| payload.is(Kind::ObjectExpression)) else { return };
        for (name, property) in payload.named_properties() {
            if self.is_sensitive(name) {
                let name = shorten(name);
                let what = format_args!("`{name}` in the token's payload can be read by anyone who holds the token");
                let fix =
                    format_args!("Leave `{name}` out of the payload and look it up on the server by the user's id");
                ctx.report(property, "sensitivePayloadField", Level::Medium, what, fix);
            }
        }
    }
}

impl NoSensitivePayload {
    fn is_sensitive(&self, name: &str) -> bool {
        let name = to_lower_case(name);
        SENSITIVE.binary_search(&&*name).is_ok() || self.additional.iter().any(|additional| *additional == name)
    }
}
