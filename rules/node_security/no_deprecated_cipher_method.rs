use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::called_name;
use crate::{
    engine::{Context, Edit, Filters, Level, Meta, StatelessRule, TestOptions},
    estree::{AstType, Node},
};

/// Finds `createCipher` and `createDecipher`.
///
/// ## Why
///
/// They make the key from the password by one round of MD5 without a salt, and the initialization vector
/// with it: the same password and text always give the same ciphertext, and the password can be guessed
/// at full speed. Node 22 has taken them away.
///
/// ## What is found
///
/// Calls by name and as a method, of whatever object, are looked at.
///
/// ## Example
///
/// ```js
/// const cipher = crypto.createCipher('aes-256-cbc', password);         // found
/// const cipher = crypto.createCipheriv('aes-256-gcm', key, iv);        // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct NoDeprecatedCipherMethod(TestOptions<false>);

impl StatelessRule for NoDeprecatedCipherMethod {
    const META: Meta = Meta {
        id: "node-security/no-deprecated-cipher-method",
        cwe: 327,
        owasp: "A02:2021 Cryptographic Failures",
        cvss: 7.5,
        on: &[AstType::CallExpression],
        filters: Filters { calls: &["createCipher", "createDecipher"], ..Filters::NONE },
        messages: &["deprecatedCipherMethod", "useCipheriv"],
    };

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_>) {
        let Some(method) = called_name(call) else { return };
        let (name, replacement) = match method.name() {
            Some("createCipher") => ("createCipher", "createCipheriv"),
            Some("createDecipher") => ("createDecipher", "createDecipheriv"),
            _ => return,
        };
        if self.0.allow(ctx.path()) {
            return;
        }
        let what = format_args!("{name} makes a weak key of the password and no initialization vector");
        let fix = format_args!(
            "Use {replacement}(algorithm, key, iv) with a key from scrypt and a random iv for each message"
        );
        ctx.report(method, "deprecatedCipherMethod", Level::High, what, fix).suggest(
            "useCipheriv",
            format!("Call {replacement}, which takes a key and an initialization vector"),
            Edit::replace(method, replacement),
        );
    }
}
