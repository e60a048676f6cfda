//! Writes that may reach the prototype of all objects: a property of what a dynamic property is.

use super::{Condition, Flow, Found, Frame, SinkKind, Term, TermKind, calls::function_name, witness};
use crate::estree::{Kind, Node};

/// How many ways to the written object are tried.
const MAX_READS: usize = 6;

/// How many functions a written object is followed out of.
const MAX_CALLERS: usize = 3;

/// A dynamic property that a written object may be.
struct Read {
    /// Its name.
    key: Term,
    /// What holds where it is read.
    conditions: Vec<Condition>,
}

impl<'a> Flow<'a> {
    /// Looks at `object[key] = value` where the object itself may come from a property of a dynamic name.
    pub(super) fn look_at_dynamic_write(&mut self, assignment: Node<'a>, found: &mut Vec<Found>) {
        let Some(left) = assignment.left().filter(|left| is_dynamic(*left)) else { return };
        if self.replaces_known(assignment) {
            return;
        }
        if let Some(object) = left.object() {
            self.look_at_written(assignment, object, found);
        }
    }

    /// Looks at `Object.defineProperty(object, key, …)` in the same way.
    pub(super) fn look_at_defined_property(&mut self, call: Node<'a>, found: &mut Vec<Found>) {
        let is_dynamic = call.argument_at(1).is_some_and(|key| key.literal().is_none());
        if let (Some(object), true) = (call.argument_at(0), is_dynamic) {
            self.look_at_written(call, object, found);
        }
    }

    fn look_at_written(&mut self, at: Node<'a>, object: Node<'a>, found: &mut Vec<Found>) {
        let mut reads = Vec::new();
        self.add_reads(object, &mut reads, 0);
        let value = self.value(object);
        let written = Some(value).filter(|&value| self.is_tainted(value));
        for read in reads {
            if !self.is_tainted(read.key) {
                continue;
            }
            let Read { key: operand, conditions } = read;
            let sink = witness::Sink { written, conditions, ..witness::Sink::new(SinkKind::PrototypeKey, operand) };
            let before = found.len();
            self.prove_sink(at, &sink, found);
            if found.len() > before {
                return;
            }
        }
    }

    /// The dynamic properties that an object may be: where it stands, before it, or where its function is called.
    fn add_reads(&mut self, object: Node<'a>, reads: &mut Vec<Read>, depth: usize) {
        if self.add_direct_reads(object, reads) {
            return;
        }
        let Some(variable) = object.variable() else { return };
        let names: Vec<Node<'a>> = variable.names().collect();
        for name in names {
            let Some(parent) = name.parent() else { continue };
            if parent.is(Kind::VariableDeclarator)
                && let Some(init) = parent.init()
                && !self.add_direct_reads(init, reads)
                && let Some((function, index)) = self.argument_of(init)
            {
                self.add_reads_of_callers(function, index, reads, depth);
            }
            if parent.is_function()
                && let Some(index) = (0..parent.params().len()).find(|&at| parent.params().get(at) == Some(name))
            {
                self.add_reads_of_callers(parent, index, reads, depth);
            }
        }
        for reference in variable.references().take(8 * MAX_READS) {
            let assignment = reference.parent().filter(|parent| parent.is(Kind::AssignmentExpression));
            if let Some(assignment) = assignment.filter(|assignment| assignment.left() == Some(reference))
                && let Some(right) = assignment.right()
            {
                self.add_direct_reads(right, reads);
            }
        }
    }

    /// Adds what an expression reads by itself. Returns whether it is such a read.
    fn add_direct_reads(&mut self, node: Node<'a>, reads: &mut Vec<Read>) -> bool {
        if reads.len() >= MAX_READS {
            return true;
        }
        match node.kind() {
            Kind::MemberExpression if is_dynamic(node) => {
                let Some(key) = node.property() else { return false };
                if self.reads_own(node) {
                    return true;
                }
                let key = self.value(key);
                let conditions = self.conditions_at(node, Frame::ROOT);
                reads.push(Read { key, conditions });
                true
            }
            Kind::LogicalExpression => {
                [node.left(), node.right()].into_iter().flatten().any(|side| self.add_direct_reads(side, reads))
            }
            Kind::ConditionalExpression => {
                [node.consequent(), node.alternate()].into_iter().flatten().any(|way| self.add_direct_reads(way, reads))
            }
            Kind::AssignmentExpression => {
                [node.right(), node.left()].into_iter().flatten().any(|side| self.add_direct_reads(side, reads))
            }
            Kind::CallExpression => self.add_returned_reads(node, reads),
            _ => false,
        }
    }

    /// The reads that a function of the text returns: `read(object, key)`.
    fn add_returned_reads(&mut self, call: Node<'a>, reads: &mut Vec<Read>) -> bool {
        let Some(callee) = call.callee() else { return false };
        let value = self.value(callee);
        let TermKind::Function(id, outer) = *self.kind(value) else { return false };
        let function = self.node(id);
        let index = self.index();
        let statements = index.returns.get(&id).map(Vec::as_slice).unwrap_or_default();
        let is_read = |node: &Node<'a>| is_dynamic(*node);
        let returned: Vec<Node<'a>> = statements
            .iter()
            .filter_map(|&id| self.node(id).argument())
            .chain(function.body().filter(|body| !body.is(Kind::BlockStatement)))
            .filter(is_read)
            .take(MAX_READS)
            .collect();
        if returned.is_empty() {
            return false;
        }
        let arguments = self.arguments(call, Frame::ROOT);
        let Some(frame) = self.activate(id, outer, arguments, None, call) else { return false };
        for member in returned {
            let Some(key) = member.property() else { continue };
            let key = self.expression(key, frame);
            let mut conditions = self.conditions_within(member, function, frame);
            conditions.extend(self.conditions_at(call, Frame::ROOT));
            reads.push(Read { key, conditions });
        }
        true
    }

    fn add_reads_of_callers(&mut self, function: Node<'a>, index: usize, reads: &mut Vec<Read>, depth: usize) {
        if depth >= MAX_CALLERS {
            return;
        }
        let Some(name) = function_name(function) else { return };
        let index_of_text = self.index();
        let named = index_of_text.calls.get(name).into_iter().flatten().copied();
        let calls: Vec<Node<'a>> = named.take(8 * MAX_READS).map(|id| self.node(id)).collect();
        let called = self.callers(function);
        for call in calls {
            if !call.is_within(function) && !called.contains(&call) {
                continue;
            }
            if let Some(argument) = call.argument_at(index) {
                self.add_reads(argument, reads, depth + 1);
            }
        }
    }

    /// The parameter that `rest[0]` and `arguments[0]` are, as its function and number.
    fn argument_of(&mut self, node: Node<'a>) -> Option<(Node<'a>, usize)> {
        let object = node.object().filter(|_| node.is(Kind::MemberExpression) && node.computed())?;
        let place = node.property()?.number().filter(|number| *number >= 0.0 && *number < 16.0)? as usize;
        if object.is_identifier("arguments") && object.variable().is_none() {
            let function = self.function_of(node);
            return Some((self.node(function), place));
        }
        let name = object.variable()?.names().next()?;
        let rest = name.parent().filter(|parent| parent.is(Kind::RestElement))?;
        let function = rest.parent().filter(|parent| parent.is_function())?;
        Some((function, function.params().len() - 1 + place))
    }
}

/// Whether a node is `object[key]` with a key that is no literal.
fn is_dynamic(node: Node<'_>) -> bool {
    node.is(Kind::MemberExpression)
        && node.computed()
        && node.property().is_some_and(|property| property.literal().is_none() && !property.is(Kind::UpdateExpression))
}
