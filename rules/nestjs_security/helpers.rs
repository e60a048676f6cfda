//! Helpers that several rules of the plugin share.

use crate::estree::{Kind, Node};

/// The decorators that make a method the handler of a route.
pub(super) const ROUTES: &[&str] = &["All", "Delete", "Get", "Head", "Options", "Patch", "Post", "Put"];

/// The names of the decorators of a class, a member of one or a parameter: `Get` of `@Get` and of `@Get('orders')`.
pub(super) fn decorator_names<'a>(node: Node<'a>) -> impl Iterator<Item = &'a str> {
    node.decorators().iter().filter_map(decorator_name)
}

fn decorator_name(decorator: Node<'_>) -> Option<&str> {
    let expression = decorator.expression()?;
    expression.identifier().or_else(|| expression.callee_name().filter(|_| expression.is(Kind::CallExpression)))
}

/// Returns whether a node has a decorator of one of these names.
pub(super) fn has_decorator(node: Node<'_>, names: &[&str]) -> bool {
    decorator_names(node).any(|name| names.contains(&name))
}

/// Returns whether a node has a decorator that is a call of this name with an argument that satisfies a condition.
pub(super) fn has_decorator_with<'a>(node: Node<'a>, name: &str, is_one: impl Fn(Node<'a>) -> bool) -> bool {
    node.decorators().iter().filter_map(Node::expression).any(|expression| {
        expression.is(Kind::CallExpression)
            && expression.callee_name() == Some(name)
            && expression.arguments().iter().any(&is_one)
    })
}

/// The name of a class.
pub(super) fn class_name(class: Node<'_>) -> Option<&str> {
    class.declared()?.name()
}

/// The name of a member of a class in a message.
pub(super) fn member_name(member: Node<'_>) -> &str {
    member.key_identifier().unwrap_or("<anonymous>")
}
