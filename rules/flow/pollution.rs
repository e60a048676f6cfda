//! Writes that may reach the prototype of all objects: a property of what a dynamic property is.

use oxc_syntax::node::NodeId;

use super::{Flow, Found, SinkKind, calls::function_name, witness};
use crate::estree::{Kind, Node};

/// How many ways to the written object are tried.
const MAX_READS: usize = 6;

impl<'a> Flow<'a> {
    /// Looks at `object[key] = value` where the object itself may come from a property of a dynamic name.
    pub(super) fn look_at_dynamic_write(&mut self, assignment: Node<'a>, found: &mut Vec<Found>) {
        let Some(left) = assignment.left().filter(|left| is_dynamic(*left)) else { return };
        let Some(object) = left.object() else { return };
        for read in self.dynamic_reads(object).into_iter().take(MAX_READS) {
            let Some(key) = read.property() else { continue };
            let operand = self.value(key);
            if !self.is_tainted(operand) {
                continue;
            }
            let sink = witness::Sink { kind: SinkKind::PrototypeKey, operand, program: None, read: Some(read.id()) };
            let before = found.len();
            self.prove_sink(assignment, &sink, found);
            if found.len() > before {
                return;
            }
        }
    }

    /// The dynamic properties that an object may be read from: where it stands, before it, or in a call of the function
    /// by itself.
    fn dynamic_reads(&mut self, object: Node<'a>) -> Vec<Node<'a>> {
        if is_dynamic(object) {
            return vec![object];
        }
        let Some(variable) = object.variable() else { return Vec::new() };
        let mut reads = Vec::new();
        for name in variable.names() {
            if let Some(declarator) = name.parent().filter(|parent| parent.is(Kind::VariableDeclarator)) {
                reads.extend(declarator.init().and_then(dynamic_read));
            }
            if let Some(function) = name.parent().filter(|parent| parent.is_function()) {
                self.add_recursive_reads(function, name, &mut reads);
            }
        }
        for reference in variable.references().take(8 * MAX_READS) {
            let assignment = reference.parent().filter(|parent| parent.is(Kind::AssignmentExpression));
            if let Some(assignment) = assignment.filter(|assignment| assignment.left() == Some(reference)) {
                reads.extend(assignment.right().and_then(dynamic_read));
            }
        }
        reads
    }

    fn add_recursive_reads(&mut self, function: Node<'a>, parameter: Node<'a>, reads: &mut Vec<Node<'a>>) {
        let parameters = function.params();
        let Some(index) = (0..parameters.len()).find(|&at| parameters.get(at) == Some(parameter)) else { return };
        let Some(name) = function_name(function) else { return };
        let calls = self.index();
        let calls: Vec<NodeId> = calls.calls.get(name).into_iter().flatten().copied().take(8 * MAX_READS).collect();
        for call in calls {
            let call = self.node(call);
            if call.is_within(function) {
                reads.extend(call.argument_at(index).and_then(dynamic_read));
            }
        }
    }
}

/// Whether a node is `object[key]` with a key that is no literal.
fn is_dynamic(node: Node<'_>) -> bool {
    node.is(Kind::MemberExpression)
        && node.computed()
        && node.property().is_some_and(|property| property.literal().is_none() && !property.is(Kind::UpdateExpression))
}

/// The dynamic property that an expression gives, where it gives one.
fn dynamic_read(node: Node<'_>) -> Option<Node<'_>> {
    match node.kind() {
        Kind::MemberExpression => is_dynamic(node).then_some(node),
        Kind::LogicalExpression => dynamic_read(node.left()?).or_else(|| dynamic_read(node.right()?)),
        Kind::ConditionalExpression => dynamic_read(node.consequent()?).or_else(|| dynamic_read(node.alternate()?)),
        Kind::AssignmentExpression => dynamic_read(node.right()?).or_else(|| dynamic_read(node.left()?)),
        _ => None,
    }
}
