use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{SeverityOptions, loaded_module};
use crate::{
    engine::{Context, Filters, Level, Meta, StatelessRule},
    estree::{AstType, Node},
};

/// Finds cryptography written in JavaScript where the platform brings its own.
///
/// ## Why
///
/// Node and browsers have ciphers, hashes and signatures that run in constant time, use the hardware and
/// are kept up. A library in JavaScript can do none of the first two, and many of these are abandoned.
///
/// ## What is found
///
/// `import … from` and `require(…)` of such a package or of a part of it are looked at.
///
/// ## Example
///
/// ```js
/// import md5 from 'js-md5';                       // found
/// import { createHash } from 'node:crypto';       // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct PreferNativeCrypto {
    #[serde(flatten)]
    _severity: SeverityOptions,
}

/// Packages of npm that do in JavaScript what the platform does.
const LIBRARIES: &[&str] = &[
    "aes-js",
    "bcryptjs",
    "blueimp-md5",
    "crypto-js",
    "cryptojs",
    "forge",
    "js-md5",
    "js-sha256",
    "js-sha3",
    "js-sha512",
    "jsencrypt",
    "node-forge",
    "sjcl",
];

impl StatelessRule for PreferNativeCrypto {
    const META: Meta = Meta {
        id: "node-security/prefer-native-crypto",
        cwe: 1104,
        owasp: "A06:2021 Vulnerable and Outdated Components",
        cvss: 5.3,
        on: &[AstType::CallExpression, AstType::ImportDeclaration],
        filters: Filters { calls: &["require"], required_words: &[LIBRARIES], ..Filters::NONE },
        messages: &["preferNative"],
    };

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_>) {
        if let Some(library) = loaded_module(node).and_then(|module| module.split('/').next())
            && LIBRARIES.contains(&library)
        {
            let what = format_args!("{library} does in JavaScript what the platform does natively");
            let fix = "Use node:crypto, or crypto.subtle in browsers (for passwords crypto.scrypt)";
            ctx.report(node, "preferNative", Level::Medium, what, fix);
        }
    }
}
