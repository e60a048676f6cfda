use documented::Documented;

use super::helpers::{LastHandler, TestOptions, listened_event, onmessage_event, reads_data, writes_html};
use crate::{
    engine::{Context, Filters, Level, Meta, Rule, snippet},
    estree::{AstType, Kind, Node},
};

/// Finds messages of a WebSocket that are written into the page as HTML.
///
/// What one client sends reaches all others through the server. HTML in it runs on their pages.
///
/// Looked at is the function assigned to `….onmessage` or handed to `….addEventListener('message', event => …)`,
/// whatever the object: assignments of `event.data` or of a property of it to `innerHTML` or `outerHTML`, and
/// calls of `insertAdjacentHTML`, `write` and `writeln` with one. Behind a handler that is nested in the function
/// nothing more is found.
///
/// ```js
/// socket.onmessage = (event) => {
///   feed.innerHTML = event.data;                     // found
///   feed.textContent = event.data;                   // fine
/// };
/// ```
///
/// Options: `allowInTests` (`true`) leaves test files alone.
#[derive(Documented)]
#[documented(trim = false)]
pub struct NoWebsocketInnerhtml(TestOptions);

impl Rule for NoWebsocketInnerhtml {
    const META: Meta = Meta {
        id: "browser-security/no-websocket-innerhtml",
        cwe: 79,
        owasp: "A03:2021 Injection",
        cvss: 8.1,
        on: &[AstType::AssignmentExpression, AstType::CallExpression],
        filters: Filters {
            calls: &["addEventListener", "insertAdjacentHTML", "write", "writeln"],
            words: &[
                &["addEventListener", "onmessage"],
                &["innerHTML", "outerHTML", "insertAdjacentHTML", "write"],
                &["data"],
            ],
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
            if node.is(Kind::CallExpression) { listened_event(node, &["message"]) } else { onmessage_event(node) }
        };
        if let Some(event) = ctx.state.event_at(node, registered)
            && let Some(by) = writes_html(node, |html| reads_data(html, event))
        {
            let what = format_args!("{} writes a received message as HTML by {by}", snippet(node));
            let fix = "Set textContent, or sanitize the message with DOMPurify.sanitize(…)";
            ctx.report(node, "unsafeInnerhtml", Level::High, what, fix);
        }
    }
}
