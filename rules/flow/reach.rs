//! The values that a variable may have at a place: its reaching definitions.
//!
//! Statements are walked backwards, without a graph: before a statement comes the end of the previous statement of its
//! list, or the beginning of the statement around it. A variable that several functions assign may have any of its
//! values anywhere.
//!
//! Over 600 lines: the walk is one, and its parts call one another.

use std::rc::Rc;

use oxc_ast::AstKind;
use oxc_syntax::node::NodeId;

use super::{Condition, Const, Flow, Frame, Term, TermKind, index::Index, loops, memo::Question, values::logic_of};
use crate::estree::{Kind, Node, Variable};

/// The places where a variable gets its values.
pub(super) struct Writes {
    /// The names that declare it.
    names: Vec<NodeId>,
    /// The declared names and the references that assign to it, in the order of the text.
    all: Vec<NodeId>,
    /// The function that declares it.
    function: NodeId,
    /// True if every assignment is in that function.
    is_local: bool,
}

/// The maximum number of assignments to one variable that are distinguished.
const MAX_WRITES: usize = 24;

impl Writes {
    fn of<'a>(variable: Variable<'a>, index: &Index<'a>) -> Self {
        let names: Vec<Node<'a>> = variable.names().collect();
        let function = names.first().map_or(NodeId::ROOT, |&name| declaring_function(name, index));
        let mut ids: Vec<NodeId> = names.iter().map(|name| name.id()).collect();
        ids.sort_unstable();
        let mut assigned: Vec<NodeId> = Vec::new();
        if index.assigned.contains(variable.name()) {
            let references = variable.references();
            let writes = references.filter(|it| ids.binary_search(&it.id()).is_err() && it.is_write());
            assigned.extend(writes.map(Node::id));
        }
        let is_local = assigned.iter().all(|&write| index.function_of(write) == function);
        let mut all = [ids.as_slice(), &assigned].concat();
        all.sort_unstable();
        Self { names: ids, all, function, is_local }
    }

    /// Returns the number of assignments, declared names included.
    pub(super) fn number(&self) -> usize {
        self.all.len()
    }

    /// Returns whether a statement assigns whenever it is reached.
    pub(super) fn are_certain_in(&self, statement: Node<'_>) -> bool {
        let target = statement.expression().filter(|_| statement.is(Kind::ExpressionStatement)).and_then(Node::left);
        target.is_some_and(|target| self.all.contains(&target.id()))
    }

    /// Returns the writes within a node.
    fn within(&self, node: Node<'_>) -> &[NodeId] {
        let begin = self.all.partition_point(|&write| write < node.id());
        let end = begin + self.all[begin..].partition_point(|&write| node.tree().node_of(write).is_within(node));
        &self.all[begin..end]
    }
}

/// Returns the function that a declared name belongs to: its own, for a parameter.
fn declaring_function<'a>(name: Node<'a>, index: &Index<'a>) -> NodeId {
    let function = index.function_of(name.id());
    let is_own_name = name.tree().node_of(function).declared().is_some_and(|declared| declared == name);
    if is_own_name { index.function_of(function) } else { function }
}

impl<'a> Flow<'a> {
    pub(super) fn identifier(&mut self, node: Node<'a>, frame: Frame) -> Term {
        let Some(name) = node.identifier() else { return Term::UNKNOWN };
        let Some(variable) = node.variable() else {
            return match name {
                "undefined" => Term::UNDEFINED,
                "NaN" => self.make(TermKind::Const(Const::Number(f64::NAN)), node),
                "Infinity" => self.make(TermKind::Const(Const::Number(f64::INFINITY)), node),
                "arguments" if self.function_of(node) != NodeId::ROOT => self.arguments_object(node, frame),
                _ => match self.undeclared(name, node, frame) {
                    Some(value) => value,
                    None => self.api(name, node),
                },
            };
        };
        let value = self.variable_at(variable, node, frame);
        self.with_mutations(variable, value, node, frame)
    }

    pub(super) fn writes(&mut self, variable: Variable<'a>) -> Rc<Writes> {
        if let Some(known) = self.variables.get(&variable.id()) {
            return Rc::clone(known);
        }
        let index = self.index();
        let writes = Rc::new(Writes::of(variable, &index));
        self.variables.insert(variable.id(), Rc::clone(&writes));
        writes
    }

    fn variable_at(&mut self, variable: Variable<'a>, at: Node<'a>, frame: Frame) -> Term {
        let writes = self.writes(variable);
        let home = self.frame_of(writes.function, frame);
        if let [only] = *writes.all {
            return self.written(only, variable, home);
        }
        if writes.is_local && self.function_of(at) == writes.function {
            return self.before(variable, &writes, at, home);
        }
        if writes.all.len() > MAX_WRITES {
            return Term::UNKNOWN;
        }
        if let Some(made) = self.made_after(&writes, at) {
            let elsewhere: Vec<NodeId> = writes
                .all
                .iter()
                .copied()
                .filter(|&write| self.index().function_of(write) != writes.function)
                .collect();
            let mut values = vec![self.before(variable, &writes, made, home)];
            values.extend(elsewhere.into_iter().map(|write| self.written(write, variable, home)));
            return self.union(values, at);
        }
        let values = writes.all.iter().map(|&write| self.written(write, variable, home)).collect();
        self.union(values, at)
    }

    /// Returns the place at which the last assignment of the variable's own function counts: `at` itself if it is in
    /// that function; otherwise the function expression around it, if that is made after all of these assignments.
    fn made_after(&mut self, writes: &Writes, at: Node<'a>) -> Option<Node<'a>> {
        let index = self.index();
        if index.function_of(at.id()) == writes.function {
            return Some(at);
        }
        let mut made = self.node(index.function_of(at.id()));
        while made.id() != NodeId::ROOT && index.function_of(made.id()) != writes.function {
            made = self.node(index.function_of(made.id()));
        }
        // Declarations are there before any statement.
        if made.id() == NodeId::ROOT || !made.is_any(&[Kind::ArrowFunctionExpression, Kind::FunctionExpression]) {
            return None;
        }
        let own = writes.all.iter().filter(|&&write| index.function_of(write) == writes.function);
        let is_last = own.into_iter().all(|&write| {
            let write = self.node(write);
            write.id() < made.id() && !loops::may_come_after(write, made)
        });
        is_last.then_some(made)
    }

    /// Returns the activation of a function among those around a frame; [`Frame::ROOT`] if there is none.
    fn frame_of(&self, function: NodeId, mut frame: Frame) -> Frame {
        let function = self.node(function);
        while frame != Frame::ROOT {
            let activation = &self.frames[frame.0 as usize];
            if function.is_within(self.node(activation.function)) {
                return frame;
            }
            frame = activation.outer;
        }
        frame
    }

    /// Returns the value that a variable is given by a declared name or an assignment.
    fn written(&mut self, write: NodeId, variable: Variable<'a>, frame: Frame) -> Term {
        let node = self.node(write);
        let question = Question::Value(node.id(), frame);
        if let Some(known) = self.answered(question) {
            return known;
        }
        if self.is_too_deep() || !self.spend(1) {
            return Term::UNKNOWN;
        }
        self.depth += 1;
        let term = self.answer(question, |flow| flow.assigned_to(node, variable, frame));
        self.depth -= 1;
        term
    }

    /// Returns the [`written`](Self::written) value, for an assignment that may not be reached before another place.
    fn written_on_the_way(&mut self, write: NodeId, variable: Variable<'a>, at: Node<'a>, frame: Frame) -> Term {
        let value = self.written(write, variable, frame);
        self.where_reached(value, self.tree.node_of(write), at, frame)
    }

    /// Returns the [`written`](Self::written) value under the conditions within a statement on which it is assigned.
    fn written_within(&mut self, write: NodeId, variable: Variable<'a>, outer: Node<'a>, frame: Frame) -> Term {
        let value = self.written(write, variable, frame);
        if !self.is_tainted(value) {
            return value;
        }
        let conditions = self.conditions_within(self.tree.node_of(write), outer, frame);
        self.guarded(value, conditions, outer)
    }

    /// Returns the value that a name in a pattern, a declaration or an assignment is given.
    fn assigned_to(&mut self, target: Node<'a>, variable: Variable<'a>, frame: Frame) -> Term {
        // Go out to the declaration or assignment, and note the patterns on the way.
        let mut parts: Vec<(Node<'a>, Option<Node<'a>>)> = Vec::new();
        let mut child = target;
        let whole = loop {
            let Some(parent) = child.parent() else { return Term::UNKNOWN };
            match parent.kind() {
                Kind::Property
                | Kind::ObjectPattern
                | Kind::ArrayPattern
                | Kind::RestElement
                | Kind::AssignmentPattern
                | Kind::TSParameterProperty
                    if !parent.is_function() =>
                {
                    parts.push((parent, Some(child)));
                    child = parent;
                }
                _ => break parent,
            }
        };
        let value = match whole.ast() {
            AstKind::VariableDeclarator(_) => match whole.init() {
                Some(init) => self.expression(init, frame),
                None => match self.typed_parameter(child) {
                    Some(value) => value,
                    None => self.looped(whole, frame),
                },
            },
            AstKind::AssignmentExpression(_) if whole.left() == Some(child) => match whole.operator() {
                Some("+=") => {
                    let writes = self.writes(variable);
                    let before = self.before(variable, &writes, whole, frame);
                    let added = whole.right().map_or(Term::UNKNOWN, |right| self.expression(right, frame));
                    self.operation("+", vec![before, added], whole)
                }
                Some(operator @ ("||=" | "??=" | "&&=")) => {
                    let writes = self.writes(variable);
                    let before = self.before(variable, &writes, whole, frame);
                    let other = whole.right().map_or(Term::UNKNOWN, |right| self.expression(right, frame));
                    self.make(TermKind::Logic(logic_of(operator), before, other), whole)
                }
                _ => self.assigned(whole, frame),
            },
            AstKind::CatchClause(_) => self.caught(whole, frame),
            AstKind::ForInStatement(_) | AstKind::ForOfStatement(_) => self.iterated(whole, frame),
            AstKind::UpdateExpression(_) => self.operation("number", Vec::new(), whole),
            AstKind::Function(_) | AstKind::ArrowFunctionExpression(_) if whole.declared() == Some(target) => {
                self.make(TermKind::Function(whole.id(), frame), whole)
            }
            AstKind::Function(_) | AstKind::ArrowFunctionExpression(_) => self.parameter_at(whole, child, frame),
            AstKind::Class(_) => self.make(TermKind::Class(whole.id()), whole),
            AstKind::ImportSpecifier(_) | AstKind::ImportDefaultSpecifier(_) | AstKind::ImportNamespaceSpecifier(_) => {
                self.imported(whole)
            }
            _ => Term::UNKNOWN,
        };
        parts.into_iter().rev().fold(value, |value, (pattern, part)| self.destructured(value, pattern, part, frame))
    }

    /// Returns the part of a value that a pattern gives to a name within it.
    fn destructured(&mut self, value: Term, pattern: Node<'a>, part: Option<Node<'a>>, frame: Frame) -> Term {
        let Some(part) = part else { return Term::UNKNOWN };
        match pattern.kind() {
            Kind::Property => {
                let Some(key) = pattern.key() else { return Term::UNKNOWN };
                if pattern.computed() {
                    let key = self.expression(key, frame);
                    return match self.constant_key(key) {
                        Some(name) => self.property(value, &name, part),
                        None => self.operation("[]", vec![value, key], pattern),
                    };
                }
                let Some(name) = key.name().or_else(|| key.string()) else { return Term::UNKNOWN };
                let found = self.property(value, name, part);
                // `{ a = 1 }` in an assignment has no pattern of its own for the default.
                found
            }
            Kind::ArrayPattern => {
                let index = (0..pattern.elements().len()).find(|&at| pattern.elements().get(at) == Some(part));
                match index {
                    Some(_) if part.is(Kind::RestElement) => value,
                    Some(index) => self.property(value, &index.to_string(), part),
                    None => Term::UNKNOWN,
                }
            }
            Kind::RestElement => self.without_listed(value, pattern),
            Kind::AssignmentPattern => {
                let Some(default) = pattern.right() else { return value };
                match &*self.kind(value) {
                    TermKind::Const(Const::Undefined) => self.expression(default, frame),
                    TermKind::Const(_) | TermKind::Function(..) => value,
                    _ => {
                        let default = self.expression(default, frame);
                        // The default replaces a missing value.
                        let mut values = match &*self.kind(value) {
                            TermKind::Union(members) => members.clone(),
                            _ => vec![value],
                        };
                        values.retain(|&value| value != Term::UNDEFINED);
                        values.push(default);
                        self.union(values, pattern)
                    }
                }
            }
            _ => value,
        }
    }

    /// Returns the rest of an object: without the properties that the pattern around it names.
    fn without_listed(&mut self, value: Term, rest: Node<'a>) -> Term {
        let Some(pattern) = rest.parent().filter(|parent| parent.is(Kind::ObjectPattern)) else { return value };
        let names: Vec<&str> = pattern.properties().iter().filter_map(|property| property.key()?.name()).collect();
        match &*self.kind(value) {
            TermKind::Object { properties, spreads, computed } => {
                let properties = properties.iter().filter(|(name, _)| !names.contains(&&**name)).cloned().collect();
                let kind = TermKind::Object { properties, spreads: spreads.clone(), computed: computed.clone() };
                self.make(kind, rest)
            }
            _ => {
                let mut arguments = vec![value];
                for name in names {
                    arguments.push(self.string(name, rest));
                }
                self.operation("rest", arguments, rest)
            }
        }
    }

    /// Returns the value of a declarator without initializer: an element of what a loop iterates, else `undefined`.
    fn looped(&mut self, declarator: Node<'a>, frame: Frame) -> Term {
        let around = declarator.parent().and_then(Node::parent);
        match around.filter(|node| node.is_any(&[Kind::ForInStatement, Kind::ForOfStatement])) {
            Some(node) if node.left() == declarator.parent() => self.iterated(node, frame),
            _ => Term::UNDEFINED,
        }
    }

    fn iterated(&mut self, node: Node<'a>, frame: Frame) -> Term {
        let Some(right) = node.right() else { return Term::UNKNOWN };
        let value = self.expression(right, frame);
        if node.is(Kind::ForInStatement) {
            let keys = self.keys(value, node);
            return self.element(keys, node);
        }
        self.element(value, node)
    }

    pub(super) fn imported(&mut self, specifier: Node<'a>) -> Term {
        let source = specifier.parent().and_then(Node::source).and_then(Node::string);
        let Some(source) = source else { return Term::UNKNOWN };
        let module = self.module(source, specifier);
        match specifier.imported() {
            Some(name) => match name.name().or_else(|| name.string()) {
                Some(name) => self.property(module, name, specifier),
                None => Term::UNKNOWN,
            },
            None => module,
        }
    }

    /// Returns the value of a variable just before a node is evaluated.
    fn before(&mut self, variable: Variable<'a>, writes: &Rc<Writes>, node: Node<'a>, frame: Frame) -> Term {
        if writes.all.len() > 64 * MAX_WRITES || self.is_too_deep() || !self.spend(1) {
            return Term::UNKNOWN;
        }
        let mut child = node;
        // Values that may be assigned on the way.
        let mut possible: Vec<Term> = Vec::new();
        let last = loop {
            let Some(parent) = child.parent() else { break Term::UNDEFINED };
            if !self.spend(1) {
                break Term::UNKNOWN;
            }
            match parent.kind() {
                Kind::Program | Kind::BlockStatement | Kind::StaticBlock | Kind::SwitchCase => {
                    let elder = self.elder_with_write(parent, child, writes);
                    if let Some(elder) = elder {
                        break self.after(variable, writes, elder, frame);
                    }
                    if parent.is(Kind::SwitchCase) {
                        for &write in writes.within(parent.parent().unwrap_or(parent)) {
                            possible.push(self.written_on_the_way(write, variable, node, frame));
                        }
                    }
                }
                Kind::ForStatement
                | Kind::ForInStatement
                | Kind::ForOfStatement
                | Kind::WhileStatement
                | Kind::DoWhileStatement => {
                    if Some(child) != parent.init() {
                        for &write in writes.within(parent).iter().take(MAX_WRITES) {
                            possible.push(self.written_on_the_way(write, variable, node, frame));
                        }
                        let heads = [parent.init(), parent.left()];
                        if heads.into_iter().flatten().any(|head| !writes.within(head).is_empty()) {
                            break Term::NONE;
                        }
                    }
                }
                Kind::TryStatement => {
                    if Some(child) != parent.block() {
                        for earlier in [parent.block(), parent.handler()].into_iter().flatten() {
                            if earlier.id() < child.id() {
                                for &write in writes.within(earlier).iter().take(MAX_WRITES) {
                                    possible.push(self.written(write, variable, frame));
                                }
                            }
                        }
                    }
                }
                _ if parent.is_function() => {
                    if parent.id() != writes.function {
                        // A function expression within: what is assigned before it is made, or at any other time.
                        child = parent;
                        continue;
                    }
                    let declared = writes.names.iter().find(|&&name| {
                        let name = self.tree.node_of(name);
                        name.is_within(parent) && self.is_parameter_name(name, parent)
                    });
                    break match declared {
                        Some(&name) => self.written(name, variable, frame),
                        None => Term::UNDEFINED,
                    };
                }
                _ => {
                    let test = parent.test().filter(|test| child.id() > test.id());
                    let range = match test {
                        Some(test) => writes.within(test),
                        None if parent.is_any(&[Kind::IfStatement, Kind::ConditionalExpression]) => &[],
                        None => {
                            let all = writes.within(parent);
                            &all[..all.partition_point(|&write| write < child.id())]
                        }
                    };
                    if let Some(&write) = range.last()
                        && !child.is_within(self.tree.node_of(write))
                        && self.is_evaluated_first(write, child)
                    {
                        break self.written(write, variable, frame);
                    }
                }
            }
            child = parent;
        };
        possible.push(last);
        self.union(possible, node)
    }

    /// Returns whether an assignment is done before another part of the same expression: its target is not its value.
    fn is_evaluated_first(&self, write: NodeId, child: Node<'a>) -> bool {
        let assignment =
            self.tree.node_of(write).ancestors().find(|node| {
                node.is_any(&[Kind::AssignmentExpression, Kind::VariableDeclarator, Kind::UpdateExpression])
            });
        assignment.is_none_or(|assignment| !child.is_within(assignment))
    }

    fn is_parameter_name(&self, name: Node<'a>, function: Node<'a>) -> bool {
        function.params().iter().any(|parameter| name.is_within(parameter) || name == parameter)
    }

    /// Returns the last statement of a list before another one in which a variable is assigned.
    fn elder_with_write(&mut self, list: Node<'a>, child: Node<'a>, writes: &Writes) -> Option<Node<'a>> {
        let statements = list.statements();
        let place = statements.partition_point(|statement| statement.id() < child.id());
        let earlier = writes.all.partition_point(|&write| write < child.id());
        let floor = writes.all[..earlier].last().copied()?;
        let mut place = place;
        while place > 0 {
            place -= 1;
            let statement = statements.get(place)?;
            if !self.spend(1) {
                return None;
            }
            // Functions within a list assign when they are called, which is another time.
            if !writes.within(statement).is_empty() {
                return Some(statement);
            }
            if statement.id() < floor && !self.tree.node_of(floor).is_within(statement) {
                return None;
            }
        }
        None
    }

    /// Returns the value of a variable when a statement that assigns to it has ended.
    fn after(&mut self, variable: Variable<'a>, writes: &Rc<Writes>, statement: Node<'a>, frame: Frame) -> Term {
        let question = Question::After(variable.id(), statement.id(), frame);
        if let Some(known) = self.answered(question) {
            return known;
        }
        if self.is_too_deep() || !self.spend(1) {
            return Term::UNKNOWN;
        }
        self.depth += 1;
        let term = self.answer(question, |flow| flow.value_after(variable, writes, statement, frame));
        self.depth -= 1;
        term
    }

    fn value_after(&mut self, variable: Variable<'a>, writes: &Rc<Writes>, statement: Node<'a>, frame: Frame) -> Term {
        match statement.kind() {
            Kind::BlockStatement => match statement.statements().last() {
                Some(last) if !writes.within(last).is_empty() => self.after(variable, writes, last, frame),
                Some(last) => self.before(variable, writes, last, frame),
                None => self.before(variable, writes, statement, frame),
            },
            Kind::IfStatement => {
                let mut values = Vec::new();
                let test = statement.test().map(|test| self.expression(test, frame));
                for (branch, holds) in [(statement.consequent(), true), (statement.alternate(), false)] {
                    if branch.is_some_and(|branch| self.ends_abruptly(branch)) {
                        continue;
                    }
                    let value = match branch {
                        Some(branch) if !writes.within(branch).is_empty() => {
                            self.after(variable, writes, branch, frame)
                        }
                        Some(branch) => self.before(variable, writes, branch, frame),
                        None => self.before_branch(variable, writes, statement, frame),
                    };
                    let value = branch.map_or(value, |branch| self.where_ended(value, branch, frame));
                    let conditions = test.map(|term| Condition { term, holds }).into_iter().collect();
                    values.push(self.guarded(value, conditions, statement));
                }
                self.union(values, statement)
            }
            Kind::TryStatement => {
                let finalizer = statement.finalizer().filter(|block| !writes.within(block.to_owned()).is_empty());
                if let Some(finalizer) = finalizer {
                    return self.after(variable, writes, finalizer, frame);
                }
                let mut values = Vec::new();
                let handler = statement.handler().and_then(Node::body);
                for block in [statement.block(), handler].into_iter().flatten() {
                    if self.ends_abruptly(block) {
                        continue;
                    }
                    let value = if writes.within(block).is_empty() {
                        self.before(variable, writes, block, frame)
                    } else {
                        self.after(variable, writes, block, frame)
                    };
                    values.push(self.where_ended(value, block, frame));
                }
                self.union(values, statement)
            }
            Kind::LabeledStatement => match statement.body() {
                Some(body) => self.after(variable, writes, body, frame),
                None => Term::UNKNOWN,
            },
            Kind::ForStatement
            | Kind::ForInStatement
            | Kind::ForOfStatement
            | Kind::WhileStatement
            | Kind::DoWhileStatement
            | Kind::SwitchStatement => {
                let mut values = Vec::new();
                for &write in writes.within(statement).iter().take(MAX_WRITES) {
                    values.push(self.written_within(write, variable, statement, frame));
                }
                if !self.sets_in_every_case(writes, statement) {
                    values.push(self.before(variable, writes, statement, frame));
                }
                let value = self.union(values, statement);
                // A loop that nothing breaks off ends where its test of the variable fails.
                match statement.test().filter(|_| statement.is_loop() && self.is_tainted(value)) {
                    Some(test) if loops::is_named_in(variable, test) && !loops::is_left_early(statement) => {
                        let term = self.expression(test, frame);
                        self.guarded(value, vec![Condition { term, holds: false }], statement)
                    }
                    _ => value,
                }
            }
            _ => {
                let within = writes.within(statement);
                let Some(&last) = within.last() else { return self.before(variable, writes, statement, frame) };
                let value = self.written(last, variable, frame);
                if !self.is_certain(last, statement) {
                    let before = match within {
                        [.., earlier, _] => self.written(*earlier, variable, frame),
                        _ => self.before(variable, writes, statement, frame),
                    };
                    return self.union(vec![value, before], statement);
                }
                value
            }
        }
    }

    /// Returns the value that a variable has when an `if` without `else` is not entered.
    fn before_branch(&mut self, variable: Variable<'a>, writes: &Rc<Writes>, node: Node<'a>, frame: Frame) -> Term {
        match node.test().and_then(|test| writes.within(test).last().copied()) {
            Some(write) => self.written(write, variable, frame),
            None => self.before(variable, writes, node, frame),
        }
    }

    /// Returns whether an assignment within a statement is done whenever the statement is.
    fn is_certain(&self, write: NodeId, statement: Node<'a>) -> bool {
        self.node(write)
            .ancestors()
            .take_while(|&node| node != statement)
            .all(|node| !node.is_function() && !node.is_any(&[Kind::LogicalExpression, Kind::ConditionalExpression]))
    }
}
