use documented::Documented;
use regex::Match;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{CIPHER_MAKERS, cipher_algorithm, named_algorithm, whole_words};
use crate::{
    engine::{Context, Edit, Filters, Level, Meta, OptionPattern, Pattern, Rule, TestOptions, snippet},
    estree::{AstType, Node},
};

/// Finds ciphers that are broken or too small: DES, 3DES, RC2, RC4, Blowfish, IDEA.
///
/// ## Why
///
/// Keys of 56 bits are searched in hours, the streams of RC4 are biased, and blocks of 64 bits repeat
/// after a few gigabytes (Sweet32).
///
/// ## What is found
///
/// The algorithm that `createCipheriv`, `createDecipheriv` and their old forms get is looked at where it
/// is a string.
///
/// ## Example
///
/// ```js
/// crypto.createCipheriv('des-ede3-cbc', key, iv);    // found
/// crypto.createCipheriv('aes-256-gcm', key, iv);     // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoWeakCipherAlgorithm {
    tests: TestOptions<false>,
    additional: Vec<(String, OptionPattern)>,
}

#[derive(Default, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    /// JavaScript regular expressions without look-around, for whole words of further names.
    additional_weak_ciphers: Vec<String>,
    #[serde(flatten)]
    tests: TestOptions<false>,
}

static DES: Pattern = Pattern::ignoring_case(r"\bdes\b").holding(&["des"]);
/// OpenSSL's names of the others, and those that people take them for.
static OTHERS: [(&str, Pattern); 5] = [
    ("3DES", Pattern::ignoring_case(r"\bdes-ede3?\b|\b3des\b|\btripledes\b").holding(&["des"])),
    ("RC4", Pattern::ignoring_case(r"\ba?rc4\b").holding(&["rc4"])),
    ("Blowfish", Pattern::ignoring_case(r"\bblowfish\b|\bbf\b").holding(&["blowfish", "bf"])),
    ("RC2", Pattern::ignoring_case(r"\brc2\b").holding(&["rc2"])),
    ("IDEA", Pattern::ignoring_case(r"\bidea\b").holding(&["idea"])),
];

impl Rule for NoWeakCipherAlgorithm {
    const META: Meta = Meta {
        id: "node-security/no-weak-cipher-algorithm",
        cwe: 327,
        owasp: "A02:2021 Cryptographic Failures",
        cvss: 7.5,
        on: &[AstType::CallExpression],
        filters: Filters { calls: CIPHER_MAKERS, ..Filters::NONE },
        messages: &["weakCipherAlgorithm", "useAes256Gcm", "useChaCha20"],
    };

    type Options = Options;
    type State = ();

    fn new(options: Options) -> Result<Self, String> {
        let additional = whole_words("additionalWeakCiphers", &options.additional_weak_ciphers)?;
        Ok(Self { tests: options.tests, additional })
    }

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
        if let Some(algorithm) = cipher_algorithm(call)
            && let Some(weak) = algorithm.string().and_then(|name| self.weak_cipher(name, call))
            && !self.tests.allow(ctx.path())
        {
            let what = format_args!("{} encrypts with {weak}, which is broken", snippet(algorithm));
            let fix = "Use \"aes-256-gcm\" with a 32-byte key and a random 12-byte iv";
            ctx.report(algorithm, "weakCipherAlgorithm", Level::Critical, what, fix)
                .suggest("useAes256Gcm", "Encrypt with AES-256-GCM", Edit::replace(algorithm, "\"aes-256-gcm\""))
                .suggest(
                    "useChaCha20",
                    "Encrypt with ChaCha20-Poly1305",
                    Edit::replace(algorithm, "\"chacha20-poly1305\""),
                );
        }
    }
}

impl NoWeakCipherAlgorithm {
    /// The weak cipher that an algorithm's name names.
    fn weak_cipher<'r>(&'r self, name: &str, call: Node<'_>) -> Option<&'r str> {
        if names_single_des(name) {
            return Some("DES");
        }
        named_algorithm(name, &OTHERS, &self.additional, call.tree())
    }
}

/// Returns whether a name holds the word `des` without `-ede` after it.
fn names_single_des(name: &str) -> bool {
    let is_single = |found: Match| {
        let rest = name.as_bytes()[found.end()..].get(..4);
        !rest.is_some_and(|rest| rest.eq_ignore_ascii_case(b"-ede"))
    };
    DES.may_match(name) && DES.regex().find_iter(name).any(is_single)
}
