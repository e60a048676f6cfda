use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, TestOptions, snippet},
    estree::{AstType, Node},
};

/// Finds keys that are exported from the browser's or Node's Web Crypto.
///
/// ## Why
///
/// A key that cannot be extracted never leaves the engine, not even for a script that an attacker got
/// into the page. An exported one is data like any other: it is stored, sent and leaked.
///
/// ## What is found
///
/// Calls of `….subtle.exportKey`, `subtle.exportKey` and `….subtle.wrapKey` are found.
///
/// ## Example
///
/// ```js
/// const raw = await crypto.subtle.exportKey('raw', key);                // found
/// await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, data);      // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct NoWebCryptoExport(TestOptions<false>);

impl StatelessRule for NoWebCryptoExport {
    const META: Meta = Meta {
        id: "crypto/no-web-crypto-export",
        cwe: 321,
        owasp: "A02:2021 Cryptographic Failures",
        cvss: 5.9,
        on: &[AstType::CallExpression],
        filters: Filters {
            calls: &["exportKey", "wrapKey"],
            required_words: &[&["subtle"], &["exportKey", "wrapKey"]],
            ..Filters::NONE
        },
        messages: &["keyExport"],
    };

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_>) {
        let Some(object) = call.callee().and_then(Node::object) else { return };
        let is_member = object.property_identifier() == Some("subtle");
        let is_export = match call.callee_method() {
            Some("exportKey") => is_member || object.is_identifier("subtle"),
            Some("wrapKey") => is_member,
            _ => false,
        };
        if is_export && !self.0.allow(ctx.path()) {
            let what = format_args!("{} hands out a key that could stay where it was made", snippet(call));
            let fix = "Make keys with extractable: false, generateKey(algorithm, false, usages), and use them in place";
            ctx.report(call, "keyExport", Level::Medium, what, fix);
        }
    }
}
