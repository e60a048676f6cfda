use documented::Documented;

use super::helpers::{LastMatch, PolicyWord};
use crate::{
    engine::{Context, Filters, Meta, Rule, TestOptions},
    estree::{AstType, Node},
};

/// Finds Content Security Policies that allow strings to be run as code.
///
/// ## Why
///
/// With `'unsafe-eval'` the policy lets `eval`, `new Function` and `setTimeout` with a string run what an attacker
/// shapes.
///
/// ## What is found
///
/// Every string is looked at, and the fixed parts of every template.
///
/// ## Example
///
/// ```js
/// const csp = "script-src 'self' 'unsafe-eval'";       // found
/// const csp = "script-src 'self'";                     // fine
/// ```
///
/// ## Limits
///
/// As in ESLint, a finding hides what the next string or template of the file holds up to the place at which this one's
/// word ended.
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoUnsafeEvalCsp(TestOptions<true>);

static POLICY: PolicyWord = PolicyWord {
    word: "'unsafe-eval'",
    message_id: "unsafeEval",
    effect: "allows strings to be run as code",
    fix: "Take 'unsafe-eval' out of the policy, and replace what needs it by functions or JSON.parse",
};

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

    type Options = TestOptions<true>;
    type State = LastMatch;

    fn new(options: TestOptions<true>) -> Result<Self, String> {
        Ok(Self(options))
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, LastMatch>) {
        if !self.0.allow(ctx.path()) {
            POLICY.check(node, ctx);
        }
    }
}
