use documented::Documented;

use super::helpers::{LastMatch, TestOptions, fixed_parts};
use crate::{
    engine::{Context, Filters, Level, Meta, Rule, snippet},
    estree::{AstType, Node},
};

/// Finds Content Security Policies that allow inline scripts and styles.
///
/// With `'unsafe-inline'` the policy no longer stops what it is there for: a script that was injected into the page.
///
/// Every string is looked at, and the fixed parts of every template. As in ESLint, a finding hides what the next
/// string or template of the file holds up to the place at which this one's word ended.
///
/// ```js
/// const csp = "script-src 'self' 'unsafe-inline'";           // found
/// const csp = `script-src 'self' 'nonce-${nonce}'`;           // fine
/// ```
///
/// Options: `allowInTests` (`true`) leaves test files alone.
#[derive(Documented)]
#[documented(trim = false)]
pub struct NoUnsafeInlineCsp(TestOptions);

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
        if ctx.state.test("'unsafe-inline'", node, &text) {
            let what = format_args!("{} allows every inline script", snippet(node));
            let fix = "Allow single scripts by a nonce or a hash: script-src 'self' 'nonce-…'";
            ctx.report(node, "unsafeInline", Level::High, what, fix);
        }
    }
}
