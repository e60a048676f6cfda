use documented::Documented;

use super::helpers::{LastHandler, TestOptions, listened_event, onmessage_event, reads_data, writes_html};
use crate::{
    engine::{Context, Filters, Level, Meta, Rule, snippet},
    estree::{AstType, Kind, Node, to_lower_case},
};

/// Finds messages of a worker that are written into the page as HTML.
///
/// A worker often handles what comes from users or the network, and what it sends back can hold their HTML.
///
/// Looked at is the function assigned to `onmessage` of an object whose name holds `worker` or is `w` or `wk`, or
/// handed to its `addEventListener('message', event => …)`: assignments of `event.data` or of a property of it to
/// `innerHTML` or `outerHTML`, and calls of `insertAdjacentHTML`, `write` and `writeln` with one. Behind a handler
/// that is nested in the function nothing more is found.
///
/// ```js
/// worker.onmessage = (event) => {
///   result.innerHTML = event.data.html;              // found
///   result.textContent = event.data.text;            // fine
/// };
/// ```
///
/// Options: `allowInTests` (`true`) leaves test files alone.
#[derive(Documented)]
#[documented(trim = false)]
pub struct NoWorkerMessageInnerhtml(TestOptions);

impl Rule for NoWorkerMessageInnerhtml {
    const META: Meta = Meta {
        id: "browser-security/no-worker-message-innerhtml",
        cwe: 79,
        owasp: "A03:2021 Injection",
        cvss: 6.1,
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
        messages: &["workerInnerhtml"],
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
        if let Some(event) = ctx.state.event_at(node, worker_event)
            && let Some(by) = writes_html(node, |html| reads_data(html, event))
        {
            let what = format_args!("{} writes a worker's message as HTML by {by}", snippet(node));
            let fix = "Set textContent, or sanitize the message with DOMPurify.sanitize(…)";
            ctx.report(node, "workerInnerhtml", Level::High, what, fix);
        }
    }
}

/// Returns the event's name in the handler of a worker's messages that a node adds or sets.
fn worker_event(node: Node<'_>) -> Option<&str> {
    let (member, event) = match node.kind() {
        Kind::CallExpression => (node.callee()?, listened_event(node, &["message"])?),
        _ => (node.left()?, onmessage_event(node)?),
    };
    let name = to_lower_case(member.object()?.identifier()?);
    (name.contains("worker") || name == "w" || name == "wk").then_some(event)
}
