//! The effect of loops on the order of evaluation.

use crate::estree::{Kind, Node, Variable};

/// Returns whether one loop of the function around a place contains the place and another node.
pub(super) fn in_one_loop<'a>(node: Node<'a>, place: Node<'a>) -> bool {
    let mut around = place.ancestors().take_while(|around| !around.is_function());
    around.any(|around| around.is_loop() && node.is_within(around))
}

/// Returns whether an assignment may come again after a place, in the next round of a loop. A declaration does not:
/// each round has a variable of its own.
pub(super) fn may_come_after<'a>(write: Node<'a>, place: Node<'a>) -> bool {
    let is_declaration = write.parent().is_some_and(|parent| parent.is(Kind::VariableDeclarator));
    !is_declaration && in_one_loop(write, place)
}

/// Returns whether a loop may end other than by its test: it contains a `break`, or more nodes than are examined.
pub(super) fn is_left_early(node: Node<'_>) -> bool {
    /// The maximum number of nodes of a loop that are examined.
    const MAX_NODES: usize = 200;
    let mut nodes = node.descendants().take(MAX_NODES + 1);
    let leaves = nodes.by_ref().take(MAX_NODES).any(|node| node.is(Kind::BreakStatement));
    leaves || nodes.next().is_some()
}

/// Returns whether an expression reads a variable.
pub(super) fn is_named_in<'a>(variable: Variable<'a>, expression: Node<'a>) -> bool {
    variable.references().any(|reference| reference.is_within(expression))
}

/// Returns whether a `for` statement counts all indices of a list: `for (let i = 0; i < list.length; i++)`, or the same
/// from the end.
pub(super) fn counts_all(statement: Node<'_>) -> bool {
    let Some((test, update)) = statement.test().zip(statement.update()) else { return false };
    let Some(counter) = test.left().and_then(Node::variable) else { return false };
    let is_counter = |node: Node<'_>| node.variable().is_some_and(|variable| variable.id() == counter.id());
    if !update.argument().is_some_and(is_counter) {
        return false;
    }
    let begin = begin_of(counter, statement);
    match (test.operator(), update.operator()) {
        (Some("<" | "!=" | "!=="), Some("++")) => {
            test.right().is_some_and(is_length) && begin.and_then(Node::number) == Some(0.0)
        }
        (Some(">="), Some("--")) => test.right().and_then(Node::number) == Some(0.0) && begin.is_some_and(is_last),
        (Some(">"), Some("--")) => test.right().is_some_and(|it| it.text() == "-1") && begin.is_some_and(is_last),
        _ => false,
    }
}

/// Returns whether an expression is the last index of a list: `list.length - 1`.
fn is_last(node: Node<'_>) -> bool {
    node.operator() == Some("-")
        && node.left().is_some_and(is_length)
        && node.right().and_then(Node::number) == Some(1.0)
}

/// Returns the value that a counter has at the beginning of its loop.
fn begin_of<'a>(counter: Variable<'a>, statement: Node<'a>) -> Option<Node<'a>> {
    let init = statement.init()?;
    let is_counter = |name: Node<'a>| name.variable().is_some_and(|variable| variable.id() == counter.id());
    match init.declarations().iter().find(|it| it.declared().is_some_and(is_counter)) {
        Some(declarator) => declarator.init(),
        None => init.right().filter(|_| init.left().is_some_and(is_counter)),
    }
}

/// Returns whether an expression is the length of a list: `list.length`, or a variable that was given it.
fn is_length(node: Node<'_>) -> bool {
    let value = node.variable().and_then(Variable::init).unwrap_or(node);
    value.property_identifier() == Some("length")
}
