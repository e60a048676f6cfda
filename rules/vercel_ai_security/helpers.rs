//! Helpers that several rules about Vercel's AI SDK share.

use crate::{
    engine::{Context, Needles},
    estree::{Kind, Node},
};

/// The functions that ask a model.
pub(super) const AI_FUNCTIONS: &[&str] = &["generateObject", "generateText", "streamObject", "streamText"];

/// The words that the text of a call's callee holds when it asks a model: `ai.generateText`, and `streamText(…).pipe`
/// too.
pub(super) static AI_CALLS: Needles = Needles::new(AI_FUNCTIONS);

/// Returns whether the text of a call's callee holds one of these words: comments, and what a chain before it is called
/// with, count too.
pub(super) fn calls_one_of<'a, S>(call: Node<'a>, words: &Needles, ctx: &mut Context<'a, '_, S>) -> bool {
    call.callee().is_some_and(|callee| ctx.contains(callee, words))
}

/// Returns the object that one of these functions gets as its first argument.
pub(super) fn options_of<'a, S>(call: Node<'a>, functions: &Needles, ctx: &mut Context<'a, '_, S>) -> Option<Node<'a>> {
    let options = call.argument_at(0).filter(|options| options.is(Kind::ObjectExpression))?;
    calls_one_of(call, functions, ctx).then_some(options)
}

/// The properties of an object, those that it spreads left out.
pub(super) fn properties(object: Node<'_>) -> impl Iterator<Item = Node<'_>> {
    object.properties().iter().filter(|property| property.is(Kind::Property))
}

/// Returns whether an object has a property whose key is one of these identifiers, computed or not.
pub(super) fn has_identifier_key(object: Node<'_>, names: &[&str]) -> bool {
    properties(object).filter_map(Node::key_identifier).any(|name| names.contains(&name))
}

/// Returns whether an object has a property of one of these names, as an identifier or as a literal.
pub(super) fn has_key(object: Node<'_>, names: &[&str]) -> bool {
    properties(object).filter_map(Node::key_text).any(|name| names.contains(&name.as_ref()))
}

/// Returns what names a variable or member: its own name, or that of its property (computed or not).
pub(super) fn last_name(node: Node<'_>) -> Option<&str> {
    node.identifier().or_else(|| node.property_identifier())
}
