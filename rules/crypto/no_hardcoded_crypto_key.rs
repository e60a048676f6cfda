use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{CIPHER_MAKERS, buffer_method, calls_one_of, is_array_of};
use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, TestOptions, snippet},
    estree::{AstType, Kind, Node},
};

/// Finds keys for encryption that are written into the code.
///
/// ## Why
///
/// Whoever can read the code, its history or a copy of it can decrypt everything that the key ever
/// encrypted, and the key cannot be changed without a release.
///
/// ## What is found
///
/// The second argument of `createCipheriv` and `createDecipheriv` is looked at: a string, `Buffer.from`
/// of a string or of an array of numbers, and `new Uint8Array` of an array of numbers are found.
///
/// ## Example
///
/// ```js
/// crypto.createCipheriv('aes-256-gcm', 'correct horse battery staple 32!', iv);          // found
/// crypto.createCipheriv('aes-256-gcm', Buffer.from(process.env.DATA_KEY, 'hex'), iv);    // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct NoHardcodedCryptoKey(TestOptions<false>);

impl StatelessRule for NoHardcodedCryptoKey {
    const META: Meta = Meta {
        id: "crypto/no-hardcoded-crypto-key",
        cwe: 321,
        owasp: "A02:2021 Cryptographic Failures",
        cvss: 9.1,
        on: &[AstType::CallExpression],
        filters: Filters { calls: CIPHER_MAKERS, required_words: &[CIPHER_MAKERS], ..Filters::NONE },
        messages: &["hardcodedKey"],
    };

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_>) {
        if !calls_one_of(call, CIPHER_MAKERS) || self.0.allow(ctx.path()) {
            return;
        }
        if let Some(key) = call.argument_at(1).filter(|&key| is_written_out(key)) {
            // The key itself stays out of the message: logs are read by more people than the code.
            let what = format_args!(
                "The key that {} encrypts with is written into the code",
                call.callee().map(snippet).unwrap_or_default()
            );
            let fix = "Load it at run time, Buffer.from(process.env.ENCRYPTION_KEY, 'hex') or a key service, and \
                       replace the one that was written here";
            ctx.report(key, "hardcodedKey", Level::Critical, what, fix);
        }
    }
}

fn is_written_out(key: Node<'_>) -> bool {
    if key.string().is_some() {
        return true;
    }
    let is_bytes = |node| is_array_of(node, |element| element.number().is_some());
    let Some(bytes) = key.argument_at(0) else { return false };
    if key.is(Kind::NewExpression) {
        return key.callee_name() == Some("Uint8Array") && is_bytes(bytes);
    }
    buffer_method(key) == Some("from") && (bytes.string().is_some() || is_bytes(bytes))
}
