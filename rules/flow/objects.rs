//! Objects and arrays that are changed after they are made, and the members of classes.

use std::rc::Rc;

use oxc_ast::AstKind;
use oxc_syntax::node::NodeId;

use super::{Flow, Frame, PARTS_PER_FUEL, Term, TermKind, calls::function_name, loops::in_one_loop};
use crate::estree::{Kind, Node, Variable};

/// A change to the object that a variable holds.
pub(super) struct Mutation {
    /// The assignment or call.
    node: NodeId,
    change: Change,
}

enum Change {
    /// `object.name = value`, `object[key] = value`.
    Set,
    /// `array.push(value, …)`, `unshift`, `set.add(value)`.
    Push,
    /// `map.set(key, value)`, `params.append(key, value)`.
    SetEntry,
    /// `Object.assign(object, …)`.
    Assign,
    /// `delete object.name`.
    Delete,
    /// `map.delete(key)`, `set.delete(value)`.
    DeleteEntry,
    /// `map.clear()`, `set.clear()`.
    Clear,
    /// `array.reverse()`, `array.fill(value)`.
    Reverse,
    Fill,
    /// A function of the text is given the object as the argument of this number.
    Passed(usize),
}

/// Statements and expressions of which a part may not be evaluated.
const CHOICES: &[Kind] = &[Kind::IfStatement, Kind::ConditionalExpression, Kind::LogicalExpression];

/// The maximum number of changes to one object that are followed.
const MAX_MUTATIONS: usize = 40;

impl<'a> Flow<'a> {
    /// Returns the value of a variable with the changes that are made to it before a place.
    pub(super) fn with_mutations(&mut self, variable: Variable<'a>, value: Term, at: Node<'a>, frame: Frame) -> Term {
        if !self.is_container(value, 0) {
            return value;
        }
        let mutations = self.mutations_of(variable);
        if mutations.is_empty() {
            return value;
        }
        let here = self.function_of(at);
        mutations.iter().fold(value, |value, mutation| {
            let node = self.node(mutation.node);
            let is_elsewhere = self.function_of(node) != here;
            if at.is_within(node) || !is_elsewhere && node.id() > at.id() && !in_one_loop(node, at) {
                return value;
            }
            self.mutated(value, node, &mutation.change, at, frame)
        })
    }

    /// Returns the value of a field of a class or constructor with what its functions put into it, at whatever time.
    pub(super) fn filled(&mut self, (holder, name): (NodeId, &str), value: Term, at: Node<'a>) -> Term {
        if !self.is_container(value, 0) {
            return value;
        }
        let index = self.index();
        let methods = function_name(self.node(holder)).and_then(|name| index.prototype_methods.get(name));
        let holders = std::iter::once(holder).chain(methods.into_iter().flatten().copied());
        let changes: Vec<NodeId> =
            holders.filter_map(|holder| index.filled_fields.get(&(holder, name))).flatten().copied().collect();
        changes.into_iter().take(MAX_MUTATIONS).fold(value, |value, change| {
            let change = self.node(change);
            match mutation_of(change).filter(|_| !at.is_within(change)) {
                Some(mutation) => self.mutated(value, change, &mutation.change, at, Frame::ROOT),
                None => value,
            }
        })
    }

    /// Returns whether a value, or one of those that it may be, is an object that may be changed.
    fn is_container(&self, value: Term, depth: usize) -> bool {
        /// How many choices within one another are looked through.
        const MAX_CHOICES: usize = 3;
        match &*self.kind(value) {
            TermKind::Object { .. } | TermKind::Array { .. } => true,
            TermKind::Source(source) => self.source(*source).shape != super::Shape::Text,
            TermKind::Op(name, _) => matches!(&**name, "Set" | "Map" | "URL"),
            TermKind::Choice(..) | TermKind::Union(_) if depth < MAX_CHOICES => {
                self.choices_of(value).into_iter().any(|choice| self.is_container(choice, depth + 1))
            }
            _ => false,
        }
    }

    /// Returns the values of which one is chosen.
    fn choices_of(&self, value: Term) -> Vec<Term> {
        match &*self.kind(value) {
            &TermKind::Choice(_, yes, no) => vec![yes, no],
            TermKind::Union(members) => members.clone(),
            _ => Vec::new(),
        }
    }

    fn mutations_of(&mut self, variable: Variable<'a>) -> Rc<Vec<Mutation>> {
        if let Some(known) = self.mutations.get(&variable.id()) {
            return Rc::clone(known);
        }
        let changes = variable.references().filter_map(mutation).take(MAX_MUTATIONS).collect();
        let changes = Rc::new(changes);
        self.mutations.insert(variable.id(), Rc::clone(&changes));
        changes
    }

    fn mutated(&mut self, value: Term, node: Node<'a>, change: &Change, at: Node<'a>, frame: Frame) -> Term {
        // A change is certain where its statement is in a list of statements around the place.
        let list = node
            .ancestors()
            .find(|node| node.is_any(&[Kind::BlockStatement, Kind::Program, Kind::SwitchCase, Kind::StaticBlock]));
        let within = node.ancestors().take_while(|&it| Some(it) != list);
        let is_chosen = within.into_iter().any(|it| it.is_loop() || it.is_any(CHOICES));
        let is_sure = list.is_some_and(|list| at.is_within(list)) && !is_chosen && !in_one_loop(node, at);
        match (change, &*self.kind(value)) {
            // Whichever it is has been changed.
            (Change::Set, TermKind::Union(members)) => {
                let changed = members.iter().map(|&member| self.mutated(member, node, change, at, frame)).collect();
                self.union(changed, at)
            }
            (Change::Set, &TermKind::Choice(test, yes, no)) => {
                let changed = [yes, no].map(|choice| self.mutated(choice, node, change, at, frame));
                self.make(TermKind::Choice(test, changed[0], changed[1]), at)
            }
            // An attacker's object on which the program sets properties.
            (Change::Set, TermKind::Source(_)) => match node.left().map(|left| self.member_name(left, frame)) {
                Some(Ok(_)) => {
                    let kind = TermKind::Object { properties: Vec::new(), spreads: vec![value], computed: Vec::new() };
                    let object = self.make(kind, at);
                    self.mutated(object, node, change, at, frame)
                }
                _ => value,
            },
            // An address whose host the program sets: `url.hostname = 'api.example.com'`.
            (Change::Set, TermKind::Op(name, _)) if is_sure && &**name == "URL" => {
                let part = node.left().map(|left| self.member_name(left, frame));
                let is_host = matches!(part, Some(Ok(part)) if matches!(&*part, "host" | "hostname"));
                let host = node.right().filter(|_| is_host).map(|host| self.expression(host, frame));
                match host {
                    Some(host) if !self.is_tainted(host) => self.with_own_host(value, at),
                    _ => value,
                }
            }
            (&Change::Passed(place), TermKind::Object { .. } | TermKind::Array { .. }) => {
                self.changed_by_call(value, node, place, frame)
            }
            (Change::Delete, TermKind::Object { properties, spreads, computed }) if is_sure => {
                let Some(Ok(name)) = node.argument().map(|member| self.member_name(member, frame)) else {
                    return value;
                };
                let mut properties = properties.clone();
                properties.retain(|(known, _)| *known != name);
                properties.push((name, Term::UNDEFINED));
                self.make(TermKind::Object { properties, spreads: spreads.clone(), computed: computed.clone() }, at)
            }
            (Change::Delete, TermKind::Array { items, rest }) if is_sure => {
                let name = node.argument().map(|member| self.member_name(member, frame));
                let place = name.and_then(Result::ok).and_then(|name| name.parse::<usize>().ok());
                let mut items = items.clone();
                if let Some(item) = place.and_then(|place| items.get_mut(place)) {
                    *item = Term::UNDEFINED;
                }
                self.make(TermKind::Array { items, rest: *rest }, at)
            }
            (Change::SetEntry, TermKind::Op(..)) => {
                let (Some(key), Some(new)) = (node.argument_at(0), node.argument_at(1)) else { return value };
                let (key, new) = (self.expression(key, frame), self.expression(new, frame));
                let new = self.where_reached(new, node, at, frame);
                self.with_entry(value, key, new, is_sure, at).unwrap_or(value)
            }
            (Change::DeleteEntry | Change::Clear, TermKind::Op(name, arguments)) if is_sure => {
                let key = node.argument_at(0).map(|key| self.expression(key, frame));
                if &**name == "Map" {
                    return self.without_entry(value, key, at).unwrap_or(value);
                }
                let items = match arguments.first().map(|&list| self.kind(list)).as_deref() {
                    Some(TermKind::Array { items, rest: None }) => items.clone(),
                    _ => return value,
                };
                let left = match key {
                    Some(key) => items.into_iter().filter(|&item| !self.is_same(item, key)).collect(),
                    None => Vec::new(),
                };
                let list = self.make(TermKind::Array { items: left, rest: None }, at);
                self.operation("Set", vec![list], at)
            }
            (Change::Reverse, TermKind::Array { items, rest: None }) if is_sure => {
                let items = items.iter().rev().copied().collect();
                self.make(TermKind::Array { items, rest: None }, at)
            }
            (Change::Fill, TermKind::Array { .. }) => {
                let Some(filling) = node.argument_at(0) else { return value };
                let rest = Some(self.expression(filling, frame));
                self.make(TermKind::Array { items: Vec::new(), rest }, at)
            }
            (Change::Set, TermKind::Object { properties, spreads, computed }) => {
                let (Some(left), Some(right)) = (node.left(), node.right()) else { return value };
                let new = if node.operator() == Some("=") { self.expression(right, frame) } else { Term::UNKNOWN };
                let new = self.where_reached(new, node, at, frame);
                let (mut properties, mut computed) = (properties.clone(), computed.clone());
                match self.member_name(left, frame) {
                    Ok(name) => {
                        let new = if is_sure {
                            new
                        } else {
                            let old = self.property(value, &name, at);
                            self.union(vec![new, old], node)
                        };
                        properties.retain(|(known, _)| *known != name);
                        properties.push((name, new));
                    }
                    Err(key) => computed.push((self.where_reached(key, node, at, frame), new)),
                }
                self.make(TermKind::Object { properties, spreads: spreads.clone(), computed }, at)
            }
            (Change::Assign, TermKind::Object { properties, spreads, computed }) => {
                let mut spreads = spreads.clone();
                for argument in node.arguments().iter().skip(1) {
                    spreads.push(self.expression(argument, frame));
                }
                let kind = TermKind::Object { properties: properties.clone(), spreads, computed: computed.clone() };
                self.make(kind, at)
            }
            (Change::Push, TermKind::Array { items, rest }) => {
                let mut new = Vec::new();
                for argument in node.arguments().iter() {
                    let item = self.item(argument, frame);
                    new.push(self.where_reached(item, node, at, frame));
                }
                let (mut items, mut rest) = (items.clone(), *rest);
                let is_front = node.callee_method() == Some("unshift");
                if is_sure && rest.is_none() {
                    let place = if is_front { 0 } else { items.len() };
                    items.splice(place..place, new);
                } else {
                    let new = self.with_options(new, node);
                    let known = rest.into_iter().chain(new).collect();
                    rest = Some(self.union(known, node));
                }
                let (items, rest) = self.spread_items(items, rest, node);
                self.make(TermKind::Array { items, rest }, at)
            }
            (Change::Set, TermKind::Array { items, rest }) => {
                let Some(right) = node.right() else { return value };
                let new = self.expression(right, frame);
                let new = self.where_reached(new, node, at, frame);
                let known = rest.iter().copied().chain([new]).collect();
                let rest = Some(self.union(known, node));
                self.make(TermKind::Array { items: items.clone(), rest }, at)
            }
            (Change::Push, TermKind::Op(name, arguments)) if &**name == "Set" => {
                let mut arguments = arguments.clone();
                for argument in node.arguments().iter() {
                    let new = self.expression(argument, frame);
                    let list = arguments.first().copied();
                    let (mut items, rest) = match list.map(|list| self.kind(list)).as_deref() {
                        Some(TermKind::Array { items, rest }) => (items.clone(), *rest),
                        _ => (Vec::new(), None),
                    };
                    items.push(new);
                    arguments = vec![self.make(TermKind::Array { items, rest }, node)];
                }
                self.operation("Set", arguments, at)
            }
            _ => value,
        }
    }

    /// Returns an address with a host of the program's own.
    fn with_own_host(&mut self, address: Term, at: Node<'a>) -> Term {
        let own = self.string("https://zo.internal", at);
        let parts = [own, self.property(address, "pathname", at), self.property(address, "search", at)];
        let text = self.make(TermKind::Concat(parts.into()), at);
        self.operation("URL", vec![text], at)
    }

    /// Returns an object with the changes that a function of the text makes to it as its parameter at `place`.
    fn changed_by_call(&mut self, value: Term, call: Node<'a>, place: usize, frame: Frame) -> Term {
        let Some(callee) = call.callee() else { return value };
        let callee = self.expression(callee, frame);
        let &TermKind::Function(id, outer) = &*self.kind(callee) else { return value };
        let function = self.node(id);
        let parameter = function.params().get(place).filter(|parameter| parameter.is(Kind::Identifier));
        let body = function.body().filter(|body| body.is(Kind::BlockStatement));
        let (Some(variable), Some(body)) = (parameter.and_then(Node::variable), body) else { return value };
        let changes = self.mutations_of(variable);
        let Some(end) = body.statements().last().filter(|_| !changes.is_empty()) else { return value };
        let arguments = self.arguments(call, frame);
        let Some(inner) = self.activate(id, outer, arguments, None, call) else { return value };
        changes.iter().fold(value, |value, mutation| {
            let node = self.node(mutation.node);
            if self.function_of(node) == id && !matches!(mutation.change, Change::Passed(_)) {
                self.mutated(value, node, &mutation.change, end, inner)
            } else {
                value
            }
        })
    }

    /// Guards a value by the conditions under which `node` is reached, except those under which `at` is reached too.
    pub(super) fn where_reached(&mut self, value: Term, node: Node<'a>, at: Node<'a>, frame: Frame) -> Term {
        if !self.is_tainted(value) {
            return value;
        }
        let common = node.ancestors().find(|&around| at.is_within(around)).unwrap_or_else(|| self.tree.root());
        let conditions = self.conditions_within(node, common, frame);
        self.guarded(value, conditions, node)
    }

    /// Returns the name of the property that a member expression reads or writes, or the term of its key.
    pub(super) fn member_name(&mut self, member: Node<'a>, frame: Frame) -> Result<Rc<str>, Term> {
        let Some(property) = member.property() else { return Err(Term::UNKNOWN) };
        if !member.computed() {
            return property.name().map(Into::into).ok_or(Term::UNKNOWN);
        }
        let key = self.expression(property, frame);
        self.constant_key(key).ok_or(key)
    }

    /// Returns the value of `this`.
    pub(super) fn this(&mut self, node: Node<'a>, frame: Frame) -> Term {
        let mut function = self.function_of(node);
        while self.node(function).is(Kind::ArrowFunctionExpression) {
            function = self.function_of(self.node(function));
        }
        if frame != Frame::ROOT {
            let activation = &self.frames[frame.0 as usize];
            if activation.function == function
                && let Some(this) = activation.this
            {
                return this;
            }
        }
        let holder = self.node(function).parent();
        match holder.map(Node::ast) {
            Some(AstKind::MethodDefinition(_) | AstKind::PropertyDefinition(_)) => {
                let class = holder.and_then(Node::parent).and_then(Node::parent);
                class.map_or(Term::UNKNOWN, |class| self.make(TermKind::Instance(class.id(), Frame::ROOT), node))
            }
            Some(AstKind::ObjectProperty(_)) if self.constructor_of_this(function).is_none() => {
                let object = holder.and_then(Node::parent);
                object.map_or(Term::UNKNOWN, |object| self.expression(object, Frame::ROOT))
            }
            Some(AstKind::ClassBody(_)) => Term::UNKNOWN,
            _ if function != NodeId::ROOT => match self.constructor_of_this(function) {
                Some(constructor) => {
                    let is_own = self.frames[frame.0 as usize].function == constructor;
                    self.make(TermKind::Instance(constructor, if is_own { frame } else { Frame::ROOT }), node)
                }
                None => Term::UNKNOWN,
            },
            _ if function == NodeId::ROOT => match node.ancestors().find(|it| {
                it.body().is_some() && it.super_class().is_some()
                    || it.is_any(&[Kind::ClassDeclaration, Kind::ClassExpression])
            }) {
                Some(class) => self.make(TermKind::Instance(class.id(), Frame::ROOT), node),
                None => Term::UNKNOWN,
            },
            _ => Term::UNKNOWN,
        }
    }

    /// Returns a field or method of an instance of a class in the text.
    pub(super) fn instance_member(&mut self, (class, frame): (NodeId, Frame), name: &str, at: Node<'a>) -> Term {
        let node = self.node(class);
        let Some(body) = node.body() else { return Term::UNKNOWN };
        if node.is_function() {
            return self.member_of_constructed((class, frame), name, at);
        }
        let mut values = Vec::new();
        self.spend(body.statements().len() / PARTS_PER_FUEL);
        for member in body.statements().iter().filter(|member| !member.is_static()) {
            if member.key().and_then(Node::name) != Some(name) || member.computed() {
                continue;
            }
            match member.ast() {
                AstKind::MethodDefinition(_) if member.declared_as() == Some("method") => {
                    let Some(function) = member.value() else { continue };
                    return self.make(TermKind::Function(function.id(), Frame::ROOT), at);
                }
                AstKind::MethodDefinition(_) if member.declared_as() == Some("get") => {
                    let Some(function) = member.value() else { continue };
                    let this = self.make(TermKind::Instance(class, frame), at);
                    return self.invoke(function.id(), Frame::ROOT, Vec::new(), Some(this), at);
                }
                AstKind::PropertyDefinition(_) => {
                    values.extend(member.value().map(|value| self.expression(value, Frame::ROOT)));
                }
                _ => {}
            }
        }
        values.extend(self.fields_of((class, frame), name));
        for value in &mut values {
            *value = self.filled((class, name), *value, at);
        }
        if values.is_empty()
            && let Some(parameter) = self.constructor_property(class, name)
        {
            let constructor = self.function_of(parameter);
            let constructor = self.node(constructor);
            values.push(self.parameter_at(constructor, parameter, frame));
        }
        if values.is_empty()
            && name == "props"
            && let Some(properties) = self.component_properties(node, at)
        {
            return properties;
        }
        if values.is_empty()
            && let Some(parent) = self.parent_class(class)
        {
            let frame = self.construction_of_parent(class, parent, frame);
            let parent = self.make(TermKind::Instance(parent, frame), at);
            return self.property(parent, name, at);
        }
        if values.is_empty() { Term::UNKNOWN } else { self.union(values, at) }
    }

    /// Returns the parameter of a class's constructor that declares a property, as TypeScript has it:
    /// `constructor(private a: A)`.
    fn constructor_property(&self, class: NodeId, name: &str) -> Option<Node<'a>> {
        let constructor = self.node(self.constructor_of(class)?);
        let AstKind::Function(function) = constructor.ast() else { return None };
        let index = function.params.items.iter().position(|parameter| {
            (parameter.accessibility.is_some() || parameter.readonly)
                && parameter.pattern.get_identifier_name().is_some_and(|known| known == name)
        })?;
        constructor.params().get(index)
    }

    /// Returns a static member of a class in the text.
    pub(super) fn static_member(&mut self, class: NodeId, name: &str, at: Node<'a>) -> Term {
        let Some(body) = self.node(class).body() else { return Term::UNKNOWN };
        self.spend(body.statements().len() / PARTS_PER_FUEL);
        for member in body.statements().iter().filter(|member| member.is_static()) {
            if member.key().and_then(Node::name) == Some(name)
                && let Some(value) = member.value()
            {
                return match member.ast() {
                    AstKind::MethodDefinition(_) => self.make(TermKind::Function(value.id(), Frame::ROOT), at),
                    _ => self.expression(value, Frame::ROOT),
                };
            }
        }
        Term::UNKNOWN
    }
}

/// Returns the change that the parent of a reference makes to the variable's object.
fn mutation(reference: Node<'_>) -> Option<Mutation> {
    let parent = reference.parent()?;
    if parent.is(Kind::CallExpression) {
        let place = (0..parent.arguments().len().min(8)).find(|&at| parent.argument_at(at) == Some(reference))?;
        let is_of_the_text = parent.callee().is_some_and(|callee| callee.variable().is_some());
        let change = match parent.callee_method() {
            Some("assign") if place == 0 => Change::Assign,
            None if is_of_the_text => Change::Passed(place),
            _ => return None,
        };
        return Some(Mutation { node: parent.id(), change });
    }
    if !parent.is(Kind::MemberExpression) || parent.object() != Some(reference) {
        return None;
    }
    let user = parent.parent()?;
    let is_user = user.is(Kind::UnaryExpression) || [user.left(), user.callee()].contains(&Some(parent));
    mutation_of(user).filter(|_| is_user)
}

/// Returns the change that an assignment to a property, or a call of a method, makes to the object.
fn mutation_of(user: Node<'_>) -> Option<Mutation> {
    match user.ast() {
        AstKind::AssignmentExpression(_) => Some(Mutation { node: user.id(), change: Change::Set }),
        AstKind::UnaryExpression(_) if user.operator() == Some("delete") => {
            Some(Mutation { node: user.id(), change: Change::Delete })
        }
        AstKind::CallExpression(_) => {
            let change = match user.callee_method()? {
                "delete" => Change::DeleteEntry,
                "clear" => Change::Clear,
                "reverse" => Change::Reverse,
                "fill" => Change::Fill,
                "push" | "unshift" | "add" => Change::Push,
                "set" | "append" => Change::SetEntry,
                _ => return None,
            };
            Some(Mutation { node: user.id(), change })
        }
        _ => None,
    }
}
