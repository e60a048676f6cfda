//! Helpers that several rules of this plugin share.

use std::borrow::Cow;

use oxc_syntax::node::NodeId;

use crate::{
    engine::{Context, Level, snippet},
    estree::{Kind, Node, Tree, utf16_length},
};

/// Returns whether a node is `object.property`, or `object[property]`, which the rules do not tell apart.
pub(super) fn is_member(node: Node<'_>, object: &str, property: &str) -> bool {
    node.property_identifier() == Some(property) && node.object().is_some_and(|it| it.is_identifier(object))
}

/// Returns what an assignment sets `document.cookie` to.
pub(super) fn cookie_set_by(assignment: Node<'_>) -> Option<Node<'_>> {
    assignment.left().filter(|&left| is_member(left, "document", "cookie"))?;
    assignment.right()
}

/// Returns the fixed parts of a template, joined without anything between them.
pub(super) fn fixed_parts(template: Node<'_>) -> Cow<'_, str> {
    let quasis = template.quasis();
    match quasis.first().and_then(Node::raw) {
        Some(raw) if quasis.len() == 1 => Cow::Borrowed(raw),
        _ => Cow::Owned(quasis.iter().filter_map(Node::raw).collect()),
    }
}

/// Returns the parts that are strings of a concatenation, `'a'` and `'b'` of `'a' + (c + 'b')`, from left to right.
pub(super) fn string_operands<'a>(concatenation: Node<'a>) -> impl Iterator<Item = &'a str> {
    concatenation.summands().filter_map(Node::string)
}

/// Returns the value of a property `origin: '*'`; `None` for any other property.
pub(super) fn wildcard_origin<'a>(property: Node<'a>) -> Option<Node<'a>> {
    let is_origin = property.is(Kind::Property) && property.key_identifier() == Some("origin");
    property.value().filter(|value| is_origin && value.string() == Some("*"))
}

/// Something that is written to `localStorage` or `sessionStorage`.
pub(super) struct StorageWrite<'a> {
    pub storage: &'a str,
    /// The key, or the name of the variable that holds it; `None` where it is anything else, or empty.
    pub key: Option<&'a str>,
    pub value: Option<Node<'a>>,
}

impl<'a> StorageWrite<'a> {
    /// Returns what `storage.setItem(key, value)`, `storage.key = value` and `storage['key'] = value` write.
    pub(super) fn of(node: Node<'a>) -> Option<Self> {
        let (member, key, value) = if node.is(Kind::AssignmentExpression) {
            let left = node.left()?;
            (left, left.property()?, node.right())
        } else {
            let callee = node.callee().filter(|callee| callee.property_identifier() == Some("setItem"))?;
            (callee, node.argument_at(0)?, node.argument_at(1))
        };
        let storage =
            member.object()?.identifier().filter(|name| matches!(*name, "localStorage" | "sessionStorage"))?;
        Some(Self { storage, key: key.string().or(key.identifier()).filter(|key| !key.is_empty()), value })
    }
}

/// Returns the name of a function's first parameter, where the function is written in place and the parameter is a
/// plain name.
pub(super) fn event_parameter(handler: Option<Node<'_>>) -> Option<&str> {
    let handler = handler?;
    handler
        .is_any(&[Kind::ArrowFunctionExpression, Kind::FunctionExpression])
        .then(|| handler.params().first())??
        .identifier()
}

/// Returns the event's name in the handler that `….addEventListener('EVENT', event => …)` adds, for one of these
/// events.
pub(super) fn listened_event<'a>(call: Node<'a>, events: &[&str]) -> Option<&'a str> {
    if call.callee_method() != Some("addEventListener") {
        return None;
    }
    call.argument_at(0)?.string().filter(|event| events.contains(event))?;
    event_parameter(call.argument_at(1))
}

/// Returns the event's name in the handler that `….onmessage = event => …` sets.
fn onmessage_event(assignment: Node<'_>) -> Option<&str> {
    assignment.left().filter(|left| left.property_identifier() == Some("onmessage"))?;
    event_parameter(assignment.right())
}

/// The event handler that a walk has entered last. A rule keeps it in its state.
///
/// Code after a handler that is nested in another one belongs to neither, as ESLint's rules see it: the end of any
/// handler ends them all.
#[derive(Default)]
pub(super) struct LastHandler(Option<NodeId>);

impl LastHandler {
    /// Returns the event's name in the handler entered last, where it is still open at `node`.
    ///
    /// `event_of` returns that name for a node that adds or sets a handler. Nodes come in the order of the text.
    pub(super) fn event_at<'a>(
        &mut self,
        node: Node<'a>,
        event_of: impl Fn(Node<'a>) -> Option<&'a str>,
    ) -> Option<&'a str> {
        if let event @ Some(_) = event_of(node) {
            self.0 = Some(node.id());
            return event;
        }
        let registration = node.tree().node_of(self.0?);
        if node.is_within(registration) { event_of(registration) } else { None }
    }
}

/// A family of rules: an event's handler writes what the event holds into the page as HTML.
pub(super) struct HtmlFromEvent {
    pub message_id: &'static str,
    /// The event's name in the handler that a node adds or sets.
    pub event_of: fn(Node<'_>) -> Option<&str>,
    /// Returns whether a node reads what the event of this name holds.
    pub reads: fn(Node<'_>, &str) -> bool,
    /// The words for what is written.
    pub source: &'static str,
    pub fix: &'static str,
}

impl HtmlFromEvent {
    pub(super) fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, LastHandler>) {
        if let Some(event) = ctx.state.event_at(node, self.event_of)
            && let Some(by) = writes_html(node, |html| (self.reads)(html, event))
        {
            let what = format_args!("{} writes {} as HTML by {by}", snippet(node), self.source);
            ctx.report(node, self.message_id, Level::High, what, self.fix);
        }
    }
}

/// Returns the event's name in the handler of messages that a node adds or sets: by `addEventListener`, or as
/// `onmessage`.
pub(super) fn message_event(node: Node<'_>) -> Option<&str> {
    match node.kind() {
        Kind::CallExpression => listened_event(node, &["message"]),
        Kind::AssignmentExpression => onmessage_event(node),
        _ => None,
    }
}

/// Returns the property or method by which a node writes HTML into the document, where what it writes is of a sort:
/// `a.innerHTML = b`, `document.write(b)`.
fn writes_html<'a>(node: Node<'a>, is_sort: impl Fn(Node<'a>) -> bool) -> Option<&'a str> {
    if node.is(Kind::AssignmentExpression) {
        let property = node.left()?.property_identifier()?;
        (matches!(property, "innerHTML" | "outerHTML") && is_sort(node.right()?)).then_some(property)
    } else {
        let method = node.callee_method()?;
        let is_writing = matches!(method, "insertAdjacentHTML" | "write" | "writeln");
        (is_writing && node.arguments().iter().any(is_sort)).then_some(method)
    }
}

/// Returns whether a node is `event.data` or something below it: `event.data.text`.
pub(super) fn reads_data(node: Node<'_>, event: &str) -> bool {
    members(node).any(|member| is_member(member, event, "data"))
}

/// Returns whether a node is the event itself or something below it: `event`, `event.data`.
pub(super) fn reads_event(node: Node<'_>, event: &str) -> bool {
    let root = members(node).last().and_then(Node::object).unwrap_or(node);
    root.is_identifier(event)
}

/// Returns the member expressions `a.b.c`, `a.b` of `a.b.c`, from the outermost to the innermost.
pub(super) fn members<'a>(node: Node<'a>) -> impl Iterator<Item = Node<'a>> {
    let is_member = |node: &Node<'a>| node.is(Kind::MemberExpression);
    std::iter::successors(Some(node).filter(is_member), move |member| member.object().filter(is_member))
}

/// The last match of a word that is searched for in one text after the other, with a global regular expression of
/// JavaScript.
///
/// Such an expression keeps the index at which its match ended, and the next text is searched only from that index on,
/// so that most often its word goes unseen. A text without the word sets the index back to the beginning.
#[derive(Default)]
pub(super) struct LastMatch(Option<(NodeId, usize)>);

impl LastMatch {
    /// Returns whether `text`, which is a string's or a template's, holds `word` from the index on, upper and lower
    /// case alike. Strings without the word may be left out.
    pub(super) fn test(&mut self, word: &str, node: Node<'_>, text: &str) -> bool {
        let from = match self.0.take() {
            Some((last, index)) if !has_text_between(last, node) => index,
            _ => 0,
        };
        self.0 = end_of_match(word, text, from).map(|index| (node.id(), index));
        self.0.is_some()
    }
}

/// A family of rules: a string or template holds a Content Security Policy with a word that it should not have.
pub(super) struct PolicyWord {
    pub word: &'static str,
    pub message_id: &'static str,
    /// The words for what the policy does.
    pub effect: &'static str,
    pub fix: &'static str,
}

impl PolicyWord {
    pub(super) fn check<'a>(&self, node: Node<'a>, ctx: &mut Context<'a, '_, LastMatch>) {
        let text = node.string().map_or_else(|| fixed_parts(node), Into::into);
        if ctx.state.test(self.word, node, &text) {
            let what = format_args!("{} {}", snippet(node), self.effect);
            ctx.report(node, self.message_id, Level::High, what, self.fix);
        }
    }
}

/// Returns whether there is a string or template between two others.
fn has_text_between(first: NodeId, second: Node<'_>) -> bool {
    let behind = NodeId::from_usize(first.index() + 1);
    second
        .tree()
        .nodes_between(behind, second.id())
        .any(|node| node.string().is_some() || node.is(Kind::TemplateLiteral))
}

/// Returns where the first match of a word at or after an index ends, in UTF-16 units.
fn end_of_match(word: &str, text: &str, from: usize) -> Option<usize> {
    let start = byte_offset(text, from)?;
    let mut windows = text.as_bytes()[start..].windows(word.len());
    let found = windows.position(|window| window.eq_ignore_ascii_case(word.as_bytes()))?;
    Some(utf16_length(&text[..start + found + word.len()]))
}

/// Returns the byte offset of a UTF-16 unit; that of the next character where it is the second half of one.
fn byte_offset(text: &str, unit: usize) -> Option<usize> {
    if unit == 0 {
        return Some(0);
    }
    let mut units = 0;
    for (at, character) in text.char_indices() {
        if units >= unit {
            return Some(at);
        }
        units += character.len_utf16();
    }
    (units >= unit).then_some(text.len())
}

/// Returns a tree's last node: what is found at the end of a walk is found there.
pub(super) fn last_node<'a>(tree: &'a Tree<'a>) -> Node<'a> {
    tree.root().descendants().last().unwrap_or(tree.root())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_match_is_looked_for_from_an_index_on() {
        assert_eq!(end_of_match("'x'", "a 'X'", 0), Some(5));
        assert_eq!(end_of_match("'x'", "'x' and more", 5), None);
        assert_eq!(end_of_match("'x'", "é😀'x'", 3), Some(6), "3 is the place of its apostrophe");
        assert_eq!(end_of_match("'x'", "é😀'x'", 2), Some(6), "2 is within a character");
        assert_eq!(end_of_match("'x'", "'x'", 4), None, "shorter than the index");
        assert_eq!(end_of_match("'x'", "", 0), None);
    }
}
