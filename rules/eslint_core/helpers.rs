//! Global variables and properties, as ESLint's own rules look at them.

use std::borrow::Cow;

use crate::{
    engine::Context,
    estree::{Kind, Literal, Node},
};

/// The names of the global object whose properties are looked at.
const GLOBAL_OBJECTS: &[&str] = &["global", "globalThis", "window"];

/// The global variable that an identifier refers to.
pub(super) fn global<'a, S>(identifier: Node<'a>, ctx: &Context<'a, '_, S>) -> Option<&'a str> {
    let name = identifier.identifier()?;
    (ctx.has_global(name) && identifier.variable().is_none()).then_some(name)
}

/// The member expression that leads from the global object, which an identifier names, to something else:
/// `window.window.eval` of either `window`.
pub(super) fn member_of_global_object<'a, S>(identifier: Node<'a>, ctx: &Context<'a, '_, S>) -> Option<Node<'a>> {
    // Looked up last: it takes longer.
    let name = identifier.identifier().filter(|name| GLOBAL_OBJECTS.contains(name))?;
    let mut node = identifier.parent()?;
    while property_name(node).is_some_and(|property| property == name) {
        node = node.parent()?;
    }
    let member = without_chain(node);
    (member.is(Kind::MemberExpression) && global(identifier, ctx).is_some()).then_some(member)
}

/// The name of the property of a member expression, or of the one in a chain, as it is in the text.
pub(super) fn property_name(node: Node<'_>) -> Option<Cow<'_, str>> {
    let member = without_chain(node);
    let property = member.property().filter(|_| member.is(Kind::MemberExpression))?;
    match property.identifier() {
        Some(name) => (!member.computed()).then_some(Cow::Borrowed(name)),
        None => static_text(property),
    }
}

/// Returns what a literal, or a template without expressions, reads as text.
pub(super) fn static_text(node: Node<'_>) -> Option<Cow<'_, str>> {
    if node.is(Kind::TemplateLiteral) {
        return node.quasis().first().filter(|_| node.expressions().is_empty())?.cooked().map(Cow::Borrowed);
    }
    node.literal().map(Literal::to_text)
}

/// Returns what a chain (`a?.b`) holds; another node is itself.
pub(super) fn without_chain(node: Node<'_>) -> Node<'_> {
    if node.is(Kind::ChainExpression) { node.expression().unwrap_or(node) } else { node }
}

/// The call of a node.
pub(super) fn call_of(callee: Node<'_>) -> Option<Node<'_>> {
    let parent = callee.parent().filter(|parent| parent.is(Kind::CallExpression))?;
    (parent.callee()?.id() == callee.id()).then_some(parent)
}

/// The call of a member expression, or of the chain that it is the whole of.
pub(super) fn call_of_member(member: Node<'_>) -> Option<Node<'_>> {
    let parent = member.parent()?;
    call_of(if parent.is(Kind::ChainExpression) { parent } else { member })
}
