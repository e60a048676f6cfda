use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule, TestOptions, snippet},
    estree::{AstType, Node},
};

/// Finds random bytes that are taken from crypto-js.
///
/// ## Why
///
/// Before version 3.2.1 its `WordArray.random` drew from `Math.random` (CVE-2020-36732), so that keys and
/// tokens made with it can be guessed.
///
/// ## What is found
///
/// Calls of `random` on `WordArray`, on a property `WordArray` and on `CryptoJS` are looked at.
///
/// ## Example
///
/// ```js
/// const key = CryptoJS.lib.WordArray.random(32);    // found
/// const key = crypto.randomBytes(32);               // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct NoCryptojsWeakRandom(TestOptions<false>);

impl StatelessRule for NoCryptojsWeakRandom {
    const META: Meta = Meta {
        id: "node-security/no-cryptojs-weak-random",
        cwe: 338,
        owasp: "A02:2021 Cryptographic Failures",
        cvss: 9.1,
        on: &[AstType::CallExpression],
        filters: Filters { calls: &["random"], ..Filters::NONE },
        messages: &["weakRandom"],
    };

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_>) {
        if call.callee_method() == Some("random")
            && call.callee().and_then(Node::object).is_some_and(is_of_cryptojs)
            && !self.0.allow(ctx.path())
        {
            let what = format_args!("{} may draw from Math.random", snippet(call));
            let fix = "Use crypto.randomBytes(size) in Node, crypto.getRandomValues(array) in browsers";
            ctx.report(call, "weakRandom", Level::Critical, what, fix);
        }
    }
}

fn is_of_cryptojs(object: Node<'_>) -> bool {
    matches!(object.identifier(), Some("CryptoJS" | "WordArray")) || object.property_identifier() == Some("WordArray")
}
