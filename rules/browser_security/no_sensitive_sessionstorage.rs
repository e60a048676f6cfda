use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::StorageWrite;
use crate::{
    engine::{
        Context, Filters, Level, Meta, Needles, OptionPattern, Rule, TestOptions, option_regexes, shorten, snippet,
    },
    estree::{AstType, Node},
};

/// Finds passwords, keys, card numbers and the like that are kept in `sessionStorage`.
///
/// ## Why
///
/// Every script on the page can read it for as long as the tab is open.
///
/// ## What is found
///
/// `sessionStorage.setItem(key, …)` and assignments to a property are looked at. It counts what the key is called,
/// or the variable that holds it.
///
/// ## Example
///
/// ```js
/// sessionStorage.setItem('creditCard', form.card.value);      // found
/// sessionStorage.setItem('lastTab', 'orders');                // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoSensitiveSessionstorage {
    tests: TestOptions<true>,
    additional: Vec<OptionPattern>,
}

#[derive(Default, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    #[serde(flatten)]
    tests: TestOptions<true>,
    /// Further JavaScript regular expressions without look-around and regardless of case, for keys.
    additional_patterns: Vec<String>,
}

/// The words that a key holds that is sensitive.
static SENSITIVE: Needles = Needles::ignoring_case(&[
    "access-token",
    "access_token",
    "accesstoken",
    "api-key",
    "api_key",
    "apikey",
    "auth-token",
    "auth_token",
    "authtoken",
    "bearer",
    "card-number",
    "card_number",
    "cardnumber",
    "credential",
    "credit-card",
    "credit_card",
    "creditcard",
    "cvc",
    "cvv",
    "encryption-key",
    "encryption_key",
    "encryptionkey",
    "passwd",
    "password",
    "pin",
    "private-key",
    "private_key",
    "privatekey",
    "refresh-token",
    "refresh_token",
    "refreshtoken",
    "secret",
    "social-security",
    "social_security",
    "socialsecurity",
    "ssn",
]);

impl Rule for NoSensitiveSessionstorage {
    const META: Meta = Meta {
        id: "browser-security/no-sensitive-sessionstorage",
        cwe: 922,
        owasp: "A02:2021 Cryptographic Failures",
        cvss: 7.5,
        on: &[AstType::AssignmentExpression, AstType::CallExpression],
        filters: Filters { calls: &["setItem"], required_words: &[&["sessionStorage"]], ..Filters::NONE },
        messages: &["sensitiveInSessionStorage"],
    };

    type Options = Options;
    type State = ();

    fn new(options: Options) -> Result<Self, String> {
        let additional = option_regexes("additionalPatterns", &options.additional_patterns, true)?;
        Ok(Self { tests: options.tests, additional })
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
        let Some(StorageWrite { storage: "sessionStorage", key: Some(key), .. }) = StorageWrite::of(node) else {
            return;
        };
        if self.tests.allow(ctx.path()) {
            return;
        }
        if SENSITIVE.is_in(key) || self.additional.iter().any(|pattern| pattern.is_match(key, ctx.tree())) {
            let what =
                format_args!("{} keeps {} where every script on the page can read it", snippet(node), shorten(key));
            let fix = "Keep it on the server, and only an opaque session id in a cookie with HttpOnly";
            ctx.report(node, "sensitiveInSessionStorage", Level::High, what, fix);
        }
    }
}
