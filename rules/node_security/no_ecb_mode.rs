use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{CIPHER_MAKERS, cipher_algorithm};
use crate::{
    engine::{Context, Edit, Filters, Level, Meta, StatelessRule, TestOptions, snippet},
    estree::{AstType, Node, contains_ignoring_case, to_lower_case},
};

/// Finds ciphers in ECB mode.
///
/// ## Why
///
/// ECB encrypts each block by itself: equal blocks stay equal, so that patterns of the text show through,
/// and blocks can be moved about unnoticed.
///
/// ## What is found
///
/// The algorithm that `createCipheriv`, `createDecipheriv` and their old forms get is looked at where it
/// is a string.
///
/// ## Example
///
/// ```js
/// crypto.createCipheriv('aes-256-ecb', key, null);    // found
/// crypto.createCipheriv('aes-256-gcm', key, iv);      // fine
/// ```
#[derive(Default, Deserialize, Documented, JsonSchema)]
#[documented(trim = false)]
pub(super) struct NoEcbMode(TestOptions<false>);

impl StatelessRule for NoEcbMode {
    const META: Meta = Meta {
        id: "node-security/no-ecb-mode",
        cwe: 327,
        owasp: "A02:2021 Cryptographic Failures",
        cvss: 7.5,
        on: &[AstType::CallExpression],
        filters: Filters { calls: CIPHER_MAKERS, ..Filters::NONE },
        messages: &["ecbMode", "useGcm", "useCbc"],
    };

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_>) {
        let Some(argument) = cipher_algorithm(call) else { return };
        let Some(algorithm) = argument.string().filter(|name| contains_ignoring_case(name, "ecb")) else { return };
        let algorithm = to_lower_case(algorithm);
        if !(algorithm.contains("-ecb") || algorithm.ends_with("ecb")) || self.0.allow(ctx.path()) {
            return;
        }
        let what = format_args!("{} encrypts equal blocks to equal blocks", snippet(argument));
        let fix = format_args!(
            "Use \"{}\" with a random 12-byte iv, and check its authentication tag",
            in_mode(&algorithm, "gcm")
        );
        ctx.report(argument, "ecbMode", Level::High, what, fix)
            .suggest("useGcm", "Encrypt and authenticate with GCM", in_its_place(argument, &algorithm, "gcm"))
            .suggest(
                "useCbc",
                "Encrypt with CBC, and authenticate with a MAC",
                in_its_place(argument, &algorithm, "cbc"),
            );
    }
}

fn in_its_place(argument: Node<'_>, algorithm: &str, mode: &str) -> Edit {
    Edit::replace(argument, format!("\"{}\"", in_mode(algorithm, mode)))
}

/// The algorithm with another mode where it ends in `ecb`, else as it is.
fn in_mode(algorithm: &str, mode: &str) -> String {
    match algorithm.strip_suffix("ecb") {
        Some(cipher) => format!("{}-{mode}", cipher.strip_suffix('-').unwrap_or(cipher)),
        None => algorithm.to_string(),
    }
}
