use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    engine::{Context, Filters, Level, Meta, Needles, OptionPattern, Rule, given, option_regexes, snippet},
    estree::{AstType, Node},
};

/// Finds secrets that are compared with `===`.
///
/// ## Why
///
/// The comparison ends at the first character that differs, and so the time it takes tells how much of a
/// guess was right. `crypto.timingSafeEqual` always takes the same time.
///
/// ## What is found
///
/// Comparisons with `==`, `===`, `!=` and `!==` are looked at, one side of which is an identifier or a
/// property whose name speaks of a secret: `token`, `secret`, `key`, `password`, `hash`, `signature` and
/// the like.
///
/// ## Example
///
/// ```js
/// if (signature === expected) accept();                                                   // found
/// if (crypto.timingSafeEqual(Buffer.from(signature), Buffer.from(expected))) accept();    // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoTimingUnsafeCompare {
    /// The option's patterns, where it is set.
    secret_patterns: Option<Vec<OptionPattern>>,
}

#[derive(Default, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    /// JavaScript regular expressions without look-around and regardless of case, in place of the names above.
    #[serde(deserialize_with = "given")]
    secret_patterns: Option<Vec<String>>,
}

/// The words that the name of a secret holds. Names that hold another one of the list (`apiKey`, `access_token`) are
/// left out, and so are those with a hyphen, which no identifier has.
static SECRETS: Needles = Needles::ignoring_case(&[
    "auth",
    "bearer",
    "credential",
    "csrf",
    "digest",
    "hash",
    "jwt",
    "key",
    "mac",
    "nonce",
    "password",
    "pii",
    "secret",
    "session_id",
    "sessionid",
    "signature",
    "social_security",
    "ssn",
    "token",
]);

impl Rule for NoTimingUnsafeCompare {
    const META: Meta = Meta {
        id: "node-security/no-timing-unsafe-compare",
        cwe: 208,
        owasp: "A02:2021 Cryptographic Failures",
        cvss: 5.9,
        on: &[AstType::BinaryExpression],
        filters: Filters::NONE,
        messages: &["timingUnsafeCompare"],
    };

    type Options = Options;
    type State = ();

    fn new(options: Options) -> Result<Self, String> {
        let compile = |patterns: Vec<String>| option_regexes("secretPatterns", &patterns, true);
        let secret_patterns = options.secret_patterns.map(compile).transpose()?;
        Ok(Self { secret_patterns })
    }

    fn check<'a>(&self, comparison: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
        if !matches!(comparison.operator(), Some("==" | "===" | "!=" | "!==")) {
            return;
        }
        let secret = [comparison.left(), comparison.right()].into_iter().flatten().find(|side| self.is_secret(*side));
        if let Some(secret) = secret {
            let what = format_args!("{} takes longer the more of {} is right", snippet(comparison), snippet(secret));
            let fix = "Compare Buffers of equal length with crypto.timingSafeEqual(a, b)";
            ctx.report(comparison, "timingUnsafeCompare", Level::High, what, fix);
        }
    }
}

impl NoTimingUnsafeCompare {
    fn is_secret(&self, side: Node<'_>) -> bool {
        let Some(name) = side.identifier().or_else(|| side.property_identifier()) else { return false };
        match &self.secret_patterns {
            Some(patterns) => patterns.iter().any(|pattern| pattern.is_match(name, side.tree())),
            None => SECRETS.is_in(name),
        }
    }
}
