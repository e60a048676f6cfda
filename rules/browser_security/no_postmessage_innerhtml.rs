use documented::Documented;

use super::helpers::{LastHandler, TestOptions, listened_event, reads_event, writes_html};
use crate::{
    engine::{Context, Filters, Level, Meta, Rule, snippet},
    estree::{AstType, Kind, Node},
};

/// Finds messages from other windows that are written into the page as HTML.
///
/// A message can come from any page that frames or opens this one, and HTML in it runs as this page.
///
/// Looked at is the function handed to `….addEventListener('message', event => …)`: assignments of the event
/// or of a property of it to `innerHTML` or `outerHTML`, and calls of `insertAdjacentHTML`, `write` and
/// `writeln` with one. Behind a handler that is nested in the function nothing more is found.
///
/// ```js
/// window.addEventListener('message', (event) => {
///   output.innerHTML = event.data;                   // found
///   output.textContent = event.data;                 // fine
/// });
/// ```
///
/// Options: `allowInTests` (`true`) leaves test files alone.
#[derive(Documented)]
#[documented(trim = false)]
pub struct NoPostmessageInnerhtml(TestOptions);

impl Rule for NoPostmessageInnerhtml {
    const META: Meta = Meta {
        id: "browser-security/no-postmessage-innerhtml",
        cwe: 79,
        owasp: "A03:2021 Injection",
        cvss: 7.4,
        on: &[AstType::AssignmentExpression, AstType::CallExpression],
        filters: Filters {
            calls: &["addEventListener", "insertAdjacentHTML", "write", "writeln"],
            words: &[&["addEventListener"], &["innerHTML", "outerHTML", "insertAdjacentHTML", "write"]],
            ..Filters::NONE
        },
        messages: &["unsafeInnerhtml"],
    };

    type Options = TestOptions;
    type State = LastHandler;

    fn new(options: TestOptions) -> Result<Self, String> {
        Ok(Self(options))
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, LastHandler>) {
        if self.0.allow(ctx.path()) {
            return;
        }
        let registered = |node: Node<'a>| {
            if node.is(Kind::CallExpression) { listened_event(node, &["message"]) } else { None }
        };
        if let Some(event) = ctx.state.event_at(node, registered)
            && let Some(by) = writes_html(node, |html| reads_event(html, event))
        {
            let what = format_args!("{} writes a message from another window as HTML by {by}", snippet(node));
            let fix = "Check event.origin, then set textContent, or sanitize the data with DOMPurify.sanitize(…)";
            ctx.report(node, "unsafeInnerhtml", Level::High, what, fix);
        }
    }
}
