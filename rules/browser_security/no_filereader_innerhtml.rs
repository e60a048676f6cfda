use documented::Documented;

use super::helpers::{HtmlFromEvent, LastHandler, event_parameter, is_member, listened_event, members};
use crate::{
    engine::{Context, Filters, Meta, Rule, TestOptions},
    estree::{AstType, Kind, Node, to_lower_case},
};

/// Finds files that a `FileReader` has read and that are written into the page as HTML.
///
/// ## Why
///
/// Somebody can be talked into opening a file that an attacker has made, and HTML in it runs as this page.
///
/// ## What is found
///
/// Looked at is the function assigned to `onload` or `onloadend` of an object whose name holds `reader` or `fr` or is
/// `r`, or handed to `….addEventListener('load', event => …)` or for `loadend`: assignments of `event.target.result` or
/// of a property of it to `innerHTML` or `outerHTML`, and calls of `insertAdjacentHTML`, `write` and `writeln` with
/// one.
///
/// ## Example
///
/// ```js
/// reader.onload = (event) => {
///   preview.innerHTML = event.target.result;         // found
///   preview.textContent = event.target.result;       // fine
/// };
/// ```
///
/// ## Limits
///
/// After a handler that is nested in the function nothing more is found.
#[derive(Documented)]
#[documented(trim = false)]
pub(super) struct NoFilereaderInnerhtml(TestOptions<true>);

static MESSAGES: HtmlFromEvent = HtmlFromEvent {
    message_id: "unsafeInnerhtml",
    event_of: load_event,
    reads: reads_result,
    source: "what a file holds",
    fix: "Set textContent, or sanitize what was read with DOMPurify.sanitize(…)",
};

impl Rule for NoFilereaderInnerhtml {
    const META: Meta = Meta {
        id: "browser-security/no-filereader-innerhtml",
        cwe: 79,
        owasp: "A03:2021 Injection",
        cvss: 6.1,
        on: &[AstType::AssignmentExpression, AstType::CallExpression],
        filters: Filters {
            calls: &["addEventListener", "insertAdjacentHTML", "write", "writeln"],
            required_words: &[
                &["load"],
                &["innerHTML", "outerHTML", "insertAdjacentHTML", "write"],
                &["target"],
                &["result"],
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

/// Returns the event's name in the handler of a file's end of loading that a node adds or sets: `reader.onload = …`.
fn load_event(node: Node<'_>) -> Option<&str> {
    if node.is(Kind::CallExpression) {
        return listened_event(node, &["load", "loadend"]);
    }
    let left = node.left()?;
    if !matches!(left.property_identifier(), Some("onload" | "onloadend")) {
        return None;
    }
    let reader = to_lower_case(left.object()?.identifier()?);
    let names_reader = reader.contains("reader") || reader.contains("fr") || reader == "r";
    names_reader.then(|| event_parameter(node.right()))?
}

/// Returns whether a node is `event.target.result` or something below it.
fn reads_result(node: Node<'_>, event: &str) -> bool {
    members(node).any(|member| {
        member.property_identifier() == Some("result")
            && member.object().is_some_and(|target| is_member(target, event, "target"))
    })
}
