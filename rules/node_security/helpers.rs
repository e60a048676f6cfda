//! What several of the plugin's rules share.

use oxc_syntax::node::NodeId;
use rustc_hash::FxHashMap;

use crate::estree::{Kind, Node};

/// Names that `if` statements have checked, each with the first statement that did.
///
/// A rule keeps one for each block that it has looked into: however many calls stand in the block, its
/// statements are looked through once.
#[derive(Default)]
pub struct CheckedNames {
    first: FxHashMap<String, NodeId>,
}

impl CheckedNames {
    /// Notes that a statement checks a name. Statements are noted in the order of the text.
    pub fn add(&mut self, name: &str, statement: Node<'_>) {
        if !self.first.contains_key(name) {
            self.first.insert(name.to_string(), statement.id());
        }
    }

    /// Whether a statement that begins before `node` checks the name.
    pub fn holds(&self, name: &str, node: Node<'_>) -> bool {
        self.first.get(name).is_some_and(|&statement| statement < node.id())
    }
}

/// The `if` statements that stand directly in a block.
pub fn conditions<'a>(block: Node<'a>) -> impl Iterator<Item = Node<'a>> {
    block.statements().iter().filter(|statement| statement.is(Kind::IfStatement))
}

/// Whether a statement leaves the function: `return` or `throw`.
pub fn leaves(statement: Node<'_>) -> bool {
    statement.is_any(&[Kind::ReturnStatement, Kind::ThrowStatement])
}

/// The method of `object` that a call calls, as `object.method(…)`, where `object` is an identifier of
/// this name.
pub fn method_of<'a>(call: Node<'a>, object: &str) -> Option<&'a str> {
    let callee = call.callee()?;
    callee.property_identifier().filter(|_| callee.object().is_some_and(|it| it.is_identifier(object)))
}

/// Whether a call stores something, by the method `setItem` or `writeFile`, and none of its arguments is
/// the result of a function with `encrypt` in its name.
pub fn stores_unencrypted(call: Node<'_>) -> bool {
    matches!(call.callee_method(), Some("setItem" | "writeFile"))
        && !call.arguments().iter().any(|argument| {
            argument.is(Kind::CallExpression) && argument.callee_name().is_some_and(|name| name.contains("encrypt"))
        })
}
