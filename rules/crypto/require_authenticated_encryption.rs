use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{CIPHER_MAKERS, calls_one_of};
use crate::{
    engine::{Context, Edit, Filters, Level, Meta, StatelessRule, TestOptions, shorten},
    estree::{AstType, Node, to_lower_case},
};

/// Finds encryption that does not notice when the ciphertext was changed.
///
/// ## Why
///
/// In the modes CBC, CTR, CFB and OFB an attacker changes bits of the plaintext through the ciphertext,
/// and reads it where the program's answers tell good padding from bad.
///
/// ## What is found
///
/// The first argument of `createCipheriv` and `createDecipheriv` is found where it is a string that ends
/// in one of these modes, upper or lower case.
///
/// ## Example
///
/// ```js
/// crypto.createCipheriv('aes-256-cbc', key, iv);    // found
/// crypto.createCipheriv('aes-256-gcm', key, iv);    // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct RequireAuthenticatedEncryption(TestOptions<false>);

/// The modes without authentication.
const MODES: &[&str] = &["cbc", "cfb", "ctr", "ofb"];

impl StatelessRule for RequireAuthenticatedEncryption {
    const META: Meta = Meta {
        id: "crypto/require-authenticated-encryption",
        cwe: 327,
        owasp: "A02:2021 Cryptographic Failures",
        cvss: 5.9,
        on: &[AstType::CallExpression],
        filters: Filters { calls: CIPHER_MAKERS, required_words: &[CIPHER_MAKERS], ..Filters::NONE },
        messages: &["unauthenticatedEncryption", "useGcm"],
    };

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_>) {
        if !calls_one_of(call, CIPHER_MAKERS) || self.0.allow(ctx.path()) {
            return;
        }
        let Some(argument) = call.argument_at(0) else { return };
        let Some(algorithm) = argument.string().map(to_lower_case) else { return };
        let Some(base) = MODES.iter().find_map(|mode| algorithm.strip_suffix(mode)) else { return };
        let what = format_args!("{} does not notice when the ciphertext was changed", shorten(&algorithm));
        let fix = "Use GCM, \"aes-256-gcm\" with getAuthTag and setAuthTag, or add an HMAC over IV and ciphertext";
        let authenticated =
            base.strip_suffix('-').map_or_else(|| format!("\"{algorithm}\""), |base| format!("\"{base}-gcm\""));
        ctx.report(argument, "unauthenticatedEncryption", Level::Medium, what, fix).suggest(
            "useGcm",
            "Use the mode GCM",
            Edit::replace(argument, authenticated),
        );
    }
}
