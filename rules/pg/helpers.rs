//! Helpers that several rules about node-postgres share.

use std::borrow::Cow;

use crate::estree::{Kind, Node, contains_ignoring_case};

/// The query that a call runs: the first argument of `….query(…)`, whatever it is called on.
pub(super) fn query_argument(call: Node<'_>) -> Option<Node<'_>> {
    if call.callee_method() == Some("query") { call.argument_at(0) } else { None }
}

/// The first argument of `new Client(…)` or `new Pool(…)`.
pub(super) fn connection_config(construction: Node<'_>) -> Option<Node<'_>> {
    if matches!(construction.callee_name(), Some("Client" | "Pool")) { construction.argument_at(0) } else { None }
}

/// The text of a query, as far as it is known where the query is written.
pub(super) struct QueryText<'a> {
    /// Its fixed parts with a blank between each two.
    pub fixed: Cow<'a, str>,
    /// There is a part between the fixed parts that is known only at run time.
    pub dynamic: bool,
}

impl<'a> QueryText<'a> {
    /// Reads the text of a string, a template or a concatenation; `None` for anything else.
    pub(super) fn of(query: Node<'a>) -> Option<Self> {
        if let Some(text) = query.string() {
            return Some(Self { fixed: text.into(), dynamic: false });
        }
        match query.kind() {
            Kind::TemplateLiteral => {
                let parts: Vec<_> = query.quasis().iter().filter_map(Node::raw).collect();
                Some(Self { fixed: joined(&parts), dynamic: !query.expressions().is_empty() })
            }
            Kind::BinaryExpression => {
                let operands: Vec<_> = query.summands().filter(|summand| !summand.is_concatenation()).collect();
                let parts: Vec<_> = operands.iter().filter_map(|operand| operand.string()).collect();
                Some(Self { fixed: joined(&parts), dynamic: parts.len() < operands.len() })
            }
            _ => None,
        }
    }
}

fn joined<'a>(parts: &[&'a str]) -> Cow<'a, str> {
    match parts {
        [part] => Cow::Borrowed(part),
        parts => Cow::Owned(parts.join(" ")),
    }
}

/// Returns whether a text is a template with something inserted.
pub(super) fn is_interpolation(node: Node<'_>) -> bool {
    node.is(Kind::TemplateLiteral) && !node.expressions().is_empty()
}

/// Returns whether a name speaks of a pool of connections: `pool`, `dbPool`.
pub(super) fn names_pool(name: &str) -> bool {
    contains_ignoring_case(name, "pool")
}

/// The method that a variable's reference is the receiver of, as a member expression: `client.release`
/// of the `client` in `client.release()`.
pub(super) fn member_of(reference: Node<'_>) -> Option<Node<'_>> {
    reference.parent().filter(|member| member.is(Kind::MemberExpression) && member.object() == Some(reference))
}

/// The call that gives a client back through this reference: `client.release()`. Passing
/// `client.release` to another call counts too.
pub(super) fn release_through(reference: Node<'_>) -> Option<Node<'_>> {
    member_of(reference)
        .filter(|member| member.property_identifier() == Some("release"))?
        .parent()
        .filter(|call| call.is(Kind::CallExpression))
}
