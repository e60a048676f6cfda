use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{SeverityOptions, loaded_module};
use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule},
    estree::{AstType, Node},
};

/// Finds the library crypto-js.
///
/// ## Why
///
/// It is no longer maintained: what is found wrong with it stays wrong. Node and browsers bring their own
/// cryptography, which is faster too.
///
/// ## What is found
///
/// `import … from` and `require(…)` of `crypto-js` and of its parts (`crypto-js/aes`) are looked at.
///
/// ## Example
///
/// ```js
/// import AES from 'crypto-js/aes';                      // found
/// import { createCipheriv } from 'node:crypto';         // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct NoCryptojs {
    #[serde(flatten)]
    _severity: SeverityOptions,
}

impl StatelessRule for NoCryptojs {
    const META: Meta = Meta {
        id: "node-security/no-cryptojs",
        cwe: 1104,
        owasp: "A06:2021 Vulnerable and Outdated Components",
        cvss: 5.3,
        on: &[AstType::CallExpression, AstType::ImportDeclaration],
        filters: Filters { calls: &["require"], required_words: &[&["crypto-js"]], ..Filters::NONE },
        messages: &["deprecatedCryptojs"],
    };

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_>) {
        if let Some(module) = loaded_module(node)
            && module.strip_prefix("crypto-js").is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        {
            let what = "crypto-js is no longer maintained";
            let fix = "Use node:crypto (createCipheriv, createHash, createHmac), or crypto.subtle in browsers";
            ctx.report(node, "deprecatedCryptojs", Level::Medium, what, fix);
        }
    }
}
