//! The effect of loops on the order of evaluation.

use crate::estree::{Kind, Node, Variable};

/// Returns whether an assignment may come again after a place: a loop stands around both, and outside of it the name.
pub fn may_come_after<'a>(write: Node<'a>, place: Node<'a>) -> bool {
    let is_declaration = write.parent().is_some_and(|parent| parent.is(Kind::VariableDeclarator));
    let mut around = place.ancestors().take_while(|node| !node.is_function());
    !is_declaration && around.any(|node| node.is_loop() && write.is_within(node))
}

/// Returns whether a loop may end otherwise than by its test: by `break`, or beyond what is looked through.
pub fn is_left_early(node: Node<'_>) -> bool {
    /// How many nodes of a loop are looked through.
    const MAX_NODES: usize = 200;
    let mut nodes = node.descendants().take(MAX_NODES + 1);
    let leaves = nodes.by_ref().take(MAX_NODES).any(|node| node.is(Kind::BreakStatement));
    leaves || nodes.next().is_some()
}

/// Returns whether an expression reads a variable.
pub fn is_named_in<'a>(variable: Variable<'a>, expression: Node<'a>) -> bool {
    variable.references().any(|reference| reference.is_within(expression))
}
