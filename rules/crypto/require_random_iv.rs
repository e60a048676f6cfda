use documented::Documented;
use rustc_hash::FxHashSet;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{CIPHER_MAKERS, called_name, calls_one_of, is_array_of};
use crate::{
    engine::{Context, Filters, Level, Meta, Rule, snippet},
    estree::{AstType, Kind, Node},
};

/// Finds initialization vectors that are not random.
///
/// ## Why
///
/// With the same vector and key the same plaintext gives the same ciphertext; in GCM and CTR a vector used
/// twice gives both plaintexts away, and in GCM the means to forge more.
///
/// ## What is found
///
/// The third argument of `createCipheriv` and `createDecipheriv` is looked at: a string, `Buffer.alloc` of
/// anything, and any other method of `Buffer` on a literal or an array of literals are found. A variable
/// that is declared with `randomBytes(…)` or its like before is fine, and so is any other variable.
///
/// ## Example
///
/// ```js
/// crypto.createCipheriv('aes-256-cbc', key, Buffer.alloc(16));          // found
/// crypto.createCipheriv('aes-256-cbc', key, crypto.randomBytes(16));    // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct RequireRandomIv {
    sources: Vec<String>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    /// The functions whose results are random.
    allowed_sources: Vec<String>,
}

impl Default for Options {
    fn default() -> Self {
        let sources = ["getRandomValues", "randomBytes", "randomFill", "randomFillSync"];
        Self { allowed_sources: sources.map(String::from).into() }
    }
}

impl Rule for RequireRandomIv {
    const META: Meta = Meta {
        id: "crypto/require-random-iv",
        cwe: 329,
        owasp: "A02:2021 Cryptographic Failures",
        cvss: 7.5,
        on: &[AstType::CallExpression, AstType::VariableDeclarator],
        filters: Filters {
            calls: CIPHER_MAKERS,
            inits: &[AstType::AwaitExpression, AstType::CallExpression],
            required_words: &[CIPHER_MAKERS],
            ..Filters::NONE
        },
        messages: &["nonRandomIv"],
    };

    type Options = Options;
    /// The names of the variables that have been declared with something random.
    type State = FxHashSet<String>;

    fn new(options: Options) -> Result<Self, String> {
        Ok(Self { sources: options.allowed_sources })
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, Self::State>) {
        if node.is(Kind::VariableDeclarator) {
            if let Some(name) = node.declared().and_then(Node::identifier)
                && node.init().is_some_and(|init| self.is_random(init))
            {
                ctx.state.insert(name.to_string());
            }
            return;
        }
        if !calls_one_of(node, CIPHER_MAKERS) {
            return;
        }
        let Some(iv) = node.argument_at(2) else { return };
        let is_known = iv.identifier().is_some_and(|name| ctx.state.contains(name));
        if !is_known && !self.is_random(iv) && is_fixed(iv) {
            let what = format_args!("The initialization vector {} is the same each time", snippet(iv));
            let fix = "Make one for each message with crypto.randomBytes(16), 12 bytes for GCM, and send it along";
            ctx.report(iv, "nonRandomIv", Level::High, what, fix);
        }
    }
}

impl RequireRandomIv {
    /// Returns whether a value is the result of a source of randomness, awaited or not.
    fn is_random(&self, value: Node<'_>) -> bool {
        let value = if value.is(Kind::AwaitExpression) { value.argument().unwrap_or(value) } else { value };
        value.is(Kind::CallExpression)
            && called_name(value).is_some_and(|name| self.sources.iter().any(|source| source == name))
    }
}

fn is_fixed(iv: Node<'_>) -> bool {
    if iv.string().is_some() {
        return true;
    }
    let Some(callee) = iv.callee().filter(|_| iv.is(Kind::CallExpression)) else { return false };
    if !callee.is(Kind::MemberExpression) || !callee.object().is_some_and(|object| object.is_identifier("Buffer")) {
        return false;
    }
    match iv.argument_at(0) {
        Some(bytes) if bytes.is(Kind::Literal) => true,
        Some(bytes) if bytes.is(Kind::ArrayExpression) => is_array_of(bytes, |element| element.is(Kind::Literal)),
        _ => callee.property_identifier() == Some("alloc"),
    }
}
