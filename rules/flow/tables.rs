//! Functions that are kept in a table - an object, a list, a map - and called by what somebody asks for.

use super::Flow;
use crate::estree::{Kind, Node, Variable};

/// The maximum number of uses of a table, and of what is taken out of it, that are looked at.
const MAX_USES: usize = 24;

/// The maximum number of expressions between a function and the table that it is in.
const MAX_NESTING: usize = 5;

impl<'a> Flow<'a> {
    /// Returns the calls of what is taken out of the table that a function is in, under a name that is not written
    /// there: `actions[name](value)`.
    pub(super) fn calls_by_table(&self, function: Node<'a>) -> Vec<Node<'a>> {
        let Some(table) = table_of(function) else { return Vec::new() };
        let taken = table.references().take(MAX_USES).filter_map(taken_out);
        taken.flat_map(|taken| calls_of(chosen(taken))).take(MAX_USES).collect()
    }
}

/// The variable that holds the table in which a function stands.
fn table_of<'a>(function: Node<'a>) -> Option<Variable<'a>> {
    const WITHIN: &[Kind] =
        &[Kind::Property, Kind::ObjectExpression, Kind::ArrayExpression, Kind::NewExpression, Kind::CallExpression];
    let mut node = function.parent().filter(|parent| parent.is_any(&[Kind::Property, Kind::ArrayExpression]))?;
    for _ in 0..MAX_NESTING {
        if node.is(Kind::VariableDeclarator) {
            return node.declared()?.variable();
        }
        // `new Map([…])`, `Object.freeze({ … })`
        let keeps = !node.is_any(&[Kind::NewExpression, Kind::CallExpression])
            || matches!(node.callee()?.text(), "Map" | "Object.freeze");
        if !keeps || !node.is_any(WITHIN) {
            return None;
        }
        node = node.parent()?;
    }
    None
}

/// The part of a table that is read where it is referred to, under a name that is not written there.
fn taken_out<'a>(table: Node<'a>) -> Option<Node<'a>> {
    let member = table.parent().filter(|member| member.is(Kind::MemberExpression) && member.object() == Some(table))?;
    if member.computed() {
        return member.property().is_some_and(|key| key.literal().is_none()).then_some(member);
    }
    let call = member.parent().filter(|call| call.is(Kind::CallExpression) && call.callee() == Some(member))?;
    (member.property_identifier() == Some("get")).then_some(call)
}

/// The outermost choice or assertion that a value is a part of: `actions[name] || other`.
fn chosen<'a>(value: Node<'a>) -> Node<'a> {
    const AROUND: &[Kind] = &[Kind::ConditionalExpression, Kind::LogicalExpression, Kind::TSNonNullExpression];
    let mut node = value;
    while let Some(parent) = node.parent().filter(|parent| parent.is_any(AROUND) && parent.test() != Some(node)) {
        node = parent;
    }
    node
}

/// The calls of a value, where it is called at once or by the name of a variable.
fn calls_of<'a>(value: Node<'a>) -> Vec<Node<'a>> {
    let is_called = |callee: &Node<'a>| callee.parent().is_some_and(|call| call.callee() == Some(*callee));
    let Some(parent) = value.parent() else { return Vec::new() };
    if is_called(&value) {
        return vec![parent];
    }
    let declared = parent.declared().filter(|_| parent.is(Kind::VariableDeclarator) && parent.init() == Some(value));
    let Some(variable) = declared.and_then(Node::variable) else { return Vec::new() };
    variable.references().take(MAX_USES).filter(is_called).filter_map(Node::parent).collect()
}
