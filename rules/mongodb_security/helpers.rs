//! Helpers that several rules about MongoDB and Mongoose share.

use crate::{
    engine::Needles,
    estree::{Kind, Literal, Node},
};

/// The methods that read documents by a filter.
pub(super) const READS: &[&str] = &["find", "findById", "findOne"];

/// The methods that connect to a server.
pub(super) const CONNECTS: &[&str] = &["connect", "createConnection"];

/// Returns whether a call calls one of these methods, whatever it calls them on.
pub(super) fn calls_method(call: Node<'_>, methods: &[&str]) -> bool {
    call.callee_method().is_some_and(|method| methods.contains(&method))
}

/// The properties of the object that a call has as its first argument.
pub(super) fn filter_properties(call: Node<'_>) -> impl Iterator<Item = Node<'_>> {
    properties(call.argument_at(0).filter(|filter| filter.is(Kind::ObjectExpression)))
}

/// The properties of an object, those that it spreads left out.
pub(super) fn properties<'a>(object: Option<Node<'a>>) -> impl Iterator<Item = Node<'a>> {
    let properties = object.into_iter().flat_map(|object| object.properties().iter());
    properties.filter(|property| property.is(Kind::Property))
}

/// The words that the dotted path of a value holds that a client sends.
static REQUESTS: Needles = Needles::new(&[
    "ctx.params",
    "ctx.query",
    "ctx.request.body",
    "req.body",
    "req.params",
    "req.query",
    "request.body",
    "request.params",
    "request.query",
]);

/// Returns whether a member expression reads what a client sends, by its dotted path: `req.body.email`.
///
/// A literal that the path begins with counts by its value where `literals` says so.
pub(super) fn reads_request(member: Node<'_>, literals: bool) -> bool {
    let mut names = Vec::new();
    let mut root = member;
    while root.is(Kind::MemberExpression) {
        names.push(root.property_identifier().unwrap_or("[computed]"));
        let Some(object) = root.object() else { break };
        root = object;
    }
    let root = match root.identifier() {
        Some(name) => name.into(),
        None => root.literal().filter(|_| literals).map(Literal::to_text).unwrap_or_default(),
    };
    names.push(&root);
    names.reverse();
    REQUESTS.is_in(&names.join("."))
}

/// Returns whether a node is `….name`, or a call of it.
pub(super) fn is_read_as(node: Node<'_>, name: &str) -> bool {
    node.property_identifier() == Some(name) || node.is(Kind::CallExpression) && node.callee_method() == Some(name)
}
