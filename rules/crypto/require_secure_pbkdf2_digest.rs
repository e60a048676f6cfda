use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{PBKDF2, calls_one_of, values_of};
use crate::{
    engine::{Context, Edit, Filters, Level, Meta, Rule, lower_cased, shorten, snippet},
    estree::{AstType, Kind, Node, to_lower_case},
};

/// Finds PBKDF2 with a weak hash function.
///
/// ## Why
///
/// The hash decides what a guess costs: SHA-1 and MD5 are the ones that hardware for guessing passwords
/// computes fastest.
///
/// ## What is found
///
/// The fifth argument of `pbkdf2` and `pbkdf2Sync` is found where it is a string that names none of the
/// hashes allowed; so is a call of `….PBKDF2` (CryptoJS, whose default is SHA-1) without a `hasher` in an
/// object as its third argument.
///
/// ## Example
///
/// ```js
/// crypto.pbkdf2Sync(password, salt, 600000, 32, 'sha1');      // found
/// crypto.pbkdf2Sync(password, salt, 600000, 32, 'sha256');    // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct RequireSecurePbkdf2Digest {
    /// In lower case.
    allowed: Vec<String>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    /// The hashes that are fine, upper or lower case. MD4, MD5, SHA-1 and RIPEMD-160 cannot be allowed.
    allowed_digests: Vec<String>,
}

impl Default for Options {
    fn default() -> Self {
        let digests = ["sha256", "sha3-256", "sha3-384", "sha3-512", "sha384", "sha512"];
        Self { allowed_digests: digests.map(String::from).into() }
    }
}

/// Hashes that no option allows.
const WEAK: &[&str] = &["md4", "md5", "ripemd160", "sha", "sha1"];

impl Rule for RequireSecurePbkdf2Digest {
    const META: Meta = Meta {
        id: "crypto/require-secure-pbkdf2-digest",
        cwe: 328,
        owasp: "A02:2021 Cryptographic Failures",
        cvss: 7.5,
        on: &[AstType::CallExpression],
        filters: Filters {
            calls: &["PBKDF2", "pbkdf2", "pbkdf2Sync"],
            required_words: &[&["pbkdf2"]],
            ..Filters::NONE
        },
        messages: &["weakPbkdf2Digest", "useSha256", "useSha512"],
    };

    type Options = Options;
    type State = ();

    fn new(options: Options) -> Result<Self, String> {
        let allowed = lower_cased(&options.allowed_digests);
        Ok(Self { allowed })
    }

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
        let fix = "Use SHA-512 (\"sha512\") or SHA-256, with iterations to match";
        if calls_one_of(call, PBKDF2) {
            let Some(argument) = call.argument_at(4) else { return };
            let Some(digest) = argument.string().filter(|digest| !self.allows(digest)) else { return };
            let what = format_args!("PBKDF2 hashes with {}, which is fast to guess with", shorten(digest));
            ctx.report(argument, "weakPbkdf2Digest", Level::High, what, fix)
                .suggest("useSha256", "Hash with SHA-256", Edit::replace(argument, "\"sha256\""))
                .suggest("useSha512", "Hash with SHA-512", Edit::replace(argument, "\"sha512\""));
        } else if call.callee_method() == Some("PBKDF2") {
            let options = call.argument_at(2).filter(|options| options.is(Kind::ObjectExpression));
            if options.is_none_or(|options| values_of(options, "hasher").next().is_none()) {
                let what = format_args!("{} names no hasher, and SHA-1 is the default", snippet(call));
                ctx.report(call, "weakPbkdf2Digest", Level::High, what, fix);
            }
        }
    }
}

impl RequireSecurePbkdf2Digest {
    fn allows(&self, digest: &str) -> bool {
        let digest = to_lower_case(digest);
        !WEAK.contains(&&*digest) && self.allowed.iter().any(|allowed| *allowed == digest)
    }
}
