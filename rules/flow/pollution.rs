//! Writes that may reach the prototype of all objects: to a property of an object that is read from a dynamic property.

use rustc_hash::FxHashSet;

use super::{Condition, Flow, Found, Frame, SinkKind, Term, TermKind, calls::function_name, witness};
use crate::estree::{Kind, Node, VariableId};

/// The maximum number of reads that a written object is traced back to.
const MAX_READS: usize = 6;

/// The maximum number of functions that a written object is followed out of.
const MAX_CALLERS: usize = 3;

/// The maximum number of copies between the arguments of a function and a use of them.
const MAX_COPIES: usize = 4;

/// The reads that a written object may come from.
#[derive(Default)]
struct Reads {
    found: Vec<Read>,
    /// The variables that have been looked at.
    seen: FxHashSet<VariableId>,
    /// True if the object may be another argument by then: earlier ones may have been taken off the list.
    is_shifted: bool,
}

/// The arguments of a function from the index `first` on.
struct ArgumentList<'a> {
    function: Node<'a>,
    first: usize,
    /// True if some may have been taken off its front.
    is_shifted: bool,
}

/// A read of a dynamic property that may give the written object.
struct Read {
    /// Its name.
    key: Term,
    /// The conditions that hold where it is read.
    conditions: Vec<Condition>,
}

impl<'a> Flow<'a> {
    /// Looks at `object[key] = value` where the object itself may come from a property of a dynamic name.
    pub(super) fn look_at_dynamic_write(&mut self, assignment: Node<'a>, found: &mut Vec<Found>) {
        let Some(left) = assignment.left().filter(|left| is_dynamic(*left)) else { return };
        let Some(object) = left.object() else { return };
        let Some(reads) = self.tainted_reads(object) else { return };
        if !self.replaces_known(assignment) && !left.property().is_some_and(|key| self.is_number(key)) {
            self.prove_reads(assignment, object, reads, found);
        }
    }

    /// Looks at `Object.defineProperty(object, key, …)` in the same way.
    pub(super) fn look_at_defined_property(&mut self, call: Node<'a>, found: &mut Vec<Found>) {
        let is_dynamic = call.argument_at(1).is_some_and(|key| key.literal().is_none());
        if let (Some(object), true) = (call.argument_at(0), is_dynamic)
            && let Some(reads) = self.tainted_reads(object)
        {
            self.prove_reads(call, object, reads, found);
        }
    }

    /// Returns whether two terms were made at one place of the same parts: in other activations, perhaps.
    pub(super) fn is_made_alike(&self, one: Term, other: Term) -> bool {
        if one == other {
            return true;
        }
        self.place(one) == self.place(other)
            && match (self.kind_of(one), self.kind_of(other)) {
                (TermKind::Source(one), TermKind::Source(other)) => one == other,
                (&TermKind::Guarded(one, _), &TermKind::Guarded(other, _)) => self.is_made_alike(one, other),
                (TermKind::Union(ones), TermKind::Union(others)) => {
                    ones.iter().zip(others).all(|(&one, &other)| self.is_made_alike(one, other))
                }
                _ => true,
            }
    }

    /// Returns the dynamic properties that an object may be; `None` if others decide no name of them, as with most
    /// objects.
    fn tainted_reads(&mut self, object: Node<'a>) -> Option<Reads> {
        let mut reads = Reads::default();
        self.add_reads(object, &mut reads, 0);
        let is_tainted = reads.found.iter().any(|read| self.is_tainted(read.key));
        is_tainted.then_some(reads)
    }

    /// Proves that an object that is written to may be a prototype.
    fn prove_reads(&mut self, at: Node<'a>, object: Node<'a>, reads: Reads, found: &mut Vec<Found>) {
        let value = self.value(object);
        let written = Some(value).filter(|&value| self.is_tainted(value) && !reads.is_shifted);
        for read in reads.found {
            if !self.is_tainted(read.key) {
                continue;
            }
            let Read { key: operand, conditions } = read;
            // Both may come from one call. Assuming the object to be a prototype would replace the name then.
            let written = written.filter(|&written| !self.is_made_alike(written, operand));
            let sink = witness::Sink { written, conditions, ..witness::Sink::new(SinkKind::PrototypeKey, operand) };
            if self.prove_sink(at, &sink, found) {
                return self.record_name(at, sink.kind);
            }
        }
    }

    /// Collects the dynamic properties that an object may be: in its expression, before it, or where its function is
    /// called.
    fn add_reads(&mut self, object: Node<'a>, reads: &mut Reads, depth: usize) {
        if reads.found.len() >= MAX_READS || !self.spend(1) {
            return;
        }
        match object.kind() {
            Kind::MemberExpression if is_dynamic(object) => {
                if !self.reads_own(object)
                    && let Some(key) = object.property().filter(|key| !self.is_number(*key))
                {
                    let key = self.value(key);
                    let conditions = self.conditions_at(object, Frame::ROOT);
                    reads.found.push(Read { key, conditions });
                }
            }
            Kind::TSAsExpression | Kind::TSNonNullExpression | Kind::TSSatisfiesExpression | Kind::TSTypeAssertion => {
                if let Some(inner) = object.expression() {
                    self.add_reads(inner, reads, depth);
                }
            }
            Kind::LogicalExpression => {
                for side in [object.left(), object.right()].into_iter().flatten() {
                    self.add_chosen_reads(side, reads, depth);
                }
            }
            Kind::ConditionalExpression => {
                for way in [object.consequent(), object.alternate()].into_iter().flatten() {
                    self.add_chosen_reads(way, reads, depth);
                }
            }
            Kind::AssignmentExpression => {
                let before = reads.found.len();
                for side in [object.right(), object.left()].into_iter().flatten() {
                    if reads.found.len() == before {
                        self.add_reads(side, reads, depth);
                    }
                }
            }
            // `keys.reduce((object, key) => object[key], target)`
            Kind::CallExpression if matches!(object.callee_method(), Some("reduce" | "reduceRight")) => {
                for given in object.argument_at(0).map(|it| self.given_back_by(it)).unwrap_or_default() {
                    self.add_reads(given, reads, depth);
                }
            }
            Kind::CallExpression => self.add_returned_reads(object, reads),
            Kind::Identifier => self.add_reads_of_variable(object, reads, depth),
            _ => {}
        }
        let places = self.arguments_of(object);
        reads.is_shifted |= places.len() > 1;
        for (function, index) in places {
            self.add_reads_of_callers(function, index, reads, depth);
        }
    }

    /// Collects the reads of one side of a choice, where that side is taken.
    fn add_chosen_reads(&mut self, side: Node<'a>, reads: &mut Reads, depth: usize) {
        let before = reads.found.len();
        self.add_reads(side, reads, depth);
        if side.is(Kind::Identifier) && reads.found.len() > before {
            let conditions = self.conditions_at(side, Frame::ROOT);
            for read in &mut reads.found[before..] {
                read.conditions.extend(&conditions);
            }
        }
    }

    /// Collects the reads that a variable may come from: where it is declared and assigned, or where its function is
    /// called.
    fn add_reads_of_variable(&mut self, name: Node<'a>, reads: &mut Reads, depth: usize) {
        let Some(variable) = name.variable() else { return };
        if !reads.seen.insert(variable.id()) {
            return;
        }
        let names: Vec<Node<'a>> = variable.names().collect();
        let declared = names.first().copied();
        for name in names {
            let Some(parent) = name.parent() else { continue };
            if parent.is(Kind::VariableDeclarator)
                && let Some(init) = parent.init()
            {
                self.add_reads(init, reads, depth);
            }
            if parent.is_function()
                && let Some(index) = (0..parent.params().len()).find(|&at| parent.params().get(at) == Some(name))
            {
                // `names.reduce((object, name) => object[name] ||= {}, target)`
                let call = parent.parent().filter(|call| call.argument_at(0) == Some(parent) && index == 0);
                if call.and_then(Node::callee_method).is_some_and(|it| matches!(it, "reduce" | "reduceRight")) {
                    for given in self.given_back_by(parent) {
                        self.add_reads(given, reads, depth);
                    }
                }
                self.add_reads_of_callers(parent, index, reads, depth);
            }
        }
        for reference in variable.references().take(8 * MAX_READS) {
            let assignment = reference.parent().filter(|parent| parent.is(Kind::AssignmentExpression));
            if let Some(assignment) = assignment.filter(|assignment| assignment.left() == Some(reference))
                && let Some(right) = assignment.right()
                && declared.is_none_or(|declared| may_reach(assignment, name, declared))
            {
                self.add_reads(right, reads, depth);
            }
        }
    }

    /// Collects the dynamic properties that a function of the text returns: `read(object, key)`.
    fn add_returned_reads(&mut self, call: Node<'a>, reads: &mut Reads) {
        let Some(callee) = call.callee() else { return };
        let value = self.value(callee);
        let TermKind::Function(id, outer) = *self.kind(value) else { return };
        let function = self.node(id);
        let returned: Vec<Node<'a>> = self.given_back_by(function).into_iter().filter(|it| is_dynamic(*it)).collect();
        if returned.is_empty() {
            return;
        }
        let arguments = self.arguments(call, Frame::ROOT);
        let Some(frame) = self.activate(id, outer, arguments, None, call) else { return };
        for member in returned {
            let Some(key) = member.property() else { continue };
            let key = self.expression(key, frame);
            let mut conditions = self.conditions_within(member, function, frame);
            conditions.extend(self.conditions_at(call, Frame::ROOT));
            reads.found.push(Read { key, conditions });
        }
    }

    /// Returns the expressions that a function returns.
    pub(super) fn given_back_by(&mut self, function: Node<'a>) -> Vec<Node<'a>> {
        let index = self.index();
        let statements = index.returns.get(&function.id()).map(Vec::as_slice).unwrap_or_default();
        let returned = statements.iter().filter_map(|&id| self.node(id).argument());
        let body = function.body().filter(|body| function.is_function() && !body.is(Kind::BlockStatement));
        returned.chain(body).take(MAX_READS).collect()
    }

    fn add_reads_of_callers(&mut self, function: Node<'a>, index: usize, reads: &mut Reads, depth: usize) {
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

    /// Returns the parameters that an expression may read, as functions and indices: `rest[0]`, `arguments[0]`, and the
    /// same of copies.
    fn arguments_of(&mut self, node: Node<'a>) -> Vec<(Node<'a>, usize)> {
        let (list, place) = match node.kind() {
            Kind::MemberExpression if node.computed() => {
                let place = node.property().and_then(Node::number).filter(|number| *number >= 0.0 && *number < 16.0);
                (node.object(), place)
            }
            Kind::CallExpression if node.callee_method() == Some("shift") => {
                (node.callee().and_then(Node::object), Some(0.0))
            }
            _ => return Vec::new(),
        };
        let (Some(list), Some(place)) = (list, place) else { return Vec::new() };
        let Some(list) = self.list_of_arguments(list, 0) else { return Vec::new() };
        let place = list.first + place as usize;
        // `shift` may have removed the first argument.
        (place..=place + usize::from(list.is_shifted)).map(|place| (list.function, place)).collect()
    }

    /// Returns the arguments that a list holds: `arguments`, a rest parameter, or a copy of either.
    fn list_of_arguments(&mut self, list: Node<'a>, depth: usize) -> Option<ArgumentList<'a>> {
        if depth >= MAX_COPIES {
            return None;
        }
        if list.is_identifier("arguments") && list.variable().is_none() {
            let function = self.function_of(list);
            return Some(ArgumentList { function: self.node(function), first: 0, is_shifted: false });
        }
        if let Some(variable) = list.variable() {
            let parent = variable.names().next()?.parent()?;
            if let Some(function) = parent.parent().filter(|it| parent.is(Kind::RestElement) && it.is_function()) {
                return Some(ArgumentList { function, first: function.params().len() - 1, is_shifted: false });
            }
            let copied = self.list_of_arguments(variable.init()?, depth + 1)?;
            let is_shifted = variable.references().take(8 * MAX_READS).any(|reference| {
                let call = reference.parent().and_then(Node::parent);
                call.is_some_and(|call| call.callee_method() == Some("shift"))
            });
            return Some(ArgumentList { is_shifted, ..copied });
        }
        if let Some(spread) = list.elements().first().filter(|it| it.is(Kind::SpreadElement)) {
            return self.list_of_arguments(spread.argument()?, depth + 1);
        }
        let receiver = list.callee()?.object()?;
        let (copied, begin) = match list.callee_method()? {
            "from" => (list.argument_at(0)?, None),
            "slice" => (receiver, list.argument_at(0)),
            // `[].slice.call(arguments, 1)`
            "call" if receiver.property_identifier() == Some("slice") => (list.argument_at(0)?, list.argument_at(1)),
            _ => return None,
        };
        let copied = self.list_of_arguments(copied, depth + 1)?;
        let begin = begin.map_or(Some(0.0), Node::number).filter(|number| *number >= 0.0 && *number < 16.0)?;
        Some(ArgumentList { first: copied.first + begin as usize, ..copied })
    }
}

/// Returns whether a variable may still have the value of an assignment where it is used. The assignment comes before,
/// or is repeated by a loop or another call, and the two are not in branches that exclude each other.
fn may_reach<'a>(assignment: Node<'a>, used: Node<'a>, declared: Node<'a>) -> bool {
    let function_of = |node: Node<'a>| node.ancestors().find(|it| it.is_function());
    let function = function_of(assignment);
    if function != function_of(used) || function != function_of(declared) {
        return true;
    }
    let around = |node: Node<'a>| node.ancestors().take_while(|it| !it.is_function());
    let mut comes_back = around(assignment).filter(|it| it.is_loop() && used.is_within(*it));
    if comes_back.any(|it| !declared.is_within(it)) {
        return true;
    }
    let excludes = |branching: Node<'a>| {
        let branches = [branching.consequent(), branching.alternate()];
        let in_one = |node: Node<'a>| branches.iter().position(|it| it.is_some_and(|branch| node.is_within(branch)));
        matches!((in_one(assignment), in_one(used)), (Some(one), Some(other)) if one != other)
    };
    let returns = |block: Node<'a>| {
        let last = block.statements().last().filter(|_| block.is(Kind::BlockStatement) && !used.is_within(block));
        last.is_some_and(|last| last.is(Kind::ReturnStatement))
    };
    assignment.span().start < used.span().start
        && !around(assignment).any(returns)
        && !around(assignment).any(|it| it.is_any(&[Kind::IfStatement, Kind::ConditionalExpression]) && excludes(it))
}

/// Returns whether a node is `object[key]` with a key that is not a literal.
fn is_dynamic(node: Node<'_>) -> bool {
    node.is(Kind::MemberExpression)
        && node.computed()
        && node.property().is_some_and(|property| property.literal().is_none() && !property.is(Kind::UpdateExpression))
}
