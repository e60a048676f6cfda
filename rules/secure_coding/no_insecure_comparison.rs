use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{TEST_FILE, TestFiles};
use crate::{
    engine::{Context, Edit, Filters, Ignored, Level, Meta, Needles, Rule, snippet},
    estree::{Around, AstType, Kind, Node},
};

/// Finds `==` and `!=`, and secrets that are compared with `===` or `!==`.
///
/// ## Why
///
/// The loose operators convert what they compare: `'0' == false` and `[] == ''` hold, and a check that
/// was meant to refuse lets them through. The strict ones stop at the first difference, so that the time
/// they take tells an attacker how much of a secret he has guessed.
///
/// ## What is found
///
/// A strict comparison is found where one side's text holds `secret`, `token`, `password`, `key`, `hash`,
/// `auth` and the like; in a function or method named after a check (`verifyLogin`, `validateUser`)
/// also where it holds `provided`, `expected`, `actual`, `input`, `value` or `data`. Comparisons of
/// `.length` are fine: one needs them before `timingSafeEqual`.
///
/// ## Example
///
/// ```js
/// if (req.query.page == 1) firstPage();                                     // found
/// if (apiKey === stored) next();                                            // found
/// if (crypto.timingSafeEqual(Buffer.from(given), expected)) next();         // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoInsecureComparison {
    /// The files to leave alone.
    tests: TestFiles,
    ignored: Ignored,
}

#[derive(Default, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    /// Leaves test files alone: `*.test.js`, `*.spec.ts` and the like.
    allow_in_tests: bool,
    /// JavaScript regular expressions without look-around and regardless of case, for loose comparisons to leave alone.
    ignore_patterns: Vec<String>,
}

/// The words that the text of a secret holds.
static SECRETS: Needles = Needles::ignoring_case(&[
    "api_key",
    "apikey",
    "auth",
    "digest",
    "hash",
    "key",
    "mac",
    "password",
    "secret",
    "signature",
    "token",
]);

/// The words that the text of a secret holds within a function that checks something.
static SECRETS_IN_CHECKS: Needles =
    Needles::ignoring_case(&["actual", "data", "expected", "input", "provided", "value"]);

/// The words that the name of a function holds that checks something.
static CHECKS: Needles = Needles::ignoring_case(&[
    "auth", "crypto", "hash", "insecure", "secret", "security", "token", "validate", "verify",
]);

impl Rule for NoInsecureComparison {
    const META: Meta = Meta {
        id: "secure-coding/no-insecure-comparison",
        cwe: 697,
        owasp: "A02:2021 Cryptographic Failures",
        cvss: 5.9,
        on: &[AstType::BinaryExpression],
        filters: Filters::NONE,
        messages: &["insecureComparison", "useStrictEquality", "timingUnsafeComparison"],
    };

    type Options = Options;
    /// The memo of whether a node is within a function that checks something.
    type State = Around;

    fn new(options: Options) -> Result<Self, String> {
        Ok(Self {
            tests: TestFiles::new(options.allow_in_tests, TEST_FILE)?,
            ignored: Ignored::with_texts(&options.ignore_patterns)?,
        })
    }

    fn check<'a>(&self, comparison: Node<'a>, ctx: &mut Context<'a, '_, Around>) {
        let (Some(operator), Some(left), Some(right)) = (comparison.operator(), comparison.left(), comparison.right())
        else {
            return;
        };
        let strict = match operator {
            "==" => "===",
            "!=" => "!==",
            "===" | "!==" => return self.check_strict(comparison, left, right, ctx),
            _ => return,
        };
        if self.tests.hold(ctx) || self.ignored.covers(comparison) {
            return;
        }
        let mended = format!("{} {strict} {}", left.text(), right.text());
        ctx.report(
            comparison,
            "insecureComparison",
            Level::High,
            format!("{operator} converts what it compares: {}", snippet(comparison)),
            format!("Compare with {strict}, after converting both sides to one type where they differ"),
        )
        .fix(Edit::replace(comparison, mended.clone()))
        .suggest("useStrictEquality", format!("Compare with {strict}"), Edit::replace(comparison, mended));
    }
}

impl NoInsecureComparison {
    fn check_strict<'a>(
        &self,
        comparison: Node<'a>,
        left: Node<'a>,
        right: Node<'a>,
        ctx: &mut Context<'a, '_, Around>,
    ) {
        if self.tests.hold(ctx)
            || [left, right].into_iter().any(is_length)
            || !compares_secret(comparison, left, right, ctx)
        {
            return;
        }
        let mended = format!("crypto.timingSafeEqual(Buffer.from({}), Buffer.from({}))", left.text(), right.text());
        ctx.report(
            comparison,
            "timingUnsafeComparison",
            Level::High,
            format!("the time that {} takes tells how much of a secret was right", snippet(comparison)),
            "Compare equally long buffers with crypto.timingSafeEqual()",
        )
        .suggest("useStrictEquality", "Compare in constant time", Edit::replace(comparison, mended));
    }
}

fn is_length(side: Node<'_>) -> bool {
    side.is(Kind::MemberExpression) && side.property_identifier() == Some("length")
}

fn compares_secret<'a>(
    comparison: Node<'a>,
    left: Node<'a>,
    right: Node<'a>,
    ctx: &mut Context<'a, '_, Around>,
) -> bool {
    let mut either_holds = |needles| ctx.contains(left, needles) || ctx.contains(right, needles);
    either_holds(&SECRETS) || either_holds(&SECRETS_IN_CHECKS) && ctx.state.any(comparison, is_check)
}

/// Returns whether a node is a function or method whose name says that it checks something.
fn is_check(node: Node<'_>) -> bool {
    let name = match node.kind() {
        Kind::FunctionDeclaration | Kind::FunctionExpression => node.declared().and_then(Node::name),
        Kind::MethodDefinition => node.key_identifier(),
        _ => None,
    };
    name.is_some_and(|name| CHECKS.is_in(name))
}
