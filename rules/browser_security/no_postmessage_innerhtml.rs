use documented::Documented;

use super::helpers::{HtmlFromEvent, LastHandler, listened_event, reads_event};
use crate::{
    engine::{Context, Filters, Meta, Rule, TestOptions},
    estree::{AstType, Node},
};

/// Finds messages from other windows that are written into the page as HTML.
///
/// ## Why
///
/// A message can come from any page that frames or opens this one, and HTML in it runs as this page.
///
/// ## What is found
///
/// Looked at is the function handed to `….addEventListener('message', event => …)`: assignments of the event or of a
/// property of it to `innerHTML` or `outerHTML`, and calls of `insertAdjacentHTML`, `write` and `writeln` with one.
///
/// ## Example
///
/// ```js
/// window.addEventListener('message', (event) => {
///   output.innerHTML = event.data;                   // found
///   output.textContent = event.data;                 // fine
/// });
/// ```
///
/// ## Limits
///
/// After a handler that is nested in the function nothing more is found.
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoPostmessageInnerhtml(TestOptions<true>);

static MESSAGES: HtmlFromEvent = HtmlFromEvent {
    message_id: "unsafeInnerhtml",
    event_of: listened_message,
    reads: reads_event,
    source: "a message from another window",
    fix: "Check event.origin, then set textContent, or sanitize the data with DOMPurify.sanitize(…)",
};

impl Rule for NoPostmessageInnerhtml {
    const META: Meta = Meta {
        id: "browser-security/no-postmessage-innerhtml",
        cwe: 79,
        owasp: "A03:2021 Injection",
        cvss: 7.4,
        on: &[AstType::AssignmentExpression, AstType::CallExpression],
        filters: Filters {
            calls: &["addEventListener", "insertAdjacentHTML", "write", "writeln"],
            required_words: &[&["addEventListener"], &["innerHTML", "outerHTML", "insertAdjacentHTML", "write"]],
            ..Filters::NONE
        },
        messages: &["unsafeInnerhtml"],
    };

    type Options = TestOptions<true>;
    type State = LastHandler;

    fn new(options: TestOptions<true>) -> Result<Self, String> {
        Ok(Self(options))
    }

    fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, LastHandler>) {
        if !self.0.allow(ctx.path()) {
            MESSAGES.check(node, ctx);
        }
    }
}

/// Returns the event's name in the handler of messages that a call adds.
fn listened_message(node: Node<'_>) -> Option<&str> {
    listened_event(node, &["message"])
}
