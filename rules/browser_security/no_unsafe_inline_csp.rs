use documented::Documented;

use super::helpers::{LastMatch, PolicyWord};
use crate::{
    engine::{Context, Filters, Meta, Rule, TestOptions},
    estree::{AstType, Node},
};

/// Finds Content Security Policies that allow inline scripts and styles.
///
/// ## Why
///
/// With `'unsafe-inline'` the policy no longer stops what it is there for: a script that was injected into the page.
///
/// ## What is found
///
/// Every string is looked at, and the fixed parts of every template.
///
/// ## Example
///
/// ```js
/// const csp = "script-src 'self' 'unsafe-inline'";           // found
/// const csp = `script-src 'self' 'nonce-${nonce}'`;           // fine
/// ```
///
/// ## Limits
///
/// As in ESLint, a finding hides what the next string or template of the file holds up to the place at which this one's
/// word ended.
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoUnsafeInlineCsp(TestOptions<true>);

static POLICY: PolicyWord = PolicyWord {
    word: "'unsafe-inline'",
    message_id: "unsafeInline",
    effect: "allows every inline script",
    fix: "Allow single scripts by a nonce or a hash: script-src 'self' 'nonce-…'",
};

impl Rule for NoUnsafeInlineCsp {
    const META: Meta = Meta {
        id: "browser-security/no-unsafe-inline-csp",
        cwe: 79,
        owasp: "A03:2021 Injection",
        cvss: 7.5,
        on: &[AstType::StringLiteral, AstType::TemplateLiteral],
        filters: Filters { string_bytes: b"'", ..Filters::NONE },
        messages: &["unsafeInline"],
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
