use documented::Documented;

use super::helpers::{LastHandler, TestOptions, event_parameter, is_member, listened_event, members, writes_html};
use crate::{
    engine::{Context, Filters, Level, Meta, Rule, snippet},
    estree::{AstType, Kind, Node, to_lower_case},
};

/// Finds files that a `FileReader` has read and that are written into the page as HTML.
///
/// Somebody can be talked into opening a file that an attacker has made, and HTML in it runs as this page.
///
/// Looked at is the function assigned to `onload` or `onloadend` of an object whose name holds `reader` or `fr`
/// or is `r`, or handed to `….addEventListener('load', event => …)` or for `loadend`: assignments of
/// `event.target.result` or of a property of it to `innerHTML` or `outerHTML`, and calls of `insertAdjacentHTML`,
/// `write` and `writeln` with one. Behind a handler that is nested in the function nothing more is found.
///
/// ```js
/// reader.onload = (event) => {
///   preview.innerHTML = event.target.result;         // found
///   preview.textContent = event.target.result;       // fine
/// };
/// ```
///
/// Options: `allowInTests` (`true`) leaves test files alone.
#[derive(Documented)]
#[documented(trim = false)]
pub struct NoFilereaderInnerhtml(TestOptions);

impl Rule for NoFilereaderInnerhtml {
    const META: Meta = Meta {
        id: "browser-security/no-filereader-innerhtml",
        cwe: 79,
        owasp: "A03:2021 Injection",
        cvss: 6.1,
        on: &[AstType::AssignmentExpression, AstType::CallExpression],
        filters: Filters {
            calls: &["addEventListener", "insertAdjacentHTML", "write", "writeln"],
            words: &[&["load"], &["innerHTML", "outerHTML", "insertAdjacentHTML", "write"], &["target"], &["result"]],
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
            if node.is(Kind::CallExpression) { listened_event(node, &["load", "loadend"]) } else { onload_event(node) }
        };
        if let Some(event) = ctx.state.event_at(node, registered)
            && let Some(by) = writes_html(node, |html| reads_result(html, event))
        {
            let what = format_args!("{} writes what a file holds as HTML by {by}", snippet(node));
            let fix = "Set textContent, or sanitize what was read with DOMPurify.sanitize(…)";
            ctx.report(node, "unsafeInnerhtml", Level::High, what, fix);
        }
    }
}

/// Returns the event's name in the handler that `reader.onload = event => …` sets.
fn onload_event(assignment: Node<'_>) -> Option<&str> {
    let left = assignment.left()?;
    if !matches!(left.property_identifier(), Some("onload" | "onloadend")) {
        return None;
    }
    let reader = to_lower_case(left.object()?.identifier()?);
    let names_reader = reader.contains("reader") || reader.contains("fr") || reader == "r";
    names_reader.then(|| event_parameter(assignment.right()))?
}

/// Returns whether a node is `event.target.result` or something below it.
fn reads_result(node: Node<'_>, event: &str) -> bool {
    members(node).any(|member| {
        member.property_identifier() == Some("result")
            && member.object().is_some_and(|target| is_member(target, event, "target"))
    })
}
