use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::called_name;
use crate::{
    engine::{Context, Filters, Level, Meta, Pattern, StatelessRule, TestOptions, snippet},
    estree::{AstType, Kind, Node, utf16_length},
};

/// Finds initialization vectors that are written into the code.
///
/// ## Why
///
/// With the same key and the same vector equal texts give equal ciphertexts. In GCM and CTR mode it is
/// worse: two messages under one vector give each other away, and in GCM the authentication key too.
///
/// ## What is found
///
/// The third argument of `createCipheriv` and `createDecipheriv` is looked at: a string that is
/// hexadecimal, Base64 or has 8 characters, and `Buffer.from(…)` or `Buffer.alloc(…)` of a string or of
/// an array of numbers.
///
/// ## Example
///
/// ```js
/// crypto.createCipheriv('aes-256-cbc', key, Buffer.from('0123456789abcdef'));    // found
/// crypto.createCipheriv('aes-256-cbc', key, crypto.randomBytes(16));             // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct NoStaticIv(TestOptions<false>);

/// Base64, and with it hexadecimal.
static BASE64: Pattern = Pattern::new("^[A-Za-z0-9+/]+=*$");

impl StatelessRule for NoStaticIv {
    const META: Meta = Meta {
        id: "node-security/no-static-iv",
        cwe: 329,
        owasp: "A02:2021 Cryptographic Failures",
        cvss: 7.5,
        on: &[AstType::CallExpression],
        filters: Filters { calls: &["createCipheriv", "createDecipheriv"], ..Filters::NONE },
        messages: &["staticIv"],
    };

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_>) {
        if matches!(called_name(call).and_then(Node::name), Some("createCipheriv" | "createDecipheriv"))
            && let Some(vector) = call.argument_at(2)
            && is_static(vector)
            && !self.0.allow(ctx.path())
        {
            let what = format_args!("The initialization vector {} is the same for every message", snippet(vector));
            let fix = "Make one with crypto.randomBytes for each message and store it before the ciphertext";
            ctx.report(vector, "staticIv", Level::High, what, fix);
        }
    }
}

fn is_static(vector: Node<'_>) -> bool {
    if let Some(text) = vector.string() {
        return utf16_length(text) >= 8 || BASE64.is_match(text);
    }
    vector.is(Kind::CallExpression)
        && matches!(vector.callee_method(), Some("alloc" | "from"))
        && vector.callee().and_then(Node::object).is_some_and(|object| object.is_identifier("Buffer"))
        && vector.argument_at(0).is_some_and(|bytes| bytes.string().is_some() || is_array_of_numbers(bytes))
}

fn is_array_of_numbers(array: Node<'_>) -> bool {
    let elements = array.elements();
    array.is(Kind::ArrayExpression)
        && (0..elements.len()).all(|index| elements.get(index).and_then(Node::number).is_some())
}
