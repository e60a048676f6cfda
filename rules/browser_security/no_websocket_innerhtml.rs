use documented::Documented;

use super::helpers::{HtmlFromEvent, LastHandler, message_event, reads_data};
use crate::{
    engine::{Context, Filters, Meta, Rule, TestOptions},
    estree::{AstType, Node},
};

/// Finds messages of a WebSocket that are written into the page as HTML.
///
/// ## Why
///
/// What one client sends reaches all others through the server. HTML in it runs on their pages.
///
/// ## What is found
///
/// Looked at is the function assigned to `….onmessage` or handed to `….addEventListener('message', event => …)`,
/// whatever the object: assignments of `event.data` or of a property of it to `innerHTML` or `outerHTML`, and calls of
/// `insertAdjacentHTML`, `write` and `writeln` with one.
///
/// ## Example
///
/// ```js
/// socket.onmessage = (event) => {
///   feed.innerHTML = event.data;                     // found
///   feed.textContent = event.data;                   // fine
/// };
/// ```
///
/// ## Limits
///
/// After a handler that is nested in the function nothing more is found.
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoWebsocketInnerhtml(TestOptions<true>);

static MESSAGES: HtmlFromEvent = HtmlFromEvent {
    message_id: "unsafeInnerhtml",
    event_of: message_event,
    reads: reads_data,
    source: "a received message",
    fix: "Set textContent, or sanitize the message with DOMPurify.sanitize(…)",
};

impl Rule for NoWebsocketInnerhtml {
    const META: Meta = Meta {
        id: "browser-security/no-websocket-innerhtml",
        cwe: 79,
        owasp: "A03:2021 Injection",
        cvss: 8.1,
        on: &[AstType::AssignmentExpression, AstType::CallExpression],
        filters: Filters {
            calls: &["addEventListener", "insertAdjacentHTML", "write", "writeln"],
            required_words: &[
                &["addEventListener", "onmessage"],
                &["innerHTML", "outerHTML", "insertAdjacentHTML", "write"],
                &["data"],
            ],
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
