use documented::Documented;

use super::helpers::{HtmlFromEvent, LastHandler, message_event, reads_data};
use crate::{
    engine::{Context, Filters, Meta, Rule, TestOptions},
    estree::{AstType, Kind, Node, to_lower_case},
};

/// Finds messages of a worker that are written into the page as HTML.
///
/// ## Why
///
/// A worker often handles what comes from users or the network, and what it sends back can hold their HTML.
///
/// ## What is found
///
/// Looked at is the function assigned to `onmessage` of an object whose name holds `worker` or is `w` or `wk`, or
/// handed to its `addEventListener('message', event => …)`: assignments of `event.data` or of a property of it to
/// `innerHTML` or `outerHTML`, and calls of `insertAdjacentHTML`, `write` and `writeln` with one.
///
/// ## Example
///
/// ```js
/// worker.onmessage = (event) => {
///   result.innerHTML = event.data.html;              // found
///   result.textContent = event.data.text;            // fine
/// };
/// ```
///
/// ## Limits
///
/// After a handler that is nested in the function nothing more is found.
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoWorkerMessageInnerhtml(TestOptions<true>);

static MESSAGES: HtmlFromEvent = HtmlFromEvent {
    message_id: "workerInnerhtml",
    event_of: worker_event,
    reads: reads_data,
    source: "a worker's message",
    fix: "Set textContent, or sanitize the message with DOMPurify.sanitize(…)",
};

impl Rule for NoWorkerMessageInnerhtml {
    const META: Meta = Meta {
        id: "browser-security/no-worker-message-innerhtml",
        cwe: 79,
        owasp: "A03:2021 Injection",
        cvss: 6.1,
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
        messages: &["workerInnerhtml"],
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

/// Returns the event's name in the handler of a worker's messages that a node adds or sets.
fn worker_event(node: Node<'_>) -> Option<&str> {
    let event = message_event(node)?;
    let member = if node.is(Kind::CallExpression) { node.callee() } else { node.left() }?;
    let name = to_lower_case(member.object()?.identifier()?);
    (name.contains("worker") || name == "w" || name == "wk").then_some(event)
}
