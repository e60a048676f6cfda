use documented::Documented;

use super::helpers::{LastMatch, TestOptions, fixed_parts};
use crate::{
    engine::{Context, Filters, Level, Meta, Rule, snippet},
    estree::{AstType, Node},
};

/// Finds Content Security Policies that allow strings to be run as code.
///
/// With `'unsafe-eval'` the policy lets `eval`, `new Function` and `setTimeout` with a string run what an attacker shapes.
///
/// Every string is looked at, and the fixed parts of every template. As in ESLint, a finding hides what the next
/// string or template of the file holds up to the place at which this one's word ended.
///
/// ```js
/// const csp = "script-src 'self' 'unsafe-eval'";       // found
/// const csp = "script-src 'self'";                     // fine
/// ```
///
/// Options: `allowInTests` (`true`) leaves test files alone.
#[derive(Documented)]
#[documented(trim = false)]
pub struct NoUnsafeEvalCsp(TestOptions);

impl Rule for NoUnsafeEvalCsp {
    const META: Meta = Meta {
        id: "browser-security/no-unsafe-eval-csp",
        cwe: 95,
        owasp: "A03:2021 Injection",
        cvss: 8.1,
        on: &[AstType::StringLiteral, AstType::TemplateLiteral],
        filters: Filters { string_bytes: b"'", ..Filters::NONE },
        messages: &["unsafeEval"],
    };

    type Options = TestOptions;
    type State = LastMatch;

    fn new(options: TestOptions) -> Result<Self, String> {
        Ok(Self(options))
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, LastMatch>) {
        if self.0.allow(ctx.path()) {
            return;
        }
        let text = node.string().map_or_else(|| fixed_parts(node), Into::into);
        if ctx.state.test("'unsafe-eval'", node, &text) {
            let what = format_args!("{} allows strings to be run as code", snippet(node));
            let fix = "Take 'unsafe-eval' out of the policy, and replace what needs it by functions or JSON.parse";
            ctx.report(node, "unsafeEval", Level::High, what, fix);
        }
    }
}
