use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::calls_one_of;
use crate::{
    engine::{Context, Edit, Filters, Level, Meta, Rule},
    estree::{AstType, Node, to_lower_case},
};

/// Finds AES with keys of 128 or 192 bits.
///
/// ## Why
///
/// Neither is broken. Keys of 256 bits keep their margin against quantum computers, cost next to nothing
/// more, and are what guidelines for long-lived data ask for.
///
/// ## What is found
///
/// The first argument of `createCipher`, `createCipheriv`, `createDecipher` and `createDecipheriv` is found
/// where it is a string with `aes-128`, `aes128`, `aes-192` or `aes192` in it, upper or lower case.
///
/// ## Example
///
/// ```js
/// crypto.createCipheriv('aes-128-gcm', key, iv);    // found
/// crypto.createCipheriv('aes-256-gcm', key, iv);    // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct RequireKeyLength {
    min_key_bits: f64,
}

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    /// The fewest bits of a key: with 192, keys of 192 bits are fine; with 128, all are.
    min_key_bits: f64,
}

impl Default for Options {
    fn default() -> Self {
        Self { min_key_bits: 256.0 }
    }
}

const CIPHER_MAKERS: &[&str] = &["createCipher", "createCipheriv", "createDecipher", "createDecipheriv"];

/// The shorter keys, by their bits, and how algorithms that use them are written.
const SHORT_KEYS: [(f64, [&str; 2]); 2] = [(128.0, ["aes-128", "aes128"]), (192.0, ["aes-192", "aes192"])];

impl Rule for RequireKeyLength {
    const META: Meta = Meta {
        id: "crypto/require-key-length",
        cwe: 326,
        owasp: "A02:2021 Cryptographic Failures",
        cvss: 3.7,
        on: &[AstType::CallExpression],
        filters: Filters {
            calls: CIPHER_MAKERS,
            required_words: &[&["createCipher", "createDecipher"]],
            ..Filters::NONE
        },
        messages: &["weakKeyLength", "useAes256"],
    };

    type Options = Options;
    type State = ();

    fn new(options: Options) -> Result<Self, String> {
        Ok(Self { min_key_bits: options.min_key_bits })
    }

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
        if !calls_one_of(call, CIPHER_MAKERS) {
            return;
        }
        let Some(argument) = call.argument_at(0) else { return };
        let Some(algorithm) = argument.string().map(to_lower_case) else { return };
        let short = SHORT_KEYS.iter().filter(|(bits, _)| self.min_key_bits > *bits);
        let Some((bits, written)) = short.clone().find_map(|(bits, spellings)| {
            let places = spellings.iter().filter_map(|spelling| Some((algorithm.find(spelling)?, *spelling)));
            Some((bits, places.min()?))
        }) else {
            return;
        };
        let (at, spelling) = written;
        let what = format_args!("AES is used with a key of {bits} bits");
        let fix = "Use AES-256, \"aes-256-gcm\", with a key of 32 bytes";
        let longer = format!("\"{}aes-256{}\"", &algorithm[..at], &algorithm[at + spelling.len()..]);
        ctx.report(argument, "weakKeyLength", Level::Medium, what, fix).suggest(
            "useAes256",
            "Use AES-256",
            Edit::replace(argument, longer),
        );
    }
}
