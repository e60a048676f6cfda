use documented::Documented;
use schemars::{Schema, schema_for};

use super::helpers::{SeverityOptions, loaded_module};
use crate::{
    engine::{Context, Filters, Level, Meta, Rule},
    estree::{AstType, Node},
};

/// Finds the library crypto-js.
///
/// It is no longer maintained: what is found wrong with it stays wrong. Node and browsers bring their own
/// cryptography, which is faster too.
///
/// `import … from` and `require(…)` of `crypto-js` and of its parts (`crypto-js/aes`) are looked at.
///
/// ```js
/// import AES from 'crypto-js/aes';                      // found
/// import { createCipheriv } from 'node:crypto';         // fine
/// ```
///
/// Options: `severity` (`"warn"`) is taken and has no effect.
#[derive(Documented)]
#[documented(trim = false)]
pub struct NoCryptojs;

impl Rule for NoCryptojs {
    const META: Meta = Meta {
        id: "node-security/no-cryptojs",
        cwe: 1104,
        owasp: "A06:2021 Vulnerable and Outdated Components",
        cvss: 5.3,
        on: &[AstType::CallExpression, AstType::ImportDeclaration],
        filters: Filters { calls: &["require"], words: &[&["crypto-js"]], ..Filters::NONE },
        messages: &["deprecatedCryptojs"],
    };

    type Options = SeverityOptions;
    type State = ();

    fn options_schema() -> Option<Schema> {
        Some(schema_for!(SeverityOptions))
    }

    fn new(_: SeverityOptions) -> Result<Self, String> {
        Ok(Self)
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
        if let Some(module) = loaded_module(node)
            && module.strip_prefix("crypto-js").is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        {
            let what = "crypto-js is no longer maintained";
            let fix = "Use node:crypto (createCipheriv, createHash, createHmac), or crypto.subtle in browsers";
            ctx.report(node, "deprecatedCryptojs", Level::Medium, what, fix);
        }
    }
}
