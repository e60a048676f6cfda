use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{called_name, named_algorithm, whole_words};
use crate::{
    engine::{Context, Edit, Filters, Finding, Level, Meta, OptionPattern, Pattern, Rule, TestOptions, snippet},
    estree::{AstType, Node},
};

/// Finds hashes that are broken: MD4, MD5, SHA-1, RIPEMD.
///
/// ## Why
///
/// Two texts with the same MD5 are made within seconds, so that such a hash proves nothing about what was
/// signed, stored or sent.
///
/// ## What is found
///
/// Every string that `createHash` gets, and calls of `md4(…)`, `md5(…)` and `sha1(…)`, are looked at.
///
/// ## Example
///
/// ```js
/// crypto.createHash('md5').update(file);       // found
/// const digest = sha1(file);                   // found
/// crypto.createHash('sha256').update(file);    // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoWeakHashAlgorithm {
    tests: TestOptions<false>,
    additional: Vec<(String, OptionPattern)>,
}

#[derive(Default, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    /// JavaScript regular expressions without look-around, for whole words of further names.
    additional_weak_algorithms: Vec<String>,
    #[serde(flatten)]
    tests: TestOptions<false>,
}

static KNOWN: [(&str, Pattern); 4] = [
    ("MD5", Pattern::ignoring_case(r"\bmd5\b").holding(&["md5"])),
    ("MD4", Pattern::ignoring_case(r"\bmd4\b").holding(&["md4"])),
    ("SHA-1", Pattern::ignoring_case(r"\bsha1\b").holding(&["sha1"])),
    ("RIPEMD", Pattern::ignoring_case(r"\bripemd\b").holding(&["ripemd"])),
];

impl Rule for NoWeakHashAlgorithm {
    const META: Meta = Meta {
        id: "node-security/no-weak-hash-algorithm",
        cwe: 328,
        owasp: "A02:2021 Cryptographic Failures",
        cvss: 7.5,
        on: &[AstType::CallExpression],
        filters: Filters { callee_words: &["createhash", "md4", "md5", "sha1"], ..Filters::NONE },
        messages: &["weakHashAlgorithm", "useSha256", "useSha512", "useSha3"],
    };

    type Options = Options;
    type State = ();

    fn new(options: Options) -> Result<Self, String> {
        let additional = whole_words("additionalWeakAlgorithms", &options.additional_weak_algorithms)?;
        Ok(Self { tests: options.tests, additional })
    }

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
        let Some(called) = called_name(call) else { return };
        if called.is_identifier("createHash") {
            for argument in call.arguments().iter() {
                if let Some(weak) = argument.string().and_then(|name| self.weak_hash(name, call)) {
                    self.report(argument, weak, ctx, |finding| {
                        finding
                            .suggest("useSha256", "Hash with SHA-256", Edit::replace(argument, "\"sha256\""))
                            .suggest("useSha512", "Hash with SHA-512", Edit::replace(argument, "\"sha512\""))
                            .suggest("useSha3", "Hash with SHA-3", Edit::replace(argument, "\"sha3-256\""));
                    });
                }
            }
        } else if let Some(name) = call.callee_name()
            && ["md4", "md5", "sha1"].iter().any(|hash| name.eq_ignore_ascii_case(hash))
            && let Some(weak) = self.weak_hash(name, call)
        {
            self.report(call, weak, ctx, |finding| {
                finding.suggest("useSha256", "Hash with SHA-256", Edit::replace(called, "sha256"));
            });
        }
    }
}

impl NoWeakHashAlgorithm {
    /// The weak hash that an algorithm's name names.
    fn weak_hash<'r>(&'r self, name: &str, call: Node<'_>) -> Option<&'r str> {
        named_algorithm(name, &KNOWN, &self.additional, call.tree())
    }

    fn report<'a>(
        &self,
        node: Node<'a>,
        weak: &str,
        ctx: &mut Context<'a, '_, ()>,
        suggest: impl FnOnce(&mut Finding),
    ) {
        if self.tests.allow(ctx.path()) {
            return;
        }
        let what = format_args!("{} hashes with {weak}, for which collisions are made at will", snippet(node));
        let fix = "Use SHA-256 (\"sha256\"); for passwords scrypt or Argon2";
        suggest(ctx.report(node, "weakHashAlgorithm", Level::Critical, what, fix));
    }
}
