use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::called_name;
use crate::{
    engine::{Context, Edit, Filters, Level, Meta, Needles, StatelessRule, TestOptions, snippet},
    estree::{AstType, Kind, Node},
};

/// Finds RSA encryption with the padding of PKCS #1 v1.5.
///
/// ## Why
///
/// How long a decryption takes tells whether the padding was right, and from enough answers a message can
/// be decrypted or a signature forged (the Marvin attack, CVE-2023-46809).
///
/// ## What is found
///
/// The object that `publicEncrypt`, `privateDecrypt`, `privateEncrypt` and `publicDecrypt` get first is
/// looked at, and in it each `padding` that names `RSA_PKCS1_PADDING`.
///
/// ## Example
///
/// ```js
/// crypto.privateDecrypt({ key, padding: crypto.constants.RSA_PKCS1_PADDING }, data);         // found
/// crypto.privateDecrypt({ key, padding: crypto.constants.RSA_PKCS1_OAEP_PADDING }, data);    // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct NoInsecureRsaPadding(TestOptions<false>);

static PKCS1_PADDING: Needles = Needles::new(&["RSA_PKCS1_PADDING"]);

impl StatelessRule for NoInsecureRsaPadding {
    const META: Meta = Meta {
        id: "node-security/no-insecure-rsa-padding",
        cwe: 780,
        owasp: "A02:2021 Cryptographic Failures",
        cvss: 7.4,
        on: &[AstType::CallExpression],
        filters: Filters {
            calls: &["privateDecrypt", "privateEncrypt", "publicDecrypt", "publicEncrypt"],
            ..Filters::NONE
        },
        messages: &["insecureRsaPadding", "useOaep"],
    };

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_>) {
        let Some("privateDecrypt" | "privateEncrypt" | "publicDecrypt" | "publicEncrypt") =
            called_name(call).and_then(Node::name)
        else {
            return;
        };
        let Some(key) = call.argument_at(0).filter(|key| key.is(Kind::ObjectExpression)) else { return };
        for property in key.properties().iter().filter(|property| property.key_identifier() == Some("padding")) {
            let Some(padding) = property.value() else { continue };
            if ctx.contains(padding, &PKCS1_PADDING) && !self.0.allow(ctx.path()) {
                let what = format_args!("{} lets the time of a decryption tell what is in it", snippet(padding));
                let fix = "Use crypto.constants.RSA_PKCS1_OAEP_PADDING with oaepHash: 'sha256', on both sides";
                ctx.report(property, "insecureRsaPadding", Level::High, what, fix).suggest(
                    "useOaep",
                    "Pad with OAEP",
                    Edit::replace(padding, "crypto.constants.RSA_PKCS1_OAEP_PADDING"),
                );
            }
        }
    }
}
