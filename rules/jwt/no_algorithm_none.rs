use documented::Documented;
use schemars::JsonSchema;
use serde::Deserialize;

use super::helpers::{ALGORITHM, SIGN_OR_VERIFY, options_of, signs, verifies};
use crate::{
    engine::{Context, Filters, Level, Meta, Pattern, Rule, SafetyChecker, shorten, snippet},
    estree::{AstType, Kind, Node},
};

/// Finds tokens that may go without a signature: the algorithm `none`.
///
/// ## Why
///
/// A token with the algorithm `none` is not signed. Code that accepts it accepts whatever payload a
/// client writes; code that issues it leaves nothing to check. A list without any algorithm makes some
/// libraries take all of them, `none` included.
///
/// ## What is found
///
/// The options of `sign`, `verify` and their kin (the third argument, written out as an object) are
/// looked at: `algorithms`, `algorithm` and `alg`.
///
/// ## Example
///
/// ```js
/// jwt.verify(token, key, { algorithms: ['RS256', 'none'] });    // found
/// jwt.verify(token, key, { algorithms: [] });                   // found
/// jwt.verify(token, key, { algorithms: ['RS256'] });            // fine
/// ```
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoAlgorithmNone {
    allow_in_tests: bool,
}

#[derive(Default, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Options {
    /// Leaves test files alone: `*.test.js`, `*.spec.ts`, and what is in `test`, `tests`, `spec`, `__tests__` or
    /// `__mocks__`.
    allow_in_tests: bool,
    #[serde(flatten)]
    _trust: SafetyChecker,
}

static TEST_FILE: Pattern =
    Pattern::new(r"\.(?:test|spec)\.[jt]sx?$|__(?:tests?|mocks?)__|/(?:tests?|specs?|__tests__)/");

impl Rule for NoAlgorithmNone {
    const META: Meta = Meta {
        id: "jwt/no-algorithm-none",
        cwe: 347,
        owasp: "A02:2021 Cryptographic Failures",
        cvss: 9.1,
        on: &[AstType::CallExpression],
        filters: Filters { calls: SIGN_OR_VERIFY, ..Filters::NONE },
        messages: &["algorithmNone", "algorithmNoneInArray", "emptyAlgorithms"],
    };

    type Options = Options;
    type State = ();

    fn new(options: Options) -> Result<Self, String> {
        Ok(Self { allow_in_tests: options.allow_in_tests })
    }

    fn check<'a>(&self, call: Node<'a>, ctx: &mut Context<'a, '_, ()>) {
        if !signs(call) && !verifies(call) || self.allow_in_tests && TEST_FILE.is_match(ctx.path()) {
            return;
        }
        let Some(options) = options_of(call) else { return };
        for (name, option) in options.named_properties().filter(|(name, _)| ALGORITHM.contains(name)) {
            let Some(value) = option.value() else { continue };
            if is_none(value) {
                let what = format_args!("{} lets tokens go without a signature", snippet(option));
                ctx.report(value, "algorithmNone", Level::Critical, what, "Name the algorithm of the key: 'RS256'");
            } else if value.is(Kind::ArrayExpression) && value.elements().is_empty() {
                let what = format_args!("{} names no algorithm, which can mean any, even none", shorten(name));
                let fix = format_args!("Name the algorithm of the key: {}: ['RS256']", shorten(name));
                ctx.report(value, "emptyAlgorithms", Level::High, what, fix);
            } else {
                for element in value.elements().iter().filter(|&element| is_none(element)) {
                    let what =
                        format_args!("{} in {} lets tokens go without a signature", snippet(element), shorten(name));
                    let fix =
                        format_args!("Take {} out of the list and name the algorithm of the key", snippet(element));
                    ctx.report(element, "algorithmNoneInArray", Level::Critical, what, fix);
                }
            }
        }
    }
}

fn is_none(algorithm: Node<'_>) -> bool {
    algorithm.string().is_some_and(|name| name.eq_ignore_ascii_case("none"))
}
